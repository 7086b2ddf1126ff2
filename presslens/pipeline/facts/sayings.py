"""Words of saying in a clause, and verbs whose object does what follows."""

from __future__ import annotations

from presslens.pipeline.facts.borders import Borders
from presslens.pipeline.facts.sound import NOUNS
from presslens.pipeline.facts.tokens import COUNT, TIME, words_of
from presslens.record import record

_AFTER_A_VERB = frozenset({"ul", "d", "t", "f", TIME})
_BEFORE_SAYING = frozenset({"d", "a", "ad", "t", "x", "p", "f", "ul", TIME})
_CLAUSE_MARKS = frozenset("，,：:。")
_DOES = frozenset({"v", "vd", "d", "p", TIME})
_EXPECTS, _WILL = frozenset({"预计", "预期", "估计"}), frozenset({"将", "将会", "会", "将要", "可", "最快", "最早"})
AFTER = frozenset({"后", "之后", "以后", "以来", "时", "之时", "期间"})
_THERE = frozenset({"在", "于", "早在"})
_BARS, _LABEL = frozenset("｜︱|丨"), 4
_BEHIND_A_NUMBER = frozenset("、.．")
_ADDS = frozenset({"以及", "和", "与", "及", "或", "还有", "包括"})
_PREDICATES = frozenset({"v", "vd", "vg", "d", "ad", "a", COUNT, TIME})
_TELLS = frozenset({"告诉", "提醒", "警告", "问", "建议"})


@record(frozen=True)
class Sayings(Borders):
    """The words of one clause."""

    def gives_the_word(self, at: int) -> int:
        """Count the words of a verb whose object does what follows, with a figure: 让甲停了两年, 认为乙有三层."""
        says = self.says(at) if self.tokens[at].tag[0] == "v" else 0
        words = 1 if self.tokens[at].text in words_of("letting") else says
        while words and at + words < len(self.tokens) and self.tokens[at + words].tag in _AFTER_A_VERB:
            words += 1
        if not words or not self.opens_phrase(at + words):
            return 0
        end = self.phrase_end(at + words)
        does = end < len(self.tokens) and self.tokens[end].tag in _DOES
        behind_the_verb = (*self.tokens[at + 1 : at + words], *self.tokens[end:])
        return words if does and any(token.tag in (COUNT, TIME) for token in behind_the_verb) else 0

    def says(self, at: int) -> int:
        """Count the words of a verb of saying: 认为 is one, 注意 and 到 are two."""
        said, words = self.tokens[at : at + 2], words_of("reporting")
        if self._is_hearsay(at):
            return 3
        if len(said) == 2 and said[0].text + said[1].text in words:
            return 2
        return int(bool(said) and said[0].text in words)

    def _is_hearsay(self, at: int) -> bool:
        """Tell whether 有消息称 opens what it tells of."""
        heard = self.tokens[at : at + 3]
        return (
            len(heard) == 3
            and heard[0].text == "有"
            and heard[1].text in words_of("hearsay")
            and heard[2].text in words_of("reporting")
        )

    def after_saying(self, at: int) -> int:
        """Give where the words behind a verb of saying begin, if one follows; else 0."""
        while at < len(self.tokens) and self.tokens[at].tag in _BEFORE_SAYING and self.tokens[at].text not in _CLAUSE_MARKS:
            at += 1
        says = self.says(at) if at < len(self.tokens) else 0
        # 甲预计将开业 tells of 甲 itself.
        of_itself = (
            says and self.tokens[at].text in _EXPECTS and at + 1 < len(self.tokens) and self.tokens[at + 1].text in _WILL
        )
        return at + says if says and not of_itself else 0

    def says_there(self, at: int) -> bool:
        """Tell whether a verb of saying follows where and when it is said: 在会议上表示, 在接受采访时称."""
        if at >= len(self.tokens) or self.tokens[at].text not in _THERE:
            return False
        behind = range(at + 1, len(self.tokens))
        closes = (place for place in behind if self.tokens[place].tag == "f" or self.tokens[place].text in AFTER)
        return any(self.after_saying(place + 1) for place in closes)

    def past_label(self) -> int:
        """Give where a clause begins behind what heads it: 甲︱专家估算…, 公司新闻1、乙…."""
        item = self._past_number_of_item()
        if item:
            return item
        end = next((place for place, token in enumerate(self.tokens[:_LABEL]) if token.text in _BARS), 0)
        return 0 if any(token.tag in (COUNT, TIME) for token in self.tokens[:end]) else end + (end > 0)

    def _past_number_of_item(self) -> int:
        """Give where the first item of a list begins behind the heading that its line has before it."""
        for place in range(1, min(_LABEL, len(self.tokens) - 1)):
            if self.tokens[place].text == "1" and self.tokens[place + 1].text in _BEHIND_A_NUMBER:
                return place + 2
            if self.tokens[place].tag not in NOUNS:
                return 0
        return 0

    def only_adds(self) -> bool:
        """Tell whether a clause only adds to what the one before ends on: 以及乙的丙等模型."""
        adds = bool(self.tokens) and self.tokens[0].text in _ADDS
        return adds and not any(token.tag in _PREDICATES for token in self.tokens)

    def past_told(self, at: int) -> int:
        """Pass over whom something is told: 告诉记者."""
        return self.phrase_end(at) if at and self.tokens[at - 1].text in _TELLS and self.opens_phrase(at) else at
