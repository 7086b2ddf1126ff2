"""The rule for when a book or a film came out: 他在2020年出版的书《…》, 该片将于6月27日在北美上映."""

from __future__ import annotations

import re

from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import MODEL_FIRST, Reading, Rule, has, reads
from presslens.pipeline.gates import Gated

_OUT = r"上映|公映|首映|开播|播出|开画|点映|献映"
_MAY_BE_OUT = Gated(rf"{_OUT}|出版|问世")
_FILM_OUT = re.compile(
    rf"\s?(?:起|晚|当天)?(?:正式|全面|率先|同步|登陆)*(?:在|于|登陆)?(?:[^，,。；;0-9]{{0,10}}?)(?:{_OUT})(?!(?:的|后|前|以来|之后|之前))"
)
_LEADS_ON = r"(?:已经?|将|定于|定档|确定|计划|预计|有望|正式|会|则|也)*(?:在|于)?\s?$"
_FILM = r"(?:影片|该片|本片|电影|新片|该剧|剧集|动画|纪录片|续集|真人版|剧版|全片|片子|新剧)"
_BOOK_OUT = re.compile(r"\s?(?:正式|首次)?出版的[^，,。；;《]{0,16}《(?P<title>[^》]{1,40})》")
_TITLE = re.compile(r"《(?P<title>[^》]{1,30})》")
# A review goes on about its film for some sentences.
_REACH = 400


@reads("date", where=_MAY_BE_OUT)
def work_came_out_on(figure: Figure) -> Reading | None:
    """Read when a book or film came out: 2020年出版的书《…》, 影片将于6月27日美国上映."""
    book = _BOOK_OUT.match(figure.after)
    if book:
        return Reading("release_date", book["title"], subjects=MODEL_FIRST)
    if not _FILM_OUT.match(figure.right) or not has(_LEADS_ON, figure.left):
        return None
    title = _title_before(figure)
    planned = has(r"将|定|计划|预计|有望|会", figure.left[-8:])
    return Reading("release_date", title, subjects=MODEL_FIRST, status="forecast" if planned else None) if title else None


def _title_before(figure: Figure) -> str:
    """Give the work that the clause names, or the one named last where the clause only calls it a film or nothing."""
    own = _TITLE.findall(figure.left)
    if own:
        return str(own[-1])
    if not re.fullmatch(rf"\W*(?:{_FILM})?{_LEADS_ON}", figure.left):
        return ""
    text = figure.passage.article.match
    told = _TITLE.findall(text[max(0, figure.clause.start - _REACH) : figure.clause.start])
    return str(told[-1]) if told else ""


RULES: tuple[Rule, ...] = (work_came_out_on,)
