"""What of the articles is to blame for what a check finds, so that it can be left out by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.export.rdf.evidence import evidence
from kg.export.rdf.terms import scalar
from kg.graph import GraphClaim, KnowledgeGraph
from kg.graph.parts import Part
from kg.validation.checks import RELATIONS
from kg.validation.finding import Finding

_RELATIONS = frozenset(f"kg:{name}" for name in RELATIONS)
_TIMES = frozenset({"schema:startDate", "schema:endDate", "kg:time"})


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of what the articles say that makes the graph unsound: what it says, and what is found wrong."""

    part: Part
    words: str
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        """What is left out for which reasons."""
        reasons = "; ".join(dict.fromkeys(finding.reason for finding in self.findings))
        return f"{self.words} is unsound and is left out: {reasons}"


def faults(findings: Iterable[Finding], graph: KnowledgeGraph) -> list[Fault]:
    """What is to blame for the findings, in a fixed order; nothing is where the exporter itself erred."""
    by_node: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_node[finding.node].append(finding)
    words_of: dict[Part, str] = {}
    blamed: defaultdict[Part, set[Finding]] = defaultdict(set)
    for part, words, finding in (*_claims(by_node, graph), *_things(by_node, graph)):
        words_of[part] = words
        blamed[part].add(finding)
    return [Fault(part, words_of[part], tuple(sorted(blamed[part]))) for part in sorted(blamed)]


def _claims(
    by_node: Mapping[str, Sequence[Finding]], graph: KnowledgeGraph
) -> Iterator[tuple[Part, str, Finding]]:
    """The claims for which what is wrong was written, and those whose ends do not fit their relation."""
    for claim in graph.claims():
        wrong = [finding for node in _written(claim, graph) for finding in by_node.get(node, ())]
        wrong += (finding for finding in by_node.get(claim.subject, ()) if _is_of(finding, claim))
        ends = graph.name(claim.subject), claim.predicate, graph.name(claim.object)
        words = f"“{' '.join((*ends, *filter(None, (claim.title or claim.role,))))}”" if wrong else ""
        yield from ((Part("claim", claim.iri), words, finding) for finding in wrong)


def _written(claim: GraphClaim, graph: KnowledgeGraph) -> Iterator[str]:
    """The nodes that are in the graph for a claim: itself, its position, its evidence."""
    yield claim.iri
    yield from (position.iri for position in graph.positions([claim]))
    yield from (resource.subject.value for resource in evidence(graph, claim))


def _is_of(finding: Finding, claim: GraphClaim) -> bool:
    """Whether a finding at a claim's subject is about the relation that it states."""
    return f"kg:{claim.predicate}" in finding.properties and finding.value in (
        "",
        claim.subject,
        claim.object,
    )


def _things(
    by_node: Mapping[str, Sequence[Finding]], graph: KnowledgeGraph
) -> Iterator[tuple[Part, str, Finding]]:
    """The articles and entities at fault; of an entity, the time, code or alias alone where it is that."""
    for node in by_node.keys() & graph.network.nodes:
        known = graph.network.nodes[node]
        name = f"“{known['name']}”"
        for finding in by_node[node]:
            about = frozenset(finding.properties)
            if about & _RELATIONS:
                continue
            if known["type"] == "Article":
                yield Part("article", node), "the article", finding
            elif about and about <= _TIMES:
                yield Part("time", node), f"the time “{known['time']}” of {name}", finding
            elif about == {"kg:code"}:
                words = " ".join(filter(None, ("the code", known["code"], "of", name)))
                yield Part("code", node), words, finding
            elif about == {"skos:altLabel"}:
                for alias in known["aliases"]:
                    if scalar(alias) == finding.value:
                        yield Part("alias", node, alias), f"the name “{alias}” of {name}", finding
            else:
                yield Part("entity", node), name, finding
