"""One sentence laid open: its clauses, figures and names, and what stands around each figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from presslens.lexicon import Hit, cue, words
from presslens.model import Article, EntityKind, Quantity, Sentence
from presslens.pipeline.articles.split import dealt
from presslens.pipeline.cutting import tagger
from presslens.pipeline.facts.grammar import Opening
from presslens.pipeline.facts.nouns import Stated
from presslens.pipeline.facts.roles import Role, roles_of
from presslens.pipeline.facts.tokens import Span, Token, outside_brackets, tokens_in, whole
from presslens.pipeline.facts.versions import with_versions
from presslens.pipeline.gates import ALL_MARKS, Gated, marks
from presslens.record import computed_once, record

# 2000万美元(约合人民币1.4亿元)融资: what stands in the brackets parts no words from their figure.
_RESTATED = re.compile(
    r"^\s+|^\s?[(（](?:约合?|折合|合|相当于)[^()（）]{0,24}(?:[)）]|$)|^\s?[(（][\d.,]+\s?[万亿]*(?:[港美欧日韩]元|元|人民币)[)）]"
)
CLAUSE_END = re.compile(
    r"(?=[，,;；：:。！？!? .\d])"
    r"(?:[，;；：:。！？!?]|,(?!(?<=\d,)\d)|(?<=[一-鿿]) +(?=[一-鿿])|\d{0,2}\.\s?(?=[\U0001f300-\U0001faff]))"
)
_UP_TO = re.compile(r"\s*(?:左右|以上|多)?[,，]?(?:至|到|达到?)了?(?:约|近|超过?|逾)?\s*")

UNKNOWN_COMPANY = Gated(
    r"(?<![一-鿿])[一-鿿]{2,6}(?:科技|智能|集团|公司|资产|量化|股份|控股|光电|资本|创投|半导体|微电子|网络|软件|传媒|影业)(?![一-鿿]{0,1}(?:研发|领域|行业|产业|市场|巨头|板块|指数|设备|材料|芯片|制造|厂商))"
)
# 来自杭州的云栖科技: after what describes it a firm's name is short, and its ending must be one of firms alone.
_DESCRIBED_COMPANY = Gated(
    r"(?<=[的司业企队])[一-鿿]{2,4}(?:科技|智能|集团|资本|创投|半导体|微电子|光电|传媒|影业|控股|股份)(?![一-鿿]{0,1}(?:研发|领域|行业|产业|市场|巨头|板块|指数|设备|材料|芯片|制造|厂商))"
)
_COMMON_SKILL = re.compile(
    r"^(?:通用|具身|群体|商业|视觉|空间|机器|端侧|边缘|感知|认知|决策|类人|超级|生成|工业|前沿|核心|高科|硬核|先进|最新|数字|社会|风险|国际|海外|跨国|大型|相关|自动|未来)"
)
UNKNOWN_QUOTED = Gated(r"[“「]([A-Za-z0-9一-鿿·. \-]{2,12})[”」]")
_KIND_BEFORE = ("模型", "应用", "工具", "助手", "软件", "平台", "APP", "App")
_KIND_AFTER = re.compile(r"(?:视频|生成|语言|多模态|视频生成)?大?模型(?!行业|市场|企业|公司)")
_NO_FIRM = re.compile(
    r"^占|净资产|总资产|固定资产|流动资产|认定|指控|要求|禁止|批准|起诉|处罚|担心|认为|相信|怀疑|人工智能|横跨|今天|到|^(?:数据库|办公|社交|剪辑|编辑|开源|应用|图像|绘画|翻译|管理|设计|情报|制作|防务|演示|视频)[^，]*软件|[的了是在和与为对被将把从让向及等这那其年月日个家们该但她他它信更最很不也就都又还未]|^(?:科技|互联网|芯片|游戏|投资|软件|影视|传媒|技术|半导体|大型|头部|创业|制造|设计|生物|医药|汽车|金融|云计算)(?:公司|集团)$|^(?:凭借|利用|通过|关于|以及|国内|这些|其他|高新|网络|上市|初创|创业|子|母|分|大|小|[亿万]|相关|如果|算上|多家|某)|^(?:所有|众多|许多|部分|全部|各|每|一位|建立|成立)|(?:创业|初创|上市|跨国|龙头|母|子)公司$"
)
_OF_MODELS = Gated(r"模型|参数|分辨率|帧率|架构|推理|生成(?!式)|训练")
_OF_FIRMS = re.compile(
    r"\s?(?:公司|集团|的?CEO|创始人|宣布|称|团队|收购|投资|领投|融资|估值|市值|股价|营收|财报|[(（][A-Z:：. ]+[)）])"
)
_SPEAKS = re.compile(r"\s?(?:认为|指出|透露|强调|提到|补充|坦言|回忆|解释|说(?!明)|表示)")
_TITLE_BEFORE = re.compile(rf"(?:{cue('titles_of_people')})(?:[^，,。；;、()（）]{{2,10}}[(（])?\s?$")
UNKNOWN_LATIN = Gated(
    r"(?<![A-Za-zÀ-ÿ0-9.\-/])[A-ZÀ-Þ][A-Za-zÀ-ÿ0-9]*(?:[.\-][A-Za-zÀ-ÿ0-9]+)*"
    r"(?: [A-ZÀ-Þ][A-Za-zÀ-ÿ0-9.\-]*){0,2}(?: mini)?(?![A-Za-zÀ-ÿ0-9])"
)

_NO_BEGINNING = frozenset({"v", "c", "d", "p", "r", "t", "m", "f", "u"})

# What models are scored by is not what the score is said of.
_BENCHMARK = re.compile(r"Bench|Eval(?![a-z])|MMLU|GSM8K|GPQA|AIME|MATH-|Leaderboard")

NOT_A_NAME = words("not_names.txt")
_SHORTEST_NAME = 2


@record(frozen=True, slots=True)
class Clause:
    """One clause by its place in the matching copy."""

    start: int
    end: int


@record(frozen=True)
class Passage:
    """One sentence of the matching copy with everything found in it; offsets count from the start of the article."""

    article: Article
    no: int
    start: int
    end: int
    figures: tuple[Quantity, ...]
    names: tuple[Hit, ...]
    paragraph: int
    # Where names start that no lexicon has and that are surely products.
    products: frozenset[int] = frozenset()
    marks: int = ALL_MARKS

    @computed_once
    def roles(self) -> dict[int, Role]:
        """Tell what part each name plays, by where it starts."""
        return roles_of(self.text, self.names, self.start)

    def is_free(self, name: Hit, *, of_models: bool = False) -> bool:
        """Tell whether a name can be what the sentence speaks of; what is brought out can be where it speaks of models."""
        return self.roles[name.start] in (("free", "object") if of_models else ("free",))

    def may(self, pattern: Gated) -> bool:
        """Tell whether a pattern can match in the sentence, or in a part of it: whether it has the words for it."""
        return bool(self.marks & pattern.bit)

    @computed_once
    def text(self) -> str:
        """Give the sentence's matching copy."""
        return self.article.match[self.start : self.end]

    def between(self, start: int, end: int) -> str:
        """Give a stretch of the matching copy, cut to this sentence."""
        low = start if start > self.start else self.start
        return self.article.match[low : end if end < self.end else self.end]

    @computed_once
    def clauses(self) -> tuple[Clause, ...]:
        """Cut the sentence at commas, semicolons and colons, never inside a figure."""
        cuts = [self.start + mark.end() for mark in CLAUSE_END.finditer(self.text)]
        if self.figures:
            cuts = [place for place in cuts if not any(figure.start < place <= figure.end for figure in self.figures)]
        edges = [self.start, *cuts, self.end]
        return tuple(Clause(low, high) for low, high in pairwise(edges) if high > low)

    def tokens(self, clause: Clause) -> Sequence[Token]:
        """Give a clause's words with their parts of speech."""
        if clause.start not in self._tokens:
            self._tokens[clause.start] = tokens_in(self.text, self.start, self._spans, clause.start, clause.end)
        return self._tokens[clause.start]

    @computed_once
    def _tokens(self) -> dict[int, list[Token]]:
        return {}

    @computed_once
    def _spans(self) -> list[Span]:
        return whole(self.text, self.start, self.names, self.figures)

    def stated(self, number: int) -> tuple[Stated, ...]:
        """Give what a clause begins with, by its number: who is reported, and its subject."""
        if not self.clauses:
            return ()
        if number not in self._stated:
            clause = self.clauses[number]
            self._stated[number] = Opening(self._told(clause), self.names, self.roles, self.article.match).subjects()
        return self._stated[number]

    def _told(self, clause: Clause) -> Sequence[Token]:
        if ")" not in self.text and "）" not in self.text:
            return self.tokens(clause)
        return [token for token in self._outside_brackets if clause.start <= token.start < clause.end]

    @computed_once
    def _outside_brackets(self) -> list[Token]:
        return outside_brackets([token for clause in self.clauses for token in self.tokens(clause)])

    @computed_once
    def _stated(self) -> dict[int, tuple[Stated, ...]]:
        return {}

    def clause_at(self, place: int) -> int:
        """Tell the number of the clause that a place stands in."""
        for number, clause in enumerate(self.clauses):
            if clause.start <= place < clause.end:
                return number
        return len(self.clauses) - 1

    def names_in(self, start: int, end: int) -> list[Hit]:
        """List the names that stand whole in a stretch."""
        return [name for name in self.names if name.start >= start and name.end <= end]


