import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslens.pipeline.articles import split


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split(text)]


EXAMPLES = [
    ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
    ("標題一行\n正文一句。", ["標題一行", "正文一句。"]),
    ("他說：“模型很好。”大家笑了。", ["他說：“模型很好。”", "大家笑了。"]),
    ("“模型很好。”他補充說。後來呢？", ["“模型很好。”他補充說。", "後來呢？"]),
    ("「很好！」公司表示。", ["「很好！」公司表示。"]),
    ("估值1.78億美元，增長3.5%。", ["估值1.78億美元，增長3.5%。"]),
    ("Gen-3.5 is here. It is fast. OpenAI Inc. 表示", ["Gen-3.5 is here.", "It is fast.", "OpenAI Inc. 表示"]),
    ("收入增長；利潤下降；現金增加。", ["收入增長；利潤下降；現金增加。"]),
    ("真的嗎?!是的!", ["真的嗎?!", "是的!"]),
    ("見https://a.b/c?d=e頁面。", ["見https://a.b/c?d=e頁面。"]),
    ("（這是注。）正文。", ["（這是注。）", "正文。"]),
    ("  前後有空格。  \n\n  下一段  ", ["前後有空格。", "下一段"]),
    ("話說了一半……然後繼續。", ["話說了一半……然後繼續。"]),
    ("沒有句號", ["沒有句號"]),
    ("付費客戶已經超過了\n5.5 萬家，去年翻倍。", ["付費客戶已經超過了\n5.5 萬家，去年翻倍。"]),
    ("支出從十億降到八億，下降\n21.2%；而投資增加。", ["支出從十億降到八億，下降\n21.2%；而投資增加。"]),
    ("他們發布了Lumora\n2.0。這款模型很快。", ["他們發布了Lumora\n2.0。", "這款模型很快。"]),
    ("今年的大事\n2024年，模型發展很快。", ["今年的大事", "2024年，模型發展很快。"]),
    ("團隊的目標為\n1. 降低成本", ["團隊的目標為", "1. 降低成本"]),
    ("估值漲到十五億了\n5 月份就有消息，但沒人信。", ["估值漲到十五億了", "5 月份就有消息，但沒人信。"]),
    ("春天的風口終於來了\n5 家公司都在招人。", ["春天的風口終於來了", "5 家公司都在招人。"]),
    ("收入很高。\n5.5 萬家，這是客戶數。", ["收入很高。", "5.5 萬家，這是客戶數。"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_a_text_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


TEXT = st.text(alphabet="模型很好說表示。！？!?.；，“”「」（）()\n 12AbC\u3000", max_size=80)


@given(TEXT)
def test_every_character_that_is_no_space_lies_in_exactly_one_sentence(text: str) -> None:
    counts = [0] * len(text)
    for sentence in split(text):
        for place in range(sentence.start, sentence.end):
            counts[place] += 1
    assert all(count == 1 for character, count in zip(text, counts, strict=True) if not character.isspace())


@given(TEXT)
def test_no_sentence_holds_a_line_end_but_before_a_figure_or_begins_or_ends_with_a_space(text: str) -> None:
    for sentence in sentences(text):
        assert sentence == sentence.strip()
        assert all(line.lstrip()[:1].isdigit() for line in sentence.split("\n")[1:])


@given(TEXT)
def test_sentences_are_numbered_from_one_in_order(text: str) -> None:
    assert [sentence.no for sentence in split(text)] == list(range(1, len(split(text)) + 1))
