"""Articles that go on upon another page (下转第三版 … 上接第一版): their parts made one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise, product, starmap
from string import ascii_uppercase
from typing import NamedTuple

from kg.language.numerals import number
from kg.reading.layout.text_blocks import TextBlock
from kg.reading.layout.text_lines import TextLine
from kg.reading.offset_text import OffsetText
from kg.reading.press import cues
from kg.reading.scoring.assignment import assign_columns
from kg.reading.scoring.similarity import Rarity, character_pairs

# What speaks for two parts being one article, in a unit of its own: each of the two notices; each that names
# the page of the other part; a sentence that breaks off, and one that goes on; all words shared.
_NOTICE, _NAMED_PAGE, _BROKEN_SENTENCE, _SHARED_WORDS = 2.0, 1.0, 1.0, 2.0
# Parts for which less speaks are no article.
_THRESHOLD = 2.0
# A page with more notices is a list of them.
_MAX_NOTICES = 20


class ChainPair(NamedTuple):
    """A chain and one that may go on with it, by their numbers."""

    before: int
    after: int


def join_jumps(chains: Sequence[list[TextBlock]], *, indented: bool) -> list[list[TextBlock]]:
    """The chains of all pages, those that are parts of one article joined and their notices left out.

    `chains` are in the order of their pages; `indented`: the first lines of paragraphs are. A chain of
    notices alone is left out.
    """
    both = [(chain, cleared) for chain in chains if (cleared := _without_notices(chain))]
    bodies = [cleared for _, cleared in both]
    parts = _following(_gains(bodies, [_ChainEnds(chain, indented) for chain, _ in both]))
    further = set(parts.values())
    return [_joined(bodies, start, parts) for start in range(len(bodies)) if start not in further]


def _gains(bodies: Sequence[list[TextBlock]], ends: Sequence[_ChainEnds]) -> dict[ChainPair, float]:
    """What speaks for two chains being parts of one article, where it is enough."""
    words = [character_pairs("".join(block.text for block in body)) for body in bodies]
    rarity = Rarity(words)
    gains = {
        pair: _gain(ends[pair.before], ends[pair.after])
        + _SHARED_WORDS * rarity.likeness(words[pair.before], words[pair.after])
        - _THRESHOLD
        for pair in sorted(set(_pairs(ends)))
    }
    return {pair: gain for pair, gain in gains.items() if gain > 0}


def _pairs(ends: Sequence[_ChainEnds]) -> Iterator[ChainPair]:
    """The pairs that are weighed: on pages that follow one another, or on those that a notice names.

    Weighing all would take time in the square of the pages.
    """
    of_page = defaultdict[int, list[int]](list)
    for at, end in enumerate(ends):
        of_page[end.page].append(at)
    for page, following in pairwise(of_page):
        yield from starmap(ChainPair, product(of_page[page], of_page[following]))
    for pair in _named_by_notices(ends, of_page):
        if ends[pair.before].page < ends[pair.after].page:
            yield pair


def _named_by_notices(
    ends: Sequence[_ChainEnds], of_page: Mapping[int, Sequence[int]]
) -> Iterator[ChainPair]:
    """The pairs of which a notice names the page of the other, or both name pages as far apart as theirs."""
    apart = defaultdict[int, list[int]](list)
    for after in _with_notices(of_page, [end.since for end in ends]):
        page, since = ends[after].page, ends[after].since or 0
        apart[page + since].append(after)
        yield from (ChainPair(before, after) for before in of_page.get(since, ()))
    for before in _with_notices(of_page, [end.to for end in ends]):
        page, to = ends[before].page, ends[before].to or 0
        yield from (ChainPair(before, after) for after in (*of_page.get(to, ()), *apart[page + to]))


def _with_notices(of_page: Mapping[int, Sequence[int]], notices: Sequence[int | None]) -> Iterator[int]:
    """The chains that have a notice, so many of each page as it may have."""
    for found in of_page.values():
        yield from islice((at for at in found if notices[at] is not None), _MAX_NOTICES)


def _following(gains: Mapping[ChainPair, float]) -> dict[int, int]:
    """The chain that each goes on in, so that the gains sum to the most."""
    found: dict[int, int] = {}
    for group in _groups(gains):
        befores, afters = (sorted(set(ends)) for ends in zip(*group, strict=True))
        table = [
            [gains.get(ChainPair(before, after), -_THRESHOLD) for before in befores] + [0.0] * len(afters)
            for after in afters
        ]
        for after, column in zip(afters, assign_columns(table), strict=True):
            if column < len(befores) and ChainPair(befores[column], after) in gains:
                found[befores[column]] = after
    return found


def _groups(every: Iterable[ChainPair]) -> Iterator[list[ChainPair]]:
    """The pairs in groups of which no two have the end of a chain, or the beginning of one, in common."""
    by_before, by_after = (defaultdict[int, list[ChainPair]](list) for _ in range(2))
    for pair in every:
        by_before[pair.before].append(pair)
        by_after[pair.after].append(pair)
    seen: set[ChainPair] = set()
    for first in every:
        group = [] if first in seen else [first]
        seen.update(group)
        for before, after in group:  # it grows
            new = {*by_before.pop(before, ()), *by_after.pop(after, ())} - seen
            seen |= new
            group += new
        if group:
            yield group


def _joined(bodies: Sequence[list[TextBlock]], start: int, parts: Mapping[int, int]) -> list[TextBlock]:
    whole = [*bodies[start]]
    while start in parts:
        start = parts[start]
        whole += _further(bodies[start], whole[0])
    return whole


class _ChainEnds:
    """What the two ends of a chain say about another part of its article.

    `to` and `since` are the pages that notices name, 0 for one that is not counted.
    """

    def __init__(self, chain: Sequence[TextBlock], indented: bool) -> None:
        texts = [block for block in chain if not block.large]
        self.page = chain[0].page
        first, last = (texts[0].lines[0], texts[-1].lines[-1]) if texts else (None, None)
        self.to = _page_of(cues.goes_to_page(texts[-1].text)) if texts else None
        self.since = _page_of(cues.comes_from_page(texts[0].text)) if texts else None
        self.breaks_off = last is not None and not (
            cues.ends_sentence(last.text.text) or cues.is_signed(last.text.text)
        )
        flush = first is not None and first.x0 - texts[0].edge < first.size
        self.goes_on = indented and flush and not chain[0].large


def _gain(before: _ChainEnds, after: _ChainEnds) -> float:
    notices = (before.to is not None) + (after.since is not None)
    named = (before.to == after.page) + (after.since == before.page)
    if before.to and after.since and before.to - after.since == after.page - before.page:
        named = 2  # however the pages are counted
    return _BROKEN_SENTENCE * (before.breaks_off + after.goes_on) + _NOTICE * notices + _NAMED_PAGE * named


def _page_of(notice: re.Match[str] | None) -> int | None:
    """The page that a notice names, if there is one: its number (A12 is the twelfth), 0 where it has none."""
    if notice is None:
        return None
    try:
        return number(notice[1].lstrip(ascii_uppercase))
    except ValueError:
        return 0


def _without_notices(chain: Sequence[TextBlock]) -> list[TextBlock]:
    cleared = (block if block.large else _cleared(block) for block in chain)
    return [block for block in cleared if block.lines]


def _cleared(block: TextBlock) -> TextBlock:
    """The block without the notices at its ends, which may be broken over lines."""
    since, to = cues.comes_from_page(block.text), cues.goes_to_page(block.text)
    first, last = since.end() if since else 0, to.start() if to else len(block.text)
    lines: list[TextLine] = []
    at = 0
    for line in block.lines:
        length = len(line.text.text)
        part = slice(max(0, first - at), max(0, last - at))
        at += length
        if line.text.text[part].strip():
            lines.append(replace(line, text=OffsetText(line.text.text[part], line.text.offsets[part])))
    return replace(block, lines=tuple(lines))


def _further(chain: list[TextBlock], head: TextBlock) -> list[TextBlock]:
    """A further part of an article, without its headline where that is the first one's or a part of it."""
    if chain and chain[0].large and (chain[0].text in head.text or head.text in chain[0].text):
        return chain[1:]
    return chain
