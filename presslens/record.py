"""Values that cost no more to make, and to ask, than any other object.

Python lets a frozen dataclass set each of its fields through `object.__setattr__`, which takes three times as long, and an
article is some ten thousand such values. So mypy holds everybody to leave a record as it is, and nothing does at run time.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as computed_once
else:

    class computed_once:
        """Compute a property when it is first asked for, without the lock that Python took for it up to 3.11."""

        def __init__(self, function: Any) -> None:
            self.function = function
            self.__doc__ = function.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            """Remember under what name the value is kept."""
            self.name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            """Compute the value and keep it where it is found before this is asked again."""
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.function(instance)
            return value


if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import replace
else:
    from dataclasses import dataclass

    def replace(value: Any, **changes: Any) -> Any:
        """Give a copy of a record with some of its fields changed, as dataclasses do it, at a third of the cost."""
        return type(value)(**fields_of(value) | changes)

    def record(*, frozen: bool, slots: bool = False) -> Any:
        """Make a dataclass compared and hashed by its values, as a frozen one is."""
        return dataclass(unsafe_hash=frozen, slots=slots)


def fields_of(value: object) -> dict[str, Any]:
    """Give the fields of a flat record by name; `asdict` would copy each of them, at eight times the cost.

    >>> from presslens.model import Sentence
    >>> fields_of(Sentence(1, 0, 5))
    {'no': 1, 'start': 0, 'end': 5}
    """
    kind = type(value)
    if kind not in _readers:
        names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
        _readers[kind] = names, attrgetter(*names)
    names, values = _readers[kind]
    return dict(zip(names, values(value), strict=True))


_readers: dict[type, tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]] = {}


__all__ = ["computed_once", "fields_of", "record", "replace"]
