"""Every kind of damage that can be computed back, and undamaged text that comes out as it went in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslens.pipeline.articles import RawDocument, clean
from tests.damaged import cleaned

TOLD = "這家公司公布了新的視頻模型，可以根據一句話生成二十秒的畫面。"
CAPTION = "展台前排起了長隊的觀眾與工作人員"


MENDED = [
    # Line wraps inside figures and words.
    ("markdown", "增長了 27.\n0%，約 30\n%，用戶 3\n,000 萬。", "增長了 27.0%，約 30%，用戶 3,000 萬。"),
    ("markdown", "這個視\n頻模型由 Stability\nAI 公布。", "這個視頻模型由 Stability AI 公布。"),
    # Lines of one paragraph broken at about a width, figures and all; a heading above it stays a line of its own.
    (
        "text",
        "嵐橋科技現有員工340\n人，單季營收２０\n６.７億元，年增１.８\n％，優於預期。\n\n展望\n公司看好明年的訂單，但沒有給出數字。",
        "嵐橋科技現有員工340人，單季營收２０６.７億元，年增１.８％，優於預期。\n展望\n公司看好明年的訂單，但沒有給出數字。",
    ),
    # Markdown emphasis around figures.
    ("markdown", "規模達**1181**億美元，增長**27.0%**。", "規模達1181億美元，增長27.0%。"),
    ("text", "規模達**1181**億美元，增長**27.0%**。", "規模達1181億美元，增長27.0%。"),
    # Entities, escaped once and twice.
    ("text", "AT&amp;T與R&amp;amp;D支出增長&lt;10%。", "AT&T與R&D支出增長<10%。"),
    # Glued strings.
    ("text", "發佈會定於2024.3.209:30:00舉行。", "發佈會定於2024.3.20 9:30:00舉行。"),
    # Captions that repeat the text.
    ("text", f"▲ 圖：{CAPTION}\n{TOLD}{CAPTION}。", f"{TOLD}{CAPTION}。"),
    ("text", f"{TOLD}{CAPTION}。\n{CAPTION}（路透社）", f"{TOLD}{CAPTION}。"),
    # Paywall and advertising lines.
    ("text", f"{TOLD}\n登入會員看完整報導\n您已閱讀30%，剩餘內容請付費後閱讀\nSubscribe to read more", TOLD),
    ("text", f"贊助內容\n{TOLD}\nAdvertisement\n點擊這裡加入我們的Telegram頻道\n延伸閱讀：另一篇文章", TOLD),
    # Tags, and links of tags and of stock codes.
    ("text", f"{TOLD}\n#AI #Sora #文生視頻", TOLD),
    ("markdown", f"{TOLD}\n\n[AI](https://a.b/ai) [Sora](https://a.b/sora)", TOLD),
    (
        "markdown",
        "騰訊([00700](https://a.b/00700))上升，[$英偉達(NVDA)$](https://a.b/NVDA)下跌。",
        "騰訊(00700)上升，英偉達(NVDA)下跌。",
    ),
    # UTF-8 read as Latin-1, once and twice.
    ("text", TOLD.encode().decode("latin-1"), TOLD),
    ("text", TOLD.encode().decode("latin-1").encode().decode("latin-1"), TOLD),
    # Radicals in place of characters, invisible characters, spaces of all kinds.
    ("text", "⼈⼯智能⾸款模型今天\u200b發佈，\u00a0免費。", "人工智能首款模型今天發佈， 免費。"),
]


@pytest.mark.parametrize(("kind", "text", "result"), MENDED)
def test_damage_is_computed_back(kind: str, text: str, result: str) -> None:
    assert cleaned(text, kind) == result


def test_a_figure_broken_at_a_fixed_width_is_one() -> None:
    lines = [
        "視頻生成模型今年春天進入商業應用階段市場達1",
        "181億美元而且多家公司宣布將在年內公開測試產",
        "品但算力的成本仍是各家公司最難解決的問題之一",
    ]
    lines += ["而且短期之內看不到答案。"]
    assert cleaned("\n".join(lines)) == "".join(lines)


SENTENCES = [
    TOLD,
    "訂閱費每月20美元（約合145元人民幣），會員數達3,000萬。",
    "“價格是$15，還是R&D太貴?”他問。",
    "他加入了這家公司，並開設了自己的頻道，談生成式AI。",
    "Gen-3 Alpha的分辨率是1280x720，a<b且c>d時有效。",
    "2024年3月20日9:30，發佈會在台北舉行，#1產品是手機。",
    "英偉達（NVDA.US）漲3.5%，騰訊(00700.HK)跌1%。",
    "第一段*星號*與snake_case都是原文；10~20秒也是。",
    "關注這個領域的人說，圖片生成比視頻便宜。",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True), st.sampled_from(["", "\n"]))
@settings(max_examples=200, deadline=None)
def test_undamaged_text_comes_out_as_it_went_in(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    result = clean(RawDocument("a.txt", text, "text"))
    assert (result.text, result.repairs, result.unrepaired) == (text, 0, 0)


MISREAD = [TOLD.encode("gb18030").decode("latin-1"), TOLD.encode().decode("gbk", "replace")]
EVEN = "价格没有公布，模型今天上线了。好"


def test_what_was_read_in_another_encoding_is_read_again() -> None:
    assert cleaned(MISREAD[0]) == TOLD
    assert cleaned(f"{TOLD}\n{EVEN.encode().decode('gb18030')}\n{CAPTION}。") == f"{TOLD}\n{EVEN}\n{CAPTION}。"


def test_bytes_that_a_reader_lost_are_marked_and_counted() -> None:
    found = clean(RawDocument("a.txt", MISREAD[1], "text"))
    assert found.unrepaired == found.text.count("□") > 0
    assert set(found.text) <= {*TOLD, "□"}


@pytest.mark.parametrize("text", ["模型今天锟斤拷公布，免費使用。", "模型今天\ufffd\ufffd公布，免費使用。"])
def test_a_mark_for_lost_bytes_is_marked_and_counted(text: str) -> None:
    found = clean(RawDocument("a.txt", text, "text"))
    assert (found.text, found.unrepaired) == ("模型今天□公布，免費使用。", 1)


SOUND = [
    "他解释说，“锟斤拷”是两次转码留下的乱码，程序员都见过。",
    "Müller与Ångström两家公司在café里签了约，价格是€20。",
    "涓涓细流汇成江海，鍙字是个生僻字，钜亨網也報道了。",
    "可灵(Kling)与海螺(Hailuo)都降价了，红楼梦(Hongloumeng)没有。",
    "李明(Li Ming)说，快手可灵（kling）和字节即梦（jimeng）各有所长。",
    "重(chóng)新的重读作chóng，重(zhòng)要的重读作zhòng，这是语文课的内容。",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_that_looks_misread_stays(text: str) -> None:
    found = clean(RawDocument("a.txt", text, "text"))
    assert (found.text, found.repairs, found.unrepaired) == (text, 0, 0)
