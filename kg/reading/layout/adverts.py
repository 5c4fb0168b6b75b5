"""Advertisements among the blocks of a page: short lines about one that says whom to call or where to go.

So are boxes that say what stands on other pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.layout.text_blocks import TextBlock
from kg.reading.layout.text_lines import vertical_overlap
from kg.reading.wrapped import furniture

# The blocks of an advertisement have no more lines and characters, and no sentence ends in them.
_MAX_LINES, _MAX_LENGTH = 6, 60
# The larger line on top of them has no more characters.
_MAX_HEADING = 14
# The gap between its blocks is no wider, nor their middles further off the middle of all, in type sizes.
_MAX_GAP, _MAX_OFF_MIDDLE = 2.5, 3.0
# Blocks are in one row where this share of the lower one's height is beside the other.
_ROW_OVERLAP = 0.5


def without_adverts(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks of a page that are no part of an advertisement."""
    advert = [block for block in blocks if _may_belong(block) and furniture.is_offer(block.text)]
    rest = [block for block in blocks if block not in advert]
    while more := [block for block in rest if any(_belongs(block, part, advert) for part in advert)]:
        advert += more
        rest = [block for block in rest if block not in more]
    return rest


def _may_belong(block: TextBlock) -> bool:
    return (
        not block.large
        and len(block.lines) <= _MAX_LINES
        and len(block.text) <= _MAX_LENGTH
        and "。" not in block.text
    )


def _belongs(block: TextBlock, part: TextBlock, advert: Sequence[TextBlock]) -> bool:
    """Whether a block belongs to the advertisement of which another is a part, beside or centred."""
    reach = _MAX_GAP * part.size
    if vertical_overlap(block, part) > _ROW_OVERLAP:
        return _may_belong(block) and max(part.x0 - block.x1, block.x0 - part.x1) <= reach
    gap = max(part.y0 - block.y1, block.y0 - part.y1)
    row = [other for other in advert if other is part or vertical_overlap(other, part) > _ROW_OVERLAP]
    left, right = min(other.x0 for other in row), max(other.x1 for other in row)
    centred = abs(block.x0 + block.x1 - left - right) / 2 <= _MAX_OFF_MIDDLE * part.size
    heading = not block.vertical and len(block.text) <= _MAX_HEADING
    return gap <= reach and centred and (_may_belong(block) or (heading and block.y1 <= part.y0))
