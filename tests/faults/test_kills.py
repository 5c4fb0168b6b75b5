"""A build survives a kill before any of its operations on files; see `kills.py` for what that means."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="forks and signals of POSIX")
def test_a_build_is_whole_wherever_it_is_killed() -> None:
    command = [sys.executable, "-m", "tests.faults.kills", "--told", "--operations", "--kills=6", "--races=3"]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "before each operation: to complete" in done.stdout  # it was killed in the middle of the switch
