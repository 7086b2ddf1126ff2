"""What lexicon and rules make of one sentence, before the model: the sign of the total."""

import pytest

from presslens.pipeline.sentiment.reading import read
from presslens.pipeline.sentiment.words import weights

GOOD = [
    ("praise", "画面细腻，动作流畅"),
    ("negated trouble", "运行时没有卡顿"),
    ("two negations", "没有人不佩服"),
    ("a false friend of negation", "团队不断进步"),
    ("another false friend", "非常逼真"),
    ("trouble solved", "终于解决了闪烁的难题"),
    ("trouble solved, passive", "闪烁的难题已被攻克"),
    ("little of the trouble", "两者的差距其实并不大"),
    ("a statement denied", "这并不意味着从业者要失业"),
    ("a cost that falls", "单段成本下降了七成"),
    ("a waiting time that falls", "等待时间缩短了一半"),
    ("a loss that narrows", "净亏损收窄至去年的三分之一"),
    ("sales that rise", "订单增长了三倍"),
    ("what follows but", "价格昂贵，但画面逼真"),
    ("what follows although", "尽管卡顿，画面依旧逼真"),
    ("a rhetorical question", "难道这还不够逼真吗？"),
    ("a question that takes it for granted", "为什么它能一骑绝尘？"),
]

BAD = [
    ("blame", "画面模糊，动作僵硬"),
    ("negated praise", "效果并不理想"),
    ("praise out of reach", "远远谈不上成熟"),
    ("trouble not solved", "没有解决闪烁的难题"),
    ("a cost that rises", "训练成本又上涨了四成"),
    ("a loss that grows", "亏损扩大到三亿元"),
    ("what follows but", "画面逼真，但价格昂贵"),
    ("an adverb before a negation", "效果都不尽如人意"),
    ("must", "公司不得不裁员"),
]

NEITHER = [
    ("a protected word", "他读的是风险投资专业"),
    ("a film", "《变形金刚》上映于2007年"),
    ("the title of a work", "他看了电影《绝望》"),
    ("a quoted prompt", "输入“恐怖的怪物和绝望的男孩”"),
    ("a load that grows", "计算量会大幅增长"),
    ("a company's name", "完美世界发布公告"),
    ("a limited company", "该有限公司注册于深圳"),
    ("natural language", "自然语言处理是一门学科"),
]


@pytest.mark.parametrize(("reason", "sentence"), GOOD)
def test_good_news_counts_up(reason, sentence):
    assert read(sentence).total() > 0.1


@pytest.mark.parametrize(("reason", "sentence"), BAD)
def test_bad_news_counts_down(reason, sentence):
    assert read(sentence).total() < -0.1


@pytest.mark.parametrize(("reason", "sentence"), NEITHER)
def test_what_is_no_judgement_counts_nothing(reason, sentence):
    assert abs(read(sentence).total()) < 0.1


WEAKER = [
    ("画面逼真", "画面非常逼真"),
    ("画面略微逼真", "画面逼真"),
    ("如果取得突破", "取得突破"),
    ("可能取得突破", "取得突破"),
    ("公司希望取得突破", "公司取得突破"),
    ("企业应当克服困难，积极创新", "企业积极创新"),
    ("画面逼真吗？", "画面逼真"),
]


@pytest.mark.parametrize(("weaker", "stronger"), WEAKER)
def test_degree_doubt_and_wish_change_the_strength(weaker, stronger):
    assert 0 <= read(weaker).total() < read(stronger).total()


def test_the_cues_name_the_words_that_decided_with_their_negation():
    assert read("画面不够清晰，会员费昂贵").cues() == ("不够清晰", "昂贵")


def test_the_lexicon_holds_at_least_three_thousand_words_of_both_signs():
    found = weights().values()
    assert len(found) >= 3000
    assert min(sum(weight > 0 for weight in found), sum(weight < 0 for weight in found)) > 1000


def test_every_weight_lies_between_minus_two_and_two_and_says_something():
    assert all(0 < abs(weight) <= 2 for weight in weights().values())
