"""JSON Lines: one article a line.

{"id": …, "text": …, "title": …, "published": …, "source": …, "url": …, "author": …}, or other usual
names of these (fields.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading.articles import articles_in
from briefing.reading.decode import check_size
from briefing.reading.faults import fault
from briefing.reading.fields import raw_of
from briefing.reading.formats.records import merged, plain_record
from briefing.reading.raw import RawArticle, Raws
from briefing.settings import settings

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
            raws = raws_of(_lines(file), str(path))
            yield from articles_in(raws, str(path), verbatim=verbatim, published=published)
    except OSError as error:
        yield ReadingError(
            f"{path} cannot be read ({error.strerror}); check the path and its permissions.",
            path=str(path),
        )


def raws_of(lines: Iterable[bytes], name: str) -> Raws:
    """Return the articles of the lines as they lie in them."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _raw(line, name, f"line {number}")
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


def _raw(line: bytes, file: str, part: str) -> RawArticle:
    name = f"{file}, {part}"
    check_size(len(line), name=name)
    raw = raw_of(merged(_record(line, name)), part=part)
    if raw is None:
        raise ReadingError(f'{name} has no "text"; give the article\'s words there.', path=name)
    return replace(plain_record(raw, name), kind="JSON Lines")


def _record(line: bytes, name: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"), parse_int=_whole_number)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            reason = error.msg
        else:
            reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else "nested too deeply"
        raise ReadingError(
            f"{name} is not JSON ({reason}); write one JSON object per line, in UTF-8.", path=name
        ) from error
    if not isinstance(record, dict):
        raise ReadingError(
            f"{name} is not a JSON object; write one object per line, with the key “text”.",
            path=name,
        )
    return record


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MOST_DIGITS else digits
