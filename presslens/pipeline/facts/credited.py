"""A maker told behind its model: 甲,某公司出品; 甲是某公司上月放出的视频模型; 甲出自杭州的某公司; 甲(某公司推出)."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue
from presslens.pipeline.facts.passage import Passage

_MAKES = f"{cue('developing_verbs')}|{cue('bringing_out_verbs')}|放|做|换|造|训(?!练)"
_KIND = f"{cue('kinds_of_product')}|新版|新作|作品|新面孔|项目|成果"
# 上月才放出来的新一代视频模型: what the firm did, and what the model is.
_ITS_WORK = (
    rf"\s?(?:[^，,。；;的投]{{0,16}}?(?:{_MAKES}|旗下|自研)(?:出来?|来)?了?|[与和][^，,。；;的]{{2,10}}合作)?\s?的"
    rf"(?![^，,。；;]{{0,12}}(?:对手|竞|对标|投资|挑战|威胁|类似))[^，,。；;的]{{0,16}}?(?:{_KIND})(?=[，,。；;：:！]|$)"
)
# What stands between a model and its maker, and what behind the maker makes it one.
_FORMS = (
    (
        re.compile(r"[”」\"]?[，,]?\s?(?:则|正|也|就)?(?:出自|来自)(?:[一-鿿]{2,5}的)?"),
        re.compile(r"(?:公司|团队|实验室|研究院)?(?:之手)?(?:[，,。；;！]|$)"),
    ),
    # 甲（来自某公司）, 甲（某公司推出）
    (
        re.compile(r"[”」\"]?[（(](?:来自|出自|由)?[^，,。；;()（）A-Za-z]{0,8}"),
        re.compile(r"(?:公司|团队)?(?:推出|开发|研发|出品|旗下|发布)?[）)]"),
    ),
    (
        re.compile(r"[”」\"]?(?:——|[，,])"),
        re.compile(r"的(?:首[个款]|第[一二三]款|最新|新一代|自研|旗舰)[^，,。；;]{0,12}(?:模型|工具|产品|[芯晶]片)[，,。]"),
    ),
    # 甲，某公司家的，; 甲，某公司出品。
    (
        re.compile(r"[”」\"]?\s?(?:——|[，,：:|｜])\s?"),
        re.compile(r"\s?(?:出品|家的|的孩子|做的|造的|自研|旗下|研发|开发|打造|推出|发布)(?:[，,。；;|｜]|\s*$)"),
    ),
    (re.compile(r"[”」\"]?\s?(?:——|[，,：:])\s?"), re.compile(_ITS_WORK)),
    (
        re.compile(r"[”」\"]?\s?(?:则|也|就)?(?:其实)?是(?:由)?\s?(?:[一-鿿]{2,5}(?:公司|大厂|企业|团队))?\s?"),
        re.compile(_ITS_WORK),
    ),
)


def credited_to(passage: Passage, model: Hit, firms: list[Hit]) -> Hit | None:
    """Give the firm behind a model that is said to have made it, nothing where there is none."""
    rest = passage.between(model.end, passage.end)
    for firm in firms:
        at = firm.start - model.end
        if at < 0:
            continue
        behind = rest[firm.end - model.end :]
        if any(one.fullmatch(rest, 0, at) and two.match(behind) for one, two in _FORMS):
            return firm
    return None
