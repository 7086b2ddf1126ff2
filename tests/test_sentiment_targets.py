"""Who comes out well and who badly where a sentence names several."""

import pytest

from presslens.pipeline.sentiment import score
from presslens.pipeline.sentiment.comparing import outcome
from presslens.pipeline.sentiment.mentions import places
from presslens.pipeline.sentiment.scoring import target_label

COMPARISONS = [
    ("青鸾在时长上不如极光", {"青鸾": -1, "极光": 1}),
    ("青鸾远不及极光和蜂鸟", {"青鸾": -1, "极光": 1, "蜂鸟": 1}),
    ("极光领先青鸾一大截", {"极光": 1, "青鸾": -1}),
    ("极光已经把青鸾远远甩开", {"极光": 1, "青鸾": -1}),
    ("青鸾被极光反超", {"青鸾": -1, "极光": 1}),
    ("青鸾和蜂鸟都被极光碾压", {"青鸾": -1, "蜂鸟": -1, "极光": 1}),
    ("与极光相比，青鸾的动作相形见绌", {"极光": 1, "青鸾": -1}),
    ("相较于青鸾，极光的口型更优于同行", {"青鸾": -1, "极光": 1}),
    ("青鸾与极光相比仍有差距", {"青鸾": -1, "极光": 1}),
    ("青鸾没能超越极光", {"青鸾": -1, "极光": 1}),
    ("极光比青鸾更稳", {"极光": 1, "青鸾": -1}),
    ("极光的运镜远比青鸾自然", {"极光": 1, "青鸾": -1}),
    ("青鸾比极光还慢", {"青鸾": -1, "极光": 1}),
    ("极光、青鸾和蜂鸟各测一遍，极光明显更流畅", {"极光": 1, "青鸾": -1, "蜂鸟": -1}),
    ("青鸾和蜂鸟目前只能生成四秒，极光遥遥领先", {"青鸾": -1, "蜂鸟": -1, "极光": 1}),
    ("极光发布之后，我们只能等待", {}),
    ("极光和青鸾都在杭州", {}),
    ("极光将与青鸾联合发布标准", {}),
]


@pytest.mark.parametrize(("sentence", "expected"), COMPARISONS)
def test_a_comparison_has_a_winner_and_a_loser(sentence, expected):
    names = ["极光", "青鸾", "蜂鸟"]
    found = outcome(sentence, places(sentence, names))
    assert {names[number]: sign for number, sign in found.items()} == expected


TOWARD = [
    ("青鸾和蜂鸟只能生成三四秒的片段，画面还时常崩坏。", {"青鸾": -1, "蜂鸟": -1}),
    ("极光的画面惊艳，用户好评如潮。", {"极光": 1}),
    ("极光成立于2019年，总部位于成都。", {"极光": 0}),
    ("青鸾在长镜头上输给了极光。", {"青鸾": -1, "极光": 1}),
]


@pytest.mark.parametrize(("sentence", "expected"), TOWARD)
def test_each_name_is_scored_by_what_is_said_of_it(sentence, expected):
    found = score(sentence, list(expected)).targets
    assert {name: target_label(value) for name, value in found.items()} == expected


def test_a_name_is_found_under_its_other_forms():
    assert [place.target for place in places("英伟达与NVIDIA是一家", ["NVIDIA"])] == [0, 0]


def test_a_latin_name_inside_a_longer_word_is_not_found():
    assert places("Metaverse不是那家公司", ["Meta"]) == []
