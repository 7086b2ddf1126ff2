"""What holds for every test."""

from __future__ import annotations

import pytest

from presslens.dashboard.frame import later


@pytest.fixture(autouse=True)
def no_browser_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page that no browser draws leave out the pauses that give one time."""
    monkeypatch.setattr(later, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(later, "FIRST_PAUSE_SECONDS", 0.0)