@record(frozen=True)
class Figure:
    """One figure where it stands: what is before and after it in its sentence."""

    quantity: Quantity
    passage: Passage

    @computed_once
    def clause(self) -> Clause:
        """Give the clause the figure stands in."""
        return self.passage.clauses[self.passage.clause_at(self.quantity.start)]

    @computed_once
    def left(self) -> str:
        """Give the clause before the figure."""
        return self.passage.between(self.clause.start, self.quantity.start).rstrip()

    @computed_once
    def right(self) -> str:
        """Give the clause after the figure."""
        return self.passage.between(self.quantity.end, max(self.clause.end, self.quantity.end))

    @computed_once
    def near_left(self) -> str:
        """Give the clause before the figure, from the figure before it on."""
        earlier = [f for f in self.passage.figures if f.end <= self.quantity.start]
        start = max([self.clause.start, *(f.end for f in earlier if _parts(f) and not self._rises_to(f))])
        return self.passage.between(start, self.quantity.start).rstrip()

    def _rises_to(self, change: Quantity) -> bool:
        """Tell whether a change only leads to this figure: 营收增长25%至29亿美元 speaks of 营收 still."""
        leads = change.kind in ("percent", "ratio") and self.quantity.kind not in ("percent", "ratio")
        return leads and bool(_UP_TO.fullmatch(self.passage.between(change.end, self.quantity.start)))

    @computed_once
    def near_right(self) -> str:
        """Give the clause after the figure, up to the next figure."""
        ends = [f.start for f in self.passage.figures if f.start >= self._restated_end() and f.kind != "date"]
        return _RESTATED.sub("", self.passage.between(self.quantity.end, min([max(self.clause.end, self.quantity.end), *ends])))

    def _restated_end(self) -> int:
        """Tell where the figure ends with what restates it in brackets."""
        after = self.passage.between(self.quantity.end, self.passage.end)
        found = _RESTATED.match(after)
        return self.quantity.end + (found.end() if found else 0)

    @computed_once
    def before(self) -> str:
        """Give the whole sentence before the figure."""
        return self.passage.between(self.passage.start, self.quantity.start)

    @computed_once
    def after(self) -> str:
        """Give the whole sentence after the figure."""
        return self.passage.between(self.quantity.end, self.passage.end)

    def leads_to_next(self, length: int) -> bool:
        """Tell whether the words right after a figure run straight into the next one, to which they then belong."""
        following = [f.start for f in self.passage.figures if f.start >= self.quantity.end]
        stretch = self.passage.between(self.quantity.end, following[0]).lstrip() if following else ""
        between = stretch[length:] if following else "。"
        return re.fullmatch(r"(?:[\s为达到约超过近至是高逾了]|突破)*", between) is not None

    @property
    def sentence(self) -> str:
        """Give the whole sentence."""
        return self.passage.text


