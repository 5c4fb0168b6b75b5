"""Blocks to articles: where each article begins."""

from __future__ import annotations

from collections.abc import Sequence

from kg.reading import cues
from kg.reading.reflow import Block
from kg.reading.words import Rarity, pairs


def starts(blocks: Sequence[Block]) -> list[int]:
    """The indices of the paragraphs with which the articles of a page begin."""
    bodies = [index for index, block in enumerate(blocks) if not block.heading]
    if not bodies:
        return []
    words = [pairs(block.text.text) for block in blocks]
    rarity = Rarity(words)
    votes = _votes(blocks, bodies, words, rarity)
    return [
        body
        for number, body in enumerate(bodies)
        if number == 0 or score(blocks, bodies, number, words, rarity, votes) > THRESHOLD
    ]


THRESHOLD = 3.0


def score(
    blocks: Sequence[Block],
    bodies: Sequence[int],
    number: int,
    words: Sequence[frozenset[str]],
    rarity: Rarity,
    votes: dict[int, float],
) -> float:
    """How much speaks for an article beginning with paragraph `number` of the page."""
    index, before = bodies[number], bodies[number - 1]
    text = blocks[index].text.text
    left = frozenset().union(*(words[i] for i in bodies[max(0, number - 3) : number]))
    right = frozenset().union(*(words[i] for i in bodies[number + 1 : number + 3]))
    here = words[index]
    total = 0.0
    if cues.is_lead(text):
        total += 6
    elif cues.is_date_line(text):
        total += 4
    elif cues.is_dated(text):
        total += 2.5
    elif cues.is_purpose(text):
        total += 1.5
    elif cues.goes_on(text):
        total -= 3
    if cues.is_credit(text):
        total -= 8
    if cues.is_signed(blocks[before].text.text):
        total += 3.5
    if index - before > 1:
        total += 2.5
    total += 4 * votes.get(index, 0.0)
    total += 6 * (rarity.likeness(here, right) - rarity.likeness(here, left))
    return total


def _votes(
    blocks: Sequence[Block], bodies: Sequence[int], words: Sequence[frozenset[str]], rarity: Rarity
) -> dict[int, float]:
    """For each paragraph, how well the headline fits that fits no earlier paragraph as well."""
    votes: dict[int, float] = {}
    for index, block in enumerate(blocks):
        if not block.heading or not (whole := rarity.weight(words[index])):
            continue
        shares = {body: rarity.weight(words[index] & words[body]) / whole for body in bodies}
        best = max(shares.values())
        first = next(body for body in bodies if shares[body] >= 0.75 * best)
        votes[first] = max(votes.get(first, 0.0), shares[first])
    return votes
