"""Spans as tags of characters."""

from __future__ import annotations

from kg.ner.training.examples.tags import spell, tag_set


def test_tags_spell_spans() -> None:
    assert spell(6, [(0, 3, "ORG"), (4, 5, "LOC")]) == ["B-ORG", "I-ORG", "E-ORG", "O", "S-LOC", "O"]


def test_a_scheme_has_four_tags_a_label_and_one_outside() -> None:
    assert tag_set(["LOC"]) == ["O", "B-LOC", "I-LOC", "E-LOC", "S-LOC"]
