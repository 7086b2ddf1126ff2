"""Tell the persons in a credit from what else stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.pipeline.articles.names import is_person
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.script import matching_copy

ROLE = (
    r"(?:特约|特派|资深|高级|首席|实习|见习|主任|本报|本刊|驻.{2,4}|财经|科技|新闻)?"
    r"(?:记者|编辑|研究员|研究院|作者|撰稿人?|撰稿|评论员|主笔|通讯员|实习生|编译|译者|团队)"
)


# 小滿（實習, 志遠@某某主編, 夏雨綜合報導
_BEHIND_NAMES = re.compile(r"(?<=\w)(?:[（(].*|[ ]*@.+|[ ]?(?:综合|綜合)?(?:报道|报导|報道|報導)|[ ]+(?:发自|發自).*)$")


def names_in(who: str) -> str:
    """Give the persons that a file's head names, joined by 、; what is no name of a person stands as it is.

    >>> names_in("記者林小明, 王大文")
    '林小明、王大文'
    """
    return persons_in(who) or who.strip()


def persons_in(who: str) -> str:
    """Give the persons in a credit, joined by 、; what is no name of a person gives nothing."""
    who = _BEHIND_NAMES.sub("", who.strip(" “”\"'@()（）·-—"))
    who = _without_roles(who.strip(" “”\"'@()（）·-—"))
    parts = [part for part in re.split(r"[、,，&/／|｜]| (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) ", who) if part.strip()]
    parts = _joined_wide_names(parts)
    if not parts or len(parts) > 6 or any(not _may_be_person(part) for part in parts):
        return ""
    return "、".join(part.strip() for part in parts)


def _without_roles(who: str) -> str:
    match = matching_copy(who)
    before, after = re.match(rf"(?:{ROLE}[ ]*)?", match), re.search(rf"(?:[ ]*{ROLE})?$", match)
    return who[before.end() if before else 0 : after.start() if after else len(who)]


def _joined_wide_names(parts: Sequence[str]) -> list[str]:
    """Put `大 風`, a short name set wide, together again."""
    if len(parts) == 2 and all(len(part.strip()) == 1 for part in parts):
        return ["".join(part.strip() for part in parts)]
    return list(parts)


def _may_be_person(part: str) -> bool:
    part = part.strip()
    if (
        not part
        or outlet_named(part)
        or re.search(
            r"[。！？：:《》]|编辑|来源|公司|报道|\d{2,}|\d[年月日]|表示|认为|投稿|报导|中心$|编辑部|链接|主页|组委会|地址|官方|网友",
            matching_copy(part),
        )
    ):
        return False
    return len(part) <= (24 if part.isascii() else 10)


def all_look_like_names(names: str) -> bool:
    """Tell whether persons joined by 、 all have the form of a Chinese name."""
    return bool(names) and all(is_person(name) for name in names.split("、"))
