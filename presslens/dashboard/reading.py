"""How a figure was read, in the reader's language: the names of the rules and the steps from what is printed to its value.

The tables keep both in English, one wording each; a step of a wording that is not known here is shown as the table has it.
"""

from __future__ import annotations

import re

from presslens.dashboard.text import Text
from presslens.dashboard.vocabulary import mark

UNNAMED = "_of_nothing_named"
RULES = {
    "unclaimed": mark("the figure alone, no meaning found"),
    "rate_of_growth": mark("rate of growth"),
    "developed_by": mark("developed by"),
    "raised_in_a_round": mark("raised in a round"),
    "raised_in_total": mark("raised in total"),
    "money_sought": mark("money sought"),
    "taken_in": mark("taken in as revenue"),
    "came_out_on": mark("came out on"),
    "costs_to_use": mark("price"),
    "work_came_out_on": mark("book or film came out on"),
    "price_of_goods": mark("price of goods"),
    "brought_in_by_sales": mark("brought in by sales"),
    "people_who_buy_it": mark("people who buy it"),
    "price_it_started_from": mark("price it started from"),
    "held_to_be_worth": mark("held to be worth"),
    "worth_it_reached": mark("worth it reached"),
    "rises_from": mark("rises from one worth to another"),
    "open_to": mark("open to whom"),
    "people_who_use_it": mark("people who use it"),
    "counted_by_nearest_noun": mark("counted by the nearest noun"),
    "chips_needed": mark("chips owned or needed"),
    "tokens_processed": mark("tokens processed"),
    "bought_for": mark("bought for"),
    "takes_in": mark("what it takes as input"),
    "restated": mark("the amount before it, in another currency"),
    "market_capitalisation": mark("market capitalisation"),
    "market_worth": mark("size of a market"),
    "from_year_to_year": mark("size of a market from year to year"),
    "share_of_market": mark("share of a market"),
    "share_that_adopts": mark("share that adopts it"),
    "longest_clip": mark("longest clip"),
    "how_sharp": mark("resolution"),
    "frames_per_second": mark("frames per second"),
    "built_on": mark("what it is built on"),
    "parameters_of_model": mark("parameters of a model"),
    "behind_its_name": mark("parameters behind its name"),
    "size_of_team": mark("size of a team"),
    "box_office": mark("box office"),
    "column_of_table": mark("from the column of a table"),
    "cell_of_table": mark("a cell of a table"),
    "chips_made_by": mark("whose chip it is"),
    "withheld": mark("said to be undisclosed"),
    "paid_for": mark("its users pay for it"),
    "their_own": mark("its firm's own"),
    "weighed_by_its_clues": mark("weighed by the words around it"),
}
HOW_BOUND = {
    "no subject found": mark("none found"),
    "weighed among the names told so far": mark("weighed among the names told so far"),
    "subject of the clause": mark("the subject of the clause"),
    "subject of the clause, in turn": mark("the subject of the clause, dealt out in turn"),
    "subject of an earlier clause": mark("the subject of an earlier clause"),
    "the product whose plan it is": mark("the product whose plan it is"),
    "said of the figure before it": mark("whose the figure before it is"),
    "subject of a later clause": mark("the subject of a later clause"),
    "named by the wording": mark("named by the wording"),
    "holds the figure": mark("what holds the figure"),
    "carried over from an earlier sentence": mark("carried over from an earlier sentence"),
    "the firm that the text is on": mark("the firm that the text is on"),
    "dealt out in turn by 分别": mark("dealt out in turn by 分别"),
    "noun phrase of the clause": mark("a noun phrase of the clause"),
    "noun phrase of an earlier clause": mark("a noun phrase of an earlier clause"),
    "receives what others invest": mark("who receives what others invest"),
    "head of the relative clause": mark("the head of the relative clause"),
    "is made to do it": mark("who is made to do it"),
    "product named in quotation marks": mark("the product named in quotation marks"),
    "counted group of the sentence": mark("the group counted in the sentence"),
    "counted group of the sentence before": mark("the group counted in the sentence before"),
    "the chip named before it": mark("the chip named before it"),
    "the maker's chips named before it": mark("the maker's chips named before it"),
    "generic subject of the clause": mark("a general word in the clause"),
    "tells it of itself": mark("who tells it of itself"),
    "a kind of firm named in the clause": mark("a kind of firm named in the clause"),
    "what was bought, told before": mark("what was bought, told before"),
    "noun phrase of a later clause": mark("a noun phrase of a later clause"),
    "what a pronoun stands for": mark("what a pronoun stands for"),
    "named beside it": mark("a name beside it in the clause"),
    "said of somebody not named": mark("somebody who is not named"),
    "no subject printed": mark("none is printed"),
    "taken from the passage's topic": mark("what the article is about, as nothing nearer is named"),
    "what it describes": mark("what the words with the figure describe"),
    "what it counts": mark("what it counts"),
    "whose year it is": mark("whose year it is said to be"),
    "noun phrase before it": mark("the noun phrase right before it"),
    "said of anybody": mark("nobody: it holds for anybody"),
    "the day of a report": mark("nobody: it is the day of a report"),
    "the group it counts": mark("the group that is counted"),
    "who announces it": mark("who announces it"),
    "what is brought out": mark("what is brought out in the words before"),
    "what is fined or valued": mark("who is fined or valued"),
    "what it is compared with": mark("what the comparison is with"),
    "what the clause counts": mark("what the clause begins by counting"),
    "what is made": mark("what is made, where the figure tells what that takes"),
    "of whom a frame says it": mark("of whom a frame says that it holds"),
    "of whom the figure before is": mark("of whom the figure before is, which it repeats or is compared with"),
    "who does what sets the scene": mark("who does what sets the scene"),
    "who is made to do it": mark("who is made to do it by somebody"),
}
FIXED = {
    "the year is the latest that the article can know": mark("the year is the latest that the article can know"),
    "the year is that stated before": mark("the year is that stated before"),
    "the year is the article's": mark("the year is the article's"),
    "the year is that of publication, a few weeks later": mark("the year is that of publication, a few weeks later"),
    "a fall is a negative growth rate": mark("a fall is a negative growth rate"),
    "restates the amount before it in another currency": mark("restates the amount before it in another currency"),
    "restates the amount before it": mark("restates the amount before it"),
    "the currency printed with this amount before": mark("the currency printed with this amount before"),
    "no currency printed: USD assumed, the sentence speaks of the United States": mark(
        "no currency printed: USD assumed, the sentence speaks of the United States"
    ),
    "after what is not told": mark("after what is not told"),
    "no day is told": mark("no day is told"),
    "no year is told": mark("no year is told"),
    "a year before the period told": mark("a year before the period told"),
    "a share, in percent": mark("a share, in percent"),
    "the year would lie ahead of what is told as done: the year before": mark(
        "the year would lie ahead of what is told as done: the year before"
    ),
    "time: told earlier in the sentence": mark("time: told earlier in the sentence"),
    "time: told in a sentence before": mark("time: told in a sentence before"),
    "time: said of now, the day of publication": mark("time: said of now, the day of publication"),
    "time: none told, the day of publication assumed": mark("time: none told, the day of publication assumed"),
    "time: the period that sentences before tell of": mark("time: the period that sentences before tell of"),
    "time: dealt out in turn": mark("time: dealt out in turn"),
    "一半 is one part of two": mark("一半 is one part of two"),
    "半 is one part of two": mark("半 is one part of two"),
    "腰斩 leaves a half": mark("腰斩 leaves a half"),
    "倍增 doubles": mark("倍增 doubles"),
    "市值 of a firm after a round is what it is valued at": mark("市值 of a firm after a round is what it is valued at"),
    "condition: stated maximum": mark("told as the most it can do"),
    "condition: clip shown": mark("told of a clip that was shown"),
}
# The groups of a pattern fill {a}, {b} and {c} of its message.
WORDINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(.+) read as (.+), (\d+) seconds after midnight"), mark("{a} read as {b}, {c} seconds after midnight")),
    (re.compile(r"(.+) alone read as (\w+) in (.+)"), mark("{a} alone read as {b}, the money of {c}")),
    (re.compile(r"(.+) alone read as (\w+)"), mark("{a} alone read as {b}")),
    (re.compile(r"(.+)分之 read as parts of (.+) = (.+)"), mark("{a}分之 read as parts of {b} = {c}")),
    (re.compile(r"(.+) read as (.+)"), mark("{a} read as {b}")),
    (re.compile(r"counted from the date told before, (.+): (.+)"), mark("counted from the date told before, {a}: {b}")),
    (re.compile(r"time: one end of (.+)"), mark("time: one end of {a}")),
    (re.compile(r"counted from (.+): (.+)"), mark("counted from {a}: {b}")),
    (re.compile(r"in seconds: (\S+) to (\S+)"), mark("in seconds: {a} to {b}")),
    (re.compile(r"in seconds: (.+)"), mark("in seconds: {a}")),
    (re.compile(r"half of (.+) in seconds: (.+)"), mark("half of {a} in seconds: {b}")),
    (re.compile(r"(.+) stands for (.+) to (.+)"), mark("{a} stands for {b} to {c}")),
    (re.compile(r"a range from (.+) to (.+), the scale shared"), mark("a range from {a} to {b}, the scale shared")),
    (re.compile(r"a range from (.+) to (.+)"), mark("a range from {a} to {b}")),
    (re.compile(r"(.+位数) has \d+ digits: from (.+) to (.+)"), mark("{a}: a number from {b} to {c}")),
    (re.compile(r"each 番 doubles: (.+) times"), mark("each 番 doubles: {a} times")),
    (re.compile(r"(.+) parts of (.+) = (.+)"), mark("{a} parts of {b} = {c}")),
    (re.compile(r"(.+) is the day told last, (.+)"), mark("{a} is the day told last, {b}")),
    (re.compile(r"(.+) is the year told last, (.+)"), mark("{a} is the year told last, {b}")),
    (re.compile(r"(.+) is the quarter told last, (.+)"), mark("{a} is the quarter told last, {b}")),
    (re.compile(r"the days of (.+): (.+)"), mark("the days of {a}: {b}")),
    (re.compile(r"(.+) is put as (.+)"), mark("{a} is put as {b} in the text")),
    (re.compile(r"(\d+) days after the release of (.+)"), mark("{a} days after the release of {b}")),
    (
        re.compile(r"no currency printed: (\w+) as for the nearest amount of the sentence"),
        mark("no currency printed: {a} as for the nearest amount of the sentence"),
    ),
    (
        re.compile(r"no currency printed: (\w+) assumed, as for most amounts of the article"),
        mark("no currency printed: {a} assumed, as for most amounts of the article"),
    ),
    (re.compile(r"(.+) taken from the head of its column"), mark("{a} taken from the head of its column")),
    (re.compile(r"(.+) from (.+), the end of the list"), mark("{a} from {b}, the end of the list")),
    (re.compile(r"(.+) of 100 = (.+)"), mark("{a} of 100 = {b}")),
    (re.compile(r"no currency printed: (\w+) assumed for (.+)"), mark("no currency printed: {a} assumed for {b}")),
    (re.compile(r"折 leaves tenths of the price: (.+)"), mark("折 leaves tenths of the price: {a}")),
    (re.compile(r"成 is a tenth: (.+)"), mark("成 is a tenth: {a}")),
    (re.compile(r"condition: stated maximum, (.+)"), mark("told as the most it can do: {a}")),
    (re.compile(r"(.+) = (\S+) to (\S+)"), mark("{a} = {b} to {c}")),
    (re.compile(r"(.+) × a scale (.+)"), mark("{a} × a scale {b}")),
)
_SUBJECT = "subject: "


