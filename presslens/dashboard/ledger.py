"""A reader's ledger: which figures she accepts or rejects, which subjects she takes for one, and what she notes.

The ledger is a value of its own, apart from the dataset: it is kept for a visit, saved as a small JSON file, loaded again,
and applied when a dataset is built. It finds its figures by `fact_id`, and where a rebuilt dataset has another id for the
same characters, by where they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from typing import Any, Literal, get_args

from presslens.message import MessageError

Verdict = Literal["", "accepted", "rejected"]
Place = tuple[str, int, int, str]

FORMAT = "presslens-ledger"
VERSION = 1
MOST_BYTES = 5_000_000
MOST_ENTRIES = 20_000
_MOST_CHARACTERS = {"fact_id": 64, "article_id": 64, "surface": 200, "subject": 200, "merged_into": 200, "note": 2000}
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_LAST_OFFSET = 100_000_000


class LedgerError(MessageError):
    """A file that is no ledger, said in one sentence that tells what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the reader says of one figure: a verdict, the name its subject should go by, a note.

    `article_id`, `start`, `end` and `surface` find the figure again where its id has changed; `subject` is the name it had.
    """

    fact_id: str
    article_id: str
    start: int
    end: int
    surface: str
    subject: str = ""
    verdict: Verdict = ""
    merged_into: str = ""
    note: str = ""

    @classmethod
    def of(cls, fact: Mapping[str, Any]) -> Entry:
        """Make an entry that says nothing yet of a row of facts."""
        return cls(fact["fact_id"], fact["article_id"], int(fact["start"]), int(fact["end"]), fact["surface"], fact["subject"])

    @property
    def place(self) -> Place:
        """Tell where the figure stands."""
        return self.article_id, self.start, self.end, self.surface

    def __bool__(self) -> bool:
        """Tell whether the entry says anything."""
        return bool(self.verdict or self.merged_into or self.note)


@dataclass(frozen=True)
class Ledger:
    """All that a reader has said, one entry per figure, in the order it was first said."""

    entries: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything was said at all."""
        return bool(self.entries)

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Give the entries by the id of their figure."""
        return {entry.fact_id: entry for entry in self.entries}

    def of(self, fact: Mapping[str, Any]) -> Entry:
        """Give the entry of a row of facts, one that says nothing where there is none."""
        return self.by_id.get(fact["fact_id"]) or Entry.of(fact)

    def with_entry(self, entry: Entry) -> Ledger:
        """Say something of a figure; what was said of it before is replaced, and an entry that says nothing is taken out.

        >>> said = Ledger().with_entry(Entry("f1", "a1", 0, 3, "60s", verdict="accepted"))
        >>> len(said.entries), len(said.with_entry(Entry("f1", "a1", 0, 3, "60s")).entries)
        (1, 0)
        """
        kept = {**self.by_id, entry.fact_id: entry}
        return Ledger(tuple(one for one in kept.values() if one))

    def joined(self, other: Ledger) -> Ledger:
        """Take up another ledger; where both speak of one figure, the other one counts."""
        return Ledger(tuple({**self.by_id, **other.by_id}.values()))

    @cached_property
    def names(self) -> dict[str, str]:
        """Give the names that go by another one, each with the last name of its chain; names in a circle keep their own.

        >>> Ledger((Entry("f1", "a", 0, 1, "x", "Gen-2", merged_into="Runway"),)).names
        {'Gen-2': 'Runway'}
        """
        direct = {entry.subject: entry.merged_into for entry in self.entries if entry.merged_into and entry.subject}
        return {name: last for name in direct if (last := _last(name, direct)) != name}

    def also_named(self, name: str) -> list[str]:
        """Give the names that go by this one, itself first."""
        return [name, *(other for other, last in self.names.items() if last == name)]

    def to_json(self) -> str:
        """Write the ledger as JSON; what an entry leaves open is left out."""
        entries = [{name: value for name, value in asdict(entry).items() if value != ""} for entry in self.entries]
        return json.dumps({"format": FORMAT, "version": VERSION, "entries": entries}, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, content: bytes | str) -> Ledger:
        """Read a ledger; a LedgerError says in one sentence why a file is none.

        >>> Ledger.from_json(Ledger((Entry("f1", "a1", 0, 3, "60s", note="see the report"),)).to_json()).entries[0].note
        'see the report'
        """
        body = _parsed(content)
        if body.get("version") != VERSION:
            raise LedgerError(
                "The ledger is of version {found}; this Presslens reads version {wanted}.",
                found=str(body.get("version"))[:20],
                wanted=VERSION,
            )
        listed = body.get("entries")
        if not isinstance(listed, list):
            raise LedgerError("The ledger has no list of entries. Save it again from the page Your review.")
        if len(listed) > MOST_ENTRIES:
            raise LedgerError("The ledger has {n} entries; at most {most} are read.", n=len(listed), most=MOST_ENTRIES)
        entries = [_entry(number, one) for number, one in enumerate(listed, start=1)]
        twice = len(entries) - len({entry.fact_id for entry in entries})
        if twice:
            raise LedgerError("The ledger speaks of one figure twice. Keep one entry for each fact_id.")
        return cls(tuple(entry for entry in entries if entry))


@dataclass(frozen=True)
class Matched:
    """A ledger held against a dataset: the entry of each figure by the id it has there, and the entries that found none."""

    entries: Mapping[str, Entry]
    unmatched: tuple[Entry, ...] = ()

    def ids(self, verdict: Verdict) -> frozenset[str]:
        """Give the ids of the figures with one verdict."""
        return self._by_verdict.get(verdict, frozenset())

    @cached_property
    def _by_verdict(self) -> dict[Verdict, frozenset[str]]:
        given = {entry.verdict for entry in self.entries.values()}
        return {one: frozenset(i for i, entry in self.entries.items() if entry.verdict == one) for one in given}


def match(ledger: Ledger, facts: Iterable[Mapping[str, Any]]) -> Matched:
    """Find the figures a ledger speaks of among rows with fact_id, article_id, start, end and surface."""
    by_place = {entry.place: entry for entry in ledger.entries}
    found: dict[str, Entry] = {}
    by_other: dict[str, Entry] = {}
    for fact in facts:
        fact_id = fact["fact_id"]
        place = (fact["article_id"], int(fact["start"]), int(fact["end"]), fact["surface"])
        if fact_id in ledger.by_id:
            found[fact_id] = ledger.by_id[fact_id]
        elif place in by_place:
            by_other[fact_id] = by_place[place]
    met = {entry.fact_id for entry in found.values()}
    # A figure said of two subjects is two rows in one place: what is said of the row that is there is not said of the other.
    found |= {fact_id: entry for fact_id, entry in by_other.items() if entry.fact_id not in met}
    met |= {entry.fact_id for entry in found.values()}
    return Matched(found, tuple(entry for entry in ledger.entries if entry.fact_id not in met))


@dataclass
class Applied:
    """A ledger to be applied to a build, which then tells what came of it."""

    ledger: Ledger
    matched: Matched = field(default_factory=lambda: Matched({}))

    def __call__(self, facts: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, str]]:
        """Leave out rejected facts, give merged subjects one name, and add what the reader says as last steps."""
        self.matched = match(self.ledger, facts)
        rejected = self.matched.ids("rejected")
        return [self._amended(fact) for fact in facts if fact["fact_id"] not in rejected], self.ledger.names

    def report(self) -> Iterator[str]:
        """Say what was applied, and each entry that matches nothing."""
        said = self.matched.entries.values()
        counts = {
            "accepted": sum(entry.verdict == "accepted" for entry in said),
            "rejected": sum(entry.verdict == "rejected" for entry in said),
            "merged": sum(bool(entry.merged_into) for entry in said),
            "noted": sum(bool(entry.note) for entry in said),
        }
        yield "ledger: " + ", ".join(f"{count} {what}" for what, count in counts.items())
        for entry in self.matched.unmatched:
            of = entry.subject or "nothing named"
            yield f"ledger: nothing here is {entry.surface!r} of {of} ({entry.fact_id}); not applied"

    def _amended(self, fact: dict[str, Any]) -> dict[str, Any]:
        entry = self.matched.entries.get(fact["fact_id"])
        subject = self.ledger.names.get(fact["subject"], fact["subject"])
        told = []
        if subject != fact["subject"]:
            told.append(f"subject: {fact['subject']} goes by {subject}, as a reader says")
        if entry and entry.verdict == "accepted":
            told.append("accepted by a reader")
        if entry and entry.note:
            told.append(f"a reader notes: {entry.note}")
        return {**fact, "subject": subject, "steps": [*fact["steps"], *told]} if told else fact


def _last(name: str, direct: Mapping[str, str]) -> str:
    seen, here = {name}, direct[name]
    while here in direct:
        if here in seen:
            return name
        seen.add(here)
        here = direct[here]
    return here


def _parsed(content: bytes | str) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise LedgerError("The file is larger than {n} MB; a ledger is not.", n=MOST_BYTES // 1_000_000)
    try:
        body = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise LedgerError("The file is no JSON. Choose a ledger saved from the page Your review.") from error
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise LedgerError("The file is no ledger of Presslens. Choose one saved from the page Your review.")
    return body


def _entry(number: int, raw: object) -> Entry:
    known = {one.name for one in fields(Entry)}
    if not isinstance(raw, dict) or not set(raw) <= known:
        raise LedgerError(
            "Entry {number} of the ledger is not one: it must hold only {names}.", number=number, names=", ".join(sorted(known))
        )
    for name in ("fact_id", "article_id"):
        if not isinstance(raw.get(name), str) or not _ID.fullmatch(raw[name]):
            raise LedgerError("Entry {number} of the ledger has no {name} of letters and digits.", number=number, name=name)
    for name in ("start", "end"):
        if type(raw.get(name)) is not int or not 0 <= raw[name] <= _LAST_OFFSET:
            raise LedgerError("Entry {number} of the ledger has no whole number as its {name}.", number=number, name=name)
    if raw.get("verdict", "") not in get_args(Verdict):
        raise LedgerError("Entry {number} of the ledger has a verdict that is neither accepted nor rejected.", number=number)
    for name, most in _MOST_CHARACTERS.items():
        if not _is_plain(raw.get(name, ""), most):
            raise LedgerError(
                "Entry {number} of the ledger has a {name} that is no plain text of at most {most} characters.",
                number=number,
                name=name,
                most=most,
            )
    return replace(Entry(raw["fact_id"], raw["article_id"], raw["start"], raw["end"], raw.get("surface", "")), **raw)


def _is_plain(value: object, most: int) -> bool:
    """Tell whether a value is text that can be shown and written: half of a character pair can be neither."""
    if not isinstance(value, str) or len(value) > most:
        return False
    return not re.search(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", value)
