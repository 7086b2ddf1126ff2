"""Names that no lexicon lists but whose form gives them away: …科技, a product in quotation marks, capitalised Latin."""

from __future__ import annotations

import re

from presslens.lexicon import Hit, cue, words
from presslens.model import Article, EntityKind, Sentence
from presslens.pipeline.cutting import is_word, tagger
from presslens.pipeline.facts.coined import NAMING_TAGS
from presslens.pipeline.gates import Gated

# Behind a digit a measure word stands first, and no name: 23岁探索量化交易.
UNKNOWN_COMPANY = Gated(
    r"(?<![一-鿿\d])[一-鿿]{2,6}(?:科技|智能|集团|公司|资产|量化|股份|控股|光电|资本|创投|半导体|微电子|网络|软件|传媒|影业)(?![一-鿿]{0,1}(?:研发|领域|行业|产业|市场|巨头|板块|指数|设备|材料|芯片|制造|厂商))"
)
# 来自杭州的云栖科技: after what describes it a firm's name is short, and its ending must be one of firms alone.
_DESCRIBED_COMPANY = Gated(
    r"(?:(?<=[的司业企队])|(?<=还有)|(?<=例如)|(?<=比如)|(?<=包括)|(?<=诸如))[一-鿿]{2,4}(?:科技|智能|集团|资本|创投|半导体|微电子|光电|传媒|影业|控股|股份)(?![一-鿿]{0,1}(?:研发|领域|行业|产业|市场|巨头|板块|指数|设备|材料|芯片|制造|厂商))"
)
_COMMON_SKILL = re.compile(
    r"^(?:通用|具身|群体|商业|视觉|空间|机器|端侧|边缘|感知|认知|决策|类人|超级|生成|工业|前沿|核心|高科|硬核|先进|最新|数字|社会|风险|国际|海外|跨国|大型|相关|自动|未来)"
)
UNKNOWN_QUOTED = Gated(r"[“「]([A-Za-z0-9一-鿿·. \-]{2,12})[”」]")
_KIND_BEFORE = ("模型", "应用", "工具", "助手", "软件", "平台", "APP", "App")
_KIND_AFTER = re.compile(r"(?:视频|生成|语言|多模态|视频生成)?大?模型(?!行业|市场|企业|公司)")
_NO_FIRM = re.compile(
    r"^占|表示|透露|作价|净资产|总资产|固定资产|流动资产|认定|指控|要求|禁止|批准|起诉|处罚|担心|认为|相信|怀疑|人工智能|横跨|今天|到|^(?:数据库|办公|社交|剪辑|编辑|开源|应用|图像|绘画|翻译|管理|设计|情报|制作|防务|演示|视频)[^，]*软件|[的了是在和与为对被将把从让向及等这那其年月日个家们该但她他它信更最很不也就都又还未并]|^(?:科技|互联网|芯片|游戏|投资|软件|影视|传媒|技术|半导体|大型|头部|创业|制造|设计|生物|医药|汽车|金融|云计算)(?:公司|集团)$|^(?:凭借|利用|通过|关于|以及|国内|这些|其他|高新|网络|上市|初创|创业|子|母|分|大|小|[亿万]|相关|如果|算上|多家|某)|^(?:所有|众多|许多|部分|全部|各|每|一位|建立|成立)|(?:创业|初创|上市|跨国|龙头|母|子)公司$"
)
_OF_MODELS = Gated(r"模型|参数|分辨率|帧率|架构|推理|生成(?!式)|训练")
_OF_FIRMS = re.compile(
    r"\s?(?:公司|集团|的?CEO|创始人|宣布|称|团队|收购|投资|领投|融资|估值|市值|股价|营收|财报|[(（][A-Z:：. ]+[)）])"
)
# GB300 is what somebody makes, never who makes it.
_CHIP = re.compile(r"[A-Z]{1,5}[- ]?\d{1,4}[A-Za-z]{0,2}")
_SPEAKS = re.compile(r"\s?(?:认为|指出|透露|强调|提到|补充|坦言|回忆|解释|说(?!明)|表示)")
_TITLE_BEFORE = re.compile(rf"(?:{cue('titles_of_people')})(?:[^，,。；;、()（）]{{2,10}}[(（])?\s?$")
UNKNOWN_LATIN = Gated(
    r"[A-ZÀ-Þ](?<![A-Za-zÀ-ÿ0-9.\-/].)[A-Za-zÀ-ÿ0-9]*(?:[.\-][A-Za-zÀ-ÿ0-9]+)*"
    r"(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ0-9.\-]*){0,2}(?: mini)?(?![A-Za-zÀ-ÿ0-9])"
)
_FORMS = (UNKNOWN_COMPANY, _DESCRIBED_COMPANY, UNKNOWN_QUOTED, UNKNOWN_LATIN)
_ANY_FORM = sum(pattern.bit for pattern in _FORMS)
_NO_BEGINNING = frozenset({"v", "c", "d", "p", "r", "t", "m", "f", "u"})
_OF_ANY_WORD = ("公司", "软件")
# What models are scored by is not what the score is said of.
_BENCHMARK = re.compile(r"Bench|Eval(?![a-z])|MMLU|GSM8K|GPQA|AIME|MATH-|Leaderboard")
_OF_A_COUNTRY = re.compile(rf"(?:{cue('regions')}|[一-鿿][国洲])(?:公司|集团|科技公司)")
_A_WORD, _SPENT = 3, ("支出", "开支", "用量", "投入")
_TICKER = re.compile(r"[A-Z]{1,6}\.(?:US|HK|SH|SZ|TW|KS)")
_ROUND = re.compile(r"(?:Pre-?)?(?:[A-H]|IPO)\d?")
NOT_A_NAME = words("not_names.txt")
_SHORTEST_NAME = 2


