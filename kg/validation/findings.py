"""What is wrong with a written graph: the Turtle is read back and held against its articles and shapes."""

from __future__ import annotations

from pathlib import Path

from kg.artifacts.annotations import read_articles
from kg.artifacts.folder import of_one_build, strangers
from kg.artifacts.graph_file import read_turtle
from kg.artifacts.names import ARTICLES, FILES, REPORT, TURTLE
from kg.graph import KnowledgeGraph
from kg.model import iri
from kg.model.errors import ValidationError
from kg.model.ontology import ontology_dir
from kg.validation.checks import ArticleText, ArticleTexts, check
from kg.validation.finding import Finding
from kg.validation.shapes import Shapes
from kg.validation.triple_index import TripleIndex


def validate(directory: Path) -> list[Finding]:
    """All that is wrong with a build in a folder; nothing for a sound one.

    Raises InputError where the folder holds no build that can be read.
    """
    with of_one_build(directory):
        return [*_strangers(directory), *_faults(directory)]


def _strangers(directory: Path) -> list[Finding]:
    message = f"is not the file that {REPORT} tells of: it was changed, or is of another build"
    return [Finding(str(directory / name), message) for name in strangers(directory, *FILES)]


def _faults(directory: Path) -> list[Finding]:
    path = directory / TURTLE
    try:
        index = TripleIndex(read_turtle(path))
    except SyntaxError as error:
        return [Finding(str(path), f"is not Turtle: {error}")]
    articles = [linked.article for linked in read_articles(directory / ARTICLES, index.base_iri)]
    names = [index.base_iri + iri.key("article", article.id) for article in articles]
    sources = [ArticleText(one.text, one.origin.offsets if one.origin else ()) for one in articles]
    return _findings(index, dict(zip(names, sources, strict=True)))


def disagreements(text: str, graph: KnowledgeGraph) -> list[Finding]:
    """Where the Turtle written from a graph disagrees with its articles or shapes.

    Raises ValidationError for what is not Turtle.
    """
    nodes = graph.network.nodes
    articles = {
        node: ArticleText(nodes[node]["text"], nodes[node]["offsets"] or ())
        for node in graph.of_type("Article")
    }
    try:
        index = TripleIndex(text)
    except SyntaxError as error:
        raise ValidationError(f"the graph was not written as Turtle: {error}") from error
    return _findings(index, articles)


def _findings(index: TripleIndex, articles: ArticleTexts) -> list[Finding]:
    shapes = Shapes((ontology_dir() / "shapes.ttl").read_text("utf-8"))
    return sorted({*check(index, articles), *shapes.check(index)})
