"""CONTRIBUTING.md names files and names that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
# Stands for what a recipe adds, and so is not there yet; the folder is.
ADDED = re.compile("[a-z_]*NAME|PART")
FOLDERS = "|".join(path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith("."))
# In quotes, in a command, or the target of a link; `output/` is made by the program.
PATHS = set(re.findall(rf"(?<![\w./-])(?:{FOLDERS})/[\w./-]*|(?<=`)\w+\.(?:md|toml|txt)(?=`)", TEXT)) - {
    "output/"
}
# `NAME` in `path`: the name stands in the file.
CONTENTS = sorted(set(re.findall(r"`(\w+)` in\s+`([\w./-]+)`", TEXT)))


@pytest.mark.parametrize("path", sorted(PATHS))
def test_a_file_that_is_named_is_there(path: str) -> None:
    assert (ROOT / ADDED.split(path)[0]).exists()


@pytest.mark.parametrize(("name", "path"), CONTENTS)
def test_a_name_stands_in_the_file_that_is_said_to_have_it(name: str, path: str) -> None:
    assert re.search(rf"\b{name}\b", (ROOT / path).read_text("utf-8"))


def test_the_commands_of_make_are_there() -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make ([\w-]+)`", TEXT)) <= set(targets)


def test_paths_and_contents_are_found() -> None:
    assert {"kg/reading/__init__.py", "tests/ner/rules/", "README.md"} <= PATHS
    assert ("FORMATS", "kg/export/formats.py") in CONTENTS
