"""The table contract: the columns of every table, in order, with their types.

`facts` holds every printed figure; `claims` has the same columns and holds what is said of a model in words (developer,
architecture, inputs, access; kind `text`). They are kept apart because their accuracy is measured apart; a reader who
wants all that is known of a model reads both.
"""

from __future__ import annotations

import pyarrow as pa

SCHEMA_VERSION = 2

_TEXT = pa.string()
_LIST = pa.list_(pa.string())


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema([pa.field(name, kind) for name, kind in columns.items()])


_FACT = _schema(
    fact_id=_TEXT,
    article_id=_TEXT,
    sentence_no=pa.int32(),
    start=pa.int32(),
    end=pa.int32(),
    surface=_TEXT,
    kind=_TEXT,
    low=pa.float64(),
    high=pa.float64(),
    unit=_TEXT,
    value_text=_TEXT,
    bound=_TEXT,
    subject=_TEXT,
    metric=_TEXT,
    scope=_TEXT,
    as_of=_TEXT,
    attributed_to=_TEXT,
    origin=_TEXT,
    status=_TEXT,
    amount_usd=pa.float64(),
    rule=_TEXT,
    steps=_LIST,
    confidence=_TEXT,
)

SCHEMAS: dict[str, pa.Schema] = {
    "articles": _schema(
        article_id=_TEXT,
        file=_TEXT,
        title=_TEXT,
        outlet=_TEXT,
        author=_TEXT,
        published=pa.date32(),
        published_precision=_TEXT,
        published_basis=_TEXT,
        url=_TEXT,
        script=_TEXT,
        characters=pa.int32(),
        sentences=pa.int32(),
        repairs=pa.int32(),
        unrepaired=pa.int32(),
        family=_TEXT,
        sentiment=pa.float64(),
        sentiment_low=pa.float64(),
        sentiment_high=pa.float64(),
    ),
    "sentences": _schema(
        article_id=_TEXT,
        sentence_no=pa.int32(),
        start=pa.int32(),
        end=pa.int32(),
        sentiment=pa.float64(),
        label=pa.int8(),
        probability=pa.float64(),
        in_mean=pa.bool_(),
        quoted=pa.bool_(),
        cues=_LIST,
    ),
    "facts": _FACT,
    "claims": _FACT,
    "mentions": _schema(
        article_id=_TEXT,
        sentence_no=pa.int32(),
        start=pa.int32(),
        end=pa.int32(),
        entity=_TEXT,
        entity_kind=_TEXT,
        sentiment=pa.float64(),
    ),
    "keywords": _schema(article_id=_TEXT, term=_TEXT, count=pa.int32(), weight=pa.float64()),
    "checks": _schema(
        check_id=_TEXT,
        kind=_TEXT,
        metric=_TEXT,
        subject=_TEXT,
        scope=_TEXT,
        as_of=_TEXT,
        fact_ids=_LIST,
        value=pa.float64(),
        unit=_TEXT,
        agrees=pa.bool_(),
        diagnosis=_TEXT,
        steps=_LIST,
    ),
}
