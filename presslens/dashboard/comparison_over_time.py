"""The models compared, drawn: how long a clip each makes, by condition and by day, and when each came out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from presslens.dashboard import panels
from presslens.dashboard.aggregates import clips
from presslens.dashboard.charts import compare_models, compare_over_time

if TYPE_CHECKING:
    import pandas as pd

    from presslens.dashboard.view import View


def draw(facts: pd.DataFrame, chosen: Sequence[str], view: View) -> None:
    """Draw the three charts under the grid of values."""
    text = view.text
    _lengths(facts, chosen, view)
    panels.of_facts(
        compare_over_time.coming_out(facts, chosen, text, dark=view.dark),
        about=text("When each model is said to have come out"),
        finding=compare_over_time.coming_out_finding(facts, chosen, text),
        facts=facts[(facts["metric"] == "release_date") & facts["subject"].isin(chosen)],
        key="coming_out",
        view=view,
    )


def _lengths(facts: pd.DataFrame, chosen: Sequence[str], view: View) -> None:
    """Draw the lengths of clips, by condition and by the day they were printed."""
    text, dark, lengths = view.text, view.dark, clips.lengths(facts, chosen)
    panels.of_facts(
        compare_models.durations(facts, chosen, text, dark=dark),
        about=text("Length of a clip, in seconds: stated maxima and clips shown apart"),
        finding=compare_models.durations_finding(facts, chosen, text),
        facts=lengths,
        key="durations",
        view=view,
    )
    panels.of_facts(
        compare_over_time.lengths(facts, chosen, text, dark=dark),
        about=text("Clip lengths by the day they were printed, in seconds"),
        finding=compare_over_time.lengths_finding(facts, chosen, text),
        facts=lengths[lengths["published"].notna()],
        key="lengths",
        view=view,
    )
