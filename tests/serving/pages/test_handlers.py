"""The pages, as text: what they tell, that they escape it, and the same as RDF."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import httpx
import pytest
import rdflib

from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.model.iri import BASE_IRI
from kg.model.ontology import expand
from kg.query.engine import shipped_queries
from kg.serving.pages.description import CLAIMS
from tests.factory import linked
from tests.serving.conftest import HOSTILE, LIMITS, client_of, running

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
LIN = "person/林晓岚"
CLAIM = "claim/page-01/person/林晓岚/presidesOver/event/page-01/夏季劳动保护工作会议"


class Page(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data + " "

    @property
    def links(self) -> list[str]:
        return [unquote(attributes["href"] or "") for tag, attributes in self.tags if tag == "a"]


def page(client: httpx.Client, address: str) -> Page:
    response = client.get(address, headers=BROWSER)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Page(response.text)


def test_a_person_is_told_with_facts_evidence_and_links(client: httpx.Client) -> None:
    told = page(client, f"/doc/{LIN}")
    assert "人物 Person 林晓岚" in told.text
    assert "林晓岚 主持 presides over → 夏季劳动保护工作会议 议。云河市人大常委会" in told.text
    assert "市总工会主席 林晓岚主持会议 并讲话。" in told.text
    assert "云河市总工会部署夏季工作 2025-06-05 · 置信度 confidence 0.9 · by-hand" in told.text
    assert "任职 holds a position in → 云河市总工会 主席" in told.text
    assert "所任职务 holds the post 云河市总工会主席 云河市人大常委会副主任" in told.text
    assert {"/doc/event/page-01/夏季劳动保护工作会议", "/doc/article/page-01", f"/doc/{CLAIM}"} <= set(
        told.links
    )


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("event/page-01/夏季劳动保护工作会议", "会议 Meeting 夏季劳动保护工作会议"),
        ("event/page-01/夏季劳动保护工作会议", "开始日期 from 2025-06-04"),
        ("organisation/云河市总工会", "又称 also called 市总工会"),
        ("place/青石县", "代码 code 990123"),
        ("article/page-01", "提及 mentions"),
        ("article/page-01", "文章 Article 云河市总工会部署夏季工作"),
        ("position/person/林晓岚/主席/organisation/云河市总工会", "任职者 holder 林晓岚"),
        (CLAIM, "陈述 Claim 林晓岚 主持 presides over 夏季劳动保护工作会议"),
        ("page/云河工人报.txt", "所载文章 articles of it 云河市总工会部署夏季工作"),
    ],
)
def test_every_kind_of_resource_has_a_page(client: httpx.Client, key: str, words: str) -> None:
    assert words in page(client, f"/doc/{key}").text


def test_every_link_of_every_page_leads_somewhere(client: httpx.Client) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address not in {"", "data:,", *seen}:
            seen.add(address)
            response = client.get(address, headers=BROWSER)
            assert response.status_code == 200, address
            if "html" in response.headers["content-type"] and address != "/view":
                tags = Page(response.text).tags
                waiting += [attributes["href"] or "" for tag, attributes in tags if tag in ("a", "link")]
    assert len([address for address in seen if address.startswith("/doc/")]) > 100


@pytest.mark.parametrize("path", [quote(LIN), LIN.replace("/", "/", 1), "person/%e6%9e%97%E6%99%93岚"])
def test_an_iri_is_found_however_it_is_encoded(client: httpx.Client, path: str) -> None:
    response = client.get(f"/id/{path}?page=1", headers=BROWSER)
    assert response.status_code == 303
    assert "林晓岚" in client.get(response.headers["location"], headers=BROWSER).text


@pytest.mark.parametrize(
    "path",
    [
        "/doc/person/没有",
        "/doc/",
        "/doc/person/%FF",
        "/doc/../../etc/passwd",
        "/doc/%2e%2e/%2e%2e/etc/passwd",
        "/doc/person/a%00b",
        "/doc/https://example.org/",
        "/none",
    ],
)
def test_what_is_not_in_the_graph_is_not_found(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.get(path, headers=BROWSER).status_code == 404


@pytest.mark.parametrize(
    ("asked", "status"), [("page=0", 400), ("page=x", 400), ("page=99", 200), ("format=exe", 400)]
)
def test_a_strange_page_or_format_is_told(client: httpx.Client, asked: str, status: int) -> None:
    assert client.get(f"/doc/{LIN}?{asked}").status_code == status


@pytest.mark.parametrize(
    ("accept", "type_"),
    [
        ("*/*", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml;q=0.9, application/n-triples", "application/n-triples"),
        (BROWSER["Accept"], "text/html"),
    ],
)
def test_a_document_comes_as_the_client_likes(client: httpx.Client, accept: str, type_: str) -> None:
    response = client.get(f"/doc/{LIN}", headers={"Accept": accept})
    assert response.headers["content-type"].startswith(type_)
    assert response.headers["vary"] == "Accept"
    assert client.get(f"/doc/{LIN}", headers={"Accept": "image/png"}).status_code == 406


def test_many_claims_come_in_pages(tmp_path: Path) -> None:
    days = [
        linked(
            f"a{n:03}",
            "简讯\n⟦甲|person/甲⟧到⟦乙|place/乙⟧。",
            [("person/甲", "surveyed", "place/乙", "甲到乙")],
        )
        for n in range(CLAIMS + 5)
    ]
    graph = KnowledgeGraph.from_articles(days)
    (tmp_path / "graph.ttl").write_text(to_turtle(graph), "utf-8")
    with running(tmp_path, LIMITS) as live, client_of(live) as client:
        pages = [Page(client.get(f"/doc/person/甲?page={n}", headers=BROWSER).text) for n in (1, 2, 3)]
        assert [sum(tag == "figure" for tag, _ in one.tags) for one in pages] == [CLAIMS, 5, 0]
        assert "/doc/person/甲?page=2" in pages[0].links
        links = client.get("/doc/person/甲?format=turtle").links
        assert client.get(links["next"]["url"]).links["prev"]["url"].endswith("?page=1&format=turtle")
        second = rdflib.Graph().parse(data=client.get("/doc/person/甲?page=2").text, format="turtle")
        assert len(set(second.subjects(rdflib.RDF.type, rdflib.URIRef(expand("kg:Claim"))))) == 5


# ---- what no page may trust


@pytest.mark.parametrize(
    "address",
    [
        "/doc/person/bad",
        "/doc/organisation/bad",
        "/doc/article/bad",
        "/query?name=find",
        "/query?name=evidence",
        f"/query?name=posts-of-person&$person={quote(HOSTILE)}",
        "/query?query=" + quote(f"SELECT * {{ ?a ?b '''{HOSTILE}''' }} LIMT"),
        "/query?query=" + quote("SELECT ?x { BIND(IRI('javascript:alert(1)') AS ?x) }"),
        "/query?query=" + quote(f"SELECT ?x {{ BIND(IRI('{BASE_IRI}\"><b>') AS ?x) }}"),
    ],
)
def test_hostile_names_are_no_markup(client: httpx.Client, address: str) -> None:
    told = Page(client.get(address, headers=BROWSER).text)
    assert not {"script", "b", "img"} & {tag for tag, _ in told.tags}
    assert not {name for _, attributes in told.tags for name in attributes if name.startswith("on")}
    assert not [link for link in told.links if not link.startswith(("/", "#"))]


def test_hostile_names_are_shown_as_they_are_but_turn_no_writing(client: httpx.Client) -> None:
    text = page(client, "/doc/person/bad").text
    assert HOSTILE.replace("\u202e", "\\u202e") in text
    assert "\u202e" not in text


@pytest.mark.parametrize("value", [HOSTILE, '" onfocus=alert(1) autofocus x="', "'; DROP ALL", "} #", "\\"])
def test_a_parameter_is_bound_and_shown_as_it_was_given(client: httpx.Client, value: str) -> None:
    response = client.get("/query", params={"name": "posts-of-person", "$person": value}, headers=BROWSER)
    assert response.status_code == 200
    fields = [attributes for tag, attributes in Page(response.text).tags if tag == "input"]
    assert [one["value"] for one in fields if one.get("name") == "$person"] == [value]
    assert not any("onfocus" in one for one in fields)


# ---- queries


def test_the_page_offers_every_shipped_query_with_its_parameters(client: httpx.Client) -> None:
    offered = page(client, "/query").links
    for known in shipped_queries():
        assert f"/query?name={known.name}" in offered
        told = page(client, f"/query?name={known.name}")
        names = {attributes.get("name") for tag, attributes in told.tags if tag == "input"}
        assert {f"${parameter.name}" for parameter in known.parameters} <= names


def test_an_answer_is_a_table_with_links(client: httpx.Client) -> None:
    told = page(client, f"/query?name=presided-over&$who={quote('林晓岚')}&$event=")
    assert (
        "who event date claim 林晓岚 夏季劳动保护工作会议 2025-06-05 林晓岚 主持 presides over" in told.text
    )
    assert "1 行 rows" in told.text
    assert f"/doc/{CLAIM}" in told.links
    assert "0 行" in page(client, "/query?name=presided-over&$who=x").text


def test_a_graph_and_a_yes_are_shown_too(client: httpx.Client) -> None:
    assert "schema:organizer" in page(client, "/query?name=schema-org").text
    assert "是 yes" in page(client, f"/query?query={quote('ASK { ?a kg:presidesOver ?b }')}").text


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ({"query": "SELECT *\nWHERE { ?a nothing:x ?b }"}, 400, "line 2, column 12: the prefix nothing:"),
        ({"query": "SELECT * { SERVICE <a:b> { ?a ?b ?c } }"}, 403, "may not ask other servers"),
        ({"query": "DROP ALL"}, 400, "may not change the graph"),
        ({"name": "presided-over", "$nobody": "x"}, 400, "the query has no parameter 'nobody'"),
    ],
)
def test_what_is_wrong_with_a_query_stands_on_the_page(
    client: httpx.Client, asked: dict[str, str], status: int, words: str
) -> None:
    response = client.get("/query", params=asked, headers=BROWSER)
    assert response.status_code == status
    assert words in Page(response.text).text


def test_an_unknown_query_is_not_found(client: httpx.Client) -> None:
    assert client.get("/query?name=nothing").status_code == 404


def test_the_view_is_the_file_of_the_build(client: httpx.Client, site_folder: Path) -> None:
    assert client.get("/view").text == (site_folder / "graph.html").read_text("utf-8")


def test_a_build_without_a_view_still_has_its_pages(tmp_path: Path, site_folder: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes((site_folder / "graph.ttl").read_bytes())
    with running(tmp_path, LIMITS) as live, client_of(live) as client:
        assert client.get("/view").status_code == 404
        assert client.get("/").status_code == 200
