"""Reads the files of data/reference, once, and says which line is at fault."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable
from typing import Any

from briefing.errors import ReferenceDataError
from briefing.folders import DATA

REFERENCE = DATA / "reference"


def rows(name: str, *, required: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the rows of data/reference/`name` (CSV, UTF-8, header line), cells stripped.

    Lists inside a cell are separated by "|"; see `cell_list`.

    Raises:
        ReferenceDataError: The file or a required column or cell is missing.
    """
    path = REFERENCE / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            found = [
                {key: (value or "").strip() for key, value in row.items() if key is not None}
                for row in csv.DictReader(file)
            ]
    except OSError as error:
        raise ReferenceDataError(
            f"The reference file {name} cannot be read; install the program again.", path=str(path)
        ) from error
    for number, row in enumerate(found, start=2):
        for column in required:
            if not row.get(column):
                raise ReferenceDataError(
                    f"{name}, line {number}: {column} is missing.", path=str(path), row=number
                )
    return found


def cell_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list: "Korea, South|South Korea" has two names."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Compile patterns of a reference file into one that fits where any does, whatever the case."""
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


def toml(name: str) -> dict[str, Any]:
    """Return data/reference/`name` (TOML).

    Raises:
        ReferenceDataError: The file is missing or is not TOML.
    """
    path = REFERENCE / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ReferenceDataError(
            f"The reference file {name} cannot be read: {error}.", path=str(path)
        ) from error
