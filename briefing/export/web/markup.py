"""HTML built from elements, so that whatever an article says is text in it and never markup."""

from __future__ import annotations

import html
from urllib.parse import urlsplit

from briefing.drawing.xml_text import xml_text


class Markup(str):
    """HTML that was made here; any other string is text and is escaped."""

    __slots__ = ()


Child = str | Markup | None
Attribute = str | int | bool | None

_VOID = frozenset({"meta", "br", "hr", "wbr"})


def el(tag: str, *children: Child, **attributes: Attribute) -> Markup:
    """Make an element.

    Args:
        tag: Its name.
        *children: What is in it: text is escaped, None is left out.
        **attributes: Underscores are hyphens, a trailing one is dropped; None and False leave an
            attribute out, True gives it without a value.
    """
    opened = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _VOID:
        return Markup(f"<{tag}{opened}>")
    return Markup(f"<{tag}{opened}>{join(*children)}</{tag}>")


def join(*children: Child) -> Markup:
    """Put elements and texts after each other."""
    return Markup("".join(map(_child, children)))


def web_address(url: str | None) -> str | None:
    """Return an address that may be a link, None for any other: only http and https lead out."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None


def _child(child: Child) -> str:
    if child is None:
        return ""
    return child if isinstance(child, Markup) else html.escape(xml_text(child), quote=False)


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    key = name.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{html.escape(xml_text(str(value)))}"'
