"""XML by construction: whatever a name holds, it stays a value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr  # writes and parses nothing

from kg.export.interchange.property_graph import Value

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, attributes: Mapping[str, str], *content: str) -> str:
    """An element; `content` is XML."""
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def text(value: str) -> str:
    """Text as XML; a carriage return would be read as a line feed."""
    return escape(value, {"\r": "&#13;"})


def plain(value: Value) -> str:
    """A value as text; several are a JSON array."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)
