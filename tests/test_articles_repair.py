import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslens.pipeline.articles import RawDocument, clean
from presslens.pipeline.articles.lost import LOST
from presslens.pipeline.articles.shifted import mend
from tests.damaged import HALF_WIDTH, cleaned, damage, some_notes

NOTES = [
    ("這項技術(shù)的應(yīng)用，讓產(chǎn)業(yè)發(fā)生變(biàn)化。", "這項技術的應用，讓產業發生變化。"),
    ("影片長(zhǎng)達(dá)6個(gè)月，已有上百萬(wàn)人觀看。", "影片長達6個月，已有上百萬人觀看。"),
    ("在10秒以?xún)?nèi)完成，這是第一個(gè)產(chǎn)品。", "在10秒以內完成，這是第一個產品。"),
    ("我們?cè)谝郧熬陀蓄A(yù)判，這個(gè)方向是對(duì)的。", "我們在以前就有預判，這個方向是對的。"),
    ("因?yàn)榧夹g(shù)還不成熟，大家都在觀(guān)望。", "因為技術還不成熟，大家都在觀望。"),
]


@pytest.mark.parametrize(("damaged", "text"), NOTES)
def test_notes_go_and_shifted_runs_come_back(damaged: str, text: str) -> None:
    assert mend(damaged).text == text


CUT = [
    ("需要很多片芯片??紤]到成本，", "需要很多片芯片。考慮到成本，"),
    ("大家干勁十足?！拔覀兠刻於荚谘芯俊?", "大家干勁十足。“我們每天都在研究。"),
]


def test_a_run_that_begins_at_cut_punctuation_comes_back() -> None:
    assert mend(CUT[0][0]).text == CUT[0][1]


def test_a_character_that_nothing_settles_is_marked_and_counted() -> None:
    before = "他說這是好事。"
    damaged = damage(before + "我們在的現?", {}).text
    mended = mend("這個(gè)產(chǎn)業(yè)發(fā)展。" + "?qǐng)鼍斑M(jìn)?,再說。")
    assert mended.text.count(LOST) == mended.unrepaired
    assert mend(damaged).unrepaired == 0


# Written for this test; each with borders on which a note or a cut can fall.
ARTICLE = """這家公司在春天發佈了新的視頻生成模型,輸入一句話,就能得到長達二十秒的畫面。考慮到算力的成本,先向專業創作者開放。
負責人表示:“我們從去年開始準備,團隊只有三十多個人,每個人都在不斷學習。”他認為,這個領域的競爭還沒有真正開始。
按照計劃,下半年將會推出手機版本,並且與多家電影公司合作,嘗試把模型用於廣告、遊戲以及動畫的製作過程。
研究機構的報告顯示,二零二三年全球市場規模達到五億美元,預計到二零三零年將會增長到六十億美元,複合年增長率超過四成。
不過,也有專家提醒,技術發展過快可能帶來版權與隱私的問題,監管部門應當儘早制定規則,讓創新與安全取得平衡。
投資人則關心商業模式:訂閱收入能否覆蓋伺服器的開支?現在看來,答案還不確定。可以肯定的是,誰先解決這個難題,誰就能佔據優勢。
在場景落地方面,教育與電商走得最快,許多商家已經開始用它來製作商品短片,效果比預期還要好。
該公司還計劃在歐洲設立研究中心,吸引當地的工程師加入,並與大學開展長期的聯合研究項目。"""


# The converter leaves punctuation in half width, and so does mending.
AS_CONVERTED = ARTICLE.translate(str.maketrans(dict(HALF_WIDTH)))


def test_of_damaged_articles_99_in_100_damaged_characters_come_back_and_no_other_changes() -> None:
    hit = missed = marked = 0
    for seed in range(12):
        damaged = damage(ARTICLE, some_notes(seed, (0.2, 0.5, 1.0)[seed % 3]))
        mended = mend(damaged.text).text
        changed = {place for place, pair in enumerate(zip(AS_CONVERTED, mended, strict=True)) if pair[0] != pair[1]}
        assert changed <= damaged.hit
        hit, missed, marked = hit + len(damaged.hit), missed + len(changed), marked + mended.count(LOST)
    assert missed <= 0.01 * hit
    assert missed == marked


CLASSES_OF_DAMAGE = [
    # A closing quotation mark cut by a stop before a Latin word, and before a line's end.
    "他說:“訂閱會成為年度收入。”Samir同意,我們也同意,他們同意,大家同意,各方同意,都同意。",
    "他說:“創作會更加有趣。”\n對於補償,公司沒有回答,我們也問過,他們同意,大家同意,各方同意,都同意。",
    # A lost byte before a real question mark.
    "AI在這裡失寵了?投資人認為,價格太高,但是,公司說,銷量,價格,都好。",
]


@pytest.mark.parametrize("text", CLASSES_OF_DAMAGE)
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_what_the_converter_cut_comes_back(text: str, share: float) -> None:
    assert mend(damage(text, some_notes(3, share)).text).text == text


BRACKETS = [
    "大家都知道，他們公布了榜單（AMD）我們同意，他們同意，大家同意，各方同意，都同意。",
    "大家都知道，這種技術很模糊（API）很好，我們同意，他們同意，大家同意，各方同意，都同意。",
]


