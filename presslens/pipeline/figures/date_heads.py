"""With which characters a date can begin, and what must stand behind each of them."""

from __future__ import annotations

import re

from presslens.pipeline.figures.vocabulary import load

_WORD_TABLES = (
    *("years", "months", "days", "years_from_anchor", "months_from_anchor", "days_from_anchor"),
    *("festivals", "nth_weekdays", "parts_of_year", "pairs_of_years"),
)
# 上周, 这个月, 下一季度: what these words point at must follow.
_NEAR_FIRSTS = "首最上下本这当前"
_BEHIND_NEAR_FIRSTS = (
    "(?<=首)(?=季)|(?<=前)(?=一个?季|[两二三23]个?季|半年|年|天|晚|一[年天日])|(?<=最)[近新](?=的?一?个?[财季])"
    "|(?<=[上下本这当])(?=[周星礼月季半财年世]|前[季财]|[个一上下][周星礼月季年个财半])"
)
_OTHER_HEADS = (
    "FY",
    "年底",
    "年末",
    "年初",
    "年中",
    "年内",
    "第",
    "Q",
    "周",
    "星期",
    "礼拜",
    "农历",
    "阴历",
    "正月",
    "腊月",
    "闰",
    "昨",
    "今",
    "元月",
    "次季",
    "末季",
    "隔年",
)


def date_heads() -> tuple[str, str]:
    """Give the characters that a date can begin with, numerals aside, and a pattern for what must stand at each one's end.

    Parted so, Python looks for the characters in C and tries the pattern only behind them.
    """
    lexicon = load("dates")
    words = [word for table in _WORD_TABLES for word in lexicon[table]]
    following: dict[str, set[str]] = {}
    for word in (*words, *load("lunar")["festivals"], *_OTHER_HEADS):
        following.setdefault(word[0], set()).add(word[1:2])
    behind = [
        f"(?<={re.escape(first)})" + ("" if "" in seconds else f"(?=[{re.escape(''.join(sorted(seconds)))}])")
        for first, seconds in sorted(following.items())
    ]
    return re.escape("".join(following)) + _NEAR_FIRSTS, "|".join([*behind, _BEHIND_NEAR_FIRSTS])
