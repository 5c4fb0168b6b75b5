from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import combinations
from typing import Any

import pytest

from kg.export.html import to_html
from kg.export.html.communities import communities
from kg.export.html.initials import initials
from kg.graph import KnowledgeGraph
from kg.model.ontology import TERMS
from kg.model.records import LinkedArticle
from tests.benchmarks import town
from tests.factory import corpus, entity, linked

HOSTILE = "</script><img src=x onerror=alert(1)>"


def page_of(*articles: LinkedArticle) -> str:
    return to_html(KnowledgeGraph.from_articles(articles))


def block(page: str, name: str) -> str:
    found = re.search(rf'<script id="{name}" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def data_in(page: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(block(page, "data"))
    return data


class Elements(HTMLParser):
    """All start tags of a page, and the texts of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.sources: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"} and data.strip():
            self.sources.append((*self.tags[-1], data))


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(*corpus())


@pytest.fixture(scope="module")
def data(page: str) -> dict[str, Any]:
    return data_in(page)


def number_of(data: dict[str, Any], name: str) -> int:
    return int(data["entities"]["name"].index(name))


def of(data: dict[str, Any], column: str, name: str) -> Any:
    """What a column of the entities tells of the one of that name; None where it tells nothing."""
    values = data["entities"][column]
    number = number_of(data, name)
    return values[number] if isinstance(values, list) else values.get(str(number))


class TestPage:
    def test_nothing_is_loaded_from_elsewhere(self, page: str) -> None:
        for tag, attributes in Elements(page).tags:
            assert tag not in {"link", "iframe", "object", "embed", "img", "base"}
            assert "src" not in attributes
            assert (attributes.get("href") or "#").startswith("#")

    def test_the_policy_allows_exactly_the_page_s_own_scripts_and_style(self, page: str) -> None:
        elements = Elements(page)
        (policy,) = [
            attributes["content"]
            for tag, attributes in elements.tags
            if attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy is not None
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        hashes = {"script": set[str](), "style": set[str]()}
        for tag, attributes, source in elements.sources:
            if attributes.get("type") != "application/json":
                digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
                hashes[tag].add(f"'sha256-{digest}'")
        assert rules["default-src"] == rules["connect-src"] == rules["base-uri"] == "'none'"
        assert set(rules["script-src"].split()) == hashes["script"]
        assert set(rules["style-src"].split()) == hashes["style"]

    def test_no_element_carries_code_or_style_of_its_own(self, page: str) -> None:
        for _, attributes in Elements(page).tags:
            assert not [name for name in attributes if name.startswith("on") or name == "style"]

    def test_the_same_graph_gives_the_same_bytes_whatever_the_order_of_its_articles(self, page: str) -> None:
        assert page_of(*reversed(corpus())) == page

    def test_hostile_text_stays_inside_the_data_block(self) -> None:
        name = f"{HOSTILE}\u2028&amp;<!--"
        article = linked(
            "x", f"⟦{name}|person/p⟧到⟦甲|place/甲⟧", [("person/p", "surveyed", "place/甲", name)],
            entities=[entity("person/p", name)],
        )  # fmt: skip
        page = page_of(article)
        for one in ("data", "texts"):
            assert not re.search("[<>&\u2028\u2029]", block(page, one))
            assert "onerror" in block(page, one)
        assert name in data_in(page)["entities"]["name"]
        assert [tag for tag, _ in Elements(page).tags].count("script") == 4

    def test_a_lone_surrogate_can_be_written(self) -> None:
        page = page_of(linked("x", "⟦甲\ud800|place/甲⟧", entities=[entity("place/甲", "甲\ud800")]))
        assert page.encode("utf-8")

    def test_a_graph_of_nothing_is_a_page(self) -> None:
        data = data_in(page_of())
        assert data["entities"]["name"] == data["claims"]["subject"] == data["picture"]["x"] == []


class TestFacts:
    def test_entities_carry_what_is_known_of_them(self, data: dict[str, Any]) -> None:
        assert data["types"][of(data, "type", "青石县")] == "Place"
        assert data["kinds"][of(data, "kind", "青石县")] == "AdministrativeDivision"
        assert of(data, "code", "青石县") == "990123"
        assert of(data, "aliases", "云河市总工会") == ["市总工会"]
        assert of(data, "mentions", "云河市总工会") == 3
        assert of(data, "source", "云河市总工会部署夏季工作") == "云河工人报"
        assert of(data, "date", "林晓岚") is None

    @pytest.mark.parametrize(
        ("first", "last"),
        [("2025-06-04", "2025-06-04"), ("2025-06-04", None), (None, "2025-06-06"), (None, None)],
    )
    def test_an_event_tells_its_time(self, first: str | None, last: str | None) -> None:
        key = "event/x/座谈会"
        article = linked("x", f"题目\n日前，⟦座谈会|{key}⟧举行。", times={key: ("日前", first, last)})
        data = data_in(page_of(article))
        assert [of(data, column, "座谈会") for column in ("time", "first", "last")] == ["日前", first, last]

    def test_an_article_tells_its_entities_in_the_order_of_the_text(self, data: dict[str, Any]) -> None:
        told = of(data, "mentioned", "“工匠讲堂”走进云河大学")
        names = [data["entities"]["name"][number] for number in told]
        assert names == ["云河大学", "柳溪镇", "“工匠讲堂”活动", "周启明"]

    def test_claims_tell_their_ends_their_source_and_who_made_them(self, data: dict[str, Any]) -> None:
        claims = data["claims"]
        (number,) = [place for place, title in claims["title"].items() if title == "优秀讲师"]
        at = {column: values[int(number)] for column, values in claims.items() if isinstance(values, list)}
        assert (at["subject"], at["object"]) == (number_of(data, "云河大学"), number_of(data, "周启明"))
        assert data["relations"][at["relation"]] == "awarded"
        assert data["rules"][at["rule"]] == "by-hand"
        assert at["confidence"] == 0.9
        assert at["article"] == number_of(data, "“工匠讲堂”走进云河大学")
        assert set(claims["role"].values()) == {"记者", "通讯员", "署名"}

    def test_words_come_from_the_ontology_in_both_languages(self, data: dict[str, Any]) -> None:
        assert data["terms"]["presidesOver"] == {
            "zh": TERMS["presidesOver"].zh,
            "en": TERMS["presidesOver"].en,
        }
        assert {"Person", "Organisation", "Place", "Event", "Article", "Meeting"} <= set(data["terms"])
        assert len(data["relations"]) == len(set(data["claims"]["relation"]))


class TestTexts:
    def test_each_article_has_its_text_once_with_its_mentions(self, page: str, data: dict[str, Any]) -> None:
        lines = [json.loads(line) for line in block(page, "texts").split("\n")]
        articles = [int(number) for number in data["entities"]["mentioned"]]
        assert articles == sorted(articles)
        for article, (text, marks) in zip(articles, lines, strict=True):
            assert text.startswith(data["entities"]["name"][article])
            surfaces = {text[start:end] for start, end in zip(marks[::3], marks[1::3], strict=True)}
            assert surfaces
        marks = lines[0][1]
        assert lines[0][0][marks[0] : marks[1]] == data["entities"]["name"][marks[2]] == "云河市总工会"

    def test_claims_point_at_their_words(self, page: str, data: dict[str, Any]) -> None:
        lines = [json.loads(line)[0] for line in block(page, "texts").split("\n")]
        articles = [int(number) for number in data["entities"]["mentioned"]]
        claims = data["claims"]
        quotes = {
            lines[articles.index(article)][start:end]
            for article, start, end in zip(claims["article"], claims["start"], claims["end"], strict=True)
        }
        assert {"市总工会在青石县召开夏季劳动保护工作会议", "副县长陈一鸣", "苏禾"} <= quotes

    def test_offsets_count_as_a_browser_does(self) -> None:
        article = linked("x", "𠮷田⟦𡋾村|place/𡋾村⟧", [("place/𡋾村", "locatedIn", "place/𡋾村", "𡋾村")])
        page = page_of(article)
        assert json.loads(block(page, "texts"))[1] == [3, 6, 1]
        assert [data_in(page)["claims"][end] for end in ("start", "end")] == [[3], [6]]


class TestInitials:
    @pytest.mark.parametrize(
        ("names", "found"),
        [
            (("云河市总工会", "市总工会"), "yhszgh szgh"),
            (("单晓峰",), "sxf dxf"),
            (("重庆路",), "cql"),
            (("“工匠讲堂”活动",), "gjjthd"),
            (("5G产业园",), "5gcyy"),
        ],
    )
    def test_of_names_and_aliases(self, names: tuple[str, ...], found: str) -> None:
        assert set(found.split()) <= set(initials(*names).split())

    def test_of_what_has_no_chinese_characters(self) -> None:
        assert initials("plain", "") == ""


class TestDrawing:
    def test_size_grows_with_the_number_of_neighbours(self, data: dict[str, Any]) -> None:
        picture = data["picture"]
        most, least = number_of(data, "周启明"), number_of(data, "柳溪农机公司")
        assert picture["size"][most] > picture["size"][least]

    def test_what_is_linked_is_one_community_and_the_rest_has_none(self, data: dict[str, Any]) -> None:
        community = data["picture"]["community"]
        assert community[number_of(data, "周启明")] >= 0
        apart = {name for name, one in zip(data["entities"]["name"], community, strict=True) if one < 0}
        assert apart == {
            *("许文博", "苏禾", "云河市"),
            *("云河市总工会部署夏季工作", "林晓岚到青石县调研", "“工匠讲堂”走进云河大学"),
        }

    def test_articles_authors_and_the_merely_mentioned_lie_below_the_map(self, data: dict[str, Any]) -> None:
        picture = data["picture"]
        lowest = max(y for y, one in zip(picture["y"], picture["community"], strict=True) if one >= 0)
        highest = min(y for y, one in zip(picture["y"], picture["community"], strict=True) if one < 0)
        assert highest > lowest

    def test_an_entity_that_no_text_mentions_still_has_its_place(self) -> None:
        data = data_in(page_of(linked("x", "⟦甲会|organisation/甲会⟧", entities=[entity("person/林一")])))
        spots = set(zip(data["picture"]["x"], data["picture"]["y"], strict=True))
        assert len(spots) == len(data["entities"]["name"]) == 3

    def test_a_picture_of_many_nodes_is_made_in_time_and_its_file_grows_with_them(self) -> None:
        small, large = (to_html(town.graph(entities)) for entities in (300, 1200))
        engine = len(page_of())
        assert (len(large) - engine) / (len(small) - engine) == pytest.approx(4, rel=0.3)
        assert len(large) - engine < 600 * 1200


class TestCommunities:
    def test_cliques_are_told_apart_the_largest_first(self) -> None:
        cliques = [*combinations(range(4), 2), *((a + 4, b + 4) for a, b in combinations(range(6), 2))]
        assert communities(10, [*cliques, (0, 4)]) == [1] * 4 + [0] * 6

    def test_of_nothing(self) -> None:
        assert communities(0, []) == []
