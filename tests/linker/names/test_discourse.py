"""The bodies named so far: what is found is the latest that fits."""

from __future__ import annotations

from kg.language.divisions import Gazetteer
from kg.linker.names.discourse import Discourse


def discourse(*bodies: str) -> Discourse:
    found = Discourse(Gazetteer.load())
    for body in bodies:
        found.add(body)
    return found


def test_the_latest_body_with_a_tail_and_of_its_tails_the_longest() -> None:
    named = discourse("云河县委组织部", "清河县委组织部", "云河县委组织部")
    assert named.with_tail(["组织部", "委组织部", "宣传部"]) == ("云河县委组织部", "委组织部")
    assert named.with_tail(["云河县委组织部", "宣传部"]) is None


def test_the_latest_body_by_its_ending_without_its_committee() -> None:
    named = discourse("云河学院党委", "清河医院", "云河市委")
    assert named.ending_with(("学院",)) == "云河学院"
    assert named.ending_with(("院", "大学")) == "清河医院"
    assert named.ending_with(("委",)) is None


def test_bodies_by_the_level_of_their_area() -> None:
    named = discourse("湘潭市总工会", "湘乡市总工会", "湘潭县总工会", "湘潭县总工会")
    assert named.of_area("市", "总工会") == {"湘潭市总工会", "湘乡市总工会"}
    assert named.of_area("县", "总工会") == {"湘潭县总工会"}
    assert not named.of_area("省", "总工会")
