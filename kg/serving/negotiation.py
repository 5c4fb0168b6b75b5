"""Which of the formats that the server has a client prefers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HTML = ("text/html", "application/xhtml+xml")

# What is written for a table or a yes or no, and for a graph; the first is for those who have no preference.
# Each with the short name by which an address can ask for it, and other names of the media type.
RESULTS = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
GRAPHS = {
    "turtle": ("text/turtle", "application/x-turtle"),
    "ntriples": ("application/n-triples", "text/plain"),
    "rdfxml": ("application/rdf+xml", "application/xml", "text/xml"),
    "jsonld": ("application/ld+json", "application/json"),
}


def preferred(accept: str | None, offered: Mapping[str, Sequence[str]]) -> str | None:
    """The short name of the format that a client likes best, the first of those that it likes as much.

    None where it takes none of them; without the header, all are welcome (RFC 9110, 12.5.1).
    """
    if not accept or not accept.strip():
        return next(iter(offered))
    wishes = _wishes(accept)
    liking = {name: _liking(wishes, *types) for name, types in offered.items()}
    best = max(liking, key=lambda name: liking[name])
    return best if liking[best] > 0 else None


def _wishes(accept: str) -> dict[str, float]:
    """Media ranges with their weights; a range that cannot be read weighs nothing."""
    wishes: dict[str, float] = {}
    for part in accept.split(","):
        range_, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            wishes[range_] = min(max(float(weight), 0.0), 1.0)
        except ValueError:
            wishes[range_] = 0.0
    return wishes


def _liking(wishes: Mapping[str, float], media_type: str, *others: str) -> float:
    """How much a format is liked; by another name of its media type only where the client gives that name."""
    return max(_quality(wishes, media_type), *(wishes.get(other, 0.0) for other in others), 0.0)


def _quality(wishes: Mapping[str, float], media_type: str) -> float:
    """The weight of the most specific range that a media type falls in."""
    ranges = (media_type, media_type.split("/")[0] + "/*", "*/*")
    return next((wishes[range_] for range_ in ranges if range_ in wishes), 0.0)
