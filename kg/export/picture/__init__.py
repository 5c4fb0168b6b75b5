"""A picture of what was read: each file's page with every article in a colour of its own, as one HTML file.

A text layer is shown line by line as the file has it, printed and scanned pages with each line in its place;
what is grey belongs to no article. The file asks nothing of the network and holds no script: texts are
escaped, and its Content-Security-Policy allows no style but the one beside this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from kg.export.html import source_hash
from kg.export.picture.marks import ArticleMark, shown
from kg.export.picture.placed import canvases
from kg.export.picture.raw import text_layer
from kg.model.records import Article, Aside, Problem


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """One file: its articles, what of it could not be read, and its text where it is a text layer.

    `aside` is what stands on printed pages beside the articles.
    """

    path: str
    articles: Sequence[Article]
    problems: Sequence[Problem] = ()
    raw: str = ""
    aside: Sequence[Aside] = ()


def to_html(sheets: Sequence[DrawnFile]) -> str:
    """The picture of all files, one below the other."""
    style = _asset("picture.css")
    return Template(_asset("picture.html")).substitute(
        policy=f"default-src 'none'; style-src {source_hash(style)}; base-uri 'none'; form-action 'none'",
        style=style,
        sheets="\n".join(_section(number, sheet) for number, sheet in enumerate(sheets, 1)),
    )


def _section(number: int, sheet: DrawnFile) -> str:
    marks = [ArticleMark(number, place, article) for place, article in enumerate(sheet.articles, 1)]
    problems = "".join(f"<p class=problem>{shown(problem.message)}</p>" for problem in sheet.problems)
    legend = "".join(mark.entry() for mark in marks)
    if any(article.origin and article.origin.boxes for article in sheet.articles):
        page = canvases(marks, sheet.aside)
    elif sheet.raw and all(article.origin for article in sheet.articles):
        page = text_layer(marks, sheet.raw)
    else:
        texts = "\n\n".join(mark.stretch(mark.article.text, first=True) for mark in marks)
        page = f'<pre class="w48">{texts}</pre>'
    return (
        f"<section><h1>{shown(sheet.path)}</h1>{problems}<div class=sheet><ol>{legend}</ol>"
        f"<div class=page>{page}</div></div></section>"
    )


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
