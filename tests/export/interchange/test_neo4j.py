"""The import set for Neo4j."""

from __future__ import annotations

import csv

from tests.export.interchange.read_back import files, lines
from tests.export.test_formats import GRAPH


def test_neo4j_finds_ids_types_and_labels() -> None:
    content = files("neo4j", GRAPH)
    header = content["neo4j/nodes-header.csv"].decode().strip().split(",")
    assert {"iri:ID", "name:string", "aliases:string[]", "first:date", ":LABEL"} <= set(header)
    header = content["neo4j/relationships-header.csv"].decode().strip().split(",")
    assert {":START_ID", ":END_ID", ":TYPE", "confidence:double", "start:long"} <= set(header)
    labels = {row[-1] for row in csv.reader(lines(content["neo4j/nodes.csv"]))}
    assert labels >= {"Person", "Event\x1fMeeting", "Place\x1fAdministrativeDivision", "Article"}
