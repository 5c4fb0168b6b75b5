"""What follows from a graph by the axioms of the ontology: the rules of OWL 2 RL that are of use to queries.

An event has its schema:organizer and schema:attendee, a body is a member's org:memberOf, a village lies in
the county of its town, and who was met has met the other. What follows is in no claim: that is how it is told
from what an article says.
"""

from __future__ import annotations

import pyoxigraph as ox

from kg.model.ontology import PREFIXES, ontology_dir

_ONTOLOGY = ox.NamedNode("https://w3id.org/press-kg/ontology")

# The rules by their names in the standard (https://www.w3.org/TR/owl2-profiles/, tables 5 and 7): what is
# said of a property or class in the ontology, what a graph holds, and what follows. Domains and ranges give
# nothing new, as data carry all their classes.
RULES = {
    "prp-symp": ("?p a owl:SymmetricProperty", "?x ?p ?y", "?y ?p ?x"),
    "prp-trp": ("?p a owl:TransitiveProperty", "?x ?p ?y . ?y ?p ?z", "?x ?p ?z"),
    "prp-spo1": ("?p rdfs:subPropertyOf ?q", "?x ?p ?y", "?x ?q ?y"),
    "prp-inv1": ("?p owl:inverseOf ?q", "?x ?p ?y", "?y ?q ?x"),
    "prp-inv2": ("?q owl:inverseOf ?p", "?x ?p ?y", "?y ?q ?x"),
    "cax-sco": ("?c rdfs:subClassOf ?d", "?x a ?c", "?x a ?d"),
}


def add_inferences(store: ox.Store) -> None:
    """Add all that follows to the default graph of a store."""
    store.load(path=str(ontology_dir() / "kg.ttl"), format=ox.RdfFormat.TURTLE, to_graph=_ONTOLOGY)
    known = -1
    while known < len(store):
        known = len(store)
        for axiom, premise, conclusion in RULES.values():
            store.update(
                f"INSERT {{ {conclusion} }} WHERE {{ GRAPH {_ONTOLOGY} {{ {axiom} }} {premise} }}",
                prefixes=PREFIXES,
            )
    store.remove_graph(_ONTOLOGY)
