"""What tests of several modules share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import kg
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.query.engine import Dataset
from tests.chromium import CHROMIUM, launched
from tests.factory import corpus, report
from tests.faults import recogniser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A loaded machine is no error; and the same commit gives the same verdict in continuous integration.
settings.register_profile(
    "kg", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("kg")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def sample() -> Path:
    """The bundled newspaper page."""
    return Path(kg.__file__).parent / "data" / "sample" / "page.txt"


@pytest.fixture(scope="session")
def sample_build(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the build of the bundled page: look, do not touch."""
    output = tmp_path_factory.mktemp("sample")
    kg.build([sample], output)
    return output


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a recogniser that does what an article says in 【】; see `tests/faults/recogniser.py`."""
    folder = tmp_path / "site"
    recogniser.install(folder)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
    monkeypatch.setenv("FAULTS", str(tmp_path))
    return recogniser.NAME


@pytest.fixture(scope="session")
def corpus_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the invented corpus as Turtle: look, do not touch."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "graph.ttl").write_text(to_turtle(KnowledgeGraph.from_articles(corpus()), report()), "utf-8")
    return folder


@pytest.fixture(scope="session")
def dataset(corpus_graph: Path) -> Dataset:
    """The graph of the invented corpus, ready for queries."""
    return Dataset(corpus_graph)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests: a second one could not be opened beside it."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """The path of a file of the development data; the test is skipped where that is absent."""

    def path(name: str) -> Path:
        if not (SHARED / name).exists():
            pytest.skip(f"needs the development data {SHARED.name}/{name} beside the repository")
        return SHARED / name

    return path
