"""The grid of outlets and names: an outlet that never mentions a name is not one that is neutral on it."""

import pandas as pd

from presslens.dashboard.aggregates import toward
from presslens.dashboard.aggregates.toward import EVERYONE
from presslens.dashboard.charts import grid
from presslens.dashboard.text import Text
from tests.chart_frames import ids, mentions, points, sentences

EN = Text("en")
SORA = mentions(*[{"sentiment": 0.6}] * 3, {"article_id": "a2", "outlet": "Weekly", "sentiment": 0.0})
VIDU = mentions(*[{"entity": "Vidu", "sentiment": -0.4}] * 3)
BOTH = pd.concat([SORA, VIDU])
CELLS = toward.by_outlet(BOTH, ["Daily", "Weekly"])


def cell(outlet, entity):
    return CELLS[(CELLS["outlet"] == outlet) & (CELLS["entity"] == entity)].iloc[0]


def test_a_pair_that_never_occurs_has_no_mean():
    assert (cell("Weekly", "Vidu")["sentences"], pd.isna(cell("Weekly", "Vidu")["mean"])) == (0, True)


def test_a_neutral_pair_has_one():
    assert (cell("Weekly", "Sora")["sentences"], cell("Weekly", "Sora")["mean"]) == (1, 0.0)


def test_the_first_row_holds_all_outlets():
    assert (CELLS["outlet"].iloc[0], cell(EVERYONE, "Sora")["sentences"]) == (EVERYONE, 4)


def test_absence_is_drawn_as_a_mark_of_its_own():
    marks = grid.draw(CELLS, EN).data[1]
    assert marks.text[list(CELLS.index)[-1]] == grid.ABSENT
    assert sum(label == grid.ABSENT for label in marks.text) == 1


def test_a_value_from_fewer_than_three_sentences_is_slanted():
    shown = dict(zip(zip(CELLS["outlet"], CELLS["entity"], strict=True), grid.draw(CELLS, EN).data[1].text, strict=True))
    assert (shown["Weekly", "Sora"], shown["Daily", "Sora"]) == ("<i>0.0</i>", "+0.6")


def test_every_square_names_its_articles():
    assert ids(grid.draw(CELLS, EN)) == {"a1", "a2", ""}


def test_a_click_finds_its_pair():
    assert grid.cell_at(CELLS, {"x": 1, "y": 2}) == ("Weekly", "Vidu")
    assert grid.cell_at(CELLS, {"x": 9, "y": 0}) is None


def test_the_sentences_behind_a_pair_are_those_of_its_outlet():
    assert len(toward.behind(BOTH, "Weekly", "Sora")) == 1
    assert len(toward.behind(BOTH, EVERYONE, "Sora")) == 4


def test_the_finding_says_who_is_spoken_of_most_and_least_hopefully():
    assert grid.finding(CELLS, EN) == "Most hopeful: Daily on Sora (+0.6); least: Daily on Vidu (−0.4)"


def test_it_is_said_who_is_never_mentioned():
    assert grid.silence(CELLS, EN) == "1 pair of outlet and name never occurs; all outlets name Sora."


def test_a_name_twice_in_a_sentence_counts_once():
    told = sentences({}, {}, {})
    found = toward.named(mentions({}, {}, {}, {"sentence_no": 1, "start": 9}), "model", told)
    assert toward.by_outlet(found, ["Daily"])["sentences"].tolist() == [3, 3]


def test_a_name_in_two_sentences_is_left_out():
    assert toward.by_outlet(mentions({}, {}), ["Daily"]).empty


def test_companies_do_not_count_among_models():
    assert toward.named(mentions({"entity_kind": "company"}), "model", sentences({})).empty


def test_an_outlet_name_with_markup_is_shown_as_text():
    found = toward.by_outlet(mentions(*[{"outlet": "<b>x</b>"}] * 3), ["<b>x</b>"])
    assert grid.draw(found, EN).layout.yaxis.ticktext[1] == "&lt;b&gt;x&lt;/b&gt;"


def test_a_grid_of_nothing_has_no_marks():
    assert not list(points(grid.draw(toward.by_outlet(mentions(), []), EN)))
