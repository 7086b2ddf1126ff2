"""Articles of the reader's own, read for this visit only."""

import streamlit as st

from presslens.dashboard import additions, shell

view = shell.page("add_articles")
text = view.text

documents = additions.ask(text)
if documents:
    # Reading brings in the whole pipeline: only a visitor who adds something waits for it.
    from presslens.pipeline.build import analyse

    with st.spinner(text("Reading …")):
        shell.keep_added(additions.read(documents, shell.added(), analyse))
    st.rerun()

kept = shell.added()
if kept:
    additions.report(kept, view)
    st.button(text("Remove what I added"), on_click=shell.forget_added, icon=":material/delete:")
