"""The folder of a build: one build at a time writes there, and its files appear and belong together.

Unfinished work lies in `.parts`: finished batches, and the new files while they are written to `staged`.
When all four are on the disk, one rename, of `staged` to `ready`, makes them the build. They still have to be
moved to their places; where a process was killed at that, whoever opens the folder next completes it.

`build.json` has the digests of the others, so that files of different builds are told from those of one.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from kg.artifacts.atomic import sync_folder, write_durably
from kg.artifacts.names import FILES, REPORT
from kg.artifacts.report import file_digest
from kg.model.errors import InputError, OutputError

WORKSHOP = ".parts"
_STAGED, _READY = "staged", "ready"
_LOCK, _HOLDER = "lock", "holder"

# How many seconds to wait for one who only moves finished files to their places.
_PATIENCE = 2


@contextmanager
def workshop(output: Path) -> Iterator[Path]:
    """The folder inside `output` for unfinished work, locked: gone after success, else kept with its parts.

    Raises OutputError where `output` cannot be written to, or another process is at work in it.
    """
    try:
        created = not output.exists()
    except OSError as error:
        raise unwritable(output, error) from error
    try:
        with _locked(output) as place:
            _move_ready(output)
            _sweep(place)
            yield place
            _clear(place)
    except BaseException:
        if created:
            with suppress(OSError):  # raised where there are parts to keep
                output.rmdir()
        raise


@contextmanager
def publishing(output: Path) -> Iterator[Callable[[str, str], str]]:
    """A function that takes a file's name and text and gives its SHA-256; after the block all appear at once.

    Only for a folder whose workshop is open.
    """
    place = output / WORKSHOP
    staged = place / _STAGED

    def write(name: str, text: str) -> str:
        content = text.encode()
        write_durably(staged / name, content)
        return sha256(content).hexdigest()

    try:
        staged.mkdir()
        yield write
        sync_folder(staged)
        staged.rename(place / _READY)  # from here on these are the files of the build, whatever happens
        sync_folder(place)
    except OSError as error:
        raise OutputError(f"{output}: the files cannot be written ({error.strerror})") from error
    _move_ready(output)


@contextmanager
def of_one_build(folder: Path, *names: str) -> Iterator[None]:
    """While files of a build are read: the named ones are of one build from the beginning to the end.

    Raises InputError where they are of several, or the folder is built anew meanwhile.
    """
    _complete(folder)
    before = _report(folder)
    require_own(folder, *names)
    yield
    if (folder / WORKSHOP / _READY).exists() or _report(folder) != before:
        raise InputError(f"{folder}: was built anew while it was read; give the same command again")


def require_own(folder: Path, *names: str) -> None:
    """Raise InputError where a named file is none of the build that `build.json` beside it tells of."""
    for name in strangers(folder, *names):
        raise InputError(
            f"{folder / name}: is not the file that {REPORT} tells of: it was changed, or is of another "
            "build; build again"
        )


def strangers(folder: Path, *names: str) -> list[str]:
    """Which of the named files of a folder are others than those whose digests its `build.json` tells.

    A folder without that tells nothing, and a file that is not there is no other one.
    """
    digests = _digests(folder)
    return [name for name in names if name in digests and _digest(folder / name) not in (None, digests[name])]


@contextmanager
def _locked(output: Path) -> Iterator[Path]:
    """The workshop of a folder while no other process has it.

    The lock is the operating system's: it ends with its process, and a file that is left locks nothing.
    """
    from filelock import FileLock, Timeout  # takes longer to import than most commands need

    place = output / WORKSHOP
    lock = FileLock(place / _LOCK)
    try:
        place.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=_PATIENCE)
        (place / _HOLDER).write_text(f"process {os.getpid()} on {platform.node()}", "utf-8")
    except (Timeout, FileNotFoundError) as error:  # not found: it was just removed by one who was done
        raise OutputError(
            f"{output}: {_holder(place)} is building there; wait for it, or give another folder"
        ) from error
    except OSError as error:
        lock.release()
        raise unwritable(output, error) from error
    try:
        yield place
    finally:
        # Before the lock is given up: the next one may hold another file of the same name already.
        for name in (_HOLDER, _LOCK):
            with suppress(OSError):  # Windows removes no open file; the lock itself does so there
                (place / name).unlink()
        lock.release()
        with suppress(OSError):  # raised where there is something left in it
            place.rmdir()


def _holder(place: Path) -> str:
    try:
        return (place / _HOLDER).read_text("utf-8") or "another process"
    except (OSError, UnicodeDecodeError):
        return "another process"


def unwritable(folder: Path, error: OSError) -> OutputError:
    """Why nothing can be written to a folder: what is in its way, or else what the system says."""
    nearest = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)
    if nearest.is_symlink() and not nearest.exists():
        return OutputError(
            f"{nearest}: is a link to {nearest.readlink()}, which is not there; remove it, make what it "
            "leads to, or give another folder"
        )
    if nearest.is_file():
        return OutputError(f"{nearest}: is a file, not a folder; move it away, or give another folder")
    return OutputError(f"{folder}: cannot be written to ({error.strerror}); give another folder")


def _complete(folder: Path) -> None:
    """Move to their places the files that a killed build left ready."""
    ready = folder / WORKSHOP / _READY
    if not ready.exists():
        return
    try:
        with _locked(folder):
            _move_ready(folder)
    except OutputError as error:
        if ready.exists():  # else another process was quicker
            raise InputError(
                f"{folder}: a build was stopped while its files were moved to their places, and this cannot "
                f"be completed: {error}"
            ) from error


def _move_ready(output: Path) -> None:
    ready = output / WORKSHOP / _READY
    if not ready.exists():
        return
    for name in FILES:
        if (ready / name).exists():
            try:
                (ready / name).replace(output / name)
            except OSError as error:
                raise OutputError(
                    f"{output / name}: cannot be replaced ({error.strerror}); close what holds it open, or "
                    "move it away, and give the same command again"
                ) from error
    sync_folder(output)
    shutil.rmtree(ready)


def _sweep(place: Path) -> None:
    """Remove what a killed build left half written."""
    shutil.rmtree(place / _STAGED, ignore_errors=True)
    for path in place.glob(".*"):
        with suppress(OSError):
            path.unlink()


def _clear(place: Path) -> None:
    """Remove the parts of a finished build."""
    for path in place.iterdir():
        if path.name not in (_LOCK, _HOLDER):
            with suppress(OSError):
                path.unlink()


def _report(folder: Path) -> bytes:
    try:
        return (folder / REPORT).read_bytes()
    except OSError:
        return b""


def _digests(folder: Path) -> dict[str, str]:
    report = _report(folder)
    try:
        return dict(json.loads(report).get("files", {})) if report else {}
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{folder / REPORT}: is not the report of a build ({error}); build again") from error


def _digest(path: Path) -> str | None:
    try:
        return file_digest(path)
    except OSError:
        return None
