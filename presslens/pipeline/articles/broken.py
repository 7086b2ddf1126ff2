"""Lines that a page broke off amid a sentence: those go on in the next line, a heading, an item or a credit does not."""

from __future__ import annotations

import re

from presslens.pipeline.articles.script import matching_copy

_CLOSERS = "”’」』）)】》〉\"'"
_CLOSING = tuple("。！？!?：:；;…" + _CLOSERS)
# A line that was broken before a figure: 客户已经超过了⏎5.5万家,去年…; what begins with a list number or a day is a line.
_BROKEN_BEFORE = re.compile(r"\n[ \t\u3000]*\d[\d.,]*(?:[%％‰]|[ ]?[万亿]?[ ]?[\u3400-\u9fff]{0,2})[。；;，,！？]")
_LEADS_TO_FIGURE = re.compile(
    r"(?:[为為達达约約近至到在占仅僅逾]|(?:超[过過]?|[突冲衝]破|[上下]?[升降涨漲跌]|增[长長加]|[减減]少|下滑|相当于|相當於)了?"
    r"|[達达]到?了|[，,、])$"
)
_CAN_GO_ON = re.compile(r"\n[ \t\u3000]*\d(?!\d?[.、)）][ \t]*[^\d\s])(?![\d.,]*[ ]?[年月日号號])")
_LAST_CHARACTERS = 8
# What stands behind the last full stop of a line of prose that was broken off; a credit stands there as well.
_LAST_SENTENCE = re.compile(
    r"。(?P<words>[^。！？!?：；;…\n`\[\]”」』》\"】@]{1,80}[A-Za-z0-9\u3400-\u9fff]|[^。：\n]{2,20}\([A-Z.:]{2,16}\))$"
)
_CREDIT = re.compile(
    r"来源|來源|编辑|編輯|记者|記者|作者|图[片源：/]|圖[片源：/]|责编|責編|转载|轉載|原文|全文|点击|點擊|关注|關注|攝|摄|©|\||社$"
    r"|Reuters|AFP|Getty|Bloomberg|Shutterstock|Unsplash|Images|University|^AP$|Photo"
)
_PROSE = re.compile(r"[，,。；;]")
_OWN_LINE = re.compile(
    r"\s*(?:[-*•·▪◆■●￭▍#>【「《①-⑳|]|\d{1,2}[.、)）]\s?\D|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]|[（(][一二三四五六七八九十\d]"
    r"|[^\s，,。]{1,20}[：:]|(?:19|20)\d\d年|\d{1,2}月\d)"
)
_HAN, _LATIN, _QUARTER = re.compile("[\u3400-\u9fff]"), re.compile("[A-Za-z0-9]"), re.compile(r"(?:Q|H)\d")
_LONGEST_LEFT = 120
_ROW = re.compile(r"[^|｜\t\n]*[|｜\t]")
_LINE_END = re.compile(r"\n")


def copy_of_article(text: str) -> str:
    """Give the matching copy of an article, exactly as long, with a space for each line end that stands inside a sentence.

    >>> copy_of_article("公司已經盈利。去年營收為3.54\\n億元，今年會更高。")
    '公司已经盈利。去年营收为3.54 亿元，今年会更高。'
    """
    copy = matching_copy(text)
    ends = [found.start() for found in _LINE_END.finditer(text) if goes_on(text, found.start())]
    if not ends:
        return copy
    characters = list(copy)
    for end in ends:
        characters[end] = " "
    return "".join(characters)


def goes_on(text: str, end: int) -> bool:
    """Tell whether a line end stands inside a sentence: in prose that no mark ends, or before a figure that the line led to.

    >>> goes_on("公司已经盈利。其中Lumora\\n发布的新品，卖得最好。", 15)
    True
    """
    if _ROW.match(text, end + 1):
        return False
    if _breaks_off(text, end):
        return True
    if not _CAN_GO_ON.match(text, end):
        return False
    before = text[max(0, end - _LAST_CHARACTERS) : end].rstrip()
    if "\n" in before or not before or before.endswith(_CLOSING):
        return False
    return bool(_LEADS_TO_FIGURE.search(before) or _BROKEN_BEFORE.match(text, end))


def _breaks_off(text: str, end: int) -> bool:
    """Tell whether prose was broken where a space stood, beside Latin letters or digits: …。其中Lumora⏎发布的…."""
    start = text.rfind("\n", 0, end) + 1
    left = _LAST_SENTENCE.search(text, max(start, end - _LONGEST_LEFT), end)
    if left is None or _CREDIT.search(left["words"]):
        return False
    following = text[end + 1 : end + 1 + _LONGEST_LEFT].partition("\n")[0]
    if not _PROSE.search(following) or _OWN_LINE.match(following):
        return False
    if _HAN.search(left["words"]) is None:
        return _HAN.match(following) is not None or _QUARTER.match(following) is not None
    return _LATIN.match(left["words"][-1]) is not None or _LATIN.match(following) is not None
