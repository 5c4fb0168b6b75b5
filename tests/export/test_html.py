from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from kg.export.html import to_html
from kg.graph import KnowledgeGraph
from kg.ontology import TERMS
from kg.records import LinkedArticle
from tests.factory import corpus, entity, linked

HOSTILE = "</script><img src=x onerror=alert(1)>"


def page_of(*articles: LinkedArticle) -> str:
    return to_html(KnowledgeGraph.from_articles(articles))


def data_in(page: str) -> dict[str, Any]:
    block = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert block
    data: dict[str, Any] = json.loads(block[1])
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
    return next(number for number, one in enumerate(data["entities"]) if one["name"] == name)


def edge_between(data: dict[str, Any], subject: str, object_: str) -> dict[str, Any]:
    ends = number_of(data, subject), number_of(data, object_)
    (edge,) = [edge for edge in data["edges"] if (edge["from"], edge["to"]) == ends]
    return edge


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
        assert rules["default-src"] == "'none'"
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
        block = page.split('type="application/json">', 1)[1].split("</script>", 1)[0]
        assert not re.search("[<>&\u2028\u2029]", block)
        assert data_in(page)["entities"][0]["name"].startswith(HOSTILE)
        assert [tag for tag, _ in Elements(page).tags].count("script") == 3

    def test_a_lone_surrogate_can_be_written(self) -> None:
        page = page_of(linked("x", "⟦甲\ud800|place/甲⟧", entities=[entity("place/甲", "甲\ud800")]))
        assert page.encode("utf-8")

    def test_a_graph_of_nothing_is_a_page(self) -> None:
        data = data_in(page_of())
        assert data["nodes"] == data["edges"] == data["claims"] == []


class TestFacts:
    def test_entities_carry_what_is_known_of_them(self, data: dict[str, Any]) -> None:
        county = data["entities"][number_of(data, "青石县")]
        assert (county["type"], county["kind"], county["code"]) == (
            "Place",
            "AdministrativeDivision",
            "990123",
        )
        union = data["entities"][number_of(data, "云河市总工会")]
        assert union["aliases"] == ["市总工会"]
        assert union["mentions"] == 3
        assert [data["entities"][number]["name"] for number in union["articles"]] == [
            "云河市总工会部署夏季工作",
            "林晓岚到青石县调研",
        ]

    @pytest.mark.parametrize(
        ("first", "last", "shown"),
        [
            ("2025-06-04", "2025-06-04", "2025-06-04"),
            ("2025-06-04", "2025-06-06", "2025-06-04–2025-06-06"),
            ("2025-06-04", None, "2025-06-04–"),
            (None, "2025-06-06", "–2025-06-06"),
            (None, None, None),
        ],
    )
    def test_an_event_tells_its_time(self, first: str | None, last: str | None, shown: str | None) -> None:
        key = "event/x/座谈会"
        article = linked("x", f"题目\n日前，⟦座谈会|{key}⟧举行。", times={key: ("日前", first, last)})
        data = data_in(page_of(article))
        event = data["entities"][number_of(data, "座谈会")]
        assert (event["time"], event.get("date")) == ("日前", shown)

    def test_an_article_tells_its_entities_in_the_order_of_the_text(self, data: dict[str, Any]) -> None:
        article = data["entities"][number_of(data, "“工匠讲堂”走进云河大学")]
        names = [data["entities"][number]["name"] for number in article["entities"]]
        assert names == ["云河大学", "柳溪镇", "“工匠讲堂”活动", "周启明"]

    def test_every_claim_has_its_quote_with_the_mentions_marked(self, data: dict[str, Any]) -> None:
        quotes = {
            "".join(text for text, _ in evidence["runs"]): [
                (text, data["entities"][mark]["name"]) for text, mark in evidence["runs"] if mark is not None
            ]
            for evidence in data["evidence"]
        }
        assert quotes["市总工会在青石县召开夏季劳动保护工作会议"] == [
            ("市总工会", "云河市总工会"),
            ("青石县", "青石县"),
            ("夏季劳动保护工作会议", "夏季劳动保护工作会议"),
        ]
        assert all(0 <= claim["evidence"] < len(data["evidence"]) for claim in data["claims"])

    def test_claims_on_the_same_words_share_their_evidence(self, data: dict[str, Any]) -> None:
        posts = [claim for claim in data["claims"] if claim.get("title") in {"主席", "副主任"}]
        assert len({claim["evidence"] for claim in posts}) == 2
        assert len(posts) == 3

    def test_the_innermost_of_nested_mentions_is_marked(self) -> None:
        article = linked("x", "甲县春季赛开赛", entities=[entity("place/甲县"), entity("event/x/甲县春季赛")])
        mentions = (
            linked("x", "⟦甲县|place/甲县⟧春季赛").mentions
            + linked("x", "⟦甲县春季赛|event/x/甲县春季赛⟧").mentions
        )
        claims = linked(
            "x", "⟦甲县|place/甲县⟧⟦春季赛|event/x/甲县春季赛⟧开赛",
            [("place/甲县", "organised", "event/x/甲县春季赛", "甲县春季赛开赛")],
        ).claims  # fmt: skip
        data = data_in(page_of(LinkedArticle(article.article, article.entities, mentions, claims)))
        event, place = number_of(data, "甲县春季赛"), number_of(data, "甲县")
        assert data["evidence"][0]["runs"] == [["甲县", place], ["春季赛", event], ["开赛", None]]

    def test_words_come_from_the_ontology_in_both_languages(self, data: dict[str, Any]) -> None:
        assert data["terms"]["presidesOver"] == {
            "zh": TERMS["presidesOver"].zh,
            "en": TERMS["presidesOver"].en,
        }
        assert {"Person", "Organisation", "Place", "Event", "Article", "Meeting"} <= set(data["terms"])
        assert set(data["relations"]) == {claim["predicate"] for claim in data["claims"]}


