"""Every character is a token, so that token indices are offsets in the text."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from kg.ner.characters import CharacterTokenizer, text_of


@pytest.mark.parametrize("text", ["", "王强 说。\n", "😀\u200b\r\t", "乾\u3000A"])
def test_tokens_are_the_characters(text: str) -> None:
    doc = CharacterTokenizer(Vocab())(text)
    assert [token.text for token in doc] == list(text)
    assert text_of(doc) == doc.text == text


def test_a_lone_surrogate_is_replaced_and_moves_nothing() -> None:
    assert text_of(CharacterTokenizer(Vocab())("王\ud800强")) == "王\ufffd强"
