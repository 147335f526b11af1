"""RSS and Atom: one article an entry."""

from __future__ import annotations

import io
import re
from typing import Any

from briefing.errors import ReadingError
from briefing.reading.formats.markup import has_markup, plain_text
from briefing.reading.raw import File, RawArticle, Raws

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_TEASER = 250
"""A shorter entry whose feed gives a summary only is but the beginning of its article."""


def looks_like_feed(text: str) -> bool:
    """Say whether a text is an RSS or Atom feed."""
    start = text[:4000].lstrip("\ufeff \t\r\n")
    if not start.startswith("<"):
        return False
    start = re.sub(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?>", "", start, flags=re.S)
    return _ROOT.match(start.lstrip()) is not None


def read_feed(file: File) -> Raws:
    """Read a feed, an entry at a time."""
    if _ENTITY.search(file.data[:100_000]):
        raise ReadingError(
            f"{file.name} defines entities of its own, as harmful files do; it is not read. "
            "Paste the articles’ text instead.",
            path=file.name,
        )
    import feedparser

    # A stream, never the text itself, which could be taken for an address
    feed = feedparser.parse(
        io.BytesIO(file.data), response_headers={"content-type": "application/xml"}
    )
    if not feed.entries:
        raise ReadingError(
            f"{file.name} is a feed without entries; fetch it again, or paste the article’s text.",
            path=file.name,
        )
    outlet = " ".join(str(feed.feed.get("title", "")).split()) or None
    for number, entry in enumerate(feed.entries, start=1):
        file.budget.check_time(file.name)
        try:
            yield _entry(entry, outlet, f"entry {number}", file.name)
        except ReadingError as error:
            yield error


def _entry(entry: Any, outlet: str | None, part: str, name: str) -> RawArticle:
    contents = [str(one.get("value", "")) for one in entry.get("content", ())]
    full = max((_plain(one, name) for one in contents), key=len, default="")
    summary = _plain(str(entry.get("summary", "")), name)
    text = full if len(full) >= len(summary) else summary
    title = " ".join(_plain(str(entry.get("title", "")), name).split())
    teaser = not full and len(text) < _TEASER
    source = entry.get("source", {})
    own = str(source.get("title", "")).strip() if hasattr(source, "get") else ""
    return RawArticle(
        text=text,
        title=title,
        source=own or outlet,
        url=str(entry.get("link", "")) or None,
        author=" ".join(str(entry.get("author", "")).split()) or None,
        published=entry.get("published") or entry.get("updated"),
        external_id=str(entry.get("id", "")) or None,
        part=part,
        notes=("The feed holds only the beginning of this article.",) if teaser else (),
    )


def _plain(words: str, name: str) -> str:
    if has_markup(words):
        return plain_text(words, name)
    return words.strip()
