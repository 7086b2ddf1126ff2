"""Rules for computing power: chips, servers, tokens, parameters."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.chips import chip_pattern
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading, Rule, has, reads

GPU_UNITS = frozenset(
    [
        "A100",
        "A800",
        "H100",
        "H800",
        "H200",
        "H20",
        "B100",
        "B200",
        "GB200",
        "V100",
        "A10",
        "A10G",
        "L40",
        "L40S",
        "L4",
        "T4",
        "P100",
        "K80",
        "MI300",
        "MI300X",
        "RTX4090",
        "4090",
        "3090",
        "TPU",
        "GPU",
        "NPU",
        "GPU·h",
    ]
)
_WHOSE = (
    r"(?:英伟达|辉达|NVIDIA|Nvidia|AMD|英特尔|华为|昇腾|升腾|国产|高端|自研|先进|谷歌|亚马逊|此类|"
    r"这种|这类|该|同款|高性能|[A-Z][A-Za-z0-9 ]{1,16}|[（()）]|的|\s)*"
)
_CARD = r"^(?:以上|左右)?的?(?:算力|计算|加速|训练|推理|GPU)?卡(?![片通车券牌路位])"
_WORK_OF_CARDS = r"训练|推理|部署|跑|显存|算力|GPU|微调|集群|运行"
_CHIP_WORD = cue("chip_words")
_CHIP_NAME = cue("chip_names")
_LENGTH_OF_TEXT = r"上下文|窗口|序列|长度|[Cc]ontext|(?:输入|输出|回复|文本|提示词?|记忆|思考)(?:的|最大|最高)?(?:上限|限制)"
_BY_WORK = r"(?:训练|预训练|学习|消耗|调用|处理|喂)(?:了|过|量|数据|语料)"
_AT_A_TIME = (
    r"(?:单次|一次性?|一口气|同时|最[多大长高])(?:就|便|还|也|只|能够?|可以?|支持|\s)*(?:处理|读[取入完]?|阅读|输[入出]|容纳|接收|吃[下进]|理解|记住|返回)了?(?:约|近|超过?|多达|高达|长达|\s)*$"
    r"|(?:支持|支援|(?<![调训])输[入出](?:了|约|长度|为|达|到|最[多大高长]|\s)*)(?:约|近|超过?|多达|高达|长达|最[多大高长]|\s)*$"
    r"|(?:赠送?|获赠|白送|送出?|免费(?:领取|使用|提供)?|奖励|领取?)(?:约|近|的|了)*$"
    r"|(?:切|分|划|拆|切分|分割|划分|拆分)[成为]了?$|每秒[^，,。；;]{0,8}$"
)
_FEWEST = 1000
_COUNTED = frozenset(["个", "块", "张", "片", "颗", "枚", ""])
_CHIP_COUNTERS = frozenset(["片", "张", "块", "枚", "颗", "卡", "个", "chip", "万卡"])
_CHIP_MEASURES = frozenset(["片", "张", "块", "枚", "颗"])
# What no lexicon lists is named like a chip: B30A, RNGD-2.
_CODE = r"^(?:的)?\s?[A-Z]{1,4}[- ]?\d{1,4}[A-Z]{0,2}(?![A-Za-z\d.])"


@reads("count", "number", "measure")
def chips_needed(figure: Figure) -> Reading | None:
    """Read how many chips something needs or somebody holds: 需要500片A100, 可以扩展到5万张, 数百台服务器."""
    if figure.quantity.surface.startswith("0") or _is_one_for_a_price(figure):
        return None
    if has(r"(?:不需要|无需|不用|不再需要)[^，,。]{0,14}$", figure.left) or has(r"^[^，,。；;]{0,10}开发板", figure.right):
        return None
    if _are_supplied(figure):
        return None
    chips = _are_named(figure) or _stand_before(figure) or _are_acquired(figure) or _are_measured(figure)
    return Reading("compute_gpus", subjects=("model", "company", "person")) if chips else None


def _are_supplied(figure: Figure) -> bool:
    """Tell whether a maker ships or makes the chips, which tells of no computing power: 出货190万张, 收到2万张订单."""
    if figure.quantity.unit in GPU_UNITS | {"server", "卡"}:
        return False
    ordered = has(r"^(?:的)?(?:意向)?订单", figure.near_right) and not has(r"[下签]了?(?:约|超)?$", figure.near_left)
    return ordered or has(
        r"(?:出货|供货|交付|投片|产出|卖出|售出|售卖|销量|库存|订单)(?:量|总量)?(?:已|将|约|近|超过?|达到?|为|上看|了|各|共|合计|累计)*$",
        figure.near_left,
    )


def _are_named(figure: Figure) -> bool:
    """Tell whether the unit or what follows names chips: 500片A100, 500块英伟达显卡, 3万颗MI355X, 32卡集群."""
    quantity = figure.quantity
    if quantity.unit in GPU_UNITS:
        return True
    if quantity.unit in _CHIP_MEASURES and _is_chip_name(figure.near_right):
        return True
    if has(
        r"^(?:以上|左右)?的?(?:英伟达|AI|高性能|高端)?(?:的)?(?:GPU|显卡|加速卡|算力卡|H100|A100|H800|A800|H200|B200|AI芯片(?!创|初|公司|企|领域|市场|厂))",
        figure.near_right[:14],
    ):
        return True
    return quantity.unit in ("张", "块", "片") and has(_CARD, figure.near_right)


def _is_chip_name(right: str) -> bool:
    return has(r"^(?:的)?\s?[A-Z]", right) and (chip_pattern().match(right.lstrip(" 的")) is not None or has(_CODE, right))


def _stand_before(figure: Figure) -> bool:
    """Tell whether the number is said of chips or a cluster named before it: 芯片数量达到5万, GPU集群规模为1万."""
    if not figure.quantity.unit and _leads_to_chips(figure):
        return True
    numbered = has(rf"(?:{_CHIP_NAME})\s?(?:数量|总数)?(?:将|已经?)?(?:达到?了?|有|为|突破|超过?)$", figure.near_left)
    if numbered and figure.quantity.unit in _COUNTED:
        return True
    return has(r"(?:GPU|显卡|芯片)\s?集群(?:的?规模)?(?:已经?|约|将)?(?:为|达到?了?|是|有|扩展?到)$", figure.near_left)


def _are_acquired(figure: Figure) -> bool:
    """Tell whether chips are bought, held or used: 采购了500块高端AI芯片, 部署了3个自研MTIA芯片."""
    if figure.quantity.unit not in _CHIP_COUNTERS:
        return False
    acquired = has(
        r"采购|购买|购入|部署|囤|需要|用掉|下单|订购|拥有|持有|配备|动用|使用|用了|租|集成|搭建|建|装|连|投入|提供|获得|运行|由",
        figure.left,
    ) and has(
        rf"^(?:以上|左右)?的?{_WHOSE}(?:AI|人工智能|算力|训练|推理)?(?:芯片|GPU|显卡|加速卡|加速器)(?!创|初|公司|企|领域|市场|厂)",
        figure.near_right,
    )
    # 个 counts anything: only a name tells that it counts chips.
    return acquired and (figure.quantity.unit != "个" or has(r"^\s?(?:的)?\s?(?:自研)?[A-Z]", figure.near_right))


def _are_measured(figure: Figure) -> bool:
    """Tell whether a measure word of chips or servers stands in a sentence that speaks of them: 训练用了2048卡, 5万张."""
    unit = figure.quantity.unit
    if unit == "卡" and (figure.quantity.low or 0) > 1 and has(_WORK_OF_CARDS, figure.sentence):
        return True
    if unit == "server":
        return has(rf"{_CHIP_WORD}|集群|算力", figure.sentence)
    if unit not in _CHIP_COUNTERS - {"个"}:
        return False
    if has(rf"^[^，,。；;]{{0,14}}?(?:{_CHIP_WORD})", figure.near_right):
        return True
    return has(_CHIP_WORD, figure.before[-60:]) and not has(r"价|元", figure.near_right[:4])


def _is_one_for_a_price(figure: Figure) -> bool:
    """Tell whether one chip, or what one machine holds, only stands for what it costs: 一张显卡售价3万美元."""
    priced = has(r"售价|价格|要价|报价|卖|只要|租金|月租|成本|元", figure.after[:24])
    return priced and (figure.quantity.low == 1 or has(r"(?:搭载|内置|配|装)有?了?$", figure.near_left))


def _leads_to_chips(figure: Figure) -> bool:
    """Tell whether a bare number shares the unit of the next one: 分别购买了19万和16万块GPU."""
    later = [f for f in figure.passage.figures if f.start >= figure.quantity.end]
    if not later or later[0].unit not in GPU_UNITS | _CHIP_COUNTERS - {"个"}:
        return False
    joined = re.fullmatch(r"\s*(?:、|和|及|以及|与)\s*", figure.passage.between(figure.quantity.end, later[0].start))
    return bool(joined) and has(_CHIP_WORD, figure.passage.between(later[0].start, later[0].end + 14))


@reads("count", "number")
def tokens_processed(figure: Figure) -> Reading | None:
    """Read how many tokens or patches training or use takes: 大约需要300万个Tokens, but not 上下文长度100万Token."""
    if figure.quantity.unit not in ("token", "patch") or has(r"(?:/|每)$", figure.near_left) or is_length_of_text(figure):
        return None
    if has(r"^\s?(?:只[要需收]|仅[要需收]?|收费?|卖|低至|为|约)*\s?[\d.]+\s?(?:元|美[元分金]|分钱|块钱)", figure.after):
        return None
    return Reading("compute_tokens", subjects=("model", "company"))


def is_length_of_text(figure: Figure) -> bool:
    """Tell whether tokens say how long a text may be, how fast they come or what is given away: 一次可处理20万token."""
    if has(_BY_WORK, figure.near_left):
        return False
    return (
        has(rf"(?:{_LENGTH_OF_TEXT})", figure.left)
        or has(rf"(?:{_LENGTH_OF_TEXT})\s?[，,(（]\s?(?:约|即|相当于|折合)*$", figure.before[-24:])
        or has(_AT_A_TIME, figure.near_left)
        or has(
            rf"^的?(?:超长|长|最大|最长|\s)*(?:{_LENGTH_OF_TEXT}|[长短]?文[本章档]|提示词?|记忆|的?输[入出](?!价|tok)|额度|体验)",
            figure.near_right,
        )
    )


@reads("count", "number")
def parameters_of_model(figure: Figure) -> Reading | None:
    """Read the size of a model: 参数为20亿, 1.8万亿参数, 7B."""
    if has(r"(?:[昇升]腾|Ascend|国产|支持|支持高达|支持超过)\s?$", figure.near_left) or has(
        r"^\s?(?:算力|芯片|集群|服务器)", figure.near_right
    ):
        return None
    if figure.quantity.unit == "parameter":
        return Reading("params", subjects=("model", "company"))
    if has(
        r"参数(?:量|规模|数量|数|总量)?(?:已经?|将|约|近|超过?|突破|达到?|逾|高达|仅?为|是|有|只有|从|增至|在|级别|量级|等于)*$",
        figure.near_left[-14:],
    ):
        return Reading("params", subjects=("model", "company"))
    if (
        not figure.quantity.unit
        and has(r"激活(?:参数)?(?:量|约|为|仅|了|其中|只有)*$", figure.near_left)
        and has(r"参数|模型", figure.sentence)
    ):
        return Reading("params", subjects=("model", "company"))
    if figure.quantity.unit and (figure.quantity.low or 0) < _FEWEST:
        return None  # 两种参数 counts kinds
    if has(r"^(?:级别?|规模|量级)?的?(?:激活|活跃|可训练|总|有效)?参数", figure.near_right[:8]) or has(
        r"^\s?(?:至|到|~|-|、|和|及|与)\s?[\d.]+\s?[BMb亿](?:[两三四2-4][个种款])?(?:不同|的|规模)*参数|^\s?[两三四2-4][个种款](?:不同)?(?:的)?参数",
        figure.after,
    ):
        return Reading("params", subjects=("model", "company"))
    return None


RULES: tuple[Rule, ...] = (tokens_processed, parameters_of_model, chips_needed)
