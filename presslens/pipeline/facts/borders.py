"""Where a noun phrase begins and ends among the words of a clause, and which noun a relative clause tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presslens.pipeline.facts.counted import counts_bodies, holds_bodies, holds_noun
from presslens.pipeline.facts.nouns import QUOTES
from presslens.pipeline.facts.sound import NOUNS, OF, SUFFIXES
from presslens.pipeline.facts.tokens import COUNT, NAME, TIME, Token, words_of, words_of_all
from presslens.record import record

_BEFORE_NOUNS = frozenset({"a", "b", "ad", "ag", "z", "vn", "f", "m", "q", "mq", "r", "nz", "l", COUNT})
AFTER_A_HEAD = frozenset({"v", "vd", "d", "ad", "p", "x", "c", "t", TIME})
_MADE = frozenset({"生成", "上传"})
_SOME = frozenset({"这些", "那些", "有些", "一些"})
# 该国, 本校: a body in one word with what points at it.
_POINTED_BODY = re.compile(r"[该本][国州市省县区校院行所厂馆台]")
_VERBAL = frozenset({"v", "vd", "vg", "vn", "d", "p", "ul", "ug"})
_JOINTS = frozenset({"、", "和", "与", "及", "以及", "/", "&", "·", "兼"})
_REACH_OF_VERB, _REACH_OF_NOUN, _REACH_OF_CLAUSE = 3, 4, 16
_DETERMINES = frozenset({"r", "m", "q", "mq", COUNT})
_STAND_ALONE = ("alone", "first_person", "personal", "reader")
# 17岁考入…, 三次登上…: how old somebody was, how long or how often it was done.
_COUNTS_NO_NOUN = ("岁", "年", "月", "日", "天", "周", "小时", "分钟", "秒", "次", "度", "回", "遍", "步", "%", "倍", "成")
_MODIFIES = frozenset({"v", "vn", "vi"})
# 甲所挂靠的乙, 用户生成的视频: what is told is the thing that is made, or that 所 stands for.
_STANDS_FOR_THE_HEAD = "所"


@record(frozen=True)
class Borders:
    """The words of one clause."""

    tokens: Sequence[Token]

    def opens_phrase(self, at: int) -> bool:
        """Tell whether a noun phrase begins at a word."""
        if at >= len(self.tokens):
            return False
        if self.tokens[at].tag in NOUNS or self.tokens[at].tag == "r":
            return True
        if self.tokens[at].tag == COUNT and (counts_bodies(self.tokens[at]) or holds_noun(self.tokens[at])):
            return True
        ahead = self.tokens[at + 1 : at + _REACH_OF_NOUN]
        return self.tokens[at].tag in _BEFORE_NOUNS and any(later.tag in NOUNS for later in ahead)

    def phrase_end(self, at: int) -> int:
        """Give where a noun phrase ends that begins at a word: nouns, what stands before nouns, 的 and joints between them."""
        end = at
        if self._is_pronoun(at):
            return at + 1
        while end < len(self.tokens):
            token = self.tokens[end]
            suffix = end > at and token.text in SUFFIXES and token.tag != "c" and self.tokens[end - 1].tag in NOUNS
            opens = end == at and token.tag in _BEFORE_NOUNS
            counted = end == at + 1 and token.tag == COUNT and self.tokens[at].tag == "r" and counts_bodies(token)
            if not (token.tag in NOUNS or suffix or opens or counted or self._goes_on(at, end) or self._counts_a_few(at, end)):
                break
            end += 1
        return self._past_such(end)

    def _counts_a_few(self, at: int, place: int) -> bool:
        """Tell whether a count stands inside a noun phrase: 主要的三家芯片厂商."""
        token, behind = self.tokens[place], self.tokens[place + 1 : place + 2]
        inside = place > at and self.tokens[place - 1].text in OF and self.tokens[place - 2].tag in ("b", "a", "d")
        return inside and counts_bodies(token) and bool(behind) and behind[0].tag in NOUNS - {NAME}

    def _past_such(self, end: int) -> int:
        """Take 甲、乙等厂商 whole: what they are ends the phrase."""
        if end >= len(self.tokens) or self.tokens[end].text != "等":
            return end
        behind = end + 1
        while behind < len(self.tokens) and (
            self.tokens[behind].tag in NOUNS - {NAME} or self.tokens[behind].tag in _BEFORE_NOUNS
        ):
            behind += 1
        while behind > end + 1 and self.tokens[behind - 1].tag not in NOUNS:
            behind -= 1
        return behind if behind > end + 1 else end

    def _is_pronoun(self, at: int) -> bool:
        """Tell whether a pronoun stands alone: 我们研究的, but not 我们的 and 我们国家的."""
        pronoun = self.tokens[at].text in words_of_all("first_person", "personal", "reader")
        behind = self.tokens[at + 1 : at + 3]
        owns = bool(behind) and (
            behind[0].text in OF or (len(behind) > 1 and behind[0].tag in NOUNS - {"vn"} and behind[1].text in OF)
        )
        return pronoun and not owns

    def _goes_on(self, at: int, place: int) -> bool:
        """Tell whether a word that is no noun stands inside a noun phrase, before one."""
        if place + 1 >= len(self.tokens):
            return False
        token, following = self.tokens[place], self.tokens[place + 1]
        if token.text in QUOTES:
            return following.text in OF or following.tag in NOUNS
        if token.text in OF or token.text in _JOINTS:
            return following.tag in NOUNS or following.tag in _BEFORE_NOUNS
        earlier = self.tokens[place - 1] if place > at else None
        opens = earlier is None or earlier.text in OF or earlier.text in _JOINTS or earlier.tag in _BEFORE_NOUNS - NOUNS
        behind = self.tokens[place + 2 : place + 3]
        if token.tag in ("a", "b") and following.text in OF and behind and behind[0].tag in NOUNS:
            return True
        describes = token.tag in ("a", "b") or (opens and token.tag in _BEFORE_NOUNS)
        return describes and (following.tag in NOUNS or (opens and following.tag in _BEFORE_NOUNS))

    def with_relative(self, at: int, end: int) -> tuple[int, int, tuple[int, int] | None]:
        """Read 团队提出的甲 as 甲, and 团队展示的画面 as said of the team: give the head's bounds, the agent's if it counts."""
        for verb in range(end, min(end + _REACH_OF_VERB, len(self.tokens) - 2)):
            if self.tokens[verb].tag not in _VERBAL and self.tokens[verb].text != _STANDS_FOR_THE_HEAD:
                break
            if self.tokens[verb + 1].text == "的" and self.opens_phrase(verb + 2):
                head_end = self.phrase_end(verb + 2)
                named = any(token.tag == NAME for token in self.tokens[verb + 2 : head_end])
                counts = named or self._is_pronoun(at) or (self.tokens[at].text in _SOME and self.only_determines(at, end))
                counts = counts or self._is_of_the_head(at, end, verb)
                return verb + 2, head_end, None if counts else (at, end)
        return at, end, None

    def _is_of_the_head(self, at: int, end: int, verb: int) -> bool:
        """Tell whether a relative clause only says of its noun by whom it is made, or by what deeds it comes about."""
        made = self.tokens[verb].text in words_of("making") or self.tokens[verb].text in _MADE
        deeds = all(token.tag == "vn" for token in self.tokens[at:end])
        return made or deeds or any(token.text == _STANDS_FOR_THE_HEAD for token in self.tokens[end:verb])

    def only_determines(self, at: int, end: int) -> bool:
        """Tell whether words before a noun stand without one: 这个, 5名, 一大批; 它 and 双方 stand for themselves."""
        part = self.tokens[at:end]
        stands_alone = (
            part[0].text in words_of_all(*_STAND_ALONE) or holds_bodies(part[-1]) or _POINTED_BODY.fullmatch(part[-1].text)
        )
        return not stands_alone and all(token.tag in _DETERMINES for token in part)

    def determined(self, at: int, end: int) -> tuple[int, int]:
        """Read 这种担忧情绪 and 5名曾任职的会计 as what they tell of: the noun behind a verb, or behind the 的 of a clause."""
        tokens = self.tokens
        counts = not tokens[end - 1].text.endswith(_COUNTS_NO_NOUN)
        if counts and end + 1 < len(tokens) and tokens[end].tag in _MODIFIES and tokens[end + 1].tag in NOUNS:
            head_end = self.phrase_end(end + 1)
            if self.is_followed(head_end) and not any(token.text in OF for token in tokens[end + 1 : head_end]):
                return end + 1, head_end
        for place in range(end, min(end + _REACH_OF_CLAUSE, len(tokens) - 1)):
            if tokens[place].text == "的" and self.opens_phrase(place + 1):
                head_end = self.phrase_end(place + 1)
                if self.is_followed(head_end):
                    return place + 1, head_end
        return at, end

    def is_followed(self, end: int) -> bool:
        """Tell whether a noun phrase is whole: its clause ends behind it or goes on with what no noun phrase holds."""
        return end >= len(self.tokens) or self.tokens[end].tag in AFTER_A_HEAD
