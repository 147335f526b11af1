"""Fetches a page by its address, where the setting `fetch_addresses` allows it; else never.

An address can be a trap: a name that leads into the house's own network, a redirect to there, a
page without an end. So only http and https at their usual ports are asked, a name is looked up
once, each of its addresses must be public, the connection goes to the address that was looked up,
and each redirect is judged anew. What a site's robots.txt keeps from programs is not fetched.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from briefing.errors import ReadingError
from briefing.version import VERSION

MAX_BYTES = 10_000_000
"""Bytes that a page may have."""

MAX_SECONDS = 20.0
"""How long fetching a page may take in all, with its redirects and robots.txt."""

MAX_REDIRECTS = 5

AGENT = "briefing-dashboard"
"""The name by which robots.txt may speak of this program."""

_PORTS = {"http": 80, "https": 443}
_MAX_ROBOTS = 500_000
_OPEN, _MOVED, _GONE = 200, {301, 302, 303, 307, 308}, range(400, 500)
_AS_THEY_ARE = "%/:=&?~+!$,;'@()*[]"
_HEADERS = {
    "User-Agent": f"{AGENT}/{VERSION}",
    "Accept-Encoding": "identity",
    "Accept": "text/html, application/xhtml+xml, application/pdf, */*;q=0.5",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address led to.

    Attributes:
        address: Where it was found in the end.
        data: Its bytes.
    """

    address: str
    data: bytes


def page_name(address: str) -> str:
    """Return what to call the file of a page: the last part of its address, else its host."""
    parts = urlsplit(_spelt(address))
    last = parts.path.rstrip("/").rpartition("/")[2]
    return last or parts.netloc


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public Internet, in itself and in what it wraps."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found in _NAT64 or found.sixtofour or found.teredo:
            return False
        if found.ipv4_mapped:
            found = found.ipv4_mapped
    return found.is_global and not found.is_multicast


def fetch(
    address: str,
    *,
    allowed: Callable[[str], bool] = is_public,
    ports: tuple[int, ...] = tuple(_PORTS.values()),
    seconds: float = MAX_SECONDS,
) -> Fetched:
    """Fetch the page of an address.

    Args:
        address: It begins with http://, https:// or www.
        allowed: Says of an IP address whether it may be asked.
        ports: The ports that may be asked.
        seconds: How long it may take in all.

    Raises:
        ReadingError: It cannot be fetched, or may not be; the message says why and what to do.
    """
    visit = _Visit(address, allowed, ports, time.monotonic() + seconds)
    at = _spelt(address)
    for _ in range(MAX_REDIRECTS + 1):
        visit.may_be_read(at)
        status, moved, data = visit.ask(at, MAX_BYTES)
        if status in _MOVED and moved:
            at = urljoin(at, moved)
        elif status == _OPEN:
            return Fetched(at, data)
        else:
            raise visit.refused(f"its server answered {status}")
    raise visit.refused("it is passed on from one address to the next without an end")


@dataclass(frozen=True, slots=True)
class _Visit:
    """One fetching: what was asked for, what it may ask, and until when."""

    asked: str
    allowed: Callable[[str], bool]
    ports: tuple[int, ...]
    ends: float

    def refused(self, why: str) -> ReadingError:
        return ReadingError(
            f"{self.asked} could not be fetched, since {why}; open it in your browser and paste "
            "the article’s text, or save the page and upload the file.",
            path=self.asked,
        )

    def left(self) -> float:
        left = self.ends - time.monotonic()
        if left <= 0:
            raise self.refused("it took too long")
        return left

    def may_be_read(self, at: str) -> None:
        """Raise where the site's robots.txt keeps a page from programs (RFC 9309)."""
        rules = urlunsplit((*urlsplit(at)[:2], "/robots.txt", "", ""))
        parser = RobotFileParser()
        for _ in range(MAX_REDIRECTS + 1):
            status, moved, data = self.ask(rules, _MAX_ROBOTS)
            if status in _MOVED and moved:
                rules = urljoin(rules, moved)
                continue
            if status in _GONE:
                return
            if status != _OPEN:
                raise self.refused("the site’s rules for programs could not be read")
            parser.parse(data.decode("utf-8", "replace").splitlines())
            if not parser.can_fetch(AGENT, at):
                raise self.refused("the site does not want programs to read it")
            return

    def ask(self, at: str, most: int) -> tuple[int, str | None, bytes]:
        """Return an answer's status, where it leads, and its bytes."""
        parts = urlsplit(at)
        try:
            port = parts.port or _PORTS.get(parts.scheme, 0)
        except ValueError:
            port = 0
        if parts.scheme not in _PORTS or not parts.hostname:
            raise self.refused("it is no address of a web page")
        if parts.username is not None or port not in self.ports:
            raise self.refused("it asks for more than a public page")
        path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_AS_THEY_ARE)
        with self._told():
            host = parts.hostname.encode("idna").decode("ascii")
            with self._connection(parts.scheme, host, port) as connection:
                named = host if port == _PORTS[parts.scheme] else f"{host}:{port}"
                connection.request("GET", path, headers={"Host": named, **_HEADERS})
                return self._answer(connection.getresponse(), most)

    def _answer(
        self, response: http.client.HTTPResponse, most: int
    ) -> tuple[int, str | None, bytes]:
        if response.status in _MOVED:
            return response.status, response.headers.get("Location"), b""
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise self.refused("it was sent packed, which was not asked for")
        found = bytearray()
        while piece := response.read1(65_536):
            found += piece
            self.left()
            if len(found) > most:
                raise self.refused(f"it is larger than {most / 1_000_000:g} MB")
        self.left()  # a connection that was cut for its time looks like one that ended
        return response.status, None, bytes(found)

    @contextmanager
    def _connection(
        self, scheme: str, host: str, port: int
    ) -> Iterator[http.client.HTTPConnection]:
        """Connect to the first of a name's addresses that answers; all of them must be allowed.

        The connection is cut when the time is over, however slowly the server goes on.
        """
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not addresses or not all(map(self.allowed, addresses)):
            raise self.refused("its address is not one of the public Internet")
        connection = http.client.HTTPConnection(host, port)
        plain = self._socket(addresses, port)
        timer = Timer(self.left(), _cut, [plain])
        timer.daemon = True
        timer.start()
        try:
            connection.sock = plain
            if scheme == "https":
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(plain, server_hostname=host)
            yield connection
        finally:
            timer.cancel()
            connection.close()
            plain.close()

    def _socket(self, addresses: list[str], port: int) -> socket.socket:
        last = OSError("no address")
        for address in addresses:
            try:
                return socket.create_connection((address, port), timeout=self.left())
            except OSError as error:
                last = error
        raise last

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what a network can do into one sentence."""
        try:
            yield
        except ReadingError:
            raise
        except TimeoutError as error:
            raise self.refused("it took too long") from error
        except ssl.SSLError as error:
            raise self.refused("its certificate cannot be trusted") from error
        except socket.gaierror as error:
            raise self.refused("no server of its name is known here") from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            self.left()
            raise self.refused("its server does not answer as it should") from error


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _spelt(address: str) -> str:
    """Return an address with its scheme, and without what only a browser needs."""
    at = address if "://" in address else f"https://{address}"
    parts = urlsplit(at)
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, parts.query, ""))
