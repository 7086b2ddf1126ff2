"""What a sentence does not say itself: prompts, instructions, a speaker's words."""

import pytest

from presslens.pipeline.sentiment import is_prompt, is_quoted, prompt_spans, quoted_spans, share_within
from presslens.pipeline.sentiment.masks import masked

PROMPTS = [
    ("提示词：一位老人在雨中哭泣", True),
    ("Prompt: a dog runs in the snow", True),
    ("他输入“一位孤独的老人在雨中哭泣，镜头缓缓拉远”", True),
    ("第二步，点击生成按钮", True),
    ("打开设置页，勾选高清选项", True),
    ("它对提示词的理解更准了", False),
    ("第二步棋走得漂亮", False),
]

QUOTED = [
    ("他说：“我们还差得很远，至少要三年才能追上。”", True),
    ("“太惊艳了，我看了七遍。”一位导演说", True),
    ("所谓“世界模型”，只是一种说法", False),
    ("画面逼真，动作流畅", False),
    ("「我们没有退路。」她说", True),
]


@pytest.mark.parametrize(("sentence", "expected"), PROMPTS)
def test_prompts_and_instructions_are_told_from_statements(sentence, expected):
    assert is_prompt(sentence) is expected


@pytest.mark.parametrize(("sentence", "expected"), QUOTED)
def test_a_speakers_words_are_told_from_quoted_terms(sentence, expected):
    assert is_quoted(sentence) is expected


def test_masking_keeps_the_length():
    text = "他输入“绝望的男孩”，又看了《末日》。"
    assert len(masked(text)) == len(text)


def test_spans_hold_over_several_sentences_of_an_article():
    text = "王磊说：“产品还不成熟。离商用还早。”大家点头。"
    (start, end) = quoted_spans(text)[0]
    assert text[start:end] == "产品还不成熟。离商用还早。"
    assert share_within(text.index("离"), text.index("”"), quoted_spans(text)) == 1.0


def test_a_quoted_prompt_is_no_speakers_word():
    text = "提示词为：“一只猫在屋顶上，月光很亮。”"
    assert prompt_spans(text)
    assert quoted_spans(text) == []
