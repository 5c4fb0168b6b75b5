"""The rules' word lists: one TOML file beside each component that needs one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files


def table(name: str) -> dict[str, list[str]]:
    """The word lists of `{name}.toml`."""
    return tomllib.loads(files("kg.ner").joinpath(f"{name}.toml").read_text("utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})"
