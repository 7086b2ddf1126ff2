"""A dataset that cannot be read is said in one clear sentence on every page, and the page is well again once it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import shipped
from tests.browser.server import Server, serve
from tests.browser.visit import PAGES, Visitor


def no_manifest(data: Path) -> None:
    (data / "dataset.json").unlink()


def older_version(data: Path) -> None:
    body = json.loads((data / "dataset.json").read_text(encoding="utf-8"))
    (data / "dataset.json").write_text(json.dumps({**body, "schema_version": 0}), encoding="utf-8")


def missing_table(data: Path) -> None:
    (data / "facts.parquet").unlink()


def corrupt_table(data: Path) -> None:
    (data / "mentions.parquet").write_bytes(b"PAR1 and then nothing of the kind")


DAMAGES: dict[Callable[[Path], None], str] = {
    no_manifest: "dataset.json is missing",
    older_version: "schema version 0",
    missing_table: "The table facts is missing",
    corrupt_table: "The table mentions is damaged",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data") / "data"


@pytest.fixture(scope="module")
def damaged_site(data: Path) -> Iterator[Server]:
    with serve(data=data) as server:
        yield server


@pytest.fixture(autouse=True)
def whole_again(data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(shipped.DATA, data, ignore=shutil.ignore_patterns("local"))


@pytest.mark.parametrize(("damage", "said"), DAMAGES.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_damaged_dataset_is_said_on_every_page(
    browser: Browser, damaged_site: Server, data: Path, damage: Callable[[Path], None], said: str
) -> None:
    damage(data)
    with Visitor.arriving(browser, damaged_site) as visitor:
        for path in PAGES:
            page = visitor.open(path)
            expect(page.get_by_test_id("stAlert")).to_have_count(1)
            expect(page.get_by_test_id("stAlert")).to_contain_text(said)
            expect(page.get_by_test_id("stException")).to_have_count(0)


def test_the_page_is_well_again_when_the_dataset_is(browser: Browser, damaged_site: Server, data: Path) -> None:
    missing = data / "facts.parquet"
    missing.rename(data / "elsewhere")
    with Visitor.arriving(browser, damaged_site) as visitor:
        expect(visitor.open().get_by_test_id("stAlert")).to_have_count(1)
        (data / "elsewhere").rename(missing)
        expect(visitor.open().locator(".st-key-counts strong").first).to_be_visible()
