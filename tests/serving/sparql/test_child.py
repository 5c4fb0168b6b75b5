"""The process that answers queries, spoken to as the server does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.serving.store import stored


class Child:
    """A process, and one question and answer at a time."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "kg.serving.sparql.child", *arguments]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def answer(self) -> tuple[dict[str, Any], str]:
        assert self.process.stdout
        head = json.loads(self.process.stdout.readline())
        return head, self.process.stdout.read(head.pop("size")).decode()

    def ask(self, query: str, **how: object) -> tuple[dict[str, Any], str]:
        question = {"query": query, "parameters": {}, "results": "csv", "graph": None, "limit": 1000} | how
        assert self.process.stdin
        self.process.stdin.write(json.dumps(question).encode() + b"\n")
        self.process.stdin.flush()
        return self.answer()


@pytest.fixture
def child(corpus_graph: Path) -> Iterator[Child]:
    with stored(corpus_graph) as graph:
        child = Child(str(graph.path), graph.base_iri)
        with child.process:
            yield child
            child.process.kill()


def test_questions_are_answered_until_there_are_no_more(child: Child) -> None:
    assert child.answer() == ({}, "")
    query = "SELECT ?name { <person/林晓岚> rdfs:label ?name }"
    assert child.ask(query) == ({"format": "csv"}, "name\r\n林晓岚\r\n")
    assert child.ask(query, parameters={"name": "无"})[1] == "name\r\n"
    assert child.ask(query, results=None) == ({"format": None}, "")
    triples = child.ask("CONSTRUCT WHERE { <person/林晓岚> rdfs:label ?name }", graph="turtle")
    assert triples[0] == {"format": "turtle"}
    assert "林晓岚" in triples[1]
    assert child.ask("SELECT * { SERVICE <http://x/> {} }")[0] == {"fault": "refused"}
    assert child.ask("SELEC")[0] == {"fault": "wrong"}
    head, told = child.ask("SELECT * { ?s ?p ?o }")
    assert (head, told) == ({"fault": "large"}, "the answer has more than 1,000 bytes")
    assert child.process.stdin
    child.process.stdin.close()
    assert child.process.wait(60) == 0
