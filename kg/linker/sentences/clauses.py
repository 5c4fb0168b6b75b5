"""What the relation rules see of an article: sentences in symbols, clauses with their subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.language.text import alternation
from kg.linker.lexicon import (
    APPOINT_VERBS,
    ATTEND_VERBS,
    AWARD_VERBS,
    BELONG_VERBS,
    FOUND_VERBS,
    GIVE_VERBS,
    HOLD_VERBS,
    MEET_VERBS,
    ORGANISE_VERBS,
    OTHER_VERBS,
    OWNING_WORDS,
    PART_WORDS,
    PRESIDE_VERBS,
    SAY_VERBS,
    SIGN_VERBS,
    SPEAK_VERBS,
    SURVEY_VERBS,
    UNREAL,
)
from kg.linker.sentences.masking import EVENT, ORGANISATION, PERSON, PLACE, Canvas, Mark
from kg.model.records import Claim, Entity

_NAME = re.compile("[ⓅⓄⓁⓋ]")
# Of these, those that open a phrase before the subject rather than follow it.
_PREPOSITIONS = frozenset({"为", "对", "向", "应", "围绕", "根据", "按照", "通过", "联合"})
VERB = re.compile(
    alternation(
        (
            *APPOINT_VERBS,
            *ATTEND_VERBS,
            *AWARD_VERBS,
            *BELONG_VERBS,
            *FOUND_VERBS,
            *GIVE_VERBS,
            *HOLD_VERBS,
            *MEET_VERBS,
            *ORGANISE_VERBS,
            *PRESIDE_VERBS,
            *SAY_VERBS,
            *SIGN_VERBS,
            *SPEAK_VERBS,
            *SURVEY_VERBS,
            *OTHER_VERBS,
        )
    )
    + r"|来(?=[ⓁⓄ])|作[^，。；]{0,20}?(?:报告|讲话|发言|讲座|辅导|交流|演讲|总结|点评|汇报)"
)

# 传达A在大会上的讲话精神: the meeting is not the one that is reported.
_SPEECH_THERE = re.compile("上?(?:发表|作出?)?的(?:重要)?(?:讲话|指示|报告|致辞|演讲)")
_PIECE = re.compile(r"[^，；：。！？\n]+[，；：。！？\n]*")
# Unnamed people of a body: their coming is not the body's.
_REPRESENTATIVES = re.compile(
    r"[^，。；ⓅⓄⓋ]{0,16}?(?:负责人|负责同志|代表(?!团|队)|领导|干部|职工|工作人员|专家|人员|师生|成员|官兵|同志|嘉宾|主席|群众|学生|老师|消息|讯|网友)"
)
_LIST = re.compile("[、，和及与]|以及")
_LIST_OR_NOTHING = re.compile(f"(?:{_LIST.pattern})?")
# A preposition whose phrase is still open at the end of the stretch: what follows is its object, no subject.
_PREPOSITION = re.compile(
    r"(?:在|于|对|向|从|为|到|赴|给|被|把|据|应|自|经|关于|围绕|就|针对|按照|根据|包括|邀请|属于)(?:(?!上|中|下|时|后|以来|期间|之际|，).)*+"
)
# 在A陪同下 and the like tell a circumstance; the subject stands outside.
_CIRCUMSTANCE = re.compile(
    r"(?:在|由)(?:(?!在)[^。；]){0,90}?(?:陪同|带领|率领|指导|支持|见证|组织|关心|帮助|配合|协助|领导)下"
)
_TIME = re.compile(
    r"(?:近日|日前|近期|今天|昨天|昨日|当日|当天|上午|下午|晚上|晚|随后|接着|其中|据悉|同时|期间|首先|最后|(?<!\d)\d+[年月日号时分]+|[（(][^）)]{0,80}[）)]|[:：、—\s-])+"
)
_ADVERBS = re.compile(
    r"在?Ⓥ(?:上|中|期间|现场|后|前)?|[并还也又均都再，]|先后|一同|一起|应邀|分别|现场|亲自|共同|专程|积极|继续|再次|认真|率队|率团|带队"
    r"|出席|主持|参加|莅临"
)
_PREFIX_LENGTH = 8
# A下属的B, A子公司B: B is who acts.
_POSSESSIVE = re.compile(rf"(?:{alternation((*OWNING_WORDS, *PART_WORDS))}(?:的|(?=Ⓞ))|的(?!Ⓟ))")
_AGENT = re.compile(r"由[^，。；]{0,30}$")
_UNREAL = re.compile(alternation(UNREAL))
# 要 as must, not in 主要, 要求, 要闻.
_MODAL = re.compile("(?<![主重需首摘纪必只])要(?![求闻素点件案塞道领])")
_WISH = re.compile("希望|建议|呼吁|号召|倡议|要求(?=[，各全：])")
_REPORTED = re.compile(alternation(SAY_VERBS) + "[，：:“]")


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
    """One article ready for the relation rules; in `names` every name is a symbol of its own."""

    text: str
    names: list[Canvas]
    sentences: list[Sentence]
    entities: dict[str, Entity]
    # Events first named in a plan, a demand or reported speech: nobody is at them.
    only_told: frozenset[str]
    # What the rules that went before have stated, for those that build on it.
    stated: list[Claim] = field(default_factory=list)
    # The event last named before each sentence, by the sentence's identity.
    _before: dict[int, Mark | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Go through the sentences once."""
        self._before, last = {}, None
        for sentence in self.sentences:
            self._before[id(sentence)] = last
            if not sentence.headline and (marks := self._at_hand(sentence, len(sentence.code))):
                last = marks[-1]

    def asserted(self, verbs: re.Pattern[str]) -> Iterator[tuple[Sentence, Clause, re.Match[str]]]:
        """Every match of a verb pattern, with its clause, that is stated as a fact."""
        for sentence, clause in self.clauses():
            for verb in verbs.finditer(sentence.code, clause.start, clause.end):
                if not is_unreal(sentence.code, clause.start, verb.start(), inherited=clause.inherited):
                    yield sentence, clause, verb

    def clauses(self) -> Iterator[tuple[Sentence, Clause]]:
        """Every clause with its sentence, in text order."""
        for sentence in self.sentences:
            for clause in sentence.clauses:
                yield sentence, clause

    def event_before(self, sentence: Sentence, index: int) -> Mark | None:
        """The event last named before code index `index`: in the sentence, else earlier in the article."""
        here = self._at_hand(sentence, index)
        return here[-1] if here else self._before[id(sentence)]

    def _at_hand(self, sentence: Sentence, index: int) -> list[Mark]:
        """The events before code index `index` that may go on: none whose speech is only spoken of."""
        return [
            mark
            for at, mark in sentence.canvas.marks(0, index, types=EVENT)
            if mark.ref not in self.only_told and not _SPEECH_THERE.match(sentence.code, at + 1)
        ]


