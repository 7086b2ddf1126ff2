"""Word files, PDFs and archives, each made here."""

import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from presslens.pipeline.articles import ArticleError, Problem, load_all, load_bytes, load_folder, read_bytes
from presslens.pipeline.articles.archives import LARGEST_UNPACKED_BYTES, MOST_FILES
from presslens.pipeline.build import analyse

LINES = [
    "新模型公布的那一天",
    "來源：明報",
    "2024-03-04",
    "這家公司公布了新的視頻模型，可以根據一句話生成二十秒的畫面。",
    "價格還沒有確定。",
]
TEXT = "\n".join(LINES).encode()


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def word_file(body: str, head: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return packed({"word/document.xml": f'{head}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()})


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def pdf_file(pages: list[list[str]], *, with_text: bool = True) -> bytes:
    """Make a PDF whose font is named by its characters, one code each, as a browser prints one."""
    characters = sorted({character for page in pages for line in page for character in line})
    code = {character: number + 1 for number, character in enumerate(characters)}
    mapped = "".join(f"<{number:04x}> <{character.encode('utf-16-be').hex()}>\n" for character, number in code.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(code)} beginbfchar\n{mapped}endbfchar endcmap"
    )
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    heads = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        stream(cmap),
    ]
    bodies = [one for number, page in enumerate(pages) for one in pdf_page(page, number, code, with_text=with_text)]
    return whole([*heads, *bodies])


def pdf_page(lines: list[str], number: int, code: dict[str, int], *, with_text: bool) -> tuple[str, str]:
    """Make the two objects of a page: the page itself and what is drawn on it."""
    shown = "".join(
        f"1 0 0 1 50 {800 - 20 * at} Tm <{''.join(f'{code[character]:04x}' for character in line)}> Tj\n"
        for at, line in enumerate(lines)
    )
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] "
        f"/Resources << /Font << /F1 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>"
    )
    return page, stream(f"BT /F1 12 Tf\n{shown}ET" if with_text else "0 0 100 100 re f")


def stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def whole(objects: list[str]) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF"
    return made + tail.encode()


def test_a_word_file_gives_its_paragraphs_and_tables() -> None:
    table = "<w:tbl><w:tr><w:tc>" + paragraph("模型") + "</w:tc><w:tc>" + paragraph("20秒") + "</w:tc></w:tr></w:tbl>"
    body = "".join(paragraph(line[:4], line[4:]) for line in LINES) + table
    article = load_bytes("a.docx", word_file(body))
    assert (article.title, article.outlet, str(article.published)) == (LINES[0], "明報", "2024-03-04")
    assert LINES[3] in article.text
    assert "模型 20秒" in article.text


def test_deleted_words_of_a_word_file_stay_out() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>這是刪掉的一句話。</w:delText></w:r></w:del></w:p>"
    assert "刪掉" not in load_bytes("a.docx", word_file(deleted + "".join(map(paragraph, LINES)))).text


def test_a_word_file_cannot_make_its_reader_open_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("不能讀到的內容", encoding="utf-8")
    head = f'<!DOCTYPE a [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>'
    body = "".join(map(paragraph, LINES)) + paragraph("&secret;")
    assert "不能讀到" not in load_bytes("a.docx", word_file(body, head)).text


def test_a_pdf_gives_its_lines_without_running_heads_and_page_numbers() -> None:
    told = [f"這是第{number}頁的正文，講的是模型的第{number}個能力。" for number in "一二三"]
    pages = [["數位週刊 二〇二四年三月號", *(LINES if at == 0 else []), line, str(at + 1)] for at, line in enumerate(told)]
    article = load_bytes("a.pdf", pdf_file(pages))
    assert all(line in article.text for line in told)
    assert "三月號" not in article.text
    assert article.text.split("\n")[-1] == told[-1]
    assert (article.outlet, str(article.published)) == ("明報", "2024-03-04")


def test_lines_of_a_pdf_are_joined_where_they_were_broken() -> None:
    lines = ["視頻生成模型今年春天進入了商業應用的階段並", "且多家公司宣布將在年內公開測試產品與服務而"]
    lines += ["算力的成本仍是各家公司最難解決的問題而且短", "期之內看不到答案。"]
    assert load_bytes("a.pdf", pdf_file([lines])).text == "".join(lines)


