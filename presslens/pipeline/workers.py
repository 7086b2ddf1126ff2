"""Do the same to each of many things, in this process or in several; the results come in order, and are the same ones."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Literal, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# To start a process that first loads all lexicons takes as long as reading this much text; to part one with them, this much.
_BYTES_WORTH_A_PROCESS = {"spawn": 2_000_000, "fork": 100_000}

# So many more values than were given up are made before anything looks for those that only hold one another.
_SELDOM = 100_000


class Run(Protocol):
    """Does some work on each item, as `map` does."""

    def __call__(self, work: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the results in the order of the items."""


@contextmanager
def workers(jobs: int, prepare: Callable[[], object]) -> Iterator[Run]:
    """Give what does some work on many items in so many processes; one means this process.

    `prepare` loads what the work needs, before the processes part, where they can share it.

    >>> with workers(1, dict) as run:
    ...     list(run(len, ["算力", "显卡涨价"]))
    [2, 4]
    """
    if jobs <= 1:
        yield map
        return
    way = way_to_start()
    if way == "fork":
        prepare()
        gc.freeze()
    with ProcessPoolExecutor(jobs, mp_context=get_context(way), initializer=gc.set_threshold, initargs=(_SELDOM,)) as pool:
        yield pool.map


def way_to_start() -> Literal["fork", "spawn"]:
    """Tell how to start a process: parted from this one, or anew where that would copy a thread in the middle of its work.

    The threads that NumPy and PyArrow start by themselves stop for a fork and go on after it; those of macOS do not.
    """
    is_alone = threading.active_count() == 1
    return "fork" if is_alone and sys.platform == "linux" else "spawn"


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage seldom: nearly all that a build makes it keeps to its end, and looking took a twentieth of its time.

    >>> with seldom_collected():
    ...     gc.get_threshold()[0]
    100000
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def jobs_worth_it(total_bytes: int) -> int:
    """Tell in how many processes so much text is read soonest, up to one for each processor.

    >>> jobs_worth_it(50_000)
    1
    """
    return max(1, min(os.cpu_count() or 1, total_bytes // _BYTES_WORTH_A_PROCESS[way_to_start()]))
