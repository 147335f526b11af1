"""How wide the reader's screen is, as far as the request and the browser tell."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.browser_side import A_DESK, column_width

_ONE_COLUMN = 520
"""Pixels of the page's column below which a desk's window is laid out as a phone."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What figures need to know.

    Attributes:
        narrow: One column, as on a phone.
        touch: Targets are hit with a finger.
        column: Pixels of the page's column on a desk; less in a narrow window.
    """

    narrow: bool
    touch: bool
    column: int = A_DESK

    def wide(self, share: float) -> int:
        """Return the pixels of a share of the page's width, about."""
        return 350 if self.narrow else round(self.column * share)


def screen() -> Screen:
    """Return the screen; a phone says that it is one in the name of its browser."""
    agent = st.context.headers.get("User-Agent", "") if st.context.headers else ""
    phone = "Mobi" in agent
    column = A_DESK if phone else column_width()
    touch = phone or "Android" in agent or "iPad" in agent
    return Screen(narrow=phone or column < _ONE_COLUMN, touch=touch, column=column)
