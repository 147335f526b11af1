"""The article's words on screen: always as they are, never as formatting, HTML or a link."""

from __future__ import annotations

import html
import re
from typing import Any

import pandas as pd

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$&:^=\"'@/])")
_WORD_JOINER = "\u2060"
_JOINTS = re.compile(r"(?<=[:@])|(?<=www)(?=\.)|(?<=[<>-])(?=[-=>])", re.IGNORECASE)
"""Where an invisible joiner keeps what is no Markdown from being replaced after the escapes."""


def plain(text: str) -> str:
    """Escape a text for Streamlit's labels, which read Markdown: it shows as it is.

    Some things are replaced after Markdown has been read, escaped or not: `:material/home:`,
    web and mail addresses, arrows. An invisible joiner inside keeps them as they are.
    """
    one_line = " ".join(str(text).split())
    return _PUNCTUATION.sub(r"\\\1", _JOINTS.sub(_WORD_JOINER, one_line))


def escaped(text: object) -> str:
    """Escape a text for `st.html`, in elements and in attributes."""
    return html.escape(str(text), quote=True)


def known(value: Any) -> Any:
    """Return a cell's value, None where it is missing (None, NaN, NA)."""
    if value is None or isinstance(value, (list, tuple, dict, str)):
        return value or None
    return None if pd.isna(value) else value


def count(number: int, one: str, many: str | None = None) -> str:
    """Say how many: `count(1, "article")` is "1 article", `count(2, "party", "parties")`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shorten(text: str, length: int) -> str:
    """Cut a text at a word so that it has at most `length` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
