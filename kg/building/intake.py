"""What a batch takes in: the articles of all its inputs, each id once, and an account of all else."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from kg import reading
from kg.artifacts.names import FILES
from kg.artifacts.report import InputFile
from kg.language.text import legible
from kg.model import iri
from kg.model.records import Article, Problem
from kg.reading import UNKNOWN, Publication, ReadResult
from kg.reading.formats.files import walk_files

_LOG = logging.getLogger(__name__)

# Of one file so many problems and so many notes are told, and of the others how many there are.
MOST_TOLD = 20


@dataclass
class Intake:
    """The inputs of a batch; `sources`, `problems` and `notes` are complete when all articles are taken.

    What an earlier build wrote to the folder `output` is no input, unless it is named as one. `publication`
    says when and where the articles appeared that do not say it themselves.
    """

    inputs: Sequence[Path]
    output: Path | None = None
    publication: Publication = UNKNOWN
    sources: list[InputFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    _contents: dict[str, bytes] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)

    def articles(self) -> Iterator[Article]:
        """Every article of every input, file by file; nothing is raised for a file that cannot be read."""
        for result in self.results():
            yield from result.articles

    def results(self) -> Iterator[ReadResult]:
        """What each file gave, less the articles that are not taken."""
        for entry in self.inputs:
            paths = [path for path in walk_files(entry) if not self._is_built(path, entry)]
            yield from map(self._taken, reading.read_inputs(paths, self.publication))
            if not paths:
                self.problems.append(
                    Problem(legible(str(entry)), "holds no file: give pages, articles or folders of them")
                )

    def path_of(self, article_id: str) -> str:
        """The file that an article was taken from; KeyError for an id that was not taken."""
        return self._paths[article_id]

    def _is_built(self, path: Path, entry: Path) -> bool:
        """Whether a file of the folder `entry` is of an earlier build.

        A folder for builds that lies in `entry` holds nothing else; `entry` itself may be both.
        """
        if self.output is None:
            return False
        output, folder = self.output.resolve(), entry.resolve()
        if folder == output:
            return path.parent == entry and path.name in FILES
        return folder in output.parents and output in path.resolve().parents

    def _taken(self, result: ReadResult) -> ReadResult:
        """The new articles of one file; the rest is put down."""
        path = result.path
        problems, notes = len(self.problems), len(self.notes)
        self.problems += result.problems
        if not result.articles and not result.problems:
            self.problems.append(Problem(str(path), "holds no article: give a page or an article"))
        named = self._named_apart(path, result.articles)
        articles = tuple(article for article in named if self._admit(path, article))
        if result.articles:
            self.sources.append(InputFile(str(path), sha256(result.data).hexdigest(), len(articles)))
        _LOG.info("%s: %d articles, %d problems", path, len(articles), len(self.problems) - problems)
        _shorten(self.problems, problems)
        _shorten(self.notes, notes)
        return replace(result, articles=articles)

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
        if self._clashes(article):
            message = f"article id {article.id!r} already stands for another text; give each its own"
            self.problems.append(Problem(str(path), message))
            return False
        key = _key(article)
        if key in self._contents:
            self.notes.append(
                Problem(str(path), f"article {article.id!r} was read before; this copy is left out")
            )
            return False
        self._contents[key] = _content(article)
        self._paths[article.id] = str(path)
        return True

    def _clashes(self, article: Article) -> bool:
        return self._contents.get(_key(article), _content(article)) != _content(article)


def _shorten(problems: list[Problem], start: int) -> None:
    """Cut the problems of one file, from `start` on, to so many that the rest of a report is still seen."""
    more = len(problems) - start - MOST_TOLD
    if more > 0:
        problems[start + MOST_TOLD :] = [Problem(problems[-1].path, f"and {more} more of this file")]


def _prefixed(articles: Sequence[Article], prefix: str) -> Sequence[Article]:
    return [replace(article, id=prefix + article.id) for article in articles]


def _key(article: Article) -> str:
    """What tells two articles apart in the graph: there `a b` and `a_b` are one id."""
    return iri.key("article", article.id)


def _content(article: Article) -> bytes:
    """What tells two texts apart, without keeping them."""
    return sha256(repr((article.title, article.text)).encode("utf-8", "surrogatepass")).digest()
