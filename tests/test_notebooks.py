"""The notebooks run from top to bottom, and what is saved in them is what they say today."""

from __future__ import annotations

import json
import tempfile
import warnings
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import nbformat
import pytest
from matplotlib import font_manager, rc_context
from matplotlib import pyplot as plt
from nbformat import NotebookNode

from notebooks.save import FOLDER, execute

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SMALL = 500_000  # bytes; a code-hosting site still shows it at once

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def text_outputs(notebook: NotebookNode) -> list[list[object]]:
    """The outputs of each cell without its pictures, which differ with the fonts of the machine."""
    return [[text_output(output) for output in cell.get("outputs", ())] for cell in notebook.cells]


def text_output(output: NotebookNode) -> object:
    if output.output_type == "stream":
        return output.name, output.text
    return {kind: text for kind, text in output.data.items() if not kind.startswith("image/")}


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) == 3


@each_notebook
def test_a_fresh_run_says_what_is_saved(path: Path) -> None:
    saved, fresh = text_outputs(nbformat.read(path, as_version=4)), text_outputs(execute(path))
    assert fresh == saved, "the saved outputs are of another day: run `make notebooks`"


@each_notebook
def test_saved_notebooks_hold_nothing_of_a_machine_or_an_hour(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert set(notebook.metadata.language_info) == {"name"}
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert all(not cell.metadata for cell in notebook.cells)
    said = json.dumps(text_outputs(notebook), ensure_ascii=False)
    assert "stderr" not in said
    for place in (Path.home(), Path(tempfile.gettempdir()), FOLDER.parent):
        assert f"{place}/" not in said
    assert path.stat().st_size < SMALL


@pytest.mark.parametrize(
    ("installed", "labels"), [(["DejaVu Sans"], ["1", "2"]), (["SimHei"], ["甲市", "乙市总工会…"])]
)
def test_names_are_drawn_in_a_chinese_font_or_as_numbers(
    monkeypatch: pytest.MonkeyPatch, installed: list[str], labels: list[str]
) -> None:
    monkeypatch.setattr(
        font_manager.fontManager, "ttflist", [SimpleNamespace(name=name) for name in installed]
    )
    drawable = run_path(str(FOLDER / "chinese.py"))["drawable"]
    with rc_context():
        assert drawable(["甲市", "乙市总工会委员会"], longest=6) == labels
        assert (plt.rcParams["font.sans-serif"][0] == "SimHei") == ("SimHei" in installed)


def test_a_picture_is_drawn_without_a_warning_whatever_the_fonts() -> None:
    drawable = run_path(str(FOLDER / "chinese.py"))["drawable"]
    with rc_context(), warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = plt.figure()
        figure.text(0, 0, "".join(drawable(["“甲市”总工会·《办法》"])))
        figure.canvas.draw()
        plt.close(figure)