def with_unlisted(article: Article, sentence: Sentence, known: list[Hit], mark: int) -> list[Hit]:
    """Add names that no lexicon lists but whose form gives them away (…科技, capitalised Latin names)."""
    if not mark & _ANY_FORM:
        return known
    covered = [(hit.start, hit.end) for hit in known]
    added = []
    for pattern in _FORMS:
        if not mark & pattern.bit:
            continue
        for match in pattern.finditer(article.match, sentence.start, sentence.end):
            group = match.lastindex or 0
            surface = match.group(group).strip(" .-")
            start, end = match.start(group), match.start(group) + len(surface)
            if len(surface) < _SHORTEST_NAME or any(low < end and start < high for low, high in covered):
                continue
            named = can_name(surface) and not _is_mark(surface, article.match, start, end)
            if named and _fits(pattern, match, surface, article, known):
                added.append(Hit(start, end, surface, _kind_unknown(article, sentence, start, end, pattern)))
                covered.append((start, end))
    return sorted([*known, *added], key=lambda hit: hit.start) if added else known


def _fits(pattern: Gated, found: re.Match[str], surface: str, article: Article, known: list[Hit]) -> bool:
    """Tell whether what a form gives away can be a name of its kind where it stands."""
    if pattern is UNKNOWN_LATIN:
        return True
    if pattern is UNKNOWN_QUOTED:
        return _is_called_product(article.match, found)
    if pattern is _DESCRIBED_COMPANY and _COMMON_SKILL.search(surface):
        return False
    end = found.start() + len(surface)
    if _NO_FIRM.search(surface) or _begins_otherwise(surface) or _OF_A_COUNTRY.fullmatch(surface):
        return False
    return not (_names_follow(article, end, known) or _goes_on(article.match, found.start(), end))


def fits_firm(surface: str) -> bool:
    """Tell whether what ends like a firm's name can be one.

    >>> fits_firm("云栖科技"), fits_firm("人工智能")
    (True, False)
    """
    return not (_COMMON_SKILL.search(surface) or _NO_FIRM.search(surface) or _begins_otherwise(surface))


def _is_mark(surface: str, text: str, start: int, end: int) -> bool:
    """Tell whether capitals name nothing: a share's sign behind a colon, a word with the number of a list's next item."""
    ticker = surface.isupper() and re.search(r"[:：]\s?$", text[max(0, start - 2) : start])
    # “AI3. 🛰 …”: the number opens the next item of a list.
    return bool(ticker) or (surface[-1].isdigit() and surface[:-1] in NOT_A_NAME and text[end : end + 1] == ".")


def _begins_otherwise(surface: str) -> bool:
    """Tell whether what ends like a firm's name begins with a word that no name begins with: 使得公司, 预计公司."""
    word, tag = next(iter(tagger()(surface)))
    ending = surface[len(word) :]
    only_a_word = ending in _OF_ANY_WORD and tag not in NAMING_TAGS and is_word()(word)
    return len(word) > 1 and (tag in _NO_BEGINNING or only_a_word)


def _is_called_product(text: str, quoted: re.Match[str]) -> bool:
    """Tell whether what stands in quotation marks is named as a product: 模型“墨影”, 「墨影」大模型."""
    before = text[max(0, quoted.start() - 3) : quoted.start()]
    return before.endswith(_KIND_BEFORE) or _KIND_AFTER.match(text, quoted.end()) is not None


def can_name(surface: str) -> bool:
    """Tell whether a Latin form can name something: Figure AI can, AI and AI Agent cannot.

    >>> can_name("Figure AI"), can_name("AI Agent"), can_name("Pre-A")
    (True, False, False)
    """
    first = surface.split()[0].rstrip(".")
    return (
        first not in NOT_A_NAME
        and not _TICKER.fullmatch(surface)
        and not _ROUND.fullmatch(surface)
        and not surface.isdigit()
        and not _BENCHMARK.search(surface)
    )


def _kind_unknown(article: Article, sentence: Sentence, start: int, end: int, pattern: Gated) -> EntityKind:
    """Take an unlisted Latin name for a model where its sentence speaks of what models do, else for a company."""
    if pattern is UNKNOWN_QUOTED:
        return "model"
    speaks_of_models = _OF_MODELS.search(article.match, sentence.start, sentence.end)
    if pattern is UNKNOWN_LATIN and _TITLE_BEFORE.search(article.match, max(start - 18, sentence.start), start):
        return "person"
    if pattern is UNKNOWN_LATIN and _SPEAKS.match(article.match, end) and not _OF_FIRMS.match(article.match, end):
        return "person"
    if _CHIP.fullmatch(article.match[start:end]):
        return "model"
    acts_as_firm = _OF_FIRMS.match(article.match, end)
    return "model" if pattern is UNKNOWN_LATIN and speaks_of_models and not acts_as_firm else "company"


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether what ends like a firm's name is a part of a longer word: 高强度资本支出, 中资科技股."""
    if text.startswith(_SPENT, end):
        return True
    place = start
    for word, _ in tagger()(text[start : end + _A_WORD]):
        if place < end < place + len(word):
            return True
        place += len(word)
    return False


def _names_follow(article: Article, end: int, known: list[Hit]) -> bool:
    """Tell whether a kind of firm only introduces a name: 芯片设计公司Arm."""
    following = article.match[end : end + 2].lstrip()[:1]
    return (following.isascii() and following.isalpha()) or any(hit.start == end for hit in known)
