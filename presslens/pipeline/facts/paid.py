"""What has a price for its users is paid for: a subscription's price told of a model says so in a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presslens.model import Fact
from presslens.pipeline.facts.claim import claim, is_building_block, is_called_model
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.told_models import ToldModels
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated

_PLAN = (
    r"会员|订阅|套餐|月费|年费|每个?月|一个月|每年|包月|月付|方案|按量计费|标准版|基础版|旗舰版|无限版|专业版|付费版"
    r"|Plus|Pro|Ultra"
)
_SUBSCRIBED = Gated(rf"{_PLAN}|[/]月|[/]年")
_PRICED_BEFORE = re.compile(rf"(?:{_PLAN})[^。；;]{{0,14}}$")
_PRICED_BEHIND = re.compile(r"[^，,。；;]{0,3}(?:[/每一]个?月|[/每]年|起跳|订阅)")
# What people earn, spend in all or pay for phones and shares is no model's price.
_NO_PLAN = re.compile(r"融资|估值|营收|收入|市值|起薪|年薪|薪|股|补贴|罚|人均|总共|共花|成本")
_MOST = 50_000
# A price in a sentence that names no model is that of one named right before.
_REACH = 1


def paid_for(passage: Passage, said: Iterable[Fact], told: ToldModels, source: str) -> Iterator[Fact]:
    """Read that a model is paid for from the price of a subscription, once for each model of an article."""
    if not passage.may(_SUBSCRIBED) or not _SUBSCRIBED.search(passage.text):
        return
    for fact in said:
        if fact.kind != "money" or fact.metric not in ("price", "other") or not fact.low or fact.low > _MOST:
            continue
        model = _model_of(passage, fact, told) if _is_price_of_plan(passage, fact) else ""
        if model and model not in told.paid:
            told.paid.add(model)
            yield claim(passage, "access", fact.start, fact.end, model, "paid", "paid_for", source, "medium")


def _is_price_of_plan(passage: Passage, fact: Fact) -> bool:
    before = passage.between(fact.start - 24, fact.start)
    priced = _PRICED_BEFORE.search(before) or _PRICED_BEHIND.match(passage.between(fact.end, fact.end + 8))
    return bool(priced) and not _NO_PLAN.search(before)


def _model_of(passage: Passage, fact: Fact, told: ToldModels) -> str:
    """Give the model of the sentence that a price is told of: its subject, else the one named last before it."""
    named = told.marked(passage).names
    models = [name for name in named if name.kind == "model" and not is_building_block(name.name)]
    models = [name for name in models if is_called_model(told.marked(passage), name)]
    for name in reversed(models):
        if fact.subject == name.name or fact.subject.startswith(f"{name.name} "):
            return name.name
    before = [name for name in models if name.end <= fact.start]
    if before:
        return before[-1].name
    if any(name.kind in ("model", "company") for name in named):
        return ""
    last = told.near(passage, _REACH)
    return last if listed_kind(last) == "model" or last in told.products else ""
