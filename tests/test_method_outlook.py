"""What the page Method says of the outlook comes from the measurement, set by set."""

from presslens.dashboard import method_outlook
from presslens.dashboard.text import Text
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.sentiment import masks, score

EN = Text("en")
PART = {
    "labels": 100,
    "articles": 83,
    "confusion": [[15, 1, 0], [2, 40, 11], [1, 4, 26]],
    "macro_f1": 0.8211,
    "macro_f1_low": 0.7433,
    "macro_f1_high": 0.8903,
    "macro_f1_surest": 0.8747,
    "macro_f1_of_script": {"hans": 0.8188, "hant": 0.8302},
    "wrong": 0.19,
    "reversed": 0.01,
    "missed": 0.05,
}
SETS = {"seed": {"sentences": PART, "targets": PART}, "held_back": {"sentences": PART, "targets": PART}}


def test_the_sets_nobody_tuned_on_come_first():
    assert method_outlook.shares(SETS, EN)["Set"].tolist()[::2] == ["Held back", "Read while writing"]


def test_a_share_stands_with_its_interval():
    assert method_outlook.shares(SETS, EN)["Macro-F1"].iloc[0] == "0.82 (0.74–0.89)"


def test_a_row_of_the_matrix_is_a_label_and_a_column_what_was_read():
    told = method_outlook.confusion(SETS["seed"], EN)
    assert told.iloc[0].tolist() == ["critical", 15, 1, 0]
    assert told["read as hopeful"].tolist() == [0, 11, 26]


def test_the_examples_are_read_as_they_say():
    wrong = [
        sentence
        for sentence, label, _ in method_outlook.EXAMPLES
        if not masks.is_prompt(sentence) and score(matching_copy(sentence)).label != label
    ]
    assert wrong == []
