"""What a page prints around its article: names that no lexicon has, in the places where sites, papers and accounts put them."""

from __future__ import annotations

import pytest

from presslens.pipeline.articles import load_bytes

T, TH = "云端画室推出新版工具", "雲端畫室推出新版工具"
S = "这家公司在周二介绍了新的生成工具，可以把一句话变成短片。\n分析人士认为，成本还要再降一半，才会有更多人使用。"
H = "這家公司在週二介紹了新的生成工具，可以把一句話變成短片。\n分析人士認為，成本還要再降一半，才會有更多人使用。"
DAY = "2024-05-06"
BODY = "".join(f"<p>{line}</p>" for line in (S * 3).split("\n"))

# (name of the file, its text, title, outlet, author, date)
PAGES = [
    # Above the headline: the path to the section, the site's name, the issue.
    ("a.txt", f"光影早报 / 财经 / AI\n{T}\n发布：2024年5月6日 2:30 PM\n周小满\n{S}", T, "光影早报", "周小满", DAY),
    ("a.txt", f"新浪财经　>　产经　>　正文\n{T}\n2024-05-06 14:22　来源：光影周刊\n{S}", T, "光影周刊", "", DAY),
    ("a.txt", f"產業．科技\n{TH}\n2024-05-06 10:00 光影時報／記者周小滿／台北報導\n{H}", TH, "光影時報", "周小滿", DAY),
    ("a.txt", f"光影前線 LIGHTFRONT\n{TH}\n2024.05.06 | 半導體產業\n{H}", TH, "光影前線", "", DAY),
    ("a.txt", f"光影拾遗 > 科技 > AI\n{T}\n周小满 2024-05-06 14:30\n{S}", T, "光影拾遗", "周小满", DAY),
    (
        "a.txt",
        f"光影拾遗\n{T}，价格再降四成\n2024-05-06 08:00\n{S}\n光影拾遗 版权所有",
        T + "，价格再降四成",
        "光影拾遗",
        "",
        DAY,
    ),
    ("a.txt", f"光影日报　2024年5月6日　星期一　A05版\n{T}\n本报北京5月5日讯（记者周小满）{S}", T, "光影日报", "周小满", DAY),
    ("a.txt", f"{T}\n发布者：周小满　来自：光影产业网　2024/5/6 8:12:45　点击：1846\n{S}", T, "光影产业网", "周小满", DAY),
    ("a.txt", f"{TH}\n光影網記者周小滿　新竹\n2024-05-06 17:18\n{H}", TH, "光影網", "周小滿", DAY),
    (
        "a.txt",
        f"大行點評｜某廠績後挫一成\n撰文: 周小滿\n2024年05月06日 11:42\n{H}",
        "大行點評｜某廠績後挫一成",
        "",
        "周小滿",
        DAY,
    ),
    # Below the headline: alone on its line, beside the date, beside who wrote it.
    ("a.txt", f"{T}\n光影拾遗\n2024-05-06 14:30 发布于上海\n{S}", T, "光影拾遗", "", DAY),
    ("a.txt", f"{T}\n光影拾遗 · 5月6日 星期一\n{S}\n2024年还会降价。", T, "光影拾遗", "", DAY),
    ("a.txt", f"{T}\n原创 老薛 阿珂 光影AI 2024年05月06日 08:05 北京\n{S}", T, "光影AI", "老薛、阿珂", DAY),
    ("a.txt", f"{T}\n原创 周小满 光影拾遗\n2024年05月06日 08:30\n{S}", T, "光影拾遗", "周小满", DAY),
    ("a.txt", f"{T}\n阿满 光影拾遗 2024-05-06 10:00\n{S}", T, "光影拾遗", "阿满", DAY),
    ("a.txt", f"{T}\n周小满|光影拾遗\n2024-05-06\n{S}", T, "光影拾遗", "周小满", DAY),
    ("a.txt", f"{T}\n光影拾遗，2024年5月6日\n采访、撰文：周小满\n{S}", T, "光影拾遗", "周小满", DAY),
    ("a.txt", f"{T}\n光影财经记者 周小满 上海报道\n2024-05-06 10:00\n{S}", T, "光影财经", "周小满", DAY),
    ("a.txt", f"{T}\n光影拾遗出品\n采写/周小满\n2024-05-06\n{S}", T, "光影拾遗", "周小满", DAY),
    ("a.txt", f"{T}\n@光影拾遗\n2024-05-06 14:30 来自 微博网页版\n{S}", T, "光影拾遗", "", DAY),
    (
        "a.txt",
        f"{TH}\n撰文：周小滿\n出版：2024/05/06 10:08\n更新：2024/05/07 16:35\n光影時報網\n{H}",
        TH,
        "光影時報網",
        "周小滿",
        DAY,
    ),
    ("a.md", f"# {TH}\n\n**光影島** ｜ 文/Wendy Chow ｜ May 06, 2024 ｜ 人工智慧\n\n{H}", TH, "光影島", "Wendy Chow", DAY),
    ("a.md", f"光影拾遗 / 科技\n\n# {T}\n\n*周小满 · 2024-05-06*\n\n{S}", T, "光影拾遗", "周小满", DAY),
    # With labels of every kind.
    ("a.txt", f"{T}\nSource: 光影拾遗\nAuthor: 周小满\nDate: 2024-05-06\n{S}", T, "光影拾遗", "周小满", DAY),
    ("a.txt", f"{T}\n发布者：光影拾遗\n发布日期：2024-05-06\n{S}", T, "光影拾遗", "", DAY),
    (
        "a.md",
        f"---\ntitle: {T}\nmedia: 光影拾遗\nauthors: [周小满, 何知远]\ndatetime: 2024/05/06\n---\n{S}",
        T,
        "光影拾遗",
        "周小满、何知远",
        DAY,
    ),
    # Where a text opens.
    ("a.txt", f"{T}\n深圳2024年5月6日 /光影社/ -- {S}", T, "光影社", "", DAY),
    ("a.txt", f"{T}\n（光影社上海5月6日电 记者周小满）{S}\n2024-05-06", T, "光影社", "周小满", DAY),
    ("a.txt", f"{TH}\n2024年5月6日 週一\n【光影時報專訊】{H}", TH, "光影時報", "", DAY),
    ("a.txt", f"{T}\n光影时报5月6日讯（记者周小满 通讯员何知远）{S}\n2024-05-06 10:00", T, "光影时报", "周小满", DAY),
    # Below the article.
    (
        "a.txt",
        f"{TH}\n〔記者周小滿／台北報導〕{H}\n2024/05/06 10:47:12\n光影時報 版權所有，未經許可不得轉載",
        TH,
        "光影時報",
        "周小滿",
        DAY,
    ),
    ("a.txt", f"{T}\n作者：周小满  发布时间：2024年5月6日\n{S}\n《光影早报》", T, "光影早报", "周小满", DAY),
    ("a.txt", f"{TH}\n報道：周小滿\n光影商報／財經·2024.05.06\n{H}", TH, "光影商報", "周小滿", DAY),
    # Boards and blogs name none.
    ("a.txt", f"[转帖] {T}\n楼主：lanmao77　发表于 2024-5-6 23:41:07　只看该作者　倒序浏览\n{S}", T, "", "", DAY),
    ("a.txt", f"{TH}\n2024-05-06 23:47　#1樓\n引用 | 檢舉 | 只看該作者\n{H}", TH, "", "", DAY),
    # The headline ends on a few quoted words, on an exclamation, or on the site's name.
    ("a.txt", f"{T}，价格“打骨折”\n2024-05-06 08:00\n{S}", T + "，价格“打骨折”", "", "", DAY),
    ("a.txt", f"{T}！\n来源：云上周报  2024-05-06 08:00\n{S}", T + "！", "云上周报", "", DAY),
    # The date in Chinese numerals, or with the site's words behind it.
    ("a.txt", f"{T}\n二〇二四年五月六日　星期一\n{S}", T, "", "", DAY),
    ("a.txt", f"{T}\n2024-05-06 02:10 ET\n{S}", T, "", "", DAY),
    # Web pages.
    (
        "a.html",
        f"<title>{T}_光影拾遗网</title><h1>{T}</h1><p><span>2024-05-06 10:00</span></p>{BODY}",
        T,
        "光影拾遗网",
        "",
        DAY,
    ),
    (
        "a.html",
        f"<title>{T} - 光影拾遗</title><h2>{T}</h2><div>作者：周小满　分类：工具　2024-05-06</div>{BODY}",
        T,
        "光影拾遗",
        "周小满",
        DAY,
    ),
    (
        "a.html",
        f"<title>{T}</title><h1>{T}</h1><div><span class='source'>光影拾遗</span><span class='author'>周小满</span>"
        f"<span>2024-05-06 10:00</span></div>{BODY}",
        T,
        "光影拾遗",
        "周小满",
        DAY,
    ),
    (
        "a.html",
        f"<title>{T}</title><h1>{T}</h1><p>2024-05-06 10:00</p>{BODY}<footer>© 2023 光影拾遗</footer>",
        T,
        "光影拾遗",
        "",
        DAY,
    ),
]


