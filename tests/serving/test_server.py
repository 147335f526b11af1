"""The app as `streamlit run app.py` starts it, asked over real sockets."""

from __future__ import annotations

import base64
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import running

TRAP = """
import os, sys

def trap(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        address = arguments[1] if event != "socket.getaddrinfo" else arguments[:1]
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            with open(os.environ["TRAPPED"], "a") as file:
                print(event, address, file=file)

sys.addaudithook(trap)
"""
"""Put before all else in the server's process: writes down whom it asks, other than itself."""


@pytest.fixture(scope="module")
def trapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file that names every foreign host that the server asks."""
    return tmp_path_factory.mktemp("trap") / "trapped.txt"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, trapped: Path) -> Iterator[str]:
    """Start the app with its outgoing connections trapped; give its host and port."""
    hook = tmp_path_factory.mktemp("hook")
    (hook / "sitecustomize.py").write_text(TRAP)
    folder = tmp_path_factory.mktemp("library")
    path = os.pathsep.join([str(hook), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    with running(folder, PYTHONPATH=path, TRAPPED=str(trapped), BRIEFING_SEED="false") as address:
        yield urlsplit(address).netloc


def _answer(server: str, request: str, **headers: str) -> tuple[int, str]:
    """Send a request as it stands; return the answer's status and head."""
    name, port = server.split(":")
    lines = [request, *(f"{key.replace('_', '-')}: {value}" for key, value in headers.items())]
    with socket.create_connection((name, int(port)), timeout=20) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        head = b""
        while b"\r\n\r\n" not in head and (piece := connection.recv(65536)):
            head += piece
    text = head.decode("latin-1")
    return int(text.split(" ", 2)[1]), text


def _opened(server: str, **headers: str) -> int:
    """Ask for the connection over which a page works; 101 says that it was opened."""
    return _answer(
        server,
        "GET /_stcore/stream HTTP/1.1",
        Upgrade="websocket",
        Connection="Upgrade",
        Sec_WebSocket_Key=base64.b64encode(os.urandom(16)).decode(),
        Sec_WebSocket_Version="13",
        **headers,
    )[0]


def test_its_own_pages_open_their_connection(server: str) -> None:
    assert _opened(server, Host=server, Origin=f"http://{server}") == 101


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("evil.test:{port}", "http://evil.test:{port}"),
        ("evil.test", "http://evil.test"),
        ("127.0.0.1:{port}", "http://evil.test"),
        ("127.0.0.1:{port}", "https://evil.test:{port}"),
        ("127.0.0.1:{port}", "http://127.0.0.1:9999"),
        ("127.0.0.1:9999", "http://127.0.0.1:9999"),
        ("127.0.0.1:{port}", "null"),
        ("127.0.0.1:{port}", None),
        ("127.0.0.1:{port}", ""),
    ],
)
def test_nobody_else_does_and_no_outside_host_is_asked(
    server: str, trapped: Path, host: str, origin: str | None
) -> None:
    port = server.split(":")[1]
    headers = {} if origin is None else {"Origin": origin.format(port=port)}
    assert _opened(server, Host=host.format(port=port), **headers) == 403
    assert not trapped.exists(), trapped.read_text()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/library"),
        ("GET", "/_stcore/health"),
        ("GET", "/_stcore/metrics"),
        ("GET", "/_stcore/host-config"),
        ("GET", "/media/x.csv"),
        ("POST", "/_stcore/upload_file/a/b"),
        ("PUT", "/_stcore/upload_file/a/b"),
        ("OPTIONS", "/_stcore/upload_file/a/b"),
    ],
)
def test_a_page_under_another_name_is_told_nothing(
    server: str, trapped: Path, method: str, path: str
) -> None:
    port = server.split(":")[1]
    for host, origin in (
        (f"evil.test:{port}", f"http://evil.test:{port}"),
        (server, "http://evil.test"),
        (server, "http://127.0.0.1:9999"),
    ):
        status, head = _answer(server, f"{method} {path} HTTP/1.1", Host=host, Origin=origin)
        assert status == 403
        assert "access-control-allow-origin" not in head.lower()
    assert not trapped.exists(), trapped.read_text()


@pytest.mark.parametrize("path", ["/", "/library", "/_stcore/health", "/nothing/there.js"])
def test_no_page_may_frame_it(server: str, path: str) -> None:
    _, head = _answer(server, f"GET {path} HTTP/1.1", Host=server)
    said = dict(line.split(": ", 1) for line in head.lower().split("\r\n")[1:] if ": " in line)
    assert said["x-frame-options"] == "deny"
    assert "frame-ancestors 'none'" in said["content-security-policy"]
    assert said["x-content-type-options"] == "nosniff"
    assert said["referrer-policy"] == "same-origin"
