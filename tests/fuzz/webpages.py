"""Web pages: an article among the rest of a page, in markup that is right, odd or broken."""

from __future__ import annotations

import html
from random import Random

from tests.fuzz.mutations import mutated
from tests.fuzz.press import Press
from tests.fuzz.tables import DATES, HOSTILE
from tests.fuzz.texts import text, written
from tests.fuzz.units import unit
from tests.fuzz.words import WORDS

_HEADS = (
    "<!DOCTYPE html>\n",
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<?xml version="1.0" encoding="GB2312"?><!DOCTYPE html [<!ENTITY a "aaaa">]>\n',
    "<!-- ",
    "\ufeff",
    "",
    "",
)
_FILLERS = (
    "<script>var a = '</p>';</script>",
    "<style>p{content:'<p>'}</style>",
    "<!-- <p>旧</p> -->",
    "<!--",
    "<![CDATA[会议]]>",
    "<p>&#0;&#xD800;&#1114112;&nbsp;&zwj;&unknown;&amp</p>",
    '<img src="x" alt="图为会议"><br><br/><hr>',
    "<table><tr><td>张三<td>李四</table>",
    '<a href="javascript:alert(1)">下一篇</a>',
    "<ruby>张<rt>zhāng</rt></ruby>",
    "<p hidden>看不见</p>",
    "<frameset><frame></frameset>",
    "<textarea><p>",
    "<plaintext>",
    "</p></div></body></html>",
    "<p>来源：云州日报 2025-06-04 08:12</p>",
)


def html_file(chance: Random) -> bytes:
    """A .html file."""
    if chance.random() < 0.04:
        return written(chance, _nested(chance))
    page = (
        chance.choice(_HEADS) + f"<html><head>{_metadata(chance)}</head><body>{_body(chance)}</body></html>"
    )
    if chance.random() < 0.3:
        page = mutated(
            chance, page, chance.choice(("<p>", "</", "<div", ' a="', "<!--", "&#", "<td>", "\x00"))
        )
    return written(chance, page)


def _body(chance: Random) -> str:
    paragraphs = text(chance).split("\n")
    tag = chance.choice(("p", "p", "p", *WORDS["tags"]))
    parts = [f"<{tag}>{_escaped(chance, paragraph)}</{tag}>" for paragraph in paragraphs]
    for _ in range(chance.choice((0, 1, 3))):
        parts.insert(chance.randint(0, len(parts)), chance.choice(_FILLERS))
    parts.insert(0, f"<h1>{_escaped(chance, Press(chance).some('headline'))}</h1>")
    return "<div>" + chance.choice(("", "\n")).join(parts) + "</div>"


def _metadata(chance: Random) -> str:
    values = (*HOSTILE, *DATES, Press(chance).some("topic"), unit(chance))
    parts = [f"<title>{_escaped(chance, Press(chance).some('headline'))}_云州新闻网</title>"]
    for name in (
        "source",
        "author",
        "pubdate",
        "og:title",
        "article:published_time",
        "charset",
        "og:site_name",
    ):
        if chance.random() < 0.3:
            attribute = chance.choice(("name", "property", "itemprop"))
            parts.append(f'<meta {attribute}="{name}" content="{_escaped(chance, chance.choice(values))}">')
    if chance.random() < 0.2:
        parts.append(f'<meta charset="{chance.choice(("utf-8", "gb2312", "utf-16", "none"))}">')
    if chance.random() < 0.1:
        ld = '{"@type": "NewsArticle", "datePublished": "%s", "headline": %s}'
        value = chance.choice(('"会议"', "[]", "{}", "1", "null", "{"))
        parts.append(f'<script type="application/ld+json">{ld % (chance.choice(DATES), value)}</script>')
    return "".join(parts)


def _escaped(chance: Random, content: str) -> str:
    return content if chance.random() < 0.1 else html.escape(content)


def _nested(chance: Random) -> str:
    """Up to 10,000 tags, each in the one before, closed or not."""
    depth = int(10 ** chance.uniform(1, 4))
    tags = chance.choices(WORDS["tags"], k=chance.choice((1, 2, 5)))
    opening = "".join(f"<{tags[n % len(tags)]}>" for n in range(depth))
    closing = "".join(f"</{tags[n % len(tags)]}>" for n in reversed(range(depth)))
    return f"<html><body>{opening}<p>{text(chance)}</p>{chance.choice((closing, ''))}"