@pytest.mark.parametrize(("name", "text", "title", "outlet", "author", "day"), PAGES)
def test_what_stands_around_an_article_is_read(name: str, text: str, title: str, outlet: str, author: str, day: str) -> None:
    page = f"<html><head></head><body>{text}</body></html>" if name.endswith("html") else text
    found = load_bytes(name, page.encode())
    assert (found.title, found.outlet, found.author, str(found.published)) == (title, outlet, author, day)
    assert found.published_precision == "day"


NAMES_NOBODY = [
    f"{T}\n这家公司的负责人告诉记者，价格还没有定。\n2024-05-06 10:00\n{S}",
    f"{T}\n2024.05.06 | 人工智能\n{S}",
    f"{T}\n科技新闻\n2024-05-06 10:00\n{S}",
    f"{T}\n北京\n2024-05-06 10:00\n{S}",
    f"{T}\n编辑：小满　排版：阿宽\n2024-05-06 10:00\n{S}",
    f"首页 > 产业 > 半导体 > 正文\n{T}\n2024-05-06 10:00\n{S}",
]


@pytest.mark.parametrize("text", NAMES_NOBODY)
def test_a_section_a_place_and_a_sentence_are_no_outlet(text: str) -> None:
    found = load_bytes("a.txt", text.encode())
    assert (found.title, found.outlet, found.author) == (T, "", "")


def test_a_year_in_a_copyright_line_is_no_day() -> None:
    page = f"<html><body><h1>{T}</h1>{BODY}<footer>Copyright 2023</footer></body></html>"
    assert load_bytes("a.html", page.encode()).published_basis != "stated"
