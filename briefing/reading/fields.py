"""The names that files give to an article's parts: columns of tables, keys of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.reading.raw import RawArticle

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "fulltext", "articletext", "articlebody", "maintext", "bodytext"),
        *("content", "contents", "contenttext", "textcontent", "contenthtml", "html", "bodyhtml"),
        *("article", "story", "transcript", "plaintext", "rawtext", "cleantext", "words"),
        *("paragraphs", "message", "description", "summary", "abstract", "snippet"),
    ),
    "title": (
        *("title", "headline", "articletitle", "heading", "head", "hl", "header"),
        *("webtitle", "headlinemain", "titletext", "subject", "name"),
    ),
    "published": (
        *("published", "date", "pubdate", "publishdate", "publisheddate", "publicationdate"),
        *("publishedat", "publishedon", "datepublished", "datepublish", "dateofpublication"),
        *("firstpublished", "firstpublicationdate", "webpublicationdate", "publishtime"),
        *("publishedtime", "publicationtime", "publisheddatetime", "articledate", "issued"),
        *("releasedate", "datetime", "timestamp", "day", "time", "posted", "postedat", "created"),
        *("createdat", "datecreated", "seendate"),
    ),
    "source": (
        *("source", "outlet", "publisher", "publication", "newspaper", "sourcename", "medium"),
        *("publicationtitle", "publicationname", "journal", "media", "sitename", "site", "website"),
        *("newssource", "newsoutlet", "agency", "feed", "sourcetitle", "domain", "sourcedomain"),
    ),
    "url": (
        *("url", "link", "weburl", "permalink", "href", "articleurl", "sourceurl", "canonicalurl"),
        *("uri", "webaddress", "address", "pageurl"),
    ),
    "author": (
        *("author", "authors", "byline", "creator", "writer", "writtenby", "journalist"),
        *("journalists", "reporter", "correspondent", "authorname", "bylines"),
    ),
    "external_id": ("id", "articleid", "externalid", "guid", "uuid", "docid", "documentid", "key"),
}
"""For each part its usual names, the most certain first, without capitals, blanks and signs."""

_FIELD = {name: field for field, names in NAMES.items() for name in names}
_QUIET = frozenset(
    (
        *("language", "lang", "type", "wordcount", "length", "image", "images", "video"),
        *("videos", "index", "unnamed0", ""),
    )
)
"""Fields that say nothing of what an article has here, and are not named."""

_BY = re.compile(r"^(?:by|By|BY):?\s+(?=[A-Z])")
_AS_ONE = 8
"""Fields that a note names at most."""


def plain(name: str) -> str:
    """Return a field's name as it is looked up: "Pub_Date" and "dc:date" → "pubdate", "date"."""
    bare = name.rpartition(":")[2] if ":" in name else name
    return re.sub(r"[\W_]+", "", bare.casefold())


def field_of(name: str) -> str | None:
    """Return the part of an article that a column or key is usually the name of."""
    return _FIELD.get(_known(name))


def _known(name: str) -> str:
    """Return a field's name as it is looked up, of two names or one with its unit the known one."""
    parts = (name, *re.split(r"[/|(]", name))
    return next((one for one in map(plain, parts) if one in _FIELD), plain(name))


def chosen(names: Iterable[str]) -> dict[str, list[str]]:
    """Return for each part the names that may hold it, the most certain first."""
    found: dict[str, list[str]] = {}
    for name in names:
        if field := field_of(name):
            found.setdefault(field, []).append(name)
    for field, given in found.items():
        given.sort(key=lambda name: NAMES[field].index(_known(name)))
    return found


def raw_of(record: Mapping[str, Any], *, part: str = "") -> RawArticle | None:
    """Return the article in a record, or None when no field holds its words."""
    fields = chosen(map(str, record))
    values: dict[str, str | None] = {}
    used: set[str] = set()
    notes: list[str] = []
    text = ""
    for name in fields.get("text", ()):
        if words := _words(record[name]):
            text = words
            used.add(name)
            break
    if not text and not any(isinstance(record[name], str) for name in fields.get("text", ())):
        return None
    for field in ("title", "source", "url", "author", "external_id"):
        for name in fields.get(field, ()):
            value = _value(record[name], field)
            if field == "author" and value is not None:
                value = _BY.sub("", value, count=1)
            if value is not None:
                values[field] = value
                used.add(name)
                break
    published = None
    for name in fields.get("published", ()):
        if record[name] not in (None, "", [], {}):
            published = record[name]
            used.add(name)
            break
    rest = [name for name in map(str, record) if name not in used and _counts(record[name])]
    rest = [name for name in rest if plain(name) not in _QUIET]
    if rest:
        notes.append(unread_fields(rest))
    return RawArticle(
        text=text,
        title=values.get("title") or "",
        source=values.get("source"),
        url=values.get("url"),
        author=values.get("author"),
        published=published,
        external_id=values.get("external_id"),
        part=part,
        notes=tuple(notes),
    )


def unread_fields(names: list[str]) -> str:
    """Say which fields were not read."""
    shown = ", ".join(f"“{name[:40]}”" for name in names[:_AS_ONE])
    more = f" and {len(names) - _AS_ONE} more" if len(names) > _AS_ONE else ""
    return f"Not read: {shown}{more}."


def _counts(value: Any) -> bool:
    return value not in (None, "", [], {})


def _words(value: Any) -> str:
    """Return the words of a text field: a string, or a list of paragraphs."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    return ""


def _value(value: Any, field: str) -> str | None:
    """Return a short field as text: a list of names is joined, an object gives its name."""
    if isinstance(value, dict):
        for key in ("name", "title", "main", "label", "value", "original", "$oid", "rendered"):
            if isinstance(value.get(key), str | int):
                return _value(value[key], field)
        return None
    if isinstance(value, list):
        names = [name for one in value if (name := _value(one, field))]
        if field != "author":
            return names[0] if names else None
        return listed(names) if names else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int) and field == "external_id":
        return str(value) if abs(value) < 10**30 else None
    if isinstance(value, float) and field == "external_id" and value.is_integer():
        return str(int(value)) if abs(value) < 10**30 else None
    if not isinstance(value, str):
        return None
    if field == "external_id":
        return value or None
    words = " ".join(value.split())
    if not words or words.casefold() in ("nan", "null", "none", "n/a"):
        return None
    return words


def listed(names: list[str]) -> str:
    """Write names as a byline does: "A, B and C"."""
    unique = list(dict.fromkeys(names))
    return " and ".join(part for part in (", ".join(unique[:-1]), unique[-1]) if part)
