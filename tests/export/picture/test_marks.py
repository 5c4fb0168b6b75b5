"""How an article shows."""

from __future__ import annotations

import re

from kg.export.picture import DrawnFile, to_html
from kg.model.records import Article


def test_colours_repeat_with_another_outline() -> None:
    picture = to_html([DrawnFile("a.jsonl", [Article(str(n), "", "文") for n in range(30)])])
    styles = re.findall(r'<li><a[^>]*><mark class="(c\d o\d)">', picture)
    assert len(set(styles)) == 28
    assert styles[28:] == styles[:2]
