"""Blocks of a page by hand, for the stages that find its articles."""

from __future__ import annotations

from kg.reading.offset_text import OffsetText
from kg.reading.wrapped.blocks import PageBlocks
from kg.reading.wrapped.paragraphs import Block, BlockKind


def paragraph(text: str, *, soft: bool = False, blanks: int = 0) -> Block:
    return Block(OffsetText.of(text, 0, len(text)), BlockKind.PARAGRAPH, soft, blanks)


def heading(text: str, *, soft: bool = False, blanks: int = 0) -> Block:
    return Block(OffsetText.of(text, 0, len(text)), BlockKind.HEADING, soft, blanks)


def caption(text: str) -> Block:
    return Block(OffsetText.of(text, 0, len(text)), BlockKind.CAPTION)


def page(*blocks: Block) -> PageBlocks:
    return PageBlocks.of(blocks)
