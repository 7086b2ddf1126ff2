from dataclasses import replace

import pytest

from presslens.model import Article
from presslens.pipeline.articles import RawDocument, load_bytes
from presslens.pipeline.articles.dating import inferred, latest
from presslens.pipeline.articles.outlets import outlet_named
from presslens.pipeline.articles.script import matching_copy

BODY = "這家公司公布了新的視頻模型，可以根據一句話生成二十秒的畫面。\n業內人士認為，算力仍然是最大的難題，價格也還沒有確定。"


def article(text: str, name: str = "a.txt") -> Article:
    return load_bytes(name, text.encode())


# The first and last lines of an article, and the outlet and author they name.
CREDITS = [
    (["文 | 新浪科技 林小明"], [], "新浪科技", "林小明"),
    (["文｜雲端觀察室 Lydia", "編輯｜王二"], [], "雲端觀察室", "Lydia"),
    (["文/《财经》研究员 林小明"], [], "财经", "林小明"),
    (["作者丨林小明", "编辑丨王二", "出品丨深网"], [], "深网", "林小明"),
    (["作者｜林小明"], [], "", "林小明"),
    (["林小明 王二 发自 凹非寺", "量子位 | 公众号 QbitAI"], [], "量子位", "林小明、王二"),
    (["腾讯科技特约作者 林小明"], [], "腾讯科技", "林小明"),
    (["每经记者：林小明    每经编辑：王二"], ["每日经济新闻"], "每日经济新闻", "林小明"),
    ([], ["北京商報記者 林小明"], "北京商报", "林小明"),
    ([], ["来源：第一财经"], "第一财经", ""),
    ([], ["來源:《中國企業家》", "作者:林小明"], "中国企业家", "林小明"),
    ([], ["（本文首发于钛媒体App，作者｜林小明，编辑｜王二）"], "钛媒体", "林小明"),
    ([], ["(本文来自第一财经)"], "第一财经", ""),
    ([], ["（科创板日报 林小明）"], "科创板日报", "林小明"),
    (["林小明 2024-03-04 07:46"], ["來源：明報"], "明報", "林小明"),
    (["這家公司的負責人告訴記者：價格還沒有定"], [], "", ""),
    (["记者看到，现场排起了长队"], [], "", ""),
    (["2024年02月16日 10:25 来源：新华网 作者：林小明 编辑：王二"], [], "新华社", "林小明"),
    (["来源：新华社 | 2024年02月17日"], [], "新华社", ""),
    (["澎湃新闻记者 林小明"], [], "澎湃新闻", "林小明"),
    (["21世纪经济报道记者 林小明 北京报道"], [], "21世纪经济报道", "林小明"),
    (["南方财经全媒体记者林小明 广州报道"], [], "21世纪经济报道", "林小明"),
    (["每经记者 林小明 每经编辑 王二"], [], "每日经济新闻", "林小明"),
    (["记者 | 林小明", "编辑 | 王二"], [], "", "林小明"),
    (["撰文：林小明", "出版：2024-02-16 10:00 更新：2024-02-17 09:00"], [], "", "林小明"),
    (["記者林小明／台北報導"], [], "", "林小明"),
    (["聯合報 記者林小明／台北即時報導"], [], "聯合報", "林小明"),
    (["經濟日報 記者林小明／綜合報導"], [], "经济日报", "林小明"),
    (["文：林小明、王二"], [], "", "林小明、王二"),
    (["本報記者 林小明"], [], "", "林小明"),
    (["数字时报网 作者：林小明"], [], "数字时报网", "林小明"),
    (["36氪 · 林小明"], [], "36氪", "林小明"),
    (["智东西（公众号：zhidxcom）作者 | 林小明编辑 | 王二智东西2月10日报道，一家公司公布了模型。"], [], "智东西", "林小明"),
    ([], ["责任编辑：王二"], "", ""),
]


@pytest.mark.parametrize(("head", "foot", "outlet", "author"), CREDITS)
def test_outlet_and_author_are_read_from_credit_lines(head: list[str], foot: list[str], outlet: str, author: str) -> None:
    found = article("\n".join(["新模型公布的那一天", *head, BODY, *foot]))
    assert (found.outlet, found.author) == (outlet, author)


