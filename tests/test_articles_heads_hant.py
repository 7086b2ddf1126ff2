"""Heads and feet in the manner of outlets that print Traditional Chinese, and what they say: title, outlet, author, date."""

import pytest

from presslens.pipeline.articles import load_bytes
from tests.heads import HANT, TITLE

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
        f"---\nTitle: {TITLE}\nOutlet: 端傳媒\nByline: 記者林小明\nPublished: 16 Feb 2024\n---\n{HANT}",
        TITLE,
        "端傳媒",
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
    ("a.txt", f"財新網\n2月16日上午10:30 · 🌐\n{TITLE}\n{HANT}", TITLE, "财新", "", ""),
    ("a.txt", f"明報新聞\n2024年2月16日 · \n{HANT}\n讚好 120 留言 分享", "", "明報", "", "2024-02-16"),
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
    ("a.txt", f"{TITLE}\n來源: 中央社\n發稿時間：2024-02-16\n{HANT}", TITLE, "中央社", "", "2024-02-16"),
    ("a.txt", f"{TITLE}\n鉅亨網記者林小明 台北2024-02-16 10:30\n{HANT}", TITLE, "鉅亨網", "林小明", "2024-02-16"),
    ("a.txt", f"{TITLE}\n（記者林小明報道）{HANT}\nPosted by on02 on 2024-02-16", TITLE, "", "林小明", "2024-02-16"),
    ("新模型_20240216_明報.txt", f"{HANT}", "", "明報", "", "2024-02-16"),
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
    ("a.txt", f"{TITLE}\n參考消息網2月16日報道 據路透社2月15日報道，{HANT}\n2024-02-16", TITLE, "参考消息", "", "2024-02-16"),
]


@pytest.mark.parametrize(("name", "text", "title", "outlet", "author", "day"), HEADS)
def test_a_head_is_read(name: str, text: str, title: str, outlet: str, author: str, day: str) -> None:
    found = load_bytes(name, text.encode())
    assert (found.title, found.outlet, found.author) == (title, outlet, author)
    assert str(found.published or "") == day
