"""JSON: one article, or a list of them, wherever in the file it lies."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from briefing.errors import ReadingError
from briefing.reading.dates import day_first_of
from briefing.reading.fields import NAMES, chosen, plain, raw_of
from briefing.reading.formats.markup import has_markup, plain_text
from briefing.reading.raw import File, RawArticle, Raws

_LISTS = (
    *("articles", "items", "results", "docs", "documents", "data", "records", "entries", "hits"),
    *(
        "response",
        "stories",
        "news",
        "value",
        "posts",
        "content",
        "channel",
        "rows",
        "feed",
        "list",
    ),
)
_INNER = ("_source", "fields", "attributes", "article", "document", "story", "item")
"""Objects in which searches and services put an article's fields."""

_DEPTH = 4


def looks_like_json(text: str) -> bool:
    """Say whether a text is JSON: an object or a list."""
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith(("{", "[")):
        return False
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        return False
    return True


def looks_like_lines(text: str) -> bool:
    """Say whether a text is JSON Lines: several lines, of which the first is an object."""
    lines = [line for line in text.lstrip("\ufeff").split("\n") if line.strip()]
    if len(lines) < 2 or not lines[0].lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(lines[0]), dict)
    except (ValueError, RecursionError):
        return False


def read_json(file: File) -> Raws:
    """Read the articles of a JSON file."""
    try:
        value = json.loads(file.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or too long"
        raise ReadingError(
            f"{file.name} is not JSON ({reason}); write a list of objects, with the key “text”.",
            path=file.name,
        ) from error
    records = _records(value)
    if not records:
        raise ReadingError(
            f"{file.name} contains no recognisable article{_keys(value)}; write a list of "
            "objects with the key “text”, and “title”, “published”, “source”, “url”, “author”.",
            path=file.name,
        )
    dates = [
        record[name]
        for record in records
        for name in chosen(map(str, record)).get("published", ())[:1]
    ]
    day_first = day_first_of(dates)
    for number, record in enumerate(records, start=1):
        file.budget.check_time(file.name)
        part = f"article {number}" if len(records) > 1 else ""
        raw = raw_of(record, part=part)
        if raw is None:
            where = f"{file.name}, article {number}"
            yield ReadingError(f'{where} has no "text"; put the article’s text there.', path=where)
            continue
        try:
            yield replace(plain_record(raw, file.name), day_first=day_first)
        except ReadingError as error:
            yield error


def plain_record(raw: RawArticle, name: str) -> RawArticle:
    """Return the article with the markup of its text and title made plain."""
    if has_markup(raw.text):
        raw = replace(raw, text=plain_text(raw.text, name))
    if has_markup(raw.title):
        raw = replace(raw, title=" ".join(plain_text(raw.title, name).split()))
    return raw


def merged(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with the fields of the object that holds them beside its own."""
    for key in _INNER:
        inner = record.get(key)
        if isinstance(inner, dict):
            outer = {name: value for name, value in record.items() if name != key}
            return {**outer, **merged(inner)}
    return record


def _records(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    """Return the objects that are articles."""
    if isinstance(value, list):
        objects = [merged(one) for one in value if isinstance(one, dict)]
        if any(_has_text(one) for one in objects):
            return objects
        return [one for inner in value if depth < _DEPTH for one in _records(inner, depth + 1)]
    if not isinstance(value, dict) or depth > _DEPTH:
        return []
    value = merged(value)
    named = {plain(str(key)): inner for key, inner in value.items()}
    for key in _LISTS:
        inner = named.get(key)
        if isinstance(inner, list | dict) and (found := _records(inner, depth + 1)):
            return found
    return [value] if _has_text(value) else []


def _has_text(record: dict[str, Any]) -> bool:
    names = set(NAMES["text"])
    return any(
        plain(str(key)) in names and isinstance(value, str | list) for key, value in record.items()
    )


def _keys(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict) or not first:
        return ""
    return " (keys found: " + ", ".join(f"“{str(key)[:40]}”" for key in list(first)[:12]) + ")"
