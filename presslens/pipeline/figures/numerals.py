"""Which number a Chinese, Arabic or mixed numeral stands for."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod
from typing import NamedTuple

DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "〇": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "参": 3,
}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12, "w": 10**4, "W": 10**4}
SCALES = {**SMALL, **LARGE}
INFIXES = "几多余来"
_STANDING_FOR_A_FEW = "几数"
# Formal digits are common characters of ordinary words (大陆, 收拾, 队伍): alone they count only beside one another.
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟参")

_HANZI = "零〇一二三四五六七八九俩仨壹贰叁肆伍陆柒捌玖十百千万亿拾佰仟廿卅"
# 千克, 兆赫: here 千 and 兆 belong to the unit. 参 is three only before a formal scale.
_PREFIXED = "克米瓦比卡赫伏帕焦升"
# Longer runs are codes, not numbers; the caps also keep the work per character bounded.
_ARABIC = r"\d{1,15}+(?!\d)"
# 功耗35W are watts, 播放35W a count.
_OF_POWER = re.compile(r"(?:功耗|功率|TDP|TGP|电源|散热|发电|供电)[^，,。；;\d]{0,6}$")
_LONGEST = 64
_GREATEST = 10**27
_PIECE = (
    rf"{_ARABIC}(?:,\d{{3}}(?!\d)){{0,5}}+(?:\.\d{{1,15}}+(?!\d))?+|(?<![0-9百千万亿兆])\.\d{{1,15}}+(?!\d)"
    rf"|千(?![{_PREFIXED}]|字节)|[{_HANZI.replace('千', '')}]|兆(?![{_PREFIXED}位欧]|字节)"
    r"|两(?=[百千万亿点仟])|(?<![零一二三四五六七八九十百千万亿\d])两|(?<=一)两(?=[年个天周家次款种位名句小分秒])|参(?=[拾佰仟百千万])|(?<=[拾佰零])参"
    rf"|[wW](?![0-9A-Za-z])|点(?= ?[零〇一二三四五六七八九叁\d])|[几多余来](?= ?[十百千万亿])"
)
_GAP = (
    rf" {{1,3}}(?=[十百千万亿零点拾佰仟几余多](?!月|日|年)|[{_HANZI}] ?[十百千万亿点])"
    rf"| {{1,3}}(?=兆(?![{_PREFIXED}位欧]|字节))"
    r"|(?<=[十百千点]) {1,3}(?=[一二三四五六七八九])|(?<=[千万亿]) {1,3}(?=\d{1,4}[十百千])"
)
RUN = re.compile(rf"(?:数(?= ?[十百千万亿]))?+(?:{_PIECE}|{_GAP}){{1,{_LONGEST}}}+")
ARABIC = re.compile(
    rf"({_ARABIC}(?:,\d{{3}}(?!\d)){{0,5}}+(?:\.\d{{1,15}}+(?!\d))?+)(?: {{0,2}}(万亿|[万亿]))?+"
    r"(?!\d| {0,2}[零〇一二三四五六七八九十百千万亿兆余几多来出拾佰仟wW])"
)
_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+|[^ ]")
_AFTER_MANY = re.compile(
    r" ?(?:多(?![模样端少数])|余(?![额下生地温热波])|来(?=[万亿个家人名位种年天次台款部岁米公块号])|几(?![乎何点])"
    r"|出头(?!天|之|鸟))"
)
_SCIENTIFIC = re.compile(r"[-−]?\d*\.?\d+[eE][-+]?\d{1,2}(?![0-9A-Za-z])")


class Numeral(NamedTuple):
    """A numeral's place, its lowest and highest value, and how it came to them."""

    start: int
    end: int
    low: int | Decimal
    high: int | Decimal
    mantissa: int | Decimal
    scale: int
    vague: str
    implied: bool
    text: str

    @property
    def has_scale(self) -> bool:
        """Tell whether a 万, 亿 or greater closes the numeral."""
        return self.scale >= 10**4


