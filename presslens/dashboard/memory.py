"""What the server keeps in memory, and what the garbage collector looks through after each run of a page."""

from __future__ import annotations

import atexit
import ctypes
import gc
import sys

import pyarrow as pa

_settled: set[str] = set()
# Arrow's own pools keep for later what they were once given; a small machine has better use for it.
pa.set_memory_pool(pa.system_memory_pool())
# Only the C library of Linux has it, and on Windows there is none to ask.
_give_back = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None


def settle(page: str) -> None:
    """After the first run of a page, take all that is loaded by then out of the garbage collector's sight.

    Streamlit collects garbage at the end of each run, and meanwhile nothing is sent to any browser: going through half a
    million objects of libraries, none of them garbage, took longer than a reader should wait for her evidence.
    """
    if page in _settled:
        return
    if not _settled:
        # DuckDB counts what is left of it when the process ends, and complains of what nobody collected.
        atexit.register(gc.unfreeze)
    _settled.add(page)
    gc.collect()
    gc.freeze()
    if _give_back:
        _give_back(0)