def build(
    text: str,
    names: list[Canvas],
    canvases: Sequence[Canvas],
    places: Sequence[tuple[int, bool]],
    entities: dict[str, Entity],
) -> Scene:
    """A scene from both canvases of each sentence and its place: (paragraph number, in the headline)."""
    sentences = [Sentence(canvas, *place) for canvas, place in zip(canvases, places, strict=True)]
    before: tuple[int, list[tuple[int, Mark]]] = (-1, [])
    for sentence in sentences:
        inherited = before[1] if before[0] == sentence.paragraph else []
        sentence.clauses = _clauses(sentence.canvas, inherited)
        own = [c.subjects for c in sentence.clauses if c.subjects and not c.inherited]
        if own:
            before = (sentence.paragraph, own[0])
        elif before[0] != sentence.paragraph:
            before = (sentence.paragraph, [])
    return Scene(text, names, sentences, entities, _only_told(sentences))


def _only_told(sentences: Sequence[Sentence]) -> frozenset[str]:
    first: dict[str, bool] = {}
    for sentence in sentences:
        for index, mark in () if sentence.headline else sentence.canvas.marks(types=EVENT):
            clause = next(c for c in (*sentence.clauses, Clause(0, 0, [])) if index < c.end or not c.end)
            told = is_unreal(sentence.code, clause.start, index, inherited=True)
            first.setdefault(mark.ref, told)
    return frozenset(key for key, told in first.items() if told)


def _clauses(canvas: Canvas, inherited: list[tuple[int, Mark]]) -> list[Clause]:
    """Comma pieces, lists joined to the piece with their verb; without a subject the last one counts."""
    clauses: list[Clause] = []
    start: int | None = None
    current, is_inherited = inherited, True
    for piece in _PIECE.finditer(canvas.code):
        begin = piece.start() if start is None else start
        verb = _first_verb(canvas.code, begin, piece)
        if verb is None and canvas.code[piece.end() - 1] in "，" and piece.end() < len(canvas.code):
            start = begin
            continue
        start = None
        subjects = _subjects(canvas, begin, piece.end() if verb is None else verb, verb=verb is not None)
        if subjects:
            current, is_inherited = subjects, False
        clauses.append(Clause(begin, piece.end(), current, inherited=not subjects or is_inherited))
    return clauses


