"""Names that a text marks where it introduces them: …公司「砚石微」, 远帆微(Farsail), 芯片K20; found wherever it prints them.

What marks a name is quotation marks, its English form in brackets behind it, which stands for it from there on, a number,
or what firms alone do; where it begins and ends, how often the text prints it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslens.lexicon import Hit, cue, names
from presslens.model import EntityKind
from presslens.pipeline.cutting import is_word, tagger
from presslens.pipeline.facts.bracketed import named_before
from presslens.pipeline.facts.tokens import words_of
from presslens.pipeline.facts.unlisted import NOT_A_NAME, fits_firm
from presslens.record import record

_FIRM_KINDS = cue("firms_by_kind")
_DOES = cue("what_firms_do")
_QUOTED_FIRM = re.compile(rf"(?:{_FIRM_KINDS})[“「『](?P<name>[A-Za-z0-9一-鿿·. \-]{{2,12}})[”」』]")
_CALLED_FIRM = re.compile(rf"(?:{_FIRM_KINDS})(?P<name>[一-鿿]{{2,8}})")
_IN_ANOTHER_TONGUE = re.compile(r"[(（](?P<other>[A-Z][A-Za-z0-9.\- ]{2,24})[)）]")
_DOING_FIRM = re.compile(rf"[，,。；;：:！!？?\n」”）)、 由与和据对让](?P<name>[一-鿿]{{2,7}}?)(?:{_DOES})")
_THINGS = r"模型|[芯晶]片|系统|版本|产品|引擎|工具|处理器|系列|训练卡|加速卡|推理卡|机器人|智能体|助手|应用|平台"
_CHARACTERS = r"[A-Za-z0-9一-鿿·. \-]{2,12}"
_NUMBERED = re.compile(
    rf"(?:{_THINGS}|推出|发布|开源|上线|新一代|名为)[“「]?"
    r"(?P<name>(?P<base>[一-鿿]{2,4}?)[- ]?[vV]?\d{1,2}(?P<minor>\.\d{1,2})?)"
    r"(?![\d年月日号%％万亿秒分元美个家倍天人岁点期轮次百千款、,.D])"
)
_QUOTED_PRODUCT = re.compile(
    rf"(?:{_THINGS}|App|APP)[“「『](?P<name>{_CHARACTERS})[”」』]"
    rf"|[“「『](?P<own>{_CHARACTERS})[”」』](?:系列|(?:视频|生成|语言|多模态|视频生成)?大?模型|[芯晶]片|训练卡|加速卡)"
)
_LATIN_PRODUCT = re.compile(
    r"(?:模型|[芯晶]片|系统|引擎|处理器|训练卡|加速卡|推理卡|智能体|机器人)[“「]?\s?"
    r"(?P<name>[A-Z][A-Za-z]*(?:[-.][A-Za-z0-9]+)*(?: ?\d[A-Za-z0-9.]*)?)(?![A-Za-z0-9])"
)
_SUFFIX = re.compile(r"(?:科技|智能|集团|资本|影业|半导体|微电子|(?<!微)电子|控股|传媒|光电|创投|运算)")
_ACTS = re.compile(rf"\s?(?:{_DOES})")
_TITLE_INSIDE = re.compile(rf"{cue('titles_of_people')}")
_MEASURED = re.compile(r"营收|收入|市值|估值|股价|融资|业务|利润|人工智能|市场")
_TITLE = re.compile(rf"(?:{cue('titles_of_people')})\s?$")
_TAIL = re.compile(
    r"(?:科技|智能|集团|资本|影业|公司|半导体|微电子|电子|股份|控股|传媒|网络|软件|信息|技术|时代|微|运算|影核|光电|创投|投资)$"
)
_PLACES = re.compile(
    r"^(?:北京|上海|深圳|广州|杭州|南京|成都|武汉|西安|苏州|合肥|香港|台湾|新加坡|美国|中国|韩国|日本|法国|英国|以色列|加拿大|德国|硅谷|本地|国内|国产|这|该|那)(?=.{2})"
)
_NO_PART = re.compile(
    r"[的了是在和与为对被将把从让向及等其个们该但她他它更最很不也就都又还未已曾你我们吗呢吧第前后上下内外年月日元万亿说并或因以于用有会正兼如]|^[中级到商]"
)
_BEFORE_A_NUMBER, _HAN = frozenset("约要有达到为近超至过破共仅只耗出价占分比需逾"), re.compile(r"[一-鿿]+")
_SHORTEST, _LONGEST, _LONGEST_RUN, _OFTEN = 2, 6, 14, 2


@record(frozen=True, slots=True)
class Introduced:
    """A name that an article introduces, with the other forms that it prints it in."""

    name: str
    kind: EntityKind
    forms: tuple[str, ...]


def marked_names(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Give every place of every name that a text marks where it introduces it, clear of the names known.

    >>> [(hit.name, hit.start) for hit in marked_names("芯片公司「砚石微」获投。砚石微不缺钱。", [])]
    [('砚石微', 5), ('砚石微', 12)]
    """
    found = list(_introduced(text, hits))
    covered = [(hit.start, hit.end) for hit in hits]
    added: list[Hit] = []
    forms = sorted(((form, one) for one in found for form in one.forms), key=lambda pair: -len(pair[0]))
    for form, one in forms:
        for place in _places(text, form):
            if not any(low < place + len(form) and place < high for low, high in covered):
                added.append(Hit(place, place + len(form), one.name, one.kind))
                covered.append((place, place + len(form)))
    return sorted(added, key=lambda hit: hit.start)


