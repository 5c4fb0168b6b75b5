"""The pages that are made from the code say what the code says."""

from __future__ import annotations

import inspect

import pytest

from docs.make import FOLDER, PAGES
from kg.model import errors
from kg.model.errors import KGError


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_makes_of_it(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == PAGES[name](), "write it anew: make docs"


def test_every_error_is_in_the_catalogue_with_its_exit_code() -> None:
    catalogue = PAGES["errors.md"]()
    for error in vars(errors).values():
        if inspect.isclass(error) and issubclass(error, KGError):
            (row,) = (line for line in catalogue.splitlines() if line.startswith(f"| `{error.__name__}` |"))
            assert row.endswith(f"| {error.exit_code} |")
            assert row.count("|") == 5
