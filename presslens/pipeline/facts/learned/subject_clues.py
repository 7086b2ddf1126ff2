"""What speaks for a candidate as the subject of a figure: where it stands, in which part, and what was told of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from presslens.model import Metric
from presslens.pipeline.cutting import is_word
from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.learned.candidates import Candidate
from presslens.pipeline.facts.learned.cast import Cast
from presslens.pipeline.facts.learned.memory import Memory, Said
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.topics import Topics, is_investor
from presslens.pipeline.facts.versions import listed_kind
from presslens.record import computed_once

# Metrics whose subjects are found alike share a letter.
_FAMILY: Mapping[str, str] = {
    **dict.fromkeys(("revenue", "valuation", "market_cap", "team_size"), "F"),
    **dict.fromkeys(("funding_round", "funding_target", "funding_total"), "R"),
    **dict.fromkeys(("params", "max_duration", "resolution", "fps", "release_date", "compute_tokens"), "M"),
    "market_size": "K",
    "market_share": "S",
    "adoption_share": "A",
    "growth_rate": "G",
    "price": "P",
    "users": "U",
    "compute_gpus": "C",
    "other": "O",
}
_POINTS = re.compile(
    r"[该这本][家款个项]?(?:公司|集团|股|平台|模型|产品|工具)|公司|它们|它|其(?!中|他|余|实|次)|前者|后者|我们|我|他们|双方|两者"
)
_COUNTS, _SENTENCES, _GAPS, _LIKELIHOODS = (0, 1, 2, 4, 8), (1, 2, 4), (3, 8, 16, 30), (10, 20, 35, 50, 70, 85)


@dataclass(frozen=True)
class Scene:
    """A figure as its candidates see it."""

    figure: Figure
    metric: Metric
    bound: Bound
    memory: Memory
    topics: Topics
    cast: Cast

    @computed_once
    def family(self) -> str:
        """Give the letter of the metrics whose subjects are found alike."""
        return _FAMILY.get(self.metric, "X")

    @computed_once
    def clause(self) -> int:
        """Give the number of the figure's clause."""
        return self.figure.passage.clause_at(self.figure.quantity.start)

    @computed_once
    def points(self) -> str:
        """Give the word of the clause that points back, at its beginning or further in."""
        left = self.figure.left.lstrip()
        found = _POINTS.search(left)
        return ("" if not found else "^" if found.start() == 0 else "~") + (found.group()[:2] if found else "")

    @computed_once
    def forms(self) -> str:
        """Give the forms of what the clause begins with before the figure."""
        stated = self.figure.passage.stated(self.clause)
        return "+".join(one.form + "!" * one.speaks for one in stated if one.end <= self.figure.quantity.start)[:24]

    @computed_once
    def quoted(self) -> bool:
        """Tell whether the figure stands in quoted speech."""
        before = self.figure.before
        return before.count("“") > before.count("”")

    @computed_once
    def figures_before(self) -> list[int]:
        """Tell where the figures of the sentence before this one start, but for dates."""
        start = self.figure.quantity.start
        return [other.start for other in self.figure.passage.figures if other.start < start and other.kind != "date"]

    @computed_once
    def last(self) -> Said | None:
        """Give the figure read last that is no date."""
        return self.memory.last_but_times()

    @computed_once
    def last_of_metric(self) -> Said | None:
        """Give the figure read last that measures the same."""
        return self.memory.last_of(self.metric)

    @computed_once
    def since(self) -> int:
        """Tell where what is new begins: behind the last figure, or with the sentence."""
        passage, last = self.figure.passage, self.last
        return last.quantity.end if last and last.sentence_no == passage.no else passage.start

    @computed_once
    def named_since(self) -> bool:
        """Tell whether the sentence names anything between there and the figure."""
        return bool(self.figure.passage.names_in(self.since, self.figure.quantity.start))

    @computed_once
    def named_before(self) -> bool:
        """Tell whether the sentence names anything before the figure."""
        return any(name.end <= self.figure.quantity.start for name in self.figure.passage.names)


def subject_clues(one: Candidate, scene: Scene) -> Iterator[str]:
    """Give the clues that speak for or against a candidate."""
    family, kind = scene.family, one.kind
    yield f"{kind}{family}"
    yield f"{kind}{scene.metric}"
    yield f"listed={listed_kind(one.name)}{family}"
    if one.name in scene.bound.subjects:
        yield from _of_rules(scene, kind)
    if one.name and is_investor(one.name):
        yield f"investor{family}"
    if one.passage is None:
        yield f"nowhere={kind}{family}"
        yield f"nowhere={kind}{scene.forms}"
    elif one.behind:
        yield from _behind(one, scene)
    else:
        yield from _before(one, scene)
    if kind == "nobody":
        yield f"nobody={scene.figure.quantity.kind}{family}{scene.forms}"
        yield f"nobody={scene.named_before}{scene.points}"
    if kind.endswith("?"):
        yield from _of_guess(one, family)
    if kind == "noun":
        yield from _of_noun(one, family)
    yield from _of_article(one, scene)
    yield from _of_memory(one, scene)


def _of_guess(one: Candidate, family: str) -> Iterator[str]:
    likely = _step(int(one.likelihood * 100), _LIKELIHOODS)
    yield f"likely={likely}"
    yield f"likely={likely}{one.kind}{family}"
    yield f"guess={one.name[-1:]}{family}"
    yield f"guess={min(len(one.name), 6)}{is_word()(one.name)}"


