from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

from kg.export.html import to_html
from kg.graph import KnowledgeGraph
from kg.model.records import LinkedArticle
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
