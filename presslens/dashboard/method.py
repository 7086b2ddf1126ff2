"""The words of the page Method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import glossary, panels
from presslens.dashboard.aggregates.accuracy import ALL_NAMED, ANY_FIGURE
from presslens.dashboard.text import Text, escape
from presslens.dashboard.vocabulary import METRICS, mark

if TYPE_CHECKING:
    from presslens.dashboard.view import View

STEPS = (
    (
        mark("Read and mend"),
        mark(
            "Each file is decoded, whatever encoding it came in, and freed of what is not the article: navigation, "
            "share bars, leftover HTML, pronunciation notes left by a bad converter. How many spots were mended is "
            "kept with the article."
        ),
    ),
    (
        mark("Describe"),
        mark(
            "Title, outlet, author and date are taken from the text. A date that is only hinted at (this morning, "
            "half a month ago) is worked out from an event the text itself dates, and marked as inferred; one that "
            "cannot be known stays unknown."
        ),
    ),
    (
        mark("Find the figures"),
        mark(
            "Every amount, count, percentage, duration, resolution and date is found in Chinese or Arabic numerals, "
            "with its unit and its hedge: 数亿元 is 200 to 900 million yuan and vague, 超过60亿 is at least 6 billion. The"
            " text is matched on a Simplified copy of equal length, so the figure shown is always the one printed."
        ),
    ),
    (
        mark("Say what they mean"),
        mark(
            "Rules, each for one wording, decide what a figure measures, of whom, for when, on whose word, and how "
            "firm it is: actual, forecast, target, estimate, assumption or rumour. Where no rule fits, the figure is"
            " kept as other."
        ),
    ),
    (
        mark("Compare"),
        mark(
            "Growth rates are computed again from an article's own end points, and figures on the same thing are "
            "held against each other. Nothing is averaged over scopes, and nothing actual is mixed with a forecast."
        ),
    ),
    (
        mark("Sense the mood"),
        mark(
            "Each sentence is scored from worried (-1) to hopeful (+1) by the words in it, turned by negation and "
            "strengthened or weakened by the words around. An outlet's value is the mean over its articles, with an "
            "interval."
        ),
    ),
    (
        mark("Find the terms"),
        mark(
            "Articles are cut into words with the names of models and companies kept whole. Words that stand "
            "everywhere, bare numbers and parts of dates do not count."
        ),
    ),
)
LIMITS = (
    mark("A figure in a picture, a chart or a video is not seen."),
    mark("A sentence whose subject stands several sentences earlier may be given to the wrong one, or to none."),
    mark("A bare 元 is taken as Chinese yuan, and the steps of the figure say so."),
    mark("Amounts in US dollars use the average rate of the year; the printed currency always stands beside them."),
    mark("Irony is not understood, and a quoted opinion counts as the article's unless it is marked as a quotation."),
    mark("A handful of articles is not the press: nothing here speaks for outlets that are not in it."),
)

SETS = {"held_back": mark("Held back"), "read_while_tuning": mark("Read while tuning"), "seed": mark("Read while writing")}
ASPECTS = {"right": mark("{set}: right"), "found": mark("{set}: found")}
ROWS = {ALL_NAMED: mark("All measures"), ANY_FIGURE: mark("Any figure at all"), **METRICS}


def steps(text: Text) -> None:
    """Draw how an article becomes figures, in order."""
    st.header(text("How it works"), anchor=False)
    with st.grid(2, min_column_width=300):
        for number, (title, words) in enumerate(STEPS, start=1):
            with st.container(border=True, height="stretch", gap="small"):
                st.markdown(f"**{number}. {escape(text(title))}**")
                st.markdown(escape(text(words)))


def accuracy(measured_on: str, shares: pd.DataFrame, view: View) -> None:
    """Draw how often facts are right and found, measure by measure and set by set; nothing where it was not measured."""
    text = view.text
    if shares.empty:
        return
    st.header(text("How often facts are right and found, by measure"), anchor=False)
    count = int(shares.drop_duplicates("set")["articles"].sum())
    labelled = text.plural(
        "Every figure of {n} article was labelled by hand and compared with what the rules read.",
        "Every figure of {n} articles was labelled by hand and compared with what the rules read.",
        count,
    )
    meaning = text(
        "Right is the share of the facts read that agree with a label in value, measure and subject; found is the share of"
        " the labels that were read so. In brackets stands the 95 % interval: the fewer figures, the wider. Held back are"
        " articles whose labels nobody used to mend the rules, so they tell best what to expect of a new article."
    )
    st.markdown(escape(f"{labelled} {meaning}"))
    title = text("How often facts are right and found, by measure")
    panels.of_rows(accuracy_table(shares, text), key="accuracy", alt=title, view=view, pinned=text("Measure"))
    if measured_on != view.source.fingerprint:
        st.caption(escape(text("Measured on data version {version}, not on the one shown now.", version=measured_on)))


def accuracy_table(shares: pd.DataFrame, text: Text) -> pd.DataFrame:
    """Lay the shares out for reading: a row per measure, two columns per set, the held back articles first."""
    order = [*(name for name in SETS if name in set(shares["set"])), *sorted(set(shares["set"]) - set(SETS))]
    cells = {(row.set, row.aspect, row.metric): _share(row, text) for row in shares.itertuples()}
    metrics = [metric for metric in ROWS if metric in set(shares["metric"])]
    columns = {text("Measure"): [text(ROWS[metric]) for metric in metrics]}
    for name in order:
        for aspect, heading in ASPECTS.items():
            label = text(heading, set=text(SETS[name]) if name in SETS else name)
            columns[label] = [cells.get((name, aspect, metric), "") for metric in metrics]
    return pd.DataFrame(columns)


def _share(row: Any, text: Text) -> str:
    if not row.of:
        return "–"
    percent = {"share": f"{row.value:.0%}", "low": f"{row.low * 100:.0f}", "high": f"{row.high * 100:.0f}"}
    return text("{share} ({low}–{high}), {hits}/{of}", hits=row.hits, of=row.of, **percent)


def measured(measures: Sequence[Mapping[str, str]], view: View) -> None:
    """Draw what was measured, from the file that holds it, before anything is said of how it works."""
    text = view.text
    st.header(text("How often it is right"), anchor=False)
    if not measures:
        st.info(text("This dataset comes without measurements."))
        return
    words = text(
        "No machine reads every sentence rightly. This is how often ours did when it was checked, and with what it is measured "
        "again. Before you build on a figure, open its evidence: it shows the characters that were read."
    )
    st.markdown(escape(words))
    told = measures_told(measures, text)
    alt = text("What was measured, with the command that measures it")
    panels.of_drawing(told, partial(_measured, told, text), key="measured", alt=alt, view=view)


def measures_told(measures: Sequence[Mapping[str, str]], text: Text) -> pd.DataFrame:
    """Lay the measurements out, in the reader's language where the file has them in it (`name_zh`), else as they are."""
    columns = {
        text("What"): "name",
        text("Measured"): "value",
        text("Target"): "target",
        text("On"): "date",
        text("With"): "command",
    }

    def said(measure: Mapping[str, str], field: str) -> str:
        told = str(measure.get(f"{field}_{text.language}") or measure.get(field, ""))
        return text.date(told) if field == "date" else told

    return pd.DataFrame([{name: said(measure, field) for name, field in columns.items()} for measure in measures])


def _measured(told: pd.DataFrame, text: Text) -> None:
    """Draw the measurements as lines: a table would cut their words off on any but the widest screen."""
    lines = []
    for what, value, target, on, command in told.itertuples(index=False):
        aim = [text("target {target}", target=target)] if target else []
        rest = " · ".join(escape(part) for part in (*aim, on) if part)
        lines.append(f"- **{escape(value)}** {escape(what)}  \n  :small[{rest} · `{command.replace('`', '')}`]")
    st.markdown("\n".join(lines))


def limits(text: Text) -> None:
    """Draw the known limits."""
    st.header(text("Known limits"), anchor=False)
    st.markdown("\n".join(f"- {escape(text(limit))}" for limit in LIMITS))


def licence(fingerprint: str, text: Text) -> None:
    """Draw what may be done with the data, and which data this is."""
    st.header(text("Licence"), anchor=False)
    st.markdown(escape(text(glossary.LICENCE)))
    st.caption(escape(text("Data version {version}", version=fingerprint)))
