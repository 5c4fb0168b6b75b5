"""What a body's name is short for where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names import organisations
from kg.linker.names.areas import Areas
from kg.linker.names.discourse import Discourse
from kg.linker.names.name_in_text import NameInText, NameRule


def name(
    surface: str,
    *,
    before: Sequence[str] = (),
    areas: Sequence[str] = (),
    neighbour: str | None = None,
    list_end: str | None = None,
) -> NameInText:
    """A name after the bodies `before`, in an article that names some areas."""
    gazetteer = Gazetteer.load()
    discourse = Discourse(gazetteer)
    for body in before:
        discourse.add(body)
    named = Areas(None, list(enumerate(areas)))
    return NameInText(
        surface, "Organisation", surface, len(surface), named, gazetteer, discourse, neighbour, list_end
    )


CASES = [
    (organisations.shared_head, name("湘潭市", list_end="湘乡市代表队"), "湘潭市代表队"),
    (organisations.shared_head, name("湘潭市", list_end="湘乡市"), None),
    (organisations.known_body, name("全总"), "中华全国总工会"),
    (organisations.known_body, name("军委联合参谋部"), "中央军委联合参谋部"),
    (organisations.known_body, name("红光公司"), None),
    (organisations.abroad, name("巴海军", areas=["巴西"]), "巴西海军"),
    (organisations.abroad, name("俄国防部"), "俄罗斯国防部"),
    (organisations.abroad, name("法学会"), None),
    (organisations.abroad, name("巴海军"), None),
    (organisations.service, name("海军", areas=["巴西"]), "巴西海军"),
    (organisations.service, name("海军", areas=["中国", "中国", "巴西"]), None),
    (organisations.service, name("海军"), None),
    (organisations.beside, name("公安局", neighbour="湘潭市委"), "湘潭市公安局"),
    (organisations.beside, name("政法委", neighbour="湖南省委"), "湖南省委政法委"),
    (organisations.beside, name("办公室", neighbour="湖南省委宣传部"), "湖南省委宣传部办公室"),
    (organisations.beside, name("机关党委", neighbour="湘潭市教育局党组"), "湘潭市教育局机关党委"),
    (organisations.beside, name("公安局", neighbour="市委"), "市公安局"),
    (organisations.beside, name("教育部", neighbour="湖南省委"), None),
    (organisations.beside, name("公安局"), None),
    (organisations.inside, name("组织部电教中心", before=["湘潭县委组织部"]), "湘潭县委组织部电教中心"),
    (organisations.inside, name("组织部电教中心", before=["湘潭县委宣传部"]), None),
    (organisations.with_area_of_neighbour, name("市妇联", neighbour="湘乡市政协"), "湘乡市妇联"),
    (organisations.with_area_of_neighbour, name("县妇联", neighbour="湘乡市政协"), None),
    (organisations.as_before, name("市总工会", before=["湘潭市总工会"]), "湘潭市总工会"),
    (organisations.as_before, name("市总工会", before=["湘潭市总工会", "湘乡市总工会"]), None),
    (organisations.with_area_of_article, name("市总工会", areas=["湘潭市"]), "湘潭市总工会"),
    (organisations.with_area_of_article, name("团市委", areas=["湘潭市"]), "共青团湘潭市委"),
    (organisations.with_area_of_article, name("州委", areas=["楚雄彝族自治州"]), "楚雄州委"),
    (organisations.with_area_of_article, name("村委会", areas=["棋梓村"]), "棋梓村村委会"),
    (organisations.with_area_of_article, name("县委", areas=["湘潭市"]), None),
    (organisations.with_area_of_article, name("区委", areas=["江北新区"]), "江北新区区委"),
    (organisations.of_the_area, name("教育厅", areas=["湘潭市", "湖南省"]), "湖南省教育厅"),
    (organisations.of_the_area, name("民政局", areas=["湘潭市", "湖南省"]), "湘潭市民政局"),
    (organisations.of_the_area, name("民政局", areas=["湖南省"]), None),
    (organisations.of_the_area, name("铁路局", areas=["湘潭市"]), None),
    (organisations.by_head, name("院党委", before=["云岭师范学院"]), "云岭师范学院党委"),
    (organisations.by_head, name("厅办公室", before=["省科技厅"]), "省科技厅办公室"),
    (organisations.by_head, name("院党委", before=["红光公司"]), None),
    (organisations.by_head, name("镇办公室", before=["棋梓镇"]), None),
]


@pytest.mark.parametrize(
    ("rule", "short", "full"), CASES, ids=[f"{rule.__name__} {short.surface}" for rule, short, _ in CASES]
)
def test_rules(rule: NameRule, short: NameInText, full: str | None) -> None:
    assert rule(short) == full


def test_every_rule_has_a_case() -> None:
    rules = {rule for rule, _, full in CASES if full}
    assert rules == {*organisations.RULES, *organisations.RULES_WITHOUT_AREA}
