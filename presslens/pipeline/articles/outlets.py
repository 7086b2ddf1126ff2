"""Know outlets by every name they print, and by the key a feed files them under."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from presslens import lexicon
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.patterns import searched

_DECORATION = re.compile(r"[《》〈〉「」【】\"“”\s]")
# What an outlet prints behind its name: the part of its house, or its account's.
_SUFFIX = searched(
    r"(?:官方)?(?:客户端|app|App|APP|报道|消息|数据频道|财经云|新闻云|新闻网|新闻台|频道|中文网?|观察|头条|网|新闻|号|公众号|微信公众号|官方账号|官微|头条号|财经|科技|智库|新花城|编辑部|报社|社|新闻中心|(?:科技|财经|商业|产业|国际|消费|汽车)组|基地)$"
)

# An outlet that no lexicon has, by what papers, stations and accounts call themselves.
_MAY_BE_OUTLET = re.compile(
    r"[\w·]{1,8}(?:日报|日報|晚报|晚報|早报|早報|时报|時報|周报|週報|商报|商報|晨报|晨報|新闻|新聞|周刊|週刊|杂志|雜誌|传媒|傳媒|通讯社|通訊社|财经|財經|在线|在線|资讯|資訊"
    r"|前線|前线|观察|觀察|评论|評論|研究社|研究所|头条|頭條|网|網|電台|电台|電視|电视|視界|视界|电讯|電訊|快报|快報|研究院|实验室|實驗室|工作室|智库|智庫|笔记|筆記|内参|內參)"
    r"|(?:[A-Z][\w.]*[ ]?){1,2}(?:Daily|Weekly|News|Times|Post|"
    r"Journal|Lab|Media|Insights?|Review|Digest|Today|Wire|Report|Letter|Magazine)"
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: its name, whether it only passes on what others write, what 元 alone means there, whether others quote it."""

    name: str
    platform: bool = False
    currency: str = "CNY"
    quoted: bool = False


@lru_cache(maxsize=4096)
def outlet_named(name: str) -> Outlet | None:
    """Find an outlet by a name, an alias or a feed's key, in either script and with its brackets.

    >>> outlet_named("《每日經濟新聞》").name, outlet_named("iThome").name
    ('每日经济新闻', 'iThome電腦報')
    """
    key = _key(name)
    bare = _SUFFIX.sub("", key)
    # 財經頻道 and 財經消息 are of whatever outlet.
    return _outlets().get(key) or (None if bare == "财经" else _outlets().get(bare))


def outlet_filed(name: str) -> Outlet | None:
    """Find an outlet by the key that a feed files it under, letter for letter, else by a name that it prints.

    >>> outlet_filed("ithome").name, outlet_filed("iThome").name
    ('IT之家', 'iThome電腦報')
    """
    return _by_key().get(name) or outlet_named(name)


def known_at_end(name: str) -> str:
    """Give the known outlet of four characters or more on which a name ends; the name itself where it ends on none.

    >>> known_at_end("某某集團經濟日報"), known_at_end("某某集團")
    ('經濟日報', '某某集團')
    """
    return next((name[at:] for at in range(len(name) - 3) if outlet_named(name[at:])), name)


def is_outlet(line: str) -> bool:
    """Tell whether a line is an outlet's name and nothing else."""
    return len(line) <= 24 and line[-1:] not in "。，：；！？,:;!?" and outlet_named(line) is not None


def may_be_outlet(name: str) -> bool:
    """Tell a name that has the form of an outlet's, in no lexicon though it is.

    >>> may_be_outlet("某某觀察"), may_be_outlet("林小明")
    (True, False)
    """
    return _MAY_BE_OUTLET.fullmatch(name) is not None


def _key(name: str) -> str:
    return _DECORATION.sub("", matching_copy(name)).lower()


@cache
def _outlets() -> Mapping[str, Outlet]:
    known: dict[str, Outlet] = {}
    rows = lexicon.table("outlets.toml")["outlet"]
    for row in rows:
        outlet = _outlet(row)
        for name in (row["name"], row["english"], *row.get("aliases", ())):
            other = known.setdefault(_key(name), outlet)
            if other != outlet:
                raise ValueError(f"outlets.toml lists {name} under {other.name} and under {outlet.name}.")
    # A feed may file one outlet under what another prints as its name.
    return {_key(key): _outlet(row) for row in rows for key in row.get("keys", ())} | known


@cache
def _by_key() -> Mapping[str, Outlet]:
    known: dict[str, Outlet] = {}
    for row in lexicon.table("outlets.toml")["outlet"]:
        for key in row.get("keys", ()):
            if known.setdefault(key, _outlet(row)).name != row["name"]:
                raise ValueError(f"outlets.toml files two outlets under {key}.")
    return known


def _outlet(row: Mapping[str, Any]) -> Outlet:
    return Outlet(row["name"], row.get("platform", False), row.get("currency", "CNY"), row.get("quoted", False))
