"""holdsPosition: chained, carried and shared titles around a person's name, and appointments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language.titles import CHIEF_TITLE
from kg.linker.claims import StatedRelation
from kg.linker.names.title_owners import TitleOwners
from kg.linker.rule import Rule
from kg.linker.sentences.masking import ORGANISATION, PERSON, PLACE, TITLE, MaskedMention, MaskedSentence
from kg.linker.sentences.rows import row_then, whole
from kg.model.records import Claim

_BODY = f"[{ORGANISATION}{PLACE}]"
# Between a body and its post: Ⓞ（以下简称“…”）Ⓣ, Ⓞ的Ⓣ.
_ASIDE = "(?:[（(][^（）()。]{1,20}[）)]|的)?+"
# Posts before a name: ⓄⓉ、Ⓣ，ⓄⓉ Ⓟ.
_BEFORE = re.compile(f"(?:(?:{_BODY}++{_ASIDE})?+{TITLE}[、，和兼及暨]?)*+{_BODY}*+[ \u3000]?+")
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
        f"(?:选举|任命|聘任?|推选|增选|补选|提名)(?P<people>{PERSON}(?:[、和]{PERSON})*)"
        f"(?:同志)?(?:为|担任|任)(?P<posts>{_TITLES})"
    ),
)
_APPOINTED_IN_TURN = re.compile(
    row_then(
        f"(?P<people>{PERSON}(?:[、和]{PERSON})+)",
        f"(?:同志)?分别(?:担任|任|当选为?|出任|兼任)(?P<posts>{_TITLES})",
    )
)

# 历任A主任、B书记等职, 王强，男，汉族，现任A主任: the posts of whoever the sentence began with.
_CAREER = re.compile(rf"(?:历任|曾任|先后任|先后担任|曾担任|历任过|(?<=[，。；])现任)(?P<posts>{_TITLES})")

_ELECTS = re.compile("选举|改选|换届|推选|产生")
# 工会委员会委员名单：, and the names in the line below.
_ROSTER = re.compile(
    rf"(?P<bodies>(?<!{ORGANISATION}){ORGANISATION}{{1,8}}){TITLE}名单[^{PERSON}，。]{{0,4}}$"
)
_ROSTER_NAMES = re.compile(rf"{PERSON}(?:[ \u3000、]*{PERSON})*")

_TITLE_BEFORE_NAME = Rule("title-before-name", "市总工会党组书记、常务副主席A: posts before the name.")
_TITLE_AFTER_NAME = Rule("title-after-name", "省科技厅A处长: the body before the name, its title behind.")
_SHARED_TITLE = Rule("shared-title", "市政协副主席A、B: a post that B shares with A.")
_IN_TURN = Rule("appointed-in-turn", "A、B分别担任董事长、总经理: to each the post in the same place.")
_HELD_IN_CAREER = Rule("career", "A1953年参加工作，历任B书记、C局长: the posts of a life.")
_IN_ROSTER = Rule("roster", "工会委员会委员名单：, and in the next line A B C: each is one.")
_APPOINTMENT = Rule("appointed", "A任厅长; 选举A为会长: who becomes what.")
RULES = (
    _TITLE_BEFORE_NAME,
    _TITLE_AFTER_NAME,
    _SHARED_TITLE,
    _IN_TURN,
    _APPOINTMENT,
    _HELD_IN_CAREER,
    _IN_ROSTER,
)


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A person with the posts around the name, at [start, end) of the text: to other rules one mention."""

    start: int
    end: int
    person: str


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the body or area it belongs to (an entity key)."""

    title: str
    body: str


def find_positions(
    sentences: Sequence[MaskedSentence], owners: TitleOwners
) -> tuple[list[Claim], list[PersonPhrase]]:
    """The positions that an article's sentences state, and each person with the posts around the name."""
    claims: list[Claim] = []
    phrases: list[PersonPhrase] = []
    # The first person of the sentences so far: who a sentence without a subject is about.
    topic: MaskedMention | None = None
    roster: list[Post] = []
    for sentence in sentences:
        positions = _SentencePositions(sentence, owners)
        claims.extend(positions.members(roster))
        roster = positions.roster()
        for phrase, posts, rule in positions.phrases():
            phrases.append(phrase)
            claims.extend(_claim(phrase.person, post, phrase.start, phrase.end, rule) for post in posts)
        claims.extend(positions.appointments())
        claims.extend(positions.career(topic))
        topic = next(iter(sentence.mentions(types=PERSON)), topic)
    return claims, phrases


