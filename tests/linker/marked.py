"""Cases as lines with their names marked: {P张三} person, {O…} organisation, {L…} place, {T…} title."""

from __future__ import annotations

import re

from kg.linker import link
from kg.model.records import Article, LinkedArticle, Mention, MentionType

_TYPES: dict[str, MentionType] = {"P": "Person", "O": "Organisation", "L": "Place", "T": "Title"}
_MARK = re.compile(r"\{([POLT])([^{}]+)\}")


def read(marked: str, headline: str = "") -> tuple[Article, list[Mention]]:
    """The article and the mentions of a marked text; `headline` is marked in the same way."""
    source = f"{headline}\n{marked}" if headline else marked
    text, mentions, cursor = "", [], 0
    for match in _MARK.finditer(source):
        text += source[cursor : match.start()]
        mentions.append(Mention(len(text), len(text) + len(match[2]), _TYPES[match[1]], "marked"))
        text += match[2]
        cursor = match.end()
    text += source[cursor:]
    title = _MARK.sub(r"\2", headline)
    return Article("case", title, text), mentions


def linked(marked: str, headline: str = "") -> LinkedArticle:
    """The marked text, linked."""
    return link(*read(marked, headline))


def facts(marked: str, headline: str = "") -> set[str]:
    """The claims of a marked text as `subject predicate object title`."""
    found = linked(marked, headline)
    names = {entity.id: entity.name for entity in found.entities}
    return {
        " ".join(filter(None, (names[c.subject], c.predicate, names[c.object], c.title)))
        for c in found.claims
    }


def names(marked: str, headline: str = "") -> list[str]:
    """The canonical name of each marked mention that is no event, in text order."""
    found = linked(marked, headline)
    entities = {entity.id: entity for entity in found.entities}
    return [entities[m.entity].name for m in found.mentions if entities[m.entity].type != "Event"]
