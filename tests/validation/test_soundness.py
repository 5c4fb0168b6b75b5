"""What is unsound costs itself alone and is told; a fault that is not the articles' stops the build."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.artifacts.annotations import read_articles, to_json, to_jsonl
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.errors import ValidationError
from kg.model.iri import BASE_IRI
from kg.model.records import Claim, Credit, Entity, EntityMention, LinkedArticle, Time
from kg.validation import Sound, require_sound, sound
from tests.factory import corpus, report
from tests.validation.test_checks import MEETING, cut

TOWN, HALL = "place/柳溪镇", "organisation/云河大学"
LECTURE = "event/page-03/“工匠讲堂”活动"

Change = Callable[[LinkedArticle], LinkedArticle]


def checked(articles: list[LinkedArticle]) -> Sound:
    found = sound(articles, BASE_IRI, to_turtle)
    with TemporaryDirectory() as folder:
        path = Path(folder, "articles.jsonl")
        path.write_text(to_jsonl(found.articles), "utf-8")
        written = read_articles(path)
    assert written == found.articles
    require_sound(found.turtle, KnowledgeGraph.from_articles(written))
    return found


def lost(articles: list[LinkedArticle], found: Sound) -> list[str]:
    """What of the articles is no more in what is found, as `article.kind` and its count."""
    kept = {one.article.id: to_json(one) for one in found.articles}
    counts = [
        f"{one.article.id}.{kind} {lack}"
        for one in articles
        for kind in ("entities", "mentions", "relations", "byline")
        if (lack := len(to_json(one)[kind]) - len(kept.get(one.article.id, {}).get(kind, ())))
    ]
    dated, found_dated = (
        [e.id for one in given for e in one.entities if e.time] for given in (articles, found.articles)
    )
    return [*counts, *(f"time of {key}" for key in dated if key not in found_dated)]


def with_entity(key: str, **changes: Any) -> Change:
    return lambda one: replace(
        one, entities=tuple(replace(e, **changes) if e.id == key else e for e in one.entities)
    )


def with_claim(**changes: Any) -> Change:
    """The last article's first claim (柳溪镇 organised the lecture) changed."""
    return lambda one: replace(one, claims=(replace(one.claims[0], **changes), *one.claims[1:]))


def adding(*annotations: Entity | EntityMention | Claim | Credit) -> Change:
    def add(one: LinkedArticle) -> LinkedArticle:
        entities, mentions, claims, credits_ = (
            tuple(a for a in annotations if isinstance(a, kind))
            for kind in (Entity, EntityMention, Claim, Credit)
        )
        return LinkedArticle(
            replace(one.article, byline=one.article.byline + credits_),
            one.entities + entities,
            one.mentions + mentions,
            one.claims + claims,
        )

    return add


@pytest.mark.parametrize(
    ("change", "gone", "told"),
    [
        # A statement alone.
        (with_claim(subject=LECTURE), "page-03.relations 1",
         "““工匠讲堂”活动 organised “工匠讲堂”活动” is unsound and is left out: "
         f"'{BASE_IRI}{LECTURE}' breaks sh:or (shape:organised)"),
        (with_claim(object=HALL), "page-03.relations 1", "breaks sh:class kg:Event (shape:organised)"),
        (with_claim(predicate="awarded"), "page-03.relations 1", "tells its title. (shape:ClaimTitle)"),
        (with_claim(confidence=2.0), "page-03.relations 1", "'2.0' breaks sh:maxInclusive 1 (shape:"),
        (with_claim(rule=""), "page-03.relations 1", "'' breaks sh:minLength 1 (shape:extractedBy)"),
        (with_claim(start=9, end=9), "page-03.relations 1", "quotes nothing"),
        (with_claim(end=999), "page-03.relations 1", "has no characters"),
        (with_claim(object="event/无"), "page-03.relations 1", "speaks of 'event/无', which is no entity"),
        (adding(Credit("", "陈一鸣", 3, 5)), "page-03.byline 1", "in what role. (shape:ClaimRole)"),
        (adding(Credit("记者", "陈一鸣", 5, 3)), "page-03.byline 1", "has no characters 5 to 3"),
        (adding(EntityMention(7, 7, HALL, "x")), "page-03.mentions 1", "the name “” of “云河大学”"),
        (adding(EntityMention(7, 999, HALL, "x")), "page-03.mentions 1", "has no characters 7 to 999"),
        # A time or a code without what it is of.
        (with_entity(LECTURE, time=Time(11, 13, "2025-06-05", "2025-06-04")), f"time of {LECTURE}",
         "'2025-06-05' breaks sh:lessThanOrEquals schema:endDate (shape:Event)"),
        (with_entity(LECTURE, time=Time(11, 13, "6月")), f"time of {LECTURE}",
         "schema:startDate '6月' breaks sh:datatype xsd:date (shape:Event)"),
        (with_entity(LECTURE, time=Time(11, 999)), f"time of {LECTURE}", "has no characters 11 to 999"),
        (with_entity(LECTURE, time=Time(11, 11, "2025-06-05")), f"time of {LECTURE}",
         "has no characters 11 to 11"),
        (with_entity(TOWN, code="镇"), None, "the code 镇 of “柳溪镇”"),
        (with_entity(TOWN, code=None), None, "the code of “柳溪镇”"),
        # A thing and what hangs on it: its claims, its mentions.
        (with_entity(HALL, name=""), "page-03.entities 1 page-03.mentions 3 page-03.relations 2",
         "rdfs:label '' breaks sh:minLength 1 (shape:Organisation)"),
        (adding(Entity("place/a b", "Place", "甲"), EntityMention(0, 1, "place/a b", "x"),
                Claim("place/a b", "locatedIn", TOWN, 0, 3, 0.9, "x")),
         "page-03.entities 1 page-03.mentions 1 page-03.relations 1", "is not a legal IRI"),
    ],
)  # fmt: skip
def test_what_is_unsound_costs_itself_alone_and_is_told(change: Change, gone: str | None, told: str) -> None:
    (*_, last) = corpus()
    articles = [change(last)]
    found = checked(articles)
    assert " ".join(lost(articles, found)) == (gone or "")
    (left_out,) = found.left_out
    assert left_out.article == "page-03"
    assert "page-03" in left_out.message
    assert told in left_out.message


