"""The drawn network: vis-network nodes, edges and options, made through pyvis.

    nodes    as pyvis gives them; `id` is the entity's number, `layer` 0 or 1
    edges    as pyvis gives them; `claims` are the numbers of the claims that the edge stands for,
             `words` what it says, `label` as much of it as the edge has room for
    options  of vis-network

Layer 0 is the picture on opening: the entities that stand in a relation. Layer 1 lies
below it: each article with who wrote it and what it only mentions. Colours are the page's:
they change with the reader's light or dark theme.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.export.html.facts import Json
from kg.export.html.layout import COMPONENT_GAP, GAP, Point, Size, layout, rows

# A shape for each type, so that colour is never the only sign.
SHAPES = {
    "Person": "dot",
    "Organisation": "square",
    "Place": "triangle",
    "Event": "diamond",
    "Article": "star",
}

# Names on the canvas: full-width characters to a line, lines, and the height of a line in font sizes.
LINE_WIDTH = 8
LINES = 2
LINE_HEIGHT = 1.25
EDGE_FONT = 12

# Radii of nodes without a neighbour and at most; the room between the two layers.
RADIUS = 6.0
MOST_RADIUS = 26.0
LAYER_GAP = 3 * COMPONENT_GAP
# What no line begins with.
CLOSING = frozenset("”’」』》）】、，。：；！？·")

OPTIONS: Json = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "chosen": False},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "arrowStrikethrough": False,
        "chosen": False,
        "font": {"size": EDGE_FONT},
        "smooth": False,
        "scaling": {"label": {"drawThreshold": 7}},
    },
}

BEND: Json = {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.18}}

Bundles = dict[tuple[int, int], list[int]]
Points = dict[int, Point]


@dataclass(frozen=True, slots=True)
class _Mark:
    """How large a node and its name are drawn; the name stands below the node's shape."""

    label: str
    font: int
    radius: float

    @property
    def label_height(self) -> float:
        return self.font * LINE_HEIGHT * (self.label.count("\n") + 1)

    @property
    def box(self) -> Size:
        width = max(map(_em, self.label.split("\n"))) * self.font
        return max(width, 2 * self.radius), 2 * self.radius + self.label_height


def drawing(facts: Json) -> Json:
    """Nodes, edges and options for the facts (see `kg.export.html.facts`)."""
    entities = facts["entities"]
    bundles = _bundles(facts["claims"])
    linked = sorted({end for pair in bundles if not _is_article(entities[pair[0]]) for end in pair})
    homes = _homes(entities, bundles, set(linked))
    marks = _marks(entities, bundles)
    points = _positions(marks, bundles, linked, homes)
    network = _network()
    _add_nodes(network, entities, marks, points, set(linked))
    _add_claims(network, facts, bundles, marks, points)
    _add_mentions(network, homes, bundles)
    nodes, edges, *_, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _add_nodes(
    network: Any, entities: Sequence[Json], marks: Sequence[_Mark], points: Points, linked: set[int]
) -> None:
    for number, (entity, mark) in enumerate(zip(entities, marks, strict=True)):
        x, y = points[number]
        network.add_node(
            number,
            label=mark.label,
            shape=SHAPES[entity["type"]],
            group=entity["type"],
            layer=0 if number in linked else 1,
            size=mark.radius,
            font={"size": mark.font},
            x=round(x),
            y=round(y - mark.label_height / 2),
        )


def _add_claims(network: Any, facts: Json, bundles: Bundles, marks: Sequence[_Mark], points: Points) -> None:
    """An edge for each bundle; two of them between the same nodes, one each way, bend apart."""
    for (subject, object_), claims in bundles.items():
        words = _words(claims, facts)
        room = math.dist(points[subject], points[object_]) - marks[subject].radius - marks[object_].radius
        network.add_edge(
            subject,
            object_,
            label=_cut(words, room / EDGE_FONT - 2),
            words=words,
            claims=claims,
            **(BEND if (object_, subject) in bundles else {}),
        )


def _add_mentions(network: Any, homes: dict[int, list[int]], bundles: Bundles) -> None:
    """A dotted edge from an article to each entity beside it that it only mentions."""
    for article, members in homes.items():
        for member in members:
            if (article, member) not in bundles:
                network.add_edge(article, member, claims=[], dashes=[2, 4], arrows="")


