"""What can wait until the page's first chart is on its way: who clicks on a filter looks at the chart, not at the filters.

Where the frame stands already, its widgets hold what the reader chose before they are drawn again, and where a reader arrives
by an address without filters, they will hold nothing. Their places are taken in order, so that nothing on screen moves, and
filled once the page is drawn, first what waits of the page itself. Any other frame is drawn at once: only then do its
widgets take up what the URL says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from time import sleep
from typing import NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from presslens.dashboard.frame import language
from presslens.dashboard.text import Text, escape
from presslens.tables import DatasetError

# Streamlit's server sends every 10 ms what has been drawn, and its client gathers for 10 ms what it then draws at once: after
# such a pause the browser draws a chart before it turns to all that follows.
PAUSE_SECONDS = 0.02
# The first chart of a visit waits for Plotly, as large as all else together: its browser has it by then, unless it comes from
# far, and makes it ready before it turns to the filters.
FIRST_PAUSE_SECONDS = 0.25
_RUN, _STANDS = "frame_run", "frame_stands"
_Waiting = tuple[DeltaGenerator, Callable[[], object]]


@dataclass
class _Run:
    """One run that may wait: what waits of page and frame, and whether the browser was given time for a first chart."""

    first: bool
    of_page: list[_Waiting] = field(default_factory=list)
    of_frame: list[_Waiting] = field(default_factory=list)
    paused: bool = False


def begin(offered: tuple[str, ...], *, filtered: bool) -> None:
    """Begin a run, told all that decides what the frame's widgets offer: with the same as last time the frame stands.

    `filtered` tells whether the URL names filters. Where nothing is offered, this frame and the next are drawn at once.
    """
    stood = st.session_state.get(_STANDS)
    waits = offered and (stood == offered or (stood is None and not filtered))
    st.session_state[_RUN] = _Run(first=stood is None) if waits else None
    st.session_state[_STANDS] = offered


def draw(fill: Callable[[], object], *, of_page: bool = False) -> None:
    """Take a place here, and fill it by calling `fill` once the page stands, or at once where the frame does not.

    What waits of the page itself is filled before what waits of the frame.
    """
    place, run = st.container(), _run()
    if run:
        (run.of_page if of_page else run.of_frame).append((place, fill))
        return
    with place:
        fill()


def let_through() -> None:
    """Let the browser draw what it has got before it gets the rest; only the first call in a run does."""
    run = _run()
    if run and not run.paused:
        run.paused = True
        sleep(PAUSE_SECONDS)


def finish() -> None:
    """Fill every place that waits."""
    run, st.session_state[_RUN] = _run(), None
    try:
        if run:
            _fill(run.of_page)
            if run.first and run.paused:
                sleep(FIRST_PAUSE_SECONDS)
            _fill(run.of_frame)
    except DatasetError as error:
        st.error(escape(Text(language.spoken()).told(error.message)), icon=":material/error:")


def _fill(waiting: Iterable[_Waiting]) -> None:
    for place, fill in waiting:
        with place:
            fill()


def stop() -> NoReturn:
    """End a page early, in its frame: after Streamlit's own stop nothing more can be drawn."""
    finish()
    st.stop()


def _run() -> _Run | None:
    return st.session_state.get(_RUN)
