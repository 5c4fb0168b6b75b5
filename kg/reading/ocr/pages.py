"""Pictures of pages to articles: what is recognised goes through the layout, what is doubtful is marked."""

from __future__ import annotations

import re
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from kg.language.text import HAN
from kg.model.errors import InputError
from kg.model.records import Article, Aside, Doubt, Misreading
from kg.reading.formats import limits
from kg.reading.layout.pages import TextRun, read_layout
from kg.reading.ocr import engine
from kg.reading.ocr.crops import Character, RecognisedLine
from kg.reading.ocr.repair import find_repairs
from kg.reading.press.byline import find_credits

if TYPE_CHECKING:
    from PIL.Image import Image

    from kg.reading.ocr.line_boxes import Pixels

# The files that are pictures.
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp")

# The dots an inch of a scan that does not give its own, as is usual; what a file gives is taken between these
# bounds, else it is that of a screen, or nobody's.
DPI, _MIN_DPI, _MAX_DPI = 300.0, 100.0, 1200.0
# The points of an inch.
POINTS_PER_INCH = 72.0
# The height of an ideograph's ink, in type sizes, as usual in fonts for Chinese.
_INK_HEIGHT = 0.92
# So many ideographs on a line show the size of its type.
_MIN_IDEOGRAPHS = 4
# Sizes are one that differ by no larger a factor; by a larger one where too few ideographs are seen.
_SAME_SIZE, _LIKELY_SIZE = 1.09, 1.5
# A mark at the end of a line has its ink in the left half of its cell: so much of the blank behind it, in
# type sizes, is the line's.
_MARK_BLANK, _CLOSING_MARKS = 0.35, frozenset("，。、；：！？”’）》")
TOO_LARGE = f"a page has more than {limits.PAGE_PIXELS // 1_000_000} million pixels: scan it more coarsely"
# A character with less confidence, from 0 to 1, is marked as doubtful in the article.
_DOUBTFUL = 0.9
_IDEOGRAPH = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page as the layout takes it, and each character of its runs as the recogniser has seen it."""

    runs: tuple[TextRun, ...]
    characters: tuple[Character, ...]

    @classmethod
    def of_runs(cls, runs: Sequence[TextRun]) -> ScannedPage:
        """A page that did not have to be recognised."""
        return cls(tuple(runs), tuple(Character(c) for run in runs for c in run.text))


def read_image(path: Path, data: bytes) -> Iterator[Article | Aside | InputError]:
    """The articles of a picture file, each of whose frames is a page."""
    yield from read_pages(path, _pages(data))


def read_pages(path: Path, pages: Iterable[ScannedPage]) -> Iterator[Article | Aside | InputError]:
    """The articles of the pages of one file, what is doubtful in them marked, and known names repaired."""
    taken = list(pages)
    if not any(page.runs for page in taken):
        raise InputError("no text was found on the picture: give a sharper scan, of 200 dots an inch or more")
    characters = [character for page in taken for character in page.characters]
    found = list(read_layout(path, [page.runs for page in taken]))
    repaired = iter(_repaired([one for one in found if isinstance(one, Article)], characters))
    for one in found:
        yield next(repaired) if isinstance(one, Article) else one


def recognise_page(picture: Image, number: int, dpi: float) -> ScannedPage:
    """What stands on a picture of a page."""
    lines = engine.load_recogniser().lines(_grey(picture))
    runs = [
        _run(line, number, size, POINTS_PER_INCH / dpi)
        for line, size in zip(lines, _sizes(lines), strict=True)
    ]
    return ScannedPage(tuple(runs), tuple(character for line in lines for character in line.characters))


def _grey(picture: Image) -> Pixels:
    """The picture in 256 shades of grey, on white paper where it has none of its own."""
    import numpy as np
    from PIL import Image

    if picture.mode.startswith(("I", "F")):  # up to 65,536 shades, which would all be white
        shades = np.asarray(picture, np.float32)
        return (shades / 257 if shades.max() > 255 else shades).clip(0, 255).astype(np.uint8)
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    return np.asarray(picture.convert("L"))


def _run(line: RecognisedLine, page: int, size: float, scale: float) -> TextRun:
    end = _MARK_BLANK * size if not line.vertical and line.text[-1] in _CLOSING_MARKS else 0.0
    x0, y0, x1, y1 = (length * scale for length in (line.x0, line.y0, line.x1 + end, line.y1))
    weakest = min(character.confidence for character in line.characters)
    return TextRun(line.text, page, x0, y0, x1, y1, size * scale, weakest, line.vertical)


def _pages(data: bytes) -> Iterator[ScannedPage]:
    if not engine.is_installed():
        raise InputError(engine.MISSING)
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as picture:
                frames = getattr(picture, "n_frames", 1)
                if frames > limits.PAGES:
                    raise InputError(f"it has {frames} pages: give at most {limits.PAGES} in one file")
                for number in range(frames):
                    picture.seek(number)
                    if picture.width * picture.height > limits.PAGE_PIXELS:
                        raise InputError(TOO_LARGE)
                    upright = ImageOps.exif_transpose(picture)
                    yield recognise_page(upright, number + 1, _dpi(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise InputError(TOO_LARGE) from None
    except UnidentifiedImageError:
        raise InputError("the picture is broken or none at all: scan it again") from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise InputError(f"the picture is broken ({error}): scan it again") from None


def _dpi(picture: Image) -> float:
    """The dots an inch of a picture."""
    own = float(picture.info.get("dpi", (0.0,))[0])
    return own if _MIN_DPI <= own <= _MAX_DPI else DPI


def _sizes(lines: Sequence[RecognisedLine]) -> list[float]:
    """The size of each line's characters, in pixels: the ink differs from line to line, the type does not.

    The most frequent sizes of the page attract those that are nearly the same. A few characters do not show
    their size: it is that of the line above, or the most frequent that it may be. `lines` are from the top.
    """
    own = [_thickness(line) / _INK_HEIGHT for line in lines]
    shown = [len(_IDEOGRAPH.findall(line.text)) >= _MIN_IDEOGRAPHS for line in lines]
    counts = Counter[float]()
    for size, line, is_shown in zip(own, lines, shown, strict=True):
        if is_shown:
            counts[size] += len(line.characters)
    types = list(_type_sizes(counts))
    found: list[float] = []
    for line, size, is_shown in zip(lines, own, shown, strict=True):
        above = [] if is_shown else [found[at] for at in _above(line, lines[: len(found)])]
        by = _SAME_SIZE if is_shown else _LIKELY_SIZE
        found.append(next((each for each in [*above, *types] if _is_alike(size, each, by)), size))
    return found


def _above(line: RecognisedLine, others: Sequence[RecognisedLine]) -> list[int]:
    """Which line is right above another, if any."""
    near = [
        at
        for at, other in enumerate(others)
        if min(line.x1, other.x1) > max(line.x0, other.x0) and other.y1 <= line.y1
        if line.y0 - other.y1 < _thickness(line)
    ]
    return sorted(near, key=lambda at: others[at].y1)[-1:]


def _type_sizes(counts: Counter[float]) -> Iterator[float]:
    """The sizes of the type on a page, the most frequent first, from those of the lines."""
    left = dict(sorted(counts.items()))
    while left:
        near = {size: [other for other in left if _is_alike(size, other, _SAME_SIZE)] for size in left}
        common = max(left, key=lambda size: sum(left[other] for other in near[size]))
        yield median(other for other in near[common] for _ in range(left[other]))
        for other in near[common]:
            del left[other]


def _thickness(line: RecognisedLine) -> float:
    return line.x1 - line.x0 if line.vertical else line.y1 - line.y0


def _is_alike(size: float, other: float, by: float) -> bool:
    return max(size, other) <= by * min(size, other)


def _repaired(articles: Sequence[Article], characters: Sequence[Character]) -> Iterator[Article]:
    """The articles with the known names in them repaired, and with what is doubtful."""
    seen = [_characters_of(article, characters) for article in articles]
    for article, own, texts in zip(articles, seen, _texts_near(articles), strict=True):
        origin = article.origin
        if origin is None:
            yield article
            continue
        right = find_repairs(article.text, own, texts)
        text = "".join(right.get(at, c) for at, c in enumerate(article.text))
        misread = tuple(Misreading(at, article.text[at]) for at in sorted(right))
        yield replace(
            article,
            title=text[: len(article.title)],
            text=text,
            byline=find_credits(text),
            origin=replace(origin, doubts=tuple(_doubts(own)), misread=misread),
        )


def _texts_near(articles: Sequence[Article]) -> Iterator[list[str]]:
    """For each article the texts on its pages and those beside them, its own among them."""
    own = [{box.page for box in article.origin.boxes} if article.origin else set() for article in articles]
    of_page: dict[int, list[int]] = defaultdict(list)
    for number, pages in enumerate(own):
        for page in pages:
            of_page[page].append(number)
    for pages in own:
        near = {page + step for page in pages for step in (-1, 0, 1)}
        yield [articles[at].text for at in sorted({at for page in near for at in of_page.get(page, ())})]


def _characters_of(article: Article, characters: Sequence[Character]) -> list[Character]:
    """How each character of an article was seen; those that the layout put in are sure."""
    offsets = article.origin.offsets if article.origin else ()
    return [
        characters[offset] if offset >= 0 else Character(c)
        for c, offset in zip(article.text, offsets, strict=True)
    ]


def _doubts(seen: Sequence[Character]) -> Iterator[Doubt]:
    """The stretches that are not read surely, each as sure as its weakest character."""

    def is_doubted(at: int) -> bool:
        return seen[at].confidence < _DOUBTFUL and seen[at].text.isalnum()

    for doubted, group in groupby(range(len(seen)), key=is_doubted):
        if doubted:
            stretch = list(group)
            yield Doubt(stretch[0], stretch[-1] + 1, min(seen[at].confidence for at in stretch))
