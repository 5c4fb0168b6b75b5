"""kg serve."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Run

pytest.importorskip("uvicorn", reason="the libraries of a server are not installed")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


@pytest.mark.skipif(os.name == "nt", reason="needs a signal to stop by")
def test_a_build_is_served_at_the_address_told_until_it_is_interrupted(corpus_graph: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "kg", "serve", corpus_graph, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stderr
        address = server.stdout.readline().strip()
        assert address == f"http://127.0.0.1:{port}/"
        for _ in range(100):
            try:
                found = httpx.get(f"{address}sparql", params={"query": "ASK { ?a a kg:Person }"})
                break
            except httpx.ConnectError:
                time.sleep(0.05)
        assert found.json()["boolean"] is True
        server.send_signal(signal.SIGINT)
        assert server.wait(10) in (0, 130)
        assert "Traceback" not in server.stderr.read()


def test_a_folder_without_a_graph_is_exit_code_2(run: Run, tmp_path: Path) -> None:
    result = run("serve", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: {tmp_path / 'graph.ttl'}: cannot be read")
    (tmp_path / "graph.ttl").write_text("no turtle", "utf-8")
    assert "is not Turtle" in run("serve", tmp_path).stderr


def test_without_its_libraries_the_way_to_them_is_told(
    run: Run, corpus_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("kg.serving")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = run("serve", corpus_graph)
    assert result.exit_code == 2
    assert 'pip install "press-kg[serve]"' in result.stderr
