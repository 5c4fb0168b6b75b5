"""From what a rule reads to claims: statements with their evidence, and the rules that make claims of them.

A rule of a relation is a function from an article to statements. A decorator says once of which relation they
are: `@states("attended")`. How sure they are stands in `confidence.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.linker.rule import Rule, name_of, summary_of
from kg.linker.sentences.masking import MaskedMention, MaskedSentence
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.model.records import Claim, Predicate

_PUNCTUATION = "，。；：、！？\n "


class StatedRelation(NamedTuple):
    """That one entity stands in a relation to another, as the text [start, end) says; both ends are keys.

    `title` is what the relation is about, where it has such a thing: a post, an award, a gift, a paper.
    """

    subject: str
    object: str
    start: int
    end: int
    title: str | None

    def claim(self, predicate: Predicate, rule: Rule) -> Claim:
        """What is stated, as a claim by a rule."""
        return Claim(
            self.subject,
            predicate,
            self.object,
            self.start,
            self.end,
            rule.confidence,
            rule.name,
            self.title,
        )


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A function that reads one relation, under the names of the ways in which it may be stated."""

    predicate: Predicate
    ways: tuple[Rule, ...]
    relations_in: Callable[[ParsedArticle], Iterable[tuple[Rule, StatedRelation]]]

    def claims(self, article: ParsedArticle) -> Iterator[Claim]:
        """The claims of an article, in the order in which they are read."""
        return (statement.claim(self.predicate, way) for way, statement in self.relations_in(article))


def states(
    predicate: Predicate,
) -> Callable[[Callable[[ParsedArticle], Iterable[StatedRelation]]], RelationRule]:
    """Make a rule of a function, which gives the rule its name and its summary."""

    def rule_of(function: Callable[[ParsedArticle], Iterable[StatedRelation]]) -> RelationRule:
        way = Rule(name_of(function), summary_of(function))
        return RelationRule(
            predicate, (way,), lambda article: ((way, stated) for stated in function(article))
        )

    return rule_of


def states_in_ways(
    predicate: Predicate, ways: Sequence[Rule]
) -> Callable[[Callable[[ParsedArticle], Iterable[tuple[Rule, StatedRelation]]]], RelationRule]:
    """Make a rule of a function that reads several ways of stating a relation, and tells which it was."""
    return lambda function: RelationRule(predicate, tuple(ways), function)


def statement(
    masked: MaskedSentence,
    subject: MaskedMention,
    target: MaskedMention,
    span: tuple[int, int],
    title: str | None = None,
) -> StatedRelation:
    """A statement whose evidence is code[span] of a sentence, without the punctuation around it."""
    code = masked.code
    start, end = span
    while end > start and code[end - 1] in _PUNCTUATION:
        end -= 1
    while start < end and code[start] in _PUNCTUATION:
        start += 1
    return StatedRelation(subject.ref, target.ref, masked.offset(start), masked.offset(end), title)


def statements(
    masked: MaskedSentence,
    subjects: Sequence[MaskedMention],
    targets: Sequence[MaskedMention],
    span: tuple[int, int],
    title: str | None = None,
) -> Iterator[StatedRelation]:
    """A statement of each subject with each target that is not one of the subjects.

    What is given, signed or conferred without a word, as “ ”, makes none.
    """
    own = {subject.ref for subject in subjects}
    for subject in subjects if title != "" else ():
        for target in targets:
            if target.ref not in own:
                yield statement(masked, subject, target, span, title)
