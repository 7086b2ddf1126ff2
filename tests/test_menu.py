"""The menu carries from page to page what the frame's widgets hold in the address, and leaves the page's own behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from presslens.dashboard.frame import menu
from tests.test_review import ACCEPTED
from tests.visits import visit

# Pages that have no widget in common but those of the frame.
PAGES = ("overview", "compare_models", "method")


def bound(block: Any) -> Iterator[str]:
    """Give the names under which the widgets of a part of the screen stand in the address."""
    name = getattr(getattr(block, "proto", None), "query_param_key", "")
    if name:
        yield name
    for child in getattr(block, "children", {}).values():
        yield from bound(child)


def test_the_menu_carries_what_the_frame_binds_and_nothing_else(data: Path) -> None:
    # With something said of a figure, so that the switch to what was accepted is drawn too.
    screens = [visit(page, ACCEPTED) for page in PAGES]
    in_the_address = [{*bound(screen.main), *bound(screen.sidebar)} for screen in screens]
    assert set.intersection(*in_the_address) == set(menu.EVERYWHERE)