def _places(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    latin = form.isascii()
    while at >= 0:
        inside = latin and (
            (text[at - 1 : at].isalnum() and text[at - 1 : at].isascii())
            or (text[at + len(form) : at + len(form) + 1].isalnum() and text[at + len(form) : at + len(form) + 1].isascii())
        )
        if not inside:
            yield at
        at = text.find(form, at + len(form))


def _introduced(text: str, hits: Sequence[Hit]) -> Iterator[Introduced]:
    listed = {text[hit.start : hit.end] for hit in hits}
    seen: set[str] = set()
    for name, kind, other in (*_products(text), *_firms(text)):
        taken = name in seen or name in listed or _is_no_firm(name, kind)
        if taken or not _may_be_name(name) or (kind == "company" and names().find(name)):
            continue
        seen.add(name)
        forms = [name, *([other] if other and other not in listed else [])]
        short = _TAIL.sub("", name) if kind == "company" else ""
        if len(short) >= _SHORTEST and short != name and not is_word()(short) and text.count(short) > text.count(name):
            forms.append(short)
        yield Introduced(name, kind, tuple(forms))


def _firms(text: str) -> Iterator[tuple[str, EntityKind, str]]:
    for told in _QUOTED_FIRM.finditer(text):
        yield told.group("name"), "company", ""
    for at, run, told in named_before(text, _IN_ANOTHER_TONGUE, _LONGEST_RUN):
        name = _last_part(text, run)
        start = at + len(run) - len(name)
        person = text[start - 1 : start] == "·" or _TITLE.search(text, max(0, start - 8), start)
        firm = _TAIL.search(name) or re.search(_FIRM_KINDS, text[max(0, start - 8) : start]) or _ACTS.match(text, told.end())
        if name and firm and not person:
            yield name, "company", told.group("other").strip()
    for told in _CALLED_FIRM.finditer(text):
        name = _repeated(text, told.group("name"))
        if name and _holds_no_word(name):
            yield name, "company", ""
    for suffix in _SUFFIX.finditer(text):
        name = _with_suffix(text, suffix)
        if name:
            yield name, "company", ""
    for told in _DOING_FIRM.finditer(f"\n{text}"):
        name = _PLACES.sub("", told.group("name"))
        if text.count(name) >= _OFTEN and _holds_no_word(name):
            yield name, "company", ""


def _products(text: str) -> Iterator[tuple[str, EntityKind, str]]:
    for told in _QUOTED_PRODUCT.finditer(text):
        yield told.group("name") or told.group("own"), "model", ""
    for told in _NUMBERED.finditer(text):
        base = told.group("base")
        sure = told.group("minor") and all(tag.startswith("n") for _, tag in tagger()(base))
        if (sure or _may_be_name(base)) and base[-1] not in _BEFORE_A_NUMBER and not names().find(base):
            yield told.group("name"), "model", ""
            yield base, "model", ""
    for told in _LATIN_PRODUCT.finditer(text):
        if (
            told.group("name") not in NOT_A_NAME
            and re.search(r"[a-z\d]", told.group("name"))
            and not names().find(told.group("name"))
        ):
            yield told.group("name"), "model", ""


def _with_suffix(text: str, suffix: re.Match[str]) -> str:
    """Give the name that ends like a firm's, as long as the text prints it more than once: 代工厂云栩电子, 云栩电子."""
    for length in range(4, 1, -1):
        before = text[max(0, suffix.start() - length) : suffix.start()]
        name = before + suffix.group()
        if len(before) < length or not _HAN.fullmatch(before) or not _holds_no_word(before) or is_word()(name):
            continue
        if not fits_firm(name) or re.search(_FIRM_KINDS, before):
            continue
        if text.count(name) >= _OFTEN and text.count(name) * 2 > text.count(name[1:]):
            return name
    return ""


def _repeated(text: str, run: str) -> str:
    """Give the longest beginning of a run of characters that the text prints again as often as a shorter one."""
    best = ""
    for length in range(_SHORTEST, min(len(run), _LONGEST) + 1):
        times = text.count(run[:length])
        if times < _OFTEN:
            break
        best = run[:length]
    return best


def _last_part(text: str, run: str) -> str:
    """Give the name that a run of characters before a bracket ends with: behind the kind of firm, else what comes again."""
    kinds = list(re.finditer(rf"(?:{_FIRM_KINDS})|的|[是为由与和及]", run))
    cut = next((kind for kind in reversed(kinds) if kind.end() <= len(run) - _SHORTEST), None)
    if cut:
        run = run[cut.end() :]
    run = _PLACES.sub("", run)
    if len(run) <= _LONGEST:
        return run
    return next((run[-length:] for length in range(_LONGEST, _SHORTEST, -1) if text.count(run[-length:]) >= _OFTEN), "")


def _is_no_firm(name: str, kind: EntityKind) -> bool:
    """Tell whether what should be a firm's name is a title or what firms have."""
    return kind == "company" and bool(
        _TITLE_INSIDE.search(name) or _MEASURED.search(name) or re.search(rf"(?:{_FIRM_KINDS})", name)
    )


def _holds_no_word(name: str) -> bool:
    """Tell whether no word of the language stands in characters, but for the ending that firms' names have."""
    return not any(len(word) > 1 and is_word()(word) for word, _ in tagger()(_TAIL.sub("", name)))


def _may_be_name(name: str) -> bool:
    """Tell whether characters can be a name: no word of the language and nothing that only grammar holds."""
    if not re.search(r"[一-鿿]", name):
        return len(name) >= _SHORTEST
    if _NO_PART.search(name) or is_word()(name) or name in words_of("empty") or len(name) < _SHORTEST:
        return False
    return not all(is_word()(word) and len(word) > 1 for word, _ in tagger()(name)) or bool(_TAIL.search(name))
