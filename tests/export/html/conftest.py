"""Pages of the view that several tests open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import to_html
from kg.graph import KnowledgeGraph
from kg.model.records import LinkedArticle
from tests.benchmarks import town
from tests.export.html.test_html import data_in, page_of
from tests.export.html.viewing import View
from tests.factory import corpus

Open = Callable[..., View]


def written(folder: Path, graph: KnowledgeGraph) -> Path:
    path = folder / "graph.html"
    path.write_text(to_html(graph), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("small"), KnowledgeGraph.from_articles(corpus()))


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More entities than are drawn at once."""
    return written(tmp_path_factory.mktemp("large"), town.graph(2400))


@pytest.fixture
def open_page(browser: Any, small: Path, tmp_path: Path) -> Iterator[Open]:
    """Open the small page, another one, or one of the given articles."""
    views: list[View] = []

    def open_(page: Path | list[LinkedArticle] | None = None, **how: Any) -> View:
        if isinstance(page, list):
            page = written(tmp_path, KnowledgeGraph.from_articles(page))
        views.append(View(browser, page or small, **how))
        return views[-1]

    yield open_
    for view in views:
        view.context.close()


@pytest.fixture
def view(open_page: Open) -> View:
    return open_page()


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(*corpus())


@pytest.fixture(scope="module")
def data(page: str) -> dict[str, Any]:
    return data_in(page)
