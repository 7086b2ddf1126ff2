"""Requests sent as JSON lines are read one by one, and a bad one is named."""

from __future__ import annotations

import pytest

from presslens.pipeline.figures.command import answer
from presslens.pipeline.lines import LineError, requests

BAD = ["{", "[]", '{"id": 1}', '{"text": 5}']


@pytest.mark.parametrize("line", BAD)
def test_a_bad_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(LineError, match="Line 2"):
        list(requests(['{"text": "好"}', line]))


def test_empty_lines_are_skipped_but_counted() -> None:
    assert [number for number, _ in requests(["", '{"text": "好"}', "  "])] == [2]


def test_a_bad_reference_date_is_named() -> None:
    with pytest.raises(LineError, match="ref of line 1"):
        list(answer(['{"text": "今年1月", "ref": "soon"}']))
