"""What the relation rules see of an article: its sentences in clauses, and the events named so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.linker.sentences.clauses import Clause, Sentence
from kg.linker.sentences.factuality import is_nonfactual, is_not_done
from kg.linker.sentences.masking import EVENT, MaskedMention, MaskedSentence
from kg.linker.sentences.rows import whole
from kg.model.records import Claim, Entity

ClauseMatch = tuple[Sentence, Clause, re.Match[str]]

# 传达A在大会上的讲话精神: the meeting is not the one that is reported.
_SPEECH_THERE = re.compile("上?(?:发表|作出?)?的(?:重要)?(?:讲话|指示|报告|致辞|演讲)")


@dataclass(slots=True)
class ParsedArticle:
    """One article ready for the relation rules.

    In `sentences` a person is one symbol together with the posts around the name; in `names`, which has the
    same sentences, every name and title is a symbol of its own. `entities` are by their keys.
    """

    text: str
    names: list[MaskedSentence]
    sentences: list[Sentence]
    entities: dict[str, Entity]
    # The claims of the rules that went before, for those that build on them.
    claims: list[Claim] = field(default_factory=list)
    # Events first named in a plan, a demand or reported speech: nobody is at them.
    nonfactual_events: frozenset[str] = field(init=False)
    # The event last named before each sentence, by the sentence's identity.
    _before: dict[int, MaskedMention | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Go through the sentences once."""
        self.nonfactual_events = _nonfactual_events(self.sentences)
        self._before, last = {}, None
        for sentence in self.sentences:
            self._before[id(sentence)] = last
            if not sentence.headline and (mentions := self._events_so_far(sentence, len(sentence.code))):
                last = mentions[-1]

    def clauses(self) -> Iterator[tuple[Sentence, Clause]]:
        """Every clause with its sentence, in text order."""
        for sentence in self.sentences:
            for clause in sentence.clauses:
                yield sentence, clause

    def asserted(self, verbs: re.Pattern[str]) -> Iterator[ClauseMatch]:
        """Every match of a verb pattern, with its clause, that is stated as a fact."""
        for sentence, clause in self.clauses():
            for verb in verbs.finditer(sentence.code, clause.start, clause.end):
                if not is_nonfactual(sentence.code, clause.start, verb.start(), inherited=clause.inherited):
                    yield sentence, clause, verb

    def done(self, pattern: re.Pattern[str]) -> Iterator[ClauseMatch]:
        """Every match of a pattern that says what was done; its group `verb`, if any, is the verb."""
        for sentence, clause in self.clauses():
            for match in whole(pattern, sentence.code, clause.start, clause.end):
                verb = match.start("verb" if "verb" in pattern.groupindex else 0)
                if not is_not_done(sentence, clause, verb):
                    yield sentence, clause, match

    def event_before(self, sentence: Sentence, index: int) -> MaskedMention | None:
        """The event last named before code index `index`: in the sentence, else earlier in the article."""
        here = self._events_so_far(sentence, index)
        return here[-1] if here else self._before[id(sentence)]

    def _events_so_far(self, sentence: Sentence, index: int) -> list[MaskedMention]:
        """The events before code index `index` that may go on: none whose speech is only spoken of."""
        return [
            mention
            for at, mention in sentence.masked.symbols(0, index, types=EVENT)
            if mention.ref not in self.nonfactual_events and not _SPEECH_THERE.match(sentence.code, at + 1)
        ]


def _nonfactual_events(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The keys of the events that are no fact where the story names them first."""
    first: dict[str, bool] = {}
    for sentence in sentences:
        for index, mention in () if sentence.headline else sentence.masked.symbols(types=EVENT):
            clause = next(c for c in (*sentence.clauses, Clause(0, 0, [])) if index < c.end or not c.end)
            first.setdefault(mention.ref, is_nonfactual(sentence.code, clause.start, index, inherited=True))
    return frozenset(key for key, nonfactual in first.items() if nonfactual)
