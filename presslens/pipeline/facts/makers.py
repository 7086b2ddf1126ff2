"""Who can be the maker of a model in a sentence: firms, firms named like their model, universities and laboratories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from presslens.lexicon import Hit, cue, table
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.products import ends_as_firms
from presslens.pipeline.facts.versions import listed_kind
from presslens.pipeline.gates import Gated

FIRMS_TOO = frozenset(table("cues.toml")["firms_named_like_their_model"])
_MAY_NAME_ONE = Gated(
    r"大学|研究|政府|实验室|理工|科学院|Research|Lab|MIT|CMU|NTU|[浙南武交]大|中科院|国科大|北航|哈工大|华科|伯克利|普林斯顿|麻省|复旦"
)
# Nvidia GPU上训练 names the chips a model was trained on.
_ONLY_ITS_GOODS = re.compile(r"^\s?(?:GPU|芯片|显卡|加速卡|算力|云(?!从)|平台上|[ABHL]\d{2,3}|服务器)")
_NO_INSTITUTION = re.compile(r"[的了等在是们位各名某这那]|国内|海外|今[天日年]|昨[天日]|多所|几所|顶尖|著名|知名")
_JOINED = re.compile(
    r"(?:科技|大学|团队|研究院|公司|等)?(?:正在?|将|已)?(?:和|与|、|联合|联手|携手|及|以及|/|×|[xX&+]|[,，](?:以及|和)?)(?:来自)?(?:了)?"
)
# 初创公司Lumen: what its kind introduces is a firm, whatever else its sentence speaks of.
_A_FIRM_BEFORE = re.compile(r"(?:公司|企业|创企|新创|初创|厂商|开发商|巨头|独角兽|实验室)\s?$")
# 由前某公司研究员创办的乙: only where its people came from.
_FORMER = re.compile(r"(?:(?<![日此目年以之月周天史])前|(?<![一-鿿])原|离开|曾任|曾在)\s?$")
_ITS_PEOPLE = re.compile(r"\s?[^，,。；;]{0,4}?(?:研究员|工程师|高管|员工|成员|科学家|出身)")
# 豆包大模型团队: a team named by its model.
_TEAM = re.compile(r"^\s?(?:大模型|视觉|视频|模型)*(?:团队|实验室)")
_LABORATORY = re.compile(r"^[A-Za-z ]{2,14}(?=[、和与及])")


# 联合岚山实验室: what joins it to whom stands before.
_LEADS = re.compile(r"^(?:而|.*(?:联合(?!国)|携手|联手))")


@cache
def _institutions() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![一-鿿A-Za-z])|(?<=[自由和与及、/的合是,，]))(?:{cue('institutions')})(?![A-Za-z生])(?=[^办])")


def makers_in(passage: Passage, *, of_chips: bool = False) -> list[Hit]:
    """Give every name of a sentence that can be a model's maker, or with `of_chips` a chip's, in order."""
    found = [
        name
        for name in passage.names
        if (name.kind == "company" and (listed_kind(name.name) == "company" or not name.name.isascii()))
        or name.name in FIRMS_TOO
        or (listed_kind(name.name) is None and _is_introduced(passage, name))
    ]
    found = [name for name in found if not only_worked_there(passage, name)]
    found = sorted([*found, *_teams(passage, found)], key=lambda hit: hit.start)
    if not of_chips:
        found = [name for name in found if not _ONLY_ITS_GOODS.match(passage.between(name.end, passage.end))]
    for match in _institutions().finditer(passage.text) if passage.may(_MAY_NAME_ONE) else ():
        start, end = passage.start + match.start(), passage.start + match.end()
        printed = _LEADS.sub("", match.group())
        start += len(match.group()) - len(printed)
        listed = any(start < name.end and name.start < end and listed_kind(name.name) for name in passage.names)
        if not listed and not _NO_INSTITUTION.search(match.group()):
            found = [name for name in found if name.end <= start or end <= name.start]
            if found and max(name.end for name in found) == start and match.group().isascii():
                continue  # 某大学MMLab is a laboratory of the university named already
            found.append(Hit(start, end, printed, "company"))
    return sorted(found, key=lambda hit: hit.start)


def only_worked_there(passage: Passage, firm: Hit) -> bool:
    """Tell whether a firm is named only as the one that somebody came from: 由前某公司研究员创办."""
    return bool(
        _FORMER.search(passage.between(firm.start - 3, firm.start))
        and _ITS_PEOPLE.match(passage.between(firm.end, firm.end + 10))
    )


def _is_introduced(passage: Passage, name: Hit) -> bool:
    """Tell whether a name that no lexicon lists is a firm's by the kind before it or by its own end."""
    if _A_FIRM_BEFORE.search(passage.between(name.start - 4, name.start)):
        return True
    by_end = name.kind in ("model", "company") and name.start not in passage.products
    return by_end and ends_as_firms(name.name)


def _teams(passage: Passage, firms: list[Hit]) -> Iterator[Hit]:
    """Give the teams named by a model or a person where no firm is printed right before: 豆包大模型团队, 李飞飞团队."""
    for name in passage.names:
        if name.kind not in ("model", "person") or name.name in FIRMS_TOO or "团队" not in passage.text:
            continue
        team = _TEAM.match(passage.between(name.end, name.end + 10))
        held = any(
            passage.between(firm.end, name.start).strip() in ("", "的", "旗下", "旗下的")
            for firm in firms
            if firm.end <= name.start
        )
        if team and not held and listed_kind(name.name):
            end = name.end + team.end()
            yield Hit(name.start, end, passage.between(name.start, end), "company")


def joined_before(passage: Passage, maker: Hit, before: list[Hit]) -> list[Hit]:
    """Add the partners named just before: 清华大学联合生数科技, 甲、乙和丙."""
    partners: list[Hit] = []
    last = maker
    for other in reversed(before):
        if (
            other.end <= last.start
            and other.name not in FIRMS_TOO
            and _JOINED.fullmatch(passage.between(other.end, last.start).strip())
        ):
            partners.insert(0, other)
            last = other
    return [partner for partner in partners if partner.name != maker.name]


def joined_after(passage: Passage, maker: Hit, after: list[Hit]) -> list[Hit]:
    """Add the partners named just behind: 由甲大学、乙和丙的研究人员提出."""
    partners: list[Hit] = []
    last = maker
    for other in after:
        gap = _LABORATORY.sub("", passage.between(last.end, other.start).strip())
        if other.start >= last.end and _JOINED.fullmatch(gap):
            partners.append(other)
            last = other
    return partners
