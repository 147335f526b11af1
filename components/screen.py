"""How wide the reader's screen is, as far as the request tells."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True, slots=True)
class Screen:
    """What figures need to know.

    Attributes:
        narrow: One column, as on a phone.
        touch: Targets are hit with a finger.
    """

    narrow: bool
    touch: bool

    def wide(self, share: float) -> int:
        """Return the pixels of a share of the page's width, about."""
        return 350 if self.narrow else round(980 * share)


def screen() -> Screen:
    """Return the screen; a phone says that it is one in the name of its browser."""
    agent = st.context.headers.get("User-Agent", "") if st.context.headers else ""
    phone = "Mobi" in agent
    return Screen(narrow=phone, touch=phone or "Android" in agent or "iPad" in agent)
