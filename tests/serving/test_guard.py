"""Only pages of this server are answered, and what a browser may do is said on every answer."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serving.guard import Guard, Known, content_policy, is_own

OWN = "127.0.0.1:8501"
PROXIED = Known(("briefing.ministry.example", "*.desk.example"), 443)


def _scope(
    kind: str = "http", *, method: str = "GET", host: str | None = OWN, **headers: str
) -> dict[str, Any]:
    pairs = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": kind,
        "scheme": "ws" if kind == "websocket" else "http",
        "server": ("127.0.0.1", 8501),
        "headers": [
            (name.encode(), value.encode()) for name, value in pairs.items() if value is not None
        ],
        **({"method": method} if kind == "http" else {}),
    }


@pytest.mark.parametrize(
    ("scope", "answered"),
    [
        (_scope(), True),
        (_scope(host="localhost:8501"), True),
        (_scope(host="LOCALHOST:8501"), True),
        (_scope(host="[::1]:8501"), True),
        (_scope(host="evil.test:8501"), False),
        (_scope(host="127.0.0.1.evil.test:8501"), False),
        (_scope(host="127.0.0.1:9999"), False),
        (_scope(host="127.0.0.1"), False),
        (_scope(host="user@127.0.0.1:8501"), False),
        (_scope(host="127.0.0.1:8501/"), False),
        (_scope(host=""), False),
        (_scope(host=None), False),
        (_scope("websocket"), False),
        (_scope("websocket", origin="http://127.0.0.1:8501"), True),
        (_scope("websocket", origin="http://127.0.0.1:9999"), False),
        (_scope("websocket", origin="http://127.0.0.1"), False),
        (_scope("websocket", origin="http://localhost:8501"), False),
        (_scope("websocket", origin="http://evil.test:8501"), False),
        (_scope("websocket", origin="null"), False),
        (_scope("websocket", origin="http://127.0.0.1:8501/evil"), False),
        (_scope("websocket", origin="file://127.0.0.1:8501"), False),
        (_scope("websocket", host="evil.test:8501", origin="http://evil.test:8501"), False),
        (_scope(method="PUT"), False),
        (_scope(method="PUT", origin="http://127.0.0.1:8501"), True),
        (_scope(method="POST", origin="http://127.0.0.1:9999"), False),
        (_scope(sec_fetch_site="same-origin"), True),
        (_scope(sec_fetch_site="none", sec_fetch_mode="navigate"), True),
        (_scope(sec_fetch_site="cross-site", sec_fetch_mode="no-cors"), False),
        (_scope(sec_fetch_site="same-site", sec_fetch_mode="no-cors"), False),
        (
            _scope(
                sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="document"
            ),
            True,
        ),
        (
            _scope(sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="iframe"),
            False,
        ),
    ],
)
def test_only_requests_of_its_own_pages_are_answered(scope: dict[str, Any], answered: bool) -> None:
    assert is_own(scope, Known()) is answered


@pytest.mark.parametrize(
    ("host", "origin", "answered"),
    [
        ("briefing.ministry.example", "https://briefing.ministry.example", True),
        ("a.desk.example", "https://a.desk.example", True),
        ("briefing.ministry.example:8501", "http://briefing.ministry.example:8501", True),
        ("briefing.ministry.example", "http://briefing.ministry.example", False),
        ("desk.example", "https://desk.example", False),
        ("evildesk.example", "https://evildesk.example", False),
        ("127.0.0.1:8501", "http://127.0.0.1:8501", False),
    ],
)
def test_behind_a_proxy_the_names_and_the_port_that_were_set_count(
    host: str, origin: str, answered: bool
) -> None:
    assert is_own(_scope("websocket", host=host, origin=origin), PROXIED) is answered


@pytest.mark.parametrize("name", ["host", "origin"])
def test_a_header_that_is_there_twice_is_refused(name: str) -> None:
    scope = _scope("websocket", origin=f"http://{OWN}")
    scope["headers"].append((name.encode(), dict(scope["headers"])[name.encode()]))
    assert not is_own(scope, Known())


_HEADERS = st.text(st.characters(max_codepoint=255), max_size=40)


@given(host=_HEADERS, origin=_HEADERS)
def test_no_other_host_or_origin_is_taken_for_its_own(host: str, origin: str) -> None:
    scope = _scope("websocket")
    scope["headers"] = [
        (b"host", host.encode("latin-1")),
        (b"origin", origin.encode("latin-1")),
    ]
    assert not is_own(scope, Known())


async def _asked(scope: dict[str, Any]) -> tuple[list[str], list[Any]]:
    """Ask a guarded app; return what reached it, and what was sent back."""
    reached: list[str] = []
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        reached.append(scope["type"])
        headers = [(b"X-Frame-Options", b"ALLOWALL"), (b"etag", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    async def receive() -> Any:
        return {"type": f"{scope['type']}.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    await Guard(app, known=Known, policy="default-src 'none'")(scope, receive, send)
    return reached, sent


def _finished(asked: Coroutine[None, None, tuple[list[str], list[Any]]]) -> Any:
    """Run what waits for nothing; a loop of its own would not start beside the browser tests'."""
    try:
        asked.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waits for something")


def test_what_is_refused_never_reaches_the_app() -> None:
    reached, sent = _finished(_asked(_scope(host="evil.test:8501")))
    assert (reached, sent[0]["status"]) == ([], 403)
    reached, sent = _finished(_asked(_scope("websocket")))
    assert (reached, sent[0]["type"]) == ([], "websocket.close")


@pytest.mark.parametrize("host", [OWN, "evil.test:8501"])
def test_every_answer_says_what_a_browser_may_do(host: str) -> None:
    _, sent = _finished(_asked(_scope(host=host)))
    said = [name.decode().lower() for name, _ in sent[0]["headers"]]
    assert said.count("x-frame-options") == 1
    assert dict(sent[0]["headers"])[b"x-frame-options"] == b"DENY"
    assert {"content-security-policy", "x-content-type-options", "referrer-policy"} <= set(said)


def test_the_policy_allows_the_scripts_of_the_page_and_no_others() -> None:
    policy = content_policy("<head><script>a = 1</script><script src='x.js'></script></head>")
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts.count("'sha256-") == 1
    assert "unsafe" not in scripts
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
