"""Where the lines stand on the picture of a page: the corners that are seen, to boxes on the upright page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Reals = NDArray[np.float32]
    # x0, y0, x1, y1: the left, upper, right and lower ends, in pixels.
    PixelBox = tuple[int, int, int, int]

# Nothing smaller, in pixels, is a line.
MIN_SIDE = 3
# A line that is taller than wide by this factor is a vertical one.
VERTICAL = 1.5
# Boxes are of one line that share more than this of the height of the higher one (vertical: of the width of
# the narrower).
_LINE_OVERLAP = 0.7
# Boxes are made longer at each end by this, in heights; those of vertical lines in widths.
STRETCH, _VERTICAL_STRETCH = 1.25, 0.6
# A line that is longer than high by this factor shows the slant of the page.
_LONG = 5


def deskew(page: Pixels, quads: Sequence[Reals]) -> tuple[Pixels, list[PixelBox]]:
    """The page turned so that its lines are level, and their boxes on it."""
    import cv2
    import numpy as np

    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), _slant(quads), 1.0)
    level = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255).astype(
        np.uint8
    )
    boxes = []
    for quad in quads:
        corners = np.sort(quad @ turn[:, :2].T + turn[:, 2], axis=0)
        # The mean of two corners each: what is left of the slant does not make the box higher.
        x0, y0 = np.floor(corners[:2].mean(axis=0)).astype(int).clip(0)
        x1, y1 = np.ceil(corners[2:].mean(axis=0)).astype(int).clip(0, (width, height))
        if min(x1 - x0, y1 - y0) > MIN_SIDE:
            boxes.append((int(x0), int(y0), int(x1), int(y1)))
    return level, _stretched(_joined(boxes), (width, height))


def _joined(boxes: Sequence[PixelBox]) -> list[PixelBox]:
    """The boxes, with the parts of a line made one that overlap: the detector parts lines at wide gaps."""
    found: list[PixelBox] = []
    for box in sorted(boxes):
        index = next((at for at, other in enumerate(found) if _is_one(other, box)), None)
        if index is None:
            found.append(box)
        else:
            (x0, y0, x1, y1), (left, top, right, bottom) = found[index], box
            found[index] = (min(x0, left), min(y0, top), max(x1, right), max(y1, bottom))
    return found


def _is_one(one: PixelBox, other: PixelBox) -> bool:
    """Whether two boxes are level, or of one vertical line, and overlap at their ends."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    if min(across, down) <= 0:
        return False
    widths, heights = ([box[axis + 2] - box[axis] for box in (one, other)] for axis in (0, 1))
    longer = heights.index(max(heights))
    if heights[longer] >= VERTICAL * widths[longer]:
        return widths[longer] == max(widths) and across > _LINE_OVERLAP * min(widths)
    return down > _LINE_OVERLAP * max(heights)


def _stretched(boxes: Sequence[PixelBox], size: tuple[int, int]) -> list[PixelBox]:
    """The boxes, longer at both ends: a stroke or mark there (一, ”) is too thin for the detector to see.

    Half of the blank before the next box at most is taken. `size` is that of the page.
    """
    found: list[PixelBox] = []
    for box in boxes:
        x0, y0, x1, y1 = box
        down = y1 - y0 >= VERTICAL * (x1 - x0)
        side, along = (0, 1) if down else (1, 0)
        low, high = box[along], box[along + 2]
        level = [
            other
            for other in boxes
            if other is not box and other[side] < box[side + 2] and box[side] < other[side + 2]
        ]
        before = max((other[along + 2] for other in level if other[along + 2] <= low), default=-low)
        after = min((other[along] for other in level if other[along] >= high), default=2 * size[along] - high)
        reach = round((_VERTICAL_STRETCH if down else STRETCH) * min(y1 - y0, x1 - x0))
        low, high = low - min(reach, (low - before) // 2), high + min(reach, (after - high) // 2)
        found.append((x0, low, x1, high) if down else (low, y0, high, y1))
    return found


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
