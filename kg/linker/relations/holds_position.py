"""holdsPosition: chained, carried and shared titles around a person's name, and appointments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language.divisions import Gazetteer
from kg.linker.lexicon import AREA_TITLE, CHIEF_TITLE, COMMITTEE_TAIL, PARTY_TITLE, TITLE_BODY_ENDINGS
from kg.linker.names.areas import Areas, level_of, split_area
from kg.linker.rule import Rule
from kg.linker.sentences.masking import ORGANISATION, PERSON, PLACE, TITLE, Canvas, Mark
from kg.linker.sentences.rows import row_then, whole
from kg.model.records import Claim, Entity

_BODY = f"[{ORGANISATION}{PLACE}]"
# Posts before a name: ⓄⓉ、Ⓣ，ⓄⓉ Ⓟ.
_BEFORE = re.compile(f"(?:{_BODY}*{TITLE}[、，和兼及]?)*+{_BODY}*+[ \u3000]?+")
_AFTER = re.compile(rf"(?:同志)?(?P<titles>{TITLE}(?:、{TITLE})*)")
_LIST_GAP = re.compile(r"^[、，,；;和与及以]*$")
_NAME_GAP = re.compile(r"^[、和与及]$")
_TITLES = rf"{_BODY}*{TITLE}(?:[、，和兼及]{_BODY}*{TITLE})*"
_APPOINTED = (
    re.compile(
        row_then(
            f"(?P<people>{PERSON}(?:[、和]{PERSON})*)",
            "(?:同志)?(?:以[^，。；]{1,14}?)?(?:当选为?|被(?:任命|选举|推选|聘任?)为|任命为|出任|担任|兼任|就任|接任|任|为)"
            f"(?P<posts>{_TITLES})",
        )
    ),
    re.compile(
        rf"(?:选举|任命|聘任?|推选|增选|补选|提名)(?P<people>{PERSON}(?:[、和]{PERSON})*)(?:同志)?(?:为|担任|任)(?P<posts>{_TITLES})"
    ),
)
_APPOINTED_IN_TURN = re.compile(
    row_then(
        f"(?P<people>{PERSON}(?:[、和]{PERSON})+)",
        f"(?:同志)?分别(?:担任|任|当选为?|出任|兼任)(?P<posts>{_TITLES})",
    )
)

_BRANCH = re.compile("(?:分|子)公司$|项目部$")
# 历任A主任、B书记等职: the posts of whoever the sentence began with.
_CAREER = re.compile(rf"(?:历任|曾任|先后任|先后担任|曾担任|历任过)(?P<posts>{_TITLES})")
_TITLE_BEFORE_NAME = Rule("title-before-name", 0.95, "市总工会党组书记、常务副主席A: posts before the name.")
_TITLE_AFTER_NAME = Rule(
    "title-after-name", 0.9, "省科技厅A处长: the body before the name, its title behind."
)
_SHARED_TITLE = Rule("shared-title", 0.85, "市政协副主席A、B: a post that B shares with A.")
_IN_TURN = Rule("appointed-in-turn", 0.9, "A、B分别担任董事长、总经理: to each the post in the same place.")
_CAREER_RULE = Rule("career", 0.85, "A1953年参加工作，历任B书记、C局长: the posts of a life.")
_APPOINTMENT = Rule("appointed", 0.9, "A任厅长; 选举A为会长: who becomes what.")
RULES = (_TITLE_BEFORE_NAME, _TITLE_AFTER_NAME, _SHARED_TITLE, _IN_TURN, _APPOINTMENT, _CAREER_RULE)


def _first_post(code: str, start: int, end: int) -> int:
    """Where the posts in code[start:end] begin that stand before a name at `end`; `end` without any."""
    return next(match.start() for match in _BEFORE.finditer(code, start, end) if match.end() == end)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A person with the posts around the name: what other rules see as one person."""

    start: int
    end: int
    person: str


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the body or area it belongs to (an entity key)."""

    title: str
    body: str


class Positions:
    """Reads the positions of one article, sentence by sentence."""

    def __init__(self, entities: Sequence[Entity], areas: Areas, gazetteer: Gazetteer) -> None:
        """`entities` are those of the article, one for each mention, in the order of the text."""
        self._counts = Counter(entity.id for entity in entities)
        self._entities = {entity.id: entity for entity in entities}
        self._by_name = {(entity.type, entity.name): entity for entity in entities}
        # By the endings of a kind of bodies.
        self._most_named: dict[tuple[str, ...], str | None] = {}
        self._areas = areas
        self._gazetteer = gazetteer
        # The first person of the sentences so far: who a sentence without a subject is about.
        self._told_of: Mark | None = None

    def read(self, canvas: Canvas) -> tuple[list[Claim], list[Phrase]]:
        """The positions stated in one sentence, and each person's phrase in it."""
        claims: list[Claim] = []
        phrases: list[Phrase] = []
        carried: list[Post] = []
        last_end = 0
        for index, person in canvas.marks(types=PERSON):
            begin = _first_post(canvas.code, last_end, index)
            after = _AFTER.match(canvas.code, index + 1)
            gap = canvas.code[last_end:begin] if last_end else "^"
            body = carried[-1].body if carried and _LIST_GAP.match(gap) else None
            posts = self._posts(canvas, begin, index, body)
            if posts and canvas.code[begin - 1 : begin] == "原":
                posts = [Post(f"原{post.title}", post.body) for post in posts]
            end = after.end() if after else index + 1
            rule = _TITLE_BEFORE_NAME
            if after and not posts and begin < index:
                posts = self._posts_after(canvas, begin, index, after)
                rule = _TITLE_AFTER_NAME
            elif not posts and begin == index and carried and _NAME_GAP.match(gap) and not after:
                posts = [post for post in carried[-1:] if not CHIEF_TITLE.match(post.title)]
                rule = _SHARED_TITLE
            start_offset, end_offset = canvas.offset(begin), canvas.offset(end)
            phrases.append(Phrase(start_offset, end_offset, person.ref))
            claims.extend(self._claim(person, post, start_offset, end_offset, rule) for post in posts)
            carried = posts
            last_end = end
        claims.extend(self._appointments(canvas))
        claims.extend(self._career(canvas))
        first = canvas.marks(types=PERSON)[:1]
        self._told_of = first[0][1] if first else self._told_of
        return claims, phrases

    def _posts(self, canvas: Canvas, start: int, end: int, body: str | None) -> list[Post]:
        """The posts in code[start:end]; `body` is the one carried over from the phrase before."""
        posts: list[Post] = []
        titles = canvas.marks(start, end, types=TITLE)
        current = body if titles and self._may_have(body, titles[0][1].ref) else None
        for index, mark in canvas.marks(start, end):
            if canvas.code[index] in (ORGANISATION, PLACE):
                current = mark.ref
            elif canvas.code[index] == TITLE and (owner := self._owner(mark.ref, current)):
                posts.append(Post(mark.ref, owner))
        return posts

    def _posts_after(self, canvas: Canvas, begin: int, index: int, after: re.Match[str]) -> list[Post]:
        """ⓄⓅⓉ: the body stands before the name, its title after it."""
        bodies = canvas.marks(begin, index, types=ORGANISATION + PLACE)
        titles = canvas.marks(after.start("titles"), after.end("titles"), types=TITLE)
        if not bodies:
            return []
        owners = [(title.ref, self._owner(title.ref, bodies[-1][1].ref)) for _, title in titles]
        return [Post(title, owner) for title, owner in owners if owner]

    def _owner(self, title: str, body: str | None) -> str | None:
        """Whose post a title is: the area's (市长), the body's before it, the article's own body's."""
        if area := AREA_TITLE.match(title):
            return self._area(area.group(1), body)
        if title.startswith("国家"):
            return self._by_name["Place", "中国"].id if ("Place", "中国") in self._by_name else None
        return self._outer(title, body) if body else self._own_body(title)

    def _outer(self, title: str, body: str) -> str:
        """党委副书记、副院长: a post that no committee has is one of the committee's own body."""
        name = self._entities[body].name
        outer = self._by_name.get(("Organisation", COMMITTEE_TAIL.sub("", name)))
        return outer.id if outer and not PARTY_TITLE.search(title) else body

    def _area(self, level: str, body: str | None) -> str | None:
        entity = self._entities[body] if body else None
        if entity and entity.type == "Place" and level_of(entity.name) in (level, None):
            return entity.id
        names = list(reversed(split_area(entity.name, self._gazetteer)[0])) if entity else []
        if entity and not names:
            names = [entity.name.removesuffix("委")]
        for name in names:
            if level_of(name) == level and ("Place", name) in self._by_name:
                return self._by_name["Place", name].id
        best = self._by_name.get(("Place", self._areas.best(level) or ""))
        return best.id if best else None

    def _may_have(self, body: str | None, title: str) -> bool:
        """Whether a carried body is of a kind that has such a post: a 学位办 has no 校长."""
        if body is None:
            return False
        name = COMMITTEE_TAIL.sub("", self._entities[body].name)
        kinds = [endings for pattern, endings in TITLE_BODY_ENDINGS if pattern.search(title)]
        return all(name.endswith(endings) for endings in kinds)

    def _own_body(self, title: str) -> str | None:
        """The body of the kind that has such a post (院长 → a 学院) which the article names most."""
        kinds = (endings for pattern, endings in TITLE_BODY_ENDINGS if pattern.search(title))
        endings = next(kinds, None)
        if endings and endings not in self._most_named:
            self._most_named[endings] = self._body_named_most(endings)
        return self._most_named[endings] if endings else None

    def _body_named_most(self, endings: tuple[str, ...]) -> str | None:
        bodies = [e for e in self._entities.values() if e.type == "Organisation" and e.name.endswith(endings)]
        # A branch has a manager too, but is not what an article means by 总经理 alone.
        bodies = [e for e in bodies if not _BRANCH.search(e.name)] or bodies
        bodies.sort(key=lambda entity: -self._counts[entity.id])
        clear = len(bodies) == 1 or (bodies and self._counts[bodies[0].id] > self._counts[bodies[1].id])
        return bodies[0].id if clear else None

    def _appointments(self, canvas: Canvas) -> Iterator[Claim]:
        for match in whole(_APPOINTED_IN_TURN, canvas.code):
            people = canvas.marks(*match.span("people"), types=PERSON)
            posts = self._posts(canvas, *match.span("posts"), None)
            if len(people) == len(posts):
                for (_, person), post in zip(people, posts, strict=True):
                    yield self._match_claim(canvas, match, person, post, _IN_TURN)
        for pattern in _APPOINTED:
            for match in whole(pattern, canvas.code):
                people = canvas.marks(*match.span("people"), types=PERSON)
                for post in self._posts(canvas, *match.span("posts"), None):
                    for _, person in people:
                        yield self._match_claim(canvas, match, person, post, _APPOINTMENT)

    def _career(self, canvas: Canvas) -> Iterator[Claim]:
        for match in _CAREER.finditer(canvas.code):
            before = canvas.marks(0, match.start(), types=PERSON)
            if person := before[0][1] if before else self._told_of:
                for post in self._posts(canvas, *match.span("posts"), None):
                    yield self._match_claim(canvas, match, person, post, _CAREER_RULE)

    def _match_claim(
        self, canvas: Canvas, match: re.Match[str], person: Mark, post: Post, rule: Rule
    ) -> Claim:
        return self._claim(person, post, canvas.offset(match.start()), canvas.offset(match.end()), rule)

    @staticmethod
    def _claim(person: Mark, post: Post, start: int, end: int, rule: Rule) -> Claim:
        return Claim(
            person.ref, "holdsPosition", post.body, start, end, rule.confidence, rule.name, post.title
        )
