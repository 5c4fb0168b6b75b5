"""A PDF with a text layer to runs of placed characters."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby, islice, pairwise
from math import atan2, hypot, pi
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from kg.model.errors import InputError
from kg.model.records import Article, Aside
from kg.reading.formats import limits
from kg.reading.formats.pdf_size import check_streams
from kg.reading.layout.pages import read_layout
from kg.reading.layout.text_lines import TextRun
from kg.reading.ocr.pages import DPI, POINTS_PER_INCH, TOO_LARGE, ScannedPage, read_pages, recognise_page
from kg.reading.offset_text import INKLESS

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# A scan may bear a stamp or number of so many characters besides its picture.
_MAX_STAMP = 50
# A picture on a page with few characters is the page's own where it has so many pixels.
_SCAN_PIXELS = 100_000
# So many curves draw a few characters; rules and boxes have none, or hardly any.
_TEXT_CURVES = 100
# The pictures of one page may overlap, but have no more pixels together.
_PICTURE_PIXELS = 4 * limits.PAGE_PIXELS
# All lengths from here on are multiples of the type size. Characters go on right of one another where their
# baselines differ by no more and the gap between them is no wider.
_SAME_BASELINE, _MAX_GAP = 0.2, 0.9
# The second may begin before the first ends by this; by more where one is a mark, as two marks may be
# squeezed into the room of one.
_MAX_OVERLAP, _MAX_MARK_OVERLAP = 0.6, 1.1
# A gap wider than is usual on its line by this is a space.
_SPACE_GAP = 0.2
# Characters go on below one another where they are no further to the side, of one size within this share of
# it, and between so far down; what is narrower than an ideograph may be closer.
_MAX_SHIFT, _SAME_SIZE, _MIN_STEP, _MAX_STEP, _MIN_NARROW_STEP = 0.3, 0.1, 0.4, 1.7, 0.1
# So many characters below one another make a vertical line.
_MIN_VERTICAL = 3
# The height of a character's box below and above the baseline, as usual in fonts for Chinese.
_BELOW, _ABOVE = 0.12, 0.88
# Fonts that share the glyph of a radical and its character let a PDF give the radical, and vertical lines
# have forms of their own: those that Unicode does not map to the plain characters itself.
_PLAIN = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰︐︑︒︓︔︕︖︙︰︱︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄",
    "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙，、。：；！？…：—＿（）｛｝〔〕【】《》〈〉「」『』",
)
_INK = re.compile(f"[^{INKLESS}]")
# The radicals and doubled ideographs that it does map.
_MAPPED = (("\u2e80", "\u2fdf"), ("\uf900", "\ufaff"))


def read_pdf(path: Path, data: bytes) -> Iterator[Article | Aside | InputError]:
    """The articles of a PDF file; InputError where it cannot be opened or has no text."""
    with _opened(data) as document:
        pages = _printed(document)
        pictures = [index for index, runs in enumerate(pages) if _is_picture(document, index, runs)]
        if not pictures:
            yield from read_layout(path, pages)
            return
        try:
            scanned = {index: _scanned(document[index], index + 1) for index in pictures}
        except InputError as error:
            if len(pictures) == len(pages):
                raise
            yield InputError(f"page {pictures[0] + 1} and perhaps others are pictures: {error}")
            scanned = {}
    yield from read_pages(
        path, [scanned.get(index, ScannedPage.of_runs(runs)) for index, runs in enumerate(pages)]
    )


def pdf_pages(data: bytes) -> list[list[TextRun]]:
    """The runs of each page, none for a page that is a picture."""
    with _opened(data) as document:
        return _printed(document)


def _printed(document: PdfDocument) -> list[list[TextRun]]:
    pages: list[list[TextRun]] = []
    characters = 0
    for index in range(len(document)):
        pages.append(list(_runs(_upright(document, index), index + 1)))
        characters += sum(len(run.text) for run in pages[-1])
        if characters > limits.TEXT_CHARACTERS:
            raise InputError(f"it has more than {limits.TEXT_CHARACTERS} characters: give its pages")
    return pages


def _page(document: PdfDocument, index: int) -> PdfPage:
    from pypdfium2 import PdfiumError

    try:
        return document[index]
    except PdfiumError:
        raise InputError(f"page {index + 1} of the PDF is broken: export it again") from None


def _upright(document: PdfDocument, index: int) -> PdfPage:
    """A page, turned so that its text is upright: characters come in the order in which they are shown."""
    page = _page(document, index)
    turn = _turn(_file_characters(page))
    if page.get_rotation() == 90 * turn:
        return page
    page.set_rotation(90 * turn)
    page.close()
    return _page(document, index)


def _turn(chars: Iterable[_FileCharacter]) -> int:
    """How many quarter turns to the right make most characters upright."""
    directions = Counter(char.quarters for char in chars if _is_wide(char.text))
    return -max(sorted(directions), key=directions.__getitem__, default=0) % 4


def _is_picture(document: PdfDocument, index: int, runs: Sequence[TextRun]) -> bool:
    """Whether a page is a scan, or its text is drawn as curves: it has hardly a character."""
    if sum(len(run.text) for run in runs) > _MAX_STAMP:
        return False
    page = _page(document, index)
    pixels = sum(width * height for width, height in _pictures(page))
    return (
        pixels >= (_SCAN_PIXELS if runs else 1)
        or len(list(islice(_curves(page), _TEXT_CURVES))) == _TEXT_CURVES
    )


def _pictures(page: PdfPage) -> Iterator[tuple[int, int]]:
    """The width and height of each picture on a page, in pixels."""
    from pypdfium2 import PdfImage

    return (thing.get_px_size() for thing in page.get_objects(max_depth=2) if isinstance(thing, PdfImage))


def _curves(page: PdfPage) -> Iterator[object]:
    """The curves that are drawn on a page."""
    from pypdfium2 import raw

    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2):
        for index in range(raw.FPDFPath_CountSegments(path)):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO:
                yield segment


def _scanned(page: PdfPage, number: int) -> ScannedPage:
    if sum(width * height for width, height in _pictures(page)) > _PICTURE_PIXELS:
        raise InputError(TOO_LARGE)
    width, height = page.get_size()
    scale = min(DPI / POINTS_PER_INCH, (limits.PAGE_PIXELS / (width * height)) ** 0.5)
    return recognise_page(page.render(scale=scale, grayscale=True).to_pil(), number, POINTS_PER_INCH * scale)


@contextmanager
def _opened(data: bytes) -> Iterator[PdfDocument]:
    document = _open(data)
    try:
        if len(document) > limits.PAGES:
            raise InputError(f"it has {len(document)} pages: give at most {limits.PAGES} in one file")
        yield document
    finally:
        document.close()


def _open(data: bytes) -> PdfDocument:
    try:
        import pypdfium2
    except ImportError:
        raise InputError('PDFs need a library: install it (pip install "press-kg[pdf]")') from None
    check_streams(data)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise InputError("the PDF is locked with a password: save it again without one") from None
        raise InputError("the PDF is broken or none at all: export it again") from None


@dataclass(frozen=True, slots=True)
class _PageCharacter:
    """One character, or those of one glyph; `x` and `y` are its origin, from the top left corner of the page.

    `ink` is where a mark is seen to begin, as its origin may be that of another one's cell.
    """

    text: str
    x: float
    y: float
    width: float
    size: float
    ink: float

    @property
    def is_mark(self) -> bool:
        return unicodedata.category(self.text[0]).startswith("P")


@dataclass(frozen=True, slots=True)
class _FileCharacter:
    """One character in the coordinates of the file, which has not turned the page yet.

    `origin` is on the baseline, `box` and that of its `ink` from the upper left to the lower right corner;
    its line runs to the right after so many `quarters` of a turn to the right.
    """

    text: str
    origin: tuple[float, float]
    box: tuple[float, float, float, float]
    ink: tuple[float, float, float, float]
    size: float
    quarters: int


def _runs(page: PdfPage, number: int) -> Iterator[TextRun]:
    """The runs of a page in the order of the file."""
    runs = list(_parted(_page_characters(page)))
    down = sum(len(run) for run, vertical in runs if vertical)
    upright = down > sum(len(run) for run, _ in runs) - down
    for run, vertical in runs:
        if len(run) >= _MIN_VERTICAL or vertical == upright:
            yield _text_run(run, number, vertical=vertical)
        elif any(not _is_wide(char.text) for char in run):  # 12 side by side in a vertical line
            yield _text_run(run, number, vertical=upright)
        else:
            for char in run:
                yield _text_run([char], number, vertical=upright)


def _parted(chars: Iterable[_PageCharacter]) -> Iterator[tuple[list[_PageCharacter], bool]]:
    """Characters that go on right of or below one another, and whether they do below."""
    run: list[_PageCharacter] = []
    vertical = False
    for char in chars:
        if run and _is_right_of(run[-1], char) and not (vertical and len(run) > 1):
            vertical = False
        elif run and _is_below(run[-1], char) and (vertical or len(run) == 1):
            vertical = True
        elif run and _is_swapped(run[-1], char):
            run.insert(-1, char)
            continue
        elif run:
            yield run, vertical
            run, vertical = [], False
        run.append(char)
    if run:
        yield run, vertical


def _is_right_of(left: _PageCharacter, right: _PageCharacter) -> bool:
    size = max(left.size, right.size)
    gap = right.x - left.x - left.width
    back = _MAX_MARK_OVERLAP if left.is_mark or right.is_mark else _MAX_OVERLAP
    level = abs(right.y - left.y) <= _SAME_BASELINE * size
    return level and -back * size <= gap <= _MAX_GAP * size and right.ink > left.ink


def _is_swapped(left: _PageCharacter, right: _PageCharacter) -> bool:
    """Whether two marks in the room of one are in the wrong order by where their cells begin."""
    return left.is_mark and right.is_mark and right.ink < left.ink and _is_right_of(right, left)


def _is_below(upper: _PageCharacter, lower: _PageCharacter) -> bool:
    size = upper.size
    least = _MIN_STEP if _is_wide(upper.text) else _MIN_NARROW_STEP
    return (
        abs(lower.x - upper.x) <= _MAX_SHIFT * size
        and abs(lower.size - size) <= _SAME_SIZE * size
        and least * size <= lower.y - upper.y <= _MAX_STEP * size
    )


def _text_run(run: Sequence[_PageCharacter], page: int, *, vertical: bool) -> TextRun:
    size = median(char.size for char in run)
    return TextRun(
        "".join(char.text for char in run) if vertical else _spaced(run, size),
        page,
        min(char.x for char in run),
        min(char.y for char in run) - _ABOVE * size,
        max(char.x + char.width for char in run),
        max(char.y for char in run) + _BELOW * size,
        size,
        vertical=vertical,
    )


def _spaced(run: Sequence[_PageCharacter], size: float) -> str:
    """The text of a line with a space for each gap that is wider than is usual on it."""
    gaps = [right.x - left.x - left.width for left, right in pairwise(run)]
    usual = max(0.0, median(gaps)) if gaps else 0.0
    spaces = (" " if gap > usual + _SPACE_GAP * size else "" for gap in gaps)
    return run[0].text + "".join(s + char.text for s, char in zip(spaces, run[1:], strict=True))


def _page_characters(page: PdfPage) -> Iterator[_PageCharacter]:
    """The characters of a page that have ink, in the order of the file."""
    found = [
        _ligature(list(glyph)) for _, glyph in groupby(_file_characters(page), key=lambda char: char.origin)
    ]
    turn = page.get_rotation() // 90
    left, bottom, right, top = page.get_cropbox()
    for char in found:
        (x, y), *corners = (
            _turned(x - left, top - y, right - left, top - bottom, turn)
            for x, y in (char.origin, char.box[:2], char.box[2:], char.ink[:2], char.ink[2:])
        )
        x0, x1 = sorted((corners[0][0], corners[1][0]))
        ink = min(corners[2][0], corners[3][0])
        if (char.quarters + turn) % 2:  # on its side, as digits and Latin letters are in a vertical line
            x, y = (x0 + x1 - char.size) / 2, min(corners[0][1], corners[1][1]) + _ABOVE * char.size
            width = char.size
        elif _is_wide(char.text):  # a full size, whatever its ink
            width = char.size
        else:
            width = max(0.0, x1 - x)
        yield _PageCharacter(char.text, x, y, width, char.size, ink)


def _ligature(glyph: Sequence[_FileCharacter]) -> _FileCharacter:
    """Characters in the same place, which one glyph stands for: ——, ffi."""
    return replace(glyph[0], text="".join(char.text for char in glyph))


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[0]) in "WF"


def _turned(x: float, y: float, width: float, height: float, quarters: int) -> tuple[float, float]:
    """A place on a page, from its top left corner, after so many quarter turns to the right."""
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[quarters]


def _file_characters(page: PdfPage) -> Iterator[_FileCharacter]:
    from pypdfium2 import raw

    text = page.get_textpage()
    x, y, matrix, box = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX(), raw.FS_RECTF()
    ink = [ctypes.c_double() for _ in range(4)]
    count = text.count_chars()
    if count > limits.PAGE_CHARACTERS:
        raise InputError(
            f"a page has {count} characters: no newspaper page has over {limits.PAGE_CHARACTERS}"
        )
    for index in range(count):
        char = _plain(raw.FPDFText_GetUnicode(text, index))
        if not _INK.match(char) or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharBox(text, index, *ink)
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        if size > 0:
            corners = (box.left, box.top, box.right, box.bottom)
            quarters = round(atan2(-matrix.b, matrix.a) / (pi / 2)) % 4
            left, right, bottom, top = (end.value for end in ink)
            yield _FileCharacter(
                char, (x.value, y.value), corners, (left, top, right, bottom), size, quarters
            )


def _plain(code: int) -> str:
    """The character that is meant: a form for vertical lines, or a radical, stands for the plain one."""
    char = chr(code).translate(_PLAIN) if code and not 0xD800 <= code < 0xE000 else ""
    if any(first <= char <= last for first, last in _MAPPED):
        return unicodedata.normalize("NFKC", char)
    return char
