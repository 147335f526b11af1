"""Versions of an article: the same outlet's report with other words; and other outlets' copies.

The newer version is the one that the pages show; the older stays in the library. A copy by another
outlet is no version: both are shown, and count as one story (stories/).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.queries.view import opening
from briefing.library.store import Library
from briefing.library.stories.copies import ALIKE, share
from briefing.library.stories.differences import Change, differences
from briefing.library.stories.prints import prints
from briefing.wording.sources import first_words_of

_SOME = 0.2
"""What two texts of one address or of one title share at least, to be versions of one another."""

_MOST = 0.6
"""What they share where neither title nor day is the same."""

_DAYS = 3
"""Days that may lie between two versions whose address is not known to be the same."""


@dataclass(frozen=True, slots=True)
class Alike:
    """An article whose text is nearly that of another one.

    Attributes:
        article_id: Its id.
        title: Its title, or its first words.
        source: Its outlet.
        published: Its day, where it is known.
        added: The day on which it came into the library.
        shown: Whether the pages show it.
        kind: Whether it is a version of the other, or a copy by another outlet.
        newer: Whether it is newer than the other.
    """

    article_id: str
    title: str
    source: str | None
    published: str | None
    added: str
    shown: bool
    kind: Literal["version", "copy"]
    newer: bool


def alike(library: Library, article_id: str) -> list[Alike]:
    """Return the versions of an article, the newest first, and then the copies of it."""
    article = schema.articles
    columns = (
        "number",
        "article_id",
        "title",
        "source",
        "url",
        "published",
        "added",
        "shown",
    )
    query = sa.select(
        *(article.c[name] for name in columns), opening().label("opening"), prints.c.fingerprint
    ).join(prints, prints.c.article_id == article.c.article_id)
    with library.reading() as connection:
        rows = connection.execute(query).all()
    here = next((row for row in rows if row.article_id == article_id), None)
    if here is None:
        return []
    found = [
        (row, _alike(here, row, kind))
        for row in rows
        if row is not here and (kind := _kind(here, row)) is not None
    ]
    found.sort(key=lambda each: (each[1].kind == "version", _age(each[0])), reverse=True)
    return [each for _, each in found]


def version_differences(library: Library, older: str, newer: str) -> list[Change]:
    """Return what the texts of two articles differ in.

    Raises:
        LibraryError: One of them is not in the library.
    """
    return differences(library.article(older).article.text, library.article(newer).article.text)


def _alike(here: Any, row: Any, kind: Literal["version", "copy"]) -> Alike:
    return Alike(
        article_id=row.article_id,
        title=row.title or first_words_of(row.opening or ""),
        source=row.source,
        published=row.published,
        added=str(row.added)[:10],
        shown=bool(row.shown),
        kind=kind,
        newer=_is_newer(row, here),
    )


def _kind(one: Any, other: Any) -> Literal["version", "copy"] | None:
    shared = share(one.fingerprint, other.fingerprint)
    if shared >= _SOME and _is_version(one, other, shared):
        return "version"
    return "copy" if shared >= ALIKE else None


def _is_version(one: Any, other: Any, shared: float) -> bool:
    if one.url and other.url and _address(one.url) == _address(other.url):
        return True
    titled = _same(one.title, other.title)
    if one.source and other.source and not _same(one.source, other.source):
        return False
    apart = _apart(one.published, other.published)
    if apart is not None and apart > _DAYS:
        return False
    if not (one.source and other.source):
        return titled and shared >= ALIKE
    return titled or shared >= (ALIKE if apart == 0 else _MOST)


def _same(one: str | None, other: str | None) -> bool:
    return bool(one and other) and " ".join(str(one).casefold().split()) == " ".join(
        str(other).casefold().split()
    )


def _address(url: str) -> tuple[str, str, str]:
    """Return what of an address says which page it is."""
    try:
        parts = urlsplit(url)
    except ValueError:  # such as brackets that do not close
        return url, "", ""
    asked = [each for each in parse_qsl(parts.query) if not each[0].startswith("utm_")]
    host = parts.netloc.casefold().removeprefix("www.")
    return host, parts.path.rstrip("/"), urlencode(asked)


def _apart(one: str | None, other: str | None) -> int | None:
    """Return how many days lie between two days; None where one is not known."""
    if not (one and other):
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _is_newer(row: Any, than: Any) -> bool:
    """Say whether an article is newer than another: by its day, else by when it was added."""
    if row.published and than.published and row.published != than.published:
        return bool(row.published > than.published)
    return bool(row.number > than.number)


def _age(row: Any) -> tuple[str, int]:
    return (row.published or "", row.number)
