"""Tell who wins and who loses where a sentence sets names against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from presslens import lexicon
from presslens.pipeline.sentiment.mentions import Place

_BORDER = re.compile(r"[，,；;。！!？?：:]")
_JOINED = re.compile(r"^[和与、及跟以也都\s]*$|^(?:也好|以及|双双|还有)[，,、]?$")
_UNDONE = re.compile(r"(?:没能|未能|无法|难以|不能|尚未|没有|没|不会|谁能|很难|难)[^，。]{0,4}$")
_MORE = re.compile(r"[^，。；！？]{0,8}?(?:更|还要|要|还|多|好|强|快|便宜|稳|高|低|差|慢|贵|弱|少|糟|难)")
_AND = ("与", "和", "跟", "同")
_AGAINST = re.compile(r"相比|相较|比起来|比较")
_ONLY = re.compile(r"只能|仅能|最多只|顶多|只会|只支持|仅支持|还只|止步于")
_NEAR = re.compile(r"[^，。；！？：]{0,6}")
_FAR = re.compile(r"(?:远|要|明显|显然|总是|略|稍|更)比\s?$")
_SAID = 8
_WORSE = re.compile(r"差|慢|贵|弱|糟|难|逊|粗|短|不")
_STANDS_OUT = re.compile(r"[^，。；！？、]{0,10}?(?:更|最|明显|唯一|独占|胜出)")
_REACH = 14
_LOOK_BACK = 24

Outcome = dict[int, float]


def outcome(text: str, places: Sequence[Place]) -> Outcome:
    """Give each target a comparison is about 1 when it wins, -1 when it loses.

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "Vidu在时长上仍落后于Sora"
    >>> outcome(text, places(text, ["Vidu", "Sora"]))
    {0: -1.0, 1: 1.0}
    """
    found: Outcome = {}
    if places:
        search, kinds = _verbs()
        for number, start, end in search.find_matches_as_indexes(text):
            for rule in RULES:
                settled = rule(text, start, end, kinds[number] != "lose", places)
                if kinds[number] == "equal":
                    settled = {target: sign for target, sign in settled.items() if sign > 0}
                if settled:
                    for target, sign in settled.items():
                        found.setdefault(target, sign)
                    break
        for settled in (more_than(text, places), stands_out(text, places), only_can(text, places)):
            for target, sign in settled.items():
                found.setdefault(target, sign)
    return found


def more_than(text: str, places: Sequence[Place]) -> Outcome:
    """Read "A is better than B", and worse where the word of comparison is.

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "可灵比Pika更稳"
    >>> more_than(text, places(text, ["可灵", "Pika"]))
    {1: -1.0, 0: 1.0}
    """
    for place in places:
        if not text[: place.start].rstrip().endswith("比"):
            continue
        more = _MORE.match(text, place.end) or _FAR.search(text, 0, place.start)
        if not more:
            continue
        worse = _WORSE.search(text, place.end, place.end + _SAID)
        sign = -1.0 if worse else 1.0
        subjects = [other for other in _group_before(text, place.start - 1, places) if other.target != place.target]
        return {place.target: -sign} | {other.target: sign for other in subjects}
    return {}


def only_can(text: str, places: Sequence[Place]) -> Outcome:
    """Read "A and B can only": they fall short, whoever does better.

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "Runway和Pika目前只能生成几秒"
    >>> only_can(text, places(text, ["Runway", "Pika"]))
    {0: -1.0, 1: -1.0}
    """
    found: Outcome = {}
    for match in _ONLY.finditer(text):
        near = [place for place in places if place.end <= match.start() and _NEAR.fullmatch(text, place.end, match.start())]
        if near:
            found |= {place.target: -1.0 for place in _group_before(text, match.start(), places)}
    return found


def stands_out(text: str, places: Sequence[Place]) -> Outcome:
    """Read a list of names followed by the one that does better.

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "Sora、Pika和Runway各跑一遍，Sora更流畅"
    >>> stands_out(text, places(text, ["Sora", "Pika", "Runway"]))
    {0: 1.0, 1: -1.0, 2: -1.0}
    """
    listed = _group_after(text, places[0].start, places) if places else []
    names = {place.target for place in listed}
    if len(names) < 2:
        return {}
    for place in places[len(listed) :]:
        if place.target in names and _STANDS_OUT.match(text, place.end):
            worse = _WORSE.search(text, place.end, place.end + 12)
            sign = -1.0 if worse else 1.0
            return {place.target: sign} | dict.fromkeys(sorted(names - {place.target}), -sign)
    return {}


def beaten_by(text: str, start: int, end: int, beat: bool, places: Sequence[Place]) -> Outcome:
    """Read "B is overtaken by A": the name before the passive loses, the one after it wins.

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "Pika被可灵超越"
    >>> outcome(text, places(text, ["Pika", "可灵"]))
    {1: 1.0, 0: -1.0}
    """
    marker = _last(_passive(), text, start)
    if marker is None or not beat:
        return {}
    agents = [place for place in places if marker[1] <= place.start < start]
    losers = _group_before(text, marker[0], places)
    return {place.target: 1.0 for place in agents} | {place.target: -1.0 for place in losers}


def leaves_behind(text: str, start: int, end: int, beat: bool, places: Sequence[Place]) -> Outcome:
    """Read "A leaves B behind" with the object before the verb.

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "可灵把Pika远远甩开"
    >>> outcome(text, places(text, ["可灵", "Pika"]))
    {1: -1.0, 0: 1.0}
    """
    marker = _last(_object(), text, start)
    if marker is None or not beat:
        return {}
    objects = [place for place in places if marker[1] <= place.start < start]
    if not objects:
        return {}
    subjects = _group_before(text, marker[0], places)
    return {place.target: -1.0 for place in objects} | {place.target: 1.0 for place in subjects}


def measured_against(text: str, start: int, end: int, beat: bool, places: Sequence[Place]) -> Outcome:
    """Read "compared with B, A falls behind": the name after the preposition is the measure, the other the subject.

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "与Sora相比，Pika相形见绌"
    >>> outcome(text, places(text, ["Sora", "Pika"]))
    {0: 1.0, 1: -1.0}
    """
    sign = _sign(text, start, beat)
    window = max(0, start - 2 * _LOOK_BACK)
    for marker in reversed(list(_reference().finditer(text, window, start))):
        measures = [place for place in places if text[marker.end() : place.start] in ("", " ") and place.start >= marker.end()]
        if not measures or text[: marker.start()].endswith(tuple("、和与")):
            continue
        group = _group_after(text, measures[0].start, places)
        listed = marker.group() in _AND and any(place.end == marker.start() for place in places)
        listed = listed and not _AGAINST.match(text, group[-1].end) and "差距" not in text[start:end]
        others = [place for place in places if place not in group and place.start < start]
        if listed or not (others or "相比" in text or "差距" in text[start:end]):
            continue
        after = [place for place in others if place.start > group[-1].end] or others
        return {place.target: -sign for place in group} | {place.target: sign for place in after}
    return {}


def above_or_below(text: str, start: int, end: int, beat: bool, places: Sequence[Place]) -> Outcome:
    """Read "A beats B" and "A is not up to B".

    >>> from presslens.pipeline.sentiment.mentions import places
    >>> text = "可灵和海螺都碾压了Pika"
    >>> outcome(text, places(text, ["可灵", "海螺", "Pika"]))
    {0: 1.0, 1: 1.0, 2: -1.0}
    """
    sign = _sign(text, start, beat)
    subjects = _group_before(text, start, places)
    following = next((place for place in places if end <= place.start <= end + _REACH), None)
    border = _BORDER.search(text, end)
    if following and border and border.start() < following.start:
        following = None
    objects = _group_after(text, following.start, places) if following else []
    return {place.target: sign for place in subjects} | {place.target: -sign for place in objects}


RULES = (beaten_by, leaves_behind, measured_against, above_or_below)


def _sign(text: str, start: int, beat: bool) -> float:
    """Give the subject's sign: a victory that did not come about is a defeat."""
    undone = _UNDONE.search(text, max(0, start - 8), start)
    return 1.0 if beat and not undone else -1.0


