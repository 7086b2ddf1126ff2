"""The grammar of a clause as far as its subject: the noun phrase that it begins with.

A clause names its subject, points back to one (该公司, 它) or leaves it out and begins with its verb. What stands behind a
preposition or in front of a locative (在…中) only sets the scene, and who is reported (…表示, 数据显示) is kept apart, as a
source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from presslens.lexicon import Hit
from presslens.pipeline.facts.borders import AFTER_A_HEAD
from presslens.pipeline.facts.counted import counts_bodies
from presslens.pipeline.facts.nouns import Stated, stated
from presslens.pipeline.facts.sayings import AFTER
from presslens.pipeline.facts.scenes import THERE_IS, Scenes
from presslens.pipeline.facts.sound import NOUNS, OF
from presslens.pipeline.facts.tokens import COUNT, NAME, TIME, words_of, words_of_all
from presslens.record import record, replace

_NOUNS_BUT_DEEDS = NOUNS - {"vn"}
_BEFORE_SAYING = frozenset({"d", "t", "x", "p", "f", "ul", TIME})
_GIVES_WAY = frozenset({"first", "reader", "attribute"})
_PREDICATES = frozenset({"v", "vd", "d", "p"})
_BESIDE = frozenset({"较", "比", "相比", "高于", "低于", "超过", "好于"})
_TELLS_TIME = frozenset({TIME, "t", "m"})
_SESSIONS = frozenset({"收盘", "收市", "开盘", "盘前", "盘后", "盘中"})
_IS = frozenset({"是", "叫", "叫做", "名为"})
_EARLIER = frozenset({"以前", "之前", "此前", "先前", "后来"})
_CALLED = frozenset({"叫", "名叫", "叫做", "是"})
_COLONS, _TURNS = frozenset({"：", ":"}), 3
_POINTS_AT_A_PRODUCT = frozenset({"这款", "该款"})
_SENDS = frozenset({"讯", "电", "消息"})
_OUTLET = re.compile(r"(?!据|.*时间)(?:[A-Za-z]{2,8}|[一-鿿]{2,8}|[A-Za-z]{2,8}[一-鿿]{2,4}|[一-鿿]{2,4}[A-Za-z]{2,4})")
_DISPATCH = re.compile(r"(?:消息|讯|电|报道|快讯|报导)[，,:：\s]*$")


@record(frozen=True)
class Opening(Scenes):
    """The words of one clause, with the names of its sentence, the parts they play by where they start, and the whole text."""

    names: Sequence[Hit]
    roles: Mapping[int, str]
    text: str = ""

    def subjects(self) -> tuple[Stated, ...]:
        """Give the noun phrases in subject position: who is reported, if anybody, then what is spoken of.

        >>> from presslens.pipeline.facts.tokens import tokens_of
        >>> clause = Opening(tokens_of("分析师预计全国网民将达12亿人", 0, (), ()), (), {})
        >>> [(found.text, found.speaks) for found in clause.subjects()]
        [('分析师', True), ('全国网民', False)]
        """
        if _DISPATCH.search("".join([token.text for token in self.tokens])):
            return self._outlet()
        if self.only_adds():
            return ()
        found: list[Stated] = []
        at = self.past_label()
        while at < len(self.tokens):
            at = self.to_subject(at)
            if not self.opens_phrase(at):
                return (*found, *self._named_by_verb(at), *self._head_behind(at))
            at = self._past_place(at)
            start, end, agent = self.with_relative(at, self.phrase_end(at))
            opens = start
            if agent is None and self.only_determines(start, end):
                start, end = self.determined(start, end)
            if agent is None and self._is_scene(start, end):
                # 榜单上的企业: the scene only tells which.
                at = end + 1 + self._tells_of_a_head(end + 1)
                continue
            if agent is None and end - start == 1 and self.tokens[start].tag == "vn" and not self._is_named_deed(end):
                return (*found, *self._head_behind(at))
            subject = self._called(end) or self._subject(*(agent or (start, end)), end)
            if subject and opens < start and agent is None:
                subject = [self._pointed_at(replace(one, start=min(one.start, self.tokens[opens].start))) for one in subject]
            found.extend(subject)
            if subject and not subject[-1].speaks:
                return (*found, *self._made_to(end)) if self._has_figure(end) else self._made_to(end) or tuple(found)
            at = self.past_told(self.after_saying(end)) or end
        return tuple(found)

    def _past_place(self, at: int) -> int:
        """Pass over the place of what is counted: 中国多家企业."""
        behind = self.tokens[at + 1 : at + 2]
        counts = behind and (behind[0].tag == "m" or (behind[0].tag == COUNT and counts_bodies(behind[0])))
        return at + 1 if self.tokens[at].tag == "ns" and counts and self.opens_phrase(at + 1) else at

    def begins_with_phrase(self) -> bool:
        """Tell whether a clause has a subject of its own, be it one that cannot be shown."""
        at = self.to_subject(0)
        return at < len(self.tokens) and self.opens_phrase(at)

    def _pointed_at(self, one: Stated) -> Stated:
        """Read 这款为开发者而做的工具 as something told before."""
        points = one.form in ("noun", "weak") and self.text[one.start : one.start + 2] in _POINTS_AT_A_PRODUCT
        return replace(one, form="points", noun=one.text) if points else one

    def _read(self, start: int, end: int) -> Stated | None:
        return stated(self.tokens[start:end], self.names, self.roles, self.text)

    def _has_figure(self, end: int) -> bool:
        return any(token.tag in (COUNT, TIME) for token in self.tokens[:end])

    def _made_to(self, at: int) -> tuple[Stated, ...]:
        """Read 暴雨让茶园停了五天 as said of who is made to do something."""
        while at < len(self.tokens) and self.tokens[at].tag in _BEFORE_SAYING and self.tokens[at].tag != "x":
            at += 1
        words = self.gives_the_word(at) if at < len(self.tokens) and self.tokens[at].text in words_of("letting") else 0
        if not words:
            return ()
        found = self._read(at + words, self.phrase_end(at + words))
        return (found,) if found and (found.form in ("name", "noun", "weak") or found.text == "公司") else ()

    def _called(self, end: int) -> list[Stated]:
        """Read 甲的创始人叫沈墨白 as the person, of whom the text goes on."""
        if (
            end + 1 >= len(self.tokens)
            or self.tokens[end].text not in _CALLED
            or self.tokens[end - 1].text not in words_of("titles")
        ):
            return []
        found = self._read(end + 1, self.phrase_end(end + 1))
        person = found is not None and (found.grows or (found.hit is not None and found.hit.kind == "person"))
        return [found] if found and person else []

    def _is_named_deed(self, end: int) -> bool:
        """Tell whether a verbal noun is what something is said of: 战斗打响, but not 投资甲."""
        behind = self.tokens[end : end + 2]
        return len(behind) == 2 and behind[0].tag == "v" and behind[1].tag not in _NOUNS_BUT_DEEDS

    def _outlet(self) -> tuple[Stated, ...]:
        """Read 某报2月3日消息, which tells only who reports, and when."""
        end = next((place for place, token in enumerate(self.tokens) if token.tag == TIME or token.text in _SENDS), 0)
        text = "".join(token.text for token in self.tokens[:end]).strip("《》“”·• ")
        if not _OUTLET.fullmatch(text):
            return ()
        return (Stated(self.tokens[0].start, self.tokens[end - 1].end, "noun", text, speaks=True),)

    def _subject(self, start: int, end: int, goes_on: int) -> list[Stated]:
        """Say what a noun phrase is; 另一家我们不熟悉的甲 is 甲, whoever 我们 are."""
        found = self._read(start, end)
        if found is None:
            return []
        behind = list(self._head_behind(end)) if found.form in _GIVES_WAY else []
        if behind and behind[0].end >= self.tokens[-1].start:
            return behind
        speaks = self.after_saying(goes_on) > 0 or self.says_there(goes_on) or self._is_label(found, goes_on)
        return [replace(found, speaks=speaks) if found.speaks != speaks else found]

    def _is_label(self, found: Stated, end: int) -> bool:
        """Tell whether a name only says who speaks, as in the turns of an interview: 甲：."""
        rest = "".join(token.text for token in self.tokens[end:])
        if found.hit is None or rest not in _COLONS:
            return False
        label = self.text[found.hit.start : found.hit.end] + rest
        return found.hit.kind == "person" or self.text.count(label) >= _TURNS

    def _is_scene(self, start: int, end: int) -> bool:
        """Tell whether a noun phrase is followed by a locative (视频中) or only says whose time follows (美东时间1月12日)."""
        if end >= len(self.tokens):
            return False
        holds = end + 1 < len(self.tokens) and self.tokens[end + 1].text in THERE_IS and self.tokens[end - 1].tag == NAME
        earlier = self.tokens[end].text in _EARLIER and self.tokens[end - 1].text in words_of_all("personal", "first_person")
        inner = self.tokens[end].text == "内部" and self.tokens[end - 1].tag == NAME
        if self.tokens[end].tag == "f" and not (holds or inner or earlier):
            return True
        # 北京时间凌晨1点, 美东时间周四: whose time it is.
        if self.tokens[end].tag in _TELLS_TIME and self.tokens[end - 1].text == "时间":
            return True
        # 截至1月9日美股收盘: till when.
        if self.tokens[end].tag == "x" and self.tokens[end - 1].text in _SESSIONS:
            return any(token.tag == TIME for token in self.tokens[:start])
        # 泡沫破裂后的几年内: when something else happened.
        after = self.tokens[end + 1 : end + 3]
        named = any(token.tag == NAME for token in self.tokens[start:end])
        return not named and self.tokens[end].tag == "v" and any(token.text in AFTER for token in after)

    def _tells_of_a_head(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].text in OF and self.opens_phrase(at + 1)

    def _named_by_verb(self, at: int) -> Iterator[Stated]:
        """Read 第二个则是甲, where what is counted only is called by its name, and 有三个网站在…, which do what follows."""
        if self.brings_in(at):
            end = self.phrase_end(at + 1)
            found = self._read(at + 1, end)
            if found and end < len(self.tokens) and self.tokens[end].tag in AFTER_A_HEAD - {"x"}:
                yield found
            return
        if at + 1 < len(self.tokens) and self.tokens[at].text in _IS and self.opens_phrase(at + 1):
            found = self._read(at + 1, self.phrase_end(at + 1))
            named = found and found.hit and self.roles.get(found.hit.start) != "governed"
            if found and (named or found.form == "person"):
                yield found

    def _head_behind(self, at: int) -> Iterator[Stated]:
        """Read 成立2年的甲虽然…, which begins with a verb: the name behind 的 that goes on with a verb or ends the clause."""
        for place in range(at, len(self.tokens) - 1):
            if self.tokens[place].text != "的" or self.tokens[place - 1].tag == NAME:
                continue
            start = self._past_term(place + 1)
            if not self.opens_phrase(start):
                continue
            end = self.phrase_end(start)
            if not self.is_followed(end):
                continue
            start, end, _ = self.with_relative(start, end)
            found = self._read(start, end)
            if found and (found.form == "name" or (found.form == "noun" and self._is_told(at, place, end))):
                yield found
            return

    def _past_term(self, at: int) -> int:
        """Pass over the term that a thing runs for: 五年期国债."""
        behind = self.tokens[at + 1 : at + 2]
        return at + 2 if behind and self.tokens[at].tag == TIME and behind[0].text == "期" else at

    def _is_told(self, at: int, place: int, end: int) -> bool:
        """Tell whether the noun behind 的 is what its clause goes on to tell of: 衡量风险的指数在周二升至30."""
        governs = any(token.tag == "p" for token in self.tokens[at:place])
        ends = end >= len(self.tokens) - 1
        counted = self.tokens[place + 1].tag == COUNT and (ends or not governs)
        set_beside = any(token.tag == "p" or token.text in _BESIDE for token in self.tokens[:place])
        return counted or (not ends and not set_beside and self.tokens[end].tag in _PREDICATES)
