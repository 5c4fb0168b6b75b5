"""The visible part as a picture, a drawing and a table."""

from __future__ import annotations

import csv
import struct
import xml.etree.ElementTree as ET

from tests.export.html.conftest import Open
from tests.export.html.viewing import View
from tests.factory import entity, linked

SVG = "{http://www.w3.org/2000/svg}"


def rows(path: object) -> list[list[str]]:
    with open(str(path), encoding="utf-8-sig", newline="") as file:  # noqa: PTH123
        return list(csv.reader(file))


def test_the_picture_is_of_what_is_seen(view: View) -> None:
    data = view.downloaded("png").read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert width > 900
    assert height > 700
    assert len(data) > 20_000


def test_the_drawing_holds_shapes_and_names(view: View) -> None:
    view.legend("Person").click()
    drawing = ET.fromstring(view.downloaded("svg").read_bytes())  # noqa: S314
    titles = {one.text for one in drawing.iter(f"{SVG}title")}
    assert titles == view.drawn()
    words = "".join(one.text or "" for one in drawing.iter(f"{SVG}text"))
    assert "云河市总工会" in words
    assert "林晓岚" not in words
    assert len(list(drawing.iter(f"{SVG}line"))) == len(view.lines())


def test_the_table_tells_the_claims_of_what_is_seen(view: View) -> None:
    view.choose("云河大学")
    view.press("1 步")
    table = rows(view.downloaded("csv"))
    assert table[0] == [
        "主语",
        "类型",
        "关系",
        "宾语",
        "类型",
        "职务或角色",
        "日期",
        "置信度",
        "文章",
        "原文",
    ]
    assert {(row[0], row[2], row[3]) for row in table[1:]} == {
        ("“工匠讲堂”活动", "举办地", "云河大学"),
        ("周启明", "发言", "“工匠讲堂”活动"),
        ("云河大学", "授予", "周启明"),
    }
    award = next(row for row in table if row[2] == "授予")
    assert award[5] == "优秀讲师"
    assert award[9] == "云河大学授予周启明“优秀讲师”称号"


def test_hostile_names_are_harmless_in_every_file(open_page: Open) -> None:
    names = [
        "=1+1",
        "+cmd|'/c calc'!A0",
        "-2",
        "@SUM(A1)",
        '"quoted", and\nbroken',
        "</text><script>x</script>",
        "\x0b甲",
    ]
    keys = [f"person/p{n}" for n in range(len(names))]
    told_of = "到⟦乙县|place/乙县⟧"
    view = open_page(
        [
            linked(
                "x", "，".join(f"⟦{name}|{key}⟧" for name, key in zip(names, keys, strict=True)) + told_of,
                [(key, "surveyed", "place/乙县", name) for name, key in zip(names, keys, strict=True)],
                entities=[entity(key, name) for name, key in zip(names, keys, strict=True)],
            )
        ]
    )  # fmt: skip
    table = rows(view.downloaded("csv"))
    assert len(table) == 1 + len(names)
    told = {row[0] for row in table[1:]}
    assert {"'=1+1", "'+cmd|'/c calc'!A0", "'-2", "'@SUM(A1)", '"quoted", and\nbroken'} <= told
    assert not [cell for row in table for cell in row if cell[:1] in {"=", "+", "-", "@"}]
    drawing = ET.fromstring(view.downloaded("svg").read_bytes())  # noqa: S314
    assert not list(drawing.iter(f"{SVG}script"))
    assert "</text><script>x</script>" in {one.text for one in drawing.iter(f"{SVG}title")}
    assert view.complaints == []
