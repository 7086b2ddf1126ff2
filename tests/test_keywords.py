"""Which terms an article is about."""

import pytest

from presslens.pipeline.keywords import keywords, rarity

WHOLE = [
    ("文生视频的门槛正在降低。", "文生视频"),
    ("生数科技又招了一批工程师。", "生数科技"),
    ("英伟达的显卡一卡难求。", "英伟达"),
    ("大模型越做越小。", "大模型"),
    ("他用Stable Diffusion画分镜。", "分镜"),
    ("GPT-4的价格又降了。", "GPT-4"),
    ("微短剧成了试验田。", "微短剧"),
]

NO_TERM = [
    "2024年3月15日",
    "三十五年",
    "第一个月",
    "A、B、C",
    "我们都在这里，他们也在那里。",
    "……！？——",
    "3.14和60",
    "5亿美金、3万美金和20万港币",
    "",
]


@pytest.mark.parametrize(("text", "term"), WHOLE)
def test_a_name_or_term_of_the_field_stays_whole(text, term):
    assert term in [row[0] for row in keywords(text)]


@pytest.mark.parametrize("text", NO_TERM)
def test_dates_numbers_letters_marks_and_stop_words_are_no_terms(text):
    assert keywords(text) == []


def test_a_term_is_counted_as_often_as_it_is_printed():
    assert {term: count for term, count, _ in keywords("算力贵，算力少，算力就是门槛。")}["算力"] == 3


def test_forms_of_one_name_count_together():
    assert keywords("英伟达也叫NVIDIA。")[0][:2] == ("英伟达", 2)


def test_spellings_that_differ_in_case_count_together_under_the_commonest():
    rows = keywords("Transformers、transformers和Transformers都一样。")
    assert [row[:2] for row in rows] == [("Transformers", 3)]


def test_a_rare_term_weighs_more_than_a_common_one():
    weights = {term: weight for term, _, weight in keywords("显卡进入市场。")}
    assert weights["显卡"] > weights["市场"]


def test_a_word_every_article_uses_weighs_as_little_as_the_company_word():
    assert rarity("AI") == rarity("公司")


def test_the_order_does_not_depend_on_where_a_term_stands():
    one, other = keywords("显卡、芯片、服务器"), keywords("服务器、显卡、芯片")
    assert one == other
