"""A file appears whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kg.artifacts.atomic import atomic_write
from kg.model.errors import OutputError


def test_the_text_replaces_the_file_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    atomic_write(path, "新\r\n文\n")
    assert path.read_bytes() == "新\r\n文\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be synced there")
def test_a_file_is_on_the_disk_before_it_appears_and_its_name_before_it_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    replace = Path.replace

    def watched(path: Path, target: Path) -> Path:
        done.append("renamed")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", lambda descriptor: done.append(os.fstat(descriptor).st_ino))
    monkeypatch.setattr(Path, "replace", watched)
    atomic_write(tmp_path / "a.txt", "text")
    assert done == [(tmp_path / "a.txt").stat().st_ino, "renamed", tmp_path.stat().st_ino]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        atomic_write(path, "half\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"a\.txt: cannot be written"):
        atomic_write(tmp_path / "file" / "a.txt", "text")
    (tmp_path / "taken").mkdir()
    with pytest.raises(OutputError, match="taken: cannot be written"):
        atomic_write(tmp_path / "taken", "text")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken"]
