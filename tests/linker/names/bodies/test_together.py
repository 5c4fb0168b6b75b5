"""Names that all bodies of an article together make clear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.bodies import together

CASES = [
    (together.written_out, ["湘潭市中院"], "湘潭市中院", "湘潭市中级人民法院"),
    (together.written_out, ["湘潭市总"], "湘潭市总", "湘潭市总工会"),
    (together.written_out, ["湘潭市市委"], "湘潭市市委", "湘潭市委"),
    (together.unit_of, ["云河医院", "心内科"], "心内科", "云河医院心内科"),
    # Of a university that is known by two of its departments.
    (together.fuller_body, ["江北农业大学文学院", "江农大"], "江农大", "江北农业大学"),
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
