"""Names that a text gives in brackets behind the full one: 江北铁路集团有限公司（以下简称“江铁集团”）."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.model.records import Mention

# What may stand between a name and its other one: （, (以下简称“, （原, （又译.
_OPENING = re.compile(r"\s?[（(](?:[^（()），。；、]{0,5}[称为译名原]：?)?[“\"「]?")
_CLOSING = re.compile(r"[”\"」]?\s?[）)，]")


def in_brackets(text: str, mentions: Sequence[Mention], names: Mapping[Mention, str]) -> dict[str, str]:
    """A name in brackets behind another is the same: 江铁集团 is 江北铁路集团有限公司."""
    renamed: dict[str, str] = {}
    for first, second in pairwise(mention for mention in mentions if mention in names):
        between = _OPENING.fullmatch(text, first.end, second.start)
        full, other = names[first], names[second]
        # What stands for another itself gives no name.
        if between and _CLOSING.match(text, second.end) and full != other and full not in renamed:
            renamed.setdefault(other, full)
    return renamed
