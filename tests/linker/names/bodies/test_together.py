"""Names that all bodies of an article together make clear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.bodies import together

CASES = [
    (together.of_the_area, ["湘潭市发改委", "住建委"], "住建委", "湘潭市住建委"),
    # Of two areas neither; a ministry is of none.
    (together.of_the_area, ["湘潭市发改委", "湘乡市教育局", "住建委"], "住建委", None),
    (together.of_the_area, ["湘潭市发改委", "教育部"], "教育部", None),
    (together.of_the_area, ["湘潭市发改委", "九〇后党委"], "九〇后党委", None),
    (together.written_out, ["湘潭市中院"], "湘潭市中院", "湘潭市中级人民法院"),
    (together.unit_of, ["云河医院", "心内科"], "心内科", "云河医院心内科"),
    (together.unit_of, ["云河医院", "云岭医院", "心内科"], "心内科", "心内科"),
    (
        together.fuller_body,
        ["湘潭市红光轴承有限公司", "红光轴承"],
        "红光轴承",
        "湘潭市红光轴承有限公司",
    ),
]


@pytest.mark.parametrize(
    ("rule", "names", "short", "full"), CASES, ids=[f"{rule.__name__} {names}" for rule, names, *_ in CASES]
)
def test_rules(
    rule: Callable[[Sequence[str], Gazetteer], Mapping[str, str]],
    names: list[str],
    short: str,
    full: str | None,
) -> None:
    assert rule(names, Gazetteer.load()).get(short) == full


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_ in CASES} == set(together.RULES)
