"""Values that cost no more to make, and to ask, than any other object.

Python lets a frozen dataclass set each of its fields through `object.__setattr__`, which takes three times as long, and an
article is some ten thousand such values. So mypy holds everybody to leave a record as it is, and nothing does at run time.
"""

from __future__ import annotations

import sys
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
    from dataclasses import dataclass, fields
    from functools import cache
    from operator import attrgetter

    def replace(value: Any, **changes: Any) -> Any:
        """Give a copy of a record with some of its fields changed, as dataclasses do it, at a third of the cost."""
        names, values = _fields_of(type(value))
        return type(value)(**dict(zip(names, values(value), strict=True)) | changes)

    @cache
    def _fields_of(kind: type) -> tuple[tuple[str, ...], attrgetter]:
        names = tuple(field.name for field in fields(kind))
        return names, attrgetter(*names)

    def record(*, frozen: bool, slots: bool = False) -> Any:
        """Make a dataclass compared and hashed by its values, as a frozen one is."""
        return dataclass(unsafe_hash=frozen, slots=slots)


__all__ = ["computed_once", "record", "replace"]
