"""Into which firm investors put money: a stake they buy, what they are to give it, what they have given it so far."""

from __future__ import annotations

import re

from presslens.lexicon import Hit
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


# 计划向甲再投资5亿, 考虑给甲注资数十亿
_GIVES = re.compile(
    r"\s?(?:[（(][^()（）]*[)）])?(?:公司|方面)?(?:再|继续|分期|至多|额外|战略性?)*(?:投资|注资|增资|投入|注入|追加|投|提供)(?:投资|注资)?了?[^，,。；;]{0,8}$"
)
_TO = re.compile(r"[向对给为]\s?$")
_TO_SOMEBODY = re.compile(
    r"[给向对]\s?(?P<to>[^，,。；;]{1,16}?)(?:再|继续|额外)*(?:投|追加(?:投资)?|注入|增资|加注|投资|注资)了?(?:约|近|超过?)?$"
)
# Where capital is spent, and on what: no firm that gets it.
_WORKS = re.compile(
    r"(?:市场|地区|当地|本地|海外|全球|[国州省市县洲]|项目|工程|计划|领域|行业|产业|部门|业务|设施|基建|中心|研发|建设|工厂|基地|园区?|算力|人工智能|AI|芯片|半导体|技术|赛道|方向|教育|经济)$"
)
_REACH_OF_STAKE = 14
_PLACE = "ns"


def given_to(figure: Figure) -> Hit | None:
    """Find the firm that an amount is put into by 向, 对 or 给 before it; a market or a region is none."""
    passage = figure.passage
    for name in passage.names_in(figure.clause.start, figure.quantity.start):
        given = name.kind in ("company", "model") and _TO.search(passage.between(name.start - 2, name.start))
        if given and _GIVES.match(passage.between(name.end, figure.quantity.start)):
            return name
    return None


def staked_in(figure: Figure) -> str:
    """Give the firm that somebody buys a stake in: 斥资5000万美元入股芯片创企甲."""
    verb = re.match(
        r"[^，,。；;]{0,6}?(?:战略)?(?:入股|参股|注资|注入|投给|砸向|押注|投资)(?:了)?(?!额|人|方|者|机构)", figure.near_right
    )
    leads = has(r"^\s?(?:领投|跟投|参投)", figure.near_right)
    if leads:
        verb = re.match(r"\s?(?:领投|跟投|参投)了?", figure.near_right)
    into = has(r"^(?:注入|投给|砸向)", figure.near_right)
    if not verb or not (leads or into or has(r"斥资|耗资|以|用|花|出资|豪掷|砸下?", figure.near_left[-8:])):
        return ""
    start = figure.quantity.end + verb.end()
    firms = [n for n in figure.passage.names_in(start, figure.clause.end) if n.kind in ("company", "model")]
    return firms[0].name if firms and firms[0].start - start <= _REACH_OF_STAKE else ""


def given_to_somebody(figure: Figure) -> str:
    """Give whom an amount is put into as printed, known as a firm or not: 向它追加1亿, but not 向印度市场投资10亿."""
    found = _TO_SOMEBODY.search(figure.near_left)
    if not found:
        return ""
    passage, start = figure.passage, figure.quantity.start - len(figure.near_left)
    words = passage.words(figure.clause, start + found.start("to"), start + found.end("to"))
    placed = bool(words) and words[-1].tag == _PLACE
    return "" if given_to(figure) is None and (placed or _WORKS.search(found.group("to"))) else found.group("to").strip()


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
