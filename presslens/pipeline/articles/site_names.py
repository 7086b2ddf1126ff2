"""Tell what may be the name of a site that no lexicon has, and what sites print behind their names."""

from __future__ import annotations

import re

from presslens.pipeline.articles.names import is_person
from presslens.pipeline.articles.outlets import may_be_outlet, outlet_named
from presslens.pipeline.articles.script import hanzi, matching_copy
from presslens.pipeline.articles.sections import is_heading, is_section
from presslens.pipeline.articles.segments import PLACE
from presslens.pipeline.patterns import searched

SENTENCE_MARK = re.compile(r"[，。！？；：,!?;:“”《》「」【】\d丨]")
# Matched on matching copies.
NO_NAME = re.compile(
    r"(?:本|该|此|原|我们|转载|未经|作者|来源|图片|内容|文章|公司|保留|网站|平台|官方|著作|版权|免责|声明|记者|编辑|责任|更新|发布|发表|回复|"
    r"阅读|浏览|热门|首页|主页|采访|撰|摄影|翻摄|图据|图源|分享|收录|公开|日期|标题|媒体|微博|微信|网页|来自|点击|扫码|转发|点赞|在看|目录|发自|相关|获得|正文|更多|全部|其他|楼|只看|第?\d|创建|电脑版|手机版|网页版|"
    r"编译|译者|编者|整理|文[ 丨]|手机|客户案例|扫码|前(?!线|沿|哨|瞻)|复制).*|.*(?:部|中心|小组|扫码|案例|"
    r"分析师|工程师|合伙人|主编|专栏作家|特派员|研究员|顾问|设计师|教授|博士|联系方式|官网.*|[^\w·&.\- ].*)|"
    r".*(?:产业|行业|频道|专栏|专题|专区|时间|分钟|分类|作者|记者|编辑|浏览|阅读|评论|回复|订阅|收听|社评|社论)|"
    r".*(?:记者|作者|通讯员|负责人|告诉|创始人|总裁).*|[这那]家.*"
)
OF_AN_ACCOUNT = re.compile(r"(?:客户端|客戶端|App|APP|官方账号|官方帳號|微信公众号|公众号|官网|官網)$")
PRODUCED = searched(
    r"(?:出品|原创|原創|编辑部|編輯部|首页|首頁|消息|报道|報道|報導|(?:数据|數據|财经|財經|新闻|新聞)(?:频道|頻道)|新[闻聞]中心|[编編][译譯]|(?<=\w{2})基地|(?:科技|财经|商业|产业)组|(?<=\w{3})(?:综合|綜合|(?<![资資财財通简簡电電快视視])[讯訊]))$"
)
_PLAIN = re.compile(r"[\w·&.\- ]{2,14}")
_BRAND = re.compile(r"(?=.{5,16}$)(?:[A-Z]+[a-z]+[A-Z][A-Za-z]*|[a-z]+[A-Z][A-Za-z]+|[A-Z]{5,}|[A-Za-z]{2,}\d{2,})")


def is_brand(name: str) -> bool:
    """Tell a name in Latin letters that is written as no word and no person is: FINSCOPE, DoNews, am730.

    >>> is_brand("DoNews"), is_brand("Ellen")
    (True, False)
    """
    return _BRAND.fullmatch(name) is not None and not is_section(name)


def may_be_name(name: str) -> bool:
    """Tell what may be the name of a site: plain, and neither a person, a place, a section nor what sites say to readers.

    >>> may_be_name("算力拾遺"), may_be_name("北京"), may_be_name("分享至")
    (True, False, False)
    """
    match = matching_copy(name)
    return (
        _PLAIN.fullmatch(name) is not None
        and (len(hanzi(name)) >= 2 or outlet_named(name) is not None or may_be_outlet(name))
        and not is_person(name)
        and not SENTENCE_MARK.search(name)
        and not PLACE.fullmatch(match)
        and not is_section(name)
        and not is_heading(name)
        and not NO_NAME.fullmatch(match)
    )