def read_numeral(text: str, start: int) -> Numeral | None:
    """Read the numeral that begins at `start`, or nothing; longest reading first.

    >>> read_numeral("1.78万亿美元", 0).low
    Decimal('1780000000000.00')
    >>> [int(v) for v in read_numeral("三四十亿", 0)[2:4]]
    [3000000000, 4000000000]
    """
    match = ARABIC.match(text, start)
    if match:
        number = _arabic(match[1])
        scale = {None: 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[match[2]]
        value = number * scale
        return Numeral(start, match.end(), value, value, number, scale, "", False, match[0])
    run = RUN.match(text, start)
    if run is None:
        return None
    watts = text[run.end() - 1] == "W" and _OF_POWER.search(text, max(0, start - 12), start) is not None
    return _read_run(text, start, run.end() - watts)


def read_scientific(text: str, start: int) -> Numeral | None:
    """Read a number in scientific notation (2e5) that begins at `start`, or nothing.

    >>> read_scientific("2e5次", 0).low
    Decimal('2E+5')
    """
    match = _SCIENTIFIC.match(text, start)
    if not match:
        return None
    value = Decimal(match[0].replace("−", "-"))
    return Numeral(start, match.end(), value, value, value, 1, "", False, match[0])


def _read_run(text: str, start: int, end: int) -> Numeral | None:
    words = text[start:end].rstrip()
    end = start + len(words)
    tokens = _TOKEN.findall(words)
    if len(tokens) > 2 and tokens[0][0].isdecimal() and tokens[-2] in LARGE and tokens[-1] in DIGITS:
        return _shorter(text, start, end, tokens)  # 380万一口气
    vague = ""
    many = _AFTER_MANY.match(text, end)
    bounds = _bounds(tokens)
    if bounds is None:
        return _shorter(text, start, end, tokens)
    low, high = bounds
    if high > _GREATEST:
        return None
    if many and low == high and low > 0 and low % 10 == 0:
        high, vague, end = low + step_of(low), many[0].strip(), many.end()
    elif low != high:
        vague = next((token for token in tokens if token in "几多余来数"), "")
    scale, mantissa = _trailing_scale(tokens, low)
    implied = tokens[0] in SCALES and tokens[0] not in "十拾廿卅"
    return Numeral(start, end, low, high, mantissa, scale, vague, implied, words)


def _shorter(text: str, start: int, end: int, tokens: list[str]) -> Numeral | None:
    """Give up the last piece of a run that makes no number: 8、第二 is not one numeral."""
    if len(tokens) < 2 or end - start > 60:
        return None
    return _read_run(text, start, end - len(tokens[-1]))


def step_of(value: int | Decimal) -> int:
    """Give the place of the lowest digit that is not zero: 30000 steps by 10000, 120 by 10.

    >>> step_of(30000), step_of(120)
    (10000, 10)
    """
    whole, step = int(value), 1
    while whole and whole % 10 == 0:
        whole //= 10
        step *= 10
    return step


def _arabic(digits: str) -> int | Decimal:
    plain = digits.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)


