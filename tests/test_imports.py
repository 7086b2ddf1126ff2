"""Data moves one way: each part of the code imports only what stands before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# The longest name that fits a module decides; what it may import of Presslens stands beside it.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "presslens": (),
    "presslens.record": (),
    "presslens.model": ("presslens.record",),
    "presslens.contract": (),
    "presslens.message": (),
    "presslens.tables": ("presslens.contract", "presslens.message"),
    "presslens.lexicon": ("presslens.model", "presslens.record"),
    "presslens.history": ("presslens.tables",),
    "presslens.pipeline": (
        "presslens.pipeline",
        "presslens.lexicon",
        "presslens.history",
        "presslens.tables",
        "presslens.message",
        "presslens.model",
        "presslens.record",
    ),
    # The lexicon tells the dashboard how a name is written in the reader's language, nothing more.
    "presslens.dashboard": (
        "presslens.dashboard",
        "presslens.lexicon",
        "presslens.history",
        "presslens.tables",
        "presslens.message",
        "presslens.model",
    ),
    "presslens.__main__": ("presslens",),
    "app": ("presslens.dashboard",),
    "pages": ("presslens.dashboard", "presslens.tables", "presslens.model"),
    "pages.add_articles": ("presslens.dashboard", "presslens.tables", "presslens.model", "presslens.pipeline.build"),
}
KNOWS_STREAMLIT = ("app", "pages", "presslens.dashboard")
SOURCES = sorted([*ROOT.glob("app.py"), *ROOT.glob("pages/*.py"), *ROOT.glob("presslens/**/*.py")])


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def within(module: str, parts: tuple[str, ...]) -> bool:
    return any(module == part or module.startswith(part + ".") for part in parts)


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # `from presslens import tables` names a module, `from presslens.tables import read` a thing in one.
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    module = module_of(path)
    rule = max((name for name in MAY_IMPORT if within(module, (name,))), key=len)
    ours = {name for name in imports_of(path) if within(name, ("presslens",))}
    assert {name for name in ours if not within(name, MAY_IMPORT[rule])} == set()


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_streamlit_is_known_to_the_dashboard_only(path: Path) -> None:
    assert within(module_of(path), KNOWS_STREAMLIT) or not any(within(name, ("streamlit",)) for name in imports_of(path))


@pytest.mark.parametrize("path", [path for path in SOURCES if "dashboard/charts" in path.as_posix()], ids=module_of)
def test_charts_are_pure(path: Path) -> None:
    assert not any(within(name, ("streamlit", "duckdb")) for name in imports_of(path))


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("st.cache_", ("presslens.dashboard.data",)),
        ("st.session_state", tuple(f"presslens.dashboard.{name}" for name in ("shell", "frame", "evidence", "opening"))),
        ("st.query_params", ("presslens.dashboard.frame",)),
        # A download is a file in memory; what stands on disk is written by the table contract alone.
        ("write_table(", ("presslens.tables", "presslens.dashboard.export.formats")),
    ],
)
def test_one_module_owns_what_must_stay_in_one_place(words: str, owner: tuple[str, ...]) -> None:
    users = {module_of(path) for path in SOURCES if words in path.read_text(encoding="utf-8")}
    assert {user for user in users if not within(user, owner)} == set()


def test_a_page_ends_early_in_its_frame_only() -> None:
    stops = [path for path in SOURCES if "st.stop()" in path.read_text(encoding="utf-8")]
    assert [module_of(path) for path in stops] == ["presslens.dashboard.frame.later"]
