"""What the page Method says of the outlook: what is scored, and how often that goes wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from presslens.dashboard import panels
from presslens.dashboard.method import SETS
from presslens.dashboard.text import Text, escape
from presslens.dashboard.vocabulary import mark

if TYPE_CHECKING:
    from presslens.dashboard.view import View

LABELS = {-1: mark("critical"), 0: mark("neutral"), 1: mark("hopeful")}
# Our own sentences: what counts as hopeful, critical, or neither.
EXAMPLES = (
    ("单次生成成本从3元降到了0.4元。", 1, mark("a cost that falls")),
    ("到2030年，市场规模预计增长到两百亿美元。", 1, mark("growth ahead")),
    ("尽管仍有瑕疵，它依然是目前最接近实用的一款。", 1, mark("what follows 尽管 (although) is conceded")),
    ("目前的效果还不尽如人意。", -1, mark("a limit of the product")),
    ("中期盈利按年跌三成，逊预期。", -1, mark("a result that falls")),
    ("三家公司联合起诉该平台。", -1, mark("a dispute that weighs on the business")),
    ("公司希望在三年内达到国际先进水平。", 0, mark("wanted, not reached")),
    ("首先，企业应当加大研发投入。", 0, mark("advice")),
    ("该模型支持文本和图片输入。", 0, mark("a feature, without praise")),
    ("提示词：一个绝望的男孩在废墟里奔跑。", 0, mark("a prompt: left out of the article's mean")),
)


def draw(measured_on: str, sets: Mapping[str, Any], view: View) -> None:
    """Draw what is scored, with examples, and how often it is read otherwise than a reader does."""
    text = view.text
    st.header(text("What the outlook is, and how often it is wrong"), anchor=False)
    meaning = text(
        "What is scored is the outlook that a sentence expresses about its subject, as a market analyst reads it, from −1 to"
        " +1; not whether it is true, and not how good the product is. An article is the mean of its sentences without prompts,"
        " instructions and boilerplate. Toward a name, the question is what the sentence says of that name: who only stands in"
        " a list, dates something or lends money is neutral."
    )
    st.markdown(escape(meaning))
    panels.of_rows(examples(text), key="examples", alt=text("Our own sentences with their labels"), view=view)
    if sets:
        _measured(measured_on, sets, view)


def _measured(measured_on: str, sets: Mapping[str, Any], view: View) -> None:
    """Draw how often the outlook is read otherwise than a reader does, set by set, and the matrix of the first."""
    text = view.text
    labelled = text(
        "One kind of reader labelled the sentences, one at a time, without seeing what the machine reads: where you would "
        "disagree with that reader, the shares here flatter or wrong us. Macro-F1 is the mean over the three labels of how "
        "well each is found and how often it is right; in brackets stands the 95% interval, bootstrapped by article. Turned "
        "around is hopeful read as critical or the other way round, missed is either read as neutral. Held back are sentences "
        "that nobody looked at while mending the rules, though others of the same articles were read."
    )
    st.markdown(escape(labelled))
    title = text("How often the outlook is read as a reader does, by set")
    panels.of_rows(shares(sets, text), key="outlook_accuracy", alt=title, view=view)
    best = next((name for name in SETS if name in sets), next(iter(sets)))
    matrix = text("Labels and what was read, in the set “{set}”", set=_set_name(best, text))
    panels.of_rows(confusion(sets[best], text), key="confusion", alt=matrix, view=view, title=matrix)
    if measured_on != view.source.fingerprint:
        st.caption(escape(text("Measured on data version {version}, not on the one shown now.", version=measured_on)))


def examples(text: Text) -> pd.DataFrame:
    """Lay our examples out: sentence, label, reason."""
    return pd.DataFrame(
        {
            text("Sentence"): [sentence for sentence, _, _ in EXAMPLES],
            text("Label"): [text(LABELS[label]) for _, label, _ in EXAMPLES],
            text("Why"): [text(why) for _, _, why in EXAMPLES],
        }
    )


def shares(sets: Mapping[str, Any], text: Text) -> pd.DataFrame:
    """Lay the measured shares out: two rows per set, one for its sentences and one for the names in them."""
    order = [*(name for name in SETS if name in sets), *sorted(set(sets) - set(SETS))]
    rows = [
        _row(_set_name(name, text), what, sets[name][part], text)
        for name in order
        for part, what in (("sentences", text("sentences")), ("targets", text("names in them")))
    ]
    return pd.DataFrame(rows)


def confusion(measured: Mapping[str, Any], text: Text) -> pd.DataFrame:
    """Lay a confusion matrix out: a row per label, a column for what was read."""
    matrix = measured["sentences"]["confusion"]
    labels = list(LABELS.values())
    columns = {text("Label"): [text(label) for label in labels]}
    for place, label in enumerate(labels):
        columns[text("read as {label}", label=text(label))] = [row[place] for row in matrix]
    return pd.DataFrame(columns)


def _row(name: str, what: str, told: Mapping[str, Any], text: Text) -> dict[str, str]:
    scripts = {"hans": text("Simplified"), "hant": text("Traditional")}
    return {
        text("Set"): name,
        text("What"): what,
        text("Labels"): text("{n} in {articles}", n=text.number(told["labels"]), articles=_articles(told["articles"], text)),
        text("Macro-F1"): text(
            "{value} ({low}–{high})",
            value=f"{told['macro_f1']:.2f}",
            low=f"{told['macro_f1_low']:.2f}",
            high=f"{told['macro_f1_high']:.2f}",
        ),
        text("Wrong"): f"{told['wrong']:.0%}",
        text("Turned around"): f"{told['reversed']:.1%}",
        text("Missed"): f"{told['missed']:.0%}",
        text("Surest 60%"): f"{told['macro_f1_surest']:.2f}",
        text("By script"): text(", ").join(
            f"{scripts.get(script, script)} {value:.2f}" for script, value in told["macro_f1_of_script"].items()
        ),
    }


def _articles(count: int, text: Text) -> str:
    return text.plural("{n} article", "{n} articles", count)


def _set_name(name: str, text: Text) -> str:
    return text(SETS[name]) if name in SETS else name
