"""Join lines that were broken at a fixed width, also inside a word or a figure."""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import east_asian_width

# Ends of lines at which a paragraph can end; a broken line ends anywhere.
_ENDS = tuple("。！？!?：:；;”」』…》）)】.")
_WIDEST_WRAP_COLUMNS = 120
_NARROWEST_WRAP_COLUMNS = 36
_LEAST_WRAPS = 3
_NEARLY_FULL = 0.85
# A page with this many cuts inside figures was broken by a machine, at whatever width.
_LEAST_CUT = 2
_LEAST_OF_LONGEST = 0.5
_CLOSES = tuple("。！？!?」』”…）)")
_CUT = re.compile(
    r"[\d０-９]\n(?:[%％‰倍万萬亿億兆元年月日秒分人张張家名个個条條颗顆块塊片台款次帧幀点點折成]|[\d０-９.．]|美元|港元|参数|參數|小时|小時|公里)"
    r"|[.．]\n[\d０-９]|[美港日欧歐]\n元|[\u3400-\u9fff\d０-９]\n[，。、；：！？）」』”]|第\n[一二三四五六七八九十]"
)
_INSIDE_FIGURE = re.compile(r"\d[.,]\n\d|\d\n(?:[.,]\d|[%％‰])")
_STARTS_OWN_LINE = re.compile(
    r"[ \t]*(?:[*+•-][ \t]|#{1,6}[ \t]|>|!\[|\d{1,2}[.、)][ \t]*\S|\||```|[-=]{3,}[ \t]*$|"
    r"\W{0,4}[\u3400-\u9fff]{1,6}[ \t]*[:：|｜丨/])"
)
# Two lines with bars or tabs inside are rows of a table.
_PARTED = re.compile(r"\S[ ]*[|｜\t][ ]*\S")


def join_markdown(text: str) -> str:
    """Join the lines of each Markdown paragraph; two spaces at a line's end keep its break, as Markdown has it.

    >>> join_markdown("新增了 100\\n万用户\\n\\n第二段  \\n第三段")
    '新增了 100万用户\\n\\n第二段\\n第三段'
    """
    lines = text.split("\n")
    joined = [lines[0].rstrip()]
    for before, line in pairwise(lines):
        kept = not before.strip() or not line.strip() or before.endswith("  ") or _STARTS_OWN_LINE.match(line)
        if kept or _is_own_line(before) or (_PARTED.search(before) and _PARTED.search(line)):
            joined.append(line.rstrip())
        else:
            joined[-1] = joined_at(joined[-1], line.strip())
    return "\n".join(joined)


def _is_own_line(line: str) -> bool:
    return line.lstrip().startswith("#") or line.lstrip().startswith("---")


def join_text(text: str) -> str:
    """Join the lines of plain text where their widths, or figures cut in two, show that they were broken.

    >>> lines = ["視頻生成模型今年春天進入了商業應用的階段", "且多家公司宣布將在年內公開測試產品與服務"]
    >>> lines += ["但算力的成本仍是各家公司最難解決的問題之", "一。"]
    >>> join_text("\\n".join(lines)).count("\\n")
    0
    """
    lines = text.split("\n")
    full = _full_width(lines)
    if full is not None:
        lines = _joined(
            lines, [_columns(before) >= _NEARLY_FULL * full and not before.rstrip().endswith(_ENDS) for before in lines]
        )
    cut = [_is_cut(before, after) for before, after in pairwise(lines)]
    if sum(cut) < _LEAST_CUT:
        return text if full is None else "\n".join(lines)
    return "\n".join(_joined(lines, [*_of_blocks(lines, cut), False]))


def _joined(lines: list[str], goes_on: list[bool]) -> list[str]:
    """Put each line to the one before it that goes on."""
    joined = [lines[0].rstrip()]
    for before, line in zip(goes_on, lines[1:], strict=False):
        if before and line.strip():
            # What breaks lines at a width breaks figures too.
            is_figure = joined[-1][-1:].isdigit() and line.strip()[:1].isdigit()
            joined[-1] = joined[-1] + line.strip() if is_figure else joined_at(joined[-1], line.strip())
        else:
            joined.append(line.rstrip())
    return joined


def _is_cut(before: str, after: str) -> bool:
    """Tell a break inside a figure or before a mark that opens no line: 員工340 / 人, 年增1.8 / 倍, 3,912億元 / ，已經."""
    return _CUT.search(f"{before.rstrip()[-2:]}\n{after.lstrip()[:3]}") is not None


def _of_blocks(lines: list[str], cut: list[bool]) -> list[bool]:
    """Tell after which lines of a text with cut figures a sentence goes on: those cut, and all of a paragraph of even lines."""
    goes_on = list(cut)
    start = 0
    for end in [*(i for i, line in enumerate(lines) if not line.strip()), len(lines)]:
        block = lines[start:end]
        if len(block) > 1 and _is_broken_paragraph(block):
            for at in range(start, end - 1):
                own = _STARTS_OWN_LINE.match(lines[at + 1])
                goes_on[at] = goes_on[at] or not (own or lines[at].rstrip().endswith(_ENDS))
        start = end + 1
    return goes_on


def _is_broken_paragraph(block: list[str]) -> bool:
    """Tell lines of one paragraph from a heading above it or a list: they are about as long, and the last closes a sentence."""
    widths = [_columns(line) for line in block[:-1]]
    longest = max(*widths, _columns(block[-1]))
    return (
        longest <= _WIDEST_WRAP_COLUMNS and min(widths) >= _LEAST_OF_LONGEST * longest and block[-1].rstrip().endswith(_CLOSES)
    )


def joined_at(before: str, after: str) -> str:
    """Put two parts of a broken line together: Latin words keep a space between them, Chinese and parts of a figure do not.

    >>> joined_at("增長了 27.", "0%"), joined_at("約 30", "%"), joined_at("Gen", "is here")
    ('增長了 27.0%', '約 30%', 'Gen is here')
    """
    if before.endswith("-") and before[-2:-1].isalnum():
        return before + after
    if _INSIDE_FIGURE.search(f"{before[-2:]}\n{after[:2]}"):
        return before + after
    latin = before[-1:].isascii() and after[:1].isascii()
    return f"{before} {after}" if latin and before and after else before + after


def _full_width(lines: list[str]) -> float | None:
    """Give the width at which lines were broken, or None when they were not."""
    widths = sorted(_columns(line) for line in lines if line.strip())
    if not widths or not _NARROWEST_WRAP_COLUMNS <= widths[-1] <= _WIDEST_WRAP_COLUMNS:
        return None
    full = float(widths[-1])
    broken = sum(
        bool(after.strip()) and _columns(before) >= _NEARLY_FULL * full and not before.rstrip().endswith(_ENDS)
        for before, after in pairwise(lines)
    )
    return full if broken >= _LEAST_WRAPS else None


def _columns(line: str) -> int:
    line = line.rstrip()
    return len(line) + sum(east_asian_width(character) in "WF" for character in line)
