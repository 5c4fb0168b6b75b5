"""Texts of articles and pages, and the bytes that files have them in."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

import kg
from tests.fuzz.mutations import mutated
from tests.fuzz.press import Press
from tests.fuzz.units import repeated
from tests.fuzz.words import WORDS

_SAMPLE = Path(kg.__file__).parent / "data" / "sample" / "page.txt"
_DATA = Path(__file__).parents[1] / "data"


@cache
def articles() -> tuple[str, ...]:
    """The texts of the articles that the tests have."""
    lines = (line for path in sorted(_DATA.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return tuple(json.loads(line)["text"] for line in lines)


@cache
def sample() -> str:
    """The bundled page."""
    return _SAMPLE.read_text("utf-8")


def text(chance: Random) -> str:
    """The text of an article: invented, or one of the tests' spoilt, or something over and over."""
    press = Press(chance)
    drawn = chance.random()
    if drawn < 0.45:
        return press.text()
    if drawn < 0.6:
        return mutated(chance, press.text(), chance.choice(articles()))
    if drawn < 0.8:
        return mutated(chance, chance.choice(articles()), press.text())
    begin, end = (chance.choice(("", "", press.some("sentence"))) for _ in range(2))
    return begin + repeated(chance) + end


def page(chance: Random) -> str:
    """The text layer of a page: invented, or of parts of the bundled one, whole or spoilt."""
    press = Press(chance)
    drawn = chance.random()
    if drawn < 0.4:
        return press.page()
    if drawn < 0.6:
        return mutated(chance, press.page(), sample())
    lines = sample().split("\n")
    start = chance.randrange(len(lines))
    return mutated(chance, "\n".join(lines[start : start + chance.choice((20, 60, 150))]), press.page())


def written(chance: Random, content: str) -> bytes:
    """The bytes of a file: mostly UTF-8, now and then in another encoding or cut within a character."""
    if chance.random() < 0.9:
        return content.encode("utf-8", "surrogatepass")
    encoding = chance.choice(WORDS["encodings"])
    data = content.encode(encoding, chance.choice(("ignore", "replace")))
    if chance.random() < 0.3:
        start = chance.randrange(4)
        data = data[start : len(data) - chance.randrange(4)]
    return data


def text_file(chance: Random) -> bytes:
    """A .txt file: an article or a page, or two of either with a form feed between them."""
    content = chance.choice((text, page))(chance)
    if chance.random() < 0.1:
        content += chance.choice(("\f", "\n\n", "")) + chance.choice((text, page))(chance)
    return written(chance, content)
