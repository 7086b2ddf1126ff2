"""A dataset is the same whatever the number of processes it was built in."""

import subprocess
import sys

import pytest

from presslens import tables
from presslens.pipeline.workers import jobs_worth_it, way_to_start

SENTENCES = [
    "青鸾科技宣布完成{}亿元B轮融资，投后估值达到{}亿美元。",
    "该模型可以生成{}秒的视频，分辨率为1080P，测试者认为画面逼真，但价格昂贵。",
    "据远山咨询预测，到203{}年中国AI视频市场规模将达到{}亿元，年复合增长率为2{}%。",
]


def folder_of_articles(folder, count):
    for number in range(count):
        lines = [sentence.format(*[number + place for place in range(3)]) for sentence in SENTENCES]
        (folder / f"{number:02}.txt").write_text(f"第{number}期观察\n" + "\n".join(lines), encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


def build(articles, out, jobs):
    """Build in a process of its own: where tests of pages ran before, this one would start those pages again."""
    command = [sys.executable, "-m", "presslens", "build", str(articles), "--out", str(out), "--jobs", str(jobs)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return told.stdout + told.stderr


def test_two_processes_write_the_same_bytes_as_one(tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    folder_of_articles(articles, 9)
    alone, together = build(articles, tmp_path / "one", 1), build(articles, tmp_path / "two", 2)
    assert "empty.txt" in alone
    assert "empty.txt" in together
    assert tables.read(tmp_path / "one", "facts").num_rows > 0
    for table in (tmp_path / "one").glob("*.parquet"):
        assert table.read_bytes() == (tmp_path / "two" / table.name).read_bytes()


@pytest.mark.parametrize(
    ("platform", "threads", "way"), [("linux", 1, "fork"), ("linux", 2, "spawn"), ("darwin", 1, "spawn"), ("win32", 1, "spawn")]
)
def test_only_a_process_without_other_threads_is_forked(monkeypatch, platform, threads, way):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("threading.active_count", lambda: threads)
    assert way_to_start() == way


@pytest.mark.parametrize(("threads", "jobs"), [(1, [1, 2, 8, 8]), (2, [1, 1, 1, 5])])
def test_a_folder_is_worth_more_processes_where_they_share_what_is_loaded(monkeypatch, threads, jobs):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    monkeypatch.setattr("threading.active_count", lambda: threads)
    assert [jobs_worth_it(kilobytes * 1000) for kilobytes in (90, 200, 1_300, 10_000)] == jobs
