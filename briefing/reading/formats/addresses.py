"""Addresses of pages: recognised; fetching.py fetches them where a setting allows it."""

from __future__ import annotations

import re

from briefing.errors import ReadingError
from briefing.reading.raw import File, Raws

MOST = 50
"""So many addresses in one text are a list of addresses."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}", re.IGNORECASE)
_SHORTCUT = re.compile(r"\s*\[(?:InternetShortcut|Desktop Entry|DEFAULT)\]", re.IGNORECASE)


def only_addresses(text: str) -> bool:
    """Say whether a text holds addresses of web pages and nothing else."""
    words = addresses_in(text)
    return 0 < len(words) <= MOST and all(map(is_address, words))


def is_address(text: str) -> bool:
    """Say whether a text is the address of a page."""
    return _ADDRESS.fullmatch(text) is not None


def addresses_in(text: str) -> list[str]:
    """Return the addresses of a text that holds nothing else."""
    return [word.strip("<>,;") for word in text.replace("\ufeff", "").split()]


def is_shortcut(text: str) -> bool:
    """Say whether a text is a shortcut to a page, as browsers save them."""
    plist = "<!DOCTYPE plist" in text[:400] and "<key>URL</key>" in text[:2000]
    return plist or (_SHORTCUT.match(text) is not None and "url=" in text.casefold())


def not_fetched(name: str) -> ReadingError:
    """Return the error of an address."""
    return ReadingError(
        f"{name} is only the address of a page, and pages are not fetched; open it in your "
        "browser and paste the article’s text, or save the page and upload the file.",
        path=name,
    )


def read_shortcut(file: File) -> Raws:
    """Refuse a shortcut, with what to do instead."""
    yield not_fetched(file.name)
