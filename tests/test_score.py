"""The score is arithmetic that a page shows to readers, so it is held to small datasets made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from presslens import tables
from presslens.pipeline.build import analyse
from presslens.pipeline.score import COLUMNS, GoldError, Share, as_text, same_subject, score

ARTICLE = "快手推出可灵\n\n可灵的月活用户突破600万。英伟达在AI芯片市场的份额超过80%。"
GOLD = [
    "own.txt,600万,count,6000000,6000000,,false,可灵 (Kuaishou),users,",
    "own.txt,80%,percent,80,80,%,false,NVIDIA,market_share,",
    "own.txt,3亿元,money,300000000,300000000,CNY,false,Kuaishou,revenue,",
]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    made, _, _ = analyse([("own.txt", ARTICLE.encode())])
    tables.write(tmp_path / "data", made)
    return tmp_path / "data"


def gold_file(folder: Path, rows: list[str]) -> Path:
    path = folder / "gold.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]), encoding="utf-8")
    return path


def test_what_is_found_and_what_is_missed_are_counted(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, GOLD))
    assert (result.quantities.hits, result.quantities.of) == (2, 3)
    assert (result.recall.hits, result.recall.of) == (2, 3)


def test_a_fact_that_no_label_confirms_lowers_precision(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, GOLD[:1]))
    assert (result.precision.hits, result.precision.of) == (1, 2)


def test_a_wrong_subject_is_a_miss(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, [GOLD[1].replace("NVIDIA", "AMD")]))
    assert result.recall.hits == 0


def test_articles_that_the_dataset_lacks_are_named(dataset: Path, tmp_path: Path) -> None:
    result = score(dataset, gold_file(tmp_path, [*GOLD, GOLD[0].replace("own", "other")]))
    assert result.missing == ("other.txt",)
    assert any("other.txt" in line for line in as_text(result))


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
