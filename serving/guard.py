"""Refuses requests that no page of this server sent, before Streamlit sees them.

A browser lets any web site send requests to 127.0.0.1, under a name of the site's own when its
name server says so (DNS rebinding). So a request must name a host and a port that this server is
known by, and one that can change something or opens the page's connection must come from a page of
this same server. Every answer carries the headers that keep a page from framing the app, and the
app from asking another host.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""The names of this machine, where no others are set."""

REFUSAL = (
    b"This request was refused, since it does not come from a page of this server. Open the "
    b"briefing at the address that it printed when it started.\n"
)

_READING = ("GET", "HEAD")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"(?P<name>[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5}))?")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """What this server is known by.

    Attributes:
        hosts: Names without ports, in lower case; "*.example.org" stands for all below it.
        port: The port that browsers use where it is not the one that the server listens on, as
            behind a proxy.
    """

    hosts: tuple[str, ...] = LOOPBACK
    port: int | None = None

    def answers_to(self, name: str, port: int, listening: int | None) -> bool:
        """Say whether a host and port are this server's; `listening` is its socket's port."""
        if not any(
            name.endswith(host[1:]) if host.startswith("*.") else name == host
            for host in self.hosts
        ):
            return False
        return port in (listening, self.port) if listening or self.port else True


class Guard:
    """An ASGI middleware around the whole app.

    Args:
        app: The app.
        known: Says what the server is known by; asked at each request, since Streamlit may take
            another port than the one that was set.
        policy: The Content-Security-Policy, as `content_policy` makes it.
    """

    def __init__(self, app: Application, *, known: Callable[[], Known], policy: str) -> None:
        self._app = app
        self._known = known
        self._headers = [
            (name.encode("latin-1"), value.encode("latin-1"))
            for name, value in (
                ("content-security-policy", policy),
                ("x-frame-options", "DENY"),
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "same-origin"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
                (
                    "permissions-policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()",
                ),
            )
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, with the headers on its answer, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif is_own(scope, self._known()):
            await self._app(scope, receive, self._with_headers(send))
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._refuse(self._with_headers(send))

    async def _refuse(self, send: Send) -> None:
        headers = [(b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": 403, "headers": headers})
        await send({"type": "http.response.body", "body": REFUSAL})

    def _with_headers(self, send: Send) -> Send:
        names = {name for name, _ in self._headers}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in names]
                message = {**message, "headers": [*kept, *self._headers]}
            await send(message)

        return sending


def is_own(scope: Scope, known: Known) -> bool:
    """Say whether a request may be answered.

    Its Host must be this server's; its Origin, where it has one, the same host and port. A
    connection of a page, and a request that can change something, must have an Origin. What a
    browser says was asked for by a page of another origin is refused, other than a link followed.
    """
    headers: dict[bytes, list[str]] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.lower(), []).append(value.decode("latin-1"))
    hosts, origins = headers.get(b"host", []), headers.get(b"origin", [])
    if len(hosts) != 1 or len(origins) > 1:
        return False
    scheme = {"ws": "http", "wss": "https"}.get(str(scope["scheme"]), str(scope["scheme"]))
    server = scope.get("server")
    listening = server[1] if server else None
    host = _host_and_port(hosts[0], known.port or _DEFAULT_PORTS[scheme])
    if host is None or not known.answers_to(*host, listening):
        return False
    if origins:
        return _is_same(origins[0], host)
    if scope["type"] == "websocket" or scope["method"] not in _READING:
        return False
    site = headers.get(b"sec-fetch-site", ["none"])[-1]
    return site in ("none", "same-origin") or (
        headers.get(b"sec-fetch-mode", [""])[-1] == "navigate"
        and headers.get(b"sec-fetch-dest", [""])[-1] == "document"
    )


def _is_same(origin: str, host: tuple[str, int]) -> bool:
    parts = urlsplit(origin)
    if parts.scheme not in _DEFAULT_PORTS or parts.geturl() != f"{parts.scheme}://{parts.netloc}":
        return False
    return _host_and_port(parts.netloc, _DEFAULT_PORTS[parts.scheme]) == host


def _host_and_port(text: str, default: int) -> tuple[str, int] | None:
    """Return the name and port that a Host header says; None where it is malformed."""
    found = _HOST.fullmatch(text.lower())
    if found is None:
        return None
    name = found["name"].strip("[]").rstrip(".")
    return name, int(found["port"] or default)


def content_policy(page: str) -> str:
    """Build the Content-Security-Policy of the app.

    Args:
        page: The HTML that every page of the app starts from; the scripts that stand in it are
            allowed by their hashes.
    """
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _INLINE_SCRIPT.findall(page)
    )
    return "; ".join(_directives(hashes))


def _directives(hashes: str) -> Iterable[str]:
    yield "default-src 'none'"
    # A component's script is sent over the page's connection and loaded from a blob.
    yield f"script-src 'self' blob: {hashes}".strip()
    # Streamlit's look is made of style elements and attributes that it writes itself.
    yield "style-src 'self' 'unsafe-inline'"
    yield "img-src 'self' data: blob:"
    yield "font-src 'self' data:"
    yield "connect-src 'self' data: blob:"
    yield "media-src 'self' blob:"
    yield "worker-src 'self' blob:"
    yield "manifest-src 'self'"
    yield "frame-src 'none'"
    yield "frame-ancestors 'none'"
    yield "base-uri 'none'"
    yield "form-action 'none'"
