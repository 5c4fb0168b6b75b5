"""What a check finds."""

from __future__ import annotations

from kg.validation import Finding


def test_a_finding_reads_as_one_line() -> None:
    assert str(Finding("x:y", "is wrong")) == "x:y: is wrong"
