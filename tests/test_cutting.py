"""rjieba, which is fast, and jieba, which installs anywhere, cut text into the same words."""

import pytest

from presslens.pipeline.cutting import parts, with_jieba, with_rjieba

WHOLE = ["文生视频", "大模型", "提示词", "生成式AI"]

TEXTS = [
    "文生视频的门槛正在降低，提示词写得好不好却越来越要紧。",
    "研究人员陈思远和林婉清在杭州演示了一款叫青鸾的工具，画面里的雨滴落得很自然。",
    "这家做生成式AI的公司去年融了3.5亿元，A股投资人却不买账。",
    "Step-2、self-attention和v1.5都写在GPT-4之后，C++写的部分最快，AT&T没有参与。",
    "2024年3月15日，12.5%的用户把时长从4秒调到了10秒；3-5年后再看Top2%。",
    "他说：“鎏瑛工作室的柒玥，会把分镜拆成一百零八份。”",
    "魑魅魍魉、龘靐齉爩都认得，𠮷野家也认得。",
    "标点……——！？连在一起\n换行\t制表 空格",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_both_cut_a_text_into_the_same_words(text):
    pytest.importorskip("rjieba")
    fast, slow = ([part for word in cut(text) for part in parts(word)] for cut in (with_rjieba(WHOLE), with_jieba(WHOLE)))
    kept = [[word for word in words if word.isalnum()] for words in (fast, slow)]
    assert kept[0] == kept[1]


@pytest.mark.parametrize("cut_with", [with_rjieba, with_jieba])
def test_a_term_of_the_field_stays_whole(cut_with):
    assert "文生视频" in list(cut_with(WHOLE)("文生视频很火"))