def _network() -> Any:
    """An empty pyvis network. Imported here: pyvis brings IPython, which is slow to load."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.set_options(json.dumps(OPTIONS))
    return network


def _is_article(entity: Json) -> bool:
    return bool(entity["type"] == "Article")


def _bundles(claims: Sequence[Json]) -> Bundles:
    """(subject, object) → the claims that one edge between them stands for."""
    bundles: Bundles = defaultdict(list)
    for number, claim in enumerate(claims):
        bundles[claim["subject"], claim["object"]].append(number)
    return dict(bundles)


def _words(claims: Sequence[int], facts: Json) -> str:
    """What an edge says: each relation once, a post or a byline by its title or role."""
    words = []
    for claim in (facts["claims"][number] for number in claims):
        relation = facts["terms"][claim["predicate"]]["zh"]
        post = claim.get("title") if claim["predicate"] == "holdsPosition" else None
        words.append(post or claim.get("role") or relation)
    return "、".join(dict.fromkeys(words))


def _homes(entities: Sequence[Json], bundles: Bundles, linked: set[int]) -> dict[int, list[int]]:
    """Article → the entities of layer 1 set beside it: its authors, then what it mentions first."""
    homes: dict[int, list[int]] = {number: [] for number, one in enumerate(entities) if _is_article(one)}
    placed = set(linked)
    written = [pair for pair in bundles if _is_article(entities[pair[0]])]
    mentioned = [(article, entity) for article in homes for entity in entities[article]["entities"]]
    for article, entity in written + mentioned:
        if entity not in placed:
            placed.add(entity)
            homes[article].append(entity)
    return homes


def _marks(entities: Sequence[Json], bundles: Bundles) -> list[_Mark]:
    """Marks that grow with the number of neighbours; those of an article are what it mentions."""
    neighbours = [set(entity.get("entities", ())) for entity in entities]
    for subject, object_ in bundles:
        neighbours[subject].add(object_)
        neighbours[object_].add(subject)
    weights = [math.sqrt(len(others)) for others in neighbours]
    return [
        _Mark(
            _label(entity["name"]),
            font=min(13 + round(weight), 20),
            radius=round(min(RADIUS + 2.5 * weight, MOST_RADIUS), 1),
        )
        for entity, weight in zip(entities, weights, strict=True)
    ]


def _em(text: str) -> float:
    """About how wide a text is, in font sizes."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in text)


def _cut(text: str, width: float) -> str:
    """The text, or as much of it as the width holds: never less than two characters."""
    if _em(text) <= max(width, 2):
        return text
    kept = text[:2]
    while _em(kept + text[len(kept)] + "…") <= width:
        kept += text[len(kept)]
    return kept + "…"


def _label(name: str) -> str:
    """The name in lines of about one length, cut where it is too long for them."""
    chars = " ".join(name.split()) or "（无名）"
    total = _em(chars)
    width = min(total / math.ceil(total / LINE_WIDTH), LINE_WIDTH)
    lines = [""]
    for char in chars:
        if _em(lines[-1]) >= width and char not in CLOSING:
            if len(lines) == LINES:
                return "\n".join([*lines[:-1], lines[-1][:-1] + "…"])
            lines.append("")
        lines[-1] += char
    return "\n".join(lines)


def _positions(
    marks: Sequence[_Mark], bundles: Bundles, linked: Sequence[int], homes: dict[int, list[int]]
) -> Points:
    """Centre of each node with its name: the linked entities above, the blocks of the articles below.

    An entity that no article mentions is a block of its own.
    """
    place = {number: index for index, number in enumerate(linked)}
    edges = [(place[a], place[b]) for a, b in bundles if a in place and b in place]
    points = dict(zip(linked, layout([marks[number].box for number in linked], edges), strict=True))
    left, _, right, bottom = _frame(marks, points)
    blocks = [_block(marks, article, members) for article, members in homes.items()]
    placed = set(points).union(*blocks)
    blocks += [{number: (0.0, 0.0)} for number in range(len(marks)) if number not in placed]
    frames = [_frame(marks, block) for block in blocks]
    sizes = [(right - left, bottom - top) for left, top, right, bottom in frames]
    centres = rows(sizes, COMPONENT_GAP, right - left)
    for block, frame, (x, y) in zip(blocks, frames, centres, strict=True):
        dx, dy = left + x - (frame[0] + frame[2]) / 2, bottom + LAYER_GAP + y - (frame[1] + frame[3]) / 2
        points |= {number: (px + dx, py + dy) for number, (px, py) in block.items()}
    return points


def _block(marks: Sequence[_Mark], article: int, members: Sequence[int]) -> Points:
    """An article above the rows of its members."""
    centres = rows([marks[number].box for number in members], 2 * GAP)
    points = dict(zip(members, centres, strict=True))
    left, top, right, _ = _frame(marks, points)
    return {article: ((left + right) / 2, top - marks[article].box[1] / 2 - 3 * GAP), **points}


def _frame(marks: Sequence[_Mark], points: Points) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the nodes with their names; all 0 where there are none."""
    boxes = [(*point, *marks[number].box) for number, point in points.items()] or [(0.0, 0.0, 0.0, 0.0)]
    return (
        min(x - width / 2 for x, _, width, _ in boxes),
        min(y - height / 2 for _, y, _, height in boxes),
        max(x + width / 2 for x, _, width, _ in boxes),
        max(y + height / 2 for _, y, _, height in boxes),
    )
