"""What a reader says of figures changes what the pages show, and nothing in the dataset."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from presslens.dashboard import corroboration
from presslens.dashboard import data as reading
from presslens.dashboard.filters import Filters
from presslens.dashboard.ledger import Entry, Ledger
from presslens.dashboard.text import Text
from presslens.dashboard.view import View
from tests import made
from tests.visits import visit, words

ACCEPTED = Entry("f2", "a1a1a1a1a1a1", 14, 17, "16秒", "Vidu", verdict="accepted", note="as on the demo page")
REJECTED = Entry("f5", "c3c3c3c3c3c3", 6, 10, "80亿元", "AIGC", verdict="rejected")
MERGED = Entry("f3", "a1a1a1a1a1a1", 25, 28, "60秒", "Sora", merged_into="Vidu")


# Panels of figures that are neither chart nor table: cards, the latest figures, the grid.
DRAWINGS = {"overview": 2, "compare_models": 1}


def view(*entries: Entry, only_accepted: bool = False, filters: Filters | None = None) -> View:
    return View(filters or Filters(), Text("en"), reading.connect(), ledger=Ledger(entries), only_accepted=only_accepted)


def test_nothing_said_changes_nothing(data: Path) -> None:
    assert "verdict" not in view().facts.columns
    assert len(view().facts) == len(made.FACTS)


def test_a_rejected_figure_is_in_no_table_and_is_counted(data: Path) -> None:
    seen = view(REJECTED)
    assert "f5" not in set(seen.facts["fact_id"])
    assert seen.checks.empty
    assert seen.rejected == 1


def test_a_rejection_outside_the_filter_is_not_counted(data: Path) -> None:
    assert view(REJECTED, filters=Filters(outlets=("Hill Weekly",))).rejected == 0


def test_verdicts_and_notes_stand_beside_the_figures(data: Path) -> None:
    told = view(ACCEPTED).facts.set_index("fact_id")
    assert (told.loc["f2", "verdict"], told.loc["f2", "note"]) == ("accepted", "as on the demo page")
    assert told.loc["f3", "verdict"] == ""


def test_only_what_was_accepted_can_be_shown(data: Path) -> None:
    seen = view(ACCEPTED, REJECTED, only_accepted=True)
    assert list(seen.facts["fact_id"]) == ["f2"]
    assert seen.claims.empty
    assert seen.checks.empty


def test_merged_subjects_go_by_one_name_everywhere(data: Path) -> None:
    seen = view(MERGED)
    assert "Sora" not in {*seen.facts["subject"], *seen.claims["subject"], *seen.mentions["entity"]}


def test_a_filter_finds_a_model_under_the_names_merged_into_it(data: Path) -> None:
    assert set(view(MERGED, filters=Filters(models=("Vidu",))).facts["fact_id"]) >= {"f2", "f3", "f7"}


def test_a_figure_whose_id_changed_is_found_by_its_place(data: Path) -> None:
    moved = Entry("older", "a1a1a1a1a1a1", 14, 17, "16秒", "Vidu", verdict="rejected")
    assert "f2" not in set(view(moved).facts["fact_id"])


def test_captions_say_how_much_was_reviewed(data: Path) -> None:
    assert any("1 of 2 reviewed." in line for line in captions(visit("compare_models", ACCEPTED)))


@pytest.mark.parametrize("name", ["overview", "compare_models", "market_size", "chips_and_funding", "facts"])
def test_every_panel_of_figures_says_how_much_of_it_was_reviewed(data: Path, name: str) -> None:
    said = Entry("f1", "a1a1a1a1a1a1", 6, 10, "50亿元", "AIGC", verdict="accepted")
    app = visit(name, ACCEPTED, said)
    counted = [line for line in captions(app) if re.search(r"\d of \d+ reviewed\.", line)]
    of_figures = [chart for chart in app.get("plotly_chart") if "coverage" not in chart.proto.id]
    assert len(counted) == len(of_figures) + len(app.dataframe) + DRAWINGS.get(name, 0)
    assert not any("reviewed." in line for line in captions(visit(name)))


def test_a_table_counts_each_of_its_figures_once(data: Path) -> None:
    assert f"1 of {len(made.FACTS) + len(made.CLAIMS) - 1} reviewed." in captions(
        visit("facts", ACCEPTED, REJECTED, other="true")
    )


def captions(app: AppTest) -> list[str]:
    return [box.value.replace("\\", "") for box in app.caption]


def test_the_page_says_what_was_left_out(data: Path) -> None:
    said = visit("facts", REJECTED).caption[0].value.replace("\\", "")
    assert "1 figure that you rejected is left out." in said


def test_the_switch_to_accepted_figures_is_in_the_url(data: Path) -> None:
    app = visit("facts", ACCEPTED, accepted="true")
    assert list(app.dataframe[0].value["As printed"]) == ["16秒"]
    assert "Only figures that you accepted are shown." in app.caption[0].value.replace("\\", "")


def test_the_switch_does_nothing_where_nothing_was_said(data: Path) -> None:
    assert len(visit("facts", accepted="true").dataframe[0].value) > 3


def test_a_verdict_beside_the_evidence_is_kept(data: Path) -> None:
    app = visit("facts", fact="f2")
    app.get_by_key("verdict_f2").set_value("rejected").run()
    assert app.session_state["ledger"].by_id["f2"].verdict == "rejected"
    app.get_by_key("verdict_f2").set_value(None).run()
    assert not app.session_state["ledger"]


def beside(fact: str, *entries: Entry, **query: str) -> str:
    """Give all that the evidence of a figure says in words."""
    app = visit("facts", *entries, fact=fact, **query)
    assert not app.exception
    return " ".join(box.value for boxes in (app.markdown, app.caption) for box in boxes).replace("\\", "")


def test_the_lists_beside_a_figure_follow_the_ledger_and_say_what_they_hide(data: Path) -> None:
    assert "8 bn" in beside("f1")
    assert "Not listed here" not in beside("f1")
    told = beside("f1", REJECTED)
    assert "8 bn" not in told
    assert "Not listed here: 1 figure and 1 self-check. You rejected them." in told


def test_a_rejected_figure_still_shows_its_own_evidence(data: Path) -> None:
    told = beside("f5", REJECTED)
    assert "Not listed here" not in told
    assert "CN¥5 bn" in told


def test_with_the_switch_the_lists_hold_only_what_was_accepted(data: Path) -> None:
    told = beside("f1", ACCEPTED, accepted="true")
    assert "You did not accept them." in told


def test_figures_of_merged_subjects_stand_in_one_list(data: Path) -> None:
    source = reading.connect()
    alone = source.ask(corroboration.with_its_like("f2"))
    merged = source.ask(corroboration.with_its_like("f2", Ledger((MERGED,)).names))
    assert (sorted(alone["fact_id"]), sorted(merged["fact_id"])) == (["f2"], ["f2", "f3"])


def test_a_note_and_a_merger_beside_the_evidence_are_kept(data: Path) -> None:
    app = visit("facts", fact="f3")
    app.text_area(key="note_f3").set_value("the demo only").run()
    app.selectbox(key="merge_f3").set_value("Vidu").run()
    entry = app.session_state["ledger"].by_id["f3"]
    assert (entry.note, entry.merged_into, entry.subject) == ("the demo only", "Vidu", "Sora")


def test_the_review_page_counts_what_was_said_and_names_what_it_did_not_find(data: Path) -> None:
    app = visit("review", ACCEPTED, REJECTED, Entry("gone", "b2b2b2b2b2b2", 0, 2, "9秒", "Pika", verdict="rejected"))
    assert [metric.value for metric in app.metric] == ["1", "1", "0", "1"]
    assert "9秒 (Pika)" in words(app)
    assert f"2 of {len(made.FACTS) + len(made.CLAIMS)} reviewed." in app.caption[0].value.replace("\\", "")


def test_the_review_page_says_how_to_begin(data: Path) -> None:
    assert "You have not reviewed anything yet" in words(visit("review"))


def test_a_loaded_ledger_counts_and_a_broken_one_is_refused(data: Path) -> None:
    app = visit("review")
    app.file_uploader[0].upload("ledger.json", Ledger((ACCEPTED,)).to_json().encode(), "application/json").run()
    assert app.session_state["ledger"] == Ledger((ACCEPTED,))
    app.file_uploader[0].upload("ledger.json", b"{", "application/json").run()
    assert app.session_state["ledger"] == Ledger((ACCEPTED,))
    assert "The file is no JSON" in words(app)


def test_why_a_ledger_was_refused_is_said_in_the_readers_language(data: Path) -> None:
    app = visit("review", lang="zh")
    app.file_uploader[0].upload("ledger.json", b"{", "application/json").run()
    assert "文件不是 JSON。请选择在“我的审阅”页保存的审阅记录。" in words(app)
    assert not re.search(r"[a-z]{2}", words(app))
