"""kg serve."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

httpx = pytest.importorskip("httpx")
pytest.importorskip("uvicorn", reason="the libraries of a server are not installed")


@pytest.mark.skipif(os.name == "nt", reason="needs signals to stop by")
@pytest.mark.parametrize(("stop", "codes"), [(signal.SIGINT, {0, 130}), (signal.SIGTERM, {0})])
def test_a_build_is_served_at_the_address_told_until_it_is_stopped(
    corpus_graph: Path, tmp_path: Path, stop: signal.Signals, codes: set[int]
) -> None:
    command = [sys.executable, "-m", "kg", "serve", corpus_graph, "--port", "0"]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout
        assert server.stderr
        address = server.stdout.readline().strip()
        found = httpx.get(f"{address}sparql", params={"query": "ASK { ?a a kg:Person }"}, timeout=600)
        assert found.json()["boolean"] is True
        server.send_signal(stop)
        assert server.wait(600) in codes
        assert server.stderr.read() in ("", "kg: interrupted\n")
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_cannot_be_had_is_exit_code_2(run: Run, corpus_graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", corpus_graph, "--port", port)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: 127.0.0.1, port {port}: cannot be listened at")
    assert run("serve", corpus_graph, "--host", "nowhere.invalid").exit_code == 2
    assert run("serve", corpus_graph, "--host", "a" * 70).exit_code == 2


def test_a_folder_without_a_graph_is_exit_code_2(run: Run, tmp_path: Path) -> None:
    result = run("serve", tmp_path, "--port", 0)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: {tmp_path / 'graph.ttl'}: cannot be read")
    (tmp_path / "graph.ttl").write_text("no turtle", "utf-8")
    assert "is not Turtle" in run("serve", tmp_path, "--port", 0).stderr


def test_without_its_libraries_the_way_to_them_is_told(
    run: Run, corpus_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("kg.serving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = run("serve", corpus_graph, "--port", 0)
    assert result.exit_code == 2
    assert 'pip install "press-kg[serve]"' in result.stderr
