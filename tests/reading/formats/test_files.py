"""Files of a folder, and the bytes of one."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kg.model.errors import InputError
from kg.reading.formats import limits
from kg.reading.formats.files import STDIN, read_bytes, walk_files


def test_a_file_stands_for_itself_whether_it_is_there_or_not(tmp_path: Path) -> None:
    assert list(walk_files(tmp_path / "none.txt")) == [tmp_path / "none.txt"]


def test_a_folder_is_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden/3.txt", ".4.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert [str(path.relative_to(tmp_path)) for path in walk_files(tmp_path)] == [
        "a.txt",
        str(Path("b/1.txt")),
        str(Path("b/2.txt")),
    ]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("云州".encode())))
    assert read_bytes(STDIN) == "云州".encode()


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 4)
    path = tmp_path / "a.txt"
    path.write_bytes(b"1234")
    assert read_bytes(path) == b"1234"
    path.write_bytes(b"12345")
    with pytest.raises(InputError, match="larger than"):
        read_bytes(path)
