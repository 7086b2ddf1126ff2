"""The rule for when something came out: 6月6日推出了…模型可灵, 新机型将于11月8日上市."""

from __future__ import annotations

import re

from presslens.lexicon import cue
from presslens.pipeline.facts.passage import Figure
from presslens.pipeline.facts.release_forms import released_before_date
from presslens.pipeline.facts.released import released_thing
from presslens.pipeline.facts.rule import MODEL_FIRST, PRODUCT, Reading, Rule, has, reads
from presslens.pipeline.patterns import searched

_RELEASE = cue("release_verbs")
_MORE = cue("more_release_verbs")
_COMES_OUT = re.compile(rf"(?:{cue('intransitive_release_verbs')}|开放)$")
_NOT_PRODUCT = cue("released_but_no_product")
_RELEASES = searched(
    rf"(?:(?!开源|发布会|亮相的)(?:{_RELEASE})|{_MORE}|上市(?!公司|企业|[前后以])|开源(?!的?(?:模型|大模型|代码|版本|社区)))(?!的(?:模型|大模型|代码|版本|社区))|开源(?=了)"
)
_NAMED_BY_IT = re.compile(rf"(?:{_RELEASE})(?:的|当)$")
# What somebody decided or said that day comes out later: 上周披露将上线.
_ONLY_SAID = r"(?:决定|希望|考虑|打算)[^，,]*$|(?:披露|宣布|表示|透露|称)[^。；;]*将[^，,]*$"
_THIS_MODEL = (
    r"(?:这款|该|这个|这一)(?:大?模型|产品|工具|应用|软件|平台|[芯晶]片|处理器|显卡|系统|手机|版本|功能|服务|机型)|^它(?!们)"
)
_DAYS_OF_RELEASE = 14
# 自2022年11月某模型问世以来 names the day by what came out on it.
_SINCE, _RELEASED_SINCE = re.compile(r"自从?$"), re.compile(rf"[^，,。；;]{{0,16}}?(?:{_RELEASE})(?:之?后|以来|至今)")
# 几周前 is a stretch, and near enough.
# 去年3月上线的初代: of the product that the text is on; 5月上线以来 too.
_AN_EARLIER_ONE = re.compile(r"的?(?:第?[一二三]代|初代|前代|上一代|首代|首个版本|初版|第一版|旧版)")
_SINCE_THEN = re.compile(r"以来|至今")
_LONGEST_VERB = 4
_SEASON = re.compile(r"[春夏秋冬]")
_SOME_TIME_AGO = re.compile(r"[几数].{1,3}前")
# 我们于7月上线: what 我们 stands for is what came out.
_WE_BRING_IT_OUT = re.compile(r"\W*(?:我们|我们的产品|本产品|公司)(?:已经?|是|将|便|就|正式)*(?:在|于)?")
_NO_SUBJECT = re.compile(
    r"\W*(?:并且?|也|且|但|而)?(?:已经?|将|便|就|预计|预期|有望|计划|最快|最早|或|可能|会|则|才)*(?:在|于)?"
)
# 上周五起开放公测 is when it came out, 6月起用户可试用 is not.
_FROM_THEN_ON = re.compile(
    r"以来|起(?!售)(?!(?:正式|陆续|分批|率先|全面|逐步)?(?:[向对面][^，,。；;]{1,10})?(?:开放|公测|内测|上线|发售|开售|推出|登陆|上架|开卖))"
)
_NEXT_ITEM = re.compile(r"\d\.\s|[🀀-🿿]")
_MODIFIER = re.compile(rf"[^，,。；;的]{{1,8}}的(?!(?:正式|首次)?(?:{_RELEASE}))")
_OF_AN_EVENT = re.compile(rf"{_RELEASE}|会上|论坛|大会|活动|时候|发布会")
_BRINGS_NO_PRODUCT = re.compile(rf"(?:了|的)?[^，,。]{{0,24}}(?:{_NOT_PRODUCT})")
_UP_TO = re.compile(r"(?:截至|截止|直到|到|自|自从|从)$")


@reads("date")
def came_out_on(figure: Figure) -> Reading | None:
    """Read when a model came out: 6月6日推出了…模型可灵, 某模型于5月上线, 可灵发布的6月."""
    return _released_as_known(figure) or released_before_date(figure) or _released_after_date(figure)


def _released_as_known(figure: Figure) -> Reading | None:
    """Read a date that is named by a release: 可灵发布的6月, but not what happened on the day of it."""
    named = _NAMED_BY_IT.search(figure.left[-8:]) if figure.left.endswith(("的", "当")) else None
    if named and not figure.quantity.surface.startswith(tuple("第同当次翌后")):
        names = figure.passage.names_in(figure.clause.start, figure.quantity.start)
        held = [name for name in names if name.kind == "model"]
        return Reading("release_date", held[-1].name, subjects=MODEL_FIRST) if held else None
    return None


