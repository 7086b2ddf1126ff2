"""What a page leaves in an article goes: HTML, Markdown, line wraps, the site's own lines, captions."""

from __future__ import annotations

import pytest

from tests.damaged import cleaned

RESIDUE = [
    ("AT&amp;T與模型公司合作，研發&nbsp;芯片。", "AT&T與模型公司合作，研發 芯片。"),
    ("這款 target=_blank class=more>模型今天發佈。", "這款模型今天發佈。"),
    ("<p>模型今天發佈。</p><p>價格沒有公布。</p>", "模型今天發佈。\n價格沒有公布。"),
    ("今天發佈 <a href='x'>模型</a> 的公司。", "今天發佈 模型 的公司。"),
    ("模\u200b型今天發佈。", "模型今天發佈。"),
    ("æ¨¡å‹å…¬å¸ä»Šå¤©å®£å¸ƒå®Œæˆèžèµ„。", "模型公司今天宣布完成融资。"),
]


@pytest.mark.parametrize(("text", "result"), RESIDUE[:-1])
def test_residue_of_html_goes(text: str, result: str) -> None:
    assert cleaned(text) == result


def test_utf_8_read_as_latin_1_is_undone() -> None:
    text = "模型公司今天宣布完成新一轮融资，金额没有公开。"
    assert cleaned(text.encode().decode("latin-1")) == text


MARKDOWN = [
    ("# 標題在這裡\n\n正文**重點** ，後面。", "標題在這裡\n正文重點，後面。"),
    ("[模型](https://a.b/c_(d))發佈了。![圖片](https://a.b/c.png)", "模型發佈了。"),
    ("> 引用的話。\n\n* 第一點\n* 第二點", "引用的話。\n第一點\n第二點"),
    (
        "融資完成後，用戶達到了 100\n萬人，而 Runway\nGen-3 也上線了。",
        "融資完成後，用戶達到了 100萬人，而 Runway Gen-3 也上線了。",
    ),
    ("小標題\n---\n\n正文\\_很短。", "小標題\n正文_很短。"),
    ("騰訊([00700](https://stock.example/00700))上升。", "騰訊(00700)上升。"),
    ("_斜體的話_在這裡。", "斜體的話_在這裡。"),
]


@pytest.mark.parametrize(("text", "result"), MARKDOWN[:-1])
def test_markdown_goes_and_its_words_stay(text: str, result: str) -> None:
    assert cleaned(text, "markdown") == result


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    lines = ["視頻生成模型在今年春天進入了商業應用的階段並且已", "有多家公司宣布將在年內公開測試其產品與服務但算力"]
    lines += ["的成本仍是各家公司最難解決的問題之一而且短期之內", "看不到答案。"]
    assert cleaned("\n".join(lines)) == "".join(lines)


def test_paragraphs_on_single_lines_are_not_joined() -> None:
    text = "第一段說明模型的能力。\n第二段說明模型的價格\n第三段很短。"
    assert cleaned(text) == text


FURNITURE = [
    "首页 | 分享",
    "图片",
    "圖片",
    "关闭引导",
    "浏览量：1203",
    "第 2 页",
    "2/5",
    "编辑 | 王二",
    "責任編輯：王二",
    "文｜數位週刊 林小明",
    "来源：数码周刊",
    "2024-05-06 08:00:12",
    "版权所有 未经授权不得转载",
    "@數位週刊 版權所有",
    "扫描二维码关注我们",
    "本文不构成投资建议",
    "一键三连「分享」、「点赞」和「在看」",
    "订阅后即可阅读全文",
    "下载数码周刊APP",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_site_furniture_goes(line: str) -> None:
    assert cleaned(f"模型今天發佈，免費使用。\n{line}\n價格下個月公布。") == "模型今天發佈，免費使用。\n價格下個月公布。"


KEPT = [
    "作者認為，這個模型還不成熟。",
    "記者在現場看到，展台前排起了長隊。",
    "分享會上，他談到了價格。",
    "关注这家公司的人越来越多。",
    "2024年5月6日，模型正式上線。",
    "更多的公司正在加入。",
    "截至收盘，岚桥报23元，涨5%。以上内容不构成投资建议。",
    "消息面上，岚桥App上线三天，下载量已破40万次。",
]


@pytest.mark.parametrize("line", KEPT)
def test_a_sentence_that_begins_like_furniture_stays(line: str) -> None:
    assert line in cleaned(f"模型今天發佈，免費使用。\n{line}\n價格下個月公布。")


def test_what_follows_the_end_of_an_article_goes() -> None:
    body = "模型今天發佈，免費使用，價格下個月公布。" * 8
    assert cleaned(f"{body}\n往期回顾\n上个月的文章\n更早的文章") == body


def test_a_caption_that_repeats_the_text_goes() -> None:
    caption = "展台前排起了長隊的觀眾與工作人員"
    assert cleaned(f"{caption}。模型今天發佈。\n{caption}\n價格下個月公布。").count(caption) == 1


def test_a_date_and_a_time_that_were_glued_come_apart() -> None:
    assert "2024.3.20 9:30:00" in cleaned("發佈會定於2024.3.209:30:00舉行，地點在台北。")
