"""What a document in RDF tells of one resource: the same as its page, understood without any other."""

from __future__ import annotations

import pyoxigraph as ox

from kg.ontology import expand
from kg.serving.description import VALUES, on_page
from kg.serving.lookup import Lookup

_LABEL = expand("rdfs:label")


def triples(lookup: Lookup, node: ox.NamedNode, page: int) -> list[ox.Triple]:
    """The resource, what points to it, the claims of a page with their evidence, and the names of all these.

    Sorted; none where the graph does not know the resource.
    """
    found = set(lookup.about(node))
    if not found:
        return []
    found.update(lookup.pointing_to(node, limit=VALUES))
    for claim in on_page(lookup.claims(node), page):
        found.update(lookup.about(claim))
        for passage, selectors in lookup.passages(claim):
            found.update(lookup.about(passage))
            for selector in selectors:
                found.update(lookup.about(selector))
    label = ox.NamedNode(_LABEL)
    ends = {end for triple in found for end in (triple.subject, triple.object)}
    named = [end for end in ends if isinstance(end, ox.NamedNode)]
    found.update(ox.Triple(one, label, name) for one in named for name in lookup.values(one, "rdfs:label"))
    return sorted(found, key=str)