class _SentencePositions:
    """Reads the positions in one sentence."""

    def __init__(self, masked: MaskedSentence, owners: TitleOwners) -> None:
        self._masked = masked
        self._owners = owners

    def phrases(self) -> Iterator[tuple[PersonPhrase, list[Post], Rule]]:
        """Each person with the posts around the name, and the rule that these are read by."""
        masked, code = self._masked, self._masked.code
        carried: list[Post] = []
        last_end = 0
        for index, person in masked.symbols(types=PERSON):
            begin = _first_post(code, last_end, index)
            after = _AFTER.match(code, index + 1)
            gap = code[last_end:begin] if last_end else "^"
            body = carried[-1].body if carried and _LIST_GAP.match(gap) else None
            posts, rule = self._posts(begin, index, body), _TITLE_BEFORE_NAME
            if posts and code[begin - 1 : begin] == "原":
                posts = [Post(f"原{post.title}", post.body) for post in posts]
            if after and not posts and begin < index:
                posts, rule = self._posts_after(begin, index, after), _TITLE_AFTER_NAME
            elif not posts and begin == index and carried and _NAME_GAP.match(gap) and not after:
                posts = [post for post in carried[-1:] if not CHIEF_TITLE.match(post.title)]
                rule = _SHARED_TITLE
            last_end = after.end() if after else index + 1
            carried = posts
            yield PersonPhrase(masked.offset(begin), masked.offset(last_end), person.ref), posts, rule

    def appointments(self) -> Iterator[Claim]:
        """Who becomes what."""
        for match in whole(_APPOINTED_IN_TURN, self._masked.code):
            people = self._masked.mentions(*match.span("people"), types=PERSON)
            posts = self._posts(*match.span("posts"))
            if len(people) == len(posts):
                for person, post in zip(people, posts, strict=True):
                    yield self._claim_of(match, person, post, _IN_TURN)
        for pattern in _APPOINTED:
            for match in whole(pattern, self._masked.code):
                people = self._masked.mentions(*match.span("people"), types=PERSON)
                for post in self._posts(*match.span("posts"), self._electing(match.start())):
                    for person in people:
                        yield self._claim_of(match, person, post, _APPOINTMENT)

    def _electing(self, index: int) -> str | None:
        """The body that the sentence names first, whose posts are given: A协会选举产生理事会，B任会长."""
        bodies = self._masked.mentions(0, index, types=ORGANISATION)
        elects = bodies and _ELECTS.search(self._masked.code, 0, index)
        return bodies[0].ref if elects else None

    def career(self, topic: MaskedMention | None) -> Iterator[Claim]:
        """The posts of the life of whoever the sentence begins with, else of `topic`."""
        for match in _CAREER.finditer(self._masked.code):
            person = next(iter(self._masked.mentions(0, match.start(), types=PERSON)), topic)
            if person:
                for post in self._posts(*match.span("posts")):
                    yield self._claim_of(match, person, post, _HELD_IN_CAREER)

    def _posts(self, start: int, end: int, body: str | None = None) -> list[Post]:
        """The posts in code[start:end]; `body` is the one carried over from the phrase before."""
        posts: list[Post] = []
        titles = self._masked.mentions(start, end, types=TITLE)
        current = body if titles and self._owners.may_have(body, titles[0].ref) else None
        for mention in self._masked.mentions(start, end):
            if mention.type in ("Organisation", "Place"):
                current = mention.ref
            elif mention.type == "Title" and (owner := self._owners.owner_of(mention.ref, current)):
                posts.append(Post(mention.ref, owner))
        return posts

    def _posts_after(self, begin: int, index: int, after: re.Match[str]) -> list[Post]:
        """ⓄⓅⓉ: the body stands before the name, its title after it."""
        bodies = self._masked.mentions(begin, index, types=ORGANISATION + PLACE)
        if not bodies:
            return []
        titles = self._masked.mentions(*after.span("titles"), types=TITLE)
        owned = [(title.ref, self._owners.owner_of(title.ref, bodies[-1].ref)) for title in titles]
        return [Post(title, owner) for title, owner in owned if owner]

    def roster(self) -> list[Post]:
        """The posts of those whom the next line names."""
        match = _ROSTER.search(self._masked.code)
        if match is None:
            return []
        (title,) = self._masked.mentions(match.end("bodies"), match.end(), types=TITLE)
        bodies = self._masked.mentions(*match.span("bodies"))
        return [Post(title.ref, body.ref) for body in bodies]

    def members(self, posts: Sequence[Post]) -> Iterator[Claim]:
        """Who has the posts that the line before announced."""
        match = _ROSTER_NAMES.match(self._masked.code) if posts else None
        for person in self._masked.mentions(*match.span(), types=PERSON) if match else ():
            for post in posts:
                yield _claim(person.ref, post, person.start, person.end, _IN_ROSTER)

    def _claim_of(self, match: re.Match[str], person: MaskedMention, post: Post, rule: Rule) -> Claim:
        start, end = (self._masked.offset(index) for index in match.span())
        return _claim(person.ref, post, start, end, rule)


def _first_post(code: str, start: int, end: int) -> int:
    """Where the posts in code[start:end] begin that stand before a name at `end`; `end` without any.

    In A任会长，B任秘书长 the post before the comma is A's.
    """
    begin = next(match.start() for match in _BEFORE.finditer(code, start, end) if match.end() == end)
    given = code.endswith(("任", "为", "当选"), start, begin) and code.endswith("，", begin, end)
    return end if given else begin


def _claim(person: str, post: Post, start: int, end: int, rule: Rule) -> Claim:
    return StatedRelation(person, post.body, start, end, post.title).claim("holdsPosition", rule)
