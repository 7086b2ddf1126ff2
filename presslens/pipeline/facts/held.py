"""Names that a figure hangs on by form alone: 可灵的2分钟, 市值2.1万亿的亚马逊."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.lexicon import Hit
from presslens.model import EntityKind
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.topics import subject_in

_HOLDS = re.compile(
    r"^-?(?:的|公司|集团|模型|大模型|app|App|APP|团队)?(?:的)?(?:最新|总|年|整体|目前|当前|全球|月|其|日|单|公司|全部|训练|推理|生成)*"
    r"(?:市值|估值|营收|收入|融资额?|参数量?|用户数?|月活|日活|股价|市场份额|份额|时长|分辨率|团队|票房|售价|价格|目标价|招股价|收盘价|发行价)?"
    r"(?:一度|首次|已经?|将|约|近|超过?|突破|达到?|逾|高达|仅|只|有|为|是|了|规模|接近|大约|超|可达|在|至|到|由|从|至少|还)*$"
)
# 阿里曾飙逾9%, 商汤昨早段一度炒高12%
_MOVES = re.compile(
    r"\s?(?:[（(][^()（）]{1,14}[)）])?\s?(?:的?股[价份])?(?:昨[日天早晚]?|今[日天早晚]?|周[一二三四五]|[即开收]市|[早午尾]段|[早午]盘|盘[中前后]|午后|全[日天]|曾|一度|最多|最高|再|续|急|逆市|早前|先|却|也|则|已|均|齐|单日|应声|早|大|狂|劲|炒)*"
    r"(?:涨|升|跌|挫|泻|飙|弹|扬|插|瀉|高[开收见]|低[开收见]|[抽炒扯走]高|走低|反弹|回落|回吐|下滑|下跌|上涨|飙升|跳水|重挫|急升|急跌)(?:了|逾|近|约|超过?|至少|幅|达|高达)*\s?"
)
_RELATIVE = re.compile(r"^[^，,。；;：:！？!?]{0,20}?的(?=.)")
# 甲落后乙9%: the figure is of the one that runs, not of the one it is measured by.
_OUTRUN = re.compile(r"(?:落后于?|领先于?|跑赢|跑输|超过|超越|优于|好于|高于|低于|多于|少于|快于)\s?$")


def holder(figure: Figure, kinds: Sequence[EntityKind]) -> Hit | None:
    """Find the name that the figure hangs on with nothing but 的, a measure word or an adverb between."""
    before = [n for n in figure.passage.names_in(figure.clause.start, figure.quantity.start) if n.kind in kinds]
    if not before or not _HOLDS.match(figure.passage.between(before[-1].end, figure.quantity.start).replace(" ", "")):
        return None
    # 是某某的三倍 measures something else by it.
    compared = figure.quantity.kind in ("ratio", "percent") and re.search(
        r"(?:是|为|相当于|达到?|只有|不及)\s?[A-Za-z-]*$", figure.passage.between(before[-1].start - 6, before[-1].start)
    )
    outrun = figure.quantity.kind in ("ratio", "percent") and _OUTRUN.search(
        figure.passage.between(before[-1].start - 4, before[-1].start)
    )
    behind = figure.passage.between(before[-1].end, figure.quantity.start)
    return None if compared or (outrun and "的" not in behind) else before[-1]


def mover(figure: Figure, kinds: Sequence[EntityKind]) -> Hit | None:
    """Find the name right before the verb of a move: in 夥苹果造芯 阿里曾飙9% it is 阿里 that moves."""
    if figure.quantity.kind != "percent":
        return None
    before = [n for n in figure.passage.names_in(figure.clause.start, figure.quantity.start) if n.kind in kinds]
    moves = before and _MOVES.fullmatch(figure.passage.between(before[-1].end, figure.quantity.start))
    return before[-1] if moves else None


def relative_head(figure: Figure, kinds: Sequence[EntityKind]) -> Hit | None:
    """Find the head noun of a relative clause that the figure stands in: 市值2.1万亿的亚马逊."""
    ahead = _RELATIVE.match(figure.right)
    if not ahead:
        return None
    start = figure.quantity.end
    after = [n for n in figure.passage.names_in(start, start + len(figure.right)) if n.kind in kinds]
    if not after or after[0].start - start > ahead.end() + 12:
        return None
    gap = figure.passage.between(start, after[0].start)
    own = subject_in(figure.passage, figure.clause.start, figure.quantity.start, kinds)
    if own and own.kind == after[0].kind:
        return None
    return after[0] if re.search(r"的[^，,。；;]{0,12}$", gap) else None


def is_measure(figure: Figure, name: Hit) -> bool:
    """Tell whether a name is only what something is measured by or counts in: 高至某芯片的3倍, 用8张英伟达芯片和500万美元."""
    between = figure.passage.between(name.end, figure.quantity.start)
    by = figure.quantity.kind in ("ratio", "percent") and re.fullmatch(r"[A-Za-z0-9 ]{0,8}的", between.strip())
    before = figure.passage.between(name.start - 4, name.start)
    counted = re.search(r"[\d万千百][张块片颗枚]\s?$", before)
    return bool(counted) or (bool(by) and bool(re.search(r"(?:是|为|至|到|于|及|当)\s?$", before)))
