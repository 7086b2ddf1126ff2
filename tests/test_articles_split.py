from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslens.pipeline.articles import split
from presslens.pipeline.articles.broken import copy_of_article


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
    # Broken where a space stood, beside Latin letters or digits.
    ("前景不差。Lumora\n發布了新品，賣得很好。", ["前景不差。", "Lumora\n發布了新品，賣得很好。"]),
    ("前景不差。產量將在\n300萬盎司之間，較去年多。", ["前景不差。", "產量將在\n300萬盎司之間，較去年多。"]),
    ("前景不差。Lumora (LMR.US)\nQ4營收增長兩成，好於預期。", ["前景不差。", "Lumora (LMR.US)\nQ4營收增長兩成，好於預期。"]),
    ("前景不差。收購方是Crane\nVentures旗下基金，作價不詳。", ["前景不差。", "收購方是Crane\nVentures旗下基金，作價不詳。"]),
    # Headings, credits, items, rows and headlines are lines of their own.
    ("前景不差。Getty Images\n馬斯克早前表示，他不會賣。", ["前景不差。", "Getty Images", "馬斯克早前表示，他不會賣。"]),
    ("前景不差。圖片來自Lumora\n他早前表示，不會賣。", ["前景不差。", "圖片來自Lumora", "他早前表示，不會賣。"]),
    ("震撼！新模型Lumora 2\n這款模型很快，也很便宜。", ["震撼！", "新模型Lumora 2", "這款模型很快，也很便宜。"]),
    ("前景不差。再看產品Lumora\n一、參數，時長與價格。", ["前景不差。", "再看產品Lumora", "一、參數，時長與價格。"]),
    ("前景不差。再看Lumora\n模型A：快，便宜。", ["前景不差。", "再看Lumora", "模型A：快，便宜。"]),
    ("前景不差。再看Lumora 2\n甲｜5秒，10秒｜9元", ["前景不差。", "再看Lumora 2", "甲｜5秒，10秒｜9元"]),
    ("前景不差。再看產品\n它很快，也很便宜。", ["前景不差。", "再看產品", "它很快，也很便宜。"]),
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
def test_no_sentence_holds_a_line_end_but_beside_latin_or_digits_or_begins_or_ends_with_a_space(text: str) -> None:
    for sentence in sentences(text):
        assert sentence == sentence.strip()
        for before, line in pairwise(sentence.split("\n")):
            assert (
                line.lstrip()[:1].isdigit() or (before[-1:] + line[:1]).isascii() or before[-1:].isascii() or line[:1].isascii()
            )


def test_the_matching_copy_of_an_article_has_a_space_where_a_sentence_was_broken() -> None:
    text = "前景不差。去年營收增至3.54\n億元，好於預期。\n下一步"
    assert copy_of_article(text) == "前景不差。去年营收增至3.54 亿元，好于预期。\n下一步"


@given(TEXT)
def test_sentences_are_numbered_from_one_in_order(text: str) -> None:
    assert [sentence.no for sentence in split(text)] == list(range(1, len(split(text)) + 1))
