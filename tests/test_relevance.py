import pytest

from presslens.pipeline.articles import load_bytes
from presslens.pipeline.relevance import is_relevant

OTHER = "城裡的茶館上週換了新的招牌，老闆說生意和去年差不多，客人大多是附近的街坊，也有人專程坐車來。"

# (title, sentences of the article, how often something else is told in between, whether it belongs)
ABOUT = [
    ("新模型上線", "這個文生視頻模型能生成一分鐘的畫面。Sora的對手又多了一個。Runway沒有回應。", 2, True),
    ("新模型上線", "這個文生視頻模型能生成一分鐘的畫面。Sora的對手又多了一個。Runway沒有回應。", 60, False),
    ("Sora之後，視頻模型走向何方", "一家公司談了它的看法。Sora被提到一次。", 20, True),
    ("人才短缺", "大模型公司缺人。Sora出現以後更缺。", 20, False),
    ("自研AI晶片進入流片", "這家人工智能公司的晶片由台積電製造，晶片用來訓練大模型，AI晶片年底量產。", 3, True),
    ("訓練成本又降了", "研究者用十六張GPU訓練了一個大模型，AI圈議論紛紛，人工智能更便宜了。", 10, False),
    (
        "財團出價收購OpenAI",
        "財團出價收購人工智能公司OpenAI。OpenAI拒絕了收購，OpenAI的估值更高。董事會沒有討論過出售股份。",
        1,
        True,
    ),
    (
        "OpenAI發布新的語言模型",
        "人工智能公司OpenAI說，大模型下週開放。OpenAI沒有說價格。OpenAI的人很高興，AI圈也是。",
        1,
        False,
    ),
    ("電動車股價下跌", "車廠股價下跌，老闆還想收購OpenAI，人工智能是他的新興趣，AI，AI。", 3, False),
    ("股市收盤", "三大指數上升，英偉達漲了一點，人工智能板塊活躍，AI股受追捧，AI。", 8, False),
    (
        "輝達財報創新高",
        "輝達營收創新高，人工智慧的需求帶動晶片銷售。輝達股價上漲，市值再創紀錄，AI晶片供不應求。輝達看好AI。",
        2,
        True,
    ),
    # A person who worked at a maker of chips is not about chips.
    (
        "工程師的故事",
        "這名工程師曾在輝達實習，NVIDIA請他回去，NVIDIA開價很高。AI圈的NVIDIA和輝達都沒有說話，人工智能。",
        3,
        False,
    ),
    # An interview that speaks of both is about them, though of neither often enough.
    (
        "創辦人專訪",
        "我們的視頻模型即時生成視頻，AI視頻要看晶片，晶片和GPU不夠，AI晶片很貴，算力和GPU、晶片、H100都缺。" * 2,
        22,
        True,
    ),
    # A round-up that opens with them.
    ("每日匯報", "輝達的晶片漲價，輝達說AI晶片缺貨。台積電擴產晶片，OpenAI也要自己的AI晶片，人工智能。", 24, True),
]


@pytest.mark.parametrize(("title", "told", "others", "belongs"), ABOUT)
def test_what_is_about_the_subject_is_kept_and_what_touches_it_is_not(
    title: str, told: str, others: int, belongs: bool
) -> None:
    text = "\n".join([title, told, *(f"{number}{OTHER}" for number in range(others))])
    assert is_relevant(load_bytes("a.txt", text.encode())) == belongs
