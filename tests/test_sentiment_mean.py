"""Which sentences speak for their article."""

import pytest

from presslens.pipeline.build import analyse
from presslens.pipeline.sentiment.mean import speaks

SILENT = [
    ("a prompt", "提示词：一个绝望的男孩在废墟里奔跑"),
    ("an instruction", "第二步，点击生成按钮"),
    ("a credit", "责任编辑：王小明"),
    ("a disclaimer", "以上内容仅供参考，不构成任何投资建议。"),
    ("a pointer to other articles", "相关新闻：某公司宣布破产"),
    ("an advertisement of the outlet", "欢迎关注我们的公众号，精彩内容不断。"),
    ("a prompt in English with its translation", "A slow pan over a harbour at dusk with gulls. （镜头缓缓掠过美丽的港湾）"),
]
SPEAKING = [
    ("a statement", "新模型的画面令人惊艳。"),
    ("a statement about prompts", "它对提示词的理解很准确。"),
    ("a statement with an English name", "OpenAI的Sora Turbo让导演们惊叹。"),
    ("a statement that begins with a long English name", "Enhance-A-Video动态调节输出，画面更流畅。"),
    ("a disclaimer told of somebody", "法院认为，平台的免责说法站不住脚。"),
]


@pytest.mark.parametrize(("reason", "sentence"), SILENT)
def test_what_is_no_statement_of_the_article_does_not_speak_for_it(reason, sentence):
    assert not speaks(sentence, 0, len(sentence), [])


@pytest.mark.parametrize(("reason", "sentence"), SPEAKING)
def test_a_statement_speaks_for_its_article(reason, sentence):
    assert speaks(sentence, 0, len(sentence), [])


def test_an_article_is_the_mean_of_the_sentences_that_speak_for_it():
    text = "新模型上线\n\n新模型的画面令人惊艳，用户好评如潮。\n提示词：“一个绝望的男孩在恐怖的废墟里哭泣”。"
    tables, _, _ = analyse([("own.txt", text.encode())])
    sentences = tables["sentences"].to_pylist()
    counted = [row["sentiment"] for row in sentences if row["in_mean"]]
    assert len(counted) == len(sentences) - 1
    assert tables["articles"].to_pylist()[0]["sentiment"] == pytest.approx(sum(counted) / len(counted), abs=1e-4)
