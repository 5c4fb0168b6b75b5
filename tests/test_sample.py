"""Our own gold data keeps the contract: the bundled sample page, and the short articles beside the tests.

All are invented by us; `data/press.jsonl` is an open development set of other kinds of press prose, and the
`data/press-blind*.jsonl` are open test sets, written without sight of the rules.
"""

from __future__ import annotations

import json
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest

from kg.model.records import CommonPredicate

SAMPLE = resources.files("kg") / "data" / "sample"
PAGE = (SAMPLE / "page.txt").read_text(encoding="utf-8")


def articles(lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.splitlines()]


GOLD = articles((SAMPLE / "gold.jsonl").read_text(encoding="utf-8"))
DATA = Path(__file__).parent / "data"
PRESS = [
    article
    for name in ("press.jsonl", "press-blind.jsonl", "press-blind-2.jsonl")
    for article in articles((DATA / name).read_text(encoding="utf-8"))
]

# Predicate → types of its subject, types of its object.
SIGNATURES = {
    "presidesOver": ({"Person", "Organisation"}, {"Event"}),
    "surveyed": ({"Person", "Organisation"}, {"Place", "Organisation"}),
    "organised": ({"Organisation", "Person", "Place"}, {"Event"}),
    "attended": ({"Person", "Organisation"}, {"Event"}),
    "spokeAt": ({"Person"}, {"Event"}),
    "holdsPosition": ({"Person"}, {"Organisation", "Place"}),
    "locatedIn": ({"Place", "Organisation"}, {"Place"}),
    "heldAt": ({"Event"}, {"Place", "Organisation"}),
}


def without_space(text: str) -> str:
    return "".join(text.split())


each_article = pytest.mark.parametrize("article", GOLD + PRESS, ids=lambda article: article["id"])
each_article_of_the_page = pytest.mark.parametrize("article", GOLD, ids=lambda article: article["id"])


def test_ids_follow_the_reading_order() -> None:
    assert [article["id"] for article in GOLD] == [f"page-{n:02d}" for n in range(1, len(GOLD) + 1)]
    assert len(GOLD) >= 6
    assert [article["id"] for article in PRESS] == [f"press-{n:02d}" for n in range(1, len(PRESS) + 1)]


@each_article
def test_text_is_title_and_paragraphs_without_stray_space(article: dict[str, Any]) -> None:
    title, *paragraphs = article["text"].split("\n")
    assert title == article["title"]
    assert paragraphs
    assert all(line and line == line.strip() and "  " not in line for line in (title, *paragraphs))


@each_article_of_the_page
def test_every_paragraph_stands_on_the_page(article: dict[str, Any]) -> None:
    page = without_space(PAGE)
    for line in article["text"].split("\n"):
        assert page.count(without_space(line)) == 1


def test_the_articles_are_the_whole_page() -> None:
    """Nothing on the page is left over, and nothing is in two articles."""
    assert sorted(without_space(PAGE)) == sorted(without_space("".join(a["text"] for a in GOLD)))


@each_article
def test_mentions_lie_in_the_text_and_never_cross(article: dict[str, Any]) -> None:
    types = {entity["id"]: entity["type"] for entity in article["entities"]}
    spans = [(m["start"], m["end"], types[m["entity"]]) for m in article["mentions"]]
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    assert len(set(spans)) == len(spans)
    for start, end, _ in spans:
        surface = article["text"][start:end]
        assert surface
        assert surface == surface.strip()
        assert "\n" not in surface
    for (_, end, outer), (inner_start, inner_end, _) in combinations(spans, 2):
        apart = end <= inner_start
        nested = inner_end <= end and outer == "Event"
        assert apart or nested


@each_article
def test_every_entity_is_mentioned_and_shares_characters_with_its_name(article: dict[str, Any]) -> None:
    surfaces: dict[str, list[str]] = {entity["id"]: [] for entity in article["entities"]}
    for mention in article["mentions"]:
        surfaces[mention["entity"]].append(article["text"][mention["start"] : mention["end"]])
    for entity in article["entities"]:
        assert surfaces[entity["id"]]
        if entity["type"] != "Event":  # an event may be called 比赛 after its name
            # A letter for a province need not stand in its name: 桂 is 广西壮族自治区.
            words = (surface for surface in surfaces[entity["id"]] if len(surface) > 1)
            assert all(set(entity["name"]) & set(word) for word in words)


@each_article
def test_relations_join_entities_of_the_right_types(article: dict[str, Any]) -> None:
    types = {entity["id"]: entity["type"] for entity in article["entities"]}
    relations = [tuple(sorted(relation.items())) for relation in article["relations"]]
    assert len(set(relations)) == len(relations)
    for relation in article["relations"]:
        subjects, objects = SIGNATURES[relation["predicate"]]
        assert types[relation["subject"]] in subjects
        assert types[relation["object"]] in objects
        assert ("title" in relation) == (relation["predicate"] == "holdsPosition")
        assert set(relation.get("title", "")) <= set(article["text"])


@each_article
def test_an_event_is_marked_only_when_a_relation_needs_it(article: dict[str, Any]) -> None:
    related = {relation[end] for relation in article["relations"] for end in ("subject", "object")}
    assert {entity["id"] for entity in article["entities"] if entity["type"] == "Event"} <= related


@each_article
def test_byline_persons_are_persons_of_the_article(article: dict[str, Any]) -> None:
    persons = {entity["name"] for entity in article["entities"] if entity["type"] == "Person"}
    assert {credit["name"] for credit in article["byline"]} <= persons


def test_every_predicate_and_byline_role_of_the_page_is_covered() -> None:
    assert set(SIGNATURES) == set(get_args(CommonPredicate))
    assert {relation["predicate"] for a in GOLD for relation in a["relations"]} == set(SIGNATURES)
    roles = {credit["role"] for a in GOLD for credit in a["byline"]}
    assert roles == {"全媒体记者", "记者", "通讯员", "署名"}


def test_the_page_has_the_noise_of_a_real_text_layer() -> None:
    lines = PAGE.split("\n")
    assert any(line.endswith("通讯") for line in lines)  # a byline broken inside 通讯员
    assert "总 工 会" in PAGE  # a word spread by justification
    assert "8 月份" in PAGE
    assert {len(line) - len(line.lstrip(" ")) for line in lines if "本报讯" in line} == {0, 1, 2}
    assert max(block.count("\n") for block in PAGE.split("\n\n")) >= 10  # a column without blank lines
    assert PAGE.rstrip().endswith("单位供图")
