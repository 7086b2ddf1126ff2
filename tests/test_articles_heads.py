"""Heads and feet of articles in the manner of many outlets, and what they say: title, outlet, author, date."""

import json

import pytest

from presslens.pipeline.articles import load_bytes

TITLE = "新模型公布的那一天"
HANT = "這家公司公布了新的視頻模型，可以根據一句話生成二十秒的畫面。\n業內人士認為，算力仍然是最大的難題，價格也還沒有確定。"
HANS = "这家公司公布了新的视频模型，可以根据一句话生成二十秒的画面。\n业内人士认为，算力仍然是最大的难题，价格也还没有确定。"

# (name of the file, its text, title, outlet, author, date)
HEADS = [
    (
        "a.md",
        f"---\ntitle: {TITLE}\nauthor: 林小明\nsource: 明報\ndate: 2024-02-16T10:30:00+08:00\n---\n{HANT}",
        TITLE,
        "明報",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.md",
        f"---\ntitle: '{TITLE}'\nauthors:\n  - 林小明\n  - 王大文\npublisher: 第一财经\npublishDate: 2024/02/16\n---\n{HANS}",
        TITLE,
        "第一财经",
        "林小明、王大文",
        "2024-02-16",
    ),
    (
        "a.md",
        f"---\nTitle: {TITLE}\nOutlet: 端傳媒\nByline: 記者林小明\nPublished: 16 Feb 2024\n---\n{HANT}",
        TITLE,
        "端傳媒",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n2024-02-16 10:30:25\u3000来源：新华网\u3000作者：林小明\u3000字号：大 中 小\n{HANS}",
        TITLE,
        "新华社",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n新华社北京2月16日电（记者林小明、王大文）{HANS}\n2024年02月16日 18:20",
        TITLE,
        "新华社",
        "林小明、王大文",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n中新社香港2月16日电 (记者 林小明) {HANS}\n（完）\n2024-02-16",
        TITLE,
        "中国新闻网",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n發布時間：2024/02/16 10:30\n（中央社記者林小明台北16日電）{HANT}（編輯：王大文）1130216",
        TITLE,
        "中央社",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n路透旧金山2月16日 - {HANS}(完)\n(编译 林小明；审校 王大文)\n2024年2月16日",
        TITLE,
        "路透社",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n法新社巴黎2024年2月16日電，{HANT}", TITLE, "法新社", "", "2024-02-16"),
    ("a.txt", f"【明報專訊】{HANT}\n2024年2月16日", "", "明報", "", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n2024年2月16日 星期五 4:45 AM\n【明報專訊】{HANT}\n明報記者 林小明",
        TITLE,
        "明報",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n2024-02-16 10:30 聯合報 記者林小明／台北報導\n{HANT}", TITLE, "聯合報", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n2024/02/16 10:30:00\n經濟日報 記者林小明／即時報導\n{HANT}",
        TITLE,
        "经济日报",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n〔記者林小明／台北報導〕{HANT}\n2024/02/16 05:30\n自由時報",
        TITLE,
        "自由時報",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n自由財經 2024/02/16 10:30\n〔財經頻道／綜合報導〕{HANT}", TITLE, "自由時報", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n中時新聞網 林小明\n10:30 2024/02/16\n{HANT}", TITLE, "中國時報", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n工商時報 林小明／台北報導 2024.02.16\n{HANT}", TITLE, "工商時報", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n香港文匯報訊(記者 林小明){HANT}\n2024年2月16日", TITLE, "文匯報 (香港)", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n大公報訊（記者林小明）{HANT}\n2024-02-16", TITLE, "大公報", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n撰文：林小明\n出版：2024-02-16 10:30 更新：2024-02-17 12:00\n{HANT}\n香港01",
        TITLE,
        "香港01",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n文／林小明\n數位時代 2024.02.16\n{HANT}", TITLE, "數位時代", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n民國113年2月16日\n作者：林小明\n來源：科技新報\n{HANT}", TITLE, "科技新報", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n發布於 2024 年 02 月 16 日 10:30 | 作者 林小明 | 分類 AI 人工智慧\n{HANT}\n科技新報",
        TITLE,
        "科技新報",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n更新時間：2024/02/17 12:00\n發布時間：2024/02/16 10:30\n{HANT}\n來源：鏡週刊\n責任編輯：王大文",
        TITLE,
        "鏡週刊",
        "",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n原创 林小明 量子位 2024-02-16 12:30 北京\n{HANS}", TITLE, "量子位", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n机器之心  2024-02-16 12:30 发表于北京\n机器之心报道\n编辑：王大文\n{HANS}",
        TITLE,
        "机器之心",
        "",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n林小明 甲子光年 2024年02月16日 12:30\n{HANS}", TITLE, "甲子光年", "林小明", "2024-02-16"),
    ("a.txt", f"財新網\n2月16日上午10:30 · 🌐\n{TITLE}\n{HANT}", "2月16日上午10:30 · 🌐", "财新", "", ""),
    ("a.txt", f"明報新聞\n2024年2月16日 · \n{HANT}\n讚好 120 留言 分享", "", "明報", "", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n编辑｜王大文\n文｜林小明\n来源｜极客公园（ID：geekpark）\n2024.02.16\n{HANS}",
        TITLE,
        "极客公园",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n作者丨林小明\n编辑丨王大文\n题图丨视觉中国\n2024-02-16\n{HANS}\n本文来自微信公众号：虎嗅APP，作者：林小明",
        TITLE,
        "虎嗅",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n本报记者 林小明 北京报道\n{HANS}\n（来源：中国经营报）\n2024年02月16日 07:00",
        TITLE,
        "中国经营报",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n【环球时报综合报道】{HANS}\n2024-02-16", TITLE, "环球时报", "", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n界面新闻记者 | 林小明\n界面新闻编辑 | 王大文\n2024-02-16\n{HANS}",
        TITLE,
        "界面新闻",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n证券时报记者 林小明\n{HANS}\n2024-02-16", TITLE, "证券时报", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n财联社2月16日讯（编辑 林小明）{HANS}\n发布于2024-02-16 08:00", TITLE, "财联社", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n36氪的朋友们 · 2024-02-16 10:30\n{HANS}", TITLE, "36氪", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n2024年2月16日，星期五\n華爾街日報 林小明\n{HANT}", TITLE, "华尔街日报", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\nBBC News 中文\n林小明\nBBC記者\n2024年2月16日\n{HANT}", TITLE, "BBC中文", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n記者 林小明 ╱ 攝影 王大文 ╱ 台北 報導\nTVBS 2024/02/16 10:30\n{HANT}",
        TITLE,
        "TVBS",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n[記者林小明/綜合報導]\nETtoday新聞雲 2024年02月16日 10:30\n{HANT}",
        TITLE,
        "ETtoday",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n星島日報\n2024-02-16 00:00\n(星島日報報道){HANT}", TITLE, "星島日報", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n信報財經新聞 A12 | 2024年2月16日\n{HANT}", TITLE, "信報", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n{HANT}（腾讯科技特约编译林小明）\n2024-02-16", TITLE, "腾讯科技", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n文 | IMS林小明\n2024-02-16\n{HANS}\n想看更多，请关注钛媒体微信号（ID：taimeiti），也可下载钛媒体App",
        TITLE,
        "钛媒体",
        "IMS林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"智东西（公众号：zhidxcom）作者 | 林小明编辑 | 王大文智东西2月16日报道，{HANS}{HANS}{HANS}",
        "",
        "智东西",
        "林小明",
        "",
    ),
    ("a.txt", f"{TITLE}\n來源: 中央社\n發稿時間：2024-02-16\n{HANT}", TITLE, "中央社", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n鉅亨網記者林小明 台北2024-02-16 10:30\n{HANT}", TITLE, "鉅亨網", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n南方都市报APP • AI前哨站\n原创2024-02-16 10:30\n南都记者林小明 发自北京\n{HANS}",
        TITLE,
        "南方都市报",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n时间：2024年02月16日 来源：科技日报 作者：本报记者 林小明\n{HANS}",
        TITLE,
        "科技日报",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n（記者林小明報道）{HANT}\nPosted by on02 on 2024-02-16", TITLE, "", "林小明", "2024-02-16"),
    ("新模型_20240216_明報.txt", f"{HANT}", "", "明報", "", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n2024年02月16日 10:30:00 | 来源：观察者网 | 责任编辑：王大文\n{HANS}",
        TITLE,
        "观察者网",
        "",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n【大河财立方 记者 林小明】{HANS}\n2024-02-16 18:00", TITLE, "大河报", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n红星新闻记者 林小明 北京报道\n{HANS}\n编辑 王大文\n（下载红星新闻，报料有奖！）\n2024-02-16",
        TITLE,
        "成都商报",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n2024-02-16 09:12 新京报 记者 林小明 编辑 王大文 校对 李四\n{HANS}",
        TITLE,
        "新京报",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n封面新闻 2024-02-16 21:05\n封面新闻记者 林小明\n{HANS}", TITLE, "华西都市报", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n林小明 / 王大文 2024-02-16 10:20:33\n21世纪经济报道\n{HANS}",
        TITLE,
        "21世纪经济报道",
        "林小明、王大文",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\nby 林小明\n爱范儿 2024/02/16\n{HANS}", TITLE, "爱范儿", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n【新智元导读】一句话的导读在这里。\n{HANS}\n编辑：桃子 好困\n来源：新智元\n2024-02-16 12:40",
        TITLE,
        "新智元",
        "",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n【記者林小明台北報導】{HANT}\n2024-02-16 12:40 中央社", TITLE, "中央社", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n記者林小明／綜合報導\n三立新聞網 setn.com\n2024年2月16日 週五 上午10:30\n{HANT}",
        TITLE,
        "三立新聞網",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n鉅亨網編譯林小明\u30002024-02-16 10:30\n{HANT}", TITLE, "鉅亨網", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n(中央社台北16日電)(記者林小明){HANT}\n最新更新：2024/02/16 12:10",
        TITLE,
        "中央社",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n科技新報 | 作者 林小明 | 發布日期 2024 年 02 月 16 日 8:00\n{HANT}",
        TITLE,
        "科技新報",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n商業周刊\n撰文者：林小明\n商周頭條 2024.02.16\n{HANT}", TITLE, "商業周刊", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n■記者林小明\n香港商報 2024年2月16日\n{HANT}", TITLE, "香港商報", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n16/02/2024 10:30\n東網\n{HANT}", TITLE, "東方日報", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n2024.02.16 10:30\nam730\n撰文：林小明\n{HANT}", TITLE, "am730", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n經濟日報社評\n2024/02/16\n{HANT}", TITLE, "", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n南华早报\n作者: 林小明 发布日期: 2024年2月16日\n{HANS}", TITLE, "南華早報", "林小明", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n联合早报 / 林小明 报道\n发布/2024年2月16日 10:30 AM\n{HANS}",
        TITLE,
        "聯合早報",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n2024年2月16日格林尼治标准时间 10:30\nBBC News 中文\n{HANS}", TITLE, "BBC中文", "", "2024-02-16"),
    (
        "a.txt",
        f"{TITLE}\n纽约时报中文网\n林小明, 王大文\n2024年2月16日\n{HANS}",
        TITLE,
        "紐約時報中文網",
        "林小明、王大文",
        "2024-02-16",
    ),
    ("a.md", f"# {TITLE}\n\n> 作者：林小明 | 公众号：量子位 | 2024-02-16\n\n{HANS}", TITLE, "量子位", "林小明", "2024-02-16"),
    (
        "a.md",
        f"# {TITLE}\n\n*林小明, 2024-02-16*\n\n{HANS}\n\n---\n转载自[机器之心](https://a.b)",
        TITLE,
        "机器之心",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.md",
        f'---\ntitle: "{TITLE} - 澎湃新闻"\ndate: 20240216\ncreator: 林小明\nsite_name: 澎湃新闻\n---\n{HANS}',
        TITLE,
        "澎湃新闻",
        "林小明",
        "2024-02-16",
    ),
    (
        "a.txt",
        f"{TITLE}\n记者：林小明 编辑：王大文 来源：长江日报 2024年02月16日 08:00\n{HANS}",
        TITLE,
        "长江日报",
        "林小明",
        "2024-02-16",
    ),
    ("a.txt", f"{TITLE}\n本报讯（记者 林小明）{HANS}\n北京青年报 2024-02-16", TITLE, "北京青年报", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n參考消息網2月16日報道 據路透社2月15日報道，{HANT}\n2024-02-16", TITLE, "参考消息", "", "2024-02-16"),
]


@pytest.mark.parametrize(("name", "text", "title", "outlet", "author", "day"), HEADS)
def test_a_head_is_read(name: str, text: str, title: str, outlet: str, author: str, day: str) -> None:
    found = load_bytes(name, text.encode())
    assert (found.title, found.outlet, found.author) == (title, outlet, author)
    assert str(found.published or "") == day


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
