"""Why an article gives what it gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg import ner
from kg.annotation.explanation import ExplainedSentence, When, explain
from kg.annotation.pipeline import annotate
from kg.model.records import Article
from kg.reading.press.byline import find_credits

TEXT = (
    "萍乡市总工会召开安全生产座谈会。市总工会主席林海棠主持会议，随后参加职工运动会。"
    "萍乡市总工会计划举办职工书画展。\n市教育局局长周望川到萍乡市实验小学调研。"
)

Read = Callable[[str], list[ExplainedSentence]]


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = ner.load()
    return lambda text: list(next(explain(nlp, [Article("a", "", text)])).sentences)


def test_the_sentences_hold_the_whole_text(read: Read) -> None:
    assert "".join(sentence.text for sentence in read(TEXT)) == TEXT.replace("\n", "")


def test_a_mention_tells_its_finder_and_the_way_to_its_name(read: Read) -> None:
    elliptic = read(TEXT)[1].mentions[0]
    assert (elliptic.text, elliptic.type, elliptic.name) == ("市总工会", "Organisation", "萍乡市总工会")
    assert elliptic.by
    (step,) = elliptic.steps
    assert (step.rule, step.name) == ("as-before", "萍乡市总工会")
    assert "was short for before" in step.summary


def test_a_claim_tells_its_rule_and_its_words(read: Read) -> None:
    claims = {claim.predicate: claim for claim in read(TEXT)[1].claims}
    presided = claims["presidesOver"]
    assert (presided.subject, presided.object) == ("林海棠", "安全生产座谈会")
    assert (presided.rule, presided.evidence) == ("presided", "市总工会主席林海棠主持会议")
    assert presided.summary.startswith("A主持会议")
    assert claims["holdsPosition"].title == "主席"


def test_a_verb_tells_whose_it_is_and_why_it_states_nothing(read: Read) -> None:
    _, second, third, _ = read(TEXT)
    joined = next(verb for verb in second.verbs if verb.text == "参加")
    assert (joined.subjects, joined.carried, joined.nonfactual_cue) == (("林海棠",), True, None)
    planned = next(verb for verb in third.verbs if verb.text == "举办")
    assert (planned.subjects, planned.nonfactual_cue) == (("萍乡市总工会",), "计划")


def test_an_event_that_was_left_out_is_shown(read: Read) -> None:
    left_out = next(mention for mention in read(TEXT)[2].mentions if mention.type == "Event")
    assert (left_out.text, left_out.by, left_out.nonfactual) == ("职工书画展", None, True)


def test_an_event_tells_when_it_was_with_its_first_mention(read: Read) -> None:
    (first, second) = read("2024年6月4日，萍乡市总工会召开安全生产座谈会。会议强调安全。")
    times = [m.when for s in (first, second) for m in s.mentions if m.type == "Event"]
    assert times == [When("2024年6月4日", "2024-06-04", "2024-06-04"), None]


def test_what_stands_for_the_articles_own_body_is_shown(read: Read) -> None:
    (sentence,) = read("萍乡市实验小学消息：我校举办毕业典礼。")
    own = next(mention for mention in sentence.mentions if mention.text == "我校")
    assert (own.type, own.name, own.by) == ("Organisation", "萍乡市实验小学", "own-body")


def test_what_is_explained_is_what_a_build_finds() -> None:
    article = Article("a", "", TEXT, byline=find_credits(TEXT))
    nlp = ner.load()
    (linked,), (explanation,) = annotate(nlp, [article]), explain(nlp, [article])
    shown = [claim for sentence in explanation.sentences for claim in sentence.claims]
    assert [(c.predicate, c.title, c.rule, c.confidence) for c in shown] == [
        (c.predicate, c.title, c.rule, c.confidence) for c in linked.claims
    ]
    marked = {(m.start, m.end) for s in explanation.sentences for m in s.mentions if m.by}
    assert {(m.start, m.end) for m in linked.mentions} <= marked


def test_traditional_names_are_shown_as_the_article_writes_them(read: Read) -> None:
    (sentence,) = read("萍鄉市總工會召開安全生產座談會。")
    (claim,) = sentence.claims
    assert (claim.subject, claim.evidence) == ("萍鄉市總工會", "萍鄉市總工會召開安全生產座談會")