def _trailing_scale(tokens: list[str], low: int | Decimal) -> tuple[int, int | Decimal]:
    scale = 1
    for token in reversed(tokens):
        if token not in LARGE:
            break
        scale *= LARGE[token]
    if scale == 1 and tokens[-1] in SMALL:
        scale = SMALL[tokens[-1]]
    return scale, (low // scale if low % scale == 0 else Decimal(low) / scale)


def _bounds(tokens: list[str]) -> tuple[int | Decimal, int | Decimal] | None:
    """Give the lowest and highest value of a numeral's pieces, or nothing when they make no number."""
    if tokens[0] in _STANDING_FOR_A_FEW:
        ends = [_value([few, *tokens[1:]]) for few in "二九"]
    elif infix := next((i for i, token in enumerate(tokens) if token in INFIXES), 0):
        return _bounds_with_infix(tokens, infix)
    elif (pair := _pair_of_digits(tokens)) is not None:
        ends = [_value(tokens[: pair + 1] + tokens[pair + 2 :]), _value(tokens[:pair] + tokens[pair + 1 :])]
    else:
        value = _value(tokens)
        return None if value is None else (value, value)
    low, high = ends
    return None if low is None or high is None else (low, high)


def _bounds_with_infix(tokens: list[str], infix: int) -> tuple[int | Decimal, int | Decimal] | None:
    before, after = tokens[:infix], tokens[infix + 1 :]
    head = _value(before)
    if not after:
        return None if head is None or head % 10 else (head, head + step_of(head))
    low = _value(before + after)
    if head is None or low is None or not head:
        return None
    return low, low + low // head * step_of(head)


def _pair_of_digits(tokens: list[str]) -> int | None:
    """Find two neighbouring digits that stand for a range: 五六十 is 50 to 60, 三五百 300 to 500."""
    pairs = [i for i in range(len(tokens) - 1) if tokens[i] in DIGITS and tokens[i + 1] in DIGITS]
    if len(pairs) != 1 or (len(tokens) > 2 and not any(token in SCALES for token in tokens)) or "点" in tokens:
        return None
    first, second = DIGITS[tokens[pairs[0]]], DIGITS[tokens[pairs[0] + 1]]
    ascending = first > 0 and (second == first + 1 or (first, second) == (3, 5))
    return pairs[0] if ascending else None


def _value(tokens: list[str]) -> int | Decimal | None:
    if "点" in tokens:
        return _with_decimals(tokens)
    if len(tokens) > 1 and all(token in DIGITS for token in tokens):
        return _by_place(tokens)
    closing = next((i for i, token in enumerate(tokens) if token not in DIGITS), 0)
    if closing > 1 and all(token in LARGE for token in tokens[closing:]):
        return _by_place(tokens[:closing]) * prod(LARGE[token] for token in tokens[closing:])  # 三八〇〇亿
    return _sum_of_sections(tokens)


def _by_place(digits: list[str]) -> int:
    return int("".join(str(DIGITS[digit]) for digit in digits))


def _with_decimals(tokens: list[str]) -> Decimal | None:
    point = tokens.index("点")
    whole = _value(tokens[:point]) if point else 0
    digits, scale = "", 1
    for token in tokens[point + 1 :]:
        if token in SCALES:
            scale *= SCALES[token]
        elif scale > 1:
            return None
        else:
            digits += token if token.isdecimal() else str(DIGITS.get(token, "x"))
    if whole is None or not digits.isdecimal():
        return None
    return (whole + Decimal(f"0.{digits}")) * scale


def _sum_of_sections(tokens: list[str]) -> int | Decimal | None:
    if DIGITS.get(tokens[0]) == 0 and len(tokens) > 1 and all(token in LARGE for token in tokens[1:]):
        return 0  # 零亿 is nothing, 亿 alone one
    total: int | Decimal = 0
    section: int | Decimal = 0
    digit: int | Decimal | None = None
    last, last_large, after_zero = 0, 0, False
    for token in tokens:
        if token in SMALL:
            if digit is None and section and SMALL[token] >= last:
                return None
            section += (1 if digit is None else digit) * SMALL[token]
            digit, last, after_zero = None, SMALL[token], False
        elif token in LARGE:
            total = _close_section(total, section + (digit or 0), LARGE[token], last_large)
            section, digit, last, last_large, after_zero = 0, None, LARGE[token], LARGE[token], False
        elif digit is not None or token in INFIXES:
            return None
        elif DIGITS.get(token) == 0:
            after_zero = True
        else:
            digit = DIGITS[token] if token in DIGITS else _arabic(token)
    if digit is not None and last >= 100 and not after_zero and digit < 10:
        digit = digit * last // 10 if digit == int(digit) else digit
    return total + section + (digit or 0)


def _close_section(total: int | Decimal, section: int | Decimal, scale: int, last_large: int) -> int | Decimal:
    if not section:
        return (total or 1) * scale
    return (total + section) * scale if scale > last_large else total + section * scale
