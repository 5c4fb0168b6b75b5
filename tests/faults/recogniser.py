"""A recogniser that an article can bring down: what its text says in 【】 happens to the process.

It is a spaCy pipeline without any names, installed in a folder, so that a build takes it by its name and a
process that knows nothing of the tests loads it.
"""

from __future__ import annotations

from pathlib import Path

NAME = "faulty"

_METADATA = f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n"
_PACKAGE = """
import ctypes, os, re, signal, sys, time
from pathlib import Path

import spacy
from kg import linker

link = linker.link


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def die_once():
    flag = Path(os.environ["FAULTS"], "died")
    if not flag.exists():
        flag.touch()
        die()


def fail():
    raise ZeroDivisionError("by\\nnothing")


def run_short():
    raise MemoryError


def compute():
    Path(os.environ["FAULTS"], f"busy-{os.getpid()}").touch()
    while True:
        pass


def backtrack():
    re.fullmatch("(a+)+", "a" * 64 + "b")


def recurse():
    recurse()


FAULTS = {
    "fail": fail,
    "print": lambda: os.write(1, b"printed\\n"),
    "recurse": recurse,
    "crash": lambda: ctypes.string_at(0),
    "exit": lambda: os._exit(3),
    "leave": lambda: sys.exit(4),
    "memory": run_short,
    "die": die,
    "die once": die_once,
    "compute": compute,
    "backtrack": backtrack,
    "wait": lambda: time.sleep(1_000_000),
}


def faulty(article, mentions):
    for fault in re.findall("【(.*?)】", article.text):
        FAULTS[fault]()
    return link(article, mentions)


def load(**_):
    linker.link = faulty
    return spacy.blank("zh")
"""


def install(folder: Path) -> None:
    """Make the recogniser one that is found where `folder` is in the path of modules."""
    (folder / f"{NAME}-1.0.dist-info").mkdir(parents=True)
    (folder / f"{NAME}-1.0.dist-info" / "METADATA").write_text(_METADATA)
    (folder / NAME).mkdir()
    (folder / NAME / "__init__.py").write_text(_PACKAGE, "utf-8")
