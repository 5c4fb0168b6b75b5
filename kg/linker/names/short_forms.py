"""Whether one name of a body is short for another."""

from __future__ import annotations

import re

from kg.language.countries import COUNTRIES
from kg.language.divisions import Gazetteer
from kg.linker.lexicon import MINISTRIES
from kg.linker.names.areas import split_area

_TEAM_TAIL = re.compile(r"^.*?(?:组|班|队|团|中心|委员会|指挥部|基金会|联合会|联盟)$")
_SHORT_TAILS = ("警方", "工会", "学校", "医院", "法院", "商会", "协会", "公司", "学院")
# What a full name has behind a short one that begins it.
_COMMON_ENDS = frozenset(
    {"公司", "集团", "有限公司", "集团公司", "大学", "学院", "街道办事处", "学", "级中学", "厂"}
)
_LEGAL_FORMS = ("股份", "有限", "责任", "控股", "集团", "公司", "企业")
_NO_BRAND_ENDS = ("厂", "院", "局", "会", "委", "部", "组", "队", "处", "办", "中心", "学", "店")
_BRANCH = re.compile("[（(]|[分子]公司$")
# 美军 is all of it, not 美国海军.
_ARMY = re.compile(".军")
# Characters by which a body's full name may exceed its everyday one (中山工会 → 中山市总工会).
_INSERTABLE = frozenset("省市县区镇乡总人民第级中学")


def is_short_for(short: str, full: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is a shorter one of another: its tail, or its characters less the usual ones."""
    if len(short) >= len(full) or len(short) < 2:
        return False
    if full.endswith(short):
        if full == "学" + short:
            return False
        return short not in MINISTRIES and (len(short) >= 3 or short in _SHORT_TAILS)
    if len(short) == 2 and short.endswith("大"):
        return full.startswith(short[0]) and full.endswith("大学")
    if _ARMY.fullmatch(short):
        return False
    if full.endswith("大学") and not short.endswith("大学") and _university(short, full):
        return True
    if short in full:
        return _inside(short, full, gazetteer)
    if short[-1] != full[-1] and short[:2] not in full:
        return False
    if _TEAM_TAIL.match(short) and _head_and_tail(short, split_area(full, gazetteer)[1]):
        return True
    if _brand(short, full, gazetteer):
        return True
    left_out = _left_out(short, full)
    if left_out is None:
        return False
    if all(char in _INSERTABLE for char in left_out):
        return True
    proper = split_area(short, gazetteer)[0] or any(d.level != "town" for d in gazetteer.lookup(short[:2]))
    return len(short) <= 4 and not proper


def _university(short: str, full: str) -> bool:
    """Whether a name is that of a university in some of its characters: 江农大 for 江北农业大学."""
    return len(short) <= 5 and short[0] in full[:2] and _left_out(short, full) is not None


def _inside(short: str, full: str, gazetteer: Gazetteer) -> bool:
    """Whether a name has only an area before it in another, and behind it what a full name ends in."""
    head, _, tail = full.partition(short)
    head = head.removesuffix("第")
    rest = split_area(head, gazetteer)[1]
    known = not rest or rest in COUNTRIES or gazetteer.lookup_above_towns(rest)
    return bool(known) and (tail in _COMMON_ENDS or _brand(short, short + tail, gazetteer))


def _head_and_tail(short: str, full: str) -> bool:
    """Whether a name is the first and the last words of another: 国务院…调查组 → 国务院调查组."""
    return any(
        full.startswith(short[:cut]) and full.endswith(short[cut:]) for cut in range(2, len(short) - 1)
    )


def _brand(short: str, full: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is what is proper to a company's: 红光轴承, 红光股份 for 湘潭市红光轴承有限公司."""
    if not full.endswith(("公司", "集团")) or short.endswith(_NO_BRAND_ENDS):
        return False
    if len(short) >= 3 and split_area(full, gazetteer)[1].startswith(short):
        return not short.endswith(("公司", "集团"))
    # A branch or a subsidiary is another company than the group.
    if _BRANCH.search(full) or ("集团" in short and "集团" not in full):
        return False
    brand, whole = _without_legal_form(short), _without_legal_form(full)
    own = [whole, split_area(whole, gazetteer)[1]]
    own += [whole[size:] for size in (2, 3) if gazetteer.lookup_above_towns(whole[:size])]
    return len(brand) >= 2 and any(
        name.startswith(brand[:2]) and _left_out(brand, name) is not None for name in own
    )


def _without_legal_form(name: str) -> str:
    """The name less 股份有限公司 and the like."""
    while name.endswith(_LEGAL_FORMS):
        name = name[:-2]
    return name


def _left_out(short: str, full: str) -> str | None:
    """What `full` has beyond its subsequence `short`; None where it is not one."""
    rest: list[str] = []
    position = 0
    for char in full:
        if position < len(short) and char == short[position]:
            position += 1
        else:
            rest.append(char)
    return "".join(rest) if position == len(short) else None
