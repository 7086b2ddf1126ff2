"""The words on charts: labels, hover texts, and the sentence that says what stands behind a chart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pandas as pd

from presslens.dashboard import checking
from presslens.dashboard.aggregates import claims, flags
from presslens.dashboard.aggregates.periods import Step
from presslens.dashboard.charts import style
from presslens.dashboard.reviewed import VERDICT, Review, spoken_of
from presslens.dashboard.text import Text

# Signs after a value: read with low confidence, and arithmetic that does not add up.
UNSURE, AMISS = "?", "≠"


def subject(mark: claims.Mark, text: Text) -> str:
    """Say whom a claim is of and how far it reaches, as plain text: `NVIDIA`, `AIGC, Worldwide`."""
    parts = [text.name(mark["subject"]), text.scope(mark["scope"])]
    return text(", ").join(part for part in parts if part) or text("Subject not named")


def about(mark: claims.Mark, text: Text) -> str:
    """Say the same, escaped for a chart."""
    return style.escape(subject(mark, text))


def evidence(mark: claims.Mark, text: Text) -> list[str]:
    """Say who prints a claim: outlets, first day, who is quoted, how many articles (or families) and origins."""
    outlets = [text.outlet(outlet) for outlet in mark["outlets"]] or [text.outlet("")]
    lines = [f"{style.escape(text(', ').join(outlets[:3]))} · {text.date(day(mark['published']))}"]
    if mark["voices"]:
        lines.append(
            text("Quoted: {names}", names=style.escape(text(", ").join(text.name(name) for name in mark["voices"][:3])))
        )
    if mark["articles"] > 1:
        lines.append(behind(mark["counted"], mark["origins"], text))
    return lines


def speaker(name: str, text: Text) -> str:
    """Name whose word a figure is: a source that is quoted, or the outlet itself.

    >>> speaker("高德纳", Text("en")), speaker("第一财经", Text("en")), speaker("", Text("en"))
    ('Gartner', 'Yicai', 'Unknown outlet')
    """
    shown = text.name(name)
    return shown if shown != name else text.outlet(name)


def period(start: pd.Timestamp, step: Step, text: Text) -> str:
    """Name a day, a week by its first day, or a month.

    >>> period(pd.Timestamp("2024-03-04"), "week", Text("en")), period(pd.Timestamp("2024-03-01"), "month", Text("en"))
    ('week of 4 Mar 2024', 'Mar 2024')
    """
    if step == "week":
        return text("week of {day}", day=text.date(start.date()))
    return text.date(start.date(), step)


def hover(mark: claims.Mark, text: Text) -> str:
    """Say everything about a claim's mark: the figure as printed first, then what it means and who prints it."""
    printed = style.escape(" / ".join(mark["printed"][:4]), 80)
    when = [style.escape(text.date(mark["as_of"]))] if mark["as_of"] else []
    meaning = " · ".join([text.metric(mark["metric"]), text.status(mark["status"]), *when])
    first = f"<b>{printed}</b> = {amount(mark, text)}{flag(mark)}"
    return style.hover([first, about(mark, text), meaning, *evidence(mark, text), *warnings(mark, text)])


def flag(mark: pd.Series) -> str:
    """Give the signs that stand after a value one should look at twice: read with low confidence, or not adding up."""
    return signs(mark["checks"], unsure=mark["unsure"])


def signs(checks: Iterable[Mapping[str, Any]], *, unsure: bool) -> str:
    """Give the signs for how a value was read and for the arithmetic that it takes part in.

    >>> signs([{"agrees": False}], unsure=True), signs([], unsure=False)
    (' ? ≠', '')
    """
    return (f" {UNSURE}" if unsure else "") + (f" {AMISS}" if flags.amiss(checks) else "")


def warnings(mark: pd.Series, text: Text) -> list[str]:
    """Say what the signs of a mark mean, the arithmetic among it; escaped."""
    wrong = [check for check in mark["checks"] if not check["agrees"]]
    said = [
        text("{name}: {value}", name=f"{AMISS} {checking.verdict(check, text)}", value=checking.arithmetic(check, text))
        for check in wrong
    ]
    unsure = [text("? read with low confidence: the subject is not certain")] if mark["unsure"] else []
    return [style.escape(line, 120) for line in (*unsure, *said)]


def amount(mark: claims.Mark, text: Text) -> str:
    """Write the amount in its own unit, and in dollars where it was printed in another currency."""
    printed = text.quantity(mark)
    converted = mark["unit"] != "USD" and mark["usd_low"] == mark["usd_low"]
    return style.escape(f"{printed} ({dollars(mark, text)})" if converted else printed)


def dollars(mark: claims.Mark, text: Text) -> str:
    """Write the amount in dollars with its hedge; a converted one is never exact."""
    bound = "about" if mark["unit"] != "USD" and mark["bound"] == "exact" else mark["bound"]
    return text.amount(mark["usd_low"], mark["usd_high"], "USD", bound)


def more(count: int, text: Text) -> str:
    """Say in a row's label how many values it has no room for; nothing where it shows them all."""
    return f" · {text.plural('{n} more value', '{n} more values', count)}" if count else ""


def behind(counted: int, origins: int, text: Text) -> str:
    """Say how much stands behind something: in the reader's unit, and in independent origins where that is another one.

    >>> behind(3, 1, Text("en"))
    '3 articles, 1 independent origin'
    """
    if text.counting == "origins":
        return text.counted(origins)
    return text(
        "{counted}, {origins}",
        counted=text.counted(counted),
        origins=text.plural("{n} independent origin", "{n} independent origins", origins),
    )


def caption(facts: pd.DataFrame, text: Text, *notes: str) -> str:
    """Say under a chart what stands behind it, with notes after it."""
    counted, origins = claims.backing(facts)
    figures = text.plural("{n} figure", "{n} figures", len(facts))
    first = text("{figures} from {backing}.", figures=figures, backing=behind(counted, origins, text))
    return " ".join(part for part in (first, reviewed(facts, text), *flagged(facts, text), *notes) if part)


def flagged(facts: pd.DataFrame, text: Text) -> list[str]:
    """Say how many of the figures carry which sign, and what it means."""
    unsure, wrong = flags.unsure(facts), sum(map(flags.amiss, facts["checks"])) if "checks" in facts else 0
    told = []
    if unsure:
        told.append(
            text.plural(
                "?: for {n} figure, the subject is not certain.",
                "?: for {n} figures, the subject is not certain.",
                unsure,
            )
        )
    if wrong:
        told.append(
            text.plural(
                "≠: the arithmetic around {n} figure does not add up.",
                "≠: the arithmetic around {n} figures does not add up.",
                wrong,
            )
        )
    return told


def reviewed(facts: pd.DataFrame, text: Text) -> str:
    """Say how many of the figures the reader has spoken of; nothing where she has spoken of none anywhere."""
    return _reviewed(spoken_of(facts), len(facts), text) if VERDICT in facts.columns else ""


def reviewed_among(fact_ids: Collection[str], review: Review, text: Text) -> str:
    """Say the same of facts by their ids."""
    return _reviewed(review.spoken_of(fact_ids), len(fact_ids), text) if review.ledger and fact_ids else ""


def _reviewed(spoken: int, total: int, text: Text) -> str:
    return text("{n} of {total} reviewed.", n=text.number(spoken), total=text.number(total))


def day(value: Any) -> Any:
    """Give a date for a date or timestamp, nothing for a missing one."""
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "date") else value
