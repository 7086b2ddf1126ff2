"""The way from any number on any page to the panel that says where it comes from.

Charts, tables and buttons live in fragments: opening the panel runs one of them again, not the page. The open fact is in
the URL, so a copied link opens on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd
import streamlit as st

from presslens.dashboard import corroboration, panel, panel_articles, rows
from presslens.dashboard.frame import opened, reviewing
from presslens.dashboard.ledger import Verdict
from presslens.dashboard.text import escape

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from presslens.dashboard.view import View

# What the marks of a chart stand for. An id that begins with `article:` is an article's in either.
Behind = Literal["facts", "articles"]
_OF_ARTICLE = "article:"
CONFIG = {"displaylogo": False, "responsive": True, "displayModeBar": False, "scrollZoom": False}


def chart(figure: go.Figure, *, key: str, alt: str, view: View, of: Behind = "facts") -> None:
    """Draw a chart whose marks open their evidence, or, as the reader prefers, the same figures as a table.

    Every mark carries in `customdata` the comma-joined ids of its facts, or of its articles where it counts or weighs
    articles; `alt` says in one sentence what the chart shows.
    """
    _chart(figure, key, alt, view, of)


def table(
    frame: pd.DataFrame,
    *,
    key: str,
    alt: str,
    view: View,
    height: int | Literal["auto", "content"] = "auto",
    to_review: bool = False,
) -> None:
    """Draw a frame whose rows open their evidence; the column `fact_ids` (ids or a comma-joined string) is not shown.

    Where rows are single facts, `to_review` gives each a button to accept and one to reject it.
    """
    _table(frame, key, alt, view, height, to_review)


def button(label: str, fact_ids: str | Sequence[str], *, key: str, view: View) -> None:
    """Draw a button that opens the evidence of facts; the label is shown as plain text."""
    _button(label, ids_of(fact_ids), key, view)


def reopen(view: View) -> None:
    """Open the panel on the fact that the URL names, unless something on this page has just opened it.

    A mark that stands for articles is opened by its chart, which alone knows the articles.
    """
    asked = opened.fact()
    st.session_state["mark_to_open"] = bool(opened.mark())
    if not asked or opened.is_asked():
        return
    if asked not in opened.ids():
        opened.show((asked,))
    _open(view)


def ids_of(value: object) -> tuple[str, ...]:
    """Give the fact ids in a mark's customdata or a table cell: a comma-joined string, or a sequence that begins with one.

    >>> ids_of("a,b"), ids_of(["a,b", 3]), ids_of(None)
    (('a', 'b'), ('a', 'b'), ())
    """
    if isinstance(value, str):
        return tuple(part for part in value.split(",") if part)
    if isinstance(value, Iterable):
        return tuple(dict.fromkeys(part for item in value if isinstance(item, str) for part in ids_of(item)))
    return ()


def ids_in(figure: go.Figure) -> tuple[str, ...]:
    """Give the ids of all facts, or articles, behind a figure's marks, in drawing order."""
    return tuple(dict.fromkeys(part for value in _marks(figure) for part in ids_of(value)))


def articles_among(ids: Sequence[str], of: Behind) -> tuple[str, ...]:
    """Give the articles among the ids of a mark.

    >>> articles_among(["article:a", "b"], "facts"), articles_among(["a"], "articles")
    (('a',), ('a',))
    """
    own = () if of == "facts" else tuple(part for part in ids if not part.startswith(_OF_ARTICLE))
    return own + tuple(part.removeprefix(_OF_ARTICLE) for part in ids if part.startswith(_OF_ARTICLE))


def _marks(figure: go.Figure) -> Iterator[object]:
    for trace in figure.data:
        yield from () if trace.customdata is None else trace.customdata


@st.fragment
def _chart(figure: go.Figure, key: str, alt: str, view: View, of: Behind) -> None:
    text = view.text
    shown = st.segmented_control(
        text("Show as"),
        ["chart", "table"],
        default="chart",
        format_func={"chart": text("Chart"), "table": text("Table")}.__getitem__,
        key=f"{key}_as",
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        width="content",
    )
    if shown == "table":
        _as_table(figure, key, alt, view, of)
    else:
        turn = st.session_state.get(f"{key}_turn", 0)
        st.plotly_chart(
            figure,
            # A new key per opening lets go of the selection, so that the same mark can be clicked again.
            key=f"{key}_{turn}",
            # The figure brings its own colours and fonts; Streamlit's theme would replace gridlines and margins.
            theme=None,
            on_select=partial(_picked_mark, key, turn, of),
            selection_mode="points",
            config=CONFIG,
            alt=alt,
        )
    _open_if_asked((key, f"{key}_table"), view)
    _reopen_mark(figure, key, of, view)


def _as_table(figure: go.Figure, key: str, alt: str, view: View, of: Behind) -> None:
    """Draw what a chart shows as a table: its facts, or its marks in words where they stand for articles."""
    text, ids = view.text, ids_in(figure)
    if articles_among(ids, of) == ids:
        _grid(rows.of_marks(figure, text), f"{key}_table", alt, text("Evidence"), articles_of=key)
        return
    facts = view.source.ask(corroboration.by_id(tuple(part for part in ids if not articles_among((part,), of))))
    _grid(rows.of_facts(facts, text), f"{key}_table", alt, text("Evidence"))