def test_a_place_without_its_code_is_no_division() -> None:
    (*_, last) = corpus()
    node = checked([with_entity(TOWN, code="镇")(last)]).graph.network.nodes[BASE_IRI + TOWN]
    assert (node["code"], node["kind"], node["type"]) == (None, None, "Place")


def test_all_that_is_written_for_a_claim_falls_with_it() -> None:
    (meeting, *_) = corpus()
    post = next(claim for claim in meeting.claims if claim.title == "副主任")
    broken = replace(
        meeting, claims=tuple(replace(c, end=c.start) if c is post else c for c in meeting.claims)
    )
    found = checked([broken])
    assert "#char=35,35" not in found.turtle
    assert not re.search(r"<position/[^>]+副主任", found.turtle)
    (left_out,) = found.left_out
    assert "“林晓岚 holdsPosition 云河市人大常委会 副主任” is unsound" in left_out.message


def test_an_unsound_thing_falls_in_every_article() -> None:
    articles = [with_entity("person/林晓岚", name=" ".join([""]))(one) for one in corpus()]
    found = checked(articles)
    assert BASE_IRI + "person/林晓岚" not in found.graph.network
    (left_out,) = found.left_out
    assert left_out.message.startswith("article 'page-01' and 1 more: “” is unsound")


def test_a_person_of_the_byline_may_fall() -> None:
    articles = [with_entity("person/苏禾", name="")(one) for one in corpus()]
    found = checked(articles)
    assert [len(one.article.byline) for one in found.articles] == [1, 0, 0]
    assert BASE_IRI + "person/苏禾" not in found.graph.network


def test_what_is_sound_is_left_as_it_is() -> None:
    articles = corpus()
    found = checked(articles)
    assert found.articles is articles
    assert found.left_out == []
    assert found.turtle == to_turtle(KnowledgeGraph.from_articles(articles))


def test_the_graph_is_written_twice_at_most() -> None:
    """However much is wrong, the work is that of two graphs."""
    (*_, last) = corpus()
    changes = (with_claim(rule=""), with_entity(HALL, name=""), with_entity(TOWN, code="镇"))
    for change in (*changes, with_entity(LECTURE, time=Time(11, 13, "6月"))):
        last = change(last)
    written: list[KnowledgeGraph] = []

    def write(graph: KnowledgeGraph) -> str:
        written.append(graph)
        return to_turtle(graph)

    found = sound([last], BASE_IRI, write)
    assert len(found.left_out) == 4
    assert len(written) == 2


@pytest.mark.parametrize(
    ("pattern", "by", "told"),
    [
        (r"kg:setting\s+<[^;]+;", "kg:setting 1 ;", "shape:setting"),
        (rf"kg:presidesOver <{MEETING}>", f"kg:presidesOver <{MEETING}>, <place/青石县>", "no claim states"),
        (r"rdfs:label", "rdfs:label rdfs:label", "not written as Turtle"),
        (r'(?<=kg:confidence) 0.9', " 9.0", "shape:confidence"),
    ],
)  # fmt: skip
def test_a_fault_of_the_exporter_is_an_error_that_names_the_shape(pattern: str, by: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        sound(corpus(), BASE_IRI, lambda graph: cut(to_turtle(graph, report()), pattern, by))


KEYS = st.sampled_from([TOWN, HALL, LECTURE, "person/周启明", "event/无"])
CLAIMS = st.builds(
    Claim,
    KEYS,
    st.sampled_from(["organised", "heldAt", "holdsPosition", "attended", "locatedIn", "awarded"]),
    KEYS,
    st.integers(0, 80),
    st.integers(0, 80),
    st.sampled_from([0.5, 0.9, 1.5]),
    st.sampled_from(["rule", ""]),
    st.sampled_from([None, "", "主席"]),
)
DAYS = st.sampled_from([None, "2025-06-04", "2025-06-05", "昨日"])
TIMES = st.builds(Time, st.integers(0, 20), st.integers(0, 20), DAYS, DAYS)


@given(st.lists(CLAIMS, max_size=5), st.none() | TIMES, st.sampled_from(["云河大学", "", "大学"]))
def test_whatever_is_stated_the_rest_is_sound(claims: list[Claim], time: Time | None, name: str) -> None:
    *others, last = corpus()
    broken = with_entity(HALL, name=name)(with_entity(LECTURE, time=time)(adding(*claims)(last)))
    found = checked([*others, broken])
    assert all(one.message for one in found.left_out)
    assert bool(found.left_out) == (found.articles != [*others, broken])
