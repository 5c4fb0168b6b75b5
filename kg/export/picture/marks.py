"""How an article shows in the picture: its colour, its outline where colours repeat, its number and title."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from kg.language.text import visible
from kg.model.records import Article

# So many colours and outlines has picture.css: the article after the last looks like the first, but for its
# number.
_COLOURS, _OUTLINES = 7, 4


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """The `number`-th article of the `sheet`-th file."""

    sheet: int
    number: int
    article: Article

    @property
    def style(self) -> str:
        """The classes of its colour and its outline."""
        outline, colour = divmod(self.number - 1, _COLOURS)
        return f"c{colour} o{outline % _OUTLINES}"

    @property
    def label(self) -> str:
        """What a pointer that rests on it is told."""
        return shown(f"{self.number} {self.article.title or self.article.id}")

    def entry(self) -> str:
        """Its line in the legend."""
        article = self.article
        published = " · ".join(filter(None, (article.date, article.source)))
        return (
            f'<li><a href="#{self.anchor}"><mark class="{self.style}">{self.number}</mark> '
            f"{shown(article.title or article.id)}</a><small>{shown(published)}</small></li>"
        )

    def stretch(self, text: str, *, headline: bool = False, opens: bool = False, first: bool = False) -> str:
        """Some of its text; one that `opens` shows its number, the first of all is where the legend leads."""
        attributes = f' class="{self.style}{" h" if headline else ""}" title="{self.label}"'
        if opens:
            attributes += f' data-number="{self.number}"'
        if first:
            attributes += f' id="{self.anchor}"'
        return f"<mark{attributes}>{shown(text)}</mark>"

    @property
    def anchor(self) -> str:
        """The name of the place where it begins."""
        return f"a{self.sheet}-{self.number}"


def shown(text: str) -> str:
    """A text as HTML: escaped, without what is not seen or turns the direction of writing."""
    lines = text.replace("\t", "    ").encode("utf-8", "replace").decode().split("\n")
    return escape("\n".join(map(visible, lines)))
