"""What happens to queries that ask for too much, and to the others meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tests.serving.conftest import LIMITS, running

SMALL = "ASK { ?s a kg:Person }"
# Every combination of five triples: no end of work, of no memory.
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
LARGE_IN_MEMORY = "SELECT DISTINCT ?a ?d ?g (RAND() AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?x"
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
# The parser goes down with the depth of a query; the process with it.
DEEP = "ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }"


def ask(client: httpx.Client, query: str) -> httpx.Response:
    return client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})


@pytest.fixture(scope="module")
def patient(site_folder: Path) -> Iterator[httpx.Client]:
    """A client of a server with which a query may take its time."""
    limits = replace(LIMITS, query=60.0)
    with running(site_folder, limits) as live, httpx.Client(base_url=live, timeout=90) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (LARGE_IN_MEMORY, "the query takes more than 150 MB of memory"),
        (LARGE, "the answer has more than 200,000 bytes"),
        (DEEP, "the engine cannot hold this query"),
    ],
)
def test_a_query_that_asks_for_too_much_is_ended_and_the_next_is_answered(
    patient: httpx.Client, query: str, message: str
) -> None:
    response = ask(patient, query)
    assert (response.status_code, response.text) == (422, f"{message}\n")
    assert ask(patient, SMALL).json()["boolean"] is True


def test_a_query_that_takes_too_long_is_ended_and_others_are_answered_meanwhile(client: httpx.Client) -> None:
    with ThreadPoolExecutor() as pool:
        long = pool.submit(ask, client, LONG)
        assert ask(client, SMALL).status_code == 200
        assert client.get("/doc/person/林晓岚").status_code == 200
        assert not long.done()
    assert (long.result().status_code, long.result().text) == (422, "the query takes more than 3 seconds\n")


def test_where_all_processes_are_at_work_a_client_is_told_to_wait(client: httpx.Client) -> None:
    with ThreadPoolExecutor() as pool:
        long = [pool.submit(ask, client, LONG) for _ in range(2)]
        time.sleep(0.5)
        busy = ask(client, SMALL)
        assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
        assert client.get("/").status_code == 200
        assert {one.result().status_code for one in long} == {422}
    assert ask(client, SMALL).status_code == 200
