"""Signing in over real sockets: the app, an OpenID provider, and a browser's cookies."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.sync.client import connect

from benchmarks.serving import running
from serving.door import Door, Rules
from tests.pages.sample import make_library
from tests.serving.provider import Provider, provider

COOKIE_SECRET = "0123456789abcdef" * 4
COOKIE = "_streamlit_user"
TITLE = "Norway warns Chile over fish"
TOKEN = "a-token-of-the-monitor"


@pytest.fixture(scope="module")
def signs_in() -> Iterator[Provider]:
    """Start the provider for all tests here."""
    with provider() as here:
        yield here


@pytest.fixture(scope="module")
def server(signs_in: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app over the small library, where people sign in; give its address."""
    home = tmp_path_factory.mktemp("home")
    (home / ".streamlit").mkdir()
    (home / ".streamlit" / "secrets.toml").write_text(signs_in.secrets(COOKIE_SECRET))
    folder = tmp_path_factory.mktemp("library")
    make_library(folder / "library.sqlite")
    environment = {
        "HOME": str(home),
        "BRIEFING_SIGN_IN": "true",
        "BRIEFING_ADMINISTRATORS": "anna@ministry.example, another@ministry.example",
        "BRIEFING_READERS": "rea@ministry.example",
        "BRIEFING_METRICS_TOKEN": TOKEN,
        "BRIEFING_LOG_FORMAT": "json",
        "STREAMLIT_SERVER_ADDRESS": "0.0.0.0",
    }
    with running(folder, environment=environment) as app:
        yield app.address
    log = (folder / "server.log").read_text()
    assert TITLE not in log
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert [line["event"] for line in lines] == ["The app lets in who signs in."]


def _signed_in(server: str, signs_in: Provider, **claims: Any) -> dict[str, str]:
    """Go the way of a browser: to the provider, and back with a cookie."""
    signs_in.claims = {"email": "anna@ministry.example", "name": "Anna Berg", **claims}
    asked = jwt.encode(
        {"alg": "HS256"},
        {"provider": "default", "exp": int(time.time()) + 60},
        OctKey.import_key(COOKIE_SECRET),
    )
    with httpx.Client(follow_redirects=True, timeout=20) as client:
        answer = client.get(f"{server}/auth/login", params={"provider": asked})
        assert answer.status_code == 200
        return dict(client.cookies)


def _drawn(server: str, cookies: dict[str, str]) -> str:
    """Open a page's connection with cookies; return all that it is sent until the page is drawn."""
    host = server.removeprefix("http://")
    first = httpx.get(f"{server}/_stcore/health", timeout=20)
    xsrf = first.cookies.get("_streamlit_xsrf", "")
    held = "; ".join(
        f"{name}={value}" for name, value in {**cookies, "_streamlit_xsrf": xsrf}.items()
    )
    told = b""
    with connect(
        f"ws://{host}/_stcore/stream",
        origin=server,
        subprotocols=["streamlit", xsrf],
        additional_headers={"Cookie": held},
        max_size=None,
    ) as socket:
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        socket.send(ask.SerializeToString())
        for piece in socket:
            told += piece
            message = ForwardMsg()
            message.ParseFromString(piece)
            if message.WhichOneof("type") == "script_finished":
                return told.decode("utf-8", errors="replace")
    raise AssertionError("the page was not drawn")


def _cookie(server: str, *, secret: str = COOKIE_SECRET, **claims: Any) -> dict[str, str]:
    now = int(time.time())
    content = {
        "is_logged_in": True,
        "origin": server,
        "sub": "1",
        "email": "anna@ministry.example",
        "iat": now,
        "exp": now + 3600,
        **claims,
    }
    return {COOKIE: create_signed_value(secret, COOKIE, json.dumps(content)).decode()}


def test_who_signs_in_sees_the_briefing(server: str, signs_in: Provider) -> None:
    drawn = _drawn(server, _signed_in(server, signs_in))
    assert TITLE in drawn
    assert "Anna Berg" in drawn


def test_who_has_no_role_sees_nothing(server: str, signs_in: Provider) -> None:
    drawn = _drawn(server, _signed_in(server, signs_in, email="x@elsewhere.example"))
    assert "has no role" in drawn
    assert TITLE not in drawn


@pytest.mark.parametrize(
    "cookies",
    [
        {},
        {"secret": "fedcba9876543210" * 4},
        {"exp": 1},
        {"iat": 1},
        {"origin": "https://elsewhere.example"},
        {"is_logged_in": False},
        {COOKIE: '{"is_logged_in": true, "email": "anna@ministry.example"}'},
    ],
)
def test_no_other_cookie_lets_anybody_in(server: str, cookies: dict[str, Any]) -> None:
    held = cookies if COOKIE in cookies or not cookies else _cookie(server, **cookies)
    drawn = _drawn(server, held)
    assert TITLE not in drawn
    assert "Sign in" in drawn
    assert httpx.get(f"{server}/media/x.csv", cookies=held).status_code == 403


@pytest.mark.parametrize(
    ("path", "who", "status"),
    [
        ("/healthz", None, 200),
        ("/readyz", None, 200),
        ("/media/x.csv", None, 403),
        ("/media/x.csv", "rea@ministry.example", 404),
        ("/_stcore/metrics", None, 403),
        ("/_stcore/metrics", "rea@ministry.example", 403),
        ("/_stcore/agent/openapi.json", None, 403),
        ("/metrics", None, 403),
        ("/metrics", "rea@ministry.example", 403),
        ("/metrics", "anna@ministry.example", 200),
    ],
)
def test_what_has_an_address_of_its_own_asks_who_comes(
    server: str, path: str, who: str | None, status: int
) -> None:
    cookies = _cookie(server, email=who) if who else {}
    assert httpx.get(f"{server}{path}", cookies=cookies).status_code == status


def test_a_monitor_reads_the_measures_with_its_token(server: str) -> None:
    answer = httpx.get(f"{server}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert "briefing_articles 2" in answer.text.splitlines()
    assert TITLE not in answer.text
    wrong = httpx.get(f"{server}/metrics", headers={"Authorization": "Bearer x"})
    assert wrong.status_code == 403


@pytest.mark.parametrize(("said", "status"), [(None, 403), ("x", 403), (TOKEN, 200)])
def test_a_token_closes_the_measures_where_nobody_signs_in_too(
    said: str | None, status: int
) -> None:
    reached: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        reached.append(scope["path"])

    async def send(message: Any) -> None:
        assert message.get("status", status) == status

    door = Door(app, rules=Rules(lambda claims: True, lambda claims: False, TOKEN))
    headers = [] if said is None else [(b"authorization", f"Bearer {said}".encode())]
    for path in ("/metrics", "/media/x.csv"):
        scope = {"type": "http", "path": path, "headers": headers}
        with pytest.raises(StopIteration):
            door(scope, None, send).send(None)  # type: ignore[arg-type]
    assert reached == (["/metrics"] if status == 200 else []) + ["/media/x.csv"]
