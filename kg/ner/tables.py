"""The rules' word lists: one TOML file beside each component that needs one."""

from __future__ import annotations

import tomllib
from importlib.resources import files


def table(name: str) -> dict[str, list[str]]:
    """The word lists of `{name}.toml`."""
    return tomllib.loads(files("kg.ner").joinpath(f"{name}.toml").read_text("utf-8"))