def _group_before(text: str, start: int, places: Sequence[Place]) -> list[Place]:
    """Find the names that stand last before a place, joined by "and", within the reach of a clause or two."""
    before = [place for place in places if place.end <= start and start - place.end <= _LOOK_BACK]
    if not before:
        return []
    group = [before[-1]]
    for place in reversed(before[:-1]):
        if not _JOINED.match(text[place.end : group[-1].start]):
            break
        group.append(place)
    return group[::-1]


def _group_after(text: str, start: int, places: Sequence[Place]) -> list[Place]:
    """Find the names that begin at a place, joined by "and"."""
    group: list[Place] = []
    for place in places:
        if place.start < start:
            continue
        if group and not _JOINED.match(text[group[-1].end : place.start]):
            break
        group.append(place)
    return group


def _last(pattern: re.Pattern[str], text: str, start: int) -> tuple[int, int] | None:
    """Find the last marker before a verb, within its clause."""
    borders = list(_BORDER.finditer(text, 0, start))
    found = None
    for match in pattern.finditer(text, borders[-1].end() if borders else 0, start):
        found = match.span()
    return found


@cache
def _verbs() -> tuple[AhoCorasick, list[str]]:
    """Give what finds the verbs, of two at one place that of the kind named first, and the kind of each."""
    table = lexicon.table("comparisons.toml")
    listed = [(word, kind) for kind in ("lose", "equal", "beat") for word in _longest_first(table[kind])]
    return AhoCorasick([word for word, _ in listed], matchkind=MatchKind.LeftmostFirst), [kind for _, kind in listed]


@cache
def _reference() -> re.Pattern[str]:
    return _any("reference")


@cache
def _passive() -> re.Pattern[str]:
    return _any("passive")


@cache
def _object() -> re.Pattern[str]:
    return _any("object_before")


def _any(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(_longest_first(lexicon.table("comparisons.toml")[kind])))


def _longest_first(words: Sequence[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
