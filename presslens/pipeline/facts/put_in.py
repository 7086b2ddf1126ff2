"""What investors have put into one firm so far."""

from __future__ import annotations

import re

from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import has

# 再向甲注资10亿,加上此前的20亿,总投资超过30亿
_WITH_THAT = re.compile(
    r"加上(?:此前|之前|先前)的?[^。；;]{1,14}[，,]总(?:投资|金额|额)(?:额|已经?|将|也)*(?:超过|达到?|升至|增至|约|近|为|逼近)了?$"
)

_SO_FAR_INTO = re.compile(
    r"(?:迄今|至今|累计|目前为止|总共|一共|已经?|先后|陆续|前后)[^，,。；;]{0,4}(?:向|对|在|给)(?P<to>[^，,。；;]{1,16}?)(?:一共|总共|累计)?"
    r"(?:投资|投入|注资|投)了?(?:约|近|超过?|逾|高达|至少)*$"
    r"|(?:向|对|在)(?P<to2>[^，,。；;]{1,16}?)的?(?:总|累计)投资(?:额|总额|金额)?(?:已经?|将)?(?:达到?|升至|增至|约|近|超过?|为|高达|来到)*$"
)


def put_in_so_far(figure: Figure) -> str:
    """Give the firm that one investor's money so far went into: 微软迄今向甲投入了130亿美元."""
    found = _SO_FAR_INTO.search(figure.near_left)
    if found and not has(r"轮", figure.near_right[:8]):
        start = figure.quantity.start - len(figure.near_left) + found.start()
    elif _WITH_THAT.search(figure.before) and (given := re.search(r"[向对给]", figure.before)):
        start = figure.passage.start + given.start()
    else:
        return ""
    firms = [name for name in figure.passage.names_in(start, figure.quantity.start) if name.kind in ("company", "model")]
    return firms[0].name if firms else ""
