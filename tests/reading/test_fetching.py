"""Pages by their address: off by default, public hosts only, bounded, asked for politely."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.library import open_library, queries
from briefing.library.ingest import add_each
from briefing.reading import Failure, fetching, read_paths
from briefing.reading.fetching import Fetched, fetch, is_public
from briefing.settings import settings

BODY = (
    "Norway and Iceland signed a fishing agreement in Oslo on 3 May 2023. "
    "Prime Minister Ida Lund welcomed the agreement, which ends a row of two years. "
    "“We are content with it,” Lund told reporters after the ceremony in the harbour. "
)
PAGE = (
    "<html><head><title>Norway and Iceland agree on fish</title></head><body><article>"
    f"<h1>Norway and Iceland agree on fish</h1><p>{BODY}</p><p>{BODY.replace('fish', 'cod')}</p>"
    "</article></body></html>"
).encode()


class _Site(BaseHTTPRequestHandler):
    """A site on this machine; what a path answers stands in `ANSWERS`."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Host"]))  # type: ignore[attr-defined]
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if callable(body):
            self.end_headers()
            body(self)
            return
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _endless(site: _Site) -> None:
    site.close_connection = True
    try:
        while True:
            site.wfile.write(b"x" * 65_536)
    except OSError:
        pass


def _slowly(site: _Site) -> None:
    site.close_connection = True
    try:
        for _ in range(100):
            site.wfile.write(b"x")
            if site.server.over.wait(0.05):  # type: ignore[attr-defined]
                return
    except OSError:
        pass


ANSWERS: dict[str, tuple[int, dict[str, str], Any]] = {
    "/agree.html": (200, {"Content-Type": "text/html"}, PAGE),
    "/moved": (302, {"Location": "/agree.html"}, b""),
    "/to-the-house": (301, {"Location": "http://10.0.0.1/secret"}, b""),
    "/to-a-file": (301, {"Location": "file:///etc/passwd"}, b""),
    "/round": (307, {"Location": "/round"}, b""),
    "/away": (410, {}, b""),
    "/packed": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b"),
    "/endless": (200, {}, _endless),
    "/slow": (200, {}, _slowly),
    "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /private/\n"),
    "/private/page": (200, {}, PAGE),
}


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        server.asked = []  # type: ignore[attr-defined]
        server.over = threading.Event()  # type: ignore[attr-defined]
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.over.set()  # type: ignore[attr-defined]
        server.shutdown()


@pytest.fixture
def get(site: ThreadingHTTPServer) -> Callable[..., Fetched]:
    """Fetch a path of the site, as if this machine were a public host."""
    port = site.server_address[1]

    def fetched(path: str, **bounds: float) -> Fetched:
        here = partial(fetch, allowed=lambda address: address == "127.0.0.1", ports=(port, 80))
        return here(f"http://localhost:{port}{path}#part", **bounds)

    return fetched


def test_a_page_is_fetched_through_its_redirects(
    get: Callable[..., Fetched], site: ThreadingHTTPServer
) -> None:
    page = get("/moved")
    assert page.data == PAGE
    assert page.address.endswith("/agree.html")
    port = site.server_address[1]
    assert {host for _, host in site.asked} == {f"localhost:{port}"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/away", "answered 410"),
        ("/round", "without an end"),
        ("/packed", "sent packed"),
        ("/private/page", "does not want programs"),
        ("/to-the-house", "not one of the public Internet"),
        ("/to-a-file", "no address of a web page"),
    ],
)
def test_what_may_not_be_fetched_gets_one_sentence(
    get: Callable[..., Fetched], path: str, said: str
) -> None:
    with pytest.raises(ReadingError, match=said) as told:
        get(path)
    assert "paste the article’s text" in str(told.value)


def test_what_robots_txt_forbids_is_not_asked_for(
    get: Callable[..., Fetched], site: ThreadingHTTPServer
) -> None:
    with pytest.raises(ReadingError):
        get("/private/page")
    assert [path for path, _ in site.asked] == ["/robots.txt"]  # type: ignore[attr-defined]


def test_a_page_without_an_end_is_given_up(
    get: Callable[..., Fetched], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 1_000_000)
    with pytest.raises(ReadingError, match="larger than 1 MB"):
        get("/endless")


def test_a_server_that_dribbles_is_given_up_in_time(get: Callable[..., Fetched]) -> None:
    with pytest.raises(ReadingError, match="took too long"):
        get("/slow", seconds=0.5)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
    ],
)
def test_an_address_of_the_house_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://user@1.1.1.1/",
        "http://1.1.1.1:22/",
        "http://1.1.1.1:99999/",
        "http:///nowhere",
        "https://" + "a" * 70 + ".example/",
    ],
)
def test_no_connection_is_made_where_none_may_be(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_: object, **__: object) -> socket.socket:
        raise AssertionError(address)

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ReadingError):
        fetch(address)


def test_one_address_of_a_name_in_the_house_is_enough_to_refuse_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def looked_up(*_: object, **__: object) -> list[Any]:
        return [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("192.168.0.9", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    with pytest.raises(ReadingError, match="public Internet"):
        fetch("http://news.example/")


def test_addresses_are_not_fetched_unless_the_setting_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def looked_up(*_: object, **__: object) -> list[Any]:
        raise AssertionError

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    (failure,) = read_paths(["https://news.example/a"])
    assert isinstance(failure, Failure)
    assert "pages are not fetched" in str(failure.error)


def test_a_saved_page_may_be_called_like_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "www.news.example.html").write_bytes(PAGE)
    monkeypatch.chdir(tmp_path)
    (article,) = read_paths(["www.news.example.html"])
    assert isinstance(article, Article)


@pytest.fixture
def fetching_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEFING_FETCH_ADDRESSES", "true")
    monkeypatch.setattr(
        "briefing.reading.paths.fetch", lambda _: Fetched("https://news.example/fish", PAGE)
    )
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("fetching_on")
def test_a_fetched_page_is_an_article_with_its_address() -> None:
    (article,) = read_paths(["www.news.example/fish"])
    assert isinstance(article, Article)
    assert article.title == "Norway and Iceland agree on fish"
    assert article.url == "https://news.example/fish"


@pytest.mark.usefixtures("fetching_on")
def test_a_fetched_page_is_added_and_kept_beside_its_article(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.sqlite") as library:
        (result,) = add_each(library, ["https://news.example/fish"])
        assert result.error is None
        kept = queries.original(library, str(result.article_id))
        assert kept is not None
        assert kept.name == "fish"
        assert queries.original_bytes(library, kept.file_id) == PAGE
