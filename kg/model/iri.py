"""Keys and IRIs: readable, stable, and legal by RFC 3987 whatever the name holds."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

BASE_IRI = "https://w3id.org/press-kg/id/"

# ASCII characters that stand unescaped in one path segment of an IRI.
_SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*+,;=:@")


def _is_ucschar(char: str) -> bool:
    """RFC 3987 `ucschar`, less invisible formatting (bidirectional marks, joiners)."""
    code = ord(char)
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}:
        return False
    above = code >= 0x10000 and not 0xE0000 <= code <= 0xE0FFF
    return 0xA0 <= code <= 0xD7FF or 0xF900 <= code <= 0xFDCF or 0xFDF0 <= code <= 0xFFEF or above


def segment(name: str) -> str:
    """One path segment from any name: NFC, white space as `_`, the rest percent-encoded where needed."""
    folded = "_".join(unicodedata.normalize("NFC", name).split()) or ("_" if name else "")
    encoded = "".join(
        c if c in _SAFE or _is_ucschar(c) else quote(c.encode("utf-8", "replace"), safe="") for c in folded
    )
    # A segment of dots alone would be resolved away as a relative path.
    return encoded.replace(".", "%2E") if encoded.strip(".") == "" else encoded


def key(*parts: str) -> str:
    """A key below the base IRI: `key("event", "page-01", "座谈会")` is `event/page-01/座谈会`."""
    return "/".join(segment(part) for part in parts)
