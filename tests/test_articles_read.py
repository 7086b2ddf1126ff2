from pathlib import Path

import pytest

from presslens.pipeline.articles import ArticleError, load, load_bytes, load_folder, read_bytes, read_file
from presslens.pipeline.articles.read import LARGEST_BYTES, front_matter

SIMPLIFIED = (
    "这家公司在春天发布了新的视频模型，并且宣布将在年内开放测试。业内人士认为，算力仍然是最大的难题。\n第二段只有一句话。"
)
TRADITIONAL = (
    "這家公司在春天發佈了新的影片模型，並且宣布將在年內開放測試。業內人士認為，算力仍然是最大的難題。\n第二段只有一句話。"
)

ENCODINGS = [
    (text, encoding)
    for text in (SIMPLIFIED, TRADITIONAL)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")
] + [(TRADITIONAL, "big5")]


@pytest.mark.parametrize(("text", "encoding"), ENCODINGS)
def test_every_encoding_that_chinese_comes_in_is_read(text: str, encoding: str) -> None:
    assert read_bytes("a.txt", text.encode(encoding)).content == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_text_cut_inside_a_character_is_still_read(encoding: str) -> None:
    assert read_bytes("a.txt", TRADITIONAL.encode(encoding)[:-4] + b"\x81").content.startswith("這家公司在春天發佈")


def test_line_ends_of_other_systems_become_plain_ones() -> None:
    assert read_bytes("a.txt", "第一行的文字\r\n第二行的文字\r第三行".encode()).content == "第一行的文字\n第二行的文字\n第三行"


REFUSED = [
    ("a.txt", b"", "is empty"),
    ("a.txt", b" \n\t ", "is empty"),
    ("a.txt", "\u3000\n\u3000".encode(), "only white space"),
    ("a.txt", bytes(range(256)) * 40, "no text that can be read"),
    ("a.txt", b"\x7fELF\x02\x01\x01\x00" + b"\x00\x01\x90\xfe" * 500, "no text that can be read"),
    ("a.jpg", b"%PDF-1.7", "a type that is not read"),
    ("a", "没有后缀的文件".encode(), "a type that is not read"),
    ("a.md", "---\ntitle: 只有头\n---\n".encode(), "no article below it"),
    ("a.html", "<html><body><a href='/'>首页</a><a href='/b'>登录</a></body></html>".encode(), "no article was found"),
    ("a.txt", b"x" * (LARGEST_BYTES + 1), "too large"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_what_is_no_article_is_refused_in_one_sentence(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refusal:
        read_bytes(name, data)
    assert str(refusal.value).startswith(name)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "junk.txt"
    with path.open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    with pytest.raises(ArticleError, match="40 MB"):
        read_file(path)


def test_a_missing_file_is_said() -> None:
    with pytest.raises(ArticleError, match="cannot be opened"):
        read_file(Path("nowhere.txt"))


def test_front_matter_is_taken_off_and_read() -> None:
    body, head = front_matter('---\ntitle: "新「模型」"\ndate: 2024-05-06\ntags:\n  - "hkej"\n  - b\nmenu: ""\n---\n\n正文')
    assert (body.strip(), head) == ("正文", {"title": "新「模型」", "date": "2024-05-06", "tags": "hkej,b"})


PARAGRAPHS = [
    "一家总部设在杭州的公司昨天公布了新的视频模型，可以根据一句话生成二十秒的画面，并且保持人物前后一致。",
    "公司负责人在发布会上说，模型目前只向少数创作者开放，下半年会逐步放开，价格还没有确定，但不会高于同行。",
    "分析人士认为，这一步会让短片制作的成本明显下降，不过训练所需要的算力仍然是多数团队难以承担的，竞争才刚开始。",
]
PAGE = f"""<html><head><title>杭州公司发布新视频模型_数码周刊网</title>
<meta property="og:title" content="杭州公司发布新视频模型"><meta property="og:site_name" content="数码周刊网">
<meta property="article:published_time" content="2024-05-06T08:00:00+08:00"><meta name="author" content="林小明">
<link rel="canonical" href="https://example.org/a/1"></head><body>
<nav><a href="/">首页</a> <a href="/tech">科技</a> <a href="/money">财经</a> <a href="/login">登录</a></nav>
<article><h1>杭州公司发布新视频模型</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}</article>
<ul><li><a href="/2">相关新闻一</a></li><li><a href="/3">相关新闻二</a></li></ul>
<footer>版权所有 数码周刊网</footer></body></html>"""


def test_the_article_is_taken_out_of_a_page() -> None:
    article = load_bytes("a.html", PAGE.encode("gb18030"))
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)
    assert "登录" not in article.text
    assert "版权" not in article.text


def test_a_page_says_who_wrote_it_and_when() -> None:
    article = load_bytes("a.html", PAGE.encode())
    found = (article.title, article.outlet, article.author, str(article.published), article.url)
    assert found == ("杭州公司发布新视频模型", "数码周刊网", "林小明", "2024-05-06", "https://example.org/a/1")


def test_a_folder_gives_its_articles_and_a_reason_for_every_other_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SIMPLIFIED, encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "b.md").write_text(TRADITIONAL, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(SIMPLIFIED, encoding="gb18030")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "english.txt").write_text("Nothing Chinese in here.", encoding="utf-8")
    (tmp_path / ".hidden").write_bytes(b"x")
    articles, problems = load_folder(tmp_path)
    assert [article.file for article in articles] == ["a.txt", "below/b.md"]
    assert [problem.file for problem in problems] == ["copy.txt", "empty.txt", "english.txt"]
    assert "same article as a.txt" in str(problems[0].sentence)


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="is empty"):
        load_folder(tmp_path)


def test_the_same_text_has_the_same_id_whatever_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TRADITIONAL, encoding="big5")
    assert load(tmp_path / "a.txt").article_id == load_bytes("b.txt", TRADITIONAL.encode()).article_id
