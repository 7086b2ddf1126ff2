"""What stands before the subject of a clause: adverbs, times, and what prepositions govern, up to what closes it."""

from __future__ import annotations

from presslens.pipeline.facts.nouns import QUOTES
from presslens.pipeline.facts.sayings import Sayings
from presslens.pipeline.facts.sound import NOUNS, OF
from presslens.pipeline.facts.tokens import COUNT, NAME, TIME, Token, words_of
from presslens.record import record

_PASSED_OVER = frozenset({"x", "c", "d", "t", "tg", "y", "o", "e", "ad", "dg", "u", "ul", "uz", "ug", TIME})
_BETWEEN_WORDS = _PASSED_OVER - {"x"}
_NUMBERS = frozenset({"m", "q", "mq", COUNT})
_ONLY_NUMBERS = _NUMBERS - {COUNT}
_NOUNS_BUT_NAMES = NOUNS - {NAME}
_PREPOSITIONS = frozenset({"随着", "截至", "作为", "关于", "根据", "除了"})
_BACK_TO = frozenset({"来说", "而言", "来讲", "看来"})
# 在…后的甲: what follows is no part of the scene, where 对…上的乙 is one thing.
_SETS_A_SCENE = frozenset({"在", "经过", "自", "从", "经", "于", "自从", "截至", "到", "早在"})
_UP_TO = frozenset({"到", "至", "直到", "直至"})
_BY_WORD_OF = frozenset({"据", "根据", "按照", "依据", "依照"})
_DOES = frozenset({"v", "vd", "d", "p", TIME})
_ACTS = frozenset({"v", "vn", "vd"})
_MAY = frozenset({"将", "将会", "会", "可", "可以", "能", "能够", "有望", "可能"})
THERE_IS = frozenset({"有", "还有", "另有"})
_LIKE = frozenset({"像", "如", "例如", "比如", "比方说", "譬如"})
_FOR_EXAMPLE = frozenset({"例如", "比如", "譬如"})
_SUCH = frozenset({"这样", "那样", "一样", "这种", "这类", "之类", "等", "、"})


@record(frozen=True)
class Scenes(Sayings):
    """The words of one clause, with what only sets the scene passed over."""

    def to_subject(self, at: int) -> int:
        """Pass over adverbs, times and what prepositions govern; give where a noun phrase or a verb begins."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.tag == "p" or token.text in _PREPOSITIONS or self._leads_up_to(at):
                at = self._past_governed(at)
            elif self._is_passed_over(at):
                at += 1
            elif self.gives_the_word(at):
                at += self.gives_the_word(at)
            elif token.text in _MAY and at + 1 < len(self.tokens) and self.tokens[at + 1].text in words_of("letting"):
                at += 1
            else:
                break
        return at

    def _leads_up_to(self, at: int) -> bool:
        """Tell whether a word is the preposition of a time: 到2040年."""
        times = at + 1 < len(self.tokens) and self.tokens[at + 1].tag == TIME
        return times and self.tokens[at].text in _UP_TO

    def _is_passed_over(self, at: int) -> bool:
        """Tell whether a word before the subject says nothing of it: an adverb, a time, a number that counts nothing here."""
        token = self.tokens[at]
        if token.text in _LIKE:
            follows = at + 1 < len(self.tokens) and (
                self.tokens[at + 1].tag in (NAME, "eng")
                or (token.text in _FOR_EXAMPLE and (self.opens_phrase(at + 1) or self.brings_in(at + 1)))
            )
            return follows and not any(later.text in _SUCH for later in self.tokens[at + 2 : at + 4])
        if token.text in OF:
            return at > 0 and self.tokens[at - 1].tag in (TIME, "t")
        if token.tag in _ONLY_NUMBERS:
            return not self.opens_phrase(at)
        if token.text in words_of("empty"):
            return at + 1 >= len(self.tokens) or self.tokens[at + 1].tag not in _NOUNS_BUT_NAMES
        return token.tag in _PASSED_OVER or token.tag == "f" or token.text in QUOTES

    def _past_governed(self, at: int) -> int:
        """Give where the object of a preposition ends, with the locative or 来说 that closes it."""
        tokens, start, scene, dated = self.tokens, at, self.tokens[at].text in _SETS_A_SCENE, False
        at += 1
        while at < len(tokens) and (tokens[at].tag in _NUMBERS or tokens[at].tag in _BETWEEN_WORDS):
            dated = dated or (scene and tokens[at].tag == TIME)
            at += 1
        # 自2004年甲买入以来: the time is all that the preposition governs.
        end = self.phrase_end(at) if self.opens_phrase(at) and not dated else at
        by_word_of = tokens[start].text in _BY_WORD_OF
        while end < len(tokens) and self._closes_scene(tokens[end], by_word_of=by_word_of):
            end += 1
        if self._tells_which(at, end):
            return end + 2
        # 由甲主演的影片: the word list takes 主演 for a noun.
        made = [place for place in range(at, end) if tokens[place].text in OF]
        if made and tokens[at - 1].text == "由":
            return made[-1] + 1
        if end + 1 >= len(tokens) or tokens[end].text not in OF:
            return end
        own = scene and end > at and tokens[end + 1].tag == NAME
        return end + 1 if own or not self.opens_phrase(end + 1) else self.phrase_end(end + 1)

    def _tells_which(self, at: int, end: int) -> bool:
        """Tell whether a preposition only opens a clause that tells which: 由甲主演的影片."""
        behind = self.tokens[end : end + 2]
        tells = (
            end > at and len(behind) == 2 and behind[0].tag in _ACTS and behind[1].text == "的" and self.opens_phrase(end + 2)
        )
        return tells and any(token.tag in _DOES for token in self.tokens[self.phrase_end(end + 2) :])

    def _closes_scene(self, token: Token, *, by_word_of: bool) -> bool:
        told = by_word_of and token.text in words_of("reporting")
        return told or token.tag in ("f", "t", TIME) or token.text in _BACK_TO

    def brings_in(self, at: int) -> bool:
        """Tell whether a word says that there is what follows: 有两家, 只有它."""
        if at + 1 < len(self.tokens) and self.tokens[at].text == "只有":
            return self.opens_phrase(at + 1)
        counted = at + 1 < len(self.tokens) and self.tokens[at + 1].tag in _NUMBERS
        return counted and self.tokens[at].text in THERE_IS and self.opens_phrase(at + 1)
