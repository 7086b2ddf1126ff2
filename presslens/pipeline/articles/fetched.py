"""Date an article that only says how long ago it appeared (3小时前, 昨天 12:30) by when its page was fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

_FETCHED_KEYS = (
    *("crawled", "crawled_at", "crawl_date", "fetched", "fetched_at", "retrieved", "retrieved_at", "scraped", "scraped_at"),
    *("accessed", "抓取时间", "抓取日期", "采集时间", "採集時間"),
)
_FETCHED = re.compile(
    r"^(?:抓取|采集|爬取|收录|访问|下载|存档|[Cc]rawled|[Ff]etched|[Rr]etrieved|[Ss]craped|[Aa]ccessed)"
    r"(?:时间|日期|于| (?:on|at))?[ ]*[:：]?[ ]*(?P<when>(?:19|20)\d\d.{0,28})$"
)
_WHEN = re.compile(r"((?:19|20)\d\d)[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[ T]*(\d{1,2}):(\d{2}))?")
_AGO = re.compile(
    r"(?<!\d)(?P<count>\d{1,2})[ ]?(?P<unit>分钟|小时|天|日|周|星期|minutes?|mins?|hours?|hrs?|days?|weeks?)(?:之?前| ago)"
)
_DAYS_BACK = {"前天": 2, "昨天": 1, "昨日": 1, "今天": 0, "今日": 0, "刚刚": 0, "yesterday": 1, "today": 0}
_NAMED_DAY = re.compile(rf"(?<![\u3400-\u9fff])(?:{'|'.join(_DAYS_BACK)})(?=[ ]*(?:\d{{1,2}}:\d{{2}}|$|[|·]))", re.IGNORECASE)
_HOURS = {"分": 1 / 60, "小": 1, "天": 24, "日": 24, "周": 168, "星": 168, "m": 1 / 60, "h": 1, "d": 24, "w": 168}
_NOON = 12


def is_fetched_line(match: str) -> bool:
    """Tell a line that says when a page was fetched, which is not when it appeared.

    >>> is_fetched_line("抓取时间:2024-05-06 12:00"), is_fetched_line("发布时间:2024-05-06")
    (True, False)
    """
    return _FETCHED.match(match) is not None


def relative(metadata: Mapping[str, str], lines: Iterable[str]) -> str:
    """Give the day that the short lines of a head tell by how long ago it was, as an ISO date; empty where nothing tells it.

    The lines are matching copies.

    >>> relative({}, ["某报 3小时前", "抓取时间:2024-05-06 01:00"])
    '2024-05-05'
    """
    kept = list(lines)
    filed = [metadata.get(key, "") for key in _FETCHED_KEYS]
    printed = [found["when"] for line in kept if (found := _FETCHED.match(line))]
    fetched = next((found for when in (*filed, *printed) if (found := _WHEN.match(when))), None)
    if fetched is None:
        return ""
    back = next((hours for line in kept if (hours := _hours_ago(line)) is not None), None)
    if back is None:
        return ""
    year, month, day = (int(fetched[part]) for part in (1, 2, 3))
    try:
        moment = datetime(year, month, day, int(fetched[4] or _NOON), int(fetched[5] or 0))
    except ValueError:
        return ""
    return (moment - timedelta(hours=back)).date().isoformat()


def _hours_ago(line: str) -> float | None:
    if found := _AGO.search(line):
        return int(found["count"]) * _HOURS[found["unit"][0].lower()]
    if named := _NAMED_DAY.search(line):
        return 24.0 * _DAYS_BACK[named.group().lower()]
    return None
