"""Whether the settings of a sign-in fit together; asked at each start and by `doctor`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from briefing.settings import Settings

_CALLBACK = "/oauth2callback"
_SHORTEST_SECRET = 32
_NEEDED = ("client_id", "client_secret", "server_metadata_url")
_OWN = ("127.0.0.1", "::1", "localhost")


def faults(settings: Settings, auth: Mapping[str, Any] | None) -> list[str]:
    """Say what is wrong with the sign-in, a sentence each; nothing where all is well.

    Args:
        settings: The settings.
        auth: The section [auth] of Streamlit's secrets; None or empty where there is none.
    """
    if not settings.sign_in:
        if not auth:
            return []
        return [
            "The secrets have a section [auth], but the setting sign_in is off, so nobody would "
            "have to sign in: set BRIEFING_SIGN_IN=true, or take the section out."
        ]
    if not auth:
        return [
            "The setting sign_in is on, but .streamlit/secrets.toml has no section [auth]; "
            "docs/signing-in.md says what belongs there."
        ]
    found = [*_of_secrets(auth), *_of_roles(settings)]
    if find_spec("authlib") is None:
        found.append("The package Authlib, which signing in needs, is not installed.")
    return found


def _of_secrets(auth: Mapping[str, Any]) -> list[str]:
    found = [
        f"The section [auth] of the secrets lacks {name}." for name in _NEEDED if not auth.get(name)
    ]
    if len(str(auth.get("cookie_secret", ""))) < _SHORTEST_SECRET:
        found.append(
            f"cookie_secret in [auth] has fewer than {_SHORTEST_SECRET} letters, so a sign-in "
            "could be forged; make one with `openssl rand -hex 32`."
        )
    address = urlsplit(str(auth.get("redirect_uri", "")))
    if not address.path.endswith(_CALLBACK) or not address.hostname:
        found.append(
            "redirect_uri in [auth] is to be the app's address followed by /oauth2callback, such "
            "as https://briefing.ministry.example/oauth2callback."
        )
    elif address.scheme != "https" and address.hostname not in _OWN:
        found.append(
            "redirect_uri in [auth] does not begin with https://, so sign-ins could be read on "
            "the network; put the app behind a proxy with TLS."
        )
    provider = urlsplit(str(auth.get("server_metadata_url", "")))
    if provider.scheme == "http" and provider.hostname not in _OWN:
        found.append("server_metadata_url in [auth] does not begin with https://.")
    return found


def _of_roles(settings: Settings) -> list[str]:
    found = []
    groups = (settings.administrator_groups, settings.editor_groups, settings.reader_groups)
    if any(groups) and not settings.role_claim:
        found.append("Groups have roles, but the setting role_claim does not say where groups are.")
    if not settings.administrators and not settings.administrator_groups:
        found.append(
            "Nobody is an administrator: name somebody in administrators, or a group in "
            "administrator_groups."
        )
    return found
