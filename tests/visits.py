"""A visitor without a browser: opens a page by its address, and reads what it says."""

from __future__ import annotations

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from presslens.dashboard.ledger import Entry, Ledger

ROOT = Path(__file__).parent.parent


def visit(name: str, *said: Entry, **query: str | list[str]) -> AppTest:
    """Open a page by its address, as the first request of a visitor who has `said` something of figures."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if said:
        app.session_state["ledger"] = Ledger(said)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    return app if name == "overview" else app.switch_page(f"pages/{name}.py").run()


def words(app: AppTest) -> str:
    """Give everything a page says in warnings, errors and notes."""
    return " ".join(str(box.value) for boxes in (app.error, app.warning, app.info) for box in boxes).replace("\\", "")


def articles_counted(app: AppTest) -> str:
    """Give the number of articles that the landing page says it covers."""
    counts = (re.fullmatch(r".+  \n\*\*([\d,]+)\*\*", str(block.value)) for block in app.markdown)
    return next((found[1] for found in counts if found), "")
