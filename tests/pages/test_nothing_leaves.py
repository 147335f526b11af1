"""A tour of the app asks nothing outside this machine."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from components.navigation import PAGES
from tests.pages.conftest import OpenPage
from tests.pages.test_handout import downloads, prepare

NAMES = [name for pages in PAGES.values() for name, *_ in pages]
OWN = ("127.0.0.1", "::1", "localhost")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Refuse every connection and every look-up of a name that leaves this machine; list them."""
    found: list[Any] = []

    def refuse(address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and host not in OWN:
            found.append(address)
            raise OSError(f"trapped: {address}")

    for name in ("connect", "connect_ex", "sendto"):
        real = getattr(socket.socket, name)

        def trapped(self: socket.socket, *values: Any, real: Any = real) -> Any:
            refuse(values[-1])
            return real(self, *values)

        monkeypatch.setattr(socket.socket, name, trapped)
    look_up = socket.getaddrinfo

    def named(host: Any, *values: Any, **arguments: Any) -> Any:
        refuse((host.decode() if isinstance(host, bytes) else host,))
        return look_up(host, *values, **arguments)

    monkeypatch.setattr(socket, "getaddrinfo", named)
    return found


def test_the_trap_holds(asked: list[Any]) -> None:
    with pytest.raises(OSError, match="trapped"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(OSError, match="trapped"):
        socket.getaddrinfo("briefing.example", 443)
    assert len(asked) == 2


def test_a_tour_of_all_pages_asks_nobody(open_page: OpenPage, asked: list[Any]) -> None:
    app = open_page()
    for name in NAMES:
        app.switch_page(f"pages/{name}.py").run()
        assert not app.exception, app.exception[0]
    assert asked == []


@pytest.mark.parametrize("name", ["html", "pdf", "pptx", "docx", "xlsx"])
def test_handing_out_asks_nobody(open_page: OpenPage, asked: list[Any], name: str) -> None:
    app = prepare(open_page(cover="all"), name)
    assert downloads(app)
    assert asked == []
