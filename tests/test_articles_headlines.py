"""The headline among the first lines of a page: which line it is, by its form and by what stands beside it."""

from __future__ import annotations

import pytest

from presslens.pipeline.articles import load_bytes
from tests.heads import HANS, HANT
from tests.heads import HEADLINE_HANS as T
from tests.heads import HEADLINE_HANT as TH

LONG = "【每日要闻】Cloud Studio 推出新版 Video Tools，云端画室开设首家门店，三家公司布局 XR 头显设备，AI 投资再创新高"

FOUND = [
    # what a site prints above it
    (f"拾光投研\n2024.05.06 22:16\n{T}\n{HANS}", T),
    (f"算力前哨\n編譯 周小滿 2024-05-06\n{TH}\n{HANT}", TH),
    (f"date 2024-05-06 某某財經／ 記者周小滿／綜合報導\n{TH}\n{HANT}", TH),
    (f"date 2024-05-06 {TH}\n{HANT}", TH),
    (f"攝影中心／ 即時報導\n{TH}\n2024-05-06 17:05\n{HANT}", TH),
    (f"明報　新聞　財經\n{TH}\n2024-05-06 HKT 15:27\n{HANT}", TH),
    (f"訂閱　分享　贊助\n{TH}\n2024-05-06\n{HANT}", TH),
    (f"close\n人工智能\n{TH}\n2024-05-06\n{HANT}", TH),
    (f"您的浏览器版本过低,请升级后浏览\n{T}\n2024-05-06\n{HANS}", T),
    (f"廣告 往下滑看更多\n{TH}\n記者周小滿／綜合報導 2024-05-06\n{HANT}", TH),
    (f"某某客户端下载\n量子位 · 5小时前\n{T}\n作者 | 周小满\n{HANS}", T),
    (f"量子位 05月06日\n{T}\n{HANS}", T),
    (f"某某之家丨周小满\n2024-05-06\n{T}\n{HANS}", T),
    (f"周小满\n2024-05-06 20:11 发布于北京\n{T}\n{HANS}", T),
    (f"2024-05-06 来源：华灯数据　编辑：小瑞\n{T}\n{HANS}", T),
    (f"{HANS.splitlines()[1]}\n{T}\n2024-05-06 09:05:41 发布 来源：教知网\n{HANS}", T),
    # what stands in the same line
    (f"明報 即時新聞 2024年5月6日 {TH}\n{HANT}", TH),
    (f"[鼎新新聞網] {TH}\n2024/05/06 16:40\n{HANT}", TH),
    (f"{T}|每日热讯\n{HANS}", T),
    (f"今天小编带来的科技故事:{T},欢迎阅读。\n{HANS}", T),
    (f"【早报】{T}\n2024-05-06\n{HANS}", f"【早报】{T}"),
    (f"2024-05-06 08:05:11 来源:某某投研\n(原标题:{T})\n{HANS}", T),
    (f"<title>{T}</title>\n某某的技术之路\n2024-05-06\n{HANS}", T),
    (f"首页 > 新闻 > 科技\n分享到微信\n打开微信，使用“扫一扫”即可分享至朋友圈。\n{T}\n2024-05-06\n{HANS}", T),
    (f"星期五, 6 12 月, 2024\n{TH}\n記者周小滿／綜合報導\n{HANT}", TH),
    (f"证券研究报告·首次覆盖\n{T}\n分析师 周小满　2024-05-06\n{HANS}", T),
    # forms of the headline itself
    (
        f"某公司:已與當局討論畫室疑未經授權獲取數據\n外電報道，一家公司公布了新的模型。\n{HANT}",
        "某公司:已與當局討論畫室疑未經授權獲取數據",
    ),
    (f"“云端画室打响降价第一枪”\n{HANS}", "“云端画室打响降价第一枪”"),
    (f"BBC专题报道：云端画室让普通人拍出自己的短片\n作者：周小满\n{HANS}", "BBC专题报道：云端画室让普通人拍出自己的短片"),
    (f"{LONG}\n作者：周小满\n2024-05-06\n{HANS}", LONG),
    (f"百万奖金等你来拿的创作大赛！！！\n2024-05-06\n{HANS}", "百万奖金等你来拿的创作大赛！！！"),
    (f"某公司同日裁员又收购：“把人换成模型”\n某某夜班车　2024-05-06 06:58\n{HANS}", "某公司同日裁员又收购：“把人换成模型”"),
    (f"下班夜话 第41期：一个被买走的二十人团队\n2024-05-06\n{HANS}", "下班夜话 第41期：一个被买走的二十人团队"),
    (f"“云端画室的生意，我们看走了眼”\n文|周小满\n2024-05-06\n{HANS}", "“云端画室的生意，我们看走了眼”"),
    (f"深度:云端画室的钱都被谁赚走了\n2024-05-06\n{HANS}", "深度:云端画室的钱都被谁赚走了"),
]
NONE = [
    f"问：现在做一条广告片，到底要多少钱？\n答：看你要什么质量，便宜的几十元。\n{HANS}",
    f"2024-05-06 09:12\n記者周小滿/綜合報導\n{HANT}",
    f"先鋒投資週刊 2371期\n文／周小滿\n{HANT}",
    f"芯片前哨(微信号 chipfront)\n作者 | 周小满\n{HANS}",
    f"文章重點\n- 這家公司公布了模型。\n{HANT}",
    f"关键词:视频、算力\n核心数据\n- 商业化\n{HANS}",
    f"文|周小满\n编|王一禾\n{HANS}",
    f"如需投稿,请发送邮件至 a@example.com\n文:小远@江湖主编\n2024/05/06\n{HANS}",
    f"本报记者 周小满 北京报道\n离开那一年她常被问一个问题：凭什么？两年以后，这个问题换成了：你们还能撑多久？\n{HANS}",
]


@pytest.mark.parametrize(("text", "title"), FOUND)
def test_the_headline_is_found_among_the_lines_around_it(text: str, title: str) -> None:
    assert load_bytes("a.txt", text.encode()).title == title


@pytest.mark.parametrize("text", NONE)
def test_what_stands_around_an_article_without_a_headline_is_none(text: str) -> None:
    assert load_bytes("a.txt", text.encode()).title == ""
