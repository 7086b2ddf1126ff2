"""A pattern that is tried only where its words stand matches what it matches anywhere else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslens.pipeline.articles.furniture import _WHOLE_LINE
from presslens.pipeline.gates import Filtered
from presslens.pipeline.patterns import first_characters, folded, needed, searched

PATTERNS = [
    r"编辑[:：].{1,9}",
    r".{0,9}(?:版权|免责)(?:声明|所有)",
    r"[a-z]+@\w+",
    r"views?[ :]*\d*",
    r"(?:甲|乙|甲乙)+丙?丁",
    r"(?=戊)戊己*",
    r"子(?=丑寅|卯)",
    r"\d{1,3}%?",
    r"[^子]+",
    r"(庚)\1",
    r"(?:辛{2,3}|壬)癸",
    r"(?>寅卯|寅)辰",
    r"Kisſ",
]
# Characters of the patterns, and those that Python takes for an ASCII letter when it ignores case.
ALPHABET = "编辑:：版权免责声明所有a@Aviews 1%甲乙丙丁戊己子庚辛壬癸寅卯辰Kk\u212aıİſßS版"
TEXT = st.text(ALPHABET, max_size=8)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@settings(deadline=None)
@given(text=TEXT)
def test_filtered_patterns_match_as_one_alternation_does(flags, text):
    assert Filtered(PATTERNS, flags).fullmatch(text) == any(re.fullmatch(pattern, text, flags) for pattern in PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@settings(deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_matches_holds_one_of_its_words(pattern, flags, data):
    text = data.draw(st.one_of(TEXT, st.from_regex(pattern.replace("(?>", "(?:"), fullmatch=True)))
    words = needed(pattern, flags)
    if words and re.search(pattern, text, flags):
        assert any(word in (folded(text) if flags else text) for word in words)


@pytest.mark.parametrize("pattern", [*PATTERNS, r"(?:甲|乙)?丙|[丁戊]己", r"(?<!子)(?P<one>丑?)寅|卯{2,}", r"甲?", r"乙?$"])
@settings(deadline=None)
@given(data=st.data())
def test_a_pattern_made_for_searching_finds_what_it_finds_by_itself(pattern, data):
    text = data.draw(st.one_of(TEXT, st.text("甲乙丙丁戊己子丑寅卯", max_size=12)))
    found = [(match.span(), match.groupdict()) for match in searched(pattern).finditer(text)]
    assert found == [(match.span(), match.groupdict()) for match in re.finditer(pattern, text)]


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        (r"(?:大|小)?模型", "大小模"),
        (r"[芯晶]片|(?<!显)卡", "芯晶卡"),
        (r"(?=甲)乙*丙", "乙丙"),
        (r"(?>寅卯|寅)?辰{2}", "寅辰"),
        (r"(?:融资)?", ""),
        (r"融资|\d", ""),
        (r"[^子]|子", ""),
        (r"(甲)?\1乙", ""),
    ],
)
def test_the_characters_that_begin_a_match(pattern, characters):
    assert first_characters(pattern) == set(characters)


@settings(deadline=None)
@given(st.one_of(TEXT, st.text("编辑记者:：/| 林图来源年月日2024-扫码关注公众号版权所有#@完END。", max_size=14)))
def test_lines_of_furniture_are_those_that_one_of_its_patterns_matches(line):
    assert _WHOLE_LINE.fullmatch(line) == any(pattern.fullmatch(line) for pattern in _WHOLE_LINE.patterns)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"由.{0,9}领投", {"领投"}),
        (r"(?:预|估)计", {"预计", "估计"}),
        (r"(?<!不)可能(?=有)", {"可能"}),
        (r"\w{2}(?=公司|企业)", {"公司", "企业"}),
        (r"\w{2}(?=公司|$)", set()),
        (r"(?<=公司)\w{2}", set()),
        (r"大?模型", {"模型"}),
        (r"[万亿]元?", {"万", "亿"}),
        (r"(?:融资)?", set()),
        (r"融资|\d", set()),
        (r".*", set()),
    ],
)
def test_the_words_of_a_pattern(pattern, words):
    assert needed(pattern) == words
