"""Run the notebooks from top to bottom and save them with their outputs: `make notebooks`.

Saved notebooks hold nothing of the machine or of the hour: the same outputs give the same file.
"""

from __future__ import annotations

from pathlib import Path

import nbformat

# Builds matplotlib's cache of fonts, which on a new machine is announced in the first output of a notebook.
from matplotlib import font_manager  # noqa: F401
from nbclient import NotebookClient
from nbformat import NotebookNode

FOLDER = Path(__file__).parent
# Seconds until a kernel must have started, run a cell, or given its last output: only one that hangs takes
# so long.
PATIENCE = 600
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def execute(path: Path) -> NotebookNode:
    """The notebook with the outputs of a fresh run; a cell that fails raises CellExecutionError."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        kernel_name="python3",
        startup_timeout=PATIENCE,
        timeout=PATIENCE,
        iopub_timeout=PATIENCE,
        coalesce_streams=True,  # how many pieces an output comes in hangs on how busy the machine is
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
    return notebook


def main() -> None:
    """Save every notebook; one that fails stays as it was."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(execute(path), path)
        print(f"{path.name} saved")


if __name__ == "__main__":
    main()
