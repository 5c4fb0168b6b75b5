"""Short names that an article introduces itself: 红光信息科技有限公司（以下简称“红信”）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model.records import Mention

_INTRODUCED = re.compile(
    '[（(](?P<said>(?:以下|下)?(?:简称|统称|称)为?[：:]?)?[“"「]?(?P<alias>[^“”"「」（）()，。；：\n]{2,12})[”"」]?[）)]'
)


def introduced_names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Each short name that stands in brackets behind the full one, with that.

    Where the text does not say that it is one, its characters must be of the full name, in their order.
    """
    aliases: dict[str, str] = {}
    for mention in mentions:
        if mention.type not in ("Organisation", "Place"):
            continue
        match = _INTRODUCED.match(text, mention.end)
        full = text[mention.start : mention.end]
        if match and (match["said"] or _abbreviates(match["alias"], full)):
            aliases.setdefault(match["alias"], full)
    return aliases


def _abbreviates(short: str, full: str) -> bool:
    """Whether a name has some of the characters of a longer one, in their order."""
    rest = iter(full)
    return len(short) < len(full) and all(character in rest for character in short)
