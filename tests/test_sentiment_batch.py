"""Scoring many sentences at once says of each what scoring it alone says; words and n-grams are found as one by one."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from presslens.pipeline.sentiment import score, score_all
from presslens.pipeline.sentiment.classifier import model
from presslens.pipeline.sentiment.features import dense, grams
from presslens.pipeline.sentiment.ngrams import number, numbers
from presslens.pipeline.sentiment.reading import read
from presslens.pipeline.sentiment.words import _table, find

PIECES = [
    "可灵",
    "Sora",
    "并不",
    "逼真",
    "亏损",
    "但",
    "，",
    "。",
    "3.5",
    " ",
    "😀",
    "龘",
    "没有",
    "解决",
    "“",
    "”",
    "A",
    "的",
    "",
    "\x00",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(deadline=None)
@given(st.lists(TEXT, max_size=6))
def test_sentences_scored_together_are_scored_as_alone(texts):
    targets = [["Sora", "可灵"] if at % 2 else [] for at in range(len(texts))]
    assert score_all(texts, targets) == [score(text, names) for text, names in zip(texts, targets, strict=True)]


@settings(deadline=None)
@given(TEXT)
def test_words_found_in_one_pass_are_those_found_by_trying_every_length(text):
    _, entries = _table()
    known = {entry[0]: entry for entry in entries}
    longest = max(map(len, known))
    wanted, at = [], 0
    while at < len(text):
        word = next((text[at : at + size] for size in range(longest, 0, -1) if text[at : at + size] in known), "")
        if word and known[word][1]:
            wanted.append((at, word))
        at += len(word) or 1
    assert [(token.start, token.word) for token in find(text)] == wanted


@settings(deadline=None)
@given(st.lists(TEXT.map(lambda text: text.replace("\x00", "")), min_size=1, max_size=5))
def test_numbered_grams_are_the_different_grams_of_each_sentence(texts):
    found = numbers(texts)
    for at, text in enumerate(texts):
        wanted = {text[start : start + size] for size in (1, 2, 3) for start in range(len(text) - size + 1)}
        assert found.counts[at] == len(wanted)
        assert sorted(found.grams[found.sentences == at]) == sorted(map(number, wanted))


def test_the_model_adds_up_what_each_known_gram_weighs():
    reading = read("新模型画面逼真，但价格昂贵，用户并不买账。")
    known, cut = model(), grams(reading)
    place = {gram: at for at, gram in enumerate(known.grams.tolist())}
    rows = [known.weights[:, place[number(gram)]] for gram in cut if number(gram) in place]
    margins = sum(rows) / math.sqrt(len(cut)) + np.array(dense(reading)) @ known.dense + known.bias
    powers = np.exp(np.array([margins[0], 0.0, margins[1]]) / known.temperature)
    assert len(rows) > 20
    assert score("新模型画面逼真，但价格昂贵，用户并不买账。").value == round((powers[2] - powers[0]) / powers.sum(), 4)
