"""What a reader brings herself: asking for it, having it read, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa
import streamlit as st

from presslens.dashboard import panels, rows
from presslens.dashboard.data import Added
from presslens.dashboard.text import Text, escape
from presslens.message import Message

if TYPE_CHECKING:
    from presslens.dashboard.view import View

LIMIT_MB = 20
KINDS = ["txt", "md", "html", "htm", "docx", "pdf", "zip"]

Document = tuple[str, bytes]
Analyse = Callable[[list[Document]], tuple[dict[str, pa.Table], Sequence[tuple[str, Message]], dict[str, str]]]


def ask(text: Text) -> list[Document]:
    """Draw the form for pasting and uploading, and give what was just handed in."""
    with st.form("add", clear_on_submit=True):
        pasted = st.text_area(
            text("Paste an article"),
            height=220,
            max_chars=1_000_000,
            placeholder=text("Title, outlet and date on the first lines help; then the text."),
        )
        uploads = st.file_uploader(
            text("Or upload files (.txt, .md, .html, .docx, .pdf or a .zip of them; at most {n} MB each)", n=LIMIT_MB),
            type=KINDS,
            accept_multiple_files=True,
            max_upload_size=LIMIT_MB,
        )
        sent = st.form_submit_button(text("Read them"), type="primary", icon=":material/add_notes:")
    if not sent:
        return []
    documents = [(upload.name, upload.getvalue()) for upload in uploads]
    if pasted.strip():
        documents.append((text("pasted.txt"), pasted.encode()))
    if not documents:
        st.warning(text("There is nothing to read yet: paste some text or choose a file."))
    return documents


def read(documents: Sequence[Document], before: Added | None, analyse: Analyse) -> Added:
    """Have documents read together with those added before, so that copies among them are seen."""
    everything = tuple(dict.fromkeys((*(before.documents if before else ()), *documents)))
    tables, problems, texts = analyse(list(everything))
    return Added(everything, tables, tuple(problems), texts)


def report(added: Added, view: View) -> None:
    """Draw what was read of what was added, and what was not, and why."""
    text = view.text
    articles = added.tables["articles"].to_pandas()
    facts = added.tables["facts"].to_pandas()
    if len(articles):
        st.header(text.plural("{n} article read", "{n} articles read", len(articles)), anchor=False)
        panels.of_rows(rows.of_articles(articles, facts, text), key="added", alt=text("The articles you added"), view=view)
        st.caption(text("They count on every page until you close this tab or remove them, and nobody else sees them."))
    if added.problems:
        st.header(text.plural("{n} document not read", "{n} documents not read", len(added.problems)), anchor=False)
        for document, reason in added.problems:
            st.warning(f"**{escape(document)}**: {escape(text.told(reason))}", icon=":material/unknown_document:")