@pytest.mark.parametrize("text", BRACKETS)
@pytest.mark.parametrize("share", [0.5, 1.0])
def test_a_bracket_that_went_with_a_lost_byte_comes_back_where_its_other_half_stands(text: str, share: float) -> None:
    half = text.translate(str.maketrans(dict(HALF_WIDTH)))
    assert mend(damage(text, some_notes(1, share)).text).text.translate(str.maketrans(dict(HALF_WIDTH))) == half


def test_no_quotation_is_opened_where_the_next_mark_opens_one() -> None:
    text = "價格會下降。” Chen說，“這件事我們早就知道，大家同意，各方同意，都同意。"
    mended = mend(damage(text, some_notes(3, 1.0)).text).text
    assert mended.count("“") == 1
    assert LOST in mended


def test_a_note_inside_a_broken_note_goes_too() -> None:
    assert mend("時(shí)間(jiān)順(shùn)?ōu(zī))虻闹噶睿@是對(duì)的。").text.startswith("時間順序的指令")


PLAIN = st.lists(
    st.text(
        alphabet="模型公司發布视频的在了一不是人有這国術産業億美元,，。！？!?「」“”0123456789ABCabc%()（） ",
        min_size=1,
        max_size=40,
    ),
    max_size=6,
).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(PLAIN)
def test_undamaged_text_is_left_as_it_is(text: str) -> None:
    assert mend(text).text == text


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_at_all_can_be_cleaned(text: str) -> None:
    result = clean(RawDocument("a.md", text, "markdown")).text
    assert result == "\n".join(line.strip() for line in result.split("\n"))


def test_a_gloss_in_a_long_article_is_its_authors() -> None:
    text = "這是一篇很長的文章，講的是模型。" * 40 + "他姓葉(yè)。"
    assert mend(text).text == text


UNTOUCHED = [
    "公司發佈了模型，估值達1.5億美元（約合11億元人民幣）。",
    "“真的嗎?”他問。大家都笑了!",
    "價格是￥99/月，或US$12/月；a*b*c不是強調，snake_case_name也不是。",
    "他在2024年3月說過：‘下一步，是手機。’",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_an_undamaged_sentence_comes_out_as_it_went_in(text: str) -> None:
    assert cleaned(text) == text


def test_repairs_are_counted() -> None:
    assert clean(RawDocument("a.txt", "技術(shù)與產(chǎn)業(yè)&amp;市場", "text")).repairs == 4


SIDE_BY_SIDE = [
    "這個產業發展很快。\n研究人員發現，畫面細節模糊：遠處的紋理不見了。",
    "這個產業發展很快。\n主管表示：“我們還要等一年。”\n團隊還在擴大。",
    "這個產業發展很快。\n主管表示：「我們還要等一年。」\n團隊還在擴大。",
]


@pytest.mark.parametrize("text", SIDE_BY_SIDE)
def test_two_lost_characters_side_by_side_are_settled_together(text: str) -> None:
    half = text.translate(str.maketrans(dict(HALF_WIDTH)))
    assert mend(damage(text, some_notes(1, 1.0)).text).text.translate(str.maketrans(dict(HALF_WIDTH))) == half


MILD = [
    ("這個時(shí)代的發(fā)布會，國產(chǎn)模型與爭奪戰(zhàn)都受關注。", "這個時代的發布會，國產模型與爭奪戰都受關注。"),
    ("這個時（shí）代的發（fā）布會，國產（chǎn）模型。", "這個時代的發布會，國產模型。"),
    ("這個時(shí\n)代的發(fā)布會，國產\n(chǎn)模型。", "這個時代的發布會，國產模型。"),
]


@pytest.mark.parametrize(("noted", "text"), MILD)
def test_notes_of_either_width_and_across_lines_go(noted: str, text: str) -> None:
    assert cleaned(noted) == text


def test_one_note_that_lost_its_bracket_shows_the_fault_in_a_long_article() -> None:
    text = "這是一篇很長的文章，講的是模型的發佈與價格。" * 60
    assert mend(text + "在10秒以?xún)?nèi)完成。").text == text + "在10秒以內完成。"


CERTAIN = [
    # A Latin word keeps its first letter beside a bracket that went with a lost byte.
    "他說的是《機器崛起》（Rise of the Machines），我們同意，他們同意,大家同意,各方同意,都同意。",
    # The form that a phrase has, whatever the article prints elsewhere.
    "並且並非並列,這次戰略併購,在企業軟件領域,並且合併了兩家公司,大家同意,各方同意,都同意。",
]


@pytest.mark.parametrize("text", CERTAIN)
@pytest.mark.parametrize("share", [0.3, 1.0])
def test_what_the_line_itself_decides_comes_back_or_is_marked(text: str, share: float) -> None:
    half = text.translate(str.maketrans(dict(HALF_WIDTH)))
    for seed in range(6):
        mended = mend(damage(text, some_notes(seed, share)).text).text.translate(str.maketrans(dict(HALF_WIDTH)))
        assert len(mended) == len(half)
        assert all(one in (other, LOST) for one, other in zip(mended, half, strict=True))
