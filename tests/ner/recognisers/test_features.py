from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ner.recognisers.features import BREAK, CLASSES, NO_PAIR, WIDTH, Features, build

CHARACTERS = {c: i for i, c in enumerate("王强安庆市总工会县a1")} | {"慶": 3, "Ａ": 9}
WORDS = {"安庆": {"place"}, "安庆市": {"place", "division"}, "总工会": {"body-tail"}, "工会": {"noun"}}


@pytest.fixture(scope="module")
def features() -> Features:
    return build(CHARACTERS, ["安庆", "工会"], WORDS, "王安")


def listed(features: Features, text: str, kind: str) -> list[list[int]]:
    """The columns of a class that are set at each character."""
    first = CLASSES.index(kind) * 8
    bits = features.encode(text).words[:, first : first + 8]
    return [np.flatnonzero(row).tolist() for row in bits]


def test_variants_of_a_character_are_one_and_unknown_ones_share_an_id(features: Features) -> None:
    ids = features.characters("慶庆Ａa龘鼎")
    assert ids[0] == ids[1]
    assert ids[2] == ids[3]
    assert ids[4] == ids[5] == max(CHARACTERS.values()) + 1


def test_a_pair_is_told_at_its_first_character(features: Features) -> None:
    pairs = features.encode("安庆工会会").pairs.tolist()
    assert [p != NO_PAIR for p in pairs] == [True, False, True, False, False]
    assert pairs[0] != pairs[2]
    assert max(pairs) < features.sizes[1]


def test_words_mark_their_beginning_inside_and_end_by_their_length(features: Features) -> None:
    assert listed(features, "安庆", "place") == [[0], [1]]
    assert listed(features, "安庆市", "division") == [[2], [3], [4]]
    # A shorter word in a longer one stands beside it.
    assert listed(features, "安庆市", "place") == [[0, 2], [1, 3], [4]]
    assert listed(features, "总工会", "noun") == [[], [0], [1]]


def test_surnames_have_a_column_of_their_own(features: Features) -> None:
    assert features.encode("王强安").words[:, -1].tolist() == [1, 0, 1]
    assert features.encode("王强安").words.shape == (3, WIDTH)


def test_nothing_reaches_over_a_break(features: Features) -> None:
    joined = features.encode(f"安{BREAK}庆")
    assert joined.pairs.tolist() == [NO_PAIR] * 3
    assert not joined.words[:, :-1].any()


@given(st.text(alphabet="安庆市总工会王x", min_size=1, max_size=12), st.text(alphabet="安庆市会", max_size=8))
def test_a_text_reads_alike_alone_and_between_breaks(text: str, other: str) -> None:
    features = build(CHARACTERS, ["安庆", "工会"], WORDS, "王安")
    alone, joined = features.encode(text), features.encode(f"{other}{BREAK}{text}{BREAK}{other}")
    part = slice(len(other) + 1, len(other) + 1 + len(text))
    assert alone.characters.tolist() == joined.characters[part].tolist()
    assert alone.pairs.tolist() == joined.pairs[part].tolist()
    assert alone.words.tolist() == joined.words[part].tolist()


def test_saved_and_read_again_they_are_the_same(features: Features, tmp_path: Path) -> None:
    features.save(tmp_path / "features.npz")
    again = Features.load(tmp_path / "features.npz")
    text = "王强在安庆市总工会"
    assert again.encode(text).words.tolist() == features.encode(text).words.tolist()
    assert again.encode(text).pairs.tolist() == features.encode(text).pairs.tolist()
    assert again.sizes == features.sizes
