"""Sentences in clauses: stretches with one group of subjects, their own or taken over from before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.language.text import alternation
from kg.linker.lexicon import OTHER_VERBS, RELATION_VERBS, SAY_VERBS, TAKE_PLACE
from kg.linker.sentences.masking import MaskedSentence, Symbol
from kg.linker.sentences.splitting import SentenceSpan
from kg.linker.sentences.subjects import find_subjects

_NAME = re.compile("[ⓅⓄⓁⓋ]")
_VERB = re.compile(
    # 指导组, 调研员 are who acts
    alternation((*RELATION_VERBS, *TAKE_PLACE, *SAY_VERBS, *OTHER_VERBS))
    + r"(?![组团队员])|来(?=[ⓁⓄ])|作[^，。；]{0,20}?(?:报告|讲话|发言|讲座|辅导|交流|演讲|总结|点评|汇报)"
)
# Of these, those that open a phrase before the subject rather than follow it.
_PREPOSITIONS = frozenset({"为", "对", "向", "应", "围绕", "根据", "按照", "通过", "联合"})
_PIECE = re.compile(r"[^，；：。！？\n]+[，；：。！？\n]*")


@dataclass(slots=True)
class Clause:
    """A stretch of one sentence with one subject group; offsets are code indices."""

    start: int
    end: int
    subjects: list[Symbol]
    inherited: bool = False


@dataclass(slots=True)
class Sentence:
    """One sentence in symbols, its clauses, and its place in the article.

    `paragraph` is a number, and `headline` says that the sentence stands in the headline.
    """

    masked: MaskedSentence
    paragraph: int
    headline: bool
    clauses: list[Clause] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The sentence in symbols."""
        return self.masked.code


def clauses_of(masked: Sequence[MaskedSentence], spans: Sequence[SentenceSpan]) -> list[Sentence]:
    """The sentences of an article in clauses; one without a subject has the first of its paragraph's last."""
    sentences = [
        Sentence(one, span.paragraph, span.headline) for one, span in zip(masked, spans, strict=True)
    ]
    paragraph = -1
    subjects: list[Symbol] = []
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, subjects = sentence.paragraph, []
        sentence.clauses = _clauses(sentence.masked, subjects)
        own = (clause.subjects for clause in sentence.clauses if clause.subjects and not clause.inherited)
        subjects = next(own, subjects)
    return sentences


def _clauses(masked: MaskedSentence, inherited: list[Symbol]) -> list[Clause]:
    """Comma pieces, lists joined to the piece with their verb; without a subject the last one counts."""
    clauses: list[Clause] = []
    start: int | None = None
    current, is_inherited = inherited, True
    for piece in _PIECE.finditer(masked.code):
        begin = piece.start() if start is None else start
        verb = _first_verb(masked.code, begin, piece)
        if verb is None and masked.code[piece.end() - 1] in "，" and piece.end() < len(masked.code):
            start = begin
            continue
        start = None
        subjects = find_subjects(masked, begin, piece.end() if verb is None else verb, verb=verb is not None)
        if subjects:
            current, is_inherited = subjects, False
        clauses.append(Clause(begin, piece.end(), current, inherited=not subjects or is_inherited))
    return clauses


def _first_verb(code: str, start: int, piece: re.Match[str]) -> int | None:
    """Where the first verb of a piece stands that has a subject before it, from code[start] on."""
    name = _NAME.search(code, start, piece.end())
    for match in _VERB.finditer(code, *piece.span()):
        if match.group() not in _PREPOSITIONS or (name and name.start() < match.start()):
            return match.start()
    return None
