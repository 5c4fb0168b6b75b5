"""Advertisements among the stacks of a page: short lines about one that tells whom to call or where to go.

So are boxes that tell what stands on other pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading.layout.text_blocks import Stack
from kg.reading.layout.text_lines import beside
from kg.reading.wrapped import furniture

# The stacks of an advertisement have so few lines and characters, and no sentence ends in them; the larger
# line on top of them has so few characters.
_LINES, _LENGTH, _HEADING = 6, 60, 14
# How close together its stacks stand, and how far their middles may be from one another, in sizes.
_NEAR, _CENTRED = 2.5, 3.0


def without_adverts(stacks: Sequence[Stack]) -> list[Stack]:
    """The stacks of a page that are no part of an advertisement."""
    advert = [stack for stack in stacks if _may_belong(stack) and furniture.is_offer(stack.text)]
    rest = [stack for stack in stacks if stack not in advert]
    while more := [stack for stack in rest if any(_belongs(stack, part, advert) for part in advert)]:
        advert += more
        rest = [stack for stack in rest if stack not in more]
    return rest


def _may_belong(stack: Stack) -> bool:
    return (
        not stack.large
        and len(stack.lines) <= _LINES
        and len(stack.text) <= _LENGTH
        and "。" not in stack.text
    )


def _belongs(stack: Stack, part: Stack, advert: Sequence[Stack]) -> bool:
    """Whether a stack belongs to the advertisement of which another is a part, beside or centred."""
    reach = _NEAR * part.size
    if beside(stack, part) > 0.5:
        return _may_belong(stack) and max(part.x0 - stack.x1, stack.x0 - part.x1) <= reach
    gap = max(part.y0 - stack.y1, stack.y0 - part.y1)
    row = [other for other in advert if other is part or beside(other, part) > 0.5]
    left, right = min(other.x0 for other in row), max(other.x1 for other in row)
    centred = abs(stack.x0 + stack.x1 - left - right) / 2 <= _CENTRED * part.size
    heading = not stack.vertical and len(stack.text) <= _HEADING
    return gap <= reach and centred and (_may_belong(stack) or (heading and stack.y1 <= part.y0))
