"""What a noun phrase is as a subject: a name, a noun that can be shown, or something that stands for one told before.

It can be shown only where it consists of whole words and its last is a noun that says something. A noun for what something
has (营收, 股价) gives way to its owner; alone, it leaves the owner out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from presslens.lexicon import Hit, table
from presslens.pipeline.facts.counted import BODIES, COUNTED_NOUN, counts_bodies
from presslens.pipeline.facts.had import is_had, only_says_which, owner_of
from presslens.pipeline.facts.sound import MANY, MARKS, NOUNS, OF, PERSONS, is_one_of_many, is_sound, is_weak
from presslens.pipeline.facts.tokens import COUNT, NAME, QUOTED, Token, words_of
from presslens.record import record, replace

Form = Literal["name", "noun", "weak", "points", "person", "first", "reader", "attribute"]

QUOTES = frozenset("“”「」『』\"'‘’ ")
_BEFORE_THE_HEAD = frozenset({"r", "m", "q", "mq", "f", "x", "c", "ad", COUNT})
_STAND_FOR: tuple[tuple[str, Form], ...] = (("first_person", "first"), ("reader", "reader"), ("personal", "person"))
_SENTENCE = re.compile(r"[了吗呢吧着过不]|可能|应该|必须|就是")
_SEVERAL = re.compile(r"[2-9两二三四五六七八九十几数百千\d]")
_HAN = re.compile(r"[一-鿿]")
_A_PAIR = 2
_TWO_CHARACTERS = 2
_LONGEST_GROUP = 12
_COUNTS = frozenset({"m", "mq", COUNT})
_STAFF = frozenset({"员工"})
# 其他公司 are those that are not the one spoken of.
_OTHERS = frozenset({"其他", "其它", "别的", "其余"})
_FEW = frozenset("两二三四五六七八九十")
_WITH = frozenset({"与", "和", "跟", "同"})
# 甲旗下的公司乙: what stands last is what the words before it tell of.
_UNDER = frozenset({"旗下", "创立", "创办"})


@record(frozen=True, slots=True)
class Stated:
    """A noun phrase that is or may be a clause's subject, by its place and form.

    `speaks` tells that it is a source: a verb of saying follows. `grows` tells that it may be the beginning of a person's name.
    `noun` is what can be shown where nothing told before is meant: 该部门 is 部门 then.
    """

    start: int
    end: int
    form: Form
    text: str
    hit: Hit | None = None
    speaks: bool = False
    grows: bool = False
    noun: str = ""


def stated(part: Sequence[Token], names: Sequence[Hit], roles: Mapping[int, str], text: str = "") -> Stated | None:
    """Say what a noun phrase is as a subject, or nothing where it cannot be one; `text` is all that may use its words again."""
    start, end = part[0].start, part[-1].end
    inside = [name for name in names if start <= name.start and name.end <= end]
    such = next((place for place, token in enumerate(part) if token.text == "等"), 0)
    if such and len(part) > such + 1:
        return _such(part, such, text) or stated(part[:such], names, roles, text)
    person = _titled(part, inside)
    if person:
        return person
    if inside:
        other = _made_by(part, inside, text) or _before_a_partner(part, inside, roles, text)
        if other:
            return other
        hit = _of_names(part, inside, roles)
        return Stated(start, end, "name", hit.name, hit)
    for words, form in _STAND_FOR:
        if part[0].text in words_of(words):
            return _owned(part, text) or Stated(start, end, form, part[0].text)
    if part[-1].tag == QUOTED and not _SENTENCE.search(part[-1].text):
        return Stated(start, end, "noun", part[-1].text.strip(MARKS))
    return _noun(part, text)


def _titled(part: Sequence[Token], inside: Sequence[Hit]) -> Stated | None:
    """Read 甲董事沈墨白 and 甲创始人乙 as the person, whose deed it is; a title alone is its firm's."""
    at = max((place for place, token in enumerate(part) if _is_title(token)), default=len(part))
    rest = part[at + 1 :]
    if not rest or rest[0].text in _WITH:
        return None
    start, end = rest[0].start, rest[-1].end
    named = [name for name in inside if name.start >= start and name.kind == "person"]
    if named:
        return Stated(start, end, "name", named[-1].name, named[-1])
    if all(token.tag in PERSONS for token in rest) or any(token.text == "·" for token in rest[1:-1]):
        return Stated(start, end, "noun", "".join(token.text for token in rest), grows=True)
    return None


