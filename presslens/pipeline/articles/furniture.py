"""Tell the lines of an article from what the site put around it: menus, credits, share bars, copyright, advertising."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation

from presslens.pipeline.articles import markup, outlets
from presslens.pipeline.articles.script import matching_copy
from presslens.pipeline.articles.segments import parts_of
from presslens.pipeline.gates import Filtered

_SHARING = (
    r"分享|分享到|分享至|收藏|点赞|评论|举报|投诉|关注|已关注|订阅|听新闻|打印|纠错|微信|微博|朋友圈|QQ空间|扫一扫|扫码关注|复制链接|"
    r"Facebook|Twitter|X|LINE|WhatsApp|Telegram|Copy link|Share|Print|Email"
)
_MENU = (
    r"图片?|图片来源|视频|音频|(?:广告|推广|赞助|合作)(?:内容|资讯|文章)?|Advertisement|Sponsored|AD|置顶|原创|转载|导航|首页|菜单|搜索|登录|注册|关闭|取消|返回|返回顶部|回到顶部|关闭引导|"
    r"展开|展开全文|收起|阅读全文|查看原文|阅读原文|点击查看更多|查看更多|更多|下一页|上一页|打开APP|下载APP|字号|大|中|小|"
    r"热新闻|热门新闻|相关新闻|最新新闻"
)
# All patterns are matched on the matching copy of a line: Simplified, half-width letters and digits.
_SEPARATOR = r"[ ]*[:：|｜丨︱/／｜・][ ]*"
_CREDIT_LABELS = (
    r"(?:本文|文章|特约|资深|责任|值班|本期|执行|实习|首席|联合|新媒体|每经|本报|原文)?"
    r"(?:作者|记者|编辑|责编|主编|总编辑?|撰文|撰稿|采写|采访|编译|翻译|译者|整理|校对|审校|审核|排版|制图|图源|配图|摄影|视觉|设计|封面图?|题图|"
    r"头图|首图|监制|运营|策划|统筹|出品|出品人|来源|稿源|信源|发布时间|发布地|原文链接|封面图链接|发布于|更新时间|分类|标签|关键词|栏目|"
    r"数据来源|图片来源|素材来源|原标题|原文标题|原视频链接|微信|微信号|公众号|ID)"
)
_NAME = r"(?:[\u3400-\u9fff]{2,4}|[A-Z][A-Za-z. ]{1,24})"
_TIME = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DAY = r"(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?"
_WHEN = rf"(?:{_DAY}(?:[ T]*(?:星期.|周.))?[ T]*(?:{_TIME})?|{_TIME})"

_WHOLE_LINE = Filtered(
    (
        rf"{_CREDIT_LABELS}{_SEPARATOR}.{{0,60}}",
        rf"{_CREDIT_LABELS}[ ]+{_NAME}(?:[ 、,]{_NAME}){{0,3}}",
        r"[文图][ ]*[|｜丨/／][ ]*.{0,60}",
        rf"(?:[^\W于在将至到从定\d]{{0,12}}[ ]?)?(?:发布于|发表于|更新于)?[ ]?{_WHEN}(?:[ ]+[^，。！？\d]{{0,12}})?",
        rf"(?:{_MENU}|{_SHARING})(?:[ |｜/·]+(?:{_SHARING}))*",
        r"(?:当前位置|您的位置|你的位置|您现在的位置)[:：]?.{0,60}",
        r"(?:首页|主页)[ ]*[>»›/].{0,60}",
        r"[\w ]{2,10}(?:[ ]*(?:>{1,2}|»|›)[ ]*[\w ]{2,10}){1,4}",
        r"(?:浏览量?|阅读量?|点击量?|播放量|观看|评论数?|点赞数?|人气|热度|views?)[ ]*[:：]?[ ]*[\d,.]*[ ]*[万次kw]?\+?",
        r"[\d,.]+[ ]*(?:万|k|w)?\+?[ ]*(?:次浏览|次阅读|人阅读|阅读|浏览|评论|条评论|点赞|赞|views?)",
        r"第?[ ]*\d{1,3}[ ]*/[ ]*\d{1,3}[ ]*页?|第[ ]*\d{1,3}[ ]*页|共[ ]*\d{1,3}[ ]*页",
        r".{0,40}(?:版权所有|版权与免责|版权声明|免责声明|免责条款|未经(?:授权|许可|允许|同意)[^。]{0,10}(?:不得|禁止|请勿|严禁|谢绝|转载)|不得转载|禁止转载|转载需|转载请|欢迎转载|"
        r"授权转载|侵权必究|All [Rr]ights [Rr]eserved|Copyright|©).{0,300}",
        r"[^。]{0,120}(?:不构成.{0,20}建议|不代表.{0,24}(?:观点|立场)|据此操作|风险自[负担]|仅供参考[。,，]?).{0,120}",
        r"[(（【\[]?(?:图片?|图文|图表|(?:文中)?配图|封面图?|题图|头图|视频)(?:部分)?[ ]?(?:来源|源|来自|由)"
        r"[于:：]?.{0,40}",
        r".{0,20}(?:由.{0,16}AI ?生成|AI ?生成图片).{0,6}[)）]",
        r"[(（【](?:本文|文章|稿件)?(?:来自|来源|编译|转自|转载自|首发于|系.{0,12}独家|由.{0,20}授权|作者|编辑|记者|责任编辑)"
        r"[:：/ ]?.{0,40}[)）】]",
        r".{0,24}(?:扫描|扫码|长按|识别).{0,12}(?:二维码|扫码|关注|加入|添加|了解).{0,40}",
        r".{0,30}(?:关注|标星|星标).{0,16}(?:公众号|微信号|我们|我|标星|星标|噢|哦).{0,40}",
        r".{0,16}(?:一键三连|点赞、?在看|「?点赞」?、?「?分享|分享」?、?「?点赞|点个.{0,4}在看|喜欢就别忘了|欢迎点击).{0,50}",
        r".{0,30}(?:商务合作|活动合作|合作请联|投稿请|投稿邮箱|联系方式|联系负责人|请联系|进群|交流群|加群).{0,60}",
        r".{0,20}(?:下载(?![量次榜超破达]|数(?!码)).{0,16}(?:APP|App|客户端)|(?:APP|App|客户端).{0,8}下载(?![量次榜超破达已]|数(?!码))|打开.{0,12}(?:APP|App)(?:阅读|查看)).{0,40}",
        r".{0,30}(?:订阅后|付费后|会员专享|成为会员|开通会员|订阅解锁|登入后|登录后).{0,12}(?:阅读|解锁|查看|继续|全文).{0,40}",
        r"[^。，]{0,12}(?:登入|登录|加入|成为|升级|订阅|付费)[^。]{0,16}(?:会员|VIP|用户|订户)[^。]{0,12}(?:看|阅读|解锁|查看|继续|享)[^。]{0,24}",
        r"[^。]{0,16}(?:已阅读|已读|剩余)[^。]{0,24}(?:付费|订阅|登录|登入|解锁)[^。]{0,24}[。]?",
        r"(?:Subscribe|Sign in|Log in|Register) (?:to|for|now)\b.{0,60}",
        r"[^。，]{0,16}(?:加入|追踪|订阅|按赞|关注)[^。，]{0,20}(?:Telegram|TG|频道|粉丝团|粉专|电子报|LINE|Instagram|IG|脸书|Facebook|YouTube)"
        r"[^。，]{0,16}",
        r"[#＃][^\s#＃。，]{1,24}[#＃]?(?:[ 、,]*[#＃][^\s#＃。，]{1,24}[#＃]?)*",
        r"(?:延伸阅读|相关阅读|推荐阅读|更多新闻|看更多|同场加映|热门话题|编辑推荐)[:：｜|].{1,60}",
        r".{0,40}(?:阅读原文|继续阅读|点击链接|点此).{0,6}",
        r"[—\-–=*·•#\s]*(?:完|END|End|end|正文完|全文完|全文结束)[—\-–=*·•#。\s]*",
        r"[^\u3400-\u9fffA-Za-z0-9]{1,12}",
        r"[\w.+-]+@[\w-]+\.[\w.]+",
        r"@[\w\u3400-\u9fff]{2,16}(?:[ ].{0,30})?",
        r"[\w\u3400-\u9fff、& ]{1,24}[ ]发自[ ].{1,20}|发自[ ].{1,20}",
        r"[\w\u3400-\u9fff ]{1,16}[ ]?[|｜][ ]?公众号.{0,24}",
        r"[\u3400-\u9fff]{2,10}(?:记者|特约作者|特约撰稿人?)[ ][\u3400-\u9fff]{2,4}(?:[ 、][\u3400-\u9fff]{2,4}){0,3}",
    ),
    re.IGNORECASE,
)

# From such a line on nothing belongs to the article.
_TAIL = re.compile(
    r"[—\-–=*·•#▼▽↓👇\s【\[（(]*(?:往期(?:回顾|推荐|精选|文章)|推荐阅读|相关(?:阅读|文章|新闻|推荐|报道)|延[伸展]阅读|更多(?:阅读|精彩|推荐|新闻).{0,40}|"
    r"热门(?:文章|新闻|推荐)|热新闻|猜你喜欢|为您推荐|大家都在看|精彩推荐|参考(?:资料|链接|文献|来源)|"
    r"完|END|全文完|正文完|免责声明.{0,80}|版权与免责.{0,80}|点这里.{0,16}关注.{0,20}|我们的?.{0,8}团队.{0,4}(?:对外|向外界|面向企业)(?:开放|提供|承接).{0,60})"
    r"[—\-–=*·•#。:：▼▽↓】\])）\s]*",
    re.IGNORECASE,
)
_MOST_IN_TAIL = 0.4
_LONGEST_LABEL = 12
_HEAD_LINES, _FOOT_LINES = 10, 6
_LEAST_REPEATED = 12
# What a site prints around the words of a caption: `▲ 圖：`, `（路透社）`.
_BEFORE_CAPTION = re.compile(r"^[▲△▼▽◆●■]*[ ]*(?:[图圖](?:片|說|说|為|为)?[ ]*[一二三四五\d]*[ ]*[:：／/|｜][ ]*)?")
_BEHIND_CAPTION = re.compile(r"[。]?(?:[（(][^（()）]{1,16}[)）])?[。]?$")
_LONGEST_BEHIND = 20
_LONGEST_CAPTION = 160


def without_furniture(lines: Sequence[str], names: Collection[str] = ()) -> list[str]:
    """Keep the lines of the article itself; `names` are names of the outlet or author, which are no lines of it alone.

    >>> without_furniture(["首页", "文｜算力週刊 林一", "新模型今天發布。", "图片", "浏览量: 320", "往期回顾", "上週的文章"])
    ['新模型今天發布。']
    """
    lines = [line for line in lines if line and line not in names and not outlets.is_outlet(line)]
    if not lines:
        return []
    # One conversion of the whole is five times as fast as one for every line.
    matches = matching_copy("\n".join(lines)).split("\n")
    end = _end_of_article(matches)
    kept = [
        markup.without_addresses(line).strip()
        for line, match in zip(lines[:end], matches[:end], strict=True)
        if not is_furniture_line(match) and not _only_address(match)
    ]
    kept = [line for at, line in enumerate(kept) if not (_is_at_an_end(at, len(kept)) and _is_credit(line))]
    return _without_repeats(list(filter(None, kept)))


def _is_at_an_end(at: int, lines: int) -> bool:
    return at < _HEAD_LINES or at >= lines - _FOOT_LINES


def _is_credit(line: str) -> bool:
    """Tell a line that says only who printed or wrote the article and when; a lone date or year may be a heading."""
    parts = parts_of(line)
    named = len(parts.outlets) + len(parts.writers) + (len(parts.persons) if parts.is_dated else 0)
    return parts.is_credit and named > 0


def _only_address(line: str) -> bool:
    """Tell a printed web address, with or without a label before it, from a sentence that has one."""
    return "://" in line and len(markup.without_addresses(line).strip()) <= _LONGEST_LABEL


def is_furniture(line: str) -> bool:
    """Tell a line that the site or its credits put there from one of the article.

    >>> is_furniture("編輯 | 王二"), is_furniture("編輯們認為模型還會進步。")
    (True, False)
    """
    return is_furniture_line(matching_copy(line)) or outlets.is_outlet(line)


@lru_cache(maxsize=4096)
def is_furniture_line(match_line: str) -> bool:
    """Tell the same of a matching copy, by its wording alone.

    >>> is_furniture_line("编辑 | 王二"), is_furniture_line("编辑们认为模型还会进步。")
    (True, False)
    """
    return _WHOLE_LINE.fullmatch(match_line)


def _end_of_article(matches: Sequence[str]) -> int:
    """Find the first line of the tail, if what would go with it is the smaller part of the text."""
    weights = [len(match) for match in matches]
    after = whole = sum(weights)
    for at, match in enumerate(matches):
        after -= weights[at]
        if len(match) < 100 and after <= _MOST_IN_TAIL * whole and _TAIL.fullmatch(match):
            return at
    return len(matches)


def _without_repeats(lines: list[str]) -> list[str]:
    """Drop a line printed before, and a caption whose words stand in another line."""
    seen: set[str] = set()
    kept: list[str] = []
    captions = [_words_of_caption(line) if len(line) >= _LEAST_REPEATED else "" for line in lines]
    holders = _holders(lines, captions)
    for line, words in zip(lines, captions, strict=True):
        if words:
            longer = (other for other in holders.get(words[:_LEAST_REPEATED], ()) if len(other) > len(line))
            if line in seen or (len(line) <= _LONGEST_CAPTION and any(words in other for other in longer)):
                continue
            seen.add(line)
        kept.append(line)
    return kept


def _words_of_caption(line: str) -> str:
    """Take off a line what a site prints around the words of a caption; what has hardly any words stays as it is."""
    words = _BEFORE_CAPTION.sub("", line)
    behind = _BEHIND_CAPTION.search(words, max(0, len(words) - _LONGEST_BEHIND))
    words = words[: behind.start()] if behind else words
    return words if len(words) >= _LEAST_REPEATED else line


def _holders(lines: Sequence[str], captions: Sequence[str]) -> Mapping[str, Collection[str]]:
    """Give the lines in which the beginning of a caption stands; to search all of them for each would cost their square."""
    short = (words for line, words in zip(lines, captions, strict=True) if words and len(line) <= _LONGEST_CAPTION)
    heads = sorted({words[:_LEAST_REPEATED] for words in short})
    holders: defaultdict[str, set[str]] = defaultdict(set)
    # Searched for once, the heads are not worth a faster search that takes longer to make.
    search = AhoCorasick(heads, implementation=Implementation.NoncontiguousNFA)
    for line in lines:
        for head, _, _ in search.find_matches_as_indexes(line, overlapping=True):
            holders[heads[head]].add(line)
    return holders
