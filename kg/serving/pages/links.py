"""How a page names what it speaks of, and where the page of that is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox

from kg.language.text import visible
from kg.model.ontology import TERMS, compact, expand
from kg.serving.pages.lookup import Lookup, Value

# What stays as it is in an address: all that `kg.model.iri` leaves, the percent signs that it makes, and
# fragments.
_IN_ADDRESS = "/%#!$&'()*+,;=:@~"


@dataclass(frozen=True, slots=True)
class Link:
    """A value as a page shows it; `address` is that of its own page where it has one, `type` its class."""

    name: str
    address: str | None = None
    type: str = ""


class Links:
    """The links of one page: what it names again and again is looked up once."""

    def __init__(self, lookup: Lookup) -> None:
        """Links to the resources of a graph."""
        self._lookup = lookup
        self._known: dict[Value, Link] = {}

    def to(self, value: Value) -> Link:
        """A value as a page shows it: a resource by its name, or else by its IRI made short."""
        if not isinstance(value, ox.NamedNode):
            return Link(visible(value.value if isinstance(value, ox.Literal) else str(value)))
        if value not in self._known:
            # Known by its key while its name is made: a claim may be one end of itself.
            self._known[value] = Link(visible(value.value))
            self._known[value] = self._make(value)
        return self._known[value]

    def address(self, node: ox.NamedNode) -> str | None:
        """Where the page of a resource is, if it is one of the graph."""
        if not node.value.startswith(self._lookup.base_iri):
            return None
        return "/doc/" + quote(node.value.removeprefix(self._lookup.base_iri), safe=_IN_ADDRESS)

    def _make(self, node: ox.NamedNode) -> Link:
        address = self.address(node)
        if address is None:
            term = TERMS.get(node.value.removeprefix(expand("kg:")))
            return Link(f"{term.zh} {term.en}" if term else visible(compact(node.value) or node.value))
        properties = self._lookup.properties(node, "rdfs:label", "rdf:type", "schema:name")
        type_ = next((term.name for term in properties.classes()), "")
        name = properties.text("rdfs:label") or properties.text("schema:name")
        if not name and type_ == "Claim":
            name = self._sentence(node)
        return Link(name or visible(node.value.removeprefix(self._lookup.base_iri)), address, type_)

    def _sentence(self, claim: ox.NamedNode) -> str:
        """What a claim says, as its name."""
        parts = ("rdf:subject", "rdf:predicate", "rdf:object")
        properties = self._lookup.properties(claim, *parts)
        return " ".join(self.to(node).name for part in parts for node in properties.nodes(part))
