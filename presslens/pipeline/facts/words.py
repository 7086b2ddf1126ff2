"""What is said of a model in words: who made it, how it is built, what it takes in, who may use it, what is withheld.

Each reader looks at one sentence and yields what it finds; `read` runs them all. A claim's surface is the printed wording,
`value_text` its value in plain English terms or a canonical name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from presslens.model import Fact
from presslens.pipeline.facts.access import open_to
from presslens.pipeline.facts.architecture import built_on
from presslens.pipeline.facts.chip_makers import chips_made_by
from presslens.pipeline.facts.developer import developed_by
from presslens.pipeline.facts.inputs import takes_in
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.spoken import REACH
from presslens.pipeline.facts.their_own import their_own
from presslens.pipeline.facts.topics import Topics
from presslens.pipeline.facts.undisclosed import withheld
from presslens.pipeline.gates import Gated
from presslens.record import replace

_POINTS_BACK = Gated(
    r"[其它该]|这(?:款|个|一|项)|模型|用户|支持|只[需要]|代码|输入|文字|图片|照片|平台|产品|免费|注册"
    r"|路线|架构|自回归|扩散|开源|权重|API|公测|内测|候名单|排队|吃|做的|家的|出品"
)
_THIS_WORK = Gated(r"[这该本此][项个款]?(?:成果|工作|方法|框架|模型|项目|系统)")
_MAY_POINT = _POINTS_BACK.bit | _THIS_WORK.bit
_ASKS = re.compile(r"[?？吗]\s*[”」\"]?\s*$")


def read(passage: Passage, topics: Topics, source: str) -> Iterator[Fact]:
    """Yield every claim in words that a sentence makes of a model."""
    if _ASKS.search(passage.text):
        return
    yield from chips_made_by(passage, source)
    told = topics.models
    named = told.marked(passage)
    names_one = any(name.kind == "model" for name in named.names)
    if not names_one and not named.marks & _MAY_POINT:
        return
    known = _with_products(topics, passage)
    if names_one or _points_to_a_model(named, known):
        for reader in READERS:
            for fact in reader(named, known, source):
                if fact.metric == "developer":
                    told.made.add(fact.subject)
                yield fact
        yield from their_own(named, told, source)


def _with_products(topics: Topics, passage: Passage) -> Topics:
    """Give what the text goes on about, a product that no lexicon lists among it."""
    models = topics.models
    last = models.near(passage, REACH)
    if not models.products or not (last or models.main):
        return topics
    main = {**topics.main, "model": models.main} if models.main else topics.main
    if not last:
        return replace(topics, main=main)
    told, sentence = {**topics.last, "model": last}, {**topics.sentence, "model": models.at}
    return replace(topics, main=main, last=told, sentence=sentence, only=last)


def _points_to_a_model(passage: Passage, topics: Topics) -> bool:
    """Tell whether a sentence points back to a model: in one that neither does nor names one no reader finds anything."""
    if "model" in topics.last or topics.models.last:
        return _POINTS_BACK.search(passage.text) is not None
    return "model" in topics.main and _THIS_WORK.search(passage.text) is not None


Reader = Callable[[Passage, Topics, str], Iterator[Fact]]
READERS: tuple[Reader, ...] = (developed_by, built_on, takes_in, open_to, withheld)
