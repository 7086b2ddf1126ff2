"""Words and numbers in the reader's language: gettext catalogues, and each language's habit for amounts and dates."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from presslens import lexicon
from presslens.dashboard import amounts, days, gloss, vocabulary
from presslens.dashboard.counting import Unit
from presslens.message import Message

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
LOCALE = Path(__file__).parent / "locale"

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def escape(printed: object) -> str:
    r"""Make text from an article or a file harmless in Markdown: no markup, link, image or formula survives.

    >>> escape("![x](http://a.b) 5~10%")
    '\\!\\[x\\]\\(http\\:\\/\\/a\\.b\\) 5\\~10\\%'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(str(printed).split()))


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: Language) -> gettext.NullTranslations:
    """Read a language's catalogues (every .po file in its folder) into one; English needs none, a message is English."""
    merged: gettext.NullTranslations = gettext.NullTranslations()
    for path in sorted((LOCALE / language).glob("*.po")):
        compiled = io.BytesIO()
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
        compiled.seek(0)
        translations = gettext.GNUTranslations(compiled)
        translations.add_fallback(merged)
        merged = translations
    return merged


@dataclass(frozen=True, slots=True)
class Text:
    """Everything the dashboard says, in one language and counted in one unit.

    >>> text = Text("en")
    >>> text("Hello, {name}", name="Ada"), text.amount(118.1e9, unit="USD"), text.date("2024-02-16")
    ('Hello, Ada', '$118.1 bn', '16 Feb 2024')
    """

    language: Language
    counting: Unit = "articles"

    def __call__(self, message: str, /, **values: object) -> str:
        """Translate a message (the English sentence itself) and fill in its values."""
        return catalogue(self.language).gettext(message).format(**values)

    def told(self, message: Message) -> str:
        """Say what a user is told, and what it names in words, in this language.

        >>> Text("zh").told(Message("{name} is empty: put the article's text into it.", name="a.txt"))
        'a.txt 是空的：请把文章正文放进去。'
        """
        values = {name: self.told(value) if isinstance(value, Message) else value for name, value in message.values.items()}
        return self(message.english, **values)

    def plural(self, one: str, many: str, count: float, /, **values: object) -> str:
        """Translate a message that counts something; `{n}` becomes the count as this language writes it."""
        return self.form(one, many, count).format(n=self.number(count), **values)

    def form(self, one: str, many: str, count: float) -> str:
        """Translate a message in the form that fits a count, with nothing filled in."""
        return catalogue(self.language).ngettext(one, many, 1 if count == 1 else 2)

    def number(self, value: float) -> str:
        """Write a number to four significant digits: `18.46 m` or `1,846万`; below the first scale it is exact.

        >>> Text("en").number(18_460_000), Text("zh").number(18_460_000), Text("en").number(30_000)
        ('18.46 m', '1,846万', '30,000')
        """
        return amounts.number(self, value)

    def counted(self, count: float) -> str:
        """Say a count in what the reader counts: articles, families or independent origins.

        >>> Text("en", "families").counted(3), Text("en").counted(1)
        ('3 families', '1 article')
        """
        return self.plural(*vocabulary.COUNTED[self.counting], count)

    def amount(self, low: float | None, high: float | None = None, unit: str = "", bound: str = "exact") -> str:
        """Write a quantity with its unit and its hedge; None and NaN mean that an end is not known.

        >>> Text("zh").amount(118.1e9, 118.1e9, "USD", "at_least"), Text("en").amount(2e8, 9e8, "CNY", "vague")
        ('至少1,181亿美元', 'CN¥200–900 m (vague)')
        >>> Text("en").amount(1920, 1080, "px"), Text("en").amount(60, 60, "s"), Text("en").amount(98, 98, "%")
        ('1920 × 1080', '60 s', '98%')
        """
        return amounts.amount(self, low, high, unit, bound)

    def date(self, value: Day | str | None, precision: str = "day") -> str:
        """Write a date as precisely as it is known; takes a date, or `2024`, `2024-02`, `2024-H1`, `2023-11/2024-01`.

        >>> Text("en").date("2024-02"), Text("zh").date("2024-02-16"), Text("en").date("2024-H1")
        ('Feb 2024', '2024年2月16日', 'first half of 2024')
        >>> Text("en").date("2024-02-05/2024-02-11"), Text("zh").date("2022/2024")
        ('5–11 Feb 2024', '2022–2024年')
        """
        return days.date(self, value, precision)

    def value(self, fact: Mapping[str, Any]) -> str:
        """Write what a fact says: its words, its date, or its amount; takes one row of the facts table."""
        if fact["value_text"]:
            return " + ".join(self._word(part) for part in str(fact["value_text"]).split(" + "))
        if fact["kind"] == "date":
            return self.date(fact["as_of"])
        return self.quantity(fact)

    def quantity(self, fact: Mapping[str, Any]) -> str:
        """Write the amount of a fact or a mark; where none is printed, what its metric counts is the unit.

        >>> Text("en").quantity({"low": 6e6, "high": 6e6, "unit": "", "bound": "at_least", "metric": "users"})
        'at least 6 m users'
        """
        unit = fact["unit"] or vocabulary.COUNTED_BY.get(fact.get("metric", ""), "")
        return self.amount(fact["low"], fact["high"], unit, fact["bound"])

    def name(self, canonical: str) -> str:
        """Write a name in the reader's language where it is known in both, a description by its words, else as it is.

        >>> Text("zh").name("NVIDIA"), Text("en").name("NVIDIA"), Text("en").name("全球半导体")
        ('英伟达', 'NVIDIA', 'Global semiconductors')
        >>> Text("en").name("NVIDIA、微软"), Text("zh").name("NVIDIA、微软")
        ('NVIDIA, Microsoft', '英伟达、微软')
        """
        shown = lexicon.names().shown(canonical, self.language)
        told = gloss.english(shown) if self.language == "en" else shown
        return self(", ").join(map(self.name, told.split("、"))) if "、" in told else told

    def outlet(self, name: str) -> str:
        """Write an outlet's name in the reader's language where both are known; an article may name none.

        >>> Text("en").outlet("第一财经"), Text("zh").outlet("第一财经"), Text("en").outlet("")
        ('Yicai', '第一财经', 'Unknown outlet')
        """
        shown = lexicon.outlets_in_english().get(name, name) if self.language == "en" else name
        return shown or self("Unknown outlet")

    def metric(self, metric: str) -> str:
        """Name what a figure measures."""
        return self._label(vocabulary.METRICS, metric)

    def status(self, status: str) -> str:
        """Name how firm a claim is: actual, forecast, target, estimate, assumption or rumour."""
        return self._label(vocabulary.STATUSES, status)

    def topic(self, topic: str) -> str:
        """Name a group of metrics."""
        return self._label(vocabulary.TOPICS, topic)

    def scope(self, scope: str) -> str:
        """Name the market or place a claim is limited to; no scope is the empty string."""
        return self._label(vocabulary.SCOPES, scope) if scope else ""

    def condition(self, condition: str) -> str:
        """Say under what condition a clip's length is told: as a maximum, of a clip that was shown, at a resolution."""
        if condition.startswith("at "):
            return self("at {resolution}", resolution=condition.removeprefix("at "))
        return self._label(vocabulary.CONDITIONS, condition)

    def speaker(self, speaker: str) -> str:
        """Say on whose word a value of a model stands."""
        return self._label(vocabulary.SPEAKERS, speaker)

    def label(self, code: str) -> str:
        """Name any other code of the tables: a confidence, a basis, a kind of entity or value."""
        return self._label(vocabulary.OTHERS, code)

    def unit(self, unit: str, count: float = 2) -> str:
        """Name a counted thing (token, A100, company), in the plural unless `count` is 1."""
        if unit not in vocabulary.UNITS:
            counted = gloss.counter(unit, count) if self.language == "en" else None
            return unit if counted is None else counted
        return self.form(*vocabulary.UNITS[unit], count)

    def _word(self, word: str) -> str:
        return self(vocabulary.VALUES[word]) if word in vocabulary.VALUES else self.name(word)

    def _label(self, labels: Mapping[str, str], code: str) -> str:
        return self(labels[code]) if code in labels else code