def _is_title(token: Token) -> bool:
    """Tell whether a word is a title or ends with one: 财政部长."""
    return token.text in words_of("titles") or (token.tag == "n" and token.text.endswith(tuple(words_of("titles"))))


def _such(part: Sequence[Token], place: int, text: str) -> Stated | None:
    """Read a list of which not all are known names by what they are: 甲、乙等厂商."""
    if sum(token.tag == NAME for token in part[:place]) == 1 + sum(token.tag in ("x", "c") for token in part[:place]):
        return None
    found = _one_noun(part[place + 1 :], text)
    return replace(found, start=part[0].start, form="noun") if found and found.form in ("noun", "weak") else None


def _owned(part: Sequence[Token], text: str) -> Stated | None:
    """Read 我们国家的剧团 and 他们的剧团 as the thing that is theirs, but 我们的成本 as said of us."""
    of = next((place for place in range(len(part) - 1, 0, -1) if part[place].text in OF), 0)
    found = _one_noun(part[of + 1 :], text) if of and of + 1 < len(part) else None
    return found if found and found.form in ("noun", "weak") else None


def _made_by(part: Sequence[Token], inside: Sequence[Hit], text: str) -> Stated | None:
    """Read 甲创作的肖像画 as the picture, of which the clause tells, and 甲的员工 as said of 甲."""
    for place in range(1, len(part) - 2):
        if part[place].text in words_of("making") and part[place + 1].text in OF and inside[-1].end <= part[place].start:
            found = _one_noun(part[place + 2 :], text)
            return replace(found, start=part[0].start, form="noun") if found and found.form in ("noun", "weak") else None
    return None


def _before_a_partner(part: Sequence[Token], inside: Sequence[Hit], roles: Mapping[int, str], text: str) -> Stated | None:
    """Read 创始人与甲 as the founder, with whom the clause begins."""
    if any(roles.get(name.start) != "governed" for name in inside):
        return None
    joint = next((place for place, token in enumerate(part) if token.text in _WITH and place), 0)
    return _noun(part[:joint], text) if joint and part[joint].end <= inside[0].start else None


def _of_names(part: Sequence[Token], inside: Sequence[Hit], roles: Mapping[int, str]) -> Hit:
    """Choose among the names of a noun phrase: the first that is free, but of 甲的乙 the model that stands last."""
    free = [name for name in inside if roles.get(name.start) in ("free", "object")] or list(inside)
    last = free[-1]
    if last.end == part[-1].end and any(token.text in _UNDER for token in part if token.end <= last.start):
        return last
    behind = [token for token in part if token.start >= last.end]
    of = max((place for place, token in enumerate(part) if token.text == "的" and token.end <= last.start), default=-1)
    between = [token for token in part[of + 1 :] if token.end <= last.start]
    owned = (
        last.kind == "model"
        and of >= 0
        and all(token.text in words_of("kinds") for token in behind)
        and all(token.text == "新" for token in between)
    )
    return last if owned else free[0]


def _noun(part: Sequence[Token], whole: str) -> Stated | None:
    """Read a noun phrase without a name; of a list that cannot be shown as a whole its first part counts."""
    found = _one_noun(part, whole)
    listed = next((place for place, token in enumerate(part) if token.text == "、"), 0)
    return found or (_one_noun(part[:listed], whole) if listed else None)


def _one_noun(part: Sequence[Token], whole: str) -> Stated | None:
    start, end = part[0].start, part[-1].end
    if part[0].text in _OTHERS and len(part) > 1:
        rest = _one_noun(part[1:], whole)
        return Stated(start, end, "noun", part[0].text + rest.text) if rest and rest.form != "attribute" else None
    if part[0].text in words_of("no_subjects"):
        return _one_noun(part[1:], whole) if len(part) > 1 else None
    points, each = part[0].text in words_of("pointing") or part[0].tag == "r", _is_each(part[0])
    core = [token for token in part if token.text not in QUOTES]
    several = [place for place, token in enumerate(core) if token.tag in (COUNT, "m", "mq") and _SEVERAL.match(token.text)]
    if points and several:
        return _group(core[several[0] :], start, end)
    if len(core) > 1 and core[0].tag == COUNT and counts_bodies(core[0]) and is_had(core[1:]):
        return _group(core[:1], start, end)
    if len(core) == _A_PAIR and _is_number_of(core[0], core[1]):
        return Stated(start, end, "noun", core[0].text + core[1].text)
    few = next((place for place, token in enumerate(core) if place and counts_bodies(token)), 0)
    if len(core) == _A_PAIR and core[0].tag in _COUNTS and core[1].text in _STAFF:
        return Stated(start, end, "noun", core[-1].text)
    if few and core[few - 1].text in OF and core[-1].tag in NOUNS and few < len(core) - 1:
        return _group(core[few:], start, end)
    while core and (core[0].tag in _BEFORE_THE_HEAD or core[0].text in OF or _is_scrap(core[0]) or core[0].text == "时间"):
        core = core[1:]
    owner = owner_of(core)
    if points and core and core[-1].text in words_of("empty_heads"):
        return None
    if core and (not owner or (len(owner) < len(core) and all(only_says_which(token) for token in owner))):
        return Stated(start, end, "points" if points and not each else "attribute", core[-1].text)
    if not owner:
        return _alone(part, points=points and not each)
    return _of_owner(part, owner, whole, points=points, each=each)


