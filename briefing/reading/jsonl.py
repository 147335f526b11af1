"""JSON Lines: one article a line.

{"id": …, "text": …, "title": …, "published": …, "source": …, "url": …, "author": …}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading.decode import check_size
from briefing.reading.faults import fault
from briefing.reading.plain import read_text
from briefing.settings import settings

_OPTIONAL = ("title", "source", "url", "author", "published")
_MOST_DIGITS = 4_000
"""Digits of a whole number, above which Python refuses to take it for one."""


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
            yield from lines_of(_lines(file), str(path), verbatim=verbatim, published=published)
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
        except Exception as error:
            yield fault(f"{name}, line {number}", error)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Read the lines of a file; of one that is too long, as much as tells that it is."""
    most = settings().max_bytes + 1
    while line := file.readline(most):
        yield line
        while len(line) == most and not line.endswith(b"\n"):
            line = file.readline(most)


def _article(line: bytes, name: str, *, verbatim: bool, published: str | None) -> Article:
    check_size(len(line), name=name)
    record = _record(line, name)
    text = record.get("text")
    if not isinstance(text, str):
        raise ReadingError(f'{name} has no "text"; give the article\'s words there.', path=name)
    fields = {key: _string(record, key, name) for key in _OPTIONAL}
    stated = fields.pop("published")
    try:
        return read_text(
            text,
            name=name,
            **fields,
            published=stated or published,
            published_basis="stated" if stated else "given",
            external_id=_identifier(record, name),
            verbatim=verbatim,
        )
    except ReadingError as error:
        if error.path is not None:
            raise
        raise ReadingError(f"{name}: {error}", path=name) from error


def _record(line: bytes, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"), parse_int=_whole_number)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            reason = error.msg
        else:
            reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else "nested too deeply"
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


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _identifier(record: dict[str, Any], name: str) -> str | None:
    value = record.get("id")
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ReadingError(
            f'{name}: "id" is neither a string nor a number; give one of them.', path=name
        )
    return str(value)
