"""The persons of the byline are names, whatever the recogniser says."""

from __future__ import annotations

from spacy.lang.zh import Chinese
from spacy.tokens import Doc

from kg.model.records import Credit, Mention
from kg.ner.rules.credits import kg_credits
from kg.ner.spans import read_names, write_names

TEXT = "记者云飞扬摄于安庆"


def document() -> Doc:
    return Chinese().make_doc(TEXT)


def test_a_credit_takes_the_place_of_what_was_recognised_there() -> None:
    doc = document()
    write_names(doc, [Mention(2, 4, "Place", "model:press"), Mention(7, 9, "Place", "model:press")])
    doc._.kg_credits = [Credit("记者", "云飞扬", 2, 5)]
    assert read_names(kg_credits(doc)) == [
        Mention(2, 5, "Person", "byline"),
        Mention(7, 9, "Place", "model:press"),
    ]


def test_without_credits_nothing_changes() -> None:
    doc = document()
    write_names(doc, [Mention(7, 9, "Place", "model:press")])
    assert read_names(kg_credits(doc)) == [Mention(7, 9, "Place", "model:press")]


def test_credits_are_read_as_they_were_written() -> None:
    doc = document()
    credit = Credit("摄影", "云飞扬", 2, 5)
    doc._.kg_credits = [credit]
    assert doc._.kg_credits == (credit,)
