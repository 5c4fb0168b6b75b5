"""Cases as lines with their names marked: {P张三} person, {O…} organisation, {L…} place, {T…} title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.linker import link, link_with_workings
from kg.linker.claims import RelationRule
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.model.records import Article, LinkedArticle, Mention, MentionType

_TYPES: dict[str, MentionType] = {"P": "Person", "O": "Organisation", "L": "Place", "T": "Title"}
_MARK = re.compile(r"\{([POLT])([^{}]+)\}")


def read_marked(marked: str, headline: str = "") -> tuple[Article, list[Mention]]:
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
    return link(*read_marked(marked, headline))


def parsed(marked: str) -> ParsedArticle:
    """The marked text as the relation rules see it."""
    return link_with_workings(*read_marked(marked)).parsed


def facts(marked: str, headline: str = "") -> set[str]:
    """The claims of a marked text as `subject predicate object title`."""
    article = linked(marked, headline)
    names = {entity.id: entity.name for entity in article.entities}
    return {
        " ".join(filter(None, (names[c.subject], c.predicate, names[c.object], c.title)))
        for c in article.claims
    }


def relations(marked: str, headline: str = "") -> set[str]:
    """The claims of a marked text but positions, in the same way."""
    return {fact for fact in facts(marked, headline) if " holdsPosition " not in fact}


def ways_without_case(rules: Iterable[RelationRule], cases: Iterable[tuple[str, object]]) -> set[str]:
    """The names of the ways of stating a relation that no case shows: rules that nobody can check."""
    shown = {claim.rule for line, _ in cases for claim in linked(line).claims}
    return {way.name for rule in rules for way in rule.ways} - shown


def names(marked: str, headline: str = "") -> list[str]:
    """The canonical name of each marked mention that is no event, in text order."""
    article = linked(marked, headline)
    entities = {entity.id: entity for entity in article.entities}
    return [entities[m.entity].name for m in article.mentions if entities[m.entity].type != "Event"]
