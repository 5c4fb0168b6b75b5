"""What is required agrees with what is tested: constraints.txt, and the lowest versions."""

from __future__ import annotations

from packaging.utils import canonicalize_name

from tests.lowest import lowest, pinned, required


def test_every_requirement_is_pinned_to_a_version_that_it_allows() -> None:
    versions = pinned()
    for one in required("train"):
        assert one.specifier.contains(versions[canonicalize_name(one.name)]), one


def test_whatever_users_need_has_a_lowest_version() -> None:
    assert set(lowest()) == {canonicalize_name(one.name) for one in required("dev")}
