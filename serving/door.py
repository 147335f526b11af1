"""Lets only those in who are signed in, at the addresses that hold data beside the pages.

The pages themselves come over one connection, on which the app asks who somebody is before it reads
anything. Files to download, uploads and measures have addresses of their own, which Streamlit
answers whoever asks: so the sealed cookie of the sign-in is asked for here.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

from streamlit import config
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from serving.guard import Application, Receive, Scope, Send

_HOLDING_DATA = ("/media/", "/_stcore/", "/component/")
_OPEN = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
_MEASURES = ("/metrics", "/_stcore/metrics")

Claims = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is let in.

    Attributes:
        enters: Says whether what a sign-in says of somebody lets them see the briefing.
        administers: Says whether it makes them an administrator.
        token: The word of a monitor for the measures; "" for none.
    """

    enters: Callable[[Claims], bool]
    administers: Callable[[Claims], bool]
    token: str = ""


class Door:
    """An ASGI middleware behind the guard.

    Args:
        app: The app.
        rules: Who is let in.
    """

    def __init__(self, app: Application, *, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "http" and not self._may_pass(scope):
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": b"Sign in to the briefing first.\n"})
            return
        await self._app(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        path = _within(str(scope["path"]))
        if path.rstrip("/") in _MEASURES:
            return self._has_token(scope) or self._rules.administers(claims_of(scope))
        if not path.startswith(_HOLDING_DATA) or path.rstrip("/") in _OPEN:
            return True
        return self._rules.enters(claims_of(scope))

    def _has_token(self, scope: Scope) -> bool:
        said = _header(scope, b"authorization").removeprefix("Bearer ")
        token = self._rules.token
        return bool(token) and hmac.compare_digest(said.encode(), token.encode())


def claims_of(scope: Scope) -> Claims:
    """Return what the sealed cookie of a request says of who sent it; empty where none does.

    A cookie with another seal, or for another address of the app, says nothing.
    """
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(_header(scope, b"cookie"))
    except CookieError:
        return {}
    secret = get_cookie_secret()

    def single(name: str) -> bytes | None:
        held = cookies.get(name)
        if held is None or not secret:
            return None
        return decode_signed_value(secret, name, held.value.encode("latin-1"))

    try:
        found = json.loads(get_cookie_with_chunks(single, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return {}
    if not isinstance(found, dict) or found.get("origin") != get_origin_from_redirect_uri():
        return {}
    return found


def _within(path: str) -> str:
    """Return a path as it is below the setting `server.baseUrlPath`."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return path.removeprefix(f"/{base}") if base and path.startswith(f"/{base}/") else path


def _header(scope: Scope, name: bytes) -> str:
    found = [value for key, value in scope["headers"] if key.lower() == name]
    return "; ".join(value.decode("latin-1") for value in found)


def check_who_is_told() -> None:
    """End the program where Streamlit would take a request's own word for who sent it.

    Raises:
        SystemExit: With the sentence that says what to do.
    """
    for option in ("server.trustedUserHeaders", "server.enableAgentApi"):
        if config.get_option(option):
            raise SystemExit(
                f"briefing: Streamlit's setting {option} would let requests say themselves who "
                "sent them; take it out, since the setting sign_in is on."
            )
