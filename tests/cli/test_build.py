"""kg build."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import IO, Any

import pytest

from kg.artifacts.names import ARTICLES, FILES, TURTLE
from tests.building.test_intake import lines
from tests.cli.conftest import Run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return lines(tmp_path / "in" / "a.jsonl", {"id": "1", "text": "青石县总工会主席林海棠到柳溪镇调研。"})


def test_all_good_is_exit_code_0(run: Run, article: Path, tmp_path: Path) -> None:
    result = run("build", article, "--output", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{tmp_path / 'out'}: 1 articles, ")
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(FILES)


def test_some_bad_inputs_are_named_with_exit_code_1(run: Run, article: Path, tmp_path: Path) -> None:
    (article.parent / "empty.txt").touch()
    result = run("build", article.parent, article, "--output", tmp_path / "out")
    assert result.exit_code == 1
    note, problem = result.stderr.splitlines()
    assert note.startswith(f"note: {article}: article '1' was read before")
    assert problem.startswith(f"problem: {article.parent / 'empty.txt'}: ")
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(FILES)


def test_an_input_that_may_not_be_read_costs_only_itself(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = lines(tmp_path / "closed.jsonl", {"id": "2", "text": "周可为讲话。"})
    access, opened = os.access, Path.open

    def refusing_access(path: str | Path, mode: int) -> bool:
        return Path(path) != closed and access(path, mode)

    def refusing_open(path: Path, *arguments: Any, **options: Any) -> IO[Any]:
        if path == closed:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(os, "access", refusing_access)
    monkeypatch.setattr(Path, "open", refusing_open)
    result = run("build", closed, article, "--output", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"problem: {closed}: Permission denied")
    assert result.stdout.startswith(f"{tmp_path / 'out'}: 1 articles, ")


def test_names_of_files_that_are_no_text_are_escaped_in_all_outputs(run: Run, tmp_path: Path) -> None:
    texts = {
        b"\xd4\xc6.txt": "青石县总工会主席林海棠到柳溪镇调研。",
        b"\xd4\xc7.txt": "青石县总工会召开座谈会。",
        b"\xd4\xc8.txt": "",
    }
    try:
        for name, text in texts.items():
            (tmp_path / os.fsdecode(name)).write_text(text, "utf-8")
    except OSError:
        pytest.skip("here, the names of all files are UTF-8")
    output = tmp_path / os.fsdecode(b"\xd4")
    results = [run("build", tmp_path, "--output", output) for _ in range(2)]
    for result in results:
        assert result.exit_code == 1
        assert result.stdout.startswith(rf"{tmp_path}/\udcd4: 2 articles, ")
        assert result.stderr.startswith(rf"problem: {tmp_path}/\udcd4\udcc8.txt: the file is empty")
    assert run("validate", output).exit_code == 0
    articles = [json.loads(line) for line in (output / ARTICLES).read_text("utf-8").splitlines()]
    assert [article["id"] for article in articles] == [r"\udcd4\udcc6", r"\udcd4\udcc7"]
    assert "<article/%5Cudcd4%5Cudcc6> a kg:Article" in (output / TURTLE).read_text("utf-8")
    assert all((output / name).read_text("utf-8") for name in FILES)


def test_an_article_at_which_a_stage_fails_is_named_with_exit_code_1(
    run: Run, article: Path, tmp_path: Path, faulty: str
) -> None:
    more = lines(tmp_path / "in" / "b.jsonl", {"id": "2", "text": "周可为讲话。【fail】"})
    result = run("build", article.parent, "--output", tmp_path / "out", "--ner-model", faulty)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{tmp_path / 'out'}: 1 articles, ")
    assert result.stderr.startswith(f"problem: {more}: article '2' could not be annotated")
    assert "(ZeroDivisionError: by nothing)" in result.stderr


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.txt"], "kg: nothing could be built"),
        (["in", "--base-iri", "https://example.org/a"], "kg: base IRI 'https://example.org/a'"),
        (["in", "--ner-model", "no_such_pipeline"], "kg: no recogniser 'no_such_pipeline'"),
        (["in", "--output", "in/a.jsonl/out"], "kg: in/a.jsonl: is a file, not a folder; move it away"),
        (["in", "--output", "in/a.jsonl"], "kg: in/a.jsonl: is a file, not a folder; move it away"),
        (["in", "--output", "dangling"], "kg: dangling: is a link to nowhere, which is not there; remove it"),
        (["in", "--output", "dangling/out"], "kg: dangling: is a link to nowhere, which is not there"),
        (["dangling"], "kg: nothing could be built\ndangling: No such file"),
    ],
)
def test_nothing_done_is_one_message_and_exit_code_2(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dangling").symlink_to("nowhere")
    result = run("build", "--output", "out", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()
