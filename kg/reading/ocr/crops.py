"""Lines cut out of the picture of a page: what the network that reads sees of them, where their ink is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.text import HAN
from kg.reading.ocr.line_boxes import STRETCH, VERTICAL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kg.reading.ocr.line_boxes import PixelBox, Pixels

# The network that reads takes lines of this height, in pixels (PP-OCR's own), here up to this width.
HEIGHT, _MAX_WIDTH = 48, 4096
# Ink that fills more than this share of a line's height, which is higher than its characters, is a rule.
_RULE_SHARE = 0.9
# A blank between two ideographs wider than is usual on the line by this, in its heights, parts words.
_SPACE_WIDTH = 0.16
# A row or column of pixels has ink where more than this share of it is dark; less is specks.
_SPECK_SHARE = 0.03
# A pixel of the small picture has ink where a stroke fills more than this share of it: thin strokes do.
_STROKE_SHARE = 0.15
# A vertical line has between so many characters for each of its widths.
_FEWEST_PER_WIDTH, _MOST_PER_WIDTH = 0.6, 1.1
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
class RecognisedLine:
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


@dataclass(frozen=True, slots=True)
class LocatedCharacter:
    """A character and where along the level line, in pixels, it was seen."""

    character: Character
    at: float


@dataclass(frozen=True, slots=True)
class Crop:
    """A line cut out of the page: `level` is what the reader sees, `scale` its stretch."""

    level: Pixels
    ink: NDArray[np.bool_]
    box: PixelBox
    scale: float
    vertical: bool

    @classmethod
    def of(cls, page: Pixels, box: PixelBox) -> Crop:
        """What stands in a box of the page, laid level where it is a vertical line."""
        import cv2
        import numpy as np

        x0, y0, x1, y1 = box
        cut = page[y0:y1, x0:x1]
        vertical = y1 - y0 >= VERTICAL * (x1 - x0)
        if vertical:
            top, bottom, left, right = _inked(cut)
            box = (x0 + left, y0 + top, x0 + right, y0 + bottom)
            level = _laid_down(cut[top:bottom, left:right])
        else:
            level = _without_rules(cut)
        scale = HEIGHT / level.shape[0]
        width = min(_MAX_WIDTH, max(1, round(level.shape[1] * scale)))
        # The thin strokes of large type are lost in the small picture, not in where there is ink.
        ink = cv2.resize(_ink(level).astype(np.float32), (width, HEIGHT), interpolation=cv2.INTER_AREA)
        level = cv2.resize(level, (width, HEIGHT)).astype(np.uint8)
        return cls(level, ink > _STROKE_SHARE, box, scale, vertical)

    def line(self, marks: Sequence[LocatedCharacter]) -> RecognisedLine:
        """The line that the marks make."""
        if self.vertical:
            x0, y0, x1, y1 = self.box
            return RecognisedLine(tuple(mark.character for mark in marks), x0, y0, x1, y1, vertical=True)
        top, bottom = self._rows()
        left, right = self._columns(marks, bottom - top)
        x, y, _, _ = self.box
        return RecognisedLine(
            tuple(_widened(self._spaced(marks))),
            x + left / self.scale,
            y + top / self.scale,
            x + right / self.scale,
            y + bottom / self.scale,
        )

    def _rows(self) -> tuple[int, int]:
        """From where to where the ink around the middle hangs together; that of other lines does not."""
        import numpy as np

        blank = np.flatnonzero(self.ink.mean(axis=1) <= _SPECK_SHARE)
        above, below = blank[blank < HEIGHT // 4], blank[blank >= HEIGHT - HEIGHT // 4]
        return int(above[-1]) + 1 if len(above) else 0, int(below[0]) if len(below) else HEIGHT

    def _columns(self, marks: Sequence[LocatedCharacter], size: int) -> tuple[int, int]:
        """From where to where there is ink, not further than a size from the middle of a character."""
        import numpy as np

        start, end = max(0, int(marks[0].at) - size), int(marks[-1].at) + size
        inked = np.flatnonzero(self.ink[:, start:end].mean(axis=0) > _SPECK_SHARE)
        return (start + int(inked[0]), start + int(inked[-1]) + 1) if len(inked) else (start, end)

    def _spaced(self, marks: Sequence[LocatedCharacter]) -> Iterator[Character]:
        """The characters, with a space in each gap between ideographs that is wider than is usual."""
        rows = slice(*self._rows())
        gaps = [self._blank_between(rows, *pair) for pair in pairwise(marks)]
        known = sorted(gap for gap in gaps if gap is not None)
        usual = known[len(known) // 2] if known else 0
        for mark, gap in zip(marks, [*gaps, None], strict=True):
            yield mark.character
            if gap is not None and gap > usual + _SPACE_WIDTH * HEIGHT:
                yield Character(" ")

    def _blank_between(self, rows: slice, left: LocatedCharacter, right: LocatedCharacter) -> int | None:
        """How wide the blank around the middle between two ideographs is; None for other characters."""
        if not all(_IDEOGRAPH.match(mark.character.text) for mark in (left, right)):
            return None
        start, end = int(left.at), int(right.at)
        inked = self.ink[rows, start:end].mean(axis=0) > _SPECK_SHARE
        third = len(inked) // 3
        widest = width = 0
        for at, full in enumerate(inked):
            width = 0 if full else width + 1
            if at - width < len(inked) - third and at >= third:
                widest = max(widest, width)
        return widest


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
        where = np.flatnonzero(ink.mean(axis=axis) > _SPECK_SHARE)
        ends += [int(where[0]), int(where[-1]) + 1] if len(where) else [0, ink.shape[1 - axis]]
    top, bottom, left, right = ends
    return top, bottom, left, right


def _laid_down(column: Pixels) -> Pixels:
    """The characters of a vertical line side by side: cut where they are evenly parted with least ink."""
    import numpy as np

    height, width = column.shape
    full = _ink(column).mean(axis=1)
    counts = range(
        max(1, round(height / width * _FEWEST_PER_WIDTH)), max(1, round(height / width * _MOST_PER_WIDTH)) + 1
    )

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
    rules = np.flatnonzero((level < paper).mean(axis=0) > _RULE_SHARE)
    end = int(STRETCH * level.shape[0])
    clean = level.copy()
    for at in rules:
        if at < end:
            clean[:, : at + 2] = 255
        elif at >= level.shape[1] - end:
            clean[:, at - 1 :] = 255
    return clean


def _widened(characters: Iterator[Character]) -> Iterator[Character]:
    """The characters, with marks beside ideographs in their wide form."""
    line = list(characters)
    for at, character in enumerate(line):
        around = "".join(other.text for other in line[max(0, at - 1) : at + 2])
        if character.text in _WIDE and _IDEOGRAPH.search(around):
            character = replace(character, text=_WIDE[character.text])
        yield character
