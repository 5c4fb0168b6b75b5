"""What every response says, and to which names the server answers."""

from __future__ import annotations

import httpx
import pytest


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:80", "[::1]:80"])
def test_the_names_of_the_machine_are_known(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/doc/person/林晓岚", "/query", "/view", "/sparql", "/graph.ttl", "/style.css", "/none"]
)
def test_every_response_tells_browsers_to_be_strict(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers
    if path != "/view":  # whose own policy names its scripts one by one
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "script-src" not in headers["content-security-policy"]
