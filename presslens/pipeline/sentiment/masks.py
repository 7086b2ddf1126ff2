"""Hide what a sentence does not say itself: titles of works, and prompts quoted to show what was typed in."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_TITLE = re.compile(r"《[^《》]{1,40}》")
# `某某控股(01234)`: a listed company's name often praises itself.
_LISTED = re.compile(r"[\u4e00-\u9fff]{2,6}(?=[（(]\d{4,6}(?:\.[A-Z]{2})?[）)])")
_PROMPT_CUE = re.compile(
    r"(?:提示词|提示语|提示|指令|[Pp]rompt|文字描述|文本描述|描述词|输入|关键词|咒语)[^，。“”\"'‘’「」]{0,10}[：:，]?\s*$"
)
_QUOTE = re.compile(r"“[^“”]*”?|「[^「」]*」?|『[^『』]*』?|\"[^\"]*\"?")
_PROMPT_HEAD = r"(?:提示词|提示语|[Pp]rompt|指令|文字描述|描述词)\s*(?:是|为|如下)?\s*[：:]"
_STEP_HEAD = (
    r"(?:第[一二三四五六七八九十\d]+步|步骤\s*[一二三四五六七八九十\d]+|方法[一二三四五六七八九十\d]+\s*[：:]|首先|然后|接着|最后)?[，：:、\s]*"
    r"(?:请|先|再|可以)?(?:点击|单击|点开|点选|打开|登录|进入(?!\d|[一二三四五六七八九十]|[^，。]{0,8}(?:年代|时代|阶段|市场|世纪))|勾选|粘贴|复制|上传|下载|安装|输入|拖动|拖拽|滑动|扫描|扫码|长按|双击|切换到|右键)"
)
_HEAD = re.compile(rf"\W*(?:{_PROMPT_HEAD}|{_STEP_HEAD})")
_SPOKEN = 0.5
_SPEECH = re.compile(
    r"(?:说|道|称|表示|认为|指出|坦言|直言|感慨|回应|强调|写道|透露|告诉|解释|补充|提到|谈到)[^，。“”]{0,8}[，：:]?$"
)
_SPEECH_AFTER = re.compile(r"[，,]?[^，。“”]{0,12}(?:说|道|表示|坦言|感慨|回应|写道|解释|补充)")
_SHORT_QUOTE = 8


def masked(text: str) -> str:
    """Blank out titles, names of listed companies and quoted prompts, keeping the length.

    >>> masked("他输入“恐怖的怪物”，看了《绝望》。")
    '他输入“□□□□□”，看了《□□》。'
    """
    if "《" in text:
        text = _TITLE.sub(lambda match: "《" + "□" * (len(match.group()) - 2) + "》", text)
    if "(" in text or "（" in text:
        text = _LISTED.sub(lambda match: "□" * len(match.group()), text)
    for start, end in prompt_spans(text):
        text = text[:start] + "□" * (end - start) + text[end:]
    return text


def prompt_spans(match_text: str) -> list[tuple[int, int]]:
    """Find the insides of quotes that show what was typed into a model, in a sentence or a whole article.

    >>> prompt_spans("提示词：“雪地里的狗”。他说：“很好。”")
    [(5, 10)]
    """
    spans = []
    for match in _quotes(match_text):
        if _PROMPT_CUE.search(match_text, max(0, match.start() - 24), match.start()):
            spans.append(_inside(match))
    return spans


def quoted_spans(match_text: str) -> list[tuple[int, int]]:
    """Find the insides of quotes that carry a speaker's words, in a sentence or a whole article.

    A quote counts when it is long enough to be a statement, or when a verb of saying leads to it; a quoted term does not.

    >>> quoted_spans("所谓“世界模型”，他说：“还差得远。”")
    [(13, 18)]
    """
    spans = []
    for match in _quotes(match_text):
        before = match_text[max(0, match.start() - 12) : match.start()]
        if _PROMPT_CUE.search(before):
            continue
        start, end = _inside(match)
        stated = any(mark in match.group() for mark in "，。！？；,!?;")
        said = _SPEECH.search(before) or (stated and _SPEECH_AFTER.match(match_text, match.end()))
        if said or (stated and end - start > _SHORT_QUOTE):
            spans.append((start, end))
    return spans


def share_within(start: int, end: int, spans: list[tuple[int, int]]) -> float:
    """Tell what share of a stretch of text lies inside spans, which stand in order and do not overlap.

    >>> share_within(0, 10, [(5, 20)])
    0.5
    """
    if not spans:
        return 0.0
    inside = 0
    for at in range(max(0, bisect_left(spans, (start, 0)) - 1), len(spans)):
        first, last = spans[at]
        if first >= end:
            break
        inside += max(0, min(end, last) - max(start, first))
    return inside / max(1, end - start)


def is_quoted(match_sentence: str) -> bool:
    """Tell whether a sentence is mostly a quoted speaker's words.

    A sentence cut out of a longer quote shows one of its marks, or none; the article's `quoted_spans` settle those.

    >>> is_quoted("他说：“我们还差得很远，至少要三年。”"), is_quoted("所谓“世界模型”只是说法。")
    (True, False)
    """
    return share_within(0, len(match_sentence), quoted_spans(match_sentence)) >= _SPOKEN


# Who scores a sentence and who tells whether it speaks for its article both ask about it.
@lru_cache(maxsize=4096)
def is_prompt(match_sentence: str) -> bool:
    """Tell whether a sentence is a prompt or an instruction to the reader rather than a statement.

    >>> is_prompt("提示词：一只猫在雨中哭泣"), is_prompt("第二步，点击生成按钮"), is_prompt("它的提示词理解更准")
    (True, True, False)
    """
    if _HEAD.match(match_sentence):
        return True
    prompts = prompt_spans(match_sentence)
    return bool(prompts) and share_within(0, len(match_sentence), prompts) >= _SPOKEN


def has_quotes(text: str) -> bool:
    """Tell whether something is quoted in a text."""
    # Four searches for one character each cost a fifth of one for any of them.
    return "“" in text or "「" in text or '"' in text or "『" in text


def _quotes(text: str) -> list[re.Match[str]]:
    return list(_QUOTE.finditer(text)) if has_quotes(text) else []


def _inside(match: re.Match[str]) -> tuple[int, int]:
    closed = match.group()[-1] in "”」』" or (match.group()[-1] == '"' and len(match.group()) > 1)
    return match.start() + 1, match.end() - (1 if closed else 0)
