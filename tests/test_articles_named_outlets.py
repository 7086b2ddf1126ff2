"""The outlet where a page sets its name apart: at an end of a line, in a path, in brackets, in what it asks of its readers."""

from __future__ import annotations

import pytest

from presslens.pipeline.articles import load_bytes
from presslens.pipeline.articles.outlets import outlet_named
from tests.heads import HANS, HANT
from tests.heads import HEADLINE_HANS as T
from tests.heads import HEADLINE_HANT as TH

OUTLETS = [
    # at either end of a line of the head
    (f"{TH} - 香港01\n撰文：周小滿\n出版：2024-05-06 07:00\n{HANT}", "香港01"),
    (f"{TH} | 格隆匯 2024-05-06\n{HANT}", "格隆汇"),
    (f"明報 即時新聞 2024年5月6日 {TH}\n{HANT}", "明報"),
    (f"信報 即時新聞 國際財經\n2024年5月6日\n{TH}\n{HANT}", "信報"),
    (f"{TH}\n科技新報 作者 周小滿 | 發布日期 2024 年 05 月 06 日 8:30 | 分類 軟體\n{HANT}", "科技新報"),
    (f"{T}\n知乎 · 1,204 个回答 · 关注问题\n{HANS}", "知乎"),
    (f"首頁 / 風傳媒 / 財經\n專欄｜{TH}\n2024-05-06 08:10\n{HANT}", "風傳媒"),
    (f"<明報> 一家公司午後公布了新的模型，價格降了一半。\n{HANT}", "明報"),
    # where a text opens
    (f"{TH}\n2024/05/06 09:02\n（中央社舊金山17日綜合外電報導）一家公司公布了新的模型。\n{HANT}", "中央社"),
    (f"格隆匯5月6日丨一家公司公布了新的模型。\n{HANT}", "格隆汇"),
    (f"/美通社/ 香港2024年5月6日 -- 一家公司公布了新的模型。\n{HANT}", "美通社"),
    (f"新加坡2024年5月6日 /美通社/ -- 一家公司公布了新的模型。\n{HANT}", "美通社"),
    (f"2024-05-06 11:06 财联社讯 一家公司公布了新的模型。\n{HANS}", "财联社"),
    (f"【云端画室公布新的模型】财联社5月6日电，一家公司公布了新的模型。\n{HANS}", "财联社"),
    (f"{T}\n长江日报讯（记者周小满 通讯员吴桐）一家公司公布了新的模型。\n{HANS}", "长江日报"),
    (f"{TH}\n《晨星通訊社20日專訊》一家公司公布了新的模型。\n{HANT}", "晨星通訊社"),
    # in what a page asks of its readers, and in whom people speak to
    (f"{TH}\n2024-05-06\n{HANT}\n【想睇更多財經消息，立即下載明報App】", "明報"),
    (f"{TH}\n2024-05-06\n{HANT}\n一位負責人向《香港01》說，明年推出。", "香港01"),
    (f"{TH}\n（吉隆坡5日訊）{HANT}\n南洋商報記者就此查詢，未獲回應。", "南洋商报"),
    (f"{T}\n原文刊於信報財經新聞「創科檔案」　撰文：周小滿　2024年5月6日\n{HANS}", "信報"),
    # in no lexicon
    (f"拾光投研\n2024.05.06 22:16\n{T}\n{HANS}", "拾光投研"),
    (f"[鼎新新聞網] {TH}\n2024/05/06 16:40\n{HANT}", "鼎新新聞網"),
    (f"{T}\n欢迎来到蓝岸科技   关于我们   联系我们\n2024-05-06 浏览：217\n{HANS}", "蓝岸科技"),
    (f"{T}\n文 | 锦衣商评，作者 | 小道，编辑 | 老殷\n{HANS}", "锦衣商评"),
    (f"{TH}\n經緯財經/ 記者洪子安/綜合報導\n{HANT}", "經緯財經"),
    (f"{T}\n晚芯　裴照野\n2024.05.06 08:20\n{HANS}", "晚芯"),
    (f"先鋒投資週刊 2371期\n文／周小滿\n{HANT}", "先鋒投資週刊"),
    (f"{T}\n2024-05-06 来源：华灯数据　编辑：小瑞\n{HANS}", "华灯数据"),
    (f"{T}\n原创 阿莫 芯事重重 2024年5月6日 浙江\n{HANS}", "芯事重重"),
    (f"{T}\n日期: 2024-05-06 | 来源: 某某汇 | 有3人参与评论 | \n{HANS}", "某某汇"),
    (f"{T}\n据《智能前哨》统计,去年有八家公司公布了新的模型。\n{HANS}", "智能前哨"),
    (f"{T}\n《证券前线周刊》2024年5月6日　制表：陈默\n{HANS}", "证券前线周刊"),
    (f"{T}\n《电影技术前沿志》2024年第5期\n出版日期：2024-05-15\n{HANS}", "电影技术前沿志"),
    (f"{T}\n三江影视周刊　文｜顾南　　编辑｜陈雨\n{HANS}", "三江影视周刊"),
    (f"{T}\n2024-05-06 20:15\n星港财经　报道：陈慧妮\n{HANS}", "星港财经"),
    (f"{TH}\n2024/05/20 14:33 時刻資訊\n{HANT}", "時刻資訊"),
    (f"{TH}\n經緯觀點編譯周小滿 2024-05-06 16:30\n{HANT}", "經緯觀點"),
    (f"{T}\n整理 | 周小满　出品丨AI前哨大本营\n2024-05-06\n{HANS}", "AI前哨大本营"),
]
NO_OUTLETS = [
    f"{T}\n2024.05.06 07:15　来源：综合\n{HANS}",
    f"{T}\n摘译：阿瑟　2024/05/06\n《华尔街日报》｜商品短片不再请人拍\n{HANS}",
    f"{TH}\n2024-05-06\n〔財經頻道／綜合報導〕{HANT}",
    f"{TH}\n創建於 2024-05-06\n{HANT}",
    f"{T}\n2024-05-06\n主要观点\n{HANS}",
    f"{T}\n2024-05-06\n编者按\n{HANS}\n图片来源：云端画室供图",
    f"单曲更长，但版权争议未解\n{HANS}",
    f"{TH}\n2024-05-06\n據路透社報導，一家公司公布了新的模型。\n{HANT}",
    f"{T}\n2024-05-06\n周小满 前证券分析师\n{HANS}",
]


@pytest.mark.parametrize(("text", "outlet"), OUTLETS)
def test_the_outlet_is_found_where_a_page_sets_it_apart(text: str, outlet: str) -> None:
    found = load_bytes("a.txt", text.encode()).outlet
    known = outlet_named(outlet)
    assert found == (known.name if known else outlet)


@pytest.mark.parametrize("text", NO_OUTLETS)
def test_what_only_stands_beside_a_date_or_is_quoted_is_no_outlet(text: str) -> None:
    assert load_bytes("a.txt", text.encode()).outlet == ""