DATELINES = [
    ("新华社北京2月16日电（记者 林小明）一家公司16日公布新模型。", "新华社", "林小明"),
    ("IT之家 2 月 10 日消息，一家公司公布了新模型。", "IT之家", ""),
    ("腾讯科技讯 3月5日消息，一家公司公布了新模型。", "腾讯科技", ""),
    ("《科创板日报》2月10日讯（编辑 王二）一家公司公布了新模型。", "科创板日报", ""),
    ("【环球网科技综合报道】2月11日，一家公司公布了新模型。", "环球时报", ""),
    ("智通财经APP获悉，一家公司公布了新模型。", "智通财经", ""),
    ("钛媒体App 4月20日消息，一家公司公布了新模型。", "钛媒体", ""),
    ("（中央社記者林小明台北16日電）一家公司公布了新模型。", "中央社", "林小明"),
    ("【明報專訊】一家公司公布了新模型。", "明報", ""),
    ("芯东西2月12日报道，一家公司公布了新模型。", "芯东西", ""),
    ("21世纪经济报道 记者林小明 北京报道 一家公司公布了新模型。", "21世纪经济报道", "林小明"),
    ("中新网北京2月16日电(记者 林小明)一家公司公布了新模型。", "中国新闻网", "林小明"),
    ("财联社2月16日讯（记者 林小明）一家公司公布了新模型。", "财联社", "林小明"),
    ("中央社台北16日電，一家公司公布了新模型。", "中央社", ""),
    ("据路透社2月10日报道，一家公司公布了新模型。", "", ""),
]


@pytest.mark.parametrize(("line", "outlet", "author"), DATELINES)
def test_outlet_is_read_from_the_dateline(line: str, outlet: str, author: str) -> None:
    found = article(f"{line}\n{BODY}")
    assert (found.outlet, found.author) == (outlet, author)


def test_the_outlet_named_in_the_text_comes_before_the_feed_that_passed_it_on() -> None:
    head = '---\ntitle: "新模型"\ndate: "2025-02-10 18:00:00"\ncategories:\n  - "qq"\n---\n'
    assert article(head + "IT之家 2 月 10 日消息，一家公司公布了新模型。\n\n" + BODY, "a.md").outlet == "IT之家"
    assert article(head + BODY, "a.md").outlet == "腾讯新闻"


def test_front_matter_says_title_and_date() -> None:
    found = article('---\ntitle: "新模型"\ndate: "2025-02-10 18:00:00"\ncategories:\n  - "hkej"\n---\n' + BODY, "a.md")
    assert (found.title, str(found.published), found.published_basis, found.outlet) == (
        "新模型",
        "2025-02-10",
        "stated",
        "信報",
    )


def test_a_wechat_header_says_account_date_and_address() -> None:
    head = "# 新模型来了\n\n文章作者: 少数派\n发布时间: 2024-03-14 17:46\n发布地: 杭州\n原文链接: http://example.org/s?a=1\n\n"
    found = article(head + BODY, "a.md")
    described = (found.title, found.outlet, found.author, str(found.published), found.url)
    assert described == ("新模型来了", "少数派", "", "2024-03-14", "http://example.org/s?a=1")


def test_an_address_is_encoded_once() -> None:
    head = "---\ntitle: 新模型\nurl: https://example.org/新聞/1?a=%E6%96%B0&b=c#d\n---\n"
    assert article(head + BODY, "a.md").url == "https://example.org/%E6%96%B0%E8%81%9E/1?a=%E6%96%B0&b=c#d"


def test_a_title_keeps_the_spaces_inside_it() -> None:
    assert article("---\ntitle: 新模型  今天發佈\n---\n" + BODY, "a.md").title == "新模型  今天發佈"