class TestDrawing:
    def test_names_reach_the_picture_as_labels_under_opaque_ids(self, data: dict[str, Any]) -> None:
        assert [node["id"] for node in data["nodes"]] == list(range(len(data["entities"])))
        for node, one in zip(data["nodes"], data["entities"], strict=True):
            assert node["group"] == one["type"]
            assert node["label"].replace("\n", "") == one["name"] or node["label"].endswith("…")
            assert "title" not in node

    def test_an_edge_names_an_honour_by_its_relation_and_the_claim_tells_which(
        self, data: dict[str, Any]
    ) -> None:
        edge = edge_between(data, "云河大学", "周启明")
        assert edge["words"] == "授予"
        assert [data["claims"][number]["title"] for number in edge["claims"]] == ["优秀讲师"]

    def test_each_type_has_a_shape_of_its_own(self, data: dict[str, Any]) -> None:
        shapes = {(node["group"], node["shape"]) for node in data["nodes"]}
        assert len({shape for _, shape in shapes}) == len(shapes) == 5

    def test_claims_between_the_same_two_are_one_edge_that_says_them_all(self, data: dict[str, Any]) -> None:
        edge = edge_between(data, "林晓岚", "夏季劳动保护工作会议")
        assert edge["words"] == "主持、发言"
        assert {data["claims"][claim]["predicate"] for claim in edge["claims"]} == {"presidesOver", "spokeAt"}

    def test_an_edge_names_every_post_once(self) -> None:
        relations = [
            ("person/林一", "holdsPosition", "organisation/甲会", "甲会主席、书记林一", title)
            for title in ("主席", "书记")
        ]
        text = "⟦甲会|organisation/甲会⟧主席、书记⟦林一|person/林一⟧"
        data = data_in(page_of(linked("a", text, relations), linked("b", text, relations)))
        assert edge_between(data, "林一", "甲会")["words"] in {"主席、书记", "书记、主席"}
        assert len(edge_between(data, "林一", "甲会")["claims"]) == 4

    def test_edges_both_ways_bend_apart(self) -> None:
        text = "⟦甲会|organisation/甲会⟧到⟦乙局|organisation/乙局⟧"
        relations = [
            ("organisation/甲会", "surveyed", "organisation/乙局", "甲会到乙局"),
            ("organisation/乙局", "surveyed", "organisation/甲会", "甲会到乙局"),
        ]
        both = data_in(page_of(linked("a", text, relations)))
        single = data_in(page_of(linked("a", text, relations[:1])))
        assert all(edge["smooth"]["type"] == "curvedCW" for edge in both["edges"][:2])
        assert "smooth" not in single["edges"][0]

    def test_articles_authors_and_the_merely_mentioned_lie_in_the_second_layer(
        self, data: dict[str, Any]
    ) -> None:
        deep = {data["entities"][node["id"]]["name"] for node in data["nodes"] if node["layer"] == 1}
        articles = {one["name"] for one in data["entities"] if one["type"] == "Article"}
        assert deep == articles | {"许文博", "苏禾", "云河市"}
        first = max(node["y"] for node in data["nodes"] if node["layer"] == 0)
        assert min(node["y"] for node in data["nodes"] if node["layer"] == 1) > first

    def test_an_entity_that_no_text_mentions_still_has_its_place(self) -> None:
        data = data_in(page_of(linked("x", "⟦甲会|organisation/甲会⟧", entities=[entity("person/林一")])))
        spots = {(node["x"], node["y"]) for node in data["nodes"]}
        assert len(spots) == len(data["nodes"]) == 3

    def test_what_is_merely_mentioned_hangs_on_its_article_by_an_edge_without_claims(
        self, data: dict[str, Any]
    ) -> None:
        edge = edge_between(data, "云河市总工会部署夏季工作", "云河市")
        assert edge["claims"] == []
        assert edge_between(data, "云河市总工会部署夏季工作", "许文博")["words"] == "记者"

    def test_a_long_name_is_cut_and_a_long_edge_label_too(self) -> None:
        name = "关于进一步做好新时代职工服务阵地规范化建设工作的座谈会"
        post = "筹备委员会常务副主任委员兼秘书长"
        article = linked(
            "x", f"⟦林一|person/林一⟧任⟦{name}|event/x/座谈会⟧",
            [("person/林一", "holdsPosition", "event/x/座谈会", "林一", post)],
            entities=[entity("event/x/座谈会", name)],
        )  # fmt: skip
        data = data_in(page_of(article))
        lines = data["nodes"][number_of(data, name)]["label"].split("\n")
        assert len(lines) == 2
        assert lines[-1].endswith("…")
        assert max(map(len, lines)) <= 9
        assert data["edges"][0]["label"].endswith("…")
        assert data["edges"][0]["words"] == post

    def test_the_picture_stands_still(self, data: dict[str, Any]) -> None:
        assert data["options"]["physics"] == {"enabled": False}
        assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in data["nodes"])
