"""What every claim in words is made of: its printed wording, whom it is said of, and which names are models at all."""

from __future__ import annotations

import re
from functools import cache

from presslens.lexicon import Hit, table
from presslens.model import Confidence, Fact, Metric
from presslens.pipeline.facts.passage import Passage
from presslens.pipeline.facts.versions import listed_kind

_KIND_BEFORE = re.compile(
    r"(?:模型|产品|工具|平台|软件|应用|APP|App|助手|系列|(?<!操作)系统|(?<!推理)(?<!训练)(?<!学习)(?<!开发)框架|方法|项目)"
    r"(?:名为|叫做?|取名|命名为|——|:|：|,名为|，名为)?\s?[（(《]?[“「]?\s?$"
)
_HAN = re.compile(r"[一-鿿]")
_MOST_SHOWN = 14
_KIND_AFTER = re.compile(r"[”」\s]*[^，,。；;、的是和与A-Za-z0-9]{0,6}(?:模型|(?<!推理)(?<!训练)(?<!学习)(?<!开发)框架|系列)")


def claim(
    passage: Passage,
    metric: Metric,
    start: int,
    end: int,
    subject: str,
    value: str,
    rule: str,
    source: str,
    confidence: Confidence,
) -> Fact:
    """Make a claim of a stretch of a sentence, its end where it is long: what is printed is shown, no sentence of it."""
    if len(_HAN.findall(passage.article.text, start, end)) > _MOST_SHOWN:
        start = end - _MOST_SHOWN
    return Fact(
        sentence_no=passage.no,
        start=start,
        end=end,
        surface=passage.article.text[start:end],
        kind="text",
        metric=metric,
        rule=rule,
        subject=subject,
        value_text=value,
        attributed_to=source,
        status="forecast" if re.search(r"将|预计|有望|未来", passage.between(start - 12, start)) else "actual",
        confidence=confidence,
    )


def is_called_model(passage: Passage, name: Hit) -> bool:
    """Tell whether a name is a model's: the lexicon's are, an unlisted one only where its kind is printed beside it."""
    if name.start in passage.products or listed_kind(name.name) == "model":
        return True
    if name.kind == "model" and not name.name.isascii():
        return True  # in Han letters nothing is taken for a model that its article does not introduce as one
    beside = _KIND_BEFORE.search(passage.between(name.start - 10, name.start))
    return bool(beside) or bool(_KIND_AFTER.match(passage.between(name.end, name.end + 14)))


def is_building_block(name: str) -> bool:
    """Tell whether a name is only a part that models are built of, as Transformer is."""
    return name in _building_blocks()


@cache
def _building_blocks() -> frozenset[str]:
    return frozenset(form for forms in table("architectures.toml").values() for form in forms)
