"""What the relation rules see of an article: sentences in symbols, clauses with their subjects, the current event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.linker.canvas import EVENT, ORGANISATION, PERSON, PLACE, Canvas, Mark
from kg.linker.lexicon import (
    ATTEND_VERBS,
    HOLD_VERBS,
    ORGANISE_VERBS,
    PRESIDE_VERBS,
    SAY_VERBS,
    SPEAK_VERBS,
    SURVEY_VERBS,
    UNREAL,
    alternation,
)
from kg.records import Entity

# Verbs that end a clause's subject though no relation is made of them.
_OTHER_VERBS = (
    "邀请", "带领", "率领", "率队", "率团", "带队", "听取", "陪同", "到", "赴", "来到", "前往", "深入", "走进", "获得", "荣获",
    "成立", "发布", "印发", "签订", "签署", "介绍", "获悉", "了解到", "带来", "提供", "发放", "送去", "送上", "颁发", "联合",
    "设立", "建立", "推动", "推进", "指导", "服务", "围绕", "按照", "根据", "通过", "为", "对", "向", "应",
)  # fmt: skip
VERB = re.compile(
    alternation(
        (*ATTEND_VERBS, *HOLD_VERBS, *ORGANISE_VERBS, *PRESIDE_VERBS, *SAY_VERBS, *SPEAK_VERBS, *SURVEY_VERBS, *_OTHER_VERBS)
    )
)
_PIECE = re.compile(r"[^，；：。！？\n]+[，；：。！？\n]*")
# Unnamed people of a body: their coming is not the body's.
_REPRESENTATIVES = re.compile(r"^(?:相关|有关|主要|部分|全体|各|的)*(?:负责人|负责同志|代表|领导|干部|职工|工作人员|专家|人员|师生|成员|官兵|同志|嘉宾)")
_PREPOSITION = re.compile(r"(?:在|于|对|向|从|为|到|赴|给|与|同|被|把|据|应|位于|来自|经|代表|关于|围绕)[^，。ⓅⓄⓁⓋ]{0,6}(?:[ⓁⓄ]的?)*$")
_POSSESSIVE = re.compile(r"^的(?!Ⓟ)")
_AGENT = re.compile(r"由[^，。；]{0,30}$")
_UNREAL = re.compile(alternation(UNREAL))


@dataclass(slots=True)
class Clause:
    """A stretch of one sentence with one subject group; offsets are code indices."""

    start: int
    end: int
    subjects: list[tuple[int, Mark]]
    inherited: bool = False


@dataclass(slots=True)
class Sentence:
    """One sentence: its canvas, its clauses, its place in the article."""

    canvas: Canvas
    paragraph: int
    headline: bool
    clauses: list[Clause] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The sentence in symbols."""
        return self.canvas.code


@dataclass(slots=True)
class Scene:
    """One article ready for the relation rules."""

    text: str
    sentences: list[Sentence]
    entities: dict[str, Entity]

    def clauses(self) -> Iterator[tuple[Sentence, Clause]]:
        """Every clause with its sentence, in text order."""
        for sentence in self.sentences:
            for clause in sentence.clauses:
                yield sentence, clause

    def event_before(self, sentence: Sentence, index: int) -> Mark | None:
        """The event last named before a place of a sentence: in it, else in its paragraph, else in the article."""
        here = sentence.canvas.marks(0, index, types=EVENT)
        if here:
            return here[-1][1]
        position = self.sentences.index(sentence)
        for earlier in reversed(self.sentences[:position]):
            if earlier.headline:
                continue
            if marks := earlier.canvas.marks(types=EVENT):
                return marks[-1][1]
        return None


def build(text: str, canvases: Sequence[tuple[Canvas, int, bool]], entities: dict[str, Entity]) -> Scene:
    """A scene from (canvas, paragraph number, in headline) of each sentence."""
    sentences = [Sentence(canvas, paragraph, headline) for canvas, paragraph, headline in canvases]
    before: tuple[int, list[tuple[int, Mark]]] = (-1, [])
    for sentence in sentences:
        inherited = before[1] if before[0] == sentence.paragraph else []
        sentence.clauses = _clauses(sentence.canvas, inherited)
        own = [c.subjects for c in sentence.clauses if c.subjects and not c.inherited]
        if own:
            before = (sentence.paragraph, own[0])
        elif before[0] != sentence.paragraph:
            before = (sentence.paragraph, [])
    return Scene(text, sentences, entities)


def _clauses(canvas: Canvas, inherited: list[tuple[int, Mark]]) -> list[Clause]:
    """Comma pieces, list pieces joined to the piece that has their verb; a piece without subject takes the last one."""
    clauses: list[Clause] = []
    start: int | None = None
    current, is_inherited = inherited, True
    for piece in _PIECE.finditer(canvas.code):
        begin = piece.start() if start is None else start
        verb = _first_verb(canvas.code, begin, piece.end())
        if verb is None and canvas.code[piece.end() - 1] in "，" and piece.end() < len(canvas.code):
            start = begin
            continue
        start = None
        subjects = _subjects(canvas, begin, piece.end() if verb is None else verb)
        if subjects:
            current, is_inherited = subjects, False
        clauses.append(Clause(begin, piece.end(), current, inherited=not subjects or is_inherited))
    return clauses


def _first_verb(code: str, start: int, end: int) -> int | None:
    """Where the first verb stands that has a subject before it in code[start:end]."""
    for match in VERB.finditer(code, start, end):
        if match.group() in ("为", "对", "向", "应", "到", "围绕", "根据", "按照", "通过", "联合") and not re.search(
            "[ⓅⓄⓁⓋ]", code[start : match.start()]
        ):
            continue
        return match.start()
    return None


def _subjects(canvas: Canvas, start: int, end: int) -> list[tuple[int, Mark]]:
    code = canvas.code
    found = [
        (index, mark)
        for index, mark in canvas.marks(start, end, types=PERSON + ORGANISATION + PLACE)
        if not _REPRESENTATIVES.match(code[index + 1 : end])
        and not _POSSESSIVE.match(code[index + 1 : end])
        and (not _PREPOSITION.search(code[start:index]) or _AGENT.search(code[start:index]))
    ]
    if any(mark.type == "Person" for _, mark in found):
        return [(i, m) for i, m in found if m.type == "Person" or (m.type == "Organisation" and code[i + 1 : i + 2] in "、和，及与")]
    if any(mark.type == "Organisation" for _, mark in found):
        first_place_only = [(i, m) for i, m in found if m.type == "Organisation" or code[i + 1 : i + 2] in "、和"]
        return first_place_only
    return found


def is_unreal(code: str, start: int, verb: int) -> bool:
    """Whether the clause up to its verb plans, asks, doubts or denies rather than states."""
    return _UNREAL.search(code, start, verb) is not None


def people(marks: Sequence[tuple[int, Mark]]) -> list[Mark]:
    """The persons among subject marks."""
    return [mark for _, mark in marks if mark.type == "Person"]


def actors(marks: Sequence[tuple[int, Mark]]) -> list[Mark]:
    """Persons and organisations among subject marks."""
    return [mark for _, mark in marks if mark.type in ("Person", "Organisation")]
