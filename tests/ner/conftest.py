from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg import ner
from kg.model.records import Article, Mention

from .drawing import draw


@pytest.fixture(scope="session")
def nlp() -> Language:
    return ner.load()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], list[Mention]]:
    """The mentions of a text."""
    return lambda text: list(next(ner.mentions(nlp, [Article("test", "", text)])))


@pytest.fixture(scope="session")
def drawn(read: Callable[[str], list[Mention]]) -> Callable[[str], str]:
    """The drawing of a text's persons, organisations and places."""
    return lambda text: draw(text, [m for m in read(text) if m.type != "Title"])
