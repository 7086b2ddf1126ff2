"""The score of whole sentences, the article's mean, and the JSON lines."""

import json
import re
from pathlib import Path

import pytest

from presslens.model import Score
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.lines import LineError
from presslens.pipeline.sentiment import score, summarise
from presslens.pipeline.sentiment.classifier import MODEL_FILE
from presslens.pipeline.sentiment.command import answer
from presslens.pipeline.sentiment.scoring import target_label

GOLD = Path(__file__).parent / "gold" / "sentiment.tsv"
TRAINING = MODEL_FILE.parent / "training" / "sentences.tsv"
ROWS = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines()[1:]]


def told(rows) -> list[tuple[int, int]]:
    return [(int(row[0]), score(matching_copy(row[1])).label) for row in rows]


def test_four_of_five_sentences_never_trained_on_are_labelled_right():
    pairs = told(ROWS)
    assert sum(wanted == label for wanted, label in pairs) >= 0.8 * len(pairs)


def test_at_most_one_sign_in_thirty_is_reversed():
    pairs = told(ROWS)
    assert sum(wanted * label < 0 for wanted, label in pairs) <= len(pairs) / 30


def test_no_sentence_of_the_test_is_in_the_training_text():
    trained = TRAINING.read_text(encoding="utf-8")
    assert not [row[1] for row in ROWS if row[1] in trained]


def test_names_in_the_test_sentences_are_labelled_right():
    for _, text, targets in ROWS:
        for name, sign in re.findall(r"(\S.*?)([+\-0])(?:\s|$)", targets):
            value = score(matching_copy(text), [name]).targets[name]
            assert target_label(value) != {"+": -1, "-": 1, "0": 2}[sign]


def test_both_scripts_get_the_same_score():
    assert score(matching_copy("畫面細膩，動作流暢")) == score("画面细腻，动作流畅")


@pytest.mark.parametrize("text", ["", "。", "   ", "????", "12345", "A" * 5000, "😀😀"])
def test_odd_input_is_neutral(text):
    assert score(text).label == 0


def test_the_probability_is_that_of_the_label():
    found = score("服务器接连崩溃，用户怨声载道。")
    assert found.label == -1
    assert 0.5 < found.probability <= 1


def test_the_shipped_model_is_smaller_than_a_megabyte():
    assert MODEL_FILE.stat().st_size < 1_000_000


def test_the_training_text_holds_all_three_labels_in_like_numbers():
    labels = [line.split("\t")[1] for line in TRAINING.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(labels) >= 1500
    assert min(labels.count(label) for label in ("-1", "0", "1")) >= 400


def test_an_articles_mean_has_an_interval_around_it_that_stays_the_same():
    scores = [Score(value, 0) for value in (0.9, -0.4, 0.1, 0.0, 0.6)]
    mean, low, high = summarise(scores)
    assert low < mean < high
    assert summarise(scores) == (mean, low, high)


def test_an_article_without_sentences_is_neutral():
    assert summarise([]) == (0.0, 0.0, 0.0)


def test_json_lines_are_answered_in_order_with_all_fields():
    lines = ['{"id": "a", "text": "可灵惊艳全场", "targets": ["可灵"]}\n', "\n", '{"id": "b", "text": "服務器又崩潰了"}\n']
    first, second = (json.loads(line) for line in answer(lines))
    assert set(first) == {"id", "score", "label", "probability", "cues", "targets"}
    assert (first["id"], second["id"]) == ("a", "b")
    assert first["targets"]["可灵"]["label"] == 1
    assert second["label"] == -1


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": 5}', '{"text": "x", "targets": "Sora"}'])
def test_a_line_that_cannot_be_answered_is_named(line):
    with pytest.raises(LineError, match="ine 2"):
        list(answer(['{"id": 1, "text": "好"}', line]))
