"""The article's words on screen: always as they are, never as formatting, HTML or a link."""

from __future__ import annotations

import html
import re

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$&:^=\"'@/])")
_WORD_JOINER = "\u2060"
_JOINTS = re.compile(r"(?<=[:@])|(?<=www)(?=\.)|(?<=[<>-])(?=[-=>])", re.IGNORECASE)
"""Where an invisible joiner keeps what is no Markdown from being replaced after the escapes."""


def escape_markdown(text: str) -> str:
    """Escape a text for Streamlit's labels, which read Markdown: it shows as it is.

    Some things are replaced after Markdown has been read, escaped or not: `:material/home:`,
    web and mail addresses, arrows. An invisible joiner inside keeps them as they are.
    """
    one_line = " ".join(str(text).split())
    return _PUNCTUATION.sub(r"\\\1", _JOINTS.sub(_WORD_JOINER, one_line))


def escape_badge(text: str) -> str:
    """Escape a text for `st.badge`, which escapes square brackets by itself."""
    return escape_markdown(text).replace("\\[", "[").replace("\\]", "]")


def escape_html(text: object) -> str:
    """Escape a text for `st.html`, in elements and in attributes."""
    return html.escape(str(text), quote=True)
