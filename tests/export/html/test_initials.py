"""Names as pinyin initials."""

from __future__ import annotations

import pytest

from kg.export.html.initials import initials


class TestInitials:
    @pytest.mark.parametrize(
        ("names", "found"),
        [
            (("云河市总工会", "市总工会"), "yhszgh szgh"),
            (("单晓峰",), "sxf dxf"),
            (("重庆路",), "cql"),
            (("“工匠讲堂”活动",), "gjjthd"),
            (("5G产业园",), "5gcyy"),
        ],
    )
    def test_of_names_and_aliases(self, names: tuple[str, ...], found: str) -> None:
        assert set(found.split()) <= set(initials(*names).split())

    def test_of_what_has_no_chinese_characters(self) -> None:
        assert initials("plain", "") == ""
