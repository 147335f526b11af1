"""Who is signed in, what they may do, and the page where one signs in.

Streamlit keeps a signed cookie with what the OpenID provider said; its seal is checked when the
page's connection opens. That it has not ended, and which role it gives, is asked anew here each
time (briefing/access.py), by the library before it reads or writes and by the pages before they
draw a control.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import streamlit as st

from briefing.access import Action, Person, acting, at_work, may, person_of, this_account
from briefing.errors import AccessError
from briefing.settings import settings
from components.escaping import escape_markdown

P = ParamSpec("P")
R = TypeVar("R")

_HEADS = {
    "nobody": "Sign in",
    "ended": "Your sign-in has ended",
    "stranger": "No role in the briefing",
    "role": "Not for your role",
}


def person() -> Person:
    """Return who is at work in this session.

    Raises:
        AccessError: Nobody is signed in, the sign-in has ended, or they have no role.
    """
    if not settings().sign_in:
        return this_account()
    return person_of(st.user.to_dict(), settings(), time.time())


def allowed(action: Action) -> bool:
    """Say whether who is at work may do something: what they may not do is not drawn."""
    return may(at_work(person, time.time()), action)


def carried(work: Callable[P, R]) -> Callable[P, R]:
    """Return work that the server does later, outside the session, as done by who is at work now.

    Their sign-in may have ended by then, and is asked about again.
    """
    theirs = at_work(person, time.time())

    def later(*values: P.args, **arguments: P.kwargs) -> R:
        with acting(theirs):
            return work(*values, **arguments)

    return later


def refused_page(error: AccessError) -> None:
    """Draw why nothing of the briefing is shown, and the way to sign in.

    Args:
        error: Why.
    """
    st.title(_HEADS[error.kind], anchor=False)
    said = "Sign in again to go on." if error.kind == "ended" else str(error)
    st.markdown(escape_markdown(said))
    if error.kind == "role":
        return
    if error.kind == "stranger":
        st.button("Sign out", icon=":material/logout:", key="sign-out", on_click=st.logout)
        return
    st.button("Sign in", icon=":material/login:", key="sign-in", type="primary", on_click=st.login)


def who_box() -> None:
    """Draw who is signed in, with their role, and the way out; nothing without a sign-in."""
    if not settings().sign_in:
        return
    here = person()
    with (
        st.sidebar,
        st.container(horizontal=True, vertical_alignment="center", key="who", gap="xsmall"),
    ):
        st.caption(f":material/account_circle: {escape_markdown(here.name)} · {here.role.word}")
        st.button(
            "Sign out",
            icon=":material/logout:",
            key="sign-out",
            type="tertiary",
            on_click=st.logout,
        )
