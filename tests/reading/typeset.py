"""A typesetter for the tests: our own articles as the text layer of a newspaper page."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Literal

_CLOSING = frozenset("，。、；：？！”’）》】」』…")
_OPENING = frozenset("“‘（《【「『")


@dataclass(frozen=True)
class Piece:
    """One article to be set."""

    title: str
    body: str


@dataclass(frozen=True)
class Style:
    """How a page is set; `blank` says between which lines blank ones stand."""

    width: int = 16
    indent: str = ""
    blank: Literal["all", "none", "paragraphs"] = "all"
    headlines: Literal["before", "after", "end"] = "before"
    folio: str = ""


def pieces() -> list[Piece]:
    """The articles of the bundled page and of the open development set, all invented by us."""
    sample = (resources.files("kg") / "data" / "sample" / "gold.jsonl").read_text(encoding="utf-8")
    press = (Path(__file__).parents[1] / "data" / "press.jsonl").read_text(encoding="utf-8")
    texts = [json.loads(line)["text"] for line in (sample + press).splitlines()]
    return [Piece(*text.split("\n", 1)) for text in texts]


def typeset(articles: list[Piece], style: Style) -> str:
    """The text layer of a page with the articles, one below the other."""
    parts: list[list[str]] = [[line] for line in style.folio.splitlines()]
    end: list[list[str]] = []
    for article in articles:
        body = [wrap(paragraph, style) for paragraph in article.body.split("\n")]
        headline = article.title.split(" ", 1) if article.title.count(" ") == 1 else [article.title]
        if style.headlines == "before":
            parts += [headline, *body]
        elif style.headlines == "after":
            parts += [*body, headline]
        else:
            parts += body
            end.append(headline)
    parts += reversed(end)
    if style.blank == "paragraphs":
        return "\n\n".join("\n".join(part) for part in parts)
    return ("\n\n" if style.blank == "all" else "\n").join(line for part in parts for line in part)


def wrap(paragraph: str, style: Style) -> list[str]:
    """The lines of a paragraph: one closing mark may hang over the edge, an opening one never ends a line."""
    lines: list[str] = []
    line, width = style.indent, cells(style.indent)
    for char in paragraph:
        if width + cells(char) > style.width and not (char in _CLOSING and width <= style.width):
            carried = line[-1] if line[-1] in _OPENING else ""
            lines.append(line.removesuffix(carried))
            line, width = carried, cells(carried)
        line += char
        width += cells(char)
    return [*lines, line]


def cells(text: str) -> float:
    """Full-width characters count one, others half."""
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def without_space(text: str) -> str:
    return "".join(text.split())
