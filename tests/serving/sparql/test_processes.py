"""What happens to queries that ask for too much, and to the others meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tests.serving.conftest import LIMITS, client_of, running, wait_until

SMALL = "ASK { ?s a kg:Person }"
# Every combination of five triples: no end of work, of no memory.
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
LARGE_IN_MEMORY = "SELECT DISTINCT ?a ?d ?g (RAND() AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?x"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
# The parser goes down with the depth of a query; the process with it.
DEEP = "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }"


def ask(client: httpx.Client, query: str) -> httpx.Response:
    return client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (LARGE_IN_MEMORY, "the query takes more than 150 MB of memory"),
        (LARGE, "the answer has more than 200,000 bytes"),
        (DEEP, "the engine cannot hold this query"),
    ],
)
def test_a_query_that_asks_for_too_much_is_ended_and_the_next_is_answered(
    client: httpx.Client, query: str, message: str
) -> None:
    response = ask(client, query)
    assert (response.status_code, response.text) == (422, f"{message}\n")
    assert ask(client, SMALL).json()["boolean"] is True


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(site_folder: Path) -> None:
    with running(site_folder, replace(LIMITS, query=1.0)) as live, client_of(live) as client:
        response = ask(client, LONG)
        assert (response.status_code, response.text) == (422, "the query takes more than 1 seconds\n")
        wait_until(lambda: ask(client, SMALL).status_code == 200)


def test_while_a_query_takes_long_others_are_answered(site_folder: Path) -> None:
    with ThreadPoolExecutor() as pool, running(site_folder, LIMITS) as live, client_of(live) as client:
        long = pool.submit(ask, client, LONG)
        assert ask(client, SMALL).status_code == 200
        assert client.get("/doc/person/林晓岚").status_code == 200
        assert not long.done()


def test_where_all_processes_are_at_work_a_client_is_told_to_wait(site_folder: Path) -> None:
    limits = replace(LIMITS, waiting=0.2)
    with ThreadPoolExecutor() as pool, running(site_folder, limits) as live, client_of(live) as client:

        def insist() -> None:
            while ask(client, LONG).status_code == 503:
                pass

        long = [pool.submit(insist) for _ in range(limits.processes)]
        wait_until(lambda: (busy := ask(client, SMALL)).status_code == 503 and "retry-after" in busy.headers)
        assert client.get("/").status_code == 200
        assert not any(one.done() for one in long)
