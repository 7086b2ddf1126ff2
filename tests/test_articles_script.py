import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslens.pipeline.articles.script import matching_copy, script_of

EXAMPLES = [
    ("這款視訊模型隨著資金湧入", "这款视讯模型随着资金涌入"),
    ("融資１０．５億元，佔６０％", "融资10.5亿元，占60%"),
    ("ＧＰＴ－４發佈", "GPT-4发布"),
    ("乾坤未定，乾燥依舊", "乾坤未定，干燥依旧"),
    ("", ""),
]

HANZI = st.text(alphabet=st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), max_size=60)


@pytest.mark.parametrize(("text", "copy"), EXAMPLES)
def test_the_matching_copy_is_simplified_and_half_width(text: str, copy: str) -> None:
    assert matching_copy(text) == copy


@given(st.text(max_size=80) | HANZI)
def test_the_matching_copy_is_as_long_as_the_text(text: str) -> None:
    assert len(matching_copy(text)) == len(text)


@given(
    st.text(alphabet="李秘袁了瞭解反覆沈默甦醒海哩打坏衹得藉口群羣床才吃樑梁里後著\uf91d\U0002b7f0，a ", max_size=24) | HANZI
)
def test_lines_that_are_not_converted_have_nothing_to_convert(text: str) -> None:
    converted = opencc.OpenCC("tw2s").convert(text)
    assert len(converted) != len(text) or matching_copy(text) == converted


def test_sentence_punctuation_stays_full_width() -> None:
    assert matching_copy("一，二。三！") == "一，二。三！"


SCRIPTS = [("這個國產模型", "hant"), ("这个国产模型", "hans"), ("Sora 1.0", "hans"), ("", "hans")]


@pytest.mark.parametrize(("text", "script"), SCRIPTS)
def test_the_script_is_told_by_its_characters(text: str, script: str) -> None:
    assert script_of(text) == script