def _released_after_date(figure: Figure) -> Reading | None:
    after = figure.after
    if figure.quantity.surface.endswith("后") or _FROM_THEN_ON.match(after):
        return None
    if _UP_TO.search(figure.left) and not (_SINCE.search(figure.left) and _RELEASED_SINCE.match(after)):
        return None
    later = [f for f in figure.passage.figures if f.start >= figure.quantity.end and f.kind in ("date", "money", "percent")]
    stop = [f.start - figure.quantity.end for f in later]
    after = _NEXT_ITEM.split(after[: min([90, *stop])], maxsplit=1)[0]
    if _is_long(figure) or _modifies_a_name(after):
        return None
    verb = _verb_of_release(after)
    if not verb or has(r"[。！？!?；;]", after[: verb.start()]) or has(_ONLY_SAID, after[: verb.start()]):
        return None
    subject = released_thing(figure, figure.quantity.end + verb.start(), figure.quantity.end + verb.end())
    if not subject and _WE_BRING_IT_OUT.fullmatch(figure.left) and not has(r"[一-鿿]", after[: verb.start()]):
        alone = re.match(r"了?(?:[，,。；;！!]|$)", after[verb.end() :])
        return Reading("release_date", subjects=PRODUCT) if alone else None
    if not subject and not _goes_on_about_a_model(figure, figure.quantity.end + verb.end()):
        return None
    planned = has(r"预计|将|计划|拟|有望|最快|即将|或将", figure.left[-8:] + after[: verb.start()])
    return Reading("release_date", subject, subjects=MODEL_FIRST, status="forecast" if planned else None)


def _goes_on_about_a_model(figure: Figure, verb_end: int) -> bool:
    """Tell whether a release without a name is that of a model told before: 这款模型在一个月前上线, 甲…,已于去年11月发布."""
    clause_end = figure.passage.clauses[figure.passage.clause_at(verb_end - 1)].end
    right_away = verb_end - figure.quantity.end <= _LONGEST_VERB
    after = figure.passage.between(verb_end, clause_end)
    if right_away and (_AN_EARLIER_ONE.match(after) or (_SINCE_THEN.match(after) and figure.left in ("", "自", "自从", "从"))):
        return True
    if has(r"^(?:了|过)?\s*[^，,。；;！!？?\s]{2,}", figure.passage.between(verb_end, clause_end)):
        return False
    pronoun = has(
        r"^[^，,。；;]{0,2}[，,]?\s?(?:它(?!们)|该模型|这款模型)", figure.passage.between(figure.quantity.end, verb_end)
    )
    if pronoun or has(_THIS_MODEL, figure.before):
        return True
    earlier = figure.passage.names_in(figure.passage.start, figure.clause.start)
    leads = has(r"(?:已经?|将|便|就)?于$", figure.left) or (figure.left and _NO_SUBJECT.fullmatch(figure.left))
    if leads and any(name.kind == "model" for name in earlier):
        return True
    # 首批只供企业试用,9月全面开放: nobody else is told of in the clause, and the binding knows which model was told.
    of_its_own = has(
        r"^(?:才|就|则|再|便|将|会|正式|全面|陆续|分批)*$", figure.passage.between(figure.quantity.end, verb_end - 2)
    )
    verb = figure.passage.between(figure.quantity.end, verb_end)
    return not figure.left and of_its_own and _COMES_OUT.search(verb) is not None and not figure.passage.names


def _is_long(figure: Figure) -> bool:
    """Tell whether a stretch of time is too long to say when something came out: 未来几天 is not."""
    if _SOME_TIME_AGO.fullmatch(figure.quantity.surface) or _SEASON.search(figure.quantity.surface):
        return False
    first, last = figure.quantity.first_day, figure.quantity.last_day
    return "/" in figure.quantity.as_of and (first is None or last is None or (last - first).days > _DAYS_OF_RELEASE)


def _verb_of_release(after: str) -> re.Match[str] | None:
    """Find the verb that brings a product out: 发布博文,宣布开放某工具 brings out the tool."""
    for verb in _RELEASES.finditer(after.replace("开源的", "　　　")):
        if not _BRINGS_NO_PRODUCT.match(after[verb.end() : verb.end() + 28]):
            return verb
        if not has(r"^(?:了|的)?[^，,。]{0,24}博文", after[verb.end() : verb.end() + 28]):
            return None
    return None


def _modifies_a_name(after: str) -> bool:
    """Tell whether a date only describes a name: 去年大火的某公司 says nothing of what came out when."""
    modifier = _MODIFIER.match(after)
    return modifier is not None and not _OF_AN_EVENT.search(modifier.group())


RULES: tuple[Rule, ...] = (came_out_on,)
