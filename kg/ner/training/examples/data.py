"""Examples as arrays, and batches of sentences of equal length."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from kg.ner.recognisers.features import NO_PAIR, WIDTH, Features
from kg.ner.recognisers.lac import LacModel
from kg.ner.training.examples.corpora import Example
from kg.ner.training.examples.tags import Span, spell

Tags = npt.NDArray[np.int64]

# The scheme of LAC's words.
WORDS = "words"

# Sentences shorter than the first are filled up to a multiple of the second.
_STEPS = ((24, 4), (64, 8), (math.inf, 16))


@dataclass(frozen=True)
class Item:
    """One sentence: its features and the tag ids of each scheme it is annotated in."""

    characters: npt.NDArray[np.int16]
    pairs: npt.NDArray[np.int32]
    listed: npt.NDArray[np.uint8]
    tags: dict[str, Tags]


@dataclass(frozen=True)
class Batch:
    """Sentences of equal length: [batch, length] and [batch, length, width]."""

    characters: Tensor
    pairs: Tensor
    listed: Tensor
    tags: dict[str, Tensor]


@dataclass(frozen=True)
class Noise:
    """The shares of characters, pairs and listed words that are hidden from the network while it learns."""

    characters: float
    pairs: float
    listed: float

    def hide(self, batch: Batch, unknown: int) -> Batch:
        """The batch with some of its features hidden; `unknown` is the id of an unknown character."""
        lost = torch.rand(batch.characters.shape) < self.characters
        unpaired = lost | (torch.rand(batch.pairs.shape) < self.pairs)
        listed = torch.rand(batch.pairs.shape) >= self.listed
        return Batch(
            batch.characters.masked_fill(lost, unknown),
            batch.pairs.masked_fill(unpaired, NO_PAIR),
            batch.listed * listed[:, :, None],
            batch.tags,
        )


def spelled(length: int, spans: Iterable[Span], tags: Sequence[str]) -> Tags:
    """The id of each character's tag."""
    return np.array([tags.index(tag) for tag in spell(length, spans)])


def items(
    examples: Sequence[Example], features: Features, tag_sets: Mapping[str, Sequence[str]]
) -> list[Item]:
    """The examples as arrays; LAC tags their words."""
    made = []
    for example, words in zip(examples, LacModel().tag([e.text for e in examples]), strict=True):
        encoded = features.encode(example.text)
        tags = {
            scheme: spelled(len(example.text), spans, tag_sets[scheme])
            for scheme, spans in example.spans.items()
        }
        made.append(
            Item(
                encoded.characters.astype(np.int16),
                encoded.pairs.astype(np.int32),
                np.packbits(encoded.words, axis=1),
                tags | {WORDS: words},
            )
        )
    return made


def fill(item: Item, unknown: int, outside: Mapping[str, int]) -> Item:
    """The item made longer, by what is outside of every name, so that more items are of equal length.

    `unknown` is the id of an unknown character, `outside` that of O in each scheme.
    """
    length = len(item.characters)
    more = -length % next(step for limit, step in _STEPS if length < limit)

    def longer(table: npt.NDArray[Any], value: int) -> npt.NDArray[Any]:
        return np.concatenate([table, np.full((more, *table.shape[1:]), value, dtype=table.dtype)])

    return Item(
        longer(item.characters, unknown),
        longer(item.pairs, NO_PAIR),
        longer(item.listed, 0),
        {scheme: longer(tags, outside[scheme]) for scheme, tags in item.tags.items()},
    )


def stack(members: Sequence[Item]) -> Batch:
    """Items of equal length and with tags of the same schemes as a batch."""
    listed = np.unpackbits(np.stack([m.listed for m in members]), axis=2, count=WIDTH)
    return Batch(
        torch.from_numpy(np.stack([m.characters for m in members]).astype(np.int64)),
        torch.from_numpy(np.stack([m.pairs for m in members]).astype(np.int64)),
        torch.from_numpy(listed).float(),
        {scheme: torch.from_numpy(np.stack([m.tags[scheme] for m in members])) for scheme in members[0].tags},
    )


def batches(data: Sequence[Item], characters: int, seed: int) -> Iterator[Batch]:
    """All items once, in batches of about that many characters, in random order."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    groups: defaultdict[tuple[int, tuple[str, ...]], list[Item]] = defaultdict(list)
    for item in data:
        groups[len(item.characters), tuple(item.tags)].append(item)
    plan = []
    for (length, _), members in sorted(groups.items()):
        chance.shuffle(members)
        size = max(1, min(128, characters // length))
        plan += [members[i : i + size] for i in range(0, len(members), size)]
    chance.shuffle(plan)
    for members in plan:
        yield stack(members)
