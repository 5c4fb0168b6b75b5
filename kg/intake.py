"""What a batch takes in: the articles of all its inputs, each id once, and an account of all else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from kg import reading
from kg.export import FILES
from kg.export.report import Source, file_digest
from kg.records import Article, Problem

# In characters of its text. A whole page of a newspaper has a tenth of it, and an article takes time in the
# square of its length: a longer one is no article, and would hold up all the others.
LONGEST_ARTICLE = 100_000


@dataclass
class Intake:
    """The inputs of a batch; `sources`, `problems` and `notes` are complete when all articles are taken.

    What an earlier build wrote to the folder `output` is no input, unless it is named as one.
    """

    inputs: Sequence[Path]
    output: Path
    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    _contents: dict[str, bytes] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)

    def articles(self) -> Iterator[Article]:
        """Every article of every input, file by file; nothing is raised for a file that cannot be read."""
        for given in self.inputs:
            files = 0
            for result in reading.read([given]):
                if not self._is_built(result.path, given):
                    files += 1
                    yield from self._taken(result)
            if not files:
                self.problems.append(
                    Problem(str(given), "holds no file: give pages, articles or folders of them")
                )

    def path_of(self, article_id: str) -> str:
        """The file that an article was taken from; KeyError for an id that was not taken."""
        return self._paths[article_id]

    def _is_built(self, path: Path, given: Path) -> bool:
        """Whether a file of the folder `given` is of an earlier build.

        A folder for builds that lies in `given` holds nothing else; `given` itself may be both.
        """
        output, folder = self.output.resolve(), given.resolve()
        if folder == output:
            return path.parent == given and path.name in FILES
        return folder in output.parents and output in path.resolve().parents

    def _taken(self, result: reading.ReadResult) -> list[Article]:
        """The new articles of one file; the rest is put down."""
        path = result.path
        self.problems += result.problems
        if not result.articles and not result.problems:
            self.problems.append(Problem(str(path), "holds no article: give a page or an article"))
        named = self._named_apart(path, result.articles)
        articles = [article for article in named if self._admit(path, article)]
        if result.articles:
            self.sources.append(Source(str(path), file_digest(path), len(articles)))
        return articles

    def _named_apart(self, path: Path, articles: Sequence[Article]) -> Sequence[Article]:
        """The articles under ids of their own, where an earlier file of the same name took theirs.

        As many folders are put before them as it takes; ids that are not made of the file's name stay.
        """
        made = re.compile(re.escape(path.stem) + r"(-\d+)?")
        folders = [part for part in path.parent.parts if part not in (path.anchor, "..")]
        prefix = ""
        if all(made.fullmatch(article.id) for article in articles):
            while folders and any(map(self._clashes, _prefixed(articles, prefix))):
                prefix = f"{folders.pop()}-{prefix}"
        if prefix:
            self.notes.append(
                Problem(str(path), f"a file of this name was read before: ids begin with {prefix!r}")
            )
        return _prefixed(articles, prefix)

    def _admit(self, path: Path, article: Article) -> bool:
        """Whether the article is new, and is one; if not, why it is left out is put down."""
        if len(article.text) > LONGEST_ARTICLE:
            message = f"article {article.id!r} is longer than {LONGEST_ARTICLE} characters: give its parts"
            self.problems.append(Problem(str(path), message))
            return False
        if self._clashes(article):
            message = f"article id {article.id!r} already stands for another text; give each its own"
            self.problems.append(Problem(str(path), message))
            return False
        if article.id in self._contents:
            self.notes.append(
                Problem(str(path), f"article {article.id!r} was read before; this copy is left out")
            )
            return False
        self._contents[article.id] = _content(article)
        self._paths[article.id] = str(path)
        return True

    def _clashes(self, article: Article) -> bool:
        return self._contents.get(article.id, _content(article)) != _content(article)


def _prefixed(articles: Sequence[Article], prefix: str) -> Sequence[Article]:
    return [replace(article, id=prefix + article.id) for article in articles]


def _content(article: Article) -> bytes:
    """What tells two texts apart, without keeping them."""
    return sha256(repr((article.title, article.text)).encode("utf-8", "surrogatepass")).digest()
