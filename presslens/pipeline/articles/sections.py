"""Tell the names of sections and the headings that any article may have from names of sites and from headlines."""

from __future__ import annotations

import re

from presslens.pipeline.articles.script import matching_copy

# Matched on matching copies.
_SECTION = re.compile(
    r"(?:AI|人工智[能慧]|科技|科学|财经|新闻|要闻|快讯|评论|深度|公司|市场|股市|半导体|芯片|晶片|互联网|网络|数码|商业|国际|国内|国外|"
    r"本地|地方|港股|美股|A股|台股|公告|研究|产经|金融|理财|投资|创投|娱乐|影视|生活|观点|头条|滚动|推荐|热点|独家|原创|专访|访谈|报道|分析|"
    r"每日|热讯|焦点|专题|话题|人物|职场|硬件|软件|产品|趋势|前沿|洞察|行业|产业|创新|智能|智慧|经济|政策|技术|应用|手机|汽车|游戏|电影|影音|动漫|文化|社会|"
    r"综合|特稿|特刊|封面|精选|必读|今日|最新|热门|活动|社区|博客|文章|资料|信息|时政|创科|个股|速递|调查|即市|热线|大数据|与|电子报|企业|新创|起步|早报|晚报|早读|周报|日报|中国|美国|台湾|香港|全球|新加坡|马来西亚|大马|中港台|两岸|即时|视频|图片|数据|资讯|干货|教程|测评|评测)+"
)
_HEADING = re.compile(
    r"[#\W]*(?:文章|核心|主要|本文|本期|内容|研究|投资|测评|评测|事件|制作|创作|采访)?(?:摘要|数据|重点|观点|要点|目录|引言|前言|导读|导语|提要|速记|正文|简介|说明|结论|速读|看点|"
    r"亮点|速览|关键词|按语|手记|拆解|参考资料|风险提示|延伸阅读|读者回响|复制链接|联系方式)[\W]*"
)


def is_section(name: str) -> bool:
    """Tell the name of a section from that of a site.

    >>> is_section("科技新聞"), is_section("算力拾遺")
    (True, False)
    """
    return _SECTION.fullmatch(matching_copy(name)) is not None


def is_heading(line: str) -> bool:
    """Tell a heading that any article may have, and that is neither its headline nor a name.

    >>> is_heading("核心觀點"), is_heading("【摘要】"), is_heading("視頻模型降價")
    (True, True, False)
    """
    return _HEADING.fullmatch(matching_copy(line)) is not None
