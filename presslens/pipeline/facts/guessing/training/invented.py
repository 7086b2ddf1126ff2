"""Put invented names in the place of known ones: what a model must learn is how names stand, not which there are."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

from presslens.lexicon import table
from presslens.pipeline.facts.coined import TAIL
from presslens.pipeline.facts.guessing.training.pieces import Piece, Span

_HAN = re.compile("[一-鿿]{2,5}")
_LATIN = re.compile(r"[A-Za-z0-9. \-']{2,16}")
_CONSONANTS, _VOWELS, _CAPITALS, _DIGITS = "bcdfghklmnprstvz", "aeiou", "BCDFGHKLMNPRSTVX", "23456789"
_ENDINGS = (
    "科技",
    "智能",
    "半导体",
    "集团",
    "股份",
    "微",
    "影视",
    "传媒",
    "数科",
    "文化",
    "芯",
    "算力",
    "云",
    "AI",
    "影业",
    "电子",
    "视频",
    "动画",
)
_VERSIONS = ("2", "3.0", "1.5", "2.0", "4", "590", "X")


class Inventor:
    """Invents names in the manner of those that lexicon and labels have."""

    def __init__(self, seed: int, coined: Iterable[str]) -> None:
        self._chance = random.Random(seed)
        listed = [
            form for file in ("companies.toml", "models.toml") for name, more in table(file).items() for form in (name, *more)
        ]
        self._coined = sorted({name for name in coined if _HAN.fullmatch(name)})
        self._han = self._coined + [form for form in listed if _HAN.fullmatch(form)]
        self._latin = [form for form in listed if _LATIN.fullmatch(form)]
        self._characters = [character for form in self._han for character in TAIL.sub("", form)]

    def renamed(self, piece: Piece, share: float) -> Piece:
        """Give a piece with a share of its names under invented ones, which then are names to be found."""
        forms: dict[str, str] = {}
        text, spans, at = "", [], 0
        for span in piece.spans:
            form = piece.text[span.start : span.end]
            if span.what in ("known", "name") and form not in forms:
                forms[form] = self._invented(form, span.kind) if self._chance.random() < share else form
            text += piece.text[at : span.start]
            new = forms.get(form, form) if span.what in ("known", "name") else form
            spans.append(Span(len(text), len(text) + len(new), "name" if new != form else span.what, span.kind))
            text, at = text + new, span.end
        return Piece(piece.group, text + piece.text[at:], tuple(spans))

    def _invented(self, form: str, kind: str) -> str:
        choice = self._chance
        if _LATIN.fullmatch(form) and choice.random() < 0.5:
            return "".join(self._respelled(character) for character in choice.choice(self._latin))
        if choice.random() < 0.3:
            return choice.choice(self._coined)
        length = choice.choice((2, 2, 2, 3, 3, 4))
        name = "".join(choice.choice(self._characters) for _ in range(length))
        if choice.random() < 0.5:
            name = name[: max(1, length // 2)] + choice.choice(self._han)[-max(1, length - length // 2) :]
        if kind == "company" and choice.random() < 0.35:
            return name[:2] + choice.choice(_ENDINGS)
        if kind == "model" and choice.random() < 0.25:
            return name + choice.choice(("", "-", "V")) + choice.choice(_VERSIONS)
        return name

    def _respelled(self, character: str) -> str:
        """Give another letter of the same kind, most of the time."""
        if self._chance.random() > 0.7:
            return character
        for letters in (_CONSONANTS, _VOWELS, _CAPITALS, _DIGITS):
            if character in letters:
                return self._chance.choice(letters)
        return character