def _parts(figure: Quantity) -> bool:
    """Tell whether a figure parts the words before it from those after it: dates and 翻倍至 do not."""
    return figure.kind != "date" and not figure.surface.startswith("翻")


def passages(
    article: Article, sentences: Sequence[Sentence], quantities: Iterable[Quantity], hits: Iterable[Hit]
) -> Iterator[Passage]:
    """Lay every sentence of an article open, in order; `hits` are the lexicons' names in the whole of it."""
    figures, known = dealt(sentences, list(quantities)), dealt(sentences, list(with_versions(article.match, hits)))
    paragraph, last_end = 0, 0
    marked = marks(article.match, sentences)
    for (sentence, inside), (_, found), mark in zip(figures, known, marked, strict=True):
        paragraph += "\n" in article.match[last_end : sentence.start]
        last_end = sentence.end
        yield Passage(
            article,
            sentence.no,
            sentence.start,
            sentence.end,
            tuple(inside),
            tuple(_with_unknown(article, sentence, found, mark)),
            paragraph,
            marks=mark,
        )


def _with_unknown(article: Article, sentence: Sentence, known: list[Hit], mark: int) -> list[Hit]:
    """Add names that no lexicon lists but whose form gives them away (…科技, capitalised Latin names)."""
    covered = [(hit.start, hit.end) for hit in known]
    added = []
    for pattern in (UNKNOWN_COMPANY, _DESCRIBED_COMPANY, UNKNOWN_QUOTED, UNKNOWN_LATIN):
        if not mark & pattern.bit:
            continue
        for match in pattern.finditer(article.match, sentence.start, sentence.end):
            group = match.lastindex or 0
            surface = match.group(group).strip(" .-")
            start, end = match.start(group), match.start(group) + len(surface)
            if len(surface) < _SHORTEST_NAME or any(low < end and start < high for low, high in covered):
                continue
            if pattern is _DESCRIBED_COMPANY and _COMMON_SKILL.search(surface):
                continue
            if pattern is UNKNOWN_QUOTED and not _is_called_product(article.match, match):
                continue
            if pattern in (UNKNOWN_COMPANY, _DESCRIBED_COMPANY) and (
                _NO_FIRM.search(surface) or _begins_otherwise(surface) or _names_follow(article, end, known)
            ):
                continue
            ticker = surface.isupper() and re.search(r"[:：]\s?$", article.match[max(0, start - 2) : start])
            # “AI3. 🛰 …”: the number opens the next item of a list.
            item = surface[-1].isdigit() and surface[:-1] in NOT_A_NAME and article.match[end : end + 1] == "."
            if _is_name(surface) and not ticker and not item:
                added.append(Hit(start, end, surface, _kind_unknown(article, sentence, start, end, pattern)))
                covered.append((start, end))
    return sorted([*known, *added], key=lambda hit: hit.start)


