"""A frozen dataclass that costs no more to make than any other object.

Python lets a frozen dataclass set each of its fields through `object.__setattr__`, which takes three times as long, and an
article is some ten thousand such values. So mypy holds everybody to leave a record as it is, and nothing does at run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool = False) -> Any:
        """Make a dataclass compared and hashed by its values, as a frozen one is."""
        return dataclass(unsafe_hash=frozen, slots=slots)


__all__ = ["record"]
