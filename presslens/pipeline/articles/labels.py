"""Write the labels of credit lines, set in brackets, wide or in English, as the plain Chinese ones that rules read."""

from __future__ import annotations

import re

_BRACKETED_LABEL = re.compile(r"^[【\[［](来源|來源|作者|记者|記者|时间|時間|日期|媒体|媒體)[】\]］][:：]?[ ]*")
_WIDE_LABEL = re.compile(r"^([来來作记記日时時媒])[ \u3000]+([源者期间間体體])[ ]*[:：]")
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


def plainly_labelled(line: str) -> str:
    """Write a label in brackets, set wide or in English as the plain Chinese one: `【来源】`, `作　者：`, `Source:`.

    >>> plainly_labelled("【來源】算力拾遺"), plainly_labelled("Author: 林小明")
    ('來源：算力拾遺', '作者：林小明')
    >>> plainly_labelled("发布者：林小明　来自：算力拾遗")
    '作者：林小明　来源：算力拾遗'
    """
    line = _WIDE_LABEL.sub(r"\1\2：", _BRACKETED_LABEL.sub(r"\1：", line, count=1), count=1)
    line = _COMES_FROM.sub("来源：", _PUT_THERE_BY.sub("作者：", line))
    found = _ENGLISH_LABEL.match(line)
    return f"{_ENGLISH_LABELS[found[1].lower()]}：{line[found.end() :]}" if found else line
