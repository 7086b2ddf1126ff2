"""Whatever the text, figures are read without failing, in order, in place and in time that grows with it."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslens.pipeline.figures import read_quantities

PIECES = [
    *"0123456789零一二两三十百千万亿半多余几数点个年月日周时分秒元块角美成折倍级到至或、，。,.:~-—/$% \n上下第去今前后",
    *["2024年", "去年", "同月", "第二天", "上周五", "年底", "百分之", "分之", "美元", "人民币", "US$", "A100", "GPT-4", "参数"],
    *["24Q3", "FY25", "去年同期", "上周（", "几周前", "前几天", "（亿元）", "甚至", "俱乐部", "以来", "GPU"],
    *["超过", "不到", "左右", "以内", "凌晨", "下午3点", "1920x1080", "4K", "7B", "农历", "正月", "季度", "世纪", "年代"],
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
DATES = st.one_of(st.none(), st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
DENSE = [
    "1",
    "一",
    "1,",
    "1-",
    "千万",
    "年底",
    "第",
    "1月",
    "1年半",
    "上上",
    "7块",
    "1/",
    "$1",
    "1:",
    "数百",
    "百分之",
    "、1亿",
    "A1",
    "1 ",
    "两",
    "上周(",
    "去年同期",
    "24Q3-",
    "（亿）1",
    "几周前",
]


@given(text=TEXTS, reference=DATES)
@settings(max_examples=400, deadline=None)
def test_figures_are_in_order_and_printed_where_they_say(text: str, reference: date | None) -> None:
    figures = read_quantities(text, reference)
    assert all(figure.surface == text[figure.start : figure.end] != "" for figure in figures)
    assert all(one.end <= other.start for one, other in pairwise(figures))


@given(text=TEXTS, reference=DATES)
@settings(max_examples=200, deadline=None)
def test_ends_of_a_value_are_in_order(text: str, reference: date | None) -> None:
    figures = read_quantities(text, reference)
    plain = [f for f in figures if f.low is not None and f.high is not None and f.kind not in ("resolution", "datetime")]
    assert all(f.low <= f.high for f in plain if f.low is not None and f.high is not None)
    assert all(f.first_day <= f.last_day for f in figures if f.first_day and f.last_day)


def cpu_seconds(text: str) -> float:
    """Give the least of three runs: what else the process does, such as collecting garbage, only ever adds to one."""
    return min(cpu_seconds_once(text) for _ in range(3))


def cpu_seconds_once(text: str) -> float:
    start = time.process_time()
    read_quantities(text, date(2024, 5, 20))
    return time.process_time() - start


@pytest.mark.parametrize("piece", DENSE)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    cpu_seconds(piece * 50)
    short, long = cpu_seconds(piece * 1_000), cpu_seconds(piece * 8_000)
    assert long < 24 * max(short, 0.005)


@given(head=st.sampled_from(PIECES), count=st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_repetition_costs_no_more_than_a_fraction_of_a_second(head: str, count: int) -> None:
    assert cpu_seconds(f"融资{head * count}元") < 0.5
