"""Room for the labels of scattered marks: beside its own mark, off every other, and inside the plot of a phone."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

WIDTH_PX, HEIGHT_PX = 255.0, 240.0
CHARACTER_PX, LINE_PX, MARK_PX = 6.8, 15.0, 7.0
Box = tuple[float, float, float, float]


def width(label: str) -> float:
    """Estimate how wide a label is drawn, in pixels: a Chinese character takes the room of two others."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in label) * CHARACTER_PX


def positions(marks: Sequence[tuple[float, float, str]], taken: Sequence[Box] = (), lines: Sequence[float] = ()) -> list[str]:
    """Give each mark (across and up as parts of the plot, 0 to 1, and its label) Plotly's word for where its label stands.

    The first mark is served first; a label for which there is no room gets an empty word. `taken` are boxes in pixels;
    `lines` run upright at so many parts of the plot, and a label stands on one only where there is no other room.

    >>> positions([(0.5, 0.5, "$1 bn"), (0.5, 0.55, "$2 bn"), (0.01, 0.2, "about $3 bn")])
    ['bottom center', 'top center', 'top right']
    >>> positions([(0.5, 0.5, "$1 bn")], lines=[0.5])
    ['top right']
    """
    places = [(across * WIDTH_PX, up * HEIGHT_PX) for across, up, _ in marks]
    dots = [(x - MARK_PX, y - MARK_PX, x + MARK_PX, y + MARK_PX) for x, y in places]
    boxes, found = list(taken), []
    upright = [(across * WIDTH_PX, 0.0, across * WIDTH_PX, HEIGHT_PX) for across in lines]
    for number, (x, y) in enumerate(places):
        if any(_same(marks[number][2], places[number], marks[one][2], places[one]) for one in range(number)):
            found.append("")
            continue
        others = [*boxes, *(dot for place, dot in enumerate(dots) if place != number)]
        candidates = _around(x, y, width(marks[number][2])).items()
        free = [(word, box) for word, box in candidates if _inside(box) and not any(_meet(box, other) for other in others)]
        clear = (one for one in free if not any(_meet(one[1], line) for line in upright))
        word, box = next(clear, next(iter(free), ("", (0.0, 0.0, 0.0, 0.0))))
        found.append(word)
        boxes += [box] if word else []
    return found


def line(path: Sequence[tuple[float, float]], said: str) -> list[Box]:
    """Give the boxes that a line takes up, and what is said above the left of its middle mark; places as in `positions`."""
    dots = [(x * WIDTH_PX, y * HEIGHT_PX) for x, y in path]
    x, y = dots[len(dots) // 2]
    note = (x - width(said), y + MARK_PX / 2, x + MARK_PX, y + MARK_PX + LINE_PX)
    return [note, *((x - 3, y - 3, x + 3, y + 3) for x, y in dots)]


def _same(label: str, place: tuple[float, float], other: str, there: tuple[float, float]) -> bool:
    """Tell whether a mark says what one that it covers says already."""
    return label == other and abs(place[0] - there[0]) < MARK_PX and abs(place[1] - there[1]) < MARK_PX


def _around(x: float, y: float, wide: float) -> dict[str, Box]:
    low, high = y - MARK_PX - LINE_PX, y + MARK_PX + LINE_PX
    half, off = wide / 2, MARK_PX + 2
    return {
        "top center": (x - half, y + MARK_PX, x + half, high),
        "bottom center": (x - half, low, x + half, y - MARK_PX),
        "top right": (x, y + MARK_PX, x + wide, high),
        "top left": (x - wide, y + MARK_PX, x, high),
        "middle right": (x + off, y - LINE_PX / 2, x + off + wide, y + LINE_PX / 2),
        "middle left": (x - off - wide, y - LINE_PX / 2, x - off, y + LINE_PX / 2),
        "bottom right": (x, low, x + wide, y - MARK_PX),
        "bottom left": (x - wide, low, x, y - MARK_PX),
    }


def _inside(box: Box) -> bool:
    return box[0] >= -4 and box[2] <= WIDTH_PX + 8 and box[1] >= 0 and box[3] <= HEIGHT_PX


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
