"""The score is arithmetic that a page shows to readers, so it is held to small datasets made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from presslens import tables
from presslens.__main__ import app
from presslens.pipeline.score import COLUMNS, GOLD, GoldError, Share, as_text, record, same_subject, score, score_sets
from tests import labelled

ARTICLE = "快手推出可灵\n\n可灵的月活用户突破600万。英伟达在AI芯片市场的份额超过80%。"
OTHER_ARTICLE = "快手公布业绩\n\n2024年，快手的营收超过2亿元。公司说，短剧带来了新的观众。"
LABELS = [
    "own.txt,600万,count,6000000,6000000,,false,可灵 (Kuaishou),users,",
    "own.txt,80%,percent,80,80,%,false,NVIDIA,market_share,",
    "own.txt,3亿元,money,300000000,300000000,CNY,false,Kuaishou,revenue,",
]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return labelled.dataset(tmp_path, {"own.txt": ARTICLE})


def gold_file(folder: Path, rows: list[str]) -> Path:
    return labelled.gold_file(folder / "gold.csv", COLUMNS, rows)


def test_what_is_found_and_what_is_missed_are_counted(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, LABELS))
    assert (result.quantities.hits, result.quantities.of) == (2, 3)
    assert (result.recall.hits, result.recall.of) == (2, 3)


def test_a_fact_that_no_label_confirms_lowers_precision(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, LABELS[:1]))
    assert (result.precision.hits, result.precision.of) == (1, 2)


def test_a_wrong_subject_is_a_miss(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, [LABELS[1].replace("NVIDIA", "AMD")]))
    assert result.recall.hits == 0


def test_articles_that_the_dataset_lacks_are_named_and_not_counted(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, [*LABELS, LABELS[0].replace("own", "other")]))
    assert result.missing == ("other.txt",)
    assert (result.articles, result.quantities.of) == (1, 3)
    assert any("other.txt" in line for line in as_text(result, "all"))


def test_an_article_may_be_named_by_how_its_file_begins(dataset: Path, tmp_path: Path) -> None:
    assert score(dataset, gold_file(tmp_path, [row.replace("own.txt", "ow") for row in LABELS])).recall.hits == 2


def test_a_beginning_that_fits_two_articles_is_refused(tmp_path: Path) -> None:
    both = labelled.dataset(tmp_path, {"own.txt": ARTICLE, "owner.txt": f"{ARTICLE}可灵收费。"})
    with pytest.raises(GoldError, match="fits several articles"):
        score(both, gold_file(tmp_path, [LABELS[0].replace("own.txt", "ow")]))


def two_sets(folder: Path, files: tuple[str, str]) -> Path:
    rows = [f"seed,{LABELS[0].replace('own.txt', files[0])}", f"held_back,{LABELS[2].replace('own.txt', files[1])}"]
    return labelled.gold_file(folder / GOLD, ("set", *COLUMNS), rows)


@pytest.fixture
def two_articles(tmp_path: Path) -> Path:
    return labelled.dataset(tmp_path, {"own.txt": ARTICLE, "new.txt": OTHER_ARTICLE})


def test_each_set_is_measured_by_itself(two_articles: Path, tmp_path: Path) -> None:
    results = score_sets(two_articles, two_sets(tmp_path, ("own.txt", "new.txt")))
    assert [(name, result.recall.hits, result.recall.of) for name, result in results.items()] == [
        ("seed", 1, 1),
        ("held_back", 0, 1),
    ]
    assert set(results["held_back"].per_metric) == {"revenue"}


def test_gold_without_sets_is_one_set(dataset: Path, tmp_path: Path) -> None:
    assert list(score_sets(dataset, gold_file(tmp_path, LABELS))) == ["all"]


def test_an_article_in_two_sets_is_refused(two_articles: Path, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="in two sets, seed and held_back"):
        score_sets(two_articles, two_sets(tmp_path, ("own.txt", "own.txt")))


def test_the_outcome_is_kept_with_the_data_it_was_measured_on(two_articles: Path) -> None:
    two_sets(two_articles, ("own.txt", "new.txt"))
    kept = record(two_articles)
    assert kept is not None
    body = json.loads(kept.read_text(encoding="utf-8"))
    assert body["fingerprint"] == tables.manifest(two_articles).fingerprint
    assert body["sets"]["held_back"]["metrics"]["revenue"]["recall"] == {
        **{"hits": 0, "of": 1, "value": 0.0},
        **{"low": 0.0, "high": 0.7935},
    }


def test_a_dataset_without_gold_is_not_measured(dataset: Path) -> None:
    assert record(dataset) is None
    assert not (dataset / "accuracy.json").exists()


def test_a_gold_file_without_its_columns_is_refused(dataset: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("file,value\na,1\n", encoding="utf-8")
    with pytest.raises(GoldError, match="needs rows with the columns"):
        score(dataset, path)


@pytest.mark.parametrize(("share", "low", "high"), [(Share(9, 10), 0.596, 0.982), (Share(0, 0), 0.0, 1.0)])
def test_the_interval_is_wilsons(share: Share, low: float, high: float) -> None:
    assert share.interval == pytest.approx((low, high), abs=0.001)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("英伟达", "NVIDIA", True), ("輝達", "NVIDIA", True), ("Sora (training)", "Sora", True), ("Pika", "Runway", False)],
)
def test_subjects_are_the_same_when_they_share_a_name(one: str, other: str, same: bool) -> None:
    assert same_subject(one, other) is same


def test_a_build_measures_itself_by_the_gold_beside_it(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/own.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "data").mkdir()
    gold_file(tmp_path, LABELS).rename(tmp_path / "data" / GOLD)
    done = CliRunner().invoke(app, ["build", str(tmp_path / "articles"), "--out", str(tmp_path / "data")])
    assert done.exit_code == 0
    body = json.loads((tmp_path / "data/accuracy.json").read_text(encoding="utf-8"))
    assert (body["sets"]["all"]["facts_recall"]["hits"], body["sets"]["all"]["facts_recall"]["of"]) == (2, 3)
