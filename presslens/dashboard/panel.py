"""What the evidence panel says of one fact; text from articles reaches the screen only as escaped HTML or plain code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from presslens.dashboard import citing, panel_voices, reading
from presslens.dashboard.data import as_day
from presslens.dashboard.frame import reviewing
from presslens.dashboard.panel_parts import grid, safe, stack, titled
from presslens.dashboard.text import Text

if TYPE_CHECKING:
    from presslens.dashboard.view import View

_MARK = "background:rgba(250,204,21,.4);color:inherit;border-radius:.2rem;padding:0 .15rem"
_QUOTE = "margin:.25rem 0;padding:.5rem .9rem;border-left:.25rem solid #0b62c4;line-height:1.7;overflow-wrap:anywhere"


def draw(fact: Mapping[str, Any], like: pd.DataFrame, view: View) -> None:
    """Draw everything that is known of one fact, a row of `like`: `corroboration.with_its_like` of that fact."""
    text = view.text
    stack(_headline(fact, text), _sentence(fact, view))
    panel_voices.draw(fact, like, view)
    reviewing.controls(fact, view)
    stack(
        grid(_meaning(fact, text)),
        titled(text("Printed by"), grid(_printed_by(fact, text))),
        titled(text("How it was read"), grid(_reading(fact, text)) + _steps(fact, text)),
        titled(text("Citation")),
    )
    citing.draw(fact, text)


def _headline(fact: Mapping[str, Any], text: Text) -> str:
    about = " · ".join(part for part in (text.metric(fact["metric"]), text.name(fact["subject"])) if part)
    return (
        f"<div style='font-size:1.9rem;font-weight:600;line-height:1.25;overflow-wrap:anywhere'>{safe(text.value(fact))}</div>"
        f"<div style='margin-top:.15rem'>{safe(about)}</div>"
    )


def _sentence(fact: Mapping[str, Any], view: View) -> str:
    text = view.text
    printed = view.source.text_of(fact["article_id"])
    if printed is None:
        return _remark(text("The article's text is not on this machine, so its sentence cannot be shown here."))
    start, end = int(fact["start"]), int(fact["end"])
    if printed[start:end] != fact["surface"]:
        return _remark(text("The article's text on this machine is not the one these figures were read from."))
    known = not pd.isna(fact["sentence_start"])
    first, last = (int(fact["sentence_start"]), int(fact["sentence_end"])) if known else (start, end)
    first, last = min(first, start), max(last, end)
    before, after = safe(printed[first:start].lstrip()), safe(printed[end:last].rstrip())
    tongue = "zh-Hant" if fact["script"] == "hant" else "zh-Hans"
    marked = f"<mark style='{_MARK}'>{safe(fact['surface'])}</mark>"
    return f"<blockquote lang='{tongue}' style='{_QUOTE}'>{before}{marked}{after}</blockquote>"


def _remark(words: str) -> str:
    return f"<p style='font-size:.875rem;opacity:.8;margin:.9rem 0 0'>{safe(words)}</p>"


def _meaning(fact: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    return [
        (text("As printed"), fact["surface"]),
        (text("Measure"), text.metric(fact["metric"])),
        (text("Subject"), text.name(fact["subject"])),
        (text("Scope"), text.scope(fact["scope"])),
        (text("As of"), text.date(fact["as_of"]) if fact["as_of"] else ""),
        (text("Status"), text.status(fact["status"])),
        (text("In US dollars"), text.amount(fact["amount_usd"], None, "USD", "about") if _converted(fact) else ""),
    ]


def _converted(fact: Mapping[str, Any]) -> bool:
    return fact["unit"] != "USD" and not pd.isna(fact["amount_usd"])


def _printed_by(fact: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    day = text.date(as_day(fact["published"]), fact["published_precision"])
    basis = text.label(fact["published_basis"])
    return [
        (text("Outlet"), text.outlet(fact["outlet"])),
        (text("Title"), fact["title"] or text("Untitled")),
        (text("Published"), text("{day} ({basis})", day=day, basis=basis) if as_day(fact["published"]) else day),
        (text("Quoted"), text.name(fact["attributed_to"]) or text("nobody: the article says so itself")),
    ]


def _reading(fact: Mapping[str, Any], text: Text) -> list[tuple[str, str]]:
    return [
        (text("Rule"), reading.rule(str(fact["rule"]), text)),
        (text("Confidence"), text.label(fact["confidence"])),
    ]


def _steps(fact: Mapping[str, Any], text: Text) -> str:
    steps = [] if fact["steps"] is None else list(fact["steps"])
    if not steps:
        return ""
    listed = "".join(f"<li>{safe(reading.step(step, text))}</li>" for step in steps)
    return f"<ol style='margin:.5rem 0 0;padding-left:1.4rem'>{listed}</ol>"
