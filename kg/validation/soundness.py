"""The graph of what is sound in articles: what is not costs itself alone, and is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.graph import KnowledgeGraph
from kg.graph.fitting import misfits
from kg.graph.parts import Part, parts
from kg.graph.pruning import without
from kg.model.errors import ValidationError
from kg.model.records import LinkedArticle
from kg.validation.faults import Fault, faults
from kg.validation.finding import Finding
from kg.validation.findings import disagreements

# How the Turtle of a graph is written.
Write = Callable[[KnowledgeGraph], str]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something unsound: the id of the first article that says it, and in words what it is and why."""

    article: str
    message: str


@dataclass(frozen=True, slots=True)
class Sound:
    """Articles without what is unsound in them, their graph and its Turtle, and what was left out."""

    articles: Sequence[LinkedArticle]
    graph: KnowledgeGraph
    turtle: str
    left_out: Sequence[LeftOut]


def sound(articles: Sequence[LinkedArticle], base_iri: str, write: Write) -> Sound:
    """The sound part of articles.

    First goes what no graph can hold, then all that is to blame where the graph of the rest is unsound.
    Raises ValidationError where even without that it is: then the fault is not the articles'.
    """
    fitting, unfit = _fitting(articles, base_iri)
    graph = KnowledgeGraph.from_articles(fitting, base_iri)
    turtle = write(graph)
    reasons = {fault.part: str(fault) for fault in _find_faults(turtle, graph)}
    if not reasons:
        return Sound(fitting, graph, turtle, unfit)
    rest = list(without(fitting, reasons.keys(), base_iri))
    graph = KnowledgeGraph.from_articles(rest, base_iri)
    turtle = write(graph)
    require_sound(turtle, graph)
    return Sound(rest, graph, turtle, [*unfit, *_left_out(reasons, fitting, base_iri)])


def require_sound(turtle: str, graph: KnowledgeGraph) -> None:
    """Raise ValidationError where the Turtle written from a graph disagrees with its articles or shapes."""
    _refuse(disagreements(turtle, graph))


def _refuse(findings: Sequence[Finding]) -> None:
    if findings:
        shown = "\n".join(map(str, findings[:10]))
        raise ValidationError(f"the graph is unsound, {len(findings)} findings:\n{shown}")


def _find_faults(turtle: str, graph: KnowledgeGraph) -> list[Fault]:
    """What makes the Turtle unsound. Raises ValidationError where no part of the articles can be to blame."""
    findings = disagreements(turtle, graph)
    at_fault = faults(findings, graph)
    blamed = {finding for fault in at_fault for finding in fault.findings}
    _refuse([finding for finding in findings if finding not in blamed])
    return at_fault


def _fitting(
    articles: Sequence[LinkedArticle], base_iri: str
) -> tuple[Sequence[LinkedArticle], list[LeftOut]]:
    """The articles without what no graph can hold."""
    reasons = {
        unfit: f"{message}: that is left out"
        for linked in articles
        for unfit, message in misfits(linked, base_iri)
    }
    left_out = _left_out(reasons, articles, base_iri)
    return (list(without(articles, reasons.keys(), base_iri)) if reasons else articles), left_out


def _left_out(reasons: Mapping[Part, str], articles: Sequence[LinkedArticle], base_iri: str) -> list[LeftOut]:
    """Each part that is left out, with the article that says it or the first of those that do."""
    articles_of: defaultdict[Part, list[str]] = defaultdict(list)
    for linked in articles if reasons else ():
        for part in {*parts(linked, base_iri)} & reasons.keys():
            articles_of[part].append(linked.article.id)
    return [
        LeftOut(first, f"article {first!r}{f' and {len(more)} more' if more else ''}: {reasons[part]}")
        for part, (first, *more) in sorted(articles_of.items())
    ]
