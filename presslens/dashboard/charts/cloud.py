"""The word cloud: an SVG that carries its own Chinese font, so that it shows the same on any machine."""

from __future__ import annotations

import random
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import ImageFont
from wordcloud import WordCloud

from presslens.dashboard.charts import style

SEED = 7
SIZE_PX = (900, 420)


def font() -> Path | None:
    """Find the Noto Sans SC that the zhplot package carries, without importing it; nothing where it is missing.

    Importing zhplot would import matplotlib's pyplot and change its settings.
    """
    package = find_spec("zhplot")
    folder = Path(package.origin).parent if package and package.origin else None
    found = sorted(folder.rglob("NotoSansSC*.ttf")) if folder else []
    return found[0] if found else None


@cache
def _letters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as file:
        return frozenset(file.getBestCmap())


def drawable(terms: Mapping[str, float]) -> tuple[dict[str, float], list[str]]:
    """Part terms into those the font has every letter of, with their weights, and those it would draw boxes for."""
    path = font()
    letters = _letters(path) if path else frozenset()
    kept = {term: weight for term, weight in terms.items() if weight > 0 and all(ord(letter) in letters for letter in term)}
    return kept, [term for term in terms if term not in kept]


def svg(terms: Mapping[str, float], *, dark: bool = False) -> str:
    """Draw the cloud of terms by weight; empty where nothing can be drawn. The same terms give the same picture."""
    kept, _ = drawable(terms)
    path = font()
    if not kept or path is None:
        return ""
    letters = _subset(path, "".join(kept))
    with NamedTemporaryFile(suffix=".ttf") as file:
        file.write(letters)
        file.flush()
        drawn = _laid_out(kept, file.name, dark)
        family = ImageFont.truetype(file.name).getname()[0]
    source = f"data:font/ttf;base64,{b64encode(letters).decode()}"
    return drawn.replace("<style>", f"<style>@font-face{{font-family:'{family}';src:url({source})}}", 1)


def _laid_out(terms: Mapping[str, float], font_path: str, dark: bool) -> str:
    """Place and colour the terms; the SVG names the font and does not hold it."""
    cloud = WordCloud(
        font_path=font_path,
        width=SIZE_PX[0],
        height=SIZE_PX[1],
        mode="RGBA",
        background_color=None,
        prefer_horizontal=1.0,
        relative_scaling=0.5,
        min_font_size=13,
        max_font_size=110,
        margin=5,
        random_state=SEED,
    )
    cloud.generate_from_frequencies(terms)
    cloud.recolor(color_func=_colour(dark), random_state=SEED)
    return str(cloud.to_svg())


def _subset(path: Path, letters: str) -> bytes:
    """Cut the font down to some letters: layout is twice as fast with it, and it travels inside the picture.

    WordCloud can embed a font too, but by way of XML, which takes longer than drawing the cloud.
    """
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.recalc_timestamp = False
    with subset.load_font(path, options, lazy=True) as whole:
        cutter = subset.Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(whole)
        file = BytesIO()
        whole.save(file)
    return file.getvalue()


def _colour(dark: bool) -> Any:
    """Colour words by size: the largest in ink, smaller ones in the palette's readable hues."""
    colours = style.palette(dark)
    hues = (colours.series[0], colours.series[5], colours.series[3], colours.others)

    def pick(word: str, font_size: int, random_state: random.Random, **_: Any) -> str:
        return colours.ink if font_size > 60 else hues[random_state.randrange(len(hues))]

    return pick