def _begins_otherwise(surface: str) -> bool:
    """Tell whether what ends like a firm's name begins with a word that no name begins with: 使得公司."""
    word, tag = next(iter(tagger()(surface)))
    return len(word) > 1 and tag in _NO_BEGINNING


def _is_called_product(text: str, quoted: re.Match[str]) -> bool:
    """Tell whether what stands in quotation marks is named as a product: 模型“墨影”, 「墨影」大模型."""
    before = text[max(0, quoted.start() - 3) : quoted.start()]
    return before.endswith(_KIND_BEFORE) or _KIND_AFTER.match(text, quoted.end()) is not None


def _is_name(surface: str) -> bool:
    """Tell whether a capitalised form can name something: Figure AI can, AI and AI Agent cannot."""
    first = surface.split()[0].rstrip(".")
    return first not in NOT_A_NAME and not surface.isdigit() and not _BENCHMARK.search(surface)


def _kind_unknown(article: Article, sentence: Sentence, start: int, end: int, pattern: Gated) -> EntityKind:
    """Take an unlisted Latin name for a model where its sentence speaks of what models do, else for a company."""
    if pattern is UNKNOWN_QUOTED:
        return "model"
    speaks_of_models = _OF_MODELS.search(article.match, sentence.start, sentence.end)
    if pattern is UNKNOWN_LATIN and _TITLE_BEFORE.search(article.match, max(start - 18, sentence.start), start):
        return "person"
    if pattern is UNKNOWN_LATIN and _SPEAKS.match(article.match, end) and not _OF_FIRMS.match(article.match, end):
        return "person"
    acts_as_firm = _OF_FIRMS.match(article.match, end)
    return "model" if pattern is UNKNOWN_LATIN and speaks_of_models and not acts_as_firm else "company"


def _names_follow(article: Article, end: int, known: list[Hit]) -> bool:
    """Tell whether a kind of firm only introduces a name: 芯片设计公司Arm."""
    following = article.match[end : end + 2].lstrip()[:1]
    return (following.isascii() and following.isalpha()) or any(hit.start == end for hit in known)
