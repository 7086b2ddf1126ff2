"""The reader's ledger: kept, saved, loaded again, refused where it is none, and applied to a build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from presslens import tables
from presslens.__main__ import app
from presslens.dashboard.ledger import FORMAT, MOST_BYTES, MOST_ENTRIES, VERSION, Applied, Entry, Ledger, LedgerError, match

CLIP = Entry("f1", "a1", 10, 13, "60秒", "Sora", verdict="accepted", note="read twice")
RAISED = Entry("f2", "a1", 20, 24, "5亿美元", "Vidu", verdict="rejected")
MERGED = Entry("f3", "a2", 4, 7, "16秒", "Vidu 1.5", merged_into="Vidu")
LEDGER = Ledger((CLIP, RAISED, MERGED))
RAW = {"fact_id": "f1", "article_id": "a1", "start": 0, "end": 3, "surface": "60秒", "verdict": "accepted"}


def body(*entries: Any, **changes: Any) -> str:
    return json.dumps({"format": FORMAT, "version": VERSION, "entries": list(entries), **changes})


def fact(entry: Entry, **changes: Any) -> dict[str, Any]:
    row = {name: getattr(entry, name) for name in ("fact_id", "article_id", "start", "end", "surface", "subject")}
    return {**row, "steps": ["one"], **changes}


def test_a_ledger_that_was_saved_is_loaded_the_same() -> None:
    assert Ledger.from_json(LEDGER.to_json()) == LEDGER
    assert Ledger.from_json(Ledger().to_json()) == Ledger()


HOSTILE: list[tuple[str | bytes, str]] = [
    (b"\xff\xfe\x00nonsense", "is no JSON"),
    ("", "is no JSON"),
    ("[" * 100_000, "is no JSON"),
    ('{"format": 1e99999}', "no ledger of Presslens"),
    ("[]", "no ledger of Presslens"),
    ("null", "no ledger of Presslens"),
    (json.dumps({"format": "other"}), "no ledger of Presslens"),
    (body(version=2), "of version 2"),
    (body(version={"a": "b" * 100}), "of version"),
    (body(entries={}), "no list of entries"),
    (body(*[RAW] * (MOST_ENTRIES + 1)), "at most"),
    (body("f1"), "Entry 1 of the ledger is not one"),
    (body({**RAW, "__class__": "x"}), "Entry 1 of the ledger is not one"),
    (body({**RAW, "fact_id": "../../etc"}), "no fact_id"),
    (body({**RAW, "fact_id": 5}), "no fact_id"),
    (body({**RAW, "article_id": ""}), "no article_id"),
    (body({**RAW, "start": True}), "no whole number as its start"),
    (body({**RAW, "end": -1}), "no whole number as its end"),
    (body({**RAW, "end": 1.5}), "no whole number as its end"),
    (body({**RAW, "verdict": "maybe"}), "neither accepted nor rejected"),
    (body({**RAW, "verdict": []}), "neither accepted nor rejected"),
    (body({**RAW, "note": "x" * 2001}), "no plain text of at most 2000"),
    (body({**RAW, "note": "\u0000"}), "no plain text"),
    (body({**RAW, "merged_into": "\ud800"}), "no plain text"),
    (body({**RAW, "subject": ["Sora"]}), "no plain text"),
    (body(RAW, RAW), "one figure twice"),
    (" " * (MOST_BYTES + 1), "larger than"),
]


@pytest.mark.parametrize(("content", "why"), HOSTILE, ids=[why + str(number) for number, (_, why) in enumerate(HOSTILE)])
def test_a_file_that_is_no_ledger_is_refused_in_one_sentence(content: str | bytes, why: str) -> None:
    with pytest.raises(LedgerError, match=why) as refused:
        Ledger.from_json(content)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 250


def test_an_entry_that_says_nothing_is_no_entry() -> None:
    assert Ledger.from_json(body({name: value for name, value in RAW.items() if name != "verdict"})) == Ledger()


def test_what_is_said_last_of_a_figure_counts() -> None:
    said = LEDGER.with_entry(Entry("f1", "a1", 10, 13, "60秒", verdict="rejected"))
    assert said.by_id["f1"].verdict == "rejected"
    assert len(said.entries) == 3


def test_two_ledgers_join_and_the_loaded_one_counts() -> None:
    joined = LEDGER.joined(
        Ledger((Entry("f1", "a1", 10, 13, "60秒", verdict="rejected"), Entry("f9", "a", 0, 1, "x", note="n")))
    )
    assert joined.by_id["f1"].verdict == "rejected"
    assert len(joined.entries) == 4


def merging(*pairs: tuple[str, str]) -> Ledger:
    return Ledger(tuple(Entry(f"f{n}", "a", n, n + 1, "x", one, merged_into=into) for n, (one, into) in enumerate(pairs)))


def test_a_name_goes_by_the_last_of_its_chain() -> None:
    assert merging(("A", "B"), ("B", "C")).names == {"A": "C", "B": "C"}


def test_names_in_a_circle_keep_their_own() -> None:
    assert merging(("A", "B"), ("B", "A")).names == {}


def test_a_figure_is_found_by_its_id_else_by_its_place() -> None:
    moved = fact(CLIP, fact_id="other", subject="Sora Turbo")
    found = match(Ledger((CLIP, RAISED)), [moved, fact(RAISED, start=999)])
    assert {fact_id: entry.fact_id for fact_id, entry in found.entries.items()} == {"other": "f1", "f2": "f2"}
    assert found.unmatched == ()


def test_what_is_said_of_one_subject_is_not_said_of_another_in_the_same_place() -> None:
    twin = fact(CLIP, fact_id="twin", subject="Pika")
    assert set(match(Ledger((CLIP,)), [fact(CLIP), twin]).entries) == {"f1"}


def test_entries_that_match_nothing_are_told() -> None:
    applied = Applied(LEDGER)
    applied([fact(CLIP)])
    told = list(applied.report())
    assert told[0] == "ledger: 1 accepted, 0 rejected, 0 merged, 1 noted"
    assert [sentence for sentence in told if "5亿美元" in sentence]
    assert len(told) == 3


def test_rejected_facts_leave_merged_subjects_unify_and_notes_ride_along() -> None:
    other = fact(Entry("f4", "a3", 0, 3, "8秒", "Vidu 1.5"))
    kept, names = Applied(LEDGER)([fact(CLIP), fact(RAISED), fact(MERGED), other])
    assert [row["fact_id"] for row in kept] == ["f1", "f3", "f4"]
    assert kept[0]["steps"] == ["one", "accepted by a reader", "a reader notes: read twice"]
    assert [row["subject"] for row in kept] == ["Sora", "Vidu", "Vidu"]
    assert names == {"Vidu 1.5": "Vidu"}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "视频模型进展\n海港日报 2024年3月1日\n\n可灵最长可生成120秒的视频。Vidu能生成长达16秒的视频。"
        "快手去年营收为1000亿元。\n",
        encoding="utf-8",
    )
    return folder


def built(articles: Path, out: Path, *options: str) -> tuple[list[dict[str, Any]], str]:
    result = CliRunner().invoke(app, ["build", str(articles), "--out", str(out), *options])
    assert result.exit_code == 0, result.output
    return tables.read(out, "facts").to_pylist(), result.stderr


def test_a_build_applies_the_ledger_and_says_what_it_could_not(articles: Path, tmp_path: Path) -> None:
    facts, _ = built(articles, tmp_path / "before")
    clips = {row["subject"]: row for row in facts if row["metric"] == "max_duration"}
    revenue = next(row for row in facts if row["metric"] == "revenue")
    said = Ledger(
        (
            _merged(clips["Vidu"], "Kling"),
            _rejected(revenue),
            Entry("gone", "nowhere", 0, 2, "9秒", "Pika", verdict="rejected"),
        )
    )
    path = tmp_path / "ledger.json"
    path.write_text(said.to_json(), encoding="utf-8")
    again, told = built(articles, tmp_path / "after", "--ledger", str(path))
    assert {row["subject"] for row in again if row["metric"] == "max_duration"} == {"Kling"}
    assert revenue["fact_id"] not in {row["fact_id"] for row in again}
    assert "Vidu" not in tables.read(tmp_path / "after", "mentions").column("entity").to_pylist()
    assert "nothing here is '9秒' of Pika (gone)" in told


def test_a_build_refuses_a_broken_ledger_and_writes_nothing(articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.json"
    path.write_text("{", encoding="utf-8")
    result = CliRunner().invoke(app, ["build", str(articles), "--out", str(tmp_path / "out"), "--ledger", str(path)])
    assert result.exit_code == 1
    assert "The file is no JSON" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_ledger_that_is_not_there_is_said(articles: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["build", str(articles), "--out", str(tmp_path / "out"), "--ledger", str(tmp_path / "no")])
    assert result.exit_code == 1
    assert "cannot be read" in result.stderr


def _merged(row: dict[str, Any], into: str) -> Entry:
    return Entry(row["fact_id"], row["article_id"], row["start"], row["end"], row["surface"], row["subject"], merged_into=into)


def _rejected(row: dict[str, Any]) -> Entry:
    return Entry(
        row["fact_id"], row["article_id"], row["start"], row["end"], row["surface"], row["subject"], verdict="rejected"
    )
