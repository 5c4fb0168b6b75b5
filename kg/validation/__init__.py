"""Whether a written graph is sound: the Turtle is read back and held against its articles and its shapes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg import iri
from kg.errors import ValidationError
from kg.export import ARTICLES, TURTLE, turtle
from kg.export.articles import read_articles
from kg.graph import KnowledgeGraph
from kg.ontology import ontology_dir
from kg.validation.checks import check
from kg.validation.facts import Facts
from kg.validation.finding import Finding
from kg.validation.shapes import Shapes

__all__ = ["Finding", "require_sound", "validate"]


def validate(directory: Path) -> list[Finding]:
    """All that is wrong with a build in a folder; nothing for a sound one.

    Raises InputError where the folder holds no build that can be read.
    """
    path = directory / TURTLE
    try:
        facts = Facts(turtle.read_file(path))
    except SyntaxError as error:
        return [Finding(str(path), f"is not Turtle: {error}")]
    articles = read_articles(directory / ARTICLES, facts.base_iri)
    texts = {facts.base_iri + iri.key("article", one.article.id): one.article.text for one in articles}
    return _findings(facts, texts)


def require_sound(text: str, graph: KnowledgeGraph) -> None:
    """Raise ValidationError where the Turtle written from a graph disagrees with its articles or shapes."""
    texts = {node: graph.network.nodes[node]["text"] for node in graph.of_type("Article")}
    if findings := _findings(Facts(text), texts):
        shown = "\n".join(map(str, findings[:10]))
        raise ValidationError(f"the graph is unsound, {len(findings)} findings:\n{shown}")


def _findings(facts: Facts, texts: Mapping[str, str]) -> list[Finding]:
    shapes = Shapes((ontology_dir() / "shapes.ttl").read_text("utf-8"))
    return sorted({*check(facts, texts), *shapes.check(facts)})
