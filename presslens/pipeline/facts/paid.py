"""What has a price for its users is paid for: a subscription's price told of a model says so in a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presslens.model import Fact
from presslens.pipeline.facts.claim import claim
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.told_models import ToldModels
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated

_SUBSCRIBED = Gated(
    r"会员|订阅|套餐|月费|年费|[每/]月|一个月|[每/]年|包月|月付|付费|方案|按量|按次|标准版|基础版|旗舰版|无限版|专业版|Plus|Pro"
)


def paid_for(passage: Passage, said: Iterable[Fact], told: ToldModels, source: str) -> Iterator[Fact]:
    """Read that a model is paid for from the price of a subscription, once for each model of an article."""
    prices = [fact for fact in said if fact.metric == "price" and fact.kind == "money" and fact.low]
    if not prices or not passage.may(_SUBSCRIBED) or not _SUBSCRIBED.search(passage.text):
        return
    for fact in prices:
        is_model = listed_kind(fact.subject) == "model" or fact.subject in told.products
        if is_model and fact.subject not in told.paid:
            told.paid.add(fact.subject)
            yield claim(passage, "access", fact.start, fact.end, fact.subject, "paid", "paid_for", source, "medium")
