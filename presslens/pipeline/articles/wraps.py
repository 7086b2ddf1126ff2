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
_INSIDE_FIGURE = re.compile(r"\d[.,]\n\d|\d\n(?:[.,]\d|[%％‰])")
_STARTS_OWN_LINE = re.compile(
    r"[ \t]*(?:[*+•-][ \t]|#{1,6}[ \t]|>|!\[|\d{1,2}[.、)][ \t]*\S|\||```|[-=]{3,}[ \t]*$|"
    r"\W{0,4}[\u3400-\u9fff]{1,6}[ \t]*[:：|｜丨/])"
)


def join_markdown(text: str) -> str:
    """Join the lines of each Markdown paragraph; two spaces at a line's end keep its break, as Markdown has it.

    >>> join_markdown("新增了 100\\n万用户\\n\\n第二段  \\n第三段")
    '新增了 100万用户\\n\\n第二段\\n第三段'
    """
    lines = text.split("\n")
    joined = [lines[0].rstrip()]
    for before, line in pairwise(lines):
        kept = not before.strip() or not line.strip() or before.endswith("  ") or _STARTS_OWN_LINE.match(line)
        if kept or _is_own_line(before):
            joined.append(line.rstrip())
        else:
            joined[-1] = joined_at(joined[-1], line.strip())
    return "\n".join(joined)


def _is_own_line(line: str) -> bool:
    return line.lstrip().startswith("#") or line.lstrip().startswith("---")


def join_text(text: str) -> str:
    """Join the lines of plain text where their widths show that they were broken at a fixed one.

    >>> lines = ["視頻生成模型今年春天進入了商業應用的階段", "且多家公司宣布將在年內公開測試產品與服務"]
    >>> lines += ["但算力的成本仍是各家公司最難解決的問題之", "一。"]
    >>> join_text("\\n".join(lines)).count("\\n")
    0
    """
    lines = text.split("\n")
    full = _full_width(lines)
    if full is None:
        return text
    joined = [lines[0].rstrip()]
    for before, line in pairwise(lines):
        if line.strip() and _columns(before) >= _NEARLY_FULL * full and not before.rstrip().endswith(_ENDS):
            # What breaks lines at a width breaks figures too.
            is_figure = joined[-1][-1:].isdigit() and line.strip()[:1].isdigit()
            joined[-1] = joined[-1] + line.strip() if is_figure else joined_at(joined[-1], line.strip())
        else:
            joined.append(line.rstrip())
    return "\n".join(joined)


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
