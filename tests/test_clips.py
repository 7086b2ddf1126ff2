"""Under what condition a clip's length is told."""

import pytest

from presslens.model import CONDITION
from tests.test_gold_facts import read

SENTENCES = [
    ("可灵最长可生成2分钟的视频。", "stated maximum"),
    ("Vidu能生成长达16秒的视频。", "stated maximum"),
    ("Sora生成视频的时长限制在60秒。", "stated maximum"),
    ("快手展示了可灵生成的一段30秒视频。", "clip shown"),
    ("他看到了Sora提供的长达1分钟的视频。", "clip shown"),
    ("可灵支持单镜头生成10秒的1080p视频。", "stated maximum, single shot, at 1080p"),
    ("Vidu的16秒与Sora的60秒视频仍有差距。", ""),
]


@pytest.mark.parametrize(("sentence", "told"), SENTENCES)
def test_the_condition_of_a_length_is_one_of_its_steps(sentence, told):
    lengths = [fact for fact in read(sentence)[0] if fact.metric == "max_duration"]
    assert lengths
    assert [step for step in lengths[0].steps if step.startswith(CONDITION)] == ([CONDITION + told] if told else [])
