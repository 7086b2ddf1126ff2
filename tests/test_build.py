"""A fault of ours while one article is read costs none of the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from presslens.pipeline import rows
from presslens.pipeline.build import analyse, build
from presslens.pipeline.sentiment import accuracy, labels
from tests.labelled import gold_file

GOOD = "墨影科技2025年3月宣布完成2亿元融资，将用于训练视频模型。这家公司去年营收3亿元。"
BAD = "青鸾科技2025年4月宣布完成5亿元融资，将用于训练语音模型。公司员工已有三百人。"


@pytest.fixture
def fails_on_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows.extract

    def failing(article: Any, *others: Any) -> Any:
        if "青鸾" in article.text:
            raise KeyError("model")
        return whole(article, *others)

    monkeypatch.setattr(rows, "extract", failing)


@pytest.mark.usefixtures("fails_on_one")
def test_an_article_that_we_fail_on_is_told_and_the_others_are_read() -> None:
    tables, problems, _ = analyse([("good.txt", GOOD.encode()), ("bad.txt", BAD.encode())])
    assert tables["articles"].column("file").to_pylist() == ["good.txt"]
    assert [problem.file for problem in problems] == ["bad.txt"]
    assert str(problems[0].sentence).startswith("bad.txt was left out: Presslens failed on it (KeyError('model'))")


@pytest.mark.usefixtures("fails_on_one")
def test_a_dataset_is_built_from_the_articles_that_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "bad.txt").write_text(BAD, encoding="utf-8")
    made, problems = build(folder, tmp_path / "data")
    assert made.counts["articles"] == 1
    assert [problem.file for problem in problems] == ["bad.txt"]


@pytest.mark.usefixtures("fails_on_one")
def test_a_labelled_article_that_is_left_out_and_that_we_fail_on_is_told_and_the_others_are_measured(tmp_path: Path) -> None:
    folder, data = tmp_path / "articles", tmp_path / "data"
    folder.mkdir()
    subject = "AI视频模型Sora和Vidu能生成视频，文生视频大模型竞争激烈。" * 3
    (folder / "on_subject.txt").write_text(f"Sora与AI视频\n\n{subject}", encoding="utf-8")
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "bad.txt").write_text(BAD, encoding="utf-8")
    first = GOOD[: GOOD.index("。") + 1]
    data.mkdir()
    labels_of_both = [f"{name},0,{labels.mark_of(first)},0,," for name in ("good", "bad")]
    gold_file(data / labels.LABELS, labels.COLUMNS, labels_of_both)
    made, problems = build(folder, data, relevant_only=True)
    assert (made.counts["articles"], made.notes["in_passing"]) == (1, ["bad.txt", "good.txt"])
    assert [problem.file for problem in problems] == ["bad.txt"]
    measured = json.loads((data / accuracy.ACCURACY).read_text(encoding="utf-8"))["sets"]["all"]
    assert (measured["sentences"]["labels"], measured["missing_articles"]) == (1, ["bad"])


# Each of them stopped a build once.
ONCE_FAILED = [
    "和Sora、可灵不同,Lumora并不比谁快。它的模型Lumaris 4只有70亿参数。",
    "玛丽亚和塞尔奥·索萨2021年离开谷歌，两人租下一间旧工厂，花了3万元。",
]


@pytest.mark.parametrize("text", ONCE_FAILED)
def test_what_failed_once_is_read(text: str) -> None:
    _, problems, _ = analyse([("own.txt", text.encode())])
    assert problems == []
