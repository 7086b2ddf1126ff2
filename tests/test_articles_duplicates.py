import hashlib
import random
from datetime import date

import opencc
import pytest

from presslens.model import Article
from presslens.pipeline.articles import families
from presslens.pipeline.articles.script import matching_copy

SUBJECTS = ["公司", "團隊", "機構", "部門", "廠商", "分析師", "創業者", "教授", "客戶", "玩家", "工廠", "學者"]
VERBS = ["公布了", "測試過", "投資了", "收購了", "批評過", "引進了", "開源了", "推遲了", "擴大了", "比較過", "放棄了", "重寫了"]
OBJECTS = [
    "視頻模型",
    "算力中心",
    "訓練數據",
    "訂閱服務",
    "版權規則",
    "動畫短片",
    "數字演員",
    "推理芯片",
    "海外市場",
    "創作工具",
]
ENDS = ["引起討論", "價格很高", "大家觀望", "效果不錯", "進展緩慢", "股價上升", "擴招人手", "無人問津"]


def story(seed: int, sentences: int = 40) -> list[str]:
    draw = random.Random(seed)
    return [
        f"{draw.choice(SUBJECTS)}在{draw.randint(1, 12)}月{draw.randint(1, 28)}日{draw.choice(VERBS)}{draw.randint(2, 99)}個"
        f"{draw.choice(OBJECTS)}，{draw.choice(ENDS)}。"
        for _ in range(sentences)
    ]


def article(text: str, published: date | None = None) -> Article:
    return Article(hashlib.sha256(text.encode()).hexdigest()[:12], "a.txt", text, matching_copy(text), published=published)


def cut(lines: list[str]) -> str:
    return "".join(lines)[: -len("".join(lines)) // 10]


def reordered(lines: list[str]) -> str:
    third = len(lines) // 3
    return "".join(lines[third:] + lines[:third])


def framed(lines: list[str]) -> str:
    return "歡迎閱讀本站的每日精選，點擊訂閱獲取更多。" + "".join(lines) + "以上內容由本站編輯整理，如有疑問請聯絡客服。"


def other_script(lines: list[str]) -> str:
    return opencc.OpenCC("t2s").convert("".join(lines))


def noisy(lines: list[str]) -> str:
    text, draw = list("".join(lines)), random.Random(5)
    for place in draw.sample(range(len(text)), len(text) // 50):
        text[place] = "某"
    return "".join(text)


STORIES = [story(seed) for seed in range(40)]


@pytest.mark.parametrize("copy", [cut, reordered, framed, other_script, noisy])
def test_copies_are_found_and_nothing_else(copy) -> None:  # type: ignore[no-untyped-def]
    originals = [article("".join(lines)) for lines in STORIES]
    copies = [article(copy(lines)) for lines in STORIES]
    family_of = families(originals + copies)
    found = sum(family_of[one.article_id] == family_of[other.article_id] for one, other in zip(originals, copies, strict=True))
    assert found >= 0.95 * len(STORIES)
    assert len({family_of[original.article_id] for original in originals}) == len(STORIES)


def test_a_half_is_still_a_copy() -> None:
    whole = article("".join(STORIES[0]))
    half = article("".join(STORIES[0][:20]))
    assert len(set(families([whole, half]).values())) == 1


def test_a_short_excerpt_is_none() -> None:
    whole = article("".join(STORIES[0]))
    excerpt = article("".join(STORIES[0][:6]))
    assert len(set(families([whole, excerpt]).values())) == 2


def test_the_family_is_named_after_the_earliest() -> None:
    later = article("".join(STORIES[0]), date(2024, 3, 2))
    earlier = article(framed(STORIES[0]), date(2024, 3, 1))
    assert set(families([later, earlier]).values()) == {earlier.article_id}


def test_an_article_alone_is_its_own_family() -> None:
    alone = article("一句話。")
    assert families([alone]) == {alone.article_id: alone.article_id}


def test_no_article_gives_no_family() -> None:
    assert families([]) == {}
