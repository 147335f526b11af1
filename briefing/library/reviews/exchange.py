"""Decisions as a file that goes from one library to another: JSON Lines, one decision a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, get_args

import sqlalchemy as sa

from briefing.errors import ReviewError
from briefing.library import schema
from briefing.library.reviews.decision import RECORDS, WHOLE, Decision, Verdict, checked
from briefing.library.reviews.holding import selected
from briefing.library.reviews.keeping import keep
from briefing.library.store import Library

_NAMES = tuple(field.name for field in fields(Decision))
_NUMBERS = ("start", "end")
_OPTIONAL = ("article_id", "start", "end", "value", "note")


def export_reviews(library: Library, path: Path) -> int:
    """Write every decision of a library to a file; return how many there are.

    Raises:
        OSError: The file cannot be written.
    """
    with library.reading() as connection:
        decisions = selected(connection)
    lines = (json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in decisions)
    path.write_text("".join(lines), encoding="utf-8")
    return len(decisions)


def import_reviews(library: Library, path: Path) -> tuple[int, list[str]]:
    """Take decisions over from a file, those that the library does not have yet.

    Decisions on articles that are not in the library are kept and hold once the article is added.

    Returns:
        How many were new, and one sentence for each line that could not be taken.

    Raises:
        ReviewError: The file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(
            f"{path} cannot be read as a file of reviews ({error}); choose one that "
            "“reviews export” wrote."
        ) from error
    found: dict[str, Decision] = {}
    faults: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            decision = _decision(line)
            found.setdefault(decision.review_id, decision)
        except ReviewError as error:
            faults.append(f"Line {number} was left out: {error}")
    with library.writing() as connection:
        new = [found[each] for each in _unknown(connection, list(found))]
        keep(connection, new)
    return len(new), faults


def _unknown(connection: sa.Connection, ids: list[str]) -> Iterator[str]:
    known = set(connection.scalars(sa.select(schema.reviews.c.review_id)))
    return (each for each in ids if each not in known)


def _decision(line: str) -> Decision:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise ReviewError("it is no JSON.") from None
    if not isinstance(row, dict):
        raise ReviewError("it is no JSON object.")
    missing = [name for name in _NAMES if name not in row and name not in _OPTIONAL]
    if missing:
        raise ReviewError(f"it lacks {', '.join(missing)}.")
    values: dict[str, Any] = {name: row.get(name) for name in _NAMES}
    for name, value in values.items():
        kind = int if name in _NUMBERS else str
        if value is None and name in _OPTIONAL:
            continue
        if not isinstance(value, kind) or isinstance(value, bool):
            raise ReviewError(f"its {name} is not what it should be.")
        if isinstance(value, int) and not 0 <= value < 2**31:
            raise ReviewError(f"its {name} is not what it should be.")
    if values["record"] not in RECORDS or values["verdict"] not in get_args(Verdict):
        raise ReviewError("its record or verdict is none of this program.")
    if values["verdict"] == "corrected":
        values["value"] = checked(values["record"], values["field"], values["value"])
    elif values["field"] != WHOLE:
        raise ReviewError("only a correction has a field of its own.")
    if (values["record"] == "entities") != (values["article_id"] is None):
        raise ReviewError("its article is missing.")
    return Decision(**values)
