"""What a link made on another version of the data is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from presslens import history, tables
from presslens.dashboard.aggregates import changes
from presslens.dashboard.filters import Filters
from tests import made


def told(folder: Path) -> object:
    return history.values(*(tables.read(folder, name).to_pandas() for name in ("facts", "claims", "articles", "mentions")))


def rebuilt(folder: Path, **changed: list[dict[str, object]]) -> str:
    """Build another dataset over one, as a build does, and give the fingerprint of the one before."""
    fingerprint = tables.manifest(folder).fingerprint
    history.keep(folder)
    made.dataset(folder, **changed)
    return fingerprint


def compared(folder: Path, version: str, filters: Filters, metrics: tuple[str, ...] = ()) -> dict[str, str]:
    old, new = history.read(folder, version), told(folder)
    assert old is not None
    found = changes.between(changes.left(old, filters, metrics), changes.left(new, filters, metrics))  # type: ignore[arg-type]
    return dict(zip(found["fact_id"], found["change"], strict=True))


@pytest.fixture
def version(tmp_path: Path) -> str:
    """A dataset built anew: f2 reads 18 s instead of 16, f5 is gone, f8 is new, and everything else is as it was."""
    made.dataset(tmp_path)
    facts = [
        {**fact, "low": 18.0, "high": 18.0} if fact["fact_id"] == "f2" else fact
        for fact in made.FACTS
        if fact["fact_id"] != "f5"
    ]
    return rebuilt(tmp_path, facts=[*facts, made.fact(fact_id="f8", low=6e9, high=6e9)])


@pytest.mark.parametrize(
    ("filters", "metrics", "expected"),
    [
        (Filters(), (), {"f8": "new", "f5": "gone", "f2": "changed"}),
        (Filters(), ("market_size",), {"f8": "new", "f5": "gone"}),
        (Filters(outlets=("Harbour Daily",)), (), {"f8": "new", "f2": "changed"}),
        (Filters(outlets=("unknown",)), (), {"f5": "gone"}),
        (Filters(models=("Vidu",)), (), {"f2": "changed"}),
        (Filters(topics=("models",)), (), {"f2": "changed"}),
        (Filters(since=date(2024, 1, 1)), (), {"f8": "new", "f2": "changed"}),
        (Filters(outlets=("Hill Weekly",)), (), {}),
    ],
)
def test_of_what_a_link_showed_it_is_told_what_changed(
    tmp_path: Path, version: str, filters: Filters, metrics: tuple[str, ...], expected: dict[str, str]
) -> None:
    assert compared(tmp_path, version, filters, metrics) == expected


@pytest.mark.parametrize("filters", [Filters(), Filters(models=("Sora",)), Filters(topics=("market",), since=date(2024, 3, 1))])
def test_the_past_is_filtered_as_the_present_is(tmp_path: Path, filters: Filters) -> None:
    from presslens.dashboard.data import Source

    source = Source(made.dataset(tmp_path), "1", "1")
    left = changes.left(told(tmp_path), filters, ())  # type: ignore[arg-type]
    shown = [*source.select("facts", filters)["fact_id"], *source.select("claims", filters)["fact_id"]]
    assert sorted(left["fact_id"]) == sorted(shown)


def test_only_the_last_versions_are_kept(tmp_path: Path) -> None:
    made.dataset(tmp_path)
    versions = [rebuilt(tmp_path, facts=[made.fact(low=float(n), high=float(n))]) for n in range(1, history.MOST_VERSIONS + 3)]
    assert list(history.versions(tmp_path)) == versions[-history.MOST_VERSIONS :]


def test_a_version_that_is_not_kept_is_none(tmp_path: Path) -> None:
    assert history.read(made.dataset(tmp_path), "0123456789abcdef") is None


def test_a_damaged_version_is_none(tmp_path: Path, version: str) -> None:
    history.versions(tmp_path)[version].write_bytes(b"PAR1")
    assert history.read(tmp_path, version) is None


def test_where_there_is_no_dataset_nothing_is_kept(tmp_path: Path) -> None:
    assert history.keep(tmp_path) is None