@st.fragment
def _table(
    frame: pd.DataFrame, key: str, alt: str, view: View, height: int | Literal["auto", "content"], to_review: bool
) -> None:
    if reviewing.changed():
        st.rerun()
    _grid(frame, key, alt, view.text("Evidence"), height, _verdicts(frame, key, view) if to_review else {})
    _open_if_asked((key,), view)


@st.fragment
def _button(label: str, fact_ids: tuple[str, ...], key: str, view: View) -> None:
    st.button(
        escape(label),
        key=key,
        icon=":material/quick_reference_all:",
        type="tertiary",
        disabled=not fact_ids,
        on_click=opened.ask,
        args=(key, fact_ids),
    )
    _open_if_asked((key,), view)


def _verdicts(frame: pd.DataFrame, key: str, view: View) -> dict[str, Any]:
    """Make the columns of buttons that say a verdict on a row's fact."""
    ids = [ids_of(value) for value in frame[rows.FACT_IDS]]
    words: dict[Verdict, str] = {"accepted": view.text("Accept"), "rejected": view.text("Reject")}
    return {
        word: st.column_config.ButtonColumn(
            word, key=f"{key}_{verdict}", on_click=_judged, args=(f"{key}_{verdict}", verdict, ids, view), type="tertiary"
        )
        for verdict, word in words.items()
    }


def _judged(key: str, verdict: Verdict, ids: Sequence[tuple[str, ...]], view: View) -> None:
    click = st.session_state[key]
    if not click or not 0 <= click.row < len(ids):
        return
    for fact in view.source.ask(corroboration.by_id(ids[click.row])).to_dict("records"):
        reviewing.decide(fact, verdict)


def _grid(
    frame: pd.DataFrame,
    key: str,
    alt: str,
    action: str,
    height: int | Literal["auto", "content"] = "auto",
    verdicts: Mapping[str, Any] | None = None,
    articles_of: str = "",
) -> None:
    ids = [ids_of(value) for value in frame[rows.FACT_IDS]]
    shown = frame.drop(columns=rows.FACT_IDS)
    shown.insert(0, action, [action if found else None for found in ids])
    for place, word in enumerate(verdicts or {}, start=1):
        shown.insert(place, word, word)
    column = st.column_config.ButtonColumn(
        action, key=f"{key}_row", on_click=_picked_row, args=(key, ids, articles_of), type="tertiary", pinned=True
    )
    with st.container(key=f"{key}_grid"):
        st.dataframe(
            shown,
            key=key,
            height=height,
            hide_index=True,
            column_config={action: column, **(verdicts or {}), **_formats(shown)},
            placeholder="",
            alt=alt,
        )


def _formats(frame: pd.DataFrame) -> dict[str, Any]:
    numbers = frame.select_dtypes("number").columns
    return {str(name): st.column_config.NumberColumn(format="localized") for name in numbers}


def _picked_mark(key: str, turn: int, of: Behind) -> None:
    points = st.session_state[f"{key}_{turn}"].selection.points
    found = tuple(dict.fromkeys(part for point in points for part in ids_of(point.get("customdata"))))
    if not found:
        return
    st.session_state[f"{key}_turn"] = turn + 1
    articles = articles_among(found, of)
    if articles:
        opened.ask_for_articles(key, articles)
    else:
        opened.ask(key, found)


def _picked_row(key: str, ids: Sequence[tuple[str, ...]], articles_of: str) -> None:
    click = st.session_state[f"{key}_row"]
    if not click or not 0 <= click.row < len(ids) or not ids[click.row]:
        return
    if articles_of:
        opened.ask_for_articles(articles_of, ids[click.row])
    else:
        opened.ask(key, ids[click.row])


def _open_if_asked(keys: tuple[str, ...], view: View) -> None:
    if opened.asked_by(keys):
        _open(view)


def _reopen_mark(figure: go.Figure, key: str, of: Behind, view: View) -> None:
    """Open the panel on the mark of this chart that the URL names, as a followed link does."""
    asked = opened.mark()
    if not asked.startswith(f"{key}-") or opened.is_asked() or not st.session_state.pop("mark_to_open", False):
        return
    marks = (articles_among(ids_of(value), of) for value in _marks(figure))
    opened.adopt(next((ids for ids in marks if ids and opened.name_of_mark(key, ids) == asked), ()))
    _open(view)


def _open(view: View) -> None:
    text = view.text
    decorate = st.dialog(
        text("Evidence"), width="medium", position="right", icon=":material/quick_reference_all:", on_dismiss=opened.close
    )
    decorate(_panel)(view)


def _panel(view: View) -> None:
    text, ids, current = view.text, opened.ids(), opened.fact()
    if opened.mark():
        panel_articles.draw(ids, view)
        return
    place = ids.index(current) if current in ids else 0
    if opened.has_way_back():
        st.button(text("Back to the articles"), key="evidence_back", icon=":material/arrow_back:", on_click=opened.go_back)
    if len(ids) > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            before, after = ids[max(place - 1, 0)], ids[min(place + 1, len(ids) - 1)]
            st.button(text("Previous"), key="evidence_previous", disabled=place == 0, on_click=opened.show, args=(ids, before))
            st.button(
                text("Next"), key="evidence_next", disabled=place == len(ids) - 1, on_click=opened.show, args=(ids, after)
            )
            st.markdown(text("{place} of {total}", place=place + 1, total=len(ids)), width="content")
    found = view.source.ask(corroboration.by_id((current,)))
    if found.empty:
        st.warning(text("This dataset holds no such fact; it may have been built anew since the link was made."))
        return
    panel.draw(found.iloc[0].to_dict(), view)
