"""Do the same to each of many things, in this process or in several; the results come in order, and are the same ones."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# A process first loads all lexicons, which takes as long as reading this much text.
_BYTES_WORTH_A_PROCESS = 1_000_000
_AT_A_TIME = 8


# So many more values than were given up are made before anything looks for those that only hold one another.
_SELDOM = 100_000


class Run(Protocol):
    """Does some work on each item, as `map` does."""

    def __call__(self, work: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        """Give the results in the order of the items."""


@contextmanager
def workers(jobs: int) -> Iterator[Run]:
    """Give what does some work on many items in so many processes; one means this process.

    >>> with workers(1) as run:
    ...     list(run(len, ["算力", "显卡涨价"]))
    [2, 4]
    """
    if jobs <= 1:
        yield map
        return
    # Forking would copy whatever threads the libraries hold in the middle of what they do.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=gc.set_threshold, initargs=(_SELDOM,)) as pool:
        yield partial(pool.map, chunksize=_AT_A_TIME)


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
    """Tell in how many processes so much text is read soonest: one more for every megabyte, up to one for each processor.

    >>> jobs_worth_it(500_000)
    1
    """
    return max(1, min(os.cpu_count() or 1, total_bytes // _BYTES_WORTH_A_PROCESS))
