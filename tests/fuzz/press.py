"""Press articles and pages by the grammar of `grammar.toml`: nonsense in the words and forms of the press."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.words import WORDS
from tests.reading.typeset import Piece, Style, typeset

_SLOT = re.compile(r"\{(\w+)\}")
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕春梅云飞鹏辉若岚一十千万方"
# A bracket or quotation mark: where one is missing or too many, nothing closes where it should.
_PAIRED = re.compile("[“”‘’「」『』《》〈〉（）()【】〔〕［］]")


@cache
def _grammar() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("grammar.toml").read_text("utf-8"))


class Press:
    """Invents articles; the same chances invent the same ones."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._made: dict[str, Callable[[], str]] = {
            "person": self.person,
            "roster": self.roster,
            "posts": self.posts,
            "n": lambda: str(int(10 ** chance.uniform(0, 5))),
            "d": lambda: str(chance.randint(0, 13)),
            "dd": lambda: f"{chance.randint(0, 33):02}",
            "year": lambda: str(chance.randint(1895, 2105)),
        }

    def some(self, name: str) -> str:
        """What is made under a name, or a line of the grammar with its slots filled."""
        if name in self._made:
            return self._made[name]()
        return _SLOT.sub(lambda slot: self.some(slot[1]), self._chance.choice(_grammar()[name]))

    def article(self) -> tuple[str, str]:
        """A headline, and a body of one to six paragraphs; now and then a bracket is missing or too many."""
        paragraphs = [self.some("paragraph") for _ in range(self._chance.choice((1, 1, 1, 2, 2, 3, 6)))]
        if self._chance.random() < 0.2:
            paragraphs.insert(self._chance.randint(0, len(paragraphs)), self.some("caption"))
        body = "\n".join(paragraphs)
        body = self.some("opening") + self.some("dateline") + body + self.some("ending")
        return self.some("headline"), self._unbalanced(body) if self._chance.random() < 0.2 else body

    def text(self) -> str:
        """An article with its headline on the first line."""
        return "\n".join(self.article())

    def page(self) -> str:
        """The text layer of a page of one to four articles, in columns of any width."""
        style = Style(
            width=self._chance.randint(6, 30),
            indent=self._chance.choice(("", " ", "\u3000\u3000", "    ")),
            blank=self._chance.choice(("all", "none", "paragraphs")),
            headlines=self._chance.choice(("before", "after", "end")),
            folio=self._chance.choice(
                ("", f"{self.some('date')} 星期{self.some('d')}\n第{self.some('d')}版 要闻")
            ),
        )
        return typeset([Piece(*self.article()) for _ in range(self._chance.randint(1, 4))], style)

    def person(self) -> str:
        """A name of any form."""
        if self._chance.random() < 0.06:
            return self._chance.choice(WORDS["foreign"])
        given = "".join(self._chance.choices(_GIVEN, k=self._chance.choice((1, 2, 2, 2, 3))))
        return self._chance.choice(WORDS["surnames"]) + given

    def roster(self) -> str:
        """A list of 20 to 60 names, or of fewer."""
        return self._joined(self.person, self._chance.choice((3, 5, 20, 40, 60)))

    def posts(self) -> str:
        """A list of people, each with a body and a post."""
        return self._joined(
            lambda: self.some("body") + self.some("title") + self.person(), self._chance.choice((1, 2, 3, 12))
        )

    def _joined(self, make: Callable[[], str], count: int) -> str:
        separator = self._chance.choice(WORDS["separators"])
        other = self._chance.choice(WORDS["separators"]) if self._chance.random() < 0.3 else separator
        names = [make() for _ in range(count)]
        return separator.join(names[:-1]) + (other if count > 1 else "") + names[-1]

    def _unbalanced(self, text: str) -> str:
        marks = list(_PAIRED.finditer(text))
        if not marks:
            return self._chance.choice("“《（【") + text
        mark = self._chance.choice(marks)
        return text[: mark.start()] + self._chance.choice(("", mark[0] * 2)) + text[mark.end() :]
