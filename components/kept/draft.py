"""What is not saved of the open briefing, held by the browser's own tab until it is.

A reload, or closing the briefing and opening it again, finds it there; nobody else ever sees it.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from briefing.brief.storage import draft_of, draft_text
from briefing.errors import KeptError
from components.kept import session
from components.signed_in import person

_JS = Path(__file__).parents[1] / "assets" / "kept_draft.js"

_COMPONENT = st.components.v2.component(
    "briefing_kept_draft",
    html="<span hidden></span>",
    js=_JS.read_text(encoding="utf-8"),
    isolate_styles=False,
)

_KEY = "kept-draft"


def hold_draft() -> None:
    """Let the browser's tab hold what is not saved of the open briefing, or give it back."""
    found = session.at_hand()
    if found is None or found.locked:
        return
    state = "hold" if found.changed else "drop" if found.begun else "ask"
    with st.sidebar:
        _COMPONENT(
            key=_KEY,
            data={
                "briefing": f"{person().name}:{found.opened.briefing_id}",
                "opening": found.opening,
                "state": state,
                "text": draft_text(found.kept, found.opened.number) if found.changed else "",
                "forget": [f"{person().name}:{one}" for one in session.forgotten()],
            },
            on_draft_change=_take_back,
            height="content",
        )


def _take_back() -> None:
    text = st.session_state[_KEY].draft
    if not text:
        return
    try:
        kept, number = draft_of(str(text))
    except KeptError as error:
        session.tell(str(error))
        return
    session.resume(kept, number)
