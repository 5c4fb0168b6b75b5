"""How the rules see each verb of a relation: who does it, and whether it is stated as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.text import alternation
from kg.linker.lexicon import RELATION_VERBS
from kg.linker.sentences.agents import acting
from kg.linker.sentences.factuality import nonfactual_cue
from kg.linker.sentences.parsed_article import ParsedArticle

# 调研组, 考察团 are who goes, and no verbs.
_VERB = re.compile(f"{alternation(RELATION_VERBS)}(?![组团队员])")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a relation at [start, end) of the text.

    `subjects` are the keys of those who do it, `carried` over from an earlier clause or standing in its own;
    `nonfactual_cue` is the word that makes it a plan, a demand, a doubt or a denial.
    """

    start: int
    end: int
    subjects: tuple[str, ...]
    carried: bool
    nonfactual_cue: str | None


def find_verbs(article: ParsedArticle) -> Iterator[Verb]:
    """Every verb of a relation, in the order of the text."""
    for sentence, clause in article.clauses():
        code = sentence.code
        for match in _VERB.finditer(code, clause.start, clause.end):
            yield Verb(
                sentence.masked.offset(match.start()),
                sentence.masked.offset(match.end()),
                tuple(mention.ref for _, mention in acting(code, clause, match.start())),
                clause.inherited,
                nonfactual_cue(code, clause.start, match.start(), inherited=clause.inherited),
            )
