"""Words and numbers in the reader's language: gettext catalogues, and each language's habit for amounts and dates."""

from __future__ import annotations

import gettext
import io
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import get_currency_name, get_currency_symbol, is_currency

from presslens import lexicon
from presslens.dashboard import gloss, vocabulary
from presslens.dashboard.counting import Unit

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
LOCALE = Path(__file__).parent / "locale"

_SCALES: dict[Language, tuple[tuple[float, str], ...]] = {
    "en": ((1e12, " tn"), (1e9, " bn"), (1e6, " m")),
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
}
_SECONDS = (31_536_000, 2_592_000, 86_400, 3_600, 60, 1)
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_PLAIN_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_AS_OF = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|H([12])|Q([1-4])))?")


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

    def plural(self, one: str, many: str, count: float, /, **values: object) -> str:
        """Translate a message that counts something; `{n}` becomes the count as this language writes it."""
        message = catalogue(self.language).ngettext(one, many, 1 if count == 1 else 2)
        return message.format(n=self.number(count), **values)

    def number(self, value: float) -> str:
        """Write a number to four significant digits: `18.46 m` or `1,846万`; below the first scale it is exact.

        >>> Text("en").number(18_460_000), Text("zh").number(18_460_000), Text("en").number(30_000)
        ('18.46 m', '1,846万', '30,000')
        """
        digits, suffix = self._scaled(value)
        return digits + suffix

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
        low, high = (None if _missing(end) else end for end in (low, high))
        return _amount(self, low, high, unit, bound)

    def date(self, value: Day | str | None, precision: str = "day") -> str:
        """Write a date as precisely as it is known; takes a date, or `2024`, `2024-02`, `2024-H1`, `2023-11/2024-01`.

        >>> Text("en").date("2024-02"), Text("zh").date("2024-02-16"), Text("en").date("2024-H1")
        ('Feb 2024', '2024年2月16日', 'first half of 2024')
        >>> Text("en").date("2024-02-05/2024-02-11"), Text("zh").date("2022/2024")
        ('5–11 Feb 2024', '2022–2024年')
        """
        if value is None or value != value:
            return self("undated")
        if isinstance(value, Day):
            return self._day(value, precision)
        if "/" in value:
            return self._period(*value.split("/", 1))
        found = _AS_OF.fullmatch(value)
        return self._as_of(found) if found else (value or self("undated"))

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
        """
        shown = lexicon.names().shown(canonical, self.language)
        return gloss.english(shown) if self.language == "en" else shown

    def outlet(self, name: str) -> str:
        """Write an outlet's name; an article that names none has an unknown outlet."""
        return name or self("Unknown outlet")

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
        return catalogue(self.language).ngettext(*vocabulary.UNITS[unit], 1 if count == 1 else 2)

    def _word(self, word: str) -> str:
        return self(vocabulary.VALUES[word]) if word in vocabulary.VALUES else self.name(word)

    def _label(self, labels: Mapping[str, str], code: str) -> str:
        return self(labels[code]) if code in labels else code

    def _scaled(self, value: float) -> tuple[str, str]:
        rounded = float(f"{value:.4g}")
        for size, suffix in _SCALES[self.language]:
            if abs(rounded) >= size:
                return _digits(rounded / size), suffix
        return _digits(value), ""

    def _with_unit(self, low: float, high: float | None, unit: str) -> str:
        if unit == "s":
            return self._duration(low, high)
        if unit in ("p", "K"):
            return _span(f"{low:.0f}", None if high is None else f"{high:.0f}") + unit
        printed = self._range(low, high)
        if unit in ("%", "px", ""):
            return printed + unit
        if unit == "x":
            return self("{n}×", n=printed)
        if _currency(unit, "en"):
            return self._money(printed, unit)
        named = self.unit(unit, low if high is None else high)
        return f"{printed} {named}".rstrip() if self.language == "en" or named.isascii() else printed + named

    def _money(self, printed: str, currency: str) -> str:
        if self.language == "en":
            symbol = _currency(currency, "en")
            return f"{symbol}{'' if not symbol[-1].isalpha() else ' '}{printed}"
        return printed + _currency(currency, "zh")

    def _range(self, low: float, high: float | None) -> str:
        first, first_suffix = self._scaled(low)
        if high is None:
            return first + first_suffix
        last, last_suffix = self._scaled(high)
        return f"{first}{first_suffix if first_suffix != last_suffix else ''}–{last}{last_suffix}"

    def _duration(self, low: float, high: float | None) -> str:
        longest = high or low
        # Clips are compared in seconds: a clip of one minute is 60 s, as it stands beside one of 16 s.
        sizes = [size for size in _SECONDS if size != 60 or longest >= 120]
        exact = (size for size in sizes if _whole(longest / size) and _whole(low / size))
        size = next(exact, next((size for size in sizes if longest >= 2 * size), 1))
        message = catalogue(self.language).ngettext(*vocabulary.DURATIONS[size], 1 if longest == size else 2)
        return message.format(n=_span(_digits(low / size), None if high is None else _digits(high / size)))

    def _day(self, day: Day, precision: str) -> str:
        patterns = {
            "en": {"year": "y", "month": "MMM y", "day": "d MMM y"},
            "zh": {"year": "y年", "month": "y年M月", "day": "y年M月d日"},
        }
        pattern = patterns[self.language].get(precision, patterns[self.language]["day"])
        return _formatted(day, pattern, self.language)

    def _period(self, first: str, last: str) -> str:
        """Write a span of days, months or years, saying only once what both ends share."""
        begin, end = self.date(first), self.date(last)
        plain = len(first) == len(last) and _PLAIN_DATE.fullmatch(first) and _PLAIN_DATE.fullmatch(last)
        if plain and len(first) == len("2024"):
            return f"{first}–{end}"
        if not plain or first[:4] != last[:4]:
            return f"{begin} – {end}"
        month = len(first) == len("2024-02-16") and first[:7] == last[:7]
        if self.language == "zh":
            return f"{begin}–{end.split('月' if month else '年', 1)[1]}"
        short = begin.rsplit(" ", 2 if month else 1)[0]
        return f"{short}–{end}" if month or " " not in short else f"{short} – {end}"

    def _as_of(self, found: re.Match[str]) -> str:
        year, month, day, half, quarter = found.groups()
        if half:
            return self("first half of {year}", year=year) if half == "1" else self("second half of {year}", year=year)
        if quarter:
            return self("quarter {quarter} of {year}", quarter=quarter, year=year)
        try:
            known = Day(int(year), int(month or 1), int(day or 1))
        except ValueError:
            return found.group()
        return self._day(known, "day" if day else "month" if month else "year")


