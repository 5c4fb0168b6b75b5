"""Prints constraints.txt with all that users of the program need at the lowest version that is allowed.

What these libraries need in turn stays as it is: its lowest versions are not ours to promise.
"""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def required(*without: str) -> list[Requirement]:
    """What pyproject.toml requires, but for some extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (ones for extra, ones in project["optional-dependencies"].items() if extra not in without)
    found = map(Requirement, chain(project["dependencies"], *extras))
    return [one for one in found if one.name != project["name"]]


def pinned() -> dict[str, str]:
    """The version of each library in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = (line.split("==") for line in lines if not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pins}


def lowest() -> dict[str, str]:
    """The lowest allowed version of each library that users of the program need."""
    return {
        canonicalize_name(one.name): bound.version
        for one in required("dev")
        for bound in one.specifier
        if bound.operator == ">="
    }


if __name__ == "__main__":
    print("\n".join(f"{name}=={version}" for name, version in (pinned() | lowest()).items()))
