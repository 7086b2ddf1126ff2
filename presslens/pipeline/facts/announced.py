"""Notices that listed firms put out, one after the other: 3、甲股份公告,去年业务收入占比不超过3%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslens.pipeline.facts.bound import Bound
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.gates import Gated

NOTICE = Gated(
    r"^\W{0,3}(?:[一-鿿]{2,4}?(?=1[、.．]))?(?:\d{1,2}[、.．]|[（(]\d{1,2}[)）]|[①-⑳])?\s*"
    r"(?P<of>(?!(?:该|本|此|上述|有关|相关|根据|按照|据|昨|今|当|最新|多家|[一二三四五六七八九十两]家|公司|监管|证监|交易所|官方|政府|以上|此前|随后))"
    r"[一-鿿A-Za-z*]{2,8}?)(?:[(（]\d{6}(?:\.[A-Z]{2})?[)）])?(?:\d{1,2}月\d{1,2}日)?(?:[今昨]?[日晚]间?)?"
    r"(?:在|的|发布了?|披露|发出)?公告(?:中)?(?:称|表示|显示|披露)?[，,：:]"
)
# Whoever else does what a notice tells: 子公司中标, 控股股东拟增持.
_OTHERS = re.compile(r"(?:子公司|股东|董事|监事|高管|实际控制人|实控人|总经理|合作方|交易对方|董事长|限售股)")


def who_announces(figure: Figure) -> Iterator[Bound]:
    """Give the firm whose notice a sentence tells, unless somebody else is told to do what follows."""
    passage = figure.passage
    notice = NOTICE.match(passage.text) if passage.may(NOTICE) else None
    if not notice:
        return
    start, end = passage.start + notice.start("of"), passage.start + notice.end("of")
    named = passage.names_in(start, end)
    behind = passage.between(passage.start + notice.end(), figure.quantity.start)
    others = passage.names_in(passage.start + notice.end(), figure.quantity.start)
    free = any(passage.is_free(name) for name in others)
    if figure.quantity.start >= passage.start + notice.end() and not free and not _OTHERS.search(behind):
        yield Bound((named[0].name if named else notice.group("of"),), "medium", "who announces it")