def _is_number_of(token: Token, following: Token) -> bool:
    """Tell whether a number is a part of what a few giants are called: 四巨头."""
    return token.tag == "b" and len(token.text) == 1 and token.text in _FEW and following.text in ("巨头", "大厂", "强")


def _of_owner(part: Sequence[Token], owner: Sequence[Token], whole: str, *, points: bool, each: bool) -> Stated | None:
    """Say of what form a phrase is by its owner: one that points, a noun, or a weak one; nothing where it is no sound noun."""
    start, end, text = part[0].start, part[-1].end, "".join(token.text for token in owner).strip(MARKS + " ")
    sound = is_sound(owner, text, whole)
    if points and not each and owner[0].text in words_of("stand_ins") and len(owner) > 1 and owner[1].text in OF:
        return Stated(start, end, "points", owner[0].text)
    of_many = part[0].text in MANY or (part[0].tag == COUNT and part[0].text.endswith("%"))
    stands_in = text in words_of("stand_ins") and not of_many
    if not each and (points or stands_in):
        return Stated(start, end, "points", text, noun=text if sound and not stands_in else "")
    if not sound:
        return None
    return Stated(
        start, end, "weak" if is_weak(owner) and not is_one_of_many(part) else "noun", text, grows=owner[-1].tag in PERSONS
    )


def _is_each(token: Token) -> bool:
    """Tell whether a word takes all of a kind: 各, 每秒."""
    return token.text in words_of("each") or token.text.startswith("每")


def _alone(part: Sequence[Token], *, points: bool) -> Stated | None:
    """Read a pronoun without a noun, and a count of bodies that stands for them: 两人; no other count is a subject."""
    if points:
        return Stated(part[0].start, part[-1].end, "points", part[0].text)
    counted = next((token for token in part if token.tag == COUNT), None)
    noun = COUNTED_NOUN.fullmatch(counted.text) if counted else None
    if noun and not counts_bodies(part[0]):
        return Stated(part[0].start, part[-1].end, "noun", noun.group("noun"))
    if counted and counts_bodies(counted) and _SEVERAL.match(counted.text):
        return _group([counted], part[0].start, part[-1].end)
    return None


def _group(counted: Sequence[Token], start: int, end: int) -> Stated:
    """Read 这四家公司 as the group it counts; without a noun it stands for something told."""
    counted = list(counted)
    while len(counted) > 1 and (counted[-1].text in words_of("attributes") or counted[-1].tag in ("b", "uj")):
        counted.pop()
    text = "".join(token.text for token in counted)
    named = (len(counted) > 1 and counted[-1].tag in NOUNS) or text.endswith(BODIES)
    return Stated(start, end, "noun" if named and len(text) <= _LONGEST_GROUP else "points", text)


def _is_scrap(token: Token) -> bool:
    """Tell whether a single character before a noun is the rest of something else: 末, 档."""
    return len(token.text) == 1 and token.tag not in ("ns", "j", NAME) and token.text != "新"


def is_person(one: Stated) -> bool:
    """Tell whether a noun phrase is a person's name by its form: 沈墨白, but not 博客, which is cut like one."""
    return one.grows and (len(one.text) > _TWO_CHARACTERS or one.text[0] in table("grammar.toml")["surnames"])


def whole_name(text: str, found: Stated) -> str:
    """Give a person's name whole where the cut took only its beginning: what follows it everywhere in the text belongs to it.

    >>> whole_name("沈墨白说。沈墨白走了。", Stated(0, 2, "noun", "沈墨", grows=True))
    '沈墨白'
    """
    longer = text[found.start : found.end + 1]
    times = text.count(found.text)
    grows = found.grows and longer[:-1] == found.text and _HAN.match(longer[-1]) is not None
    return longer if grows and times > 1 and text.count(longer) == times else found.text