# Tables write the same amounts and days over and over, and each takes longer to write than to look up.
@lru_cache(maxsize=8192)
def _amount(text: Text, low: float | None, high: float | None, unit: str, bound: str) -> str:
    if low is None:
        low, high, bound = high, None, ("at_most" if bound == "exact" else bound)
    if low is None:
        return "–"
    if unit == "px" and high is not None:
        return f"{low:.0f} × {high:.0f}"
    printed = text._with_unit(low, None if high == low else high, unit)
    hedge = vocabulary.OR_MORE if bound == "vague" and high is None else vocabulary.HEDGES.get(bound)
    return text(hedge, amount=printed) if hedge else printed


@lru_cache(maxsize=256)
def _currency(code: str, language: Language) -> str:
    """Give a currency's sign or name, an empty one for what is no currency."""
    if not is_currency(code):
        return ""
    if language == "en":
        return str(get_currency_symbol(code, locale="en"))
    return "元" if code == "CNY" else str(get_currency_name(code, locale="zh"))


@lru_cache(maxsize=8192)
def _formatted(day: Day, pattern: str, language: Language) -> str:
    return str(format_date(day, pattern, language))


def _missing(value: float | None) -> bool:
    return value is None or math.isnan(value)


def _whole(value: float) -> bool:
    return round(value) > 0 and abs(value - round(value)) < 0.01


def _span(first: str, last: str | None) -> str:
    return first if last is None else f"{first}–{last}"


def _digits(value: float) -> str:
    if value and abs(value) < 1:
        return f"{value:.4g}"
    places = max(0, min(2, 4 - len(str(int(abs(value))))))
    printed = f"{value:,.{places}f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed
