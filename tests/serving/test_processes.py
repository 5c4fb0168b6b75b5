"""What happens to queries that ask for too much, and to the others meanwhile."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

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
        (LONG, "the query takes more than 2 seconds"),
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


def test_while_one_query_is_long_others_are_answered(client: httpx.Client) -> None:
    with ThreadPoolExecutor() as pool:
        long = pool.submit(ask, client, LONG)
        time.sleep(0.3)
        before = time.monotonic()
        assert ask(client, SMALL).status_code == 200
        assert client.get("/doc/person/林晓岚").status_code == 200
        assert time.monotonic() - before < 1
        assert not long.done()


def test_where_all_processes_are_at_work_a_client_is_told_to_wait(client: httpx.Client) -> None:
    with ThreadPoolExecutor() as pool:
        long = [pool.submit(ask, client, LONG) for _ in range(2)]
        time.sleep(0.5)
        busy = ask(client, SMALL)
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
        assert client.get("/").status_code == 200
        assert {one.result().status_code for one in long} == {422}
    assert ask(client, SMALL).status_code == 200
