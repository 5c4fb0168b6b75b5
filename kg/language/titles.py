"""What is a title by its words (党组书记, 常务副主席), and which of these a person holds in the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from kg.language.tables import read_word_lists
from kg.language.text import HAN, alternation

_WORDS = read_word_lists("kg.language", "titles")
# Heads that also are common nouns do not stand behind a person: 王强教练 does, 王强成员 does not.
COMMON_NOUNS = frozenset(_WORDS["common"])
# Behind a surname they stand for the given name: 李主席; FAMILIAR ones may be of a stranger: 李大爷.
FORMS_OF_ADDRESS = tuple(_WORDS["forms_of_address"])
FAMILIAR = tuple(_WORDS["familiar"])
# Titles that are posts of an area, not of a body; the group is its level.
AREA_TITLE = re.compile(rf"^(?:原|时任|代|代理)?(?:常务)?(?:副|代)?({'|'.join(_WORDS['area_levels'])})长$")
# Posts that one body has once, and those that a Party committee has.
CHIEF_TITLE = re.compile(rf"^(?!副)(?:.*[^副]|){alternation(_WORDS['chiefs'])}$")
PARTY_TITLE = re.compile(f"{alternation(_WORDS['party'])}$")
# Words that are no posts where they stand between a body and a name.
NOT_POSTS = tuple(_WORDS["not_posts"])
# … nor part of one before it.
NOT_TITLES = tuple(_WORDS["not_titles"])
_CONTINUED = alternation(_WORDS["continued"])
_FIRST = "".join(sorted({word[0] for part in ("modifiers", "heads", "ranks") for word in _WORDS[part]}))
# No title has more modifiers.
_MODIFIERS = 6
_TITLE = re.compile(
    # The look-ahead lets the search skip what begins no title.
    f"(?=[{_FIRST}])(?:"
    f"{alternation(_WORDS['modifiers'])}{{0,{_MODIFIERS}}}?{alternation(_WORDS['heads'])}(?!{_CONTINUED})"
    # 首席制茶师, 高级农艺师: any craft that has ranks.
    f"|{alternation(_WORDS['ranks'])}[{HAN}]{{2,4}}?(?:师|官|专家|顾问)(?!{_CONTINUED}))"
)
# Between the titles of one person: 党组书记、常务副主席; 副主席兼秘书长.
_AND = re.compile("[、，,]|[、，,]?(?:兼任?|和|及|暨)")

Span = tuple[int, int]


def candidates(text: str) -> list[Span]:
    """[start, end) of everything that is a title by its words."""
    return [match.span() for match in _TITLE.finditer(text)]


def held(text: str, spans: Sequence[Span], persons: Collection[int], bodies: Mapping[int, int]) -> set[int]:
    """Where those titles begin that a person's name follows, or another title that has one.

    `persons` are the offsets where names of persons begin; `bodies` are where names of bodies and places
    end, with where they begin.
    """
    starts: set[int] = set()
    for i in reversed(range(len(spans))):
        start, end = spans[i]
        in_chain = (
            i + 1 < len(spans) and spans[i + 1][0] in starts and joined(text, end, spans[i + 1][0], bodies)
        )
        if in_chain or skip_space(text, end) in persons:
            starts.add(start)
    return starts


def joined(text: str, end: int, start: int, bodies: Mapping[int, int]) -> bool:
    """Whether a title that ends and one that starts here are of one person: 副市长、[市公安局]局长."""
    # A fused title shares its first character with the body: [公安局]长.
    body = bodies.get(start, bodies.get(start + 1))
    return _AND.fullmatch(text, end, start if body is None else body) is not None


def skip_space(text: str, position: int) -> int:
    """Where the text goes on after spaces, as in 中队长 王强."""
    while position < len(text) and text[position] in " 　":
        position += 1
    return position
