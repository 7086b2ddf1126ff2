"""The visual language: readable in both themes, colours that keep their meaning."""

import pytest

from presslens.dashboard.charts import axes, rows, style
from presslens.dashboard.text import Text

THEMES = [style.LIGHT, style.DARK]
HOSTILE = ["<b>x</b>", "<a href='javascript:alert(1)'>x</a>", "a\n\tb", "&amp;", "x" * 500]


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_words_reach_the_contrast_of_running_text(theme):
    assert min(_contrast(ink, theme.surface) for ink in (theme.ink, theme.muted)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_marks_reach_the_contrast_of_graphics(theme):
    marks = (*theme.series, theme.others, theme.positive, theme.negative, theme.neutral)
    assert min(_contrast(mark, theme.surface) for mark in marks) >= 3


def test_a_name_keeps_its_look_when_names_after_it_go():
    assert style.looks(["a", "b", "c"], dark=False)["a"] == style.looks(["a"], dark=False)["a"]


def test_names_beyond_the_sixth_share_one_look():
    looks = style.looks([f"n{number}" for number in range(9)], dark=True)
    assert looks["n6"] == looks["n8"] != looks["n5"]


def test_no_two_of_the_first_six_share_a_dash():
    assert len(set(style.DASHES)) == style.MOST_SERIES


@pytest.mark.parametrize("printed", HOSTILE)
def test_text_from_articles_reaches_plotly_without_markup(printed):
    safe = style.escape(printed)
    assert "<" not in safe
    assert "\n" not in safe


def test_a_long_text_is_cut_with_an_ellipsis():
    assert style.escape("长" * 80, 10) == "长" * 9 + "…"


def test_figures_leave_the_background_to_the_page():
    assert style.figure([], height=100, dark=False).layout.paper_bgcolor == "rgba(0,0,0,0)"


@pytest.mark.parametrize("value", [1.0, 50.0, 99.0, 100.0])
@pytest.mark.parametrize("letters", [5, 20, 45])
def test_a_label_stays_inside_a_phone(value, letters):
    chart = rows.draw([_row(value, "x" * letters)], axes.linear_axis(100, Text("en"), "%"), legend=[], dark=False)
    label = next(trace for trace in chart.data if trace.mode == "text")
    width = letters * rows.CHARACTER_WIDTH_PX / rows.PHONE_PLOT_WIDTH_PX * 100
    begin = label.x[0] - {"middle left": width, "middle center": width / 2, "middle right": 0}[label.textposition[0]]
    assert begin >= -7
    assert begin + width <= 107


def test_a_label_without_room_beside_its_mark_stands_below_it():
    chart = rows.draw([_row(30.0, "x" * 45)], axes.linear_axis(100, Text("en"), "%"), legend=[], dark=False)
    label, mark = (next(trace for trace in chart.data if trace.mode == mode) for mode in ("text", "markers"))
    assert label.y[0] < mark.y[0]


@pytest.mark.parametrize(("values", "ticks"), [((1e3, 1e15), 5), ((2.0, 3.0), 2), ((1e-3, 1e-3), 3)])
def test_a_logarithmic_axis_has_room_for_its_ticks(values, ticks):
    axis = axes.log_axis(values, Text("en"), "USD")
    assert 2 <= len(axis.ticks) <= ticks
    assert axis.first <= min(values) <= max(values) <= axis.last


def _row(value, label):
    return rows.Row("A row", (rows.Mark(value, value, label, "", "f1", "#000000"),))


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_title_of_one_axis_is_not_the_others():
    chart = style.figure([], height=100, dark=False)
    chart.update_yaxes(title_text="Articles")
    assert (chart.layout.xaxis.title.text, chart.layout.yaxis.title.text) == (None, "Articles")
