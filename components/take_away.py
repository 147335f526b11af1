"""The button that hands over a small file of what stands on a page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from briefing.settings import settings
from briefing.wording.controls import ONLY_CHECKED_GOES_OUT
from components.filters import current_filter


def take_away(
    label: str,
    data: Callable[[], str | bytes],
    *,
    file_name: str,
    mime: str,
    key: str,
    icon: str = ":material/download:",
    help: str | None = None,
    disabled: bool = False,
    facts: bool = True,
) -> None:
    """Draw the button; the file is made when it is clicked.

    Args:
        label: What stands on it.
        data: Makes the file.
        file_name: Its name.
        mime: Its kind.
        key: Unique on the page.
        icon: Its sign.
        help: What is said beside it.
        disabled: Whether there is nothing to hand over.
        facts: Whether the file holds facts: where the setting checked_only lets only checked ones
            out, it can be had once the page shows no others.
    """
    held_back = facts and settings().checked_only and not current_filter().checked_only
    st.download_button(
        label,
        data=data,
        file_name=file_name,
        mime=mime,
        key=key,
        icon=icon,
        type="tertiary",
        on_click="ignore",
        help=ONLY_CHECKED_GOES_OUT if held_back else help,
        disabled=disabled or held_back,
    )
