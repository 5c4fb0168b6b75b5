"""The picture of ARCHITECTURE.md: the parts of `kg` and who imports whom, from the code itself."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import networkx as nx

KG = Path(__file__).parents[1] / "kg"
# Every part may import these: they are drawn as the ground that the others stand on.
BASE = ("model", "language")

# Pixels.
WIDTH, BOX_WIDTH, BOX_HEIGHT = 980, 200, 70
ROW, MARGIN = 112, 24
LINES, CHARACTERS_IN_LINE = 3, 33

STYLE = (
    "text{font:11px sans-serif;fill:#334155}.name{font-weight:bold;font-size:14px;fill:#0f172a}"
    "rect{fill:#eff6ff;stroke:#3b82f6;rx:6}.base{fill:#f1f5f9;stroke:#64748b}"
    "path{stroke:#94a3b8;fill:none;marker-end:url(#head)}"
)
HEAD = (
    '<marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0L8 4L0 8z" style="fill:#94a3b8;stroke:none;marker-end:none"/></marker>'
)


def parts() -> dict[str, str]:
    """Each part of the package, and the first sentence that its docstring says of it."""
    found = {}
    for init in sorted(KG.glob("*/__init__.py")):
        docstring = ast.get_docstring(ast.parse(init.read_text("utf-8"))) or ""
        if docstring:
            found[init.parent.name] = " ".join(docstring.split("\n\n")[0].split()).split(". ")[0].rstrip(".")
    return found


def imports(part: str) -> Iterator[str]:
    """The parts that the modules of a part import, itself among them, for types too."""
    for path in sorted((KG / part).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            yield from (name.split(".")[1] for name in names if name.startswith("kg."))


def import_graph() -> nx.DiGraph[str]:
    """An edge from each part to every part that it imports; the base is left out."""
    known = set(parts())
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(known - set(BASE))
    for part in known - set(BASE):
        graph.add_edges_from((part, other) for other in set(imports(part)) & known - {part, *BASE})
    return graph


def picture() -> str:
    """The parts as SVG: an arrow leads to each part that is imported, if no longer way leads there."""
    graph = import_graph()
    arrows = nx.transitive_reduction(graph)
    places: dict[str, tuple[float, float]] = {}
    y = MARGIN
    for row in nx.topological_generations(graph):
        for column, part in enumerate(sorted(row, key=lambda part: (_middle(arrows, places, part), part))):
            places[part] = (WIDTH * (2 * column + 1) / (2 * len(row)), y)
        y += ROW
    drawn = [_arrow(places[a], places[b]) for a, b in sorted(arrows.edges)]
    said = parts()
    drawn += [_box(x, y, part, said[part]) for part, (x, y) in sorted(places.items())]
    for column, part in enumerate(BASE):
        drawn.append(_box(WIDTH * (2 * column + 1) / 4, y, part, said[part], base=True))
    size = f'viewBox="0 0 {WIDTH} {y + BOX_HEIGHT + MARGIN}"'
    body = "\n".join(drawn)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n<style>{STYLE}</style>{HEAD}\n{body}\n</svg>\n'


def _middle(arrows: nx.DiGraph[str], places: Mapping[str, tuple[float, float]], part: str) -> float:
    """Where the parts above it stand on average, so that few arrows cross."""
    above = [places[other][0] for other in arrows.predecessors(part)]
    return sum(above) / len(above) if above else 0


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x, y), (to_x, to_y) = (start[0], start[1] + BOX_HEIGHT), end
    middle = (y + to_y) / 2
    return f'<path d="M{x:.0f} {y:.0f}C{x:.0f} {middle:.0f} {to_x:.0f} {middle:.0f} {to_x:.0f} {to_y:.0f}"/>'


def _box(x: float, y: float, name: str, said: str, *, base: bool = False) -> str:
    width = WIDTH / 2 - 2 * MARGIN if base else BOX_WIDTH
    lines = textwrap.wrap(
        said, 2 * CHARACTERS_IN_LINE if base else CHARACTERS_IN_LINE, max_lines=LINES, placeholder=" …"
    )
    words = "".join(_text(x, y + 35 + 13 * line, words) for line, words in enumerate(lines))
    kind = ' class="base"' if base else ""
    rect = f'<rect{kind} x="{x - width / 2:.0f}" y="{y:.0f}" width="{width:.0f}" height="{BOX_HEIGHT}"/>'
    return rect + _text(x, y + 18, name, "name") + words


def _text(x: float, y: float, words: str, kind: str = "said") -> str:
    return f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(words)}</text>'
