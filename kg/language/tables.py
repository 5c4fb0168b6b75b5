"""Word lists: a TOML file beside the module that needs it."""

from __future__ import annotations

import tomllib
from importlib.resources import files


def read_word_lists(package: str, name: str) -> dict[str, list[str]]:
    """The word lists of `{name}.toml` in a package, by their names there."""
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text("utf-8"))
