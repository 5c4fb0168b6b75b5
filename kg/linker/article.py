"""One article from its mentions to entities and claims: the order of the linker's steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from kg.identity.keys import event_key
from kg.language.divisions import Gazetteer
from kg.linker import relations
from kg.linker.events.coreference import group_mentions
from kg.linker.events.dating import times_of_events
from kg.linker.events.mentions import EventMention, find_event_mentions
from kg.linker.events.surveys import find_survey_mentions
from kg.linker.events.time_expressions import find_expressions
from kg.linker.names import resolution
from kg.linker.names.areas import Areas
from kg.linker.names.entities import entity_of
from kg.linker.names.generic_bodies import bodies_before_titles, own_bodies
from kg.linker.names.named_areas import areas_of
from kg.linker.names.title_owners import TitleOwners
from kg.linker.relations.holds_position import PersonPhrase, find_positions
from kg.linker.sentences.clauses import clauses_of
from kg.linker.sentences.masking import MaskedMention, MaskedSentence, in_text_order
from kg.linker.sentences.parsed_article import ParsedArticle
from kg.linker.sentences.splitting import SentenceSpan, split_sentences
from kg.model.records import Article, Claim, Entity, EntityMention, LinkedArticle, Mention, Time

_EVENT_KINDS = {"meeting": "Meeting", "ceremony": "Activity", "activity": "Activity", "survey": "Survey"}

# An event of the article with its mentions.
MentionedEvent = tuple[Entity, Sequence[EventMention]]


@dataclass(frozen=True, slots=True)
class Workings:
    """A linked article and how it came about: how each name was resolved, what the rules saw and stated."""

    linked: LinkedArticle
    names: Mapping[Mention, resolution.Resolved]
    parsed: ParsedArticle


def link(article: Article, mentions: Sequence[Mention]) -> LinkedArticle:
    """Resolve the mentions and find the relations of one article.

    `mentions` are those of the NER stage, sorted; titles may overlap the end
    of a body's name (公安局长). Entities come out in the order of their first
    mention, claims in the order of their evidence.
    """
    return link_with_workings(article, mentions).linked


def link_with_workings(article: Article, mentions: Sequence[Mention]) -> Workings:
    """What `link` does, with the workings, for those who ask why."""
    gazetteer = Gazetteer.load()
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    areas = areas_of(article, ordered, gazetteer)
    names = resolution.resolve(article, ordered, areas, gazetteer)
    resolved = {mention: name.entity for mention, name in names.items()}
    spans = split_sentences(article)

    named = _masked_names(article.text, spans, ordered, resolved)
    owners = TitleOwners(
        list(resolved.values()),
        areas,
        gazetteer,
        lambda name: entity_of(article, "Place", name, areas, gazetteer),
    )
    positions, phrases = find_positions(named, owners)
    collapsed = _collapsed(article, ordered, resolved, phrases, areas)
    events = _events(article, _masked(article.text, spans, collapsed))
    masked = _masked(article.text, spans, _with_events(collapsed, events))
    implied = owners.implied.values()
    entities = {
        entity.id: entity for entity in (*resolved.values(), *(event for event, _ in events), *implied)
    }
    parsed = ParsedArticle(article.text, named, clauses_of(masked, spans), entities)
    times = times_of_events(parsed.sentences, find_expressions(article))
    claims = [*positions, *relations.find_claims(parsed)]
    return Workings(_linked(article, resolved, events, claims, times, implied), names, parsed)


# ---- sentences in symbols


def _masked(
    text: str, spans: Sequence[SentenceSpan], mentions: Sequence[MaskedMention]
) -> list[MaskedSentence]:
    """Each sentence with the mentions that begin in it, which are in the order of the text."""
    starts = [mention.start for mention in mentions]
    return [
        MaskedSentence(
            text,
            span.start,
            span.end,
            mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)],
        )
        for span in spans
    ]


def _masked_names(
    text: str, spans: Sequence[SentenceSpan], mentions: Sequence[Mention], resolved: Mapping[Mention, Entity]
) -> list[MaskedSentence]:
    """The sentences for the rules of positions: every name and title is a symbol of its own."""
    names = [_masked_mention(text, mention, resolved) for mention in mentions]
    return _masked(text, spans, in_text_order([*names, *bodies_before_titles(text, mentions, resolved)]))


def _masked_mention(text: str, mention: Mention, resolved: Mapping[Mention, Entity]) -> MaskedMention:
    ref = resolved[mention].id if mention in resolved else text[mention.start : mention.end]
    return MaskedMention(mention.start, mention.end, mention.type, ref)


def _collapsed(
    article: Article,
    mentions: Sequence[Mention],
    resolved: Mapping[Mention, Entity],
    phrases: Iterable[PersonPhrase],
    areas: Areas,
) -> list[MaskedMention]:
    """The mentions for other relations: those of posts are in their person's, reporters have none."""
    credited = {(credit.start, credit.end) for credit in article.byline}
    single = [
        _masked_mention(article.text, mention, resolved)
        for mention in mentions
        if mention.type != "Title" and (mention.start, mention.end) not in credited
    ]
    people = [
        MaskedMention(phrase.start, phrase.end, "Person", phrase.person)
        for phrase in phrases
        if (phrase.start, phrase.end) not in credited
    ]
    return in_text_order([*_replaced(single, people), *own_bodies(article.text, resolved, areas)])


