"""Name the origin of a figure: the source on whose word an article gives it, else the article itself.

Agreement is counted in origins, so one source under two names must be one, and sources that nobody names must not be one.
"""

from __future__ import annotations

import re
from collections import Counter

from presslens.lexicon import names
from presslens.model import Article

# Whom two articles call so need not be the same.
_NAMELESS = re.compile(
    r"(?:多[位名家]|[一二两三几]?[位名家]|有|据|部分|一些|不少|多家|国[内外]|国内外|外国|海外|境外|美国|相关|有关|接近.{0,8}的|了解.{0,8}的|不愿.{0,8}的|匿名的?)*的?"
    r"(?:外媒|外电|媒体|传媒|报道|报导|报告|研报|消息|消息人士|知情人士|知情者|人士|业内|业内人士|业界|市场人士|内部人士|专家|学者|分析|分析师|分析人士|"
    r"机构|券商|投行|网友|用户|市场|市场消息|坊间|公开资料|公开信息|资料|数据|统计|官方|官网|公司|该公司|记者|作者|发言人|负责人|研究人员|"
    r"研究者|投资者|投资人|创始人|高管|员工|律师)(?:[们称]|消息|报道|报导)?"
)
_ONE_LATIN_WORD = re.compile(r"[A-Z][a-z]+")


def origin_of(attributed_to: str, article: Article) -> str:
    """Give the key of a figure's origin: a source under its one name, or the article.

    >>> from presslens.model import Article
    >>> article = Article("a1", "a.txt", "", "ARK 的 Cathie Wood 看好。Wood 预计市场将达百亿美元。")
    >>> origin_of("Wood", article), origin_of("知情人士", article), origin_of("高德纳", article)
    ('Cathie Wood', 'article:a1', 'Gartner')
    """
    if not attributed_to or _NAMELESS.fullmatch(attributed_to):
        return f"article:{article.article_id}"
    if names().kind(attributed_to) is None and _ONE_LATIN_WORD.fullmatch(attributed_to):
        return names().canonical(_full_name(attributed_to, article.match))
    return names().canonical(attributed_to)


def _full_name(part: str, match: str) -> str:
    """Give the name in full where the article prints a person's first or last name alone as well."""
    word = r"[A-Z][a-z]+"
    full = re.compile(rf"(?<![A-Za-z] )(?<![A-Za-z])(?:{word} (?:[A-Z]\. )?{part}|{part} {word})(?![A-Za-z]| [A-Z])")
    found = Counter(hit[0] for hit in full.finditer(match))
    return found.most_common(1)[0][0] if len(found) == 1 else part
