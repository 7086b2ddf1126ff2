"""Who wrote an article whose head names no author outright."""

from __future__ import annotations

import pytest

from presslens.pipeline.articles import load_bytes
from tests.heads import HANS, HANT
from tests.heads import HEADLINE_HANS as T
from tests.heads import HEADLINE_HANT as TH

WRITERS = [
    # in another role
    (f"{TH}\n口述：老吳　整理：小蔓　上架：2024.05.06\n{HANT}", "老吳"),
    (f"{T}\n报告日期：2024年5月6日　分析师：周小满、陆一鸣\n{HANS}", "周小满、陆一鸣"),
    (f"{T}\n整理：小满｜2024.05.06\n{HANS}", "小满"),
    (f"{T}\n译者：Cocoa | 某某视角 | 2024 年 5 月 6 日\n{HANS}", "Cocoa"),
    (f"{T}\n采访｜丁可　编辑｜方块\n2024-05-06 09:00\n{HANS}", "丁可"),
    (f"{T}\n编者按:原文刊于公众号“拾光志”,执笔周小满。\n{HANS}", "周小满"),
    (f"{TH}\n編輯 周小滿 報導\n2024/05/06 09:11\n{HANT}", "周小滿"),
    (f"{TH}\n文 周小滿\n2024-05-06　瀏覽數 12.4 萬\n{HANT}", "周小滿"),
    (f"{T}\n作者 油醋\n发布日期：2024-05-06\n{HANS}", "油醋"),
    # a reporter whose surname no list has
    (f"{T}\n某某日报　2024-05-06　第7版　本报记者 拓小兵\n{HANS}", "拓小兵"),
    (f"{T}\n记者 乐章　2024-05-06 19:18　来源：某某财讯\n{HANS}", "乐章"),
    # where the text opens
    (f"{T}\n中新经纬5月6日电 （周小满）一家公司公布了新的模型。\n{HANS}", "周小满"),
    (f"{TH}\n【大公報訊】記者周小滿報道：一家公司公布了新的模型。\n{HANT}", "周小滿"),
    (f"〔財經中心編譯周小滿〕據外電，一家公司公布了新的模型。\n{HANT}", "周小滿"),
    (f"{TH}\n財經中心／周小滿報導\n{HANT}", "周小滿"),
    (f"{TH}\n（大紀元記者周小滿綜合報導）一家公司公布了新的模型。\n{HANT}", "周小滿"),
    # beside the date
    (f"{TH}\n2024/05/06　Ellen May　共 3 分鐘閱讀\n{HANT}", "Ellen May"),
    (f"{T}\nC114通信网 水易 2024/5/6 18:12\n{HANS}", "水易"),
    (f"{TH}\n周小滿 前證券分析師\n2024-05-06 08:10\n{HANT}", "周小滿"),
    (f"{T}\n知乎 · 204 个回答\n一只懒羊\n某厂算法\n317 人赞同了该回答\n{HANS}", "一只懒羊"),
    # several, and what stands behind a name
    (f"作者｜周小满　杨朵\n2024.05.06\n{HANS}", "周小满、杨朵"),
    (f"{T}\n文/周小满 发自东京\n来源/某某早报\n{HANS}", "周小满"),
    (f"{T}\n文:志远@产业江湖主编\n2024/05/06\n{HANS}", "志远"),
    (f"{T}\n本文作者:周小满 2024-05-06 10:30\n{HANS}", "周小满"),
    (f"{T}\n投资界(ID:someid) 周小满\n2024/05/06 08:00\n{HANS}", "周小满"),
]
NONE = [
    f"{T}\n文章图片\n2024-05-06\n{HANS}",
    f"{TH}\n鉅亨網新聞中心 2024-05-06 09:10\n{HANT}",
    f"{T}\n2024-05-06 09:12 观察者网 举报\n{HANS}",
    f"{TH}\n2024/05/06　財訊快報　編輯部\n{HANT}",
]


@pytest.mark.parametrize(("text", "author"), WRITERS)
def test_who_wrote_it_is_found_in_the_lines_around(text: str, author: str) -> None:
    assert load_bytes("a.txt", text.encode()).author == author


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_person_wrote_nothing(text: str) -> None:
    assert load_bytes("a.txt", text.encode()).author == ""