def _with_events(mentions: Sequence[MaskedMention], events: Iterable[MentionedEvent]) -> list[MaskedMention]:
    """The mentions with those of events, which take in the names inside them."""
    of_events = [MaskedMention(m.start, m.end, "Event", event.id) for event, group in events for m in group]
    return _replaced(mentions, of_events)


def _replaced(mentions: Sequence[MaskedMention], wider: Sequence[MaskedMention]) -> list[MaskedMention]:
    """The wider mentions in place of what they cover."""
    spans = in_text_order(wider)
    starts = [mention.start for mention in spans]

    def covered(mention: MaskedMention) -> bool:
        before = spans[max(0, bisect_right(starts, mention.start) - 2) : bisect_right(starts, mention.start)]
        return any(mention.end <= other.end for other in before)

    return in_text_order([*(mention for mention in mentions if not covered(mention)), *wider])


# ---- events


def _events(article: Article, sentences: Sequence[MaskedSentence]) -> list[MentionedEvent]:
    """The events that the text names; several of one name have keys of their own."""
    groups = group_mentions(
        chain.from_iterable(find_event_mentions(sentence, article.text) for sentence in sentences),
        len(article.title),
    )
    groups = _with_survey(groups, find_survey_mentions(article.text, len(article.title) + 1))
    so_far: Counter[str] = Counter()
    events: list[MentionedEvent] = []
    for group in groups:
        fullest = _fullest(group)
        name = " ".join(fullest.text.split())
        so_far[name] += 1
        key = event_key(article.id, name if so_far[name] == 1 else f"{name} {so_far[name]}")
        events.append((Entity(key, "Event", name, _EVENT_KINDS[fullest.kind]), group))
    return events


def _with_survey(groups: list[list[EventMention]], survey: list[EventMention]) -> list[list[EventMention]]:
    """The survey as one more event, unless its words are already part of another."""
    taken = sorted((mention.start, mention.end) for group in groups for mention in group)
    # How far the mentions reach that begin no later.
    reach = list(accumulate((end for _, end in taken), max))
    before = (bisect_left(taken, (mention.end,)) for mention in survey)
    free = [m for m, count in zip(survey, before, strict=True) if not count or reach[count - 1] <= m.start]
    return [*groups, free] if free else groups


def _fullest(group: Sequence[EventMention]) -> EventMention:
    """The mention by which the event of a group is called."""
    return max(group, key=lambda mention: (len(mention.text), -mention.start))


# ---- the result


def _linked(
    article: Article,
    resolved: Mapping[Mention, Entity],
    events: Sequence[MentionedEvent],
    claims: Sequence[Claim],
    times: Mapping[str, Time],
    implied: Collection[Entity],
) -> LinkedArticle:
    """Only events that take part in a relation are kept; nothing takes part in one with itself."""
    stated = [claim for claim in claims if claim.subject != claim.object]
    used = {key for claim in stated for key in (claim.subject, claim.object)}
    kept = [(replace(event, time=times.get(event.id)), group) for event, group in events if event.id in used]
    mentions = [EntityMention(m.start, m.end, entity.id, m.by) for m, entity in resolved.items()]
    mentions += [
        EntityMention(m.start, m.end, event.id, "event-again" if m.bare else "event-name")
        for event, group in kept
        for m in group
    ]
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    entities = {entity.id: entity for entity in (*resolved.values(), *(event for event, _ in kept), *implied)}
    ids = (*(mention.entity for mention in mentions), *(entity.id for entity in implied if entity.id in used))
    unique = {(c.subject, c.predicate, c.object, c.title): c for c in reversed(stated)}
    return LinkedArticle(
        article,
        tuple(entities[key] for key in dict.fromkeys(ids)),
        tuple(mentions),
        tuple(
            sorted(
                unique.values(),
                key=lambda c: (c.start, c.end, c.subject, c.predicate, c.object, c.title or ""),
            )
        ),
    )
