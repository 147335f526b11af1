"""From news articles to a briefing: reading, extraction, library. Knows no Streamlit.

from briefing import Library, extract, read

article = read("data/articles/south-korea-warns-russia.txt")
tables = extract(article)
tables["quotes"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.article import Article
from briefing.tables import Tables

if TYPE_CHECKING:
    from briefing.extraction.read import extract
    from briefing.library import Library
    from briefing.reading import read

__all__ = ["Article", "Library", "Tables", "extract", "read"]

_LAZY = {
    "extract": "briefing.extraction.read",
    "read": "briefing.reading",
    "Library": "briefing.library",
}


def __getattr__(name: str) -> Any:  # importing spaCy costs a second: only where it is used
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'briefing' has no attribute {name!r}")
