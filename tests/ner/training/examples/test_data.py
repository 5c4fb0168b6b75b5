"""Examples as arrays, and batches of them."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="needs the extra train")

from kg.ner.recognisers.features import NO_PAIR, build
from kg.ner.training.examples.corpora import Example
from kg.ner.training.examples.data import WORDS, Noise, batches, items
from kg.ner.training.examples.tags import tag_set

TAGS = {"press": tag_set(["Person"])}
SENTENCES = ("王强到了", "李文来了", "王强来")


def data() -> list:
    features = build({c: i for i, c in enumerate("王强到李文来了")}, ["王强"], {}, "王李")
    return items([Example(text, {"press": [(0, 2, "Person")]}) for text in SENTENCES], features, TAGS)


def test_a_sentence_has_the_tags_of_its_spans_and_of_its_words() -> None:
    first = data()[0]
    assert [TAGS["press"][tag] for tag in first.tags["press"]] == ["B-Person", "E-Person", "O", "O"]
    assert len(first.tags[WORDS]) == len(SENTENCES[0])


def test_a_batch_holds_sentences_of_one_length() -> None:
    shapes = sorted(tuple(batch.characters.shape) for batch in batches(data(), 3000, 1))
    assert shapes == [(1, 3), (2, 4)]


def test_noise_hides_features_and_keeps_tags() -> None:
    batch = next(iter(batches(data(), 3000, 1)))
    hidden = Noise(1.0, 1.0, 1.0).hide(batch, unknown=9)
    assert hidden.characters.eq(9).all()
    assert hidden.pairs.eq(NO_PAIR).all()
    assert hidden.listed.eq(0).all()
    assert hidden.tags is batch.tags
