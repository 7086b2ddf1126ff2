import pytest

from presslens.model import Article
from presslens.pipeline.build import analyse
from presslens.pipeline.facts.origins import origin_of

NAMELESS = [
    "知情人士",
    "多位知情人士",
    "外媒",
    "国外媒体",
    "多家媒体报道",
    "消息人士",
    "业内人士",
    "分析人士",
    "该公司",
    "不愿具名的人士",
]


@pytest.mark.parametrize("who", NAMELESS)
def test_a_source_that_nobody_names_is_not_the_same_in_two_articles(who: str) -> None:
    assert origin_of(who, Article("a1", "a.txt", "", "")) == "article:a1"


ONE_NAME = [
    ("高盛", "Goldman Sachs 高盛"),
    ("《华尔街日报》", "Wall Street Journal"),
    ("SIA", "Semiconductor Industry Association"),
]


@pytest.mark.parametrize(("printed", "name"), ONE_NAME)
def test_a_source_is_one_under_all_its_names(printed: str, name: str) -> None:
    assert origin_of(printed, Article("a1", "a.txt", "", "")) == name


def test_a_last_name_is_the_person_named_in_full() -> None:
    article = Article("a1", "a.txt", "", "分析师 Jane Doe 表示会涨。Doe 预计涨一倍。")
    assert origin_of("Doe", article) == "Jane Doe"


def test_a_last_name_that_two_bear_stays_as_it_is() -> None:
    article = Article("a1", "a.txt", "", "Jane Doe 看涨，John Doe 看跌。Doe 预计持平。")
    assert origin_of("Doe", article) == "Doe"


def test_two_articles_on_one_word_share_an_origin_and_on_nobodys_do_not() -> None:
    told = "{who}预计，2030年全球AI视频市场规模将达到60亿美元。{rest}"
    rest = ["公司没有回应，会议照常举行。" * 3, "天气很好，街上的人很多，店铺都开着门。" * 3]
    for who, origins in (("高盛", 1), ("知情人士", 2)):
        tables, _, _ = analyse([(f"{at}.txt", told.format(who=who, rest=rest[at]).encode()) for at in (0, 1)])
        rows = [row for row in tables["facts"].to_pylist() if row["metric"] == "market_size"]
        assert len({row["origin"] for row in rows}) == origins
