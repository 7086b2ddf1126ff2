"""Streamlit's own widgets with nothing of ours, not even the theme: what fails here is Streamlit's doing."""

import datetime

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


def widgets():
    st.title("Title")
    st.caption("Caption")
    st.markdown("Text with a [link](https://example.org).")
    st.metric("Metric", 5)
    st.text_input("Text input")
    st.text_area("Text area")
    st.segmented_control("Segmented control", ["First", "Second"], default="First")
    st.pills("Pills", ["First", "Second"], selection_mode="multi", default=["First"])
    st.toggle("Toggle")
    st.file_uploader("File uploader")
    st.button("Button")
    st.button("Primary button", type="primary")
    st.download_button("Download button", "text")
    st.dataframe(pd.DataFrame({"a": [1, 2]}), on_select="rerun", selection_mode="single-row", alt="Table")
    st.plotly_chart(go.Figure(go.Bar(x=[1, 2], y=[3, 4])), on_select="rerun", alt="Chart")
    st.tabs(["Tab a", "Tab b"])[0].write("In a tab")
    st.expander("Expander").write("In an expander")
    st.popover("Popover").write("In a popover")
    st.info("Info")
    st.warning("Warning")
    st.link_button("Link button", "https://example.org")


def other():
    st.title("Other")


st.set_page_config(page_title="Bare")
pages = {"": [st.Page(widgets, title="Widgets")], "Group": [st.Page(other, title="Other")]}
with st.sidebar:
    st.multiselect("Multiselect", ["First", "Second"], default=["First"])
    st.date_input("Date", (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)))
    st.selectbox("Selectbox", ["First", "Second"])
st.navigation(pages).run()
