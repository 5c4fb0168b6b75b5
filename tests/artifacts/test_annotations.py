"""articles.jsonl: what is written is read back the same, and what a human wrote is checked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.artifacts.annotations import from_json, from_runs, read_articles, to_json, to_jsonl, to_runs
from kg.model.errors import InputError
from kg.model.records import (
    Article,
    Box,
    Claim,
    Credit,
    Doubt,
    Entity,
    EntityMention,
    LinkedArticle,
    Misreading,
    Origin,
    Time,
)
from tests.factory import corpus

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@st.composite
def linked_articles(draw: st.DrawFn) -> LinkedArticle:
    text = draw(TEXT)
    optional = st.none() | TEXT
    offsets = draw(st.lists(st.integers(-1, 5), min_size=len(text), max_size=len(text)))

    def span() -> tuple[int, int]:
        start = draw(st.integers(0, len(text) - 1))
        return start, draw(st.integers(start + 1, len(text)))

    byline = tuple(Credit(draw(TEXT), draw(TEXT), *span()) for _ in range(draw(st.integers(0, 2))))
    boxes = tuple(
        Box(*span(), draw(st.integers(1, 9)), 0.5, 1.0, 2.5, 3.0) for _ in range(draw(st.integers(0, 2)))
    )
    doubts = tuple(Doubt(*span(), 0.5) for _ in range(draw(st.integers(0, 2))))
    misread = (Misreading(0, draw(TEXT)),) if doubts else ()
    origin = draw(st.none() | st.just(Origin("页 1.txt", tuple(offsets), boxes, doubts, misread)))
    article = Article(
        draw(TEXT), draw(st.text(max_size=5)), text, draw(optional), draw(optional), byline, origin
    )
    first = draw(st.none() | st.dates().map(str))
    days = first, draw(st.none() | st.dates(date.fromisoformat(first) if first else date.min).map(str))
    entities = (
        Entity("person/甲", "Person", draw(TEXT)),
        Entity("place/乙", "Place", draw(TEXT), draw(optional), draw(optional)),
        Entity("event/丙", "Event", draw(TEXT), time=draw(st.none() | st.just(Time(*span(), *days)))),
    )
    mentions = tuple(EntityMention(*span(), entity.id, draw(TEXT)) for entity in entities)
    confidence = draw(st.floats(0, 1))
    claims = (
        Claim("person/甲", "holdsPosition", "place/乙", *span(), confidence, draw(TEXT), draw(optional)),
    )
    return LinkedArticle(article, entities, mentions, claims)


@given(st.lists(linked_articles(), max_size=3), st.sampled_from(["https://example.org/a/", ""]))
def test_what_is_written_is_read_back_the_same(articles: list[LinkedArticle], base: str) -> None:
    lines = to_jsonl(articles, base)
    path = Path("articles.jsonl")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_text", lambda *_: lines)
        assert read_articles(path, base) == articles
    assert lines.count("\n") == len(articles)


def test_a_line_keeps_the_contract() -> None:
    meeting = corpus()[0]
    record = json.loads(to_jsonl([meeting], "https://example.org/"))
    assert list(record) == [
        *("id", "title", "text", "date", "source", "entities", "mentions", "relations", "byline"),
        *("page", "offsets"),
    ]
    assert record["entities"][0] == {
        "id": "https://example.org/event/page-01/夏季劳动保护工作会议",
        "type": "Event",
        "name": "夏季劳动保护工作会议",
        "kind": "Meeting",
        "time": {"start": 30, "end": 34, "first": "2025-06-04", "last": "2025-06-04"},
    }
    assert record["mentions"][0] == {
        "start": 0,
        "end": 6,
        "entity": "https://example.org/organisation/云河市总工会",
        "by": "by-hand",
    }
    post = next(relation for relation in record["relations"] if relation["predicate"] == "holdsPosition")
    assert list(post) == ["subject", "predicate", "object", "title", "start", "end", "confidence", "rule"]
    assert {credit["role"] for credit in record["byline"]} == {"记者", "通讯员"}


def test_what_is_unknown_is_left_out() -> None:
    assert not {"date", "source", "page", "offsets"} & set(to_json(corpus()[2]))


@pytest.mark.parametrize(
    ("offsets", "runs"),
    [
        ((), []),
        ((5, 6, 7), [[0, 5, 3]]),
        ((-1, 0, 1, -1, 2, 9), [[1, 0, 2], [4, 2, 1], [5, 9, 1]]),
        ((-1, -1), []),
        ((3, 3, 4), [[0, 3, 1], [1, 3, 2]]),
    ],
)
def test_offsets_are_packed_as_runs(offsets: tuple[int, ...], runs: list[list[int]]) -> None:
    assert to_runs(offsets) == runs
    assert from_runs(runs, len(offsets)) == offsets


def line(**changes: object) -> str:
    record = {
        "id": "a",
        "text": "林海棠讲话",
        "entities": [{"id": "p1", "type": "Person", "name": "林海棠"}],
        "mentions": [{"start": 0, "end": 3, "entity": "p1"}],
    }
    return json.dumps(record | changes, ensure_ascii=False)


def event(**time: object) -> str:
    return line(entities=[{"id": "p1", "type": "Event", "name": "座谈会", "time": time}])


def test_gold_needs_neither_evidence_nor_title(tmp_path: Path) -> None:
    relation = {"subject": "p1", "predicate": "attended", "object": "p1"}
    path = tmp_path / "gold.jsonl"
    path.write_text(
        "\ufeff" + line(relations=[relation], byline=[{"role": "记者", "name": "周可为"}]) + "\n\n", "utf-8"
    )
    (linked,) = read_articles(path)
    assert linked.article.title == ""
    assert linked.claims[0].rule == "gold"
    assert linked.article.byline == (Credit("记者", "周可为", 0, 0),)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{", "line 2: is not JSON; write one article a line"),
        ("[" * 100_000, "line 2: is not JSON"),
        ("[]", "line 2: is not an article; write one object a line"),
        ('{"id": "a"}', "line 2: has no 'text'"),
        (line(text=None), "line 2: "),
        (line(mentions=[{"start": 0, "end": 3, "entity": "p9"}]), "'p9' is not listed here: p1"),
        (
            line(mentions=[{"start": 3, "end": 99, "entity": "p1"}]),
            "span 3–99 is empty or outside the text of 5 characters",
        ),
        (line(mentions=[{"start": 3, "end": 3, "entity": "p1"}]), "span 3–3 is empty"),
        (line(entities=[{"id": "p1", "type": "Human", "name": "x"}]), "'Human' is not listed here: Event"),
        (
            line(relations=[{"subject": "p1", "predicate": "saw", "object": "p1"}]),
            "'saw' is not listed here: appointed",
        ),
        (event(start=0, end=3, first="6月4日"), "Invalid isoformat string: '6月4日'"),
        (event(start=0, end=9), "span 0–9 is empty or outside the text"),
        (
            event(start=0, end=3, first="2025-06-04", last="2025-06-03"),
            "a time from 2025-06-04 to 2025-06-03 ends before it begins",
        ),
        (line(page="p.txt", offsets=[[0, 0, 99]]), "offsets reach beyond the text"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, written: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line() + "\n" + written, "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl, line 2: ") as caught:
        read_articles(path)
    assert message in str(caught.value)


def test_a_record_is_taken_as_it_stands() -> None:
    """What a stage found is judged later, with all else: a fault in it costs more than itself here."""
    time = {"start": 3, "end": 3, "first": "2025-06-04", "last": "2025-06-03"}
    record = json.loads(event(**time)) | {"mentions": [{"start": 9, "end": 0, "entity": "p9", "by": "x"}]}
    linked = from_json(record)
    assert linked.entities[0].time == Time(**time)
    assert linked.mentions == (EntityMention(9, 0, "p9", "x"),)


def test_a_line_separator_inside_a_string_does_not_end_the_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line(text="林海棠讲\u2028话"), "utf-8")
    assert read_articles(path)[0].article.text == "林海棠讲\u2028话"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.jsonl: cannot be read"):
        read_articles(tmp_path / "missing.jsonl")
    (tmp_path / "gbk.jsonl").write_bytes(line().encode("gb18030"))
    with pytest.raises(InputError, match=r"gbk\.jsonl: is not UTF-8 at byte"):
        read_articles(tmp_path / "gbk.jsonl")
