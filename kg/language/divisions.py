"""The administrative divisions of China with their official codes, down to towns and sub-districts.

The data, its source and date are described in kg/data/DIVISIONS.md.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Literal, cast

Level = Literal["province", "city", "county", "town"]

# One-character names of provinces and of the cities that the press writes so.
ABBREVIATIONS = {
    "京": "11", "津": "12", "冀": "13", "晋": "14", "蒙": "15", "辽": "21", "吉": "22", "黑": "23",
    "沪": "31", "申": "31", "苏": "32", "浙": "33", "皖": "34", "闽": "35", "赣": "36", "鲁": "37",
    "豫": "41", "鄂": "42", "湘": "43", "粤": "44", "桂": "45", "琼": "46", "渝": "50", "川": "51",
    "蜀": "51", "黔": "52", "贵": "52", "滇": "53", "云": "53", "藏": "54", "陕": "61", "秦": "61",
    "甘": "62", "陇": "62", "青": "63", "宁": "64", "新": "65", "台": "71", "港": "81", "澳": "82",
    "穗": "4401", "深": "4403", "杭": "3301", "甬": "3302", "温": "3303", "榕": "3501", "蓉": "5101",
    "筑": "5201", "邕": "4501",
}  # fmt: skip

# Peoples in the names of autonomous divisions, with and without 族.
_PEOPLES = (
    "阿昌 白 保安 布朗 布依 藏 朝鲜 达斡尔 傣 德昂 东乡 侗 独龙 俄罗斯 鄂伦春 鄂温克 高山 仡佬 哈尼 "
    "哈萨克 赫哲 回 基诺 京 景颇 柯尔克孜 拉祜 黎 傈僳 珞巴 满 毛南 门巴 蒙古 苗 仫佬 纳西 怒 普米 羌 "
    "撒拉 畲 水 塔吉克 塔塔尔 土 土家 佤 维吾尔 乌孜别克 锡伯 瑶 彝 裕固 壮"
)
_PEOPLE = "|".join(sorted((f"{people}族" for people in _PEOPLES.split()), key=len, reverse=True))
# The long names also stand without 族: 巴音郭楞蒙古自治州, 新疆维吾尔自治区.
_BARE_PEOPLE = "|".join(people for people in _PEOPLES.split() if len(people) > 1)
_AUTONOMOUS = re.compile(
    f"(.{{2,}}?)(?:(?:{_PEOPLE}){{1,6}}|{_BARE_PEOPLE})?(?:各族)?(?:联合)?(?:自治[区州县旗]|民族[乡镇]|[族乡])"
)
_OF_PEOPLES = re.compile("自治|民族")
_SHORT = re.compile("(.{2,}?)(?:特别行政区|地区|林区|街道办事处|街道|[省市县区旗盟镇乡])")
# What the press leaves out of a town's name: 石牌镇 → 石牌, 花山街道 → 花山, 花山街.
_TOWN_TAILS = ("", "镇", "乡", "街道", "道")
# What has these tails is called by its full name only.
_NO_SHORT = re.compile(".{2,}(?:开发区|园区|新区|管理区|矿区|示范区|风景名胜区|度假区)")


@dataclass(frozen=True, slots=True)
class Division:
    """One division; `parent` is the code of the division above, None for a province."""

    code: str
    name: str
    level: Level
    parent: str | None


def short_forms(name: str) -> tuple[str, ...]:
    """How the press shortens a full name: 安庆市 → 安庆, 恩施土家族苗族自治州 → 恩施, 花山街道 → 花山."""
    if _NO_SHORT.fullmatch(name):
        return ()
    match = _AUTONOMOUS.fullmatch(name) if _OF_PEOPLES.search(name) else _SHORT.fullmatch(name)
    forms = [match[1]] if match else []
    if match and name.endswith(("自治州", "自治县", "自治旗")):
        forms.append(match[1] + name[-1])
    if name.endswith("街道"):
        forms.append(name[:-1])
    return tuple(forms)


class Gazetteer:
    """Look-up of divisions by name and code; towns, nine tenths of all, are indexed when first asked for."""

    def __init__(self, table: str) -> None:
        """Index the lines `code, level, parent, name`, towns last."""
        head, _, _ = table.partition("\ttown\t")
        cut = head.rfind("\n") + 1
        self._towns = table[cut:]
        self._codes: dict[str, Division] = {}
        self._names: defaultdict[str, list[Division]] = defaultdict(list)
        self._full_names: set[str] = set()
        for division in _parse(table[:cut]):
            self._codes[division.code] = division
            for name in (division.name, *short_forms(division.name)):
                self._names[name].append(division)
                if name[-1] == division.name[-1]:
                    self._full_names.add(name)
        for name, code in ABBREVIATIONS.items():
            self._names[name].append(self._codes[code])

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Gazetteer:
        """The gazetteer of the package."""
        packed = files("kg").joinpath("data/divisions.tsv.gz").read_bytes()
        return Gazetteer(gzip.decompress(packed).decode())

    @cached_property
    def _town_lines(self) -> dict[str, list[str]]:
        """Lines of the table by full name."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for line in self._towns.splitlines():
            names[line.rpartition("\t")[2]].append(line)
        return names

    @cached_property
    def _town_codes(self) -> dict[str, str]:
        """Lines of the table by code."""
        return {line.partition("\t")[0]: line for line in self._towns.splitlines()}

    def lookup(self, name: str) -> tuple[Division, ...]:
        """All divisions of that full or short name, larger ones first; nothing where there is none."""
        towns = [line for tail in _TOWN_TAILS for line in self._town_lines.get(name + tail, ())]
        return (*self._names.get(name, ()), *_parse("\n".join(towns)))

    def lookup_above_towns(self, name: str) -> tuple[Division, ...]:
        """Provinces, cities and counties of that full or short name."""
        return tuple(self._names.get(name, ()))

    def is_full_name(self, name: str) -> bool:
        """Whether a division of any level has this name, perhaps less its peoples (楚雄州, 恭城县)."""
        return name in self._full_names or name in self._town_lines

    def by_code(self, code: str) -> Division | None:
        """The division of an official code."""
        if code in self._codes:
            return self._codes[code]
        found = _parse(self._town_codes.get(code, ""))
        return found[0] if found else None

    def chain(self, division: Division) -> tuple[Division, ...]:
        """The divisions above, nearest first."""
        above = self.by_code(division.parent) if division.parent else None
        return (above, *self.chain(above)) if above else ()


def _parse(lines: str) -> list[Division]:
    """The divisions of some lines of the table."""
    rows = (line.split("\t") for line in lines.splitlines())
    return [Division(code, name, cast(Level, level), parent or None) for code, level, parent, name in rows]
