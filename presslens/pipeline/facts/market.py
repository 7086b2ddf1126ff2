"""Rules for the size and sharing-out of markets; growth comes before their size."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.growth import rate_of_growth
from presslens.pipeline.facts.market_names import market_subject
from presslens.pipeline.facts.market_shares import share_of_market
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.rule import Reading, Rule, has, reads
from presslens.pipeline.facts.stretch import HOW_FAR
from presslens.pipeline.gates import Gated

_SIZE_NOUN = cue("market_size_nouns")
_TELLS_A_SIZE = Gated(_SIZE_NOUN)
_SPEAKS_OF_A_MARKET = Gated(rf"盘子|蛋糕|生意|市场|产业|行业|赛道|蓝海|销售额|收入|{_SIZE_NOUN}")
_SPEAKS_OF_TAKINGS = Gated("票房|大盘")

# HBM市场今年将增至250亿: a time between the market and its verb parts them not.
_TIMES = re.compile(r"(?:到|至|在|于)?(?:今年|明年|去年|后年|前年|当年|20\d\d年)(?:底|末|内|时)?")

_GROWS_TO = re.compile(
    r"(?:市场|产业|行业|赛道)(?:规模)?(?:将|有望|预计|或|会|可|料|已|也|都|约|近|进一步|迅速|快速)*"
    r"(?:增至|增长[到至]|增加[到至]|扩大[到至]|升至|上升[到至]|飙升[到至]|达到?|突破|超过|膨胀[到至]|攀升[到至])了?(?:约|近|逾|超)?$"
)

# 全球数字人市场今年约值6亿美元, 中国芯片市场1425亿元: the market is what the clause is on, and nothing else is counted.
_IS_WORTH = re.compile(
    r"(?P<market>[A-Za-z一-鿿·/+ ]{1,20}(?:市场|产业|行业|赛道))(?:的?(?:总|整体)?(?:规模|体量|盘子|产值|总值|空间|容量))?"
    r"(?:今年|去年|明年|目前|当前|现在|如今|20\d\d年)?(?:就|也|都|还|已经?|只|仅|不过|才|将|会|可|料|有望|预计|估计|约莫|价值|总?值|看|上看|触及|规模|打开[到至]|：|:|[，,]|\s|"
    + HOW_FAR
    + r")*$"
)

# Goods whose sales are those of a market where no firm is named.
_GOODS = (
    r"(?:半导体|芯片|晶片|设备|软件|材料|存储|内存|手机|汽车|游戏|服务器|显卡|GPU|DRAM|NAND|HBM|机器人|"
    r"短剧|广告|应用|工具|晶圆|面板|电脑|PC|眼镜|服务)"
)

_LEAST_MARKET = 1e8
# What is less is the price of a thing, or what one buyer pays.
_LEAST = 1e6

_TREND_UP = cue("rising")

_TREND_DOWN = cue("falling")


@reads("money", "count", "number", where=_TELLS_A_SIZE)
def from_year_to_year(figure: Figure) -> Reading | None:
    """Read a market told from one year to another: 由2021年的30亿美元增至90亿美元.

    The first amount belongs to the year right before it and is actual; the second to the other year of the sentence.
    """
    if not has(_SIZE_NOUN, figure.before):
        return None
    if figure.quantity.kind != "money" and figure.quantity.unit:
        return None  # 团队规模从20人 tells no market
    if has(r"目标价|售价|均价|营收|收入|利润|估值|市值", figure.near_left):
        return None
    money = [f for f in figure.passage.figures if f.kind == figure.quantity.kind]
    dates = [f for f in figure.passage.figures if f.kind == "date"]
    before = figure.before
    first = re.search(r"(?:由|从)[^，,。]{0,16}$", before)
    second = re.search(
        rf"(?:{_TREND_UP}|{_TREND_DOWN})?(?:到|至|为|成)了?(?:[^，,。；;]{{2,8}}年的?)?(?:约|近|超过?|逾)?$", before
    )
    if first and len(money) > 1 and money[-1] is not figure.quantity:
        own = [d for d in dates if d.end <= figure.quantity.start]
        return Reading("market_size", market_subject(before), as_of=own[-1].as_of if own else "", status="actual", subjects=())
    if second and len(money) > 1 and money[0] is not figure.quantity:
        start = money[money.index(figure.quantity) - 1]
        of_start = [d for d in dates if d.end <= start.start][-1:]
        rest = [d for d in dates if d not in of_start and d.start <= figure.quantity.start] or [
            d for d in dates if d not in of_start
        ]
        return Reading("market_size", market_subject(before), as_of=rest[-1].as_of if rest else "", subjects=())
    return None


@reads("money", "count", "number", where=_SPEAKS_OF_A_MARKET)
def market_worth(figure: Figure) -> Reading | None:
    """Read the size of a market: 中国AI视频市场规模将达到200亿元, 一个千亿美元的市场."""
    if figure.quantity.kind != "money":
        return _market_without_currency(figure)
    if (figure.quantity.high or figure.quantity.low or 0) < _LEAST:
        return None  # a 零亿美元市场 is one that is still to come, 3万元 on a market is a price
    line = _TIMES.sub("", _line_of(figure))
    named = _IS_WORTH.search(line)
    if (
        named
        and not has(r"[好高低优弱强]于|不及|符合|[对向给]|用于|投入|投资|宣布", named.group("market"))
        and not has(r"市场(?:一致|普遍)?(?:预期|预估)的?$", line)
    ):
        subject = market_subject(named.group("market") + "规模") or named.group("market")
        return Reading("market_size", subject, subjects=())
    if _GROWS_TO.search(_TIMES.sub("", figure.left)) and not has(r"营收|收入|份额|利润|估值|市值", figure.left):
        return Reading("market_size", market_subject(_TIMES.sub("", figure.left)), subjects=())
    if has(_SIZE_NOUN, figure.near_left) and not has(
        r"融资|估值|市值|投资|营收|收入|公司规模|基金规模|团队规模", figure.near_left
    ):
        subject = market_subject(figure.left) or market_subject(figure.before)
        if subject or has(r"市场|产业|行业|赛道", figure.before):
            return Reading("market_size", subject, subjects=())
    market = _sold_by_all(figure) or _told_of_trade(figure) or _market_behind(figure)
    return Reading("market_size", market, subjects=()) if market else None


def _line_of(figure: Figure) -> str:
    """Give the words a figure completes, with what stands before the colon of a line: 全球某市场:2030年看90亿美元."""
    line = re.search(r"^[^，,。；;：:]{2,24}(?:市场|产业|行业|赛道)(?:规模)?[：:]", figure.before)
    return (
        line.group() + figure.near_left.rpartition("：")[2]
        if line and not has(r"[，,。；;]", figure.before)
        else figure.near_left
    )


_TRADE = re.compile(
    rf"(?P<trade>[A-Za-z一-鿿]{{2,14}}?)的?(?:这个)?(?:盘子|大盘子|生意|蛋糕)(?:{HOW_FAR}|[，,])*$"
    rf"|(?P<small>[A-Za-z一-鿿]{{2,12}}?)(?:仍|还|目前|如今|依然|只|就)*是(?:一?个|一块)?[^，,。；;]{{0,4}}?市场[，,](?:{HOW_FAR}|不过)*$"
)


def _told_of_trade(figure: Figure) -> str:
    """Give the trade whose size a clause tells by another word: 某服务的盘子会做到1500亿元, 某某还是个小市场,去年不过8亿."""
    told = _TRADE.search(_TIMES.sub("", figure.before))
    if told:
        trade = told.group("trade") or told.group("small")
        return re.sub(r"^.*(?:预计|认为|称|估计|把|将)", "", trade) + "市场"
    piece = re.search(r"(?P<trade>[A-Za-z一-鿿]{2,10}?)这块$", figure.near_left)
    return (
        piece.group("trade") + "市场" if piece and has(r"^(?:级|规模)?的?(?:大)?(?:蛋糕|生意|市场)", figure.near_right) else ""
    )


def _sold_by_all(figure: Figure) -> str:
    """Give the market of which all that is sold or spent is told: 全球芯片销售额, AI芯片的行业收入, 短剧市场的总收入."""
    whole = re.search(
        r"(?P<market>(?:全球|中国|国内|美国)[A-Za-z一-鿿]{2,8}?)的?(?:销售额|支出(?:额|规模)?)[^，,。；;]{0,10}$",
        figure.near_left,
    )
    named = bool(figure.passage.names_in(figure.clause.start, figure.quantity.start))
    if whole and not named:
        return whole.group("market")
    goods = re.search(
        rf"(?:^|[，,。；;：:的]|预计)(?P<market>[A-Za-z一-鿿]{{0,10}}?{_GOODS})的?(?:全球|全国|全行业|行业|市场)?(?:总)?(?:销售额|(?<=全球)收入|(?<=行业)收入|(?<=市场)收入)",
        _TIMES.sub("", figure.left),
    )
    if goods and not named:
        return goods.group("market")
    sold = re.search(
        r"(?P<market>[A-Za-z一-鿿]{2,10}(?:市场|行业|产业))的?(?:总)?(?:销售额|收入|营收|支出)[^，,。；;]{0,8}$",
        figure.near_left,
    )
    return sold.group("market") if sold else ""


def _market_behind(figure: Figure) -> str:
    """Give the market that a sum is the size of: 一个千亿美元的短剧市场, 百亿级赛道."""
    ahead = re.match(
        r"(?:级别?|规模)?的?(?:巨大|庞大|潜在|大)?[^，,。；;的]{0,10}?(?:市场|产业|赛道|(?<=的)(?:大)?(?:生意|盘子|蛋糕))(?!份额|占)",
        figure.near_right,
    )
    verb = ahead and has(
        r"^(?:级别?|规模)?的?(?:支持|用于|扶持|发展|推动|投入|布局|押注|进军|打造|投向|培育|建设)", ahead.group()
    )
    if not ahead or verb or has(r"投资|融资|投入|估值|市值", figure.near_left):
        return ""
    of_trade = market_subject(figure.left + "规模") if has(r"(?:生意|盘子|蛋糕)$", ahead.group()) else ""
    return of_trade or re.sub(r"^(?:级别?|规模)?的?", "", ahead.group())


def _market_without_currency(figure: Figure) -> Reading | None:
    """Read 一个千亿级的市场: a large number that only a market can be."""
    quantity = figure.quantity
    if quantity.kind not in ("count", "number") or quantity.unit or (quantity.low or 0) < _LEAST_MARKET:
        return None
    ahead = re.match(
        r"(?:级别?|规模)?的?(?:巨大|庞大|潜在|新|大)*(?P<market>[^，,。；;的]{0,10}?(?:市场|赛道|产业|蓝海))(?!份额|占)",
        figure.near_right,
    )
    level = "级" in quantity.surface or has(r"^(?:级|规模)", figure.near_right)
    return Reading("market_size", ahead.group("market"), subjects=(), kind_money=True) if ahead and level else None


_USES = (
    r"采用|使用|放进|纳入|嵌入|借助|依靠|依赖|上手|常用|会用|在用|拥抱|用AI|靠AI|用来|用它|拿它|"
    r"拿来|拿AI|投放过|接触过|应用|部署|生成|制作|创作|引入|接入|用上|用过|用了|试用|尝试|[用由靠]AI"
)
_TAKEN_UP = r"AI|AIGC|人工智能|大模型|机器|文生视频|视频生成|生成工具|国产[芯晶]片|国产算力"


@reads("percent", "ratio")
def share_that_adopts(figure: Figure) -> Reading | None:
    """Read which part of a whole uses or is made by AI: 六成广告片将由AI制作, 渗透率达到30%."""
    if has(r"渗透率|普及率|使用率|采用率|覆盖率", figure.near_left[-14:] + figure.near_right[:8]):
        return Reading("adoption_share", _adopted(figure) or market_subject(figure.left))
    ahead = re.match(
        r"(?:左右|以上)?的?([^，,。；;]{1,16}?)(?:都|均|已经?|将|会|正在|正|开始|是由|由|把|靠|借助|说|投放|用来|拿|选择|承认|坦言|拥抱|来自|计划|在|采用|使用|表示|过去|曾|目前|每[天周月]|近一?年|用过|用)",
        figure.near_right,
    )
    if has(r"也许|或许|说不定|有朝一日", figure.before):
        return None
    whole = _whole_that_uses(figure)
    if whole:
        return Reading("adoption_share", whole)
    users = re.search(
        r"占(?:了|到)?(?P<who>[A-Za-z一-鿿]{2,8}?)(?:的?总数|的?总量|整体|人数)?的(?:约|近|逾|超过?)*$", figure.near_left
    )
    if (
        users
        and has(r"使用|采用|用过|用上|试用", figure.before)
        and has(_TAKEN_UP, figure.before)
        and not has(r"收入|利润|成本|支出|市场", figure.near_left)
    ):
        return Reading("adoption_share", users.group("who"))
    made = _TAKEN_UP
    if ahead and has(_USES, figure.after[:40]) and has(made, figure.sentence) and not has(_NO_WHOLE, ahead.group(1)):
        who = ahead.group(1).strip().removeprefix("的")
        return Reading("adoption_share", "" if _LEADS.fullmatch(who) else who)
    return None


_LEADS = re.compile("(?:已经?|都|均|也|则|就|将|会|正|还|仍)+")
_OF_WHOLE = re.compile(
    r"(?P<who>[A-Za-z一-鿿]{2,8}?)(?:里面?|之?中|当中|之内)[，,]?(?:已经?|有|约|近|超过?|逾|大约|至少|就|也)*$"
)
_SHARE_OF_USE = re.compile(
    rf"(?P<who>[A-Za-z一-鿿]{{2,10}}?)(?:里面?|中|对|内)?[^，,。；;]{{0,4}}(?:{_USES})[^，,。；;]{{0,14}}?的?(?:比例|占比|比率)(?:{HOW_FAR}|升到|升至|已)*$"
    rf"|(?:{_USES})[^，,。；;]{{2,14}}的(?P<user>[A-Za-z一-鿿]{{2,8}}?)的?(?:比例|占比|比率|占)(?:{HOW_FAR}|升到|升至|已)*$"
)
_LEADS_IN = re.compile(
    r"^.*(?:受访的?|接受调查的?|被访的?|上线的|发布的|播出的|的|平台上|显示|每[天周月]|过|上)(?=[A-Za-z一-鿿]{2})"
)
_NO_WHOLE = r"资金|股份|算力|金额|收入|利润|成本|支出|市场|份额|时间|预算|营收"


def _whole_that_uses(figure: Figure) -> str:
    """Give the whole of which a part uses AI, where it stands before the part: 短剧里,四成用了AI; 采用AI制图的比例升到55%."""
    share = _SHARE_OF_USE.search(figure.near_left)
    if share and has(_TAKEN_UP, figure.near_left) and not has(_NO_WHOLE, figure.near_left):
        who = share.group("user") or share.group("who")
        return _LEADS_IN.sub("", who)
    bracketed = re.search(r"(?P<who>[A-Za-z一-鿿]{2,6})[（(]$", figure.left)
    if bracketed:
        whole = re.sub(r"^.*(?:[半成多余]数?|的)", "", bracketed.group("who"))
        uses = has(_USES, figure.after[:30]) and has(_TAKEN_UP, figure.after[:40])
        return whole if uses and has(r"^\s*[)）]", figure.after) and len(whole) > 1 else ""
    made = re.search(r"(?P<who>[A-Za-z一-鿿]{2,12})(?:里|中)?[，,](?:有|约|近|超过?|逾|已)*$", figure.before)
    if made and has(r"^(?:左右|以上)?的?(?:都|均)?(?:出自|由|来自|是由?|靠)\s?(?:AI|人工智能)", figure.near_right):
        return _LEADS_IN.sub("", made.group("who"))
    among = _OF_WHOLE.search(figure.before[-24:])
    if (
        not among
        or not has(rf"^(?:左右|以上)?的?[^，,。；;]{{0,8}}?(?:{_USES})", figure.near_right)
        or not has(_TAKEN_UP, figure.after[:40])
    ):
        return ""
    return "" if has(_NO_WHOLE, figure.left) else _LEADS_IN.sub("", among.group("who"))


def _adopted(figure: Figure) -> str:
    found = re.search(r"([A-Za-z一-鿿]{2,12})的?(?:渗透率|普及率|使用率|采用率|覆盖率)", figure.left)
    return found.group(1).removesuffix("的") if found else ""


@reads("money", "count", "number", where=_SPEAKS_OF_TAKINGS)
def box_office(figure: Figure) -> Reading | None:
    """Read takings at the box office: 国庆档票房突破20亿."""
    if has(r"票房", figure.near_left + figure.near_right[:8]) or (
        has(r"(?:档|单日|首日|全国|当日)[^，,。；;]{0,4}大盘[^，,。；;]{0,6}$", figure.near_left)
        and not has(r"点|指数", figure.near_right[:4])
    ):
        subject = re.search(r"([A-Za-z一-鿿《》0-9]{2,14}?)的?(?:总|累计|电影)?票房", figure.left)
        title = re.search(r"《[^《》]{2,20}》", figure.before)
        season = subject and re.search(r"档|全国|大盘|年度", subject.group(1))
        named = title.group() if title and not season else _trim(subject.group(1)) if subject else ""
        season_told = re.search(r"[一-鿿]{2,4}档", figure.left) if not named else None
        named = named or (season_told[0] if season_told else "")
        return Reading("box_office", f"{named}票房" if named else "", kind_money=True)
    return None


def _trim(subject: str) -> str:
    return re.sub(r"^(?:.*(?:引领下|今年|去年|其中|目前|截至))?(?:的)?", "", subject) or subject


RULES: tuple[Rule, ...] = (box_office, from_year_to_year, share_of_market, share_that_adopts, rate_of_growth, market_worth)