REFUSED = [
    ("a.pdf", b"%PDF-1.7", "no PDF that can be read"),
    ("a.pdf", pdf_file([["模型"]])[:-400], "no PDF that can be read|holds no text"),
    ("a.pdf", pdf_file([["模型"]], with_text=False), "only pictures of pages"),
    ("a.docx", b"PK\x03\x04", "no Word file that can be read"),
    ("a.docx", packed({"other.xml": b"<a/>"}), "no Word file that can be read"),
    ("a.docx", packed({"word/document.xml": b"<a"}), "no Word file that can be read"),
    ("a.docx", word_file(paragraph(" ")), "holds no text"),
    ("a.doc", b"\xd0\xcf\x11\xe0", "of a type that is not read"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refusal:
        read_bytes(name, data)
    assert str(refusal.value).startswith(name)


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([LINES])))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(ArticleError, match="locked with a password"):
        read_bytes("a.pdf", made.getvalue())


def test_an_archive_gives_its_articles_and_says_what_gave_none() -> None:
    files = {
        "一月/甲.txt": TEXT,
        "乙.docx": word_file("".join(paragraph(line.replace("二十", "三十")) for line in LINES)),
        "__MACOSX/._甲.txt": b"\0",
        ".DS_Store": b"\0",
        "丙.jpg": b"\xff\xd8",
        "丁.zip": packed({"a.txt": TEXT}),
        "../戊.txt": TEXT,
    }
    found = load_all("old.zip", packed(files))
    read = [item.file for item in found if not isinstance(item, Problem)]
    refused = {item.file: str(item.sentence) for item in found if isinstance(item, Problem)}
    assert read == ["old.zip/一月/甲.txt", "old.zip/乙.docx"]
    assert "an archive inside an archive" in refused["old.zip/丁.zip"]
    assert "points outside" in refused["old.zip/../戊.txt"]
    assert "a type that is not read" in refused["old.zip/丙.jpg"]
    assert len(refused) == 3


def test_names_that_chinese_windows_wrote_are_read() -> None:
    made = packed({"??.txt": TEXT}).replace(b"??.txt", "甲.txt".encode("gb18030"))
    assert [item.file for item in load_all("a.zip", made)] == ["a.zip/甲.txt"]


def test_an_archive_that_lies_about_its_sizes_does_not_fill_the_memory() -> None:
    data = bytearray(packed({"a.txt": b"0" * (30 * 1024 * 1024)}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    (found,) = load_all("a.zip", bytes(data))
    assert isinstance(found, Problem)


BOUNDS = [
    ({f"{number}.txt": b"" for number in range(MOST_FILES + 1)}, "more than 500"),
    ({f"{number}.txt": b"0" * (LARGEST_UNPACKED_BYTES // 5) for number in range(6)}, "unpacks to more than 100 MB"),
    ({}, "no file in it"),
]


@pytest.mark.parametrize(("files", "reason"), BOUNDS)
def test_an_archive_out_of_bounds_is_refused(files: dict[str, bytes], reason: str) -> None:
    (found,) = load_all("a.zip", packed(files))
    assert isinstance(found, Problem)
    assert reason in str(found.sentence)
    assert str(found.sentence).startswith("a.zip")


def test_a_damaged_archive_is_refused() -> None:
    assert [str(item.sentence) for item in load_all("a.zip", b"PK\x03\x04") if isinstance(item, Problem)] == [
        "a.zip is a damaged archive: pack it again."
    ]


def test_archives_are_read_in_folders_and_uploads(tmp_path: Path) -> None:
    data = packed({"a.txt": TEXT, "b.txt": TEXT})
    (tmp_path / "old.zip").write_bytes(data)
    articles, problems = load_folder(tmp_path)
    assert ([article.file for article in articles], len(problems)) == (["old.zip/a.txt"], 1)
    tables, problems, _ = analyse([("old.zip", data)])
    assert (tables["articles"].column("file").to_pylist(), len(problems)) == (["old.zip/a.txt"], 1)


def test_only_who_brings_a_pdf_waits_for_its_library() -> None:
    code = "import sys, presslens.pipeline.build; sys.exit('pypdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
