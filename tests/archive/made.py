"""Archives made by hand, so that tests of them need no language model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.article import Article
from briefing.export import archive as bulk
from briefing.extraction.outcome import Reading
from briefing.extraction.rules_kept import complete
from briefing.tables import records
from briefing.version import VERSION
from tests.library.conftest import CANAL, HARBOUR, canal, harbour
from tests.library.conftest import Rows as Made

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

WHY = ("The article names a day.",)
"""The evidence of the harbour's date."""

SET_APART = replace(HARBOUR, removed=("Subscribe!",), captions=("A quay",), notes=("One note.",))
"""The harbour's article with what reading set apart and said of it."""


def write(folder: Path, *parts: Sequence[tuple[Article, Rows]], version: str | None = None) -> Path:
    """Write an archive, a part for each sequence of articles, as `bulk` does."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, part in enumerate(parts):
        readings = [(article, reading_of(rows, version)) for article, rows in part]
        bulk._append(folder, bulk._write(folder, number, readings))
    return folder


def reading_of(rows: Rows, version: str | None = None) -> Reading:
    """Return rows as a reading, of this version of the program or another."""
    whole = complete(rows)
    whole["articles"][0]["reader_version"] = version or f"{VERSION} test"
    return Reading(whole, WHY)


def rows_of(made: Callable[[], Made]) -> Rows:
    """Return the rows that a maker of tests/library/conftest.py makes."""
    return {name: records(frame) for name, frame in made().tables().items()}


def two(folder: Path) -> Path:
    """Write an archive of two articles, each in a part of its own."""
    return write(folder, [(SET_APART, rows_of(harbour))], [(CANAL, rows_of(canal))])
