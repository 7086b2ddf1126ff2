"""What a figure cannot measure by its form, however much its clues speak for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from presslens.lexicon import cue
from presslens.model import Metric
from presslens.pipeline.facts.compute import is_length_of_text
from presslens.pipeline.facts.passage import Figure

# 100张 alone may be pictures as well.
_CHIPS = re.compile(f"{cue('chip_words')}|{cue('chip_names')}|[卡芯晶]")
_WAITED = re.compile(r"(?:时延|延迟|延时|响应|首字|首帧|耗时|用时|等待|等了?|需时|只需|仅需|花了?|用了?)[^，,。；;]{0,8}$")
_TEAM = re.compile(r"团队|公司|企业|员工|成员|雇|工作室|小组|初创|人手|编制|规模|部门|招|裁|创业|研发|同事|伙伴|机构|厂")
# 千万元大赛 has a prize of so much.
_A_PRIZE = re.compile(r"^的?[^，,。；;的]{0,4}?(?:挑战赛|大赛|竞赛|比赛|大奖|奖金|奖学金|奖)")
_FEW = 10
_NO_CLIP = 1.0


def cannot_be(metric: Metric, figure: Figure) -> bool:
    """Tell whether a figure's form speaks against a metric: 0.2秒 is no length of clips, two at table are no staff."""
    excluded = _EXCLUDED.get(metric)
    return excluded is not None and excluded(figure)


def _no_chips(figure: Figure) -> bool:
    return _CHIPS.search(figure.sentence) is None


def _no_clip(figure: Figure) -> bool:
    return (figure.quantity.high or 0) < _NO_CLIP or _WAITED.search(figure.near_left) is not None


def _no_staff(figure: Figure) -> bool:
    return (figure.quantity.low or 0) < _FEW and _TEAM.search(figure.sentence) is None


def _is_a_prize(figure: Figure) -> bool:
    return _A_PRIZE.match(figure.near_right) is not None


_EXCLUDED: Mapping[Metric, Callable[[Figure], bool]] = {
    "compute_gpus": _no_chips,
    "compute_tokens": is_length_of_text,
    "max_duration": _no_clip,
    "team_size": _no_staff,
    "funding_round": _is_a_prize,
    "funding_total": _is_a_prize,
    "funding_target": _is_a_prize,
}
