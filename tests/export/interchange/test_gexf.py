"""The file for Gephi."""

from __future__ import annotations

import defusedxml.ElementTree as ElementTree

from tests.export.interchange.read_back import files
from tests.export.test_formats import GRAPH


def test_gephi_finds_labels_days_and_kinds() -> None:
    space = {"g": "http://gexf.net/1.3"}
    document = ElementTree.fromstring(files("gexf", GRAPH)["graph.gexf"])
    graph = document.find("g:graph", space)
    assert (document.get("version"), graph.get("mode"), graph.get("timeformat")) == ("1.3", "dynamic", "date")
    found = {node.get("label"): node for node in graph.iterfind("g:nodes/g:node", space)}
    assert {*map(str, found)} >= {"林晓岚", "夏季劳动保护工作会议"}
    meeting, dated = found["夏季劳动保护工作会议"], found["云河市总工会部署夏季工作"]
    assert (meeting.get("start"), meeting.get("end")) == ("2025-06-04", "2025-06-04")
    assert dated.get("start") == "2025-06-05"
    assert found["林晓岚到青石县调研"].get("start") is None
    drawn = list(graph.iterfind("g:edges/g:edge", space))
    assert {edge.get("kind") for edge in drawn} == {claim.predicate for claim in GRAPH.claims()}
    declared = {one.get("id") for one in graph.iterfind("g:attributes/g:attribute", space)}
    assert {value.get("for") for value in graph.iter("{http://gexf.net/1.3}attvalue")} <= declared
