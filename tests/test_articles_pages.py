"""What web pages say of their article beside its text, and headings that are no credit."""

import json

import pytest

from presslens.pipeline.articles import load_bytes
from tests.heads import HANS, HANT, TITLE

BODY = f"<article><h1>{TITLE}</h1><p>{HANS.replace(chr(10), '</p><p>') * 3}</p></article>"
LINKED = json.dumps(
    {
        "@graph": [
            {"@type": "WebPage"},
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2024-02-16T10:30:00+08:00",
                "author": [{"@type": "Person", "name": "林小明"}],
                "publisher": {"@type": "Organization", "name": "聯合新聞網"},
            },
        ]
    },
    ensure_ascii=False,
)
PAGES = [
    (
        f"<title>{TITLE}_科技频道_央视网(cctv.com)</title><meta name='source' content='央视网'>"
        "<meta name='author' content='林小明'><meta name='publishdate' content='2024-02-16'>",
        BODY,
        "央视新闻",
    ),
    (f"<script type='application/ld+json'>{LINKED}</script><title>{TITLE} | 聯合新聞網</title>", BODY, "聯合報"),
    (f"<script type='application/ld+json'>[{LINKED[:-3]}</script><meta name='source' content='央视网'>", BODY, "央视新闻"),
    (
        f"<title>{TITLE}</title>",
        "<span id='js_author_name'>林小明</span><a id='js_name'>量子位</a><em id='publish_time'>2024-02-16 12:30</em>" + BODY,
        "量子位",
    ),
]


@pytest.mark.parametrize(("head", "body", "outlet"), PAGES)
def test_what_a_page_says_of_its_article_is_read(head: str, body: str, outlet: str) -> None:
    found = load_bytes("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())
    assert (found.title, found.outlet) == (TITLE, outlet)
    if "林小明" in head + body and "ld+json'>[" not in head:
        assert (found.author, str(found.published)) == ("林小明", "2024-02-16")


NO_CREDITS = [
    "高盛上調預測",
    "2024年的三個問題",
    "算力",
    "AI 公司",
    "價格：每月20元",
    "編輯們的看法",
    "文中的數字",
    "收入與利潤",
]


@pytest.mark.parametrize("heading", NO_CREDITS)
def test_a_heading_is_no_credit(heading: str) -> None:
    found = load_bytes("a.txt", f"{TITLE}\n{HANT}\n{heading}\n{HANT.replace('二十', '三十')}".encode())
    assert heading in found.text
    assert (found.outlet, found.author) == ("", "")
