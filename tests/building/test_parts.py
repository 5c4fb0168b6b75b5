"""Parts: what was written is read, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.artifacts.annotations import to_jsonl
from kg.building.parts import Failure, Outcome, parse_lines, part_name, read_part, write_part
from kg.model.records import LinkedArticle
from tests.factory import corpus

FAILURES = [Failure("坏\u2028", "ZeroDivisionError: by\nnothing"), Failure("大", "MemoryError", passing=True)]
OUTCOMES: list[Outcome] = [*corpus(), *FAILURES]
BATCH = [linked.article for linked in corpus()]


def lines(outcomes: list[Outcome]) -> bytes:
    return b"".join(
        to_jsonl([one]).encode() if isinstance(one, LinkedArticle) else one.line() for one in outcomes
    )


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("parts") / part_name("1", BATCH)
    write_part(path, lines([*corpus()]))
    return path


def test_all_outcomes_are_told() -> None:
    assert parse_lines(lines(OUTCOMES)) == OUTCOMES


def test_a_part_is_read_for_its_own_batch(part: Path) -> None:
    assert read_part(part, BATCH) == corpus()
    assert read_part(part, BATCH[:-1]) is None
    assert read_part(part.with_name("missing"), BATCH) is None


@given(st.data())
def test_a_part_that_was_cut_or_changed_is_none(part: Path, data: st.DataObject) -> None:
    content = part.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1))
    other = data.draw(st.binary(max_size=3).filter(lambda some: some != content[at : at + 1]))
    rest = content[at + 1 :] if data.draw(st.booleans()) else b""
    spoilt = part.with_name("spoilt")
    spoilt.write_bytes(content[:at] + other + rest)
    assert read_part(spoilt, BATCH) is None


def test_a_name_tells_articles_their_order_and_the_version_apart() -> None:
    keys = [("1", BATCH), ("2", BATCH), ("1", BATCH[1:]), ("1", BATCH[::-1])]
    assert len({part_name(version, batch) for version, batch in keys}) == len(keys)
    assert part_name("1", BATCH) == part_name("1", tuple(BATCH))
