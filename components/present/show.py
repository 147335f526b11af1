"""The show: the chosen slide on the page, and all slides over the whole window.

A component of our own is needed for what nothing native does: it covers the window without the
app's chrome, takes the keys, and moves between slides without asking the server. Everything that is
shown travels as data; the browser's part (assets/) puts it on the screen as text nodes only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

_ASSETS = Path(__file__).parent / "assets"


def _asset(*names: str) -> str:
    return "\n".join((_ASSETS / name).read_text(encoding="utf-8") for name in names)


_COMPONENT = st.components.v2.component(
    "briefing_present",
    html=_asset("present.html"),
    css=_asset("present.css"),
    js=_asset("draw.js", "presenter.js", "show.js"),
)


def show_slides(
    data: Mapping[str, Any],
    *,
    chosen: str,
    key: str,
    draft: Mapping[str, Any] | None = None,
    on_draft: Callable[[], None] = lambda: None,
) -> None:
    """Draw the chosen slide with the buttons that begin the presentation.

    Args:
        data: What `build_data` has built.
        chosen: Name of the slide to draw on the page; the first when there is none of that name.
        key: Unique on the page.
        draft: What the browser's tab is to hold for the case of a reload; None for nothing.
        on_draft: Called when the tab hands back what it held, as `draft` of the component's state.
    """
    _COMPONENT(
        key=key,
        data={**data, "chosen": chosen, "draft": draft},
        height="content",
        on_draft_change=on_draft,
    )
