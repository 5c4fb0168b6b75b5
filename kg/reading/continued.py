"""Articles that go on upon another page (下转第三版 … 上接第一版): their parts made one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.reading import cues
from kg.reading.assignment import assign
from kg.reading.placed import Placed
from kg.reading.stacks import Stack
from kg.reading.traced import Traced
from kg.reading.words import Rarity, pairs

# What speaks for two parts being one article: each notice, and that the one names the other's page; that a
# sentence breaks off and one goes on; all words shared. Less than the least is no article.
_NOTICE, _PAGE, _SENTENCE, _AFFINITY, _LEAST = 2.0, 1.0, 1.0, 2.0, 2.0
_NUMERALS = {numeral: str(number) for number, numeral in enumerate("一二三四五六七八九十", 1)}


def continued(chains: Sequence[list[Stack]], *, indented: bool) -> list[list[Stack]]:
    """The chains of all pages, those that are parts of one article joined and their notices left out.

    `indented`: the first lines of paragraphs are.
    """
    if not chains:
        return []
    ends = [_Ends(chain, indented) for chain in chains]
    words = [pairs("".join(stack.text for stack in chain)) for chain in chains]
    rarity = Rarity(words)
    gains = [
        [
            _gain(before, after) + _AFFINITY * rarity.likeness(words[left], words[right]) - _LEAST
            if before.page < after.page
            else -_LEAST
            for left, before in enumerate(ends)
        ]
        + [0.0] * len(chains)
        for right, after in enumerate(ends)
    ]
    parts = {
        before: after
        for after, before in enumerate(assign(gains))
        if before < len(chains) and before != after and gains[after][before] > 0
    }
    further = set(parts.values())
    return [_joined(chains, start, parts) for start in range(len(chains)) if start not in further]


def _joined(chains: Sequence[list[Stack]], start: int, parts: Mapping[int, int]) -> list[Stack]:
    whole = _without_notices(chains[start])
    while start in parts:
        start = parts[start]
        whole += _further(_without_notices(chains[start]), whole[0])
    return whole


class _Ends:
    """What the two ends of a chain say about another part of its article."""

    def __init__(self, chain: Sequence[Stack], indented: bool) -> None:
        texts = [stack for stack in chain if not stack.large]
        self.page = chain[0].page
        first, last = (texts[0].lines[0], texts[-1].lines[-1]) if texts else (None, None)
        self.to = cues.goes_to_page(texts[-1].text) if texts else None
        self.since = cues.comes_from_page(texts[0].text) if texts else None
        self.breaks_off = last is not None and not (
            cues.ends_sentence(last.text.text) or cues.is_signed(last.text.text)
        )
        flush = first is not None and first.x0 - texts[0].edge < first.size
        self.goes_on = indented and flush and not chain[0].large


def _gain(before: _Ends, after: _Ends) -> float:
    gain = _SENTENCE * (before.breaks_off + after.goes_on)
    if before.to:
        gain += _NOTICE + _PAGE * (_number(before.to[1]) == after.page)
    if after.since:
        gain += _NOTICE + _PAGE * (_number(after.since[1]) == before.page)
    return gain


def _number(page: str) -> int:
    """The number of a page, 0 where it is none that is counted (A12 is the twelfth)."""
    digits = "".join(_NUMERALS.get(char, char) for char in page.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return int(digits) if digits.isdecimal() else 0


def _without_notices(chain: Sequence[Stack]) -> list[Stack]:
    cleared = (stack if stack.large else _cleared(stack) for stack in chain)
    return [stack for stack in cleared if stack.lines]


def _cleared(stack: Stack) -> Stack:
    """The stack without the notices at its ends, which may be broken over lines."""
    since, to = cues.comes_from_page(stack.text), cues.goes_to_page(stack.text)
    first, last = since.end() if since else 0, to.start() if to else len(stack.text)
    lines: list[Placed] = []
    at = 0
    for line in stack.lines:
        length = len(line.text.text)
        part = slice(max(0, first - at), max(0, last - at))
        at += length
        if line.text.text[part]:
            lines.append(replace(line, text=Traced(line.text.text[part], line.text.offsets[part])))
    return replace(stack, lines=tuple(lines))


def _further(chain: list[Stack], head: Stack) -> list[Stack]:
    """A further part of an article, without its headline where that is the first one's or a part of it."""
    if chain and chain[0].large and (chain[0].text in head.text or head.text in chain[0].text):
        return chain[1:]
    return chain