def _first_verb(code: str, start: int, piece: re.Match[str]) -> int | None:
    """Where the first verb of a piece stands that has a subject before it, from code[start] on."""
    name = _NAME.search(code, start, piece.end())
    for match in VERB.finditer(code, *piece.span()):
        if match.group() not in _PREPOSITIONS or (name and name.start() < match.start()):
            return match.start()
    return None


def _subjects(canvas: Canvas, start: int, end: int, *, verb: bool) -> list[tuple[int, Mark]]:
    """The persons and bodies that act in code[start:end], the part of a clause before its verb."""
    code = canvas.code
    aside = [
        match.span()
        for match in _CIRCUMSTANCE.finditer(code, start, canvas.code.find("。", end) + 1 or len(code))
    ]
    found: list[tuple[int, Mark]] = []
    left_out: int | None = None
    for index, mark in reversed(canvas.marks(start, end, types=PERSON + ORGANISATION + PLACE)):
        begin = max(code.rfind("，", start, index) + 1, start)
        if any(left <= index < right for left, right in aside) or _POSSESSIVE.match(code, index + 1, end + 1):
            continue
        if _is_object(code, begin, index) and not _AGENT.search(code, begin, index):
            continue
        if mark.type != "Person":
            listed = bool(found) and _LIST.fullmatch(code, index + 1, found[-1][0])
            if _REPRESENTATIVES.match(code, index + 1, end + 1):
                left_out = index
                continue
            if left_out is not None and _LIST_OR_NOTHING.fullmatch(code, index + 1, left_out):
                left_out = index
                continue
            if not listed and not _opens(code, begin, index, verb=verb):
                continue
        found.append((index, mark))
    found.reverse()
    if any(mark.type == "Person" for _, mark in found):
        return [
            (i, m)
            for i, m in found
            if m.type == "Person" or (m.type == "Organisation" and code[i + 1 : i + 2] in "、和，及与")
        ]
    if any(mark.type == "Organisation" for _, mark in found):
        return [(i, m) for i, m in found if m.type == "Organisation" or code[i + 1 : i + 2] in "、和"]
    return found


def _is_object(code: str, begin: int, index: int) -> bool:
    """Whether the phrase of a preposition in code[begin:index] is still open at the end."""
    return any(phrase.end() == index for phrase in _PREPOSITION.finditer(code, begin, index))


def _opens(code: str, begin: int, index: int, *, verb: bool) -> bool:
    """Whether a body or place stands where a subject does: first but for time and short adverbs."""
    prefix = _TIME.sub("", code[begin:index])
    if not verb:
        return not prefix
    if code[index] == PLACE:
        return not prefix or prefix == "由"
    return len(prefix) <= _PREFIX_LENGTH or any(symbol in prefix for symbol in PERSON + ORGANISATION + PLACE)


def acting(code: str, clause: Clause, verb: int) -> list[tuple[int, Mark]]:
    """The subjects of a verb: the clause's, none where someone unnamed stands before it (50名职工参加)."""
    if not clause.inherited:
        return clause.subjects
    return clause.subjects if len(without_adverbs(code[clause.start : verb])) <= 2 else []


def without_adverbs(code: str) -> str:
    """What is left of code before a verb when times and adverbs are taken away."""
    return _ADVERBS.sub("", _TIME.sub("", code))


def is_unreal(code: str, start: int, verb: int, *, inherited: bool = False) -> bool:
    """Whether what a verb says is planned, asked for, doubted or denied rather than stated."""
    return unreal_by(code, start, verb, inherited=inherited) is not None


def unreal_by(code: str, start: int, verb: int, *, inherited: bool = False) -> str | None:
    """The word that makes what a verb says a plan, a demand, a doubt or a denial (计划, 要, 会议强调，).

    `start` is where its clause begins. Reported speech without a subject of
    its own (会议强调，…开展…) asks more often than it tells.
    """
    match = (
        _UNREAL.search(code, start, verb)
        or _MODAL.search(code, start, verb)
        or _WISH.search(code, 0, start)
        or (_REPORTED.search(code, 0, start) if inherited else None)
    )
    return match.group() if match else None


def people(marks: Sequence[tuple[int, Mark]]) -> list[Mark]:
    """The persons among subject marks."""
    return [mark for _, mark in marks if mark.type == "Person"]


def actors(marks: Sequence[tuple[int, Mark]]) -> list[Mark]:
    """Persons and organisations among subject marks."""
    return [mark for _, mark in marks if mark.type in ("Person", "Organisation")]
