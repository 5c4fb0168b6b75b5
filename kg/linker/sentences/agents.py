"""Who does what a verb says: the subjects of its clause, and the rows of names around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.language.text import alternation
from kg.linker.lexicon import ADVERBS, MANNERS
from kg.linker.sentences.clauses import Clause, Sentence
from kg.linker.sentences.masking import EVENT, ORGANISATION, PLACE, MaskedMention, Symbol
from kg.linker.sentences.rows import ANYONE, list_of, names_in_row, row_then, whole
from kg.linker.sentences.subjects import without_times

# 等10家单位, but not the event in 等主办的大赛.
_AND_OTHERS = f"(?:等[^，。；由的{EVENT}]{{0,12}})?"
AGENT_LIST = rf"(?:[{ANYONE}](?:等)?[、，和与及]{{0,2}}(?:以及|联合)?)*[{ANYONE}]{_AND_OTHERS}"
# 向B现场捐赠, A、B分别签订: how it was done, between a name and the verb.
MANNER = f"{alternation(MANNERS)}{{0,4}}"

# The place in 在A, 到A is not of the row.
_WHERE = f"[在于到从赴]{PLACE}+"
_LAST_ROW = re.compile(
    rf"(?<![在于到从赴{PLACE}])"
    + row_then(f"(?P<row>{list_of(ANYONE)})", f"(?P<rest>(?:{_WHERE}|[^{ANYONE}])*+)$")
)
_HEAD = re.compile(row_then(f"(?:的|代表|由)(?P<head>{list_of(ANYONE)})", f"[^，{ANYONE}]*+$"))
_AGENT = re.compile("[由被][^，。；]{0,30}$")
_WITH = re.compile(row_then(f"(?:联合|会同|携手|与|和)(?P<agents>{AGENT_LIST})", "[^，。；]{0,10}$"))
# What may stand before the subject that a sentence opens with.
_OPENING = re.compile(f"(?:[今去前当同近]年|此前|后来|如今|目前|经|原|[{ANYONE}])*")
# 科尔同A和B会谈: A and B are one side of it; 共和国 is no 和.
_OTHER_SIDE = re.compile(r"(?:[与同]|(?<!共)和(?![平谐]))[^，。；、]{0,8}\s*$")

# A body beside the next name of its row comes as the others do.
_IN_ROW = re.compile(f"(?:、|以及|和|与|及)[{ANYONE}]")

_ADVERBS = re.compile(
    rf"""
    在?Ⓥ(?:上|中|期间|现场|后|前)?
    | [并还也又均都再，]  # before the words: of 再次 only 再 goes
    | {alternation(ADVERBS)}
    """,
    re.VERBOSE,
)


def acting(code: str, clause: Clause, verb: int) -> list[Symbol]:
    """The subjects of a verb: the clause's, none where someone unnamed stands before it (50名职工参加)."""
    if not clause.inherited:
        return clause.subjects
    return clause.subjects if len(without_adverbs(code[clause.start : verb])) <= 2 else []


def persons(symbols: Sequence[Symbol]) -> list[MaskedMention]:
    """The persons among subjects."""
    return [mention for _, mention in symbols if mention.type == "Person"]


def persons_and_bodies(symbols: Sequence[Symbol]) -> list[MaskedMention]:
    """The persons and organisations among subjects."""
    return [mention for _, mention in symbols if mention.type in ("Person", "Organisation")]


def taking_part(code: str, subjects: Sequence[Symbol], verb: int) -> list[MaskedMention]:
    """The persons among the subjects of a verb, and the bodies that come themselves: not 校工会委员参加."""

    def comes(symbol: Symbol) -> bool:
        if symbol.mention.type != "Organisation" or symbol.at > verb or _IN_ROW.match(code, symbol.at + 1):
            return symbol.mention.type in ("Person", "Organisation")
        return len(without_adverbs(code[symbol.at + 1 : verb])) <= 2

    return [symbol.mention for symbol in subjects if comes(symbol)]


