from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model import iri


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("person", "张三"), "person/张三"),
        (("event", "page-01", "“送清凉” 活动"), "event/page-01/“送清凉”_活动"),
        (("place", "A/B?c#d"), "place/A%2FB%3Fc%23d"),
        (("place", '<a href="x">'), "place/%3Ca_href=%22x%22%3E"),
        (("place", "港\u202e珠澳"), "place/港%E2%80%AE珠澳"),
        (("place", ".."), "place/%2E%2E"),
        (("article", " \n"), "article/_"),
    ],
)
def test_keys_stay_readable(parts: tuple[str, ...], expected: str) -> None:
    assert iri.key(*parts) == expected


@given(st.text(min_size=1))
@example("\U000e0100")
def test_every_name_gives_a_legal_iri(name: str) -> None:
    node = pyoxigraph.NamedNode(iri.BASE_IRI + iri.key("person", name))
    assert node.value.count("/") == iri.BASE_IRI.count("/") + 1


@given(st.text(alphabet="张三李四 -/%?#", min_size=1), st.text(alphabet="张三李四 -/%?#", min_size=1))
def test_different_names_have_different_keys(first: str, second: str) -> None:
    """But for white space, which is folded."""
    same = first.split() == second.split()
    assert (iri.key("person", first) == iri.key("person", second)) == same
