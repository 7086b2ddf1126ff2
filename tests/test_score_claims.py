"""Claims in words are held against labels: what is found, what is right, and what counts neither way."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from presslens.__main__ import app
from presslens.pipeline.score_claims import COLUMNS, is_claims_file, same_model, score_sets
from tests import labelled

ARTICLE = "快手推出可灵\n\n快手推出了视频模型可灵，可灵已经开源。谷歌的Veo采用DiT架构。"
LABELS = [
    "held_back,own.txt,可灵,developer,快手,yes,yes",
    "held_back,own.txt,可灵=Kling,access,free;open source,yes,yes",
    "held_back,own.txt,Veo,developer,OpenAI,yes,yes",
    "held_back,own.txt,Veo,architecture,diffusion transformer,no,yes",
]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return labelled.dataset(tmp_path, {"own.txt": ARTICLE})


def gold_file(folder: Path, rows: list[str]) -> Path:
    return labelled.gold_file(folder / "gold.csv", COLUMNS, rows)


def test_found_and_right_are_counted_per_metric(dataset: Path, tmp_path: Path) -> None:
    metrics = score_sets(dataset, gold_file(tmp_path, LABELS))["held_back"].per_metric
    precision, recall = metrics["developer"]
    assert (recall.hits, recall.of) == (1, 2)
    assert precision.hits < precision.of
    assert metrics["access"][1].value == 1.0


def test_what_is_let_pass_is_not_asked_for(dataset: Path, tmp_path: Path) -> None:
    precision, recall = score_sets(dataset, gold_file(tmp_path, LABELS))["held_back"].per_metric["architecture"]
    assert (recall.of, precision.hits, precision.of) == (0, 1, 1)


def test_articles_labelled_in_part_say_nothing_of_precision(dataset: Path, tmp_path: Path) -> None:
    rows = [row.removesuffix("yes") + "no" for row in LABELS]
    precision, recall = score_sets(dataset, gold_file(tmp_path, rows))["held_back"].per_metric["developer"]
    assert (precision.of, recall.of) == (0, 2)


def test_another_edition_is_another_model(dataset: Path, tmp_path: Path) -> None:
    found = score_sets(dataset, gold_file(tmp_path, ["a,own.txt,Veo 2,architecture,diffusion,yes,yes"]))
    assert found["a"].per_metric["architecture"][1].hits == 1
    assert not same_model("Veo 2", "Veo 3")


def test_the_command_takes_such_a_file(dataset: Path, tmp_path: Path) -> None:
    path = gold_file(tmp_path, LABELS)
    assert is_claims_file(path)
    done = CliRunner().invoke(app, ["score", str(dataset), str(path)])
    assert done.exit_code == 0
    assert "developer" in done.output


def test_the_shipped_labels_are_such_a_file() -> None:
    assert is_claims_file(Path("data") / "gold_claims.csv")