def without_adverbs(code: str) -> str:
    """What is left of code before a verb when times and adverbs are taken away."""
    return _ADVERBS.sub("", without_times(code))


def joint_agents(sentence: Sentence, clause: Clause, verb: int) -> list[MaskedMention]:
    """The bodies after 联合 or 会同 in A联合B、C举办."""
    match = next(whole(_WITH, sentence.code, clause.start, verb), None)
    if match is None:
        return []
    known = {subject.mention.ref for subject in clause.subjects}
    bodies = sentence.masked.mentions(*match.span("agents"), types=ORGANISATION)
    return [body for body in bodies if body.ref not in known]


def agents_of(sentence: Sentence, clause: Clause, verb: int) -> list[MaskedMention]:
    """Who does what a verb says; in A创办的B捐款, A代表B捐款, A由B成立 it is B."""
    if head := next(whole(_HEAD, sentence.code, clause.start, verb), None):
        return names_in_row(sentence.masked, head.span("head"))
    if not acting(sentence.code, clause, verb):
        return []
    if clause.inherited:
        return [*inherited_subjects(sentence, clause), *joint_agents(sentence, clause, verb)]
    own = [_innermost(sentence.code, index) for index, _ in clause.subjects if index < verb]
    if not own or not _may_act(sentence.code, own[0], own[-1], verb):
        return []
    return [*(sentence.masked.mention(index) for index in own), *joint_agents(sentence, clause, verb)]


def _innermost(code: str, index: int) -> int:
    """The last area of a chain (湖南省湘潭市棋梓镇)."""
    while code[index : index + 2] == PLACE * 2:
        index += 1
    return index


def _may_act(code: str, first: int, last: int, verb: int) -> bool:
    """Whether the names in code[first:last+1] are a verb's subject.

    A place stands beside its verb, for other words may end a body's name. In an
    earlier piece of the sentence, what does not open it is an object (他领导过A，后来创办B).
    """
    if code[last] == PLACE and not _may_precede(code[last + 1 : verb]):
        return False
    opening = code[code.rfind("，", 0, first) + 1 : first]
    return "，" not in code[last:verb] or _OPENING.fullmatch(without_adverbs(opening)) is not None


def inherited_subjects(sentence: Sentence, clause: Clause) -> list[MaskedMention]:
    """The subjects that a clause takes over; after B由A成立， the text goes on about B, not A."""
    mentions = [mention for _, mention in clause.subjects]
    here = [mention for mention in mentions if sentence.masked.start <= mention.start < sentence.masked.end]
    by = _AGENT.search(sentence.code[: sentence.masked.index(here[0].start)]) if here else None
    topic = next(whole(_LAST_ROW, sentence.code, 0, by.start()), None) if by else None
    return names_in_row(sentence.masked, topic.span("row")) if topic else [] if by else mentions


def nearest_row(sentence: Sentence, clause: Clause, verb: int) -> list[MaskedMention]:
    """The names in a row that stand last before a verb in its clause; where none does, those carried over."""
    row = next(whole(_LAST_ROW, sentence.code, clause.start, verb), None)
    if row is None:
        return (
            inherited_subjects(sentence, clause) if _may_precede(sentence.code[clause.start : verb]) else []
        )
    return names_in_row(sentence.masked, row.span("row")) if _may_precede(row["rest"]) else []


def _may_precede(words: str) -> bool:
    """Whether words between a name and its verb are times and adverbs; longer ones may end the name."""
    return len(without_adverbs(words)) <= 3 or words[0] in "在于，"


def is_other_side(text: str, sentence: Sentence, index: int) -> bool:
    """Whether the names at code[index] stand after a 与, also one that ends the line before in the text."""
    offset = sentence.masked.offset(index)
    return _OTHER_SIDE.search(text, max(0, offset - 12), offset) is not None