def _of_noun(one: Candidate, family: str) -> Iterator[str]:
    yield f"noun={one.name[-2:]}"
    yield f"noun={one.name[-2:]}{family}"
    yield f"word={is_word()(one.name)}{min(len(one.name), 6)}{family}"
    yield f"word={is_word()(one.name[-2:])}{one.part}"


def _of_rules(scene: Scene, kind: str) -> Iterator[str]:
    how, sure = scene.bound.how, scene.bound.confidence
    yield "rules"
    yield f"rules={how}"
    yield f"rules={sure}{scene.metric}"
    yield f"rules={scene.family}{how}"
    yield f"rules={kind}{scene.family}"


def _before(one: Candidate, scene: Scene) -> Iterator[str]:
    """Tell where a name stands before the figure, and what part it has there."""
    passage, figure, family = one.passage, scene.figure, scene.family
    if passage is None:
        return
    far = figure.passage.no - passage.no
    at = passage.clause_at(one.start)
    place = f"c{min(3, scene.clause - at)}" if far == 0 else f"s{_step(far, _SENTENCES)}"
    role, near = one.part or passage.roles.get(one.start, ""), min(2, one.rank_of_kind)
    left, right = passage.between(one.start - 2, one.start), passage.between(one.end, one.end + 2)
    opens = "^" if one.start - passage.start <= 2 else "," if one.start - passage.clauses[at].start <= 1 else ""
    yield f"at={place}{one.kind}{family}"
    yield f"role={role}{place}"
    yield f"role={role}{family}"
    yield f"opens={opens}{place}"
    yield f"right={right}{place[0]}"
    yield f"right={right[:1]}{place[0]}{family}"
    yield f"left={left}{place[0]}"
    yield f"left={left[-1:]}{place[0]}{family}"
    yield f"rank={min(5, one.rank)}{family}"
    yield f"rank={near}{one.kind}{family}"
    yield f"rank={near}{place}{one.kind}"
    yield f"paragraph={passage.paragraph == figure.passage.paragraph}{place}"
    yield f"points={scene.points}{one.kind}{place}{near}"
    yield f"forms={scene.forms}{place}"
    yield f"quoted={scene.quoted}{role}{place}{right[:1]}"
    if far == 0:
        gap = figure.passage.between(one.end, figure.quantity.start)
        yield f"gap={gap}" if len(gap) <= 4 else f"gap={min(3, scene.clause - at)}{_step(len(gap), _GAPS)}"
        yield f"between={min(3, sum(one.end <= start for start in scene.figures_before))}{family}"


def _behind(one: Candidate, scene: Scene) -> Iterator[str]:
    """Tell where a name stands behind the figure."""
    passage, figure = one.passage, scene.figure
    if passage is None:
        return
    place = f"a{min(2, passage.clause_at(one.start) - scene.clause)}"
    gap = passage.between(figure.quantity.end, one.start)
    yield f"at={place}{one.kind}{scene.family}"
    yield f"role={passage.roles.get(one.start, '')}{place}"
    yield f"behind={gap if len(gap) <= 3 else '~' + gap[-1:]}"
    yield f"right={passage.between(one.end, one.end + 1)}a"
    yield f"behind={scene.named_before}{place}"


def _of_article(one: Candidate, scene: Scene) -> Iterator[str]:
    """Tell what the article as a whole makes of a candidate."""
    family, topics, kind = scene.family, scene.topics, one.kind
    article = scene.figure.passage.article
    often = _step(scene.cast.times_of(one.name, kind, article.match), _COUNTS)
    yield f"often={often}{one.kind}"
    yield f"often={often}{family}"
    if one.name and one.name in article.title:
        yield f"title={one.kind}{family}"
    if one.name and one.name == topics.topic:
        yield f"topic={family}"
        yield f"topic={one.kind}{min(4, one.rank) if one.passage else 5}"
    if one.name and one.name == topics.main.get("company"):
        yield f"main firm={family}"
    if one.name and one.name == topics.main.get("model"):
        yield f"main model={family}"
    rank = scene.cast.ranks.get(one.name)
    if rank is not None:
        yield f"foremost={rank}{kind}{family}"
        yield f"foremost={rank}{scene.points}"
    if one.name and one.name == topics.we:
        yield f"we={scene.points}"


def _of_memory(one: Candidate, scene: Scene) -> Iterator[str]:
    """Tell whether the figures before this one were said of a candidate."""
    passage, last, of_metric = scene.figure.passage, scene.last, scene.last_of_metric
    if last is None:
        return
    far, same = min(2, passage.no - last.sentence_no), one.name in last.subjects
    yield f"last={same}{far}{scene.family}"
    yield f"last={same}{far}{last.metric}{scene.metric}"
    yield f"last={same}{far}{scene.named_since}{scene.family}"
    yield f"last={same}{far}{scene.forms}"
    if one.passage is not None and not one.behind and far == 0:
        since = one.passage is passage and one.start >= scene.since
        yield f"since={since}{same}{min(2, one.rank)}{scene.family}"
    if of_metric:
        yield f"of metric={one.name in of_metric.subjects}{_step(passage.no - of_metric.sentence_no, (0, 1, 3))}{scene.family}"


def _step(value: int, edges: tuple[int, ...]) -> int:
    """Give the step of a scale that a number falls on."""
    return bisect_left(edges, value)