def rule(name: str, text: Text) -> str:
    """Name a rule for the reader; one that reads a figure of nobody says so.

    >>> rule("longest_clip", Text("zh")), rule("longest_clip_of_nothing_named", Text("en"))
    ('最长片段', 'longest clip, of nobody named')
    """
    known = RULES.get(name.removesuffix(UNNAMED))
    words = text(known) if known else name.removesuffix(UNNAMED).replace("_", " ")
    return text("{rule}, of nobody named", rule=words) if name.endswith(UNNAMED) else words


def step(printed: str, text: Text) -> str:
    """Write one step in the reader's language; arithmetic is the same in every one.

    >>> step("600 × 万 (10^4) = 6000000; 元 alone read as CNY", Text("zh"))
    '600 × 万 (10^4) = 6000000；单写“元”读作CNY'
    """
    return text("; ").join(_one(part, text) for part in printed.split("; "))


def _one(part: str, text: Text) -> str:
    if part.startswith(_SUBJECT):
        how = part.removeprefix(_SUBJECT)
        return text("subject: {how}", how=text(HOW_BOUND[how]) if how in HOW_BOUND else how)
    if part in FIXED:
        return text(FIXED[part])
    for pattern, message in WORDINGS:
        found = pattern.fullmatch(part)
        if found:
            return text(message, **dict(zip("abc", found.groups(), strict=False)))
    return part
