"""Heads whose outlet no lexicon has, and pages that print what another wrote: outlet and author of each."""

from __future__ import annotations

import pytest

from presslens.pipeline.articles import load_bytes
from presslens.pipeline.articles.outlets import outlet_filed, outlet_named
from tests.heads import HANS, HANT
from tests.heads import HEADLINE_HANS as T
from tests.heads import HEADLINE_HANT as TH

# (the text of a page, outlet, author)
HEADS = [
    # how a report opens
    (f"{TH}\n【衡嵐報專訊】{HANT}", "衡嵐報", ""),
    (f"{TH}\n（榆川社東京6日綜合外電報導）{HANT}", "榆川社", ""),
    (f"{T}\n衡岚汇5月6日消息，{HANS}", "衡岚汇", ""),
    (f"{T}\n衡岚网北京5月6日消息（记者周小满）{HANS}", "衡岚网", "周小满"),
    (f"{T}\n《衡岚财经》5月6日讯 {HANS}", "衡岚财经", ""),
    (f"{T}\n公司5月6日消息，{HANS}", "", ""),
    # who reports
    (f"{T}\n衡岚新闻记者 | 周小满\n2024-05-06\n{HANS}", "衡岚新闻", "周小满"),
    (f"{T}\n□ 衡岚日报记者 周小满\n2024-05-06\n{HANS}", "衡岚日报", "周小满"),
    (f"{T}\n《衡岚周刊》 周小满\n{HANS}", "衡岚周刊", "周小满"),
    (f"{T}\n作者|衡岚社 周小满、Tina\n2024-05-06\n{HANS}", "衡岚社", "周小满、Tina"),
    (f"{T}\n本报记者 周小满 本报实习生 何知远\n2024-05-06\n{HANS}", "", "周小满、何知远"),
    (f"{T}\n每经记者：周小满    每经编辑：何知远\n2024-05-06\n{HANS}", "每日经济新闻", "周小满"),
    (f"{TH}\nELLEN MAY, JO PARK\n2024年5月6日\n{HANT}", "", "ELLEN MAY、JO PARK"),
    (f"{TH}\n撰文．責編｜周小滿\n2024.05.06\n{HANT}", "", "周小滿"),
    # where the name stands
    (f"{T}\n衡岚财讯·2024-05-06 07:40\n{HANS}", "衡岚财讯", ""),
    (f"{T}\n衡岚氪 · 5小时前\n{HANS}", "衡岚氪", ""),
    (f"衡嵐早報 / 財經 / 國際財經\n{TH}\n2024-05-06\n{HANT}", "衡嵐早報", ""),
    (f"财经 | 国际财经 | 衡岚日报\n{T}\n{HANS}", "衡岚日报", ""),
    (f"{TH}\n衡嵐知識網\n{HANT}", "衡嵐知識網", ""),
    (f"{T}\n衡岚西（微信号 henglanxi）\n作者 | 周小满\n{HANS}", "衡岚西", "周小满"),
    (f"{T}\n行业资讯\n2024-05-06\n分享至\n{HANS}", "", ""),
    # who prints it, and who wrote it
    (f"{T}\n编者按：本文来自微信公众号“衡岚观察”，作者：周小满，创业邦经授权发布。\n{HANS}", "创业邦", "周小满"),
    (f"{T}\n来源：衡岚观察\n{HANS}\n本文为作者独立观点，不代表虎嗅立场。", "虎嗅", ""),
    (f"{T}\n来源：衡岚观察\n{HANS}\n以上观点不代表本网立场。", "衡岚观察", ""),
    (f"{T}\n来源：衡岚日记 2024-05-06\n文/腾讯科技 周小满\n{HANS}", "腾讯科技", "周小满"),
]


@pytest.mark.parametrize(("text", "outlet", "author"), HEADS)
def test_a_head_of_an_unlisted_outlet_is_read(text: str, outlet: str, author: str) -> None:
    article = load_bytes("a.txt", text.encode())
    assert (article.outlet, article.author) == (outlet, author)


FOUND = [
    (f"▲ 公司的門市。（圖／路透）\n{TH}\n2024-05-06\n{HANT}", TH),
    (f"编者按：这是一句按语。\n{T}\n{HANS}", T),
    (f"（某某社記者周小滿台北6日電）{HANT.splitlines()[0]}\n{TH}\n{HANT}", TH),
    (f"投资有风险，入市需谨慎！\n来源：腾讯财经\n{T}\n{HANS}", T),
    (f"您当前的位置：首页 > 财经\n{T}\n{HANS}", T),
    (f"跳至主要內容區塊\n{TH}\n{HANT}", TH),
    (f"“这件事我们想了很久。”\n文|周小满\n衡岚观察 2024-05-06\n{T}\n{HANS}", T),
    (f"{TH}｜周小滿\n2024-05-06\n{HANT}", TH),
]


@pytest.mark.parametrize(("text", "title"), FOUND)
def test_the_headline_is_found_below_notes_captions_and_warnings(text: str, title: str) -> None:
    assert load_bytes("a.txt", text.encode()).title == title


def test_the_printed_name_and_the_key_of_a_feed_are_told_apart() -> None:
    printed, filed = outlet_named("iThome"), outlet_filed("ithome")
    assert printed
    assert filed
    assert (printed.name, printed.currency) == ("iThome電腦報", "TWD")
    assert (filed.name, filed.currency) == ("IT之家", "CNY")
    assert load_bytes("a.txt", f"{TH}\n文/iThome 周小滿 | 2024-05-06發表\n{HANT}".encode()).outlet == "iThome電腦報"
    stated = f"---\ntitle: {T}\ncategories:\n  - ithome\n---\n{HANS}"
    assert load_bytes("a.md", stated.encode()).outlet == "IT之家"
