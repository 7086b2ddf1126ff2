"""Releases told before their date: 某模型发布于2月15日, 某模型面世的时间是4月, 某芯片是2023年底的, 某模型(2023年2月)."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.products import chips_in, with_products
from presslens.pipeline.facts.rule import MODEL_FIRST, Reading
from presslens.pipeline.gates import Gated

_VERBS = f"{cue('release_verbs')}|{cue('more_release_verbs')}|上市"
_TOLD_BEFORE = Gated(
    rf"(?:{_VERBS})(?:的?(?:时间|日期|日子))?(?:则|已|被|初步|正式)?(?:(?:是|定|为|选|安排)?(?:在|于|到)|定为|是|为)了?$"
)
# What a firm publishes is a report, and what a firm is at home in is a market.
_IS_OF = re.compile(r"\s?(?:则|也)?(?:是|为)$")
_OF_THEN = re.compile(r"(?:才|就)?(?:新?出|发布|推出|上市|上线|面世|问世)?的(?:[，,。；;、！!）)]|产品|型号|老|旧|$)")
_CAME_THEN = re.compile(r"(?:才|就)?(?:新?出)的(?:[，,。；;、！!）)]|$)")
_IN_BRACKETS = re.compile(r"\s?[（(](?:发布于|上线于)?$")
_CLOSING = ("）", ")")
_NO_PRODUCT = re.compile(r"报告|财报|论文|白皮书|公告|数据")


def released_before_date(figure: Figure) -> Reading | None:
    """Read when something came out where its name and the verb stand before the date, or no verb at all."""
    verb = _TOLD_BEFORE.search(figure.left) if figure.passage.may(_TOLD_BEFORE) else None
    after = figure.passage.between(figure.quantity.end, figure.passage.end)
    if not (verb or after[:1] in _CLOSING or _OF_THEN.match(after)):
        return None
    things = _things(figure)
    if not things:
        return None
    last = things[-1]
    between = figure.passage.between(last.end, figure.quantity.start).strip()
    if verb and figure.clause.start + verb.start() >= last.start and not _NO_PRODUCT.search(between):
        return Reading("release_date", last.name, subjects=MODEL_FIRST)
    if (_IS_OF.fullmatch(between) and _OF_THEN.match(after)) or (last.end <= figure.clause.start and _CAME_THEN.match(after)):
        return Reading("release_date", last.name, subjects=MODEL_FIRST)
    if _IN_BRACKETS.fullmatch(between) and after[:1] in _CLOSING:
        return Reading("release_date", last.name, subjects=MODEL_FIRST)
    return None


def _things(figure: Figure) -> list[Hit]:
    """List the products that the sentence names before the date: models and chips, none that another's name holds."""
    passage = figure.passage
    named = [*with_products(passage).names, *chips_in(passage)]
    before = [name for name in named if name.kind == "model" and name.end <= figure.quantity.start]
    return sorted(before, key=lambda hit: hit.start)
