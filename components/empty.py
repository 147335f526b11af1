"""What a page shows when there is nothing to show: why, and the nearest way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from components.escaping import escape_markdown


@dataclass(frozen=True, slots=True)
class WayOut:
    """One button: `WayOut("Show all countries", filters.clear, (filters.COUNTRY,))`."""

    label: str
    on_click: Callable[..., None]
    args: tuple[Any, ...] = field(default=())


def empty(message: str, *ways_out: WayOut, key: str = "empty") -> None:
    """Say why there is nothing here and offer ways out.

    Args:
        message: One sentence that says why; shown as it is, whatever it holds.
        *ways_out: What a click can do about it.
        key: Unique on the page.
    """
    with st.container(border=True, key=key):
        st.markdown(f":material/search_off: {escape_markdown(message)}")
        if ways_out:
            with st.container(horizontal=True):
                for number, way in enumerate(ways_out):
                    st.button(
                        escape_markdown(way.label),
                        key=f"{key}-{number}",
                        on_click=way.on_click,
                        args=way.args,
                    )
