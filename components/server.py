"""What the server needs of the program: who is let in, what is said of its health, its log."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from functools import partial
from typing import Any, TypedDict

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from streamlit.auth_util import get_secrets_auth_section

from briefing.access import Action, may, person_of
from briefing.address import check_address
from briefing.errors import AccessError, SettingsError
from briefing.library import health, library_place
from briefing.logs import set_up
from briefing.settings import settings
from briefing.sign_in import faults
from briefing.version import VERSION
from serving.door import Rules, check_who_is_told
from serving.health import Health
from serving.middleware import middleware

_LOG = logging.getLogger(__name__)


class Around(TypedDict):
    """Arguments of `st.App`: what stands around the app, and addresses beside its pages."""

    middleware: list[Middleware]
    routes: list[BaseRoute]


def around_the_app() -> Around:
    """Check the settings, and return what stands around the app.

    Raises:
        SettingsError: A setting, or the sign-in, cannot be used.
        SystemExit: Others could reach the app, and nobody said that they may.
    """
    here = settings()
    set_up(here.log_format)
    if wrong := faults(here, get_secrets_auth_section().to_dict()):
        raise SettingsError(" ".join(wrong))
    check_address(
        st.get_option("server.address"),
        open_to_network=here.open_to_network,
        sign_in=here.sign_in,
    )
    token = here.metrics_token.get_secret_value()
    rules = Rules(lambda claims: True, lambda claims: not token, token)
    if here.sign_in:
        check_who_is_told()
        _LOG.info("The app lets in who signs in.")
        rules = Rules(partial(_may, Action.LOOK), partial(_may, Action.AUDIT), token)
    told = Health(
        lambda: health.not_ready(library_place()), lambda: health.numbers(library_place()), VERSION
    )
    return {"middleware": middleware(told, rules), "routes": told.routes()}


def _may(action: Action, claims: Mapping[str, Any]) -> bool:
    try:
        return may(person_of(claims, settings(), time.time()), action)
    except AccessError:
        return False
