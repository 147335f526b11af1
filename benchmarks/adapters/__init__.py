"""From a read Doc to a prediction in the gold's shape, one file a task."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.adapters import geo, quotes, relations, standing, time, timeline, told, when
from briefing.article import Article

ADAPTERS: dict[str, Callable[..., dict[str, Any]]] = {
    "quotes": quotes.prediction,
    "time": time.prediction,
    "geo": geo.prediction,
    "relations": relations.prediction,
    "standing": standing.prediction,
    "timeline": timeline.prediction,
    "told": told.prediction,
    "when": when.prediction,
}


def article_of(document: dict[str, Any]) -> Article:
    """Take a gold document's text verbatim; its date, where it has one, as given."""
    date = document.get("dct") or document.get("date") or document.get("published")
    iso = date[:10] if isinstance(date, str) and len(date) >= 10 and date[4] == "-" else None
    return Article(
        text=document["text"],
        published=iso,
        published_basis="given" if iso else "unknown",
        external_id=str(document["id"]),
    )
