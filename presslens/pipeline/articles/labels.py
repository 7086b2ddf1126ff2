"""Part the lines of a head that a page glued together, and write their labels as the plain Chinese ones that rules read."""

from __future__ import annotations

import re

from presslens.pipeline.patterns import searched

_BRACKETED_LABEL = re.compile(r"^[【\[［](来源|來源|作者|记者|記者|时间|時間|日期|媒体|媒體)[】\]］][:：]?[ ]*")
_WIDE_LABEL = re.compile(r"^([来來作记記日时時媒])[ \u3000]+([源者期间間体體])[ ]*[:：]")
_MARKS_OF_LABELS = ":：】]］"
_ENGLISH_LABELS = {
    "source": "来源",
    "author": "作者",
    "writer": "作者",
    "reporter": "记者",
    "date": "时间",
    "published": "时间",
}
# 发布者：林小明　来自：算力拾遗: where a page says who put it there, what it comes from is the outlet.
_COMES_FROM = re.compile(r"(?:(?<=[ \u3000|｜])|^)[来來]自[:：][ ]*")
_PUT_THERE_BY = re.compile(r"^(?:发布者|發佈者|发布人|發佈人|上传者|上傳者)[:：][ ]*(?=[\w·]{2,4}[ \u3000])")
_ENGLISH_LABEL = re.compile(rf"^({'|'.join(_ENGLISH_LABELS)})[ ]*[:：][ ]*", re.IGNORECASE)
# 某某界(ID:someid) 林小明
_ID_BEFORE_NAME = re.compile(r"(?<=\w)[（(](?:ID|微信号|公众号)[:：][\w-]{2,24}[)）](?=[ ]+[\u3400-\u9fff]{2,3}$)")
# 作者 I 林小明: a letter set for the bar.
_LETTER_FOR_BAR = re.compile(r"^([\u3400-\u9fff]{1,4}) [Il] (?=[\u3400-\u9fffA-Z])")
_TAG = re.compile(r"</?(?:title|h[1-6]|p|b|strong|span|div|br)[ ]?/?>", re.IGNORECASE)
# `date 2024-05-06 标题`: the head of a page as it is stored, its name and value before whatever comes first.
_STORED_DATE = re.compile(r"^\s*date[ ](?P<day>(?:19|20)\d\d-\d\d-\d\d)(?:[ \t]+|$)")
# 标题2024-05-06 12:30:00来源：某报作者：某人: the head of a page with all line breaks lost.
GLUED_HEAD = searched(
    r"[ ]?(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[ T]?(?:\d{1,2}:\d{2}(?::\d{2})?)?"
    r"(?=[ ]?(?:来源|來源|作者|编辑|編輯|$)).*$"
)
_GLUED_LABEL = re.compile(
    r"(?<=[\d\u3400-\u9fff])(?=(?:来源|來源|作者|记者|記者|责任编辑|責任編輯|编辑|編輯|发布时间|發佈時間|发布日期|發佈日期)[:：])"
)
_BEGINS_WITH_LABEL = re.compile(r"^(?:来源|來源|作者|记者|記者|编辑|編輯)[:：]")
_LONGEST_GLUED = 64
# `EllenMay 06, 2024`: a name in Latin letters and the month behind it.
_GLUED_MONTH = re.compile(r"(?<=[a-z])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}, (?:19|20)\d\d)")


def plainly_labelled(line: str) -> str:
    """Write a label in brackets, set wide or in English as the plain Chinese one: `【来源】`, `作　者：`, `Source:`.

    >>> plainly_labelled("【來源】算力拾遺"), plainly_labelled("Author: 林小明")
    ('來源：算力拾遺', '作者：林小明')
    >>> plainly_labelled("发布者：林小明　来自：算力拾遗")
    '作者：林小明　来源：算力拾遗'
    """
    line = _ID_BEFORE_NAME.sub("", line, count=1)
    line = _LETTER_FOR_BAR.sub(r"\1 | ", line, count=1)
    if not any(mark in line for mark in _MARKS_OF_LABELS):
        return line
    line = _WIDE_LABEL.sub(r"\1\2：", _BRACKETED_LABEL.sub(r"\1：", line, count=1), count=1)
    line = _COMES_FROM.sub("来源：", _PUT_THERE_BY.sub("作者：", line))
    found = _ENGLISH_LABEL.match(line)
    return f"{_ENGLISH_LABELS[found[1].lower()]}：{line[found.end() :]}" if found else line


def parted(line: str) -> list[str]:
    """Part a line that holds several lines of a head with nothing between them.

    >>> parted("新模型公布2024-05-06 12:30来源：某某日报作者：林小明")
    ['新模型公布', '2024-05-06 12:30', '来源：某某日报', '作者：林小明']
    >>> parted("date 2024-05-06 新模型公布"), parted("作者：林小明发布时间：2024-05-06")
    (['2024-05-06', '新模型公布'], ['作者：林小明', '发布时间：2024-05-06'])
    """
    line = _TAG.sub("", line) if "<" in line else line
    if stored := _STORED_DATE.match(line):
        return [stored["day"], *filter(None, [line[stored.end() :]])]
    if len(line) <= _LONGEST_GLUED and _BEGINS_WITH_LABEL.match(line):
        return _GLUED_LABEL.split(line)
    glued = GLUED_HEAD.search(line)
    if not glued or not glued.start() or len(_GLUED_LABEL.split(glued.group())) < 2:
        return [_GLUED_MONTH.sub(" ", line) if len(line) <= _LONGEST_GLUED else line]
    return [line[: glued.start()], *_GLUED_LABEL.split(glued.group())]
