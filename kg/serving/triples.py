"""What a document in RDF tells of one resource: the same as its page, understood without any other."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.ontology import expand
from kg.serving.description import VALUES, on_page
from kg.serving.lookup import Lookup

_LABEL = ox.NamedNode(expand("rdfs:label"))


@dataclass(frozen=True, slots=True)
class Document:
    """One page in RDF, sorted; `claims` counts those of all pages."""

    triples: tuple[ox.Triple, ...]
    claims: int


def document(lookup: Lookup, node: ox.NamedNode, page: int) -> Document | None:
    """The resource, what points to it, the claims of a page with their evidence, and the names of all these.

    None where the graph does not know the resource.
    """
    found = set(lookup.about(node))
    if not found:
        return None
    claims = lookup.claims(node)
    found.update(lookup.pointing_to(node, limit=VALUES))
    for claim in on_page(claims, page):
        found.update(lookup.about(claim))
        for passage in lookup.facts(claim).nodes("oa:hasTarget"):
            found.update(lookup.about(passage))
            for selector in lookup.facts(passage).nodes("oa:hasSelector"):
                found.update(lookup.about(selector))
    for end in {end for triple in found for end in (triple.subject, triple.object)}:
        if isinstance(end, ox.NamedNode):
            labels = lookup.facts(end, "rdfs:label").values
            found.update(ox.Triple(end, _LABEL, label) for label in labels.get(_LABEL.value, ()))
    return Document(tuple(sorted(found, key=str)), len(claims))
