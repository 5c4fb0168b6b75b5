"""Tables for spreadsheets."""

from __future__ import annotations

import csv

import pytest

from kg.graph import KnowledgeGraph
from tests.export.interchange.read_back import files, lines
from tests.export.test_formats import hostile

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "'", "''"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(formula: str) -> None:
    graph = KnowledgeGraph.from_articles([hostile(formula, formula)])
    for content in files("csv", graph).values():
        cells = [cell for row in csv.reader(lines(content)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
