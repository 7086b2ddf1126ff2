"""What an amount of money states: its currency, printed before or after it, and its coins."""

from __future__ import annotations

import re
from decimal import Decimal

from presslens.model import Quantity
from presslens.pipeline.figures.figure import Amount, joined_steps, with_unit_name
from presslens.pipeline.figures.numerals import read_numeral
from presslens.pipeline.figures.vocabulary import Unit, load

_SMALL = re.compile(
    r"(?:又|零)?([零一二三四五六七八九两壹贰叁肆伍陆柒捌玖]{1,2}|\d{1,2})(角|毛|美分|分|仙)(?!之|钟|析|别)(?:钱)?|(零?[一二三四五六七八九两])(?![零一二三四五六七八九十百千万亿两个家人年月天点])"
)
# 十万块 before a thing counts it; 块 is money at the end of a phrase, before coins and before words that bound it.
_COIN = re.compile(
    r"$|[\s，,。、；;：:！!？?)）」”~～到至-]|[零一二两三四五六七八九\d]|以|左右|上下|的(?!英|芯|显|G|A)|多|起|吧|了|一个|一[年月天次]"
)
# What a sentence has just said to come in pieces is counted by 块, unless somebody pays.
_COMES_IN_PIECES = re.compile(
    r"GPU|TPU|NPU|[ABHL]\d{2,3}(?!\d)|芯片|显卡|加速卡|算力卡|计算卡|硬盘|屏幕|电池|面板|主板|晶圆|拼图"
)
# The sentence before may have said what 拥有16000块 counts.
_HOLDS = re.compile(r"(?:拥有|持有|部署|采购|购入|订购|囤积|囤|配备|只有|仅有|则有|增至|达到?)(?:了|约|近|超过?)?$")
_PAID = re.compile(r"[卖价花付赚贵费值]|售|便宜|成本|只需|只要|月薪|工资|收入|元")
_PIECES_REACH = 40
# 5.85千亿亿元 has its 亿 twice: nobody counts money in it.
_TWICE = 10**8
_WHOLE_MARK = re.compile(r"[整正](?![个体天夜式在常确])")


def is_coin(text: str, unit: Unit, start: int, end: int) -> bool:
    """Tell whether the 块 of a figure from `start` to `end` is money and not a piece of something.

    >>> block = Unit("块", "money", "CNY", assumed=True)
    >>> is_coin("涨到五块", block, 2, 4), is_coin("囤积的GPU达22.4万块", block, 7, 13)
    (True, False)
    """
    if unit.surface != "块":
        return True
    *told, before = re.split(r"[。；;!！?？\n]", text[max(0, start - _PIECES_REACH) : start])
    if told and _HOLDS.search(before):
        before = told[-1] + before
    piece = None if _PAID.search(before, max(0, len(before) - 6)) else _COMES_IN_PIECES.search(before)
    return piece is None and _COIN.match(text, end) is not None


def read_money(text: str, amount: Amount, found: tuple[Unit, int] | None, prefix: tuple[Unit, int] | None) -> Quantity:
    """Build the quantity of an amount whose currency stands behind it (`found`), before it (`prefix`) or on both sides."""
    unit = found[0] if found else prefix[0] if prefix else None
    assert unit is not None
    end = found[1] if found else amount.end
    code, assumed = unit.unit, unit.assumed
    if unit.surface == "仙" and "令吉" in text:
        code = "MYR"
    if prefix and (assumed or not found):
        code, assumed, start = prefix[0].unit, False, prefix[1]
    else:
        start = prefix[1] if prefix and prefix[0].unit == code else amount.start
    end, extra = _small_parts(text, end, unit)
    if "亿亿" in text[amount.start : amount.end]:
        amount = amount._replace(low=Decimal(amount.low) / _TWICE, high=Decimal(amount.high) / _TWICE, step="亿 printed twice")
    step = f"{unit.surface} alone read as {code}" if assumed else ""
    low, high = amount.low * Decimal(str(unit.factor)) + extra, amount.high * Decimal(str(unit.factor)) + extra
    whole = _WHOLE_MARK.match(text, end)
    end = whole.end() if whole else end
    return with_unit_name(
        text,
        amount._replace(start=start, low=low, high=high, step="; ".join(joined_steps(amount.step, step))),
        end,
        "money",
        code,
    )


def _small_parts(text: str, end: int, unit: Unit) -> tuple[int, Decimal]:
    """Add the parts of the currency printed after it: 五元六角, 两美元又三美分, 一块二."""
    factors = load("currencies")["small"]
    extra, bare = Decimal(0), Decimal(str(unit.factor)) / 10
    while match := _SMALL.match(text, end):
        if match[3]:
            if unit.surface not in ("块", "毛", "角"):
                break
            digits = read_numeral(text, match.start(3))
            value = Decimal(digits.low) if digits else Decimal(0)
            extra, end = extra + value * (bare / 10 if match[3].startswith("零") else bare), match.end()
            break
        part = read_numeral(text, match.start(1))
        if part is None:
            break
        extra, end, bare = (
            extra + Decimal(part.low) * Decimal(str(factors[match[2]])),
            match.end(),
            Decimal(str(factors[match[2]])) / 10,
        )
        unit = unit._replace(surface=match[2])
    return end, extra
