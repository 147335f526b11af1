"""JSON Lines: one article a line.

{"id": …, "text": …, "title": …, "published": …, "source": …, "url": …, "author": …}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading.decode import check_size
from briefing.reading.plain import read_text

_OPTIONAL = ("title", "source", "url", "author", "published")


def read_jsonl(
    path: str | Path, *, verbatim: bool = False, published: str | None = None
) -> Iterator[Article]:
    """Read a JSON Lines file, a line at a time.

    Args:
        path: The file; all keys but "text" are optional, and "id" becomes `external_id`.
        verbatim: Take the texts as they are.
        published: The date of publication for lines that have none.

    Raises:
        ReadingError: A line cannot be read; the message names its number.
    """
    for outcome in read_lines(Path(path), verbatim=verbatim, published=published):
        if isinstance(outcome, ReadingError):
            raise outcome
        yield outcome


def read_lines(
    path: Path, *, verbatim: bool = False, published: str | None = None
) -> Iterator[Article | ReadingError]:
    """Read a JSON Lines file; a line that cannot be read gives its error, and the others go on."""
    try:
        with path.open("rb") as file:
            yield from lines_of(file, str(path), verbatim=verbatim, published=published)
    except OSError as error:
        yield ReadingError(
            f"{path} cannot be read ({error.strerror}); check the path and its permissions.",
            path=str(path),
        )


def lines_of(
    lines: Iterable[bytes], name: str, *, verbatim: bool = False, published: str | None = None
) -> Iterator[Article | ReadingError]:
    """Read the lines of a JSON Lines file, wherever they come from; `name` is the file's."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _article(line, f"{name}, line {number}", verbatim=verbatim, published=published)
        except ReadingError as error:
            yield error


def _article(line: bytes, name: str, *, verbatim: bool, published: str | None) -> Article:
    check_size(len(line), name=name)
    record = _record(line, name)
    text = record.get("text")
    if not isinstance(text, str):
        raise ReadingError(f'{name} has no "text"; give the article\'s words there.', path=name)
    fields = {key: _string(record, key, name) for key in _OPTIONAL}
    identifier = record.get("id")
    stated = fields.pop("published")
    try:
        return read_text(
            text,
            name=name,
            **fields,
            published=stated or published,
            published_basis="stated" if stated else "given",
            external_id=None if identifier is None else str(identifier),
            verbatim=verbatim,
        )
    except ReadingError as error:
        if error.path is not None:
            raise
        raise ReadingError(f"{name}: {error}", path=name) from error


def _record(line: bytes, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "not UTF-8"
        raise ReadingError(
            f"{name} is no JSON ({reason}); write one JSON object a line, in UTF-8.", path=name
        ) from error
    if not isinstance(record, dict):
        raise ReadingError(
            f"{name} is no JSON object; write one object a line, with the key “text”.", path=name
        )
    return record


def _string(record: dict[str, Any], key: str, name: str) -> str | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ReadingError(f'{name}: "{key}" is not a string; put it in quotes.', path=name)
    return value
