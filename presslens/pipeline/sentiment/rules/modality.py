"""What is asked, supposed or thought possible is not said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presslens.pipeline.sentiment.words import Role

if TYPE_CHECKING:
    from presslens.pipeline.sentiment.reading import Reading

_ASKED = 0.3
_SUPPOSED = 0.4
_POSSIBLE = 0.75
_RHETORICAL = -0.7
_AIMED = 0.35
_ADVISED = 0.4


def asked(reading: Reading) -> None:
    """Weigh what a question says little, unless it is rhetorical: then it says the opposite.

    Who asks why it leads takes it for granted that it does.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("难道这还不够逼真吗？").total() > read("画面逼真吗？").total() > 0
    True
    """
    tokens, clauses = reading.tokens, reading.clauses
    if reading.roles & Role.PRESUPPOSED:
        return
    is_question = reading.text.rstrip('”"’」』 ').endswith(("?", "？"))
    if not is_question and not reading.roles & Role.RHETORICAL:
        return
    rhetorical = {clauses[i] for i, token in enumerate(tokens) if token.roles & Role.RHETORICAL}
    queried = set(clauses[-1:]) if is_question else set()
    for i in range(len(tokens)):
        if clauses[i] in rhetorical:
            reading.values[i] *= _RHETORICAL
        elif clauses[i] in queried:
            reading.values[i] *= _ASKED


def supposed(reading: Reading) -> None:
    """Weigh a condition, and what would follow from it, less.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("如果失败，公司就会倒闭").total() > read("公司失败，已经倒闭").total()
    True
    """
    first = next(i for i, token in enumerate(reading.tokens) if token.roles & Role.HYPOTHETICAL)
    for i in range(first + 1, len(reading.tokens)):
        reading.values[i] *= _SUPPOSED


def possible(reading: Reading) -> None:
    """Weigh what may be a little less.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("可能失败").total() > read("失败").total()
    True
    """
    for i, token in enumerate(reading.tokens):
        if token.roles & Role.POSSIBILITY:
            for j in range(i + 1, len(reading.tokens)):
                if reading.clauses[j] != reading.clauses[i]:
                    break
                reading.values[j] *= _POSSIBLE


def aimed(reading: Reading) -> None:
    """Weigh what is only wanted, planned or tried less.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("公司希望取得突破").total() < read("公司取得突破").total()
    True
    """
    _weigh_after(reading, Role.AIM, _AIMED)


def advised(reading: Reading) -> None:
    """Weigh what should be done, or on what it depends, less than what is so.

    >>> from presslens.pipeline.sentiment.reading import read
    >>> read("企业应当克服困难，积极创新").total() < read("企业积极创新").total()
    True
    """
    _weigh_after(reading, Role.ADVICE, _ADVISED)


def _weigh_after(reading: Reading, role: int, factor: float) -> None:
    """Weigh what follows the first word of a role by a factor, up to a contrast or to what is concluded from it."""
    first = next(i for i, token in enumerate(reading.tokens) if token.roles & role)
    for i in range(first + 1, len(reading.tokens)):
        if reading.tokens[i].roles & (Role.CONTRAST | Role.CONCLUSION):
            return
        reading.values[i] *= factor


RULES = (
    (Role.ANY, asked),
    (Role.HYPOTHETICAL, supposed),
    (Role.POSSIBILITY, possible),
    (Role.AIM, aimed),
    (Role.ADVICE, advised),
)
