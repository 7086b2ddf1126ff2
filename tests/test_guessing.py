"""Names that nothing marks, which a small model guesses; all texts are our own."""

from __future__ import annotations

import numpy as np
import pytest

from presslens.lexicon import names
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.facts.guessing.features import features
from presslens.pipeline.facts.guessing.guesses import Guess, guesses
from presslens.pipeline.facts.guessing.symbols import symbols
from presslens.pipeline.facts.guessing.training.invented import Inventor
from presslens.pipeline.facts.guessing.training.pieces import Piece, Span, is_name
from presslens.pipeline.figures.quantities import read_quantities

_MANY = (
    "岑舸去年营收达到3.2亿元，同比增长41%。岑舸的员工有260人，其中研发180人。"
    "岑舸与英伟达签下订单，金额2.4亿元。岑舸今年还要融资5亿元。"
)


def _guessed(text: str) -> list[Guess]:
    copy = matching_copy(text)
    return guesses(copy, names().find(copy), list(read_quantities(copy, None)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("英伟达、岑舸与寒武纪的份额依次为61%、12%和9%。", "岑舸"),
        ("芯片方面，岑舸微去年的营收是4.1亿元，亏损2亿元。", "岑舸微"),
        ("視頻模型嵐蹤的參數量有130億，最長可生成12秒。", "岚踪"),
    ],
)
def test_a_name_that_nothing_marks_is_guessed(text: str, name: str) -> None:
    assert name in {guess.name for guess in _guessed(text)}


def test_a_name_that_comes_back_is_sure_at_all_its_places() -> None:
    found = [guess for guess in _guessed(_MANY) if guess.name == "岑舸"]
    assert len(found) == 4
    assert found[0].kind == "company"
    assert found[0].hit()


def test_titles_and_chips_are_guesses_and_never_names_of_their_own() -> None:
    found = {guess.name: guess for guess in _guessed("《晨渡》票房破3亿元，H100一小时租价跌到16元。")}
    assert (found["晨渡"].kind, found["H100"].kind) == ("work", "chip")
    assert not found["晨渡"].hit()
    assert not found["H100"].hit()


def test_guesses_keep_clear_of_each_other_of_names_and_of_figures() -> None:
    copy = matching_copy(_MANY)
    figures = list(read_quantities(copy, None))
    spans = [(one.start, one.end) for one in (*guesses(copy, names().find(copy), figures), *names().find(copy), *figures)]
    places = [place for start, end in spans for place in range(start, end)]
    assert len(places) == len(set(places))


def test_plain_prose_holds_no_sure_name() -> None:
    text = "今年的市场比去年更热闹，不少人花了3个月才学会，成本下降了20%。大家都说效果不错，但价格仍要每月99元。"
    assert not [guess.name for guess in _guessed(text) if guess.hit()]


def test_an_article_of_nothing_is_guessed_to_name_nothing() -> None:
    assert guesses("", [], []) == []


def test_renaming_keeps_everything_else_in_its_place() -> None:
    text = "英伟达去年营收3亿元"
    piece = Piece("a", text, (Span(0, 3, "known", "company"), Span(7, 10, "figure", "money")))
    renamed = Inventor(1, ["岑舸"]).renamed(piece, 1.0)
    name, figure = renamed.spans
    assert name.what == "name"
    assert renamed.text[figure.start : figure.end] == "3亿元"
    assert renamed.text.endswith("去年营收3亿元")


@pytest.mark.parametrize(
    ("subject", "told"), [("岑舸", True), ("岑舸科技", True), ("Lumio 2", True), ("广告行业", False), ("用户", False)]
)
def test_names_are_told_from_nouns(subject: str, told: bool) -> None:
    assert is_name(subject) == told


def test_a_symbol_is_seen_alike_alone_and_among_all_of_its_text() -> None:
    seen = symbols(matching_copy(_MANY), [], list(read_quantities(matching_copy(_MANY), None)))
    every = features(seen, np.arange(len(seen.codes)))
    assert len(np.unique(every[:, 0] - every[:, -1])) > 1
    for number in range(len(seen.codes)):
        assert (features(seen, np.array([number])) == every[:, [number]]).all()


def test_a_text_of_figures_alone_is_guessed_to_name_nothing() -> None:
    assert _guessed("3.2亿元") == []
