"""How often the outlook is wrong is shown to readers, so its arithmetic is held to small cases made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from presslens import tables
from presslens.__main__ import app
from presslens.pipeline.build import analyse, build
from presslens.pipeline.score import GoldError
from presslens.pipeline.sentiment import accuracy, labels
from presslens.pipeline.sentiment.confusion import macro_f1
from tests import labelled

ARTICLE = "快手发布财报\n\n快手的盈利大增，用户好评如潮。公司总部设在北京。产品投诉激增，亏损扩大。"
SENTENCES = "快手的盈利大增，用户好评如潮。", "公司总部设在北京。", "产品投诉激增，亏损扩大。"
GOOD, PLAIN, BAD = (f"{ARTICLE.index(part)},{labels.mark_of(part)}" for part in SENTENCES)


def label_file(folder: Path, *rows: str) -> Path:
    return labelled.gold_file(folder / labels.LABELS, ("set", "sentence_no", *labels.COLUMNS), rows)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return labelled.dataset(tmp_path, {"own.txt": ARTICLE})


def rows(*wanted: int) -> list[str]:
    places = zip((GOOD, PLAIN, BAD), wanted, strict=True)
    return [f"seed,2,own,{start},{label},," for start, label in places]


def test_labels_that_agree_are_all_right(dataset: Path, tmp_path: Path) -> None:
    told = accuracy.score_sets(dataset, label_file(tmp_path, *rows(1, 0, -1)))["seed"].as_json()["sentences"]
    assert (told["confusion"], told["macro_f1"], told["wrong"]) == ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], 1.0, 0.0)


def test_signs_turned_around_and_missed_are_told_apart(dataset: Path, tmp_path: Path) -> None:
    told = accuracy.score_sets(dataset, label_file(tmp_path, *rows(-1, 1, -1)))["seed"].as_json()["sentences"]
    assert (told["reversed"], told["missed"]) == (pytest.approx(1 / 3, abs=1e-4), pytest.approx(1 / 3, abs=1e-4))


def test_labels_toward_names_are_judged_by_what_is_said_of_the_name(dataset: Path, tmp_path: Path) -> None:
    path = label_file(tmp_path, f"seed,2,own,{GOOD},1,快手,1", f"seed,3,own,{PLAIN},0,Vidu,1")
    told = accuracy.score_sets(dataset, path)["seed"].as_json()["targets"]
    assert told["confusion"] == [[0, 0, 0], [0, 0, 0], [0, 1, 1]]


def test_a_sentence_is_found_again_where_the_cleaning_has_moved_it(tmp_path: Path) -> None:
    made, _, texts = analyse([("own.txt", f"快手发布财报\n\n据快手公告：\n{ARTICLE}".encode())])
    tables.write(tmp_path / "data", made)
    (tmp_path / "data/local").mkdir()
    for article_id, text in texts.items():
        (tmp_path / "data/local" / f"{article_id}.txt").write_text(text, encoding="utf-8")
    told = accuracy.score_sets(tmp_path / "data", label_file(tmp_path, *rows(1, 0, -1)))["seed"]
    assert (told.as_json()["sentences"]["macro_f1"], told.lost) == (1.0, 0)


def test_a_sentence_that_is_not_there_is_counted_as_missing(tmp_path: Path) -> None:
    found = accuracy.compare(
        [{"file": "own", "start": "0", "mark": "x", "label": "1", "target": "", "target_label": ""}],
        [accuracy.Article("own.txt", "hans", "甲。", [{"start": 0, "end": 2, "label": 1, "probability": 0.9}], [])],
    )
    assert (found["all"].lost, found["all"].as_json()["sentences"]["labels"]) == (1, 0)


def test_each_set_stands_by_itself(dataset: Path, tmp_path: Path) -> None:
    path = label_file(tmp_path, *rows(1, 0, -1), "held_back,1,other,0,x,1,,")
    found = accuracy.score_sets(dataset, path)
    assert (found["held_back"].missing, found["seed"].missing) == (["other"], [])


def test_sentences_of_one_article_may_stand_in_two_sets(dataset: Path, tmp_path: Path) -> None:
    one, *others = rows(1, 0, -1)
    found = accuracy.score_sets(dataset, label_file(tmp_path, one.replace("seed", "held_back"), *others))
    assert [len(found[name].sentences.wanted) for name in ("held_back", "seed")] == [1, 2]


def test_a_build_measures_articles_that_it_leaves_out_too(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    subject = "AI视频模型Sora和Vidu能生成视频，文生视频大模型竞争激烈。" * 3
    (tmp_path / "articles/on_subject.txt").write_text(f"Sora与AI视频\n\n{subject}", encoding="utf-8")
    (tmp_path / "articles/own.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "data").mkdir()
    label_file(tmp_path / "data", *rows(1, 0, -1))
    made, problems = build(tmp_path / "articles", tmp_path / "data", relevant_only=True)
    body = json.loads((tmp_path / "data" / accuracy.ACCURACY).read_text(encoding="utf-8"))
    assert made.notes["in_passing"] == ["own.txt"]
    assert (body["sets"]["seed"]["sentences"]["labels"], body["fingerprint"], problems) == (3, made.fingerprint, [])


@pytest.mark.parametrize("bad", ["seed,1,own,0,x,2,,", "seed,1,own,here,x,1,,"])
def test_a_label_that_is_none_is_refused(bad: str, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="Line 2"):
        labels.read_labels(label_file(tmp_path, bad))


def test_a_label_counts_as_often_as_it_occurs_and_no_more() -> None:
    assert macro_f1(np.array([1, 1, 0]), np.array([1, 1, 0])) == 1.0


def test_the_interval_holds_the_value(dataset: Path, tmp_path: Path) -> None:
    told = accuracy.score_sets(dataset, label_file(tmp_path, *rows(1, 1, -1)))["seed"].as_json()["sentences"]
    assert told["macro_f1_low"] <= told["macro_f1"] <= told["macro_f1_high"]


def test_the_command_tells_labels_from_figures_by_the_head(dataset: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["score", str(dataset), str(label_file(tmp_path, *rows(1, 0, -1)))])
    assert "seed: 3 sentences in 1 articles: macro-F1 1.000" in result.stdout
