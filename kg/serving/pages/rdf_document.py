"""What a document in RDF says of one resource: the same as its page, understood without any other."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.ontology import expand
from kg.serving.pages.description import VALUES, on_page
from kg.serving.pages.lookup import Lookup

_LABEL = ox.NamedNode(expand("rdfs:label"))


@dataclass(frozen=True, slots=True)
class Document:
    """One page in RDF, sorted; `claims` counts those of all pages."""

    triples: tuple[ox.Triple, ...]
    claims: int


def rdf_document(lookup: Lookup, node: ox.NamedNode, page: int) -> Document | None:
    """The resource, what points to it, the claims of a page with their evidence, and the names of all these.

    None where the graph does not know the resource.
    """
    triples = set(lookup.about(node))
    if not triples:
        return None
    claims = lookup.claims(node)
    triples.update(lookup.pointing_to(node, limit=VALUES))
    for claim in on_page(claims, page):
        triples.update(lookup.about(claim))
        for passage in lookup.properties(claim).nodes("oa:hasTarget"):
            triples.update(lookup.about(passage))
            for selector in lookup.properties(passage).nodes("oa:hasSelector"):
                triples.update(lookup.about(selector))
    for end in {end for triple in triples for end in (triple.subject, triple.object)}:
        if isinstance(end, ox.NamedNode):
            labels = lookup.properties(end, "rdfs:label").values
            triples.update(ox.Triple(end, _LABEL, label) for label in labels.get(_LABEL.value, ()))
    return Document(tuple(sorted(triples, key=str)), len(claims))
