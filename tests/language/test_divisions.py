from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest

from kg.language.divisions import ABBREVIATIONS, Gazetteer, short_forms
from tests.effort import bounded_effort

GAZETTEER = Gazetteer.load()


def names(name: str) -> list[str]:
    return [division.name for division in GAZETTEER.lookup(name)]


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("安庆", "安庆市"),
        ("安庆市", "安庆市"),
        ("怀宁", "怀宁县"),
        ("恩施", "恩施土家族苗族自治州"),
        ("楚雄州", "楚雄彝族自治州"),
        ("恭城县", "恭城瑶族自治县"),
        ("内蒙古", "内蒙古自治区"),
        ("广西", "广西壮族自治区"),
        ("新疆", "新疆维吾尔自治区"),
        ("巴音郭楞", "巴音郭楞蒙古自治州"),
        ("香港", "香港特别行政区"),
        ("台湾", "台湾省"),
        ("大兴安岭", "大兴安岭地区"),
        ("神农架", "神农架林区"),
        ("粤", "广东省"),
        ("沪", "上海市"),
    ],
)
def test_full_and_short_names_lead_to_the_division(name: str, full: str) -> None:
    assert names(name)[0] == full


def test_larger_divisions_come_first() -> None:
    assert [division.level for division in GAZETTEER.lookup("中山")][:3] == ["county", "city", "town"]
    assert names("吉林")[:2] == ["吉林省", "吉林市"]


def test_a_sub_district_is_known_without_its_tail() -> None:
    assert {"花山街道"} <= {*names("花山"), *names("花山街")}


def test_nothing_is_found_for_what_is_no_division() -> None:
    assert GAZETTEER.lookup("总工会") == ()
    assert GAZETTEER.by_code("999999") is None


def test_one_character_stems_are_no_short_names() -> None:
    assert short_forms("赵县") == ()
    assert short_forms("合肥高新技术产业开发区") == ()


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("怀宁县", ["安庆市", "安徽省"]),
        # 市辖区 exists in the codes only.
        ("海淀区", ["北京市"]),
        # A city without counties has its towns directly below it.
        ("虎门镇", ["东莞市", "广东省"]),
        # 省直辖县级行政区划 exists in the codes only.
        ("潜江市", ["湖北省"]),
    ],
)
def test_chain_of_parents(name: str, above: list[str]) -> None:
    division = GAZETTEER.lookup(name)[0]
    assert [parent.name for parent in GAZETTEER.chain(division)] == above
    assert GAZETTEER.by_code(division.code) == division


def test_every_parent_exists_and_every_abbreviation_has_a_division() -> None:
    lines = GAZETTEER._towns.splitlines()
    assert len(lines) > 40_000
    assert all(GAZETTEER.by_code(line.split("\t")[2]) for line in lines)
    assert all(GAZETTEER.by_code(code) for code in ABBREVIATIONS.values())


def test_loading_takes_little_work() -> None:
    Gazetteer.load.cache_clear()
    with bounded_effort(100):  # it takes ten
        Gazetteer.load().lookup_above_towns("安庆")


def test_the_data_is_what_the_script_makes_of_its_source(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    source = root.parent / "shared" / "gazetteer"
    if not source.exists():
        pytest.skip(f"the source tables are not here: {source}")
    data = root / "kg" / "data"
    script = copy(data / "refresh_divisions.py", tmp_path)
    subprocess.run([sys.executable, script, source], check=True, capture_output=True)
    made, kept = (folder / "divisions.tsv.gz" for folder in (tmp_path, data))
    assert gzip.decompress(made.read_bytes()) == gzip.decompress(kept.read_bytes())
