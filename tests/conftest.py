"""What holds for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from presslens.dashboard.frame import later
from tests import made


@pytest.fixture(autouse=True)
def no_browser_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page that no browser draws leave out the pauses that give one time."""
    monkeypatch.setattr(later, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(later, "FIRST_PAUSE_SECONDS", 0.0)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the small dataset of `made` the one the dashboard shows."""
    monkeypatch.setenv("PRESSLENS_DATA", str(tmp_path))
    return made.dataset(tmp_path)
