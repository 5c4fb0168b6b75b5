"""The interactive view: one HTML file that asks nothing of the network.

pyvis brings vis-network, which draws; the page around it is our own, for pyvis's template loads
files from elsewhere even when told to embed them, and runs what stands in a name. Here every name
is data: JSON blocks, from which the page's script builds text nodes, under a
Content-Security-Policy that allows no script and no style but those written below.

The page's script is in `page/`: ES modules, which `kg.export.html.script` joins into one; `main.js` tells
their order.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from kg.export.html.drawing import drawing
from kg.export.html.facts import facts
from kg.export.html.script import harmless, joined
from kg.export.html.texts import texts

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

_VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"

# Characters that could end a data block or, as lone surrogates, cannot be written in UTF-8.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def to_html(graph: KnowledgeGraph) -> str:
    """The graph as one HTML page, for the network off and any current browser."""
    data = facts(graph)
    engine = harmless(files("pyvis").joinpath(_VIS_NETWORK).read_text(encoding="utf-8"))
    style = _asset("page.css")
    script = harmless(joined(files(__package__).joinpath("page"), "main.js"))
    policy = (
        f"default-src 'none'; script-src {source_hash(engine)} {source_hash(script)}; "
        f"style-src {source_hash(style)}; img-src data: blob:; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template(_asset("page.html")).substitute(
        policy=policy,
        style=style,
        data=_json(data | {"picture": drawing(data)}),
        texts="\n".join(map(_json, texts(graph))),
        engine=engine,
        script=script,
    )


def _asset(name: str) -> str:
    return files(__package__).joinpath("page", name).read_text(encoding="utf-8")


def source_hash(source: str) -> str:
    """The policy's word for exactly this script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _json(data: Any) -> str:
    """JSON that is harmless inside a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
