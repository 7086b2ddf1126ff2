"""What the reader asked to see: one frozen value, said in the URL, in one sentence, and as queries over the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from presslens.dashboard.text import Text
from presslens.model import TOPIC_OF_METRIC

Table = Literal["articles", "sentences", "facts", "claims", "mentions", "keywords", "checks"]

# How an article without an outlet is named in the URL; on screen it is text.outlet("").
UNKNOWN_OUTLET = "unknown"
TOPICS = tuple(dict.fromkeys(TOPIC_OF_METRIC.values()))

_ARTICLE = "a.outlet, a.title, a.published, a.published_precision, a.published_basis, a.family"
_SHOWN: dict[Table, str] = {
    "articles": "SELECT a.* FROM articles a WHERE {kept} ORDER BY a.published DESC NULLS LAST, a.article_id",
    "sentences": "SELECT t.*, a.outlet, a.title, a.published, a.family FROM sentences t JOIN articles a USING (article_id) "
    "WHERE {kept} ORDER BY a.published, t.article_id, t.sentence_no",
    "facts": f"SELECT t.*, {_ARTICLE} FROM facts t JOIN articles a USING (article_id) "
    "WHERE {kept} ORDER BY a.published DESC NULLS LAST, t.article_id, t.start, t.fact_id",
    "claims": f"SELECT t.*, {_ARTICLE} FROM claims t JOIN articles a USING (article_id) "
    "WHERE {kept} ORDER BY a.published DESC NULLS LAST, t.article_id, t.start, t.fact_id",
    "mentions": "SELECT t.*, a.outlet, a.title, a.published, a.family FROM mentions t JOIN articles a USING (article_id) "
    "WHERE {kept} ORDER BY t.article_id, t.sentence_no, t.start",
    "keywords": "SELECT t.*, a.outlet, a.published, a.family FROM keywords t JOIN articles a USING (article_id) "
    "WHERE {kept} ORDER BY t.article_id, t.weight DESC, t.term",
    "checks": "SELECT t.* FROM checks t WHERE {kept} ORDER BY t.check_id",
}
_ALL_FACTS = "(SELECT * FROM facts UNION ALL SELECT * FROM claims)"
_MODELS = "(SELECT entity FROM mentions WHERE entity_kind = 'model')"


@dataclass(frozen=True, slots=True)
class Query:
    """One SQL query over the tables with its parameters, in order."""

    sql: str
    parameters: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show; an empty choice means everything. `since` and `until` are days, both included.

    >>> Filters.of(outlets=["Daily"], days=[date(2024, 3, 2), date(2024, 3, 1)]).since
    datetime.date(2024, 3, 1)
    """

    outlets: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(
        cls,
        *,
        outlets: Sequence[str] = (),
        models: Sequence[str] = (),
        topics: Sequence[str] = (),
        days: Sequence[date] = (),
    ) -> Filters:
        """Make filters of what the widgets hold; one day alone is the first one, a reversed pair is put in order."""
        first, last = (min(days), max(days)) if len(days) > 1 else (days[0] if days else None, None)
        return cls(tuple(sorted(outlets)), tuple(sorted(models)), tuple(sorted(topics)), first, last)

    @classmethod
    def from_query(cls, query: dict[str, list[str]]) -> Filters:
        """Read filters from a URL's parameters; what cannot be read counts as not set.

        >>> Filters.from_query({"outlet": ["Daily"], "date": ["2024-02-16", "soon"]}).since
        datetime.date(2024, 2, 16)
        """
        days = [day for day in map(_day, query.get("date", [])) if day]
        topics = [topic for topic in query.get("topic", []) if topic in TOPICS]
        return cls.of(outlets=query.get("outlet", []), models=query.get("model", []), topics=topics, days=days)

    def to_query(self) -> dict[str, list[str]]:
        """Write the filters as URL parameters, leaving out what is not set.

        >>> Filters(topics=("market",), since=date(2024, 2, 16)).to_query()
        {'topic': ['market'], 'date': ['2024-02-16']}
        """
        days = [day.isoformat() for day in (self.since, self.until) if day]
        values = {"outlet": list(self.outlets), "model": list(self.models), "topic": list(self.topics), "date": days}
        return {name: value for name, value in values.items() if value}

    def __bool__(self) -> bool:
        """Tell whether anything is filtered at all."""
        return bool(self.outlets or self.models or self.topics or self.since or self.until)

    def in_words(self, text: Text) -> str:
        """Say the filters in one phrase, without what they leave: `outlet A or B, about Sora, from 1 Mar 2024`."""
        joined = text(" or ")
        parts = []
        if self.outlets:
            named = (text.outlet("" if outlet == UNKNOWN_OUTLET else outlet) for outlet in self.outlets)
            parts.append(text("printed by {outlets}", outlets=joined.join(named)))
        if self.models:
            parts.append(text("naming {models}", models=joined.join(map(text.name, self.models))))
        if self.topics:
            parts.append(text("with figures on {topics}", topics=joined.join(text.topic(topic) for topic in self.topics)))
        if self.since and self.until:
            parts.append(text("from {first} to {last}", first=text.date(self.since), last=text.date(self.until)))
        elif self.since:
            parts.append(text("from {first} on", first=text.date(self.since)))
        elif self.until:
            parts.append(text("until {last}", last=text.date(self.until)))
        return text(", ").join(parts)

    def select(self, table: Table) -> Query:
        """Make the query for the rows of one table that these filters leave, in a fixed order.

        Everything but articles and checks comes with outlet, title (not keywords), published and family of its article.
        """
        where = _Where()
        if table == "checks":
            self._checks(where)
        else:
            self._articles(where)
            if self.models or self.topics:
                self._narrow(where, table)
        return Query(_SHOWN[table].format(kept=where.sql()), tuple(where.parameters))

    def undated(self) -> Query:
        """Make the query for the articles that the dates leave out only because they have none: article_id, family."""
        where = _Where()
        Filters(self.outlets, self.models, self.topics)._articles(where)
        if self.models or self.topics:
            self._narrow(where, "articles")
        return Query(
            f"SELECT a.article_id, a.family FROM articles a WHERE {where.sql()} AND a.published IS NULL",
            tuple(where.parameters),
        )

    def _articles(self, where: _Where) -> None:
        if self.outlets:
            where.any_of("a.outlet", tuple("" if outlet == UNKNOWN_OUTLET else outlet for outlet in self.outlets))
        if self.since:
            where.add("a.published >= ?", self.since)
        if self.until:
            where.add("a.published <= ?", self.until)

    def _narrow(self, where: _Where, table: Table) -> None:
        """Keep what is said in sentences that name the models and hold figures on the topics."""
        if table in ("articles", "keywords"):
            sentences = _Where()
            self._sentences(sentences, "s")
            where.add(f"a.article_id IN (SELECT s.article_id FROM sentences s WHERE {sentences.sql()})", *sentences.parameters)
            return
        self._sentences(where, "t")
        if table in ("facts", "claims"):
            if self.topics:
                where.any_of("t.metric", self._metrics())
            if self.models:
                # A sentence that compares two models holds figures of both: the other one's is not asked for.
                where.add(f"({_in('t.subject', self.models)} OR t.subject NOT IN {_MODELS})", *self.models)
        if table == "mentions" and self.models:
            where.add(f"(t.entity_kind <> 'model' OR {_in('t.entity', self.models)})", *self.models)

    def _sentences(self, where: _Where, alias: str) -> None:
        place = f"({alias}.article_id, {alias}.sentence_no)"
        if self.models:
            where.add(
                f"{place} IN (SELECT (article_id, sentence_no) FROM mentions WHERE {_in('entity', self.models)} UNION ALL "
                f"SELECT (article_id, sentence_no) FROM {_ALL_FACTS} WHERE {_in('subject', self.models)})",
                *self.models,
                *self.models,
            )
        if self.topics:
            metrics = self._metrics()
            where.add(
                f"{place} IN (SELECT (article_id, sentence_no) FROM {_ALL_FACTS} WHERE {_in('metric', metrics)})", *metrics
            )

    def _checks(self, where: _Where) -> None:
        """Keep a check when every fact it compares is kept; half of a comparison would be none."""
        if not self:
            return
        facts, claims = self.select("facts"), self.select("claims")
        where.add(
            f"list_has_all((SELECT coalesce(list(fact_id), []) FROM (SELECT fact_id FROM ({facts.sql}) UNION ALL "
            f"SELECT fact_id FROM ({claims.sql}))), t.fact_ids)",
            *facts.parameters,
            *claims.parameters,
        )

    def _metrics(self) -> tuple[str, ...]:
        return tuple(metric for metric, topic in TOPIC_OF_METRIC.items() if topic in self.topics)


@dataclass(slots=True)
class _Where:
    """Conditions that must all hold, gathered with their parameters."""

    conditions: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, condition: str, *parameters: object) -> None:
        self.conditions.append(condition)
        self.parameters.extend(parameters)

    def any_of(self, column: str, values: Sequence[object]) -> None:
        self.add(_in(column, values), *values)

    def sql(self) -> str:
        return " AND ".join(self.conditions) or "true"


def _in(column: str, values: Sequence[object]) -> str:
    return f"{column} IN ({', '.join('?' * len(values))})"


def _day(printed: str) -> date | None:
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None
