"""What was done and who did it: verbs that are stated as done, and the rows of names around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.text import alternation
from kg.linker.lexicon import MANNERS
from kg.linker.sentences.clauses import Clause, Scene, Sentence, acting, is_unreal, without_adverbs
from kg.linker.sentences.masking import EVENT, ORGANISATION, PLACE, Mark
from kg.linker.sentences.rows import ANYONE, list_of, named, row_then, whole

# 等10家单位, but not the event in 等主办的大赛.
_AND_OTHERS = f"(?:等[^，。；由的{EVENT}]{{0,12}})?"
AGENT_LIST = rf"(?:[{ANYONE}](?:等)?[、，和与及]{{0,2}}(?:以及|联合)?)*[{ANYONE}]{_AND_OTHERS}"
# 向B现场捐赠, A、B分别签订: how it was done, between a name and the verb.
MANNER = f"{alternation(MANNERS)}{{0,4}}"
# Done is not what will be done (将签署), and what was not (未签署); 不断, 不久前 and the like deny nothing.
_UNDONE = re.compile(
    "将|未(?!来)|不(?![久仅断但少同])|拒绝|有望|期待|等待|待到|呼吁|号召|倡议|敦促|要求|决定于"
)


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


def joined(sentence: Sentence, clause: Clause, verb: int) -> list[Mark]:
    """The bodies after 联合 or 会同 in A联合B、C举办."""
    match = next(whole(_WITH, sentence.code, clause.start, verb), None)
    if match is None:
        return []
    known = {m.ref for _, m in clause.subjects}
    bodies = sentence.canvas.marks(*match.span("agents"), types=ORGANISATION)
    return [m for _, m in bodies if m.ref not in known]


def doers(sentence: Sentence, clause: Clause, verb: int) -> list[Mark]:
    """Who does what a verb says; in A创办的B捐款, A代表B捐款, A由B成立 it is B."""
    if head := next(whole(_HEAD, sentence.code, clause.start, verb), None):
        return named(sentence.canvas, head.span("head"))
    if not acting(sentence.code, clause, verb):
        return []
    if clause.inherited:
        return [*carried(sentence, clause), *joined(sentence, clause, verb)]
    own = [_innermost(sentence.code, index) for index, _ in clause.subjects if index < verb]
    if not own or not _may_act(sentence.code, own[0], own[-1], verb):
        return []
    return [*(sentence.canvas.mark(index) for index in own), *joined(sentence, clause, verb)]


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


def carried(sentence: Sentence, clause: Clause) -> list[Mark]:
    """The subjects that a clause takes over; after B由A成立， the text goes on about B, not A."""
    marks = [mark for _, mark in clause.subjects]
    here = [mark for mark in marks if sentence.canvas.start <= mark.start < sentence.canvas.end]
    by = _AGENT.search(sentence.code[: sentence.canvas.index(here[0].start)]) if here else None
    topic = next(whole(_LAST_ROW, sentence.code, 0, by.start()), None) if by else None
    return named(sentence.canvas, topic.span("row")) if topic else [] if by else marks


def nearest(sentence: Sentence, clause: Clause, verb: int) -> list[Mark]:
    """The names in a row that stand last before a verb in its clause; where none does, those carried over."""
    row = next(whole(_LAST_ROW, sentence.code, clause.start, verb), None)
    if row is None:
        return carried(sentence, clause) if _may_precede(sentence.code[clause.start : verb]) else []
    return named(sentence.canvas, row.span("row")) if _may_precede(row["rest"]) else []


def _may_precede(words: str) -> bool:
    """Whether words between a name and its verb are times and adverbs; longer ones may end the name."""
    return len(without_adverbs(words)) <= 3 or words[0] in "在于，"


def is_other_side(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether the names at code[index] stand after a 与, also one that ends the line before."""
    offset = sentence.canvas.offset(index)
    return _OTHER_SIDE.search(scene.text, max(0, offset - 12), offset) is not None


def done(scene: Scene, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, Clause, re.Match[str]]]:
    """The matches of a pattern that tell what was done. Its group `verb` is the verb, where it has one."""
    for sentence, clause in scene.clauses():
        for match in whole(pattern, sentence.code, clause.start, clause.end):
            verb = match.start("verb" if "verb" in pattern.groupindex else 0)
            if not is_undone(sentence, clause, verb):
                yield sentence, clause, match


def is_undone(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """Whether what the verb at code[verb] says is not yet done, or not at all."""
    start = 0 if clause.inherited else clause.start
    return (
        is_unreal(sentence.code, start, verb, inherited=clause.inherited)
        or _UNDONE.search(sentence.code, clause.start, verb) is not None
    )
