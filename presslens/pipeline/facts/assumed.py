"""When a figure whose time no word tells may be taken for one of the day of publication, and when it is surely of another."""

from __future__ import annotations

import re

from presslens.model import Metric, Status
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading

_A_REPORT = re.compile(r"财报|业绩报告|季报|年报|季度业绩|财务报告")
# What is aimed at holds for a day to come; only of money that is sought does one say it of today.
_SOUGHT_TODAY: frozenset[Metric] = frozenset({"funding_target", "funding_round", "valuation", "acquisition", "price"})
_STARTS = re.compile(r"[从由](?:约|近|每股|最初的?|原来的?|原先的?)*\s?$")
# 加上B轮的3500万和A轮的850万: rounds that are only added up are of earlier days.
_ANOTHER_ROUND = re.compile(r"^\W*(?:再|如果)?(?:加上|算上|连同)[^，,。；;]*[A-H]\+?\s?轮[^，,。；;]{0,8}$")
_LEADS_ON = re.compile(r"\s?[^，,。；;\d]{0,10}(?:到|至|成|为)")
# 上市前每股0.8美元, 直到客户达到1000家, 那时已有1000家客户, 以5美元获得第一个客户: some earlier day.
_ONCE_BEFORE = re.compile(
    r"(?:上市|成立|发布|合并|收购|创立|上线|推出|面世|疫情)(?:之|以)?前(?:就|便|已|曾)?"
    r"|(?:^|[，,])(?:一)?直到|(?:那时|当时|彼时|那会儿|起初|最初|刚开始)(?!候?的?人)"
)
_FIRST_OF_ALL = re.compile(r"[^，,。；;]{0,10}(?:获得|赢得|拿到|签下|迎来)了?[^，,。；;]{0,6}(?:第一|首)[个位批笔家]")
# 被甲以16亿美元收购17年后
_YEARS_AFTER = re.compile(r"[^，,。；;\d]{0,8}\s?[\d一二两三四五六七八九十]{1,3}\s?(?:多)?年(?:之?后|前)")


def may_be_of_today(figure: Figure, reading: Reading, status: Status) -> bool:
    """Tell whether nothing speaks against a figure's holding for the day of publication."""
    if status == "forecast" or (status == "target" and reading.metric not in _SOUGHT_TODAY):
        return False
    if reading.metric == "revenue" and _A_REPORT.search(figure.before):
        return False  # sales of a report whose period is not told are of no day
    if _ANOTHER_ROUND.search(figure.left):
        return False
    if reading.metric != "compute_gpus" and _STARTS.search(figure.left) and _LEADS_ON.match(figure.right):
        return False
    past = _ONCE_BEFORE.search(figure.before) or _FIRST_OF_ALL.match(figure.right) or _YEARS_AFTER.match(figure.right)
    return past is None
