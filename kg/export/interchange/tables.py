"""Nodes and edges as CSV for pandas, spreadsheets and whatever reads tables.

What a spreadsheet would take for a formula is preceded by an apostrophe, and so is what begins with one: a
program that reads the tables takes one leading apostrophe away.
"""

from __future__ import annotations

import csv
import io

from kg.export.interchange.property_graph import PropertyTable
from kg.export.interchange.xml import plain
from kg.language.text import inert


def write(table: PropertyTable) -> str:
    """The table under a row of its columns' names; properties with several values are JSON arrays."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(
        ["" if value in (None, []) else inert(plain(value)) for value in row] for row in table.rows
    )
    return out.getvalue()
