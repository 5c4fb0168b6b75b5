"""The picture of a page to the lines of text on it.

Two networks of PaddleOCR (PP-OCRv6 small, Apache-2.0), as the package `rapidocr` carries them, do the seeing:
one finds lines, one reads them. They are run here without that package's own code, which would download what
it does not have, and keeps neither the runners-up of a character nor the spaces that part names.
One thread and a fixed order of the work give the same reading each time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.text import HAN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Reals = NDArray[np.float32]
    # The left, upper, right and lower ends, in pixels.
    _Box = tuple[int, int, int, int]

_NETWORKS = ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx")
MISSING = 'scans need a reader: install it (pip install "press-kg[ocr]")'

# The detector sees at most so many pixels: the body type of a broadsheet page is then 11 pixels high, and it
# works from 8 on. Sides are multiples of what its layers halve.
_DETECTOR_PIXELS, _MULTIPLE = 3_000_000, 32
# Its map of ink: what is text, and how sure an area has to be; it is trained to see the core of a line, which
# is grown by this share of its area over its outline (PaddleOCR's own figures).
_TEXT, _SURE_AREA, _GROWTH, _MIN_SIDE = 0.3, 0.5, 1.6, 3
# Boxes are level that share so much of the height of the higher one (vertical: of the width of the narrower).
_LEVEL = 0.7
# So much longer, in heights, boxes are made at each end; ink is a rule that fills so much of a line's height,
# which is higher than its characters.
_STRETCH, _RULE = 1.25, 0.9
# The reader takes lines of this height, and as wide as they come, between these bounds, so many at a time.
_HEIGHT, _MIN_WIDTH, _MAX_WIDTH, _BATCH = 48, 320, 4096, 6
# A line read less surely than this on the whole is no text but the texture of a picture.
_MIN_CONFIDENCE = 0.5
# What else a character may be: so many, of at least this share.
_OTHERS, _MIN_SHARE = 5, 0.001
# So much taller than wide is a vertical line.
_VERTICAL = 1.5
# A full broadsheet page has a thousand; each takes a thirtieth of a second.
_MAX_LINES = 5000
# So much longer than high is a line whose slant tells that of the page.
_LONG = 5
# Blank between two ideographs, in heights of the line: so much more than is usual on the line parts words.
_SPACE = 0.16
# The share of the pixels of a row or column that are ink where there is any; the rest is specks.
_SPECKS = 0.03
# The share of a pixel of the small picture that a thin stroke fills.
_THIN = 0.15
# Marks of both widths look alike: beside an ideograph they are wide.
_WIDE = dict(zip("(),;:!?", "（），；：！？", strict=True))
_IDEOGRAPH = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Character:
    """One character as read: how sure, from 0 to 1, and what else it may be, likeliest first."""

    text: str
    confidence: float = 1.0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its characters and the box of its ink, in pixels of the picture set upright."""

    characters: tuple[Character, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    vertical: bool = False

    @property
    def text(self) -> str:
        """The characters in a row."""
        return "".join(character.text for character in self.characters)


def is_installed() -> bool:
    """Whether the extra `ocr` is there."""
    return None not in map(find_spec, ("rapidocr", "cv2", "PIL"))


@lru_cache(maxsize=1)
def load() -> Recogniser:
    """The recogniser with the networks of the package `rapidocr`; InputError where that is not installed."""
    if not is_installed():
        raise InputError(MISSING)
    models = files("rapidocr").joinpath("models")
    return Recogniser(*(models.joinpath(name).read_bytes() for name in _NETWORKS))


class Recogniser:
    """Finds and reads the lines of a picture."""

    def __init__(self, detector: bytes, reader: bytes) -> None:
        """Load both networks, given as ONNX."""
        self._detector, self._reader = _session(detector), _session(reader)
        named = self._reader.get_modelmeta().custom_metadata_map["character"].splitlines()
        # The first class of the network is "no character", the last a space.
        self._alphabet = ("", *named, " ")

    def lines(self, picture: Pixels) -> list[Line]:
        """The lines of a picture of one page, [height, width] of grey, from the top."""
        upright, boxes = _upright(picture, self._quads(picture))
        if len(boxes) > _MAX_LINES:
            raise InputError(f"a page has more than {_MAX_LINES} lines: give pictures of single pages")
        crops = [_Crop.of(upright, box) for box in boxes]
        read = zip(crops, self._read([crop.level for crop in crops]), strict=True)
        lines = [crop.line(marks) for crop, marks in read if _is_text(marks)]
        return sorted(lines, key=lambda line: (line.y0, line.x0))

    def _quads(self, picture: Pixels) -> list[Reals]:
        """The corners of each line, clockwise from the top left."""
        import cv2
        import numpy as np

        height, width = picture.shape
        scale = min(1.0, (_DETECTOR_PIXELS / (height * width)) ** 0.5)
        size = [max(1, round(side * scale / _MULTIPLE)) * _MULTIPLE for side in (width, height)]
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
        sureness = self._detector.run(None, {"x": _normal(small)[None]})[0][0, 0]
        mask = cv2.dilate((sureness > _TEXT).astype(np.uint8), np.ones((2, 2), np.uint8))
        outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        stretch = np.array([width / size[0], height / size[1]], np.float32)
        return [quad * stretch for outline in outlines for quad in _grown(outline, sureness)]

    def _read(self, crops: Sequence[Pixels]) -> list[list[_Mark]]:
        """What stands on each level crop; crops of like width go together."""
        import numpy as np

        order = sorted(range(len(crops)), key=lambda index: (crops[index].shape[1], index))
        found: list[list[_Mark]] = [[] for _ in crops]
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            widest = max(_MIN_WIDTH, *(crops[index].shape[1] for index in batch))
            filled = np.zeros((len(batch), 3, _HEIGHT, widest), np.float32)
            for row, index in enumerate(batch):
                filled[row, :, :, : crops[index].shape[1]] = _normal(crops[index])
            shares = self._reader.run(None, {"x": filled})[0]
            for row, index in enumerate(batch):
                found[index] = self._marks(shares[row], widest / shares.shape[1])
        return found

    def _marks(self, shares: Reals, step: float) -> list[_Mark]:
        """The characters of a line from the shares [steps, classes] of each class; `step` is in pixels."""
        best, marks, start = shares.argmax(axis=1), [], 0
        for end in range(1, len(best) + 1):
            if end < len(best) and best[end] == best[start]:
                continue
            if best[start]:
                peak = start + int(shares[start:end, best[start]].argmax())
                marks.append(_Mark(self._character(shares[peak]), (peak + 0.5) * step))
            start = end
        return marks

    def _character(self, shares: Reals) -> Character:
        ranked = [each for each in shares.argsort()[::-1][: _OTHERS + 2].tolist() if each]
        likely = [
            (self._alphabet[each], float(shares[each])) for each in ranked if shares[each] >= _MIN_SHARE
        ]
        best = likely[0][0]
        alike = [share for text, share in likely if _narrow(text) == _narrow(best)]
        others = tuple(text for text, _ in likely if _narrow(text) != _narrow(best))
        return Character(best, min(1.0, round(sum(alike), 3)), others)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A character and where along the level line, in pixels, it was seen."""

    character: Character
    at: float


@dataclass(frozen=True, slots=True)
class _Crop:
    """A line cut out of the page: `level` is what the reader sees, `scale` its stretch."""

    level: Pixels
    ink: NDArray[np.bool_]
    box: _Box
    scale: float
    vertical: bool

    @classmethod
    def of(cls, page: Pixels, box: _Box) -> _Crop:
        import cv2
        import numpy as np

        x0, y0, x1, y1 = box
        cut = page[y0:y1, x0:x1]
        vertical = y1 - y0 >= _VERTICAL * (x1 - x0)
        if vertical:
            top, bottom, left, right = _inked(cut)
            box = (x0 + left, y0 + top, x0 + right, y0 + bottom)
            level = _laid_down(cut[top:bottom, left:right])
        else:
            level = _without_rules(cut)
        scale = _HEIGHT / level.shape[0]
        width = min(_MAX_WIDTH, max(1, round(level.shape[1] * scale)))
        # The thin strokes of large type are lost in the small picture, not in where there is ink.
        ink = cv2.resize(_ink(level).astype(np.float32), (width, _HEIGHT), interpolation=cv2.INTER_AREA)
        level = cv2.resize(level, (width, _HEIGHT)).astype(np.uint8)
        return cls(level, ink > _THIN, box, scale, vertical)

    def line(self, marks: Sequence[_Mark]) -> Line:
        """The line that the marks make."""
        if self.vertical:
            x0, y0, x1, y1 = self.box
            return Line(tuple(mark.character for mark in marks), x0, y0, x1, y1, vertical=True)
        top, bottom = self._rows()
        left, right = self._columns(marks, bottom - top)
        x, y, _, _ = self.box
        return Line(
            tuple(_widened(self._spaced(marks))),
            x + left / self.scale,
            y + top / self.scale,
            x + right / self.scale,
            y + bottom / self.scale,
        )

    def _rows(self) -> tuple[int, int]:
        """From where to where the ink around the middle hangs together; that of other lines does not."""
        import numpy as np

        blank = np.flatnonzero(self.ink.mean(axis=1) <= _SPECKS)
        above, below = blank[blank < _HEIGHT // 4], blank[blank >= _HEIGHT - _HEIGHT // 4]
        return int(above[-1]) + 1 if len(above) else 0, int(below[0]) if len(below) else _HEIGHT

    def _columns(self, marks: Sequence[_Mark], size: int) -> tuple[int, int]:
        """From where to where there is ink, not further than a size from the middle of a character."""
        import numpy as np

        start, end = max(0, int(marks[0].at) - size), int(marks[-1].at) + size
        inked = np.flatnonzero(self.ink[:, start:end].mean(axis=0) > _SPECKS)
        return (start + int(inked[0]), start + int(inked[-1]) + 1) if len(inked) else (start, end)

    def _spaced(self, marks: Sequence[_Mark]) -> Iterator[Character]:
        """The characters, with a space in each gap between ideographs that is wider than is usual."""
        rows = slice(*self._rows())
        gaps = [self._gap(rows, *pair) for pair in pairwise(marks)]
        known = sorted(gap for gap in gaps if gap is not None)
        usual = known[len(known) // 2] if known else 0
        for mark, gap in zip(marks, [*gaps, None], strict=True):
            yield mark.character
            if gap is not None and gap > usual + _SPACE * _HEIGHT:
                yield Character(" ")

    def _gap(self, rows: slice, left: _Mark, right: _Mark) -> int | None:
        """How wide the blank around the middle between two ideographs is; None for other characters."""
        if not all(_IDEOGRAPH.match(mark.character.text) for mark in (left, right)):
            return None
        start, end = int(left.at), int(right.at)
        inked = self.ink[rows, start:end].mean(axis=0) > _SPECKS
        third = len(inked) // 3
        widest = width = 0
        for at, full in enumerate(inked):
            width = 0 if full else width + 1
            if at - width < len(inked) - third and at >= third:
                widest = max(widest, width)
        return widest


def _session(network: bytes) -> Any:
    """A network on one thread: its results are then the same on every machine of a kind."""
    from onnxruntime import InferenceSession, SessionOptions  # type: ignore[import-untyped]

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # pages differ in size: the memory of the largest would be kept
    return InferenceSession(network, options, providers=["CPUExecutionProvider"])


def _normal(picture: Pixels) -> Reals:
    """[3, height, width] from -1 to 1: the networks were trained on colours."""
    import numpy as np

    grey = picture.astype(np.float32) / 127.5 - 1
    return np.broadcast_to(grey, (3, *grey.shape))


def _grown(outline: Any, sureness: Reals) -> Iterator[Reals]:
    """The corners of the line whose core has this outline; nothing for a speck."""
    import cv2
    import numpy as np

    (middle, (width, height), angle) = cv2.minAreaRect(outline)
    if min(width, height) < _MIN_SIDE:
        return
    x, y, w, h = cv2.boundingRect(outline)
    core = np.zeros((h, w), np.uint8)
    cv2.fillPoly(core, [outline - (x, y)], 1)
    if cv2.mean(sureness[y : y + h, x : x + w], core)[0] < _SURE_AREA:
        return
    grown = _GROWTH * width * height / (width + height)  # on both sides together
    yield cv2.boxPoints((middle, (width + grown, height + grown), angle)).astype(np.float32)


def _upright(page: Pixels, quads: Sequence[Reals]) -> tuple[Pixels, list[_Box]]:
    """The page turned so that its lines are level, and their boxes on it."""
    import cv2
    import numpy as np

    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), _slant(quads), 1.0)
    upright = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255).astype(
        np.uint8
    )
    boxes = []
    for quad in quads:
        corners = np.sort(quad @ turn[:, :2].T + turn[:, 2], axis=0)
        # The mean of two corners each: what is left of the slant does not make the box higher.
        x0, y0 = np.floor(corners[:2].mean(axis=0)).astype(int).clip(0)
        x1, y1 = np.ceil(corners[2:].mean(axis=0)).astype(int).clip(0, (width, height))
        if min(x1 - x0, y1 - y0) > _MIN_SIDE:
            boxes.append((int(x0), int(y0), int(x1), int(y1)))
    return upright, _stretched(_joined(boxes), width)


def _joined(boxes: Sequence[_Box]) -> list[_Box]:
    """The boxes, with the parts of a line made one that overlap: the detector parts lines at wide gaps."""
    found: list[_Box] = []
    for box in sorted(boxes):
        index = next((at for at, other in enumerate(found) if _is_one(other, box)), None)
        if index is None:
            found.append(box)
        else:
            (x0, y0, x1, y1), (left, top, right, bottom) = found[index], box
            found[index] = (min(x0, left), min(y0, top), max(x1, right), max(y1, bottom))
    return found


def _is_one(one: _Box, other: _Box) -> bool:
    """Whether two boxes are level, or of one vertical line, and overlap at their ends."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    if min(across, down) <= 0:
        return False
    widths, heights = ([box[axis + 2] - box[axis] for box in (one, other)] for axis in (0, 1))
    longer = heights.index(max(heights))
    if heights[longer] >= _VERTICAL * widths[longer]:
        return widths[longer] == max(widths) and across > _LEVEL * min(widths)
    return down > _LEVEL * max(heights)


def _stretched(boxes: Sequence[_Box], width: int) -> list[_Box]:
    """The boxes, longer at both ends: a stroke or mark there (一, ”) is too thin for the detector to see.

    Half of the blank before the next box at most is taken.
    """
    found = []
    for box in boxes:
        x0, y0, x1, y1 = box
        level = [other for other in boxes if other is not box and other[1] < y1 and y0 < other[3]]
        left = max((other[2] for other in level if other[2] <= x0), default=-x0)
        right = min((other[0] for other in level if other[0] >= x1), default=2 * width - x1)
        reach = round(_STRETCH * min(y1 - y0, x1 - x0))
        found.append((x0 - min(reach, (x0 - left) // 2), y0, x1 + min(reach, (right - x1) // 2), y1))
    return found


def _ink(picture: Pixels) -> NDArray[np.bool_]:
    """Where there is ink; specks are smaller than strokes."""
    import cv2

    soft = cv2.GaussianBlur(picture, (5, 5), 0)
    _, ink = cv2.threshold(soft, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return ink.astype(bool)


def _inked(picture: Pixels) -> tuple[int, int, int, int]:
    """The upper, lower, left and right ends of the ink."""
    import numpy as np

    ink, ends = _ink(picture), []
    for axis in (1, 0):
        where = np.flatnonzero(ink.mean(axis=axis) > _SPECKS)
        ends += [int(where[0]), int(where[-1]) + 1] if len(where) else [0, ink.shape[1 - axis]]
    top, bottom, left, right = ends
    return top, bottom, left, right


def _laid_down(column: Pixels) -> Pixels:
    """The characters of a vertical line side by side: cut where they are evenly parted with least ink."""
    import numpy as np

    height, width = column.shape
    full = _ink(column).mean(axis=1)
    counts = range(max(1, round(height / width * 0.6)), max(1, round(height / width * 1.1)) + 1)

    def cuts(count: int) -> list[int]:
        return [round(height * at / count) for at in range(count + 1)]

    def inked(count: int) -> float:
        return float(np.mean([full[at] for at in cuts(count)[1:-1]])) if count > 1 else 1.0

    best = min(counts, key=lambda count: (round(inked(count), 2), -count))
    cells = [column[start:end] for start, end in pairwise(cuts(best))]
    tallest = max(len(cell) for cell in cells)
    return np.hstack([np.pad(cell, ((0, tallest - len(cell)), (0, 0)), mode="edge") for cell in cells])


def _without_rules(level: Pixels) -> Pixels:
    """The level line without the rules at its ends, where ink reaches from the top to the bottom."""
    import cv2
    import numpy as np

    paper, _ = cv2.threshold(level, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    rules = np.flatnonzero((level < paper).mean(axis=0) > _RULE)
    end = int(_STRETCH * level.shape[0])
    clean = level.copy()
    for at in rules:
        if at < end:
            clean[:, : at + 2] = 255
        elif at >= level.shape[1] - end:
            clean[:, at - 1 :] = 255
    return clean


def _slant(quads: Sequence[Reals]) -> float:
    """By how many degrees the long lines of a page fall to the right, in the middle."""
    import numpy as np

    angles = []
    for quad in quads:
        edges = np.diff(np.vstack([quad, quad[:1]]), axis=0)[:2]
        lengths = np.hypot(*edges.T)
        along = edges[lengths.argmax()]
        angle = float(np.degrees(np.arctan2(along[1], along[0])))
        if lengths.max() > _LONG * lengths.min():
            angles.append((angle + 45) % 90 - 45)
    return float(np.median(angles)) if angles else 0.0


def _is_text(marks: Sequence[_Mark]) -> bool:
    confidences = [mark.character.confidence for mark in marks if mark.character.text.strip()]
    return bool(confidences) and sum(confidences) / len(confidences) >= _MIN_CONFIDENCE


def _narrow(text: str) -> str:
    """The character whatever its width."""
    return unicodedata.normalize("NFKC", text)


def _widened(characters: Iterator[Character]) -> Iterator[Character]:
    """The characters, with marks beside ideographs in their wide form."""
    line = list(characters)
    for at, character in enumerate(line):
        around = "".join(other.text for other in line[max(0, at - 1) : at + 2])
        if character.text in _WIDE and _IDEOGRAPH.search(around):
            character = replace(character, text=_WIDE[character.text])
        yield character
