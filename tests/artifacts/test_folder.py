"""The folder of a build: one writer, files that appear together, readers that see when they do not fit."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.artifacts.folder import of_one_build, publishing, strangers, unwritable, workshop
from kg.artifacts.names import FILES
from kg.artifacts.report import file_digest
from kg.building.builder import load_articles
from kg.model.errors import InputError, OutputError
from kg.query.engine import Dataset
from kg.serving.store import stored
from kg.validation import validate

OLD = {name: f"old {name}" for name in FILES[:3]} | {"build.json": '{"started": 1}'}
NEW = {name: f"new {name}" for name in FILES[:3]} | {"build.json": '{"started": 2}'}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with the files of an old build."""
    for name, text in OLD.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def copy(sample_build: Path, tmp_path: Path) -> Path:
    """A build of the sample page to spoil."""
    return Path(shutil.copytree(sample_build, tmp_path / "copy"))


def texts(output: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in output.iterdir()}


def publish(output: Path) -> None:
    with workshop(output), publishing(output) as write:
        for name, text in NEW.items():
            write(name, text)


def leave_ready(output: Path, moved: int) -> None:
    """Leave a folder as a process does that is killed when it has moved so many of the new files."""
    ready = output / ".parts" / "ready"
    ready.mkdir(parents=True)
    for n, (name, text) in enumerate(NEW.items()):
        ((output if n < moved else ready) / name).write_text(text)


def test_files_appear_together_and_nothing_else_stays(output: Path) -> None:
    with workshop(output) as place, publishing(output) as write:
        (place / "0a.jsonl").write_text("a part")
        digests = {name: write(name, text) for name, text in NEW.items()}
        assert {path.name: path.read_text() for path in output.glob("*.*") if path.is_file()} == OLD
    assert texts(output) == NEW
    assert digests == {name: file_digest(output / name) for name in FILES}


def test_where_a_file_cannot_be_written_the_old_ones_stay(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(OutputError, match="cannot be written \\(No space left on device\\)"):
            publish(output)
    assert {name: (output / name).read_text() for name in FILES} == OLD
    publish(output)
    assert texts(output) == NEW


@pytest.mark.parametrize("moved", range(len(FILES) + 1))
@pytest.mark.parametrize("opened", ["to read", "to build"])
def test_whoever_opens_a_folder_completes_what_was_begun(output: Path, moved: int, opened: str) -> None:
    leave_ready(output, moved)
    if opened == "to read":
        with of_one_build(output):
            assert texts(output) == NEW
    else:
        with workshop(output):
            assert {name: (output / name).read_text() for name in FILES} == NEW
    assert texts(output) == NEW


def test_a_file_that_cannot_be_replaced_is_named_and_the_next_command_goes_on(output: Path) -> None:
    (output / "graph.html").unlink()
    (output / "graph.html").mkdir()
    with pytest.raises(OutputError, match=r"graph\.html: cannot be replaced .*give the same command again"):
        publish(output)
    with (
        pytest.raises(InputError, match=r"cannot be completed: .*graph\.html: cannot be replaced"),
        of_one_build(output),
    ):
        pass
    (output / "graph.html").rmdir()
    with of_one_build(output):
        assert texts(output) == NEW


def test_a_folder_has_one_builder_at_a_time(output: Path) -> None:
    with workshop(output) as place:
        with (
            pytest.raises(OutputError, match=f"process {os.getpid()} on .* is building there; wait for it"),
            workshop(output),
        ):
            pass
        assert place.exists()
    assert texts(output) == OLD


def test_what_a_killed_builder_left_locks_nothing_and_goes(output: Path) -> None:
    place = output / ".parts"
    (place / "staged").mkdir(parents=True)
    (place / "staged" / "graph.ttl").write_text("half")
    (place / "lock").touch()
    (place / "holder").write_text("process 1 on another machine")
    (place / ".0a.jsonl.123").write_text("half a part")
    (place / "0a.jsonl").write_text("a part")
    with workshop(output):
        assert {path.name for path in place.iterdir()} == {"0a.jsonl", "lock", "holder"}
    assert texts(output) == OLD


def test_a_folder_that_is_built_while_it_is_read_is_told(output: Path) -> None:
    with pytest.raises(InputError, match="built anew while it was read"), of_one_build(output):
        publish(output)


@pytest.mark.parametrize("name", FILES[:3])
def test_a_file_of_another_build_is_found(copy: Path, name: str) -> None:
    assert strangers(copy, *FILES) == []
    with (copy / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert strangers(copy, *FILES) == [name]
    assert any(f"{name}: is not the file that build.json tells of" in str(one) for one in validate(copy))
    with pytest.raises(InputError, match=f"{name}: is not the file .* build again"), of_one_build(copy, name):
        pass


@pytest.mark.parametrize("read", [Dataset, kg.load_rdf, lambda folder: stored(folder).__enter__()])
def test_who_reads_the_graph_refuses_that_of_another_build(
    copy: Path, read: Callable[[Path], object]
) -> None:
    with (copy / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write("\n")
    with pytest.raises(InputError, match=r"graph\.ttl: is not the file"):
        read(copy)


def test_articles_corrected_by_hand_are_loaded_beside_the_graph_of_their_build(copy: Path) -> None:
    path = copy / "articles.jsonl"
    whole = load_articles(copy)
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    assert load_articles(copy) == whole[1:]
    Dataset(copy)
    with (copy / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write("\n")
    with pytest.raises(InputError, match=r"graph\.ttl: is not the file"):
        kg.load(copy)


def test_a_report_that_cannot_be_read_is_named(copy: Path) -> None:
    (copy / "build.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match=r"build\.json: is not the report of a build"):
        Dataset(copy)


def test_files_without_a_report_and_missing_ones_are_no_strangers(copy: Path) -> None:
    (copy / "graph.html").unlink()
    assert strangers(copy, *FILES) == []
    (copy / "build.json").unlink()
    (copy / "graph.ttl").write_text("")
    assert strangers(copy, *FILES) == []


def test_what_is_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    file, link = tmp_path / "file", tmp_path / "link"
    file.touch()
    link.symlink_to("nowhere")
    assert str(unwritable(file / "out", error)).startswith(f"{file}: is a file, not a folder; move it")
    assert str(unwritable(link / "out", error)).startswith(
        f"{link}: is a link to nowhere, which is not there"
    )
    assert str(unwritable(tmp_path / "new", error)) == (
        f"{tmp_path / 'new'}: cannot be written to (No space left on device); give another folder"
    )
