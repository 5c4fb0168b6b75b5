"""The page in the other engine: Firefox draws it too, from the disk and without a network."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

FIREFOX = next(filter(None, map(shutil.which, ("firefox", "firefox-esr"))), None)

# No server answers at this address: whatever the page asked for would be missing.
OFFLINE = """
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("browser.shell.checkDefaultBrowser", false);
"""


@pytest.mark.skipif(FIREFOX is None, reason="no Firefox on this machine")
def test_firefox_draws_the_graph_and_what_is_chosen(small: Path, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image", reason="pillow is not installed")

    def colours(name: str, address: str) -> set[tuple[int, ...]]:
        """The colours of the picture without its margins, where only the canvas draws."""
        profile, shot = tmp_path / name, tmp_path / f"{name}.png"
        profile.mkdir()
        (profile / "user.js").write_text(OFFLINE)
        window = ["--window-size=1440,900", "--screenshot", shot]
        subprocess.run(
            [FIREFOX, "--headless", "--no-remote", "--profile", profile, *window, small.as_uri() + address],
            check=True,
            capture_output=True,
            timeout=600,
        )
        canvas = image.open(shot).convert("RGB").crop((40, 80, 900, 760))
        return {colour for _, colour in canvas.getcolors(1 << 20)}

    types = {(0x1D, 0x4F, 0x91), (0xC2, 0x74, 0x00), (0x14, 0xA5, 0x71), (0xE0, 0x7F, 0xBE)}
    accent = (0x0B, 0x5C, 0xAD)
    whole = colours("whole", "#theme=light")
    assert types <= whole
    assert accent not in whole
    assert accent in colours("chosen", "#theme=light&at=Person/周启明")
