"""Sentences of a corpus, cut as they are at run time."""

from __future__ import annotations

import json
from pathlib import Path

from kg.ner.recognisers.windows import pieces
from kg.ner.training.examples.corpora import read_corpus, split


def test_sentences_have_their_spans(tmp_path: Path) -> None:
    path = tmp_path / "msra.train.jsonl"
    path.write_text(json.dumps({"text": "王强来了", "spans": [[0, 2, "PER"]]}, ensure_ascii=False), "utf-8")
    assert list(read_corpus(path)) == [("王强来了", [(0, 2, "PER")])]


def test_a_long_text_is_cut_and_spans_move() -> None:
    text = "春天来了。王强到安庆市。" * 30
    at = text.rindex("王强")
    cut = list(split(text, [(at, at + 2, "PER")]))
    assert [piece for piece, _ in cut] == [text[start:end] for start, end in pieces(text)]
    (piece, ((start, end, _),)) = next(one for one in cut if one[1])
    assert piece[start:end] == "王强"


def test_a_piece_that_cuts_a_name_is_left_out() -> None:
    text = "春天来了。" * 100
    edge = next(iter(pieces(text)))[1]
    assert len(list(split(text, [(edge - 1, edge + 1, "LOC")]))) == len(list(pieces(text))) - 2
