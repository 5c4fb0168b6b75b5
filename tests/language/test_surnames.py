"""What may be a person's name."""

from __future__ import annotations

import pytest

from kg.language.surnames import is_name


@pytest.mark.parametrize(
    "name", ["方禾", "柳如烟", "欧阳牧", "诸葛知行", "张王知行", "阿依古丽·买买提", "上官云"]
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("word", ["单位", "资料", "职工", "工会", "方", "春茶飘香", "方知行说", "Smith", ""])
def test_no_names(word: str) -> None:
    assert not is_name(word)
