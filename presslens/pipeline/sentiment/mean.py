"""Tell which sentences speak for their article: prompts, instructions and what the site put there do not."""

from __future__ import annotations

import re

from presslens.pipeline.articles.furniture import is_furniture_line
from presslens.pipeline.sentiment import masks

_MOSTLY = 0.5
_LONGEST_POINTER = 60
_POINTER = re.compile(
    r"[（(【\[▲△图注\s]*(?:相关新闻|相关阅读|延伸阅读|推荐阅读|更多(?:内容|精彩|新闻|资讯)|点击|扫码|欢迎关注|欢迎订阅|转载请|本文(?:首发|来源|来自|作者|系)|"
    r"图片?[:：/]|图源|来源[:：]|封面图|责任?编辑|编辑[:：/|]|作者[:：/|]|记者[:：/|])"
)
# `A slow pan over a harbour at dusk. （镜头缓缓……）`: a prompt shown with its translation.
_ENGLISH_FIRST = re.compile(r"^\W*(?:[A-Za-z][A-Za-z'’\-]*[,.;:!?\"”]*\s+){8,}")


def speaks(match_sentence: str, start: int, end: int, prompted: list[tuple[int, int]]) -> bool:
    """Tell whether a sentence, standing at start to end of its article, counts in the article's mean.

    `prompted` are the article's quoted prompts (`masks.prompt_spans`).

    >>> speaks("新模型大获成功。", 0, 8, []), speaks("提示词：一只哭泣的猫", 8, 18, []), speaks("编辑：王二", 18, 23, [])
    (True, False, False)
    """
    if masks.is_prompt(match_sentence) or masks.share_within(start, end, prompted) >= _MOSTLY:
        return False
    pointer = len(match_sentence) <= _LONGEST_POINTER and _POINTER.match(match_sentence)
    return not (pointer or _ENGLISH_FIRST.match(match_sentence) or is_furniture_line(match_sentence))
