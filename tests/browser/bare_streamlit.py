"""A Streamlit page with the widgets that Presslens uses and nothing of ours: what fails here is Streamlit's own."""

import datetime

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="Bare")
with st.sidebar:
    st.multiselect("Multiselect", ["a", "b"], default=["a"])
    st.date_input("Date", (datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)))
    st.segmented_control("Segmented control", ["a", "b"], default="a")
    st.selectbox("Selectbox", ["a", "b"])
st.title("Title")
st.caption("Caption")
st.markdown("Text with a [link](https://example.org).")
st.metric("Metric", 5)
st.text_input("Text input")
st.text_area("Text area")
st.pills("Pills", ["a", "b"], selection_mode="multi", default=["a"])
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
