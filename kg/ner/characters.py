"""A tokeniser that makes every character a token, so that token indices are offsets in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

_SURROGATE = re.compile("[\ud800-\udfff]")

# The texts of living documents: spaCy puts `doc.text` together from the tokens each time it is asked.
_TEXTS: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def text_of(doc: Doc) -> str:
    """`doc.text`, put together once for each document."""
    text = _TEXTS.get(doc)
    if text is None:
        text = _TEXTS[doc] = doc.text
    return text


class CharacterTokenizer:
    """`doc[i]` is character i of the text; white space and newlines are tokens like the others."""

    def __init__(self, vocab: Vocab) -> None:
        """Tokens share the vocabulary of their pipeline."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A Doc as long as the text; a lone surrogate, which spaCy cannot hold, stands as U+FFFD."""
        text = _SURROGATE.sub("\ufffd", text)
        doc = Doc(self.vocab, words=list(text), spaces=[False] * len(text))
        _TEXTS[doc] = text
        return doc

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to save: the tokeniser has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: object) -> CharacterTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, _path: object, **_kwargs: object) -> None:
        """Nothing to save."""

    def from_disk(self, _path: object, **_kwargs: object) -> CharacterTokenizer:
        """Nothing to load."""
        return self


def create_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """The tokeniser for a spaCy config: `[nlp.tokenizer] @tokenizers = "kg.characters.v1"`."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


registry.tokenizers("kg.characters.v1", func=create_tokenizer)