TITLES = [
    ("誰能做出下一個視頻模型", "誰能做出下一個視頻模型"),
    ("首页\n誰能做出下一個視頻模型\n2024-03-04 07:46", "誰能做出下一個視頻模型"),
    ("“這是一句引語。”", ""),
    ("這是文章的第一句話，不是標題。", ""),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_a_first_line_is_the_title_only_when_it_plainly_is_one(head: str, title: str) -> None:
    assert article(f"{head}\n{BODY}").title == title


STATED = [
    ("发布于 2024-03-04 07:46", "2024-03-04"),
    ("2024年3月4日 07:46 來源：明報", "2024-03-04"),
    ("林小明2024-03-04 07:46", "2024-03-04"),
    ("2024/3/4", "2024-03-04"),
    ("2024.3.49:30:00", "2024-03-04"),
    ("口述：老林　整理：小蔓　上架：2024.03.04", "2024-03-04"),
    ("2024-03-04 11:06 财联社讯 一家公司今天公布了新的模型，价格降了一半。", "2024-03-04"),
    ("2024/03/04 Ellen 雲端運算、視頻、晶片", "2024-03-04"),
    ("报告日期：2024年3月4日　分析师：周小满、陆一鸣", "2024-03-04"),
    ("（某某产业研究 2024-03-04）", "2024-03-04"),
    ("/美通社/ 香港2024年3月4日 -- 一家公司今天公布了新的模型，價格降了一半。", "2024-03-04"),
    ("（中央社記者林小明台北4日電）一家公司公布了新的模型。（譯者：周小滿）1130304", "2024-03-04"),
    ("date 2024-03-04 一家公司今天公布了新的模型，价格降了一半。", "2024-03-04"),
]


@pytest.mark.parametrize(("line", "day"), STATED)
def test_a_stated_date_is_read(line: str, day: str) -> None:
    found = article(f"新模型公布的那一天\n{line}\n{BODY}")
    assert (str(found.published), found.published_precision, found.published_basis) == (day, "day", "stated")


def test_a_file_name_states_the_date() -> None:
    assert str(article(BODY, "2024-03-04_新模型.md").published) == "2024-03-04"


INFERRED = [
    ("今日凌晨，OpenAI发布了首个视频生成模型Sora。", "2024-02-16", "day"),
    ("昨日，OpenAI發佈了Sora。", "2024-02-17", "day"),
    ("三天前，OpenAI發佈了Sora。", "2024-02-19", "day"),
    ("半個月前，OpenAI發佈了Sora。", "2024-03-01", "month"),
    ("兩個多月前，Sora橫空出世。", "2024-05", "month"),
    ("据新华社3月4日电，2024年2月，公司公布了产品。", "2024-03-04", "day"),
]
LATEST = [
    ("2024年5月12日，公司公布了财报。去年是2023年。", "2024-05-12", "month"),
    ("公司在2023年11月上市，4月成立。", "2023-11", "month"),
    ("公司于2021年成立，预计到2030年收入翻倍。", "2021", "year"),
]


@pytest.mark.parametrize(("text", "day", "precision"), INFERRED)
def test_a_date_is_inferred_from_events_that_the_text_dates(text: str, day: str, precision: str) -> None:
    found = inferred(matching_copy(text))
    assert str(found.day).startswith(day)
    assert (found.precision, found.basis) == (precision, "inferred")


@pytest.mark.parametrize(("text", "day", "precision"), LATEST)
def test_the_latest_time_in_a_text_is_no_date_of_its_publication(text: str, day: str, precision: str) -> None:
    found = article(f"{BODY}\n{text}")
    assert (found.published, found.published_precision, found.published_basis) == (None, "unknown", "unknown")
    assert str(found.written).startswith(day)
    assert found.written_precision == latest(matching_copy(text)).precision == precision


def test_an_article_without_any_date_has_none() -> None:
    found = article(BODY)
    assert (found.published, found.published_precision, found.published_basis) == (None, "unknown", "unknown")


def test_a_model_named_after_a_dated_one_is_not_that_one() -> None:
    assert inferred("今天，Open-Sora发布，Sora 3发布。").day is None


def test_the_id_is_that_of_the_clean_text() -> None:
    one, other = article(BODY), article(f"图片\n{BODY}\n编辑 | 王二")
    assert one.article_id == other.article_id
    assert replace(one, file="b") != one


def test_matching_copy_is_as_long_as_the_text() -> None:
    found = article(BODY)
    assert len(found.match) == len(found.text)


NAMES = [
    ("《中国企业家》杂志", "中国企业家"),
    ("每经网", "每日经济新闻"),
    ("hkej", "信報"),
    ("信报", "信報"),
    ("QbitAI", "量子位"),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_an_outlet_is_known_by_all_its_names(name: str, shown: str) -> None:
    outlet = outlet_named(name)
    assert outlet is not None
    assert outlet.name == shown


def test_a_raw_document_keeps_what_its_head_says() -> None:
    assert RawDocument("a", "b", "text").metadata == {}
