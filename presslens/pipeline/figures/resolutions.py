"""How large a picture is: width and height, lines, or thousands of columns."""

from __future__ import annotations

import re

from presslens.model import Quantity
from presslens.pipeline.figures.figure import quantity
from presslens.pipeline.figures.numerals import Numeral

_SIZE = re.compile(r"(\d{2,5}) ?[xX×*] ?(\d{2,5})(?![\d.A-Za-z])")
# 720p0.3元, 4K60帧: what a resolution is set solid with is another figure.
_SOLID = r"\d{1,3}(?:\.\d{1,2})?(?:元|美元|帧|fps|秒)"
_LINES = re.compile(rf"(\d{{3,4}})([pPi])(?:(?![A-Za-z0-9])|(?={_SOLID}))")
_ANOTHER = re.compile(_SOLID)
_LINE_COUNTS = frozenset(
    {144, 240, 270, 288, 320, 360, 480, 512, 540, 576, 640, 720, 768, 900, 1024, 1080, 1280, 1440, 2160, 4320}
)
_RESOLUTIONS = frozenset({2, 4, 5, 6, 8, 12, 16})
# What the digits of a resolution are followed by.
_AHEAD = frozenset("xX×*pPiKk")
_KILO_WORDS = re.compile(r" ?(?:分辨率|视频|画质|高清|超清|影片|电视|屏|画面|电影|清晰度|超高清|60|120|@|级|HDR|的?视频)")


def read_resolution(text: str, number: Numeral) -> Quantity | None:
    """Read the resolution that begins with a numeral, or nothing.

    >>> from presslens.pipeline.figures.numerals import read_numeral
    >>> read_resolution("1280x720", read_numeral("1280x720", 0)).high
    720.0
    """
    if text[number.end : number.end + 2].lstrip()[:1] not in _AHEAD or not number.text[0].isdecimal():
        return None
    size = _SIZE.match(text, number.start)
    if size:
        return quantity(text, size.start(), size.end(), "resolution", (float(size[1]), float(size[2])), "px")
    lines = _LINES.match(text, number.start)
    if lines and int(lines[1]) in _LINE_COUNTS:
        value = float(lines[1])
        return quantity(text, lines.start(), lines.end(), "resolution", (value, value), "p")
    letter = text[number.end : number.end + 1]
    followed = text[number.end + 1 : number.end + 2]
    solid = followed.isascii() and followed.isalnum()
    clear = letter == "K" and (not solid or _ANOTHER.match(text, number.end + 1) is not None)
    if number.low in _RESOLUTIONS and (clear or (letter == "k" and _KILO_WORDS.match(text, number.end + 1))):
        value = float(number.low)
        return quantity(text, number.start, number.end + 1, "resolution", (value, value), "K")
    return None
