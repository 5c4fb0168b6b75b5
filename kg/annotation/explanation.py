"""Why an article gives what it gives: the rules behind its names and claims, the verbs that gave none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kg import linker
from kg.annotation.pipeline import recognised
from kg.language.script import as_written
from kg.language.text import sentences
from kg.linker.sentences.masking import EVENT, ORGANISATION, PLACE, MaskedMention
from kg.model.records import Article, Claim, Entity, Mention

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class ExplainedStep:
    """What a rule made of a name on its way to the canonical one."""

    rule: str
    summary: str
    name: str


@dataclass(frozen=True, slots=True)
class When:
    """The words that tell when an event was, and the days that they mean where that is known."""

    text: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ExplainedMention:
    """Something marked at [start, end) of the article.

    `by` is the rule or model that found it, `name` the canonical name of its entity (None for a title),
    `steps` the way there; without `by` an event takes part in no relation and was left out. Nobody is
    taken to be at a `nonfactual` event, first named in a plan, a demand or reported speech.
    `when` comes with an event's first mention.
    """

    start: int
    end: int
    text: str
    type: str
    name: str | None
    by: str | None
    steps: tuple[ExplainedStep, ...] = ()
    nonfactual: bool = False
    when: When | None = None


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim in names, the rule that it comes from, and other rules that stated the same."""

    subject: str
    predicate: str
    object: str
    title: str | None
    rule: str
    summary: str
    confidence: float
    evidence: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplainedVerb:
    """A verb of a relation: who does it (`carried` over from an earlier clause), what makes it no fact."""

    text: str
    subjects: tuple[str, ...]
    carried: bool
    nonfactual_cue: str | None


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence, without the line break at its end, with all that was found in it."""

    start: int
    text: str
    mentions: tuple[ExplainedMention, ...]
    claims: tuple[ExplainedClaim, ...]
    verbs: tuple[ExplainedVerb, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article, sentence by sentence."""

    article: Article
    sentences: tuple[ExplainedSentence, ...]


def explain(nlp: Language, articles: Sequence[Article]) -> Iterator[Explanation]:
    """Each article annotated as a build would annotate it, with the reasons."""
    for article, plain, mentions in recognised(nlp, articles):
        yield _explanation(article, mentions, linker.link_with_workings(plain, mentions))


def _explanation(article: Article, mentions: Sequence[Mention], workings: linker.Workings) -> Explanation:
    entities = {
        **workings.parsed.entities,
        **{entity.id: entity for entity in as_written(workings.linked, article).entities},
    }
    marked = _mentions(article.text, mentions, workings, entities)
    claims = [
        (claim.start, _claim(claim, article.text, workings, entities)) for claim in workings.linked.claims
    ]
    verbs = [(verb.start, _verb(verb, article.text, entities)) for verb in linker.find_verbs(workings.parsed)]
    return Explanation(
        article,
        tuple(
            ExplainedSentence(
                start,
                article.text[start:end].rstrip("\n"),
                tuple(mention for mention in marked if start <= mention.start < end),
                tuple(claim for offset, claim in claims if start <= offset < end),
                tuple(verb for offset, verb in verbs if start <= offset < end),
            )
            for start, end in sentences(article.text)
        ),
    )


def _mentions(
    text: str, mentions: Sequence[Mention], workings: linker.Workings, entities: Mapping[str, Entity]
) -> list[ExplainedMention]:
    """Names, titles and events in the order of the text, the wider first."""
    explained = partial(_mention, text)
    shown = [explained(title, None, title.by) for title in mentions if title.type == "Title"]
    for written, resolved in workings.names.items():
        steps = tuple(ExplainedStep(step.rule, linker.RULES[step.rule], step.name) for step in resolved.steps)
        shown.append(explained(written, entities[resolved.entity.id].name, written.by, steps))
    times = {
        entity.id: When(text[entity.time.start : entity.time.end], entity.time.first, entity.time.last)
        for entity in entities.values()
        if entity.time
    }
    named = {(name.start, name.end) for name in workings.names}
    kept = {(m.start, m.end, m.entity): m.by for m in workings.linked.mentions}
    for sentence in workings.parsed.sentences:
        for mention in sentence.masked.mentions(types=EVENT + ORGANISATION + PLACE):
            name = entities[mention.ref].name
            if mention.type == "Event":
                by = kept.get((mention.start, mention.end, mention.ref))
                nonfactual = mention.ref in workings.parsed.nonfactual_events
                when = times.pop(mention.ref, None)
                shown.append(explained(mention, name, by, nonfactual=nonfactual, when=when))
            elif (mention.start, mention.end) not in named:
                # 我校 is no mention, but the rules know whose it is.
                shown.append(explained(mention, name, "own-body"))
    return sorted(shown, key=lambda mention: (mention.start, -mention.end))


def _mention(
    text: str,
    at: Mention | MaskedMention,
    name: str | None,
    by: str | None,
    steps: tuple[ExplainedStep, ...] = (),
    *,
    nonfactual: bool = False,
    when: When | None = None,
) -> ExplainedMention:
    surface = text[at.start : at.end]
    return ExplainedMention(at.start, at.end, surface, at.type, name, by, steps, nonfactual, when)


def _claim(
    claim: Claim, text: str, workings: linker.Workings, entities: Mapping[str, Entity]
) -> ExplainedClaim:
    fact = (claim.subject, claim.predicate, claim.object)
    others = (
        other.rule
        for other in workings.parsed.claims
        if (other.subject, other.predicate, other.object) == fact and other.rule != claim.rule
    )
    return ExplainedClaim(
        entities[claim.subject].name,
        claim.predicate,
        entities[claim.object].name,
        claim.title,
        claim.rule,
        linker.RULES[claim.rule],
        claim.confidence,
        text[claim.start : claim.end],
        tuple(dict.fromkeys(others)),
    )


def _verb(verb: linker.Verb, text: str, entities: Mapping[str, Entity]) -> ExplainedVerb:
    subjects = tuple(entities[subject].name for subject in verb.subjects)
    return ExplainedVerb(text[verb.start : verb.end], subjects, verb.carried, verb.nonfactual_cue)
