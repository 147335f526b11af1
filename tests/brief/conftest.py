"""A library of two articles whose rows are written by hand, for briefs; briefs for pictures."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.library import Library
from tests.export.conftest import empty_brief, large_brief, sample_brief, sample_library

__all__ = ["empty_brief", "large_brief", "sample_brief", "sample_library"]

Tamper = Callable[[str], None]


@pytest.fixture
def library(small_library: Path, tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "library.sqlite"
    shutil.copy(small_library, path)
    with Library(path) as opened:
        yield opened


@pytest.fixture
def tamper(library: Library) -> Tamper:
    """Change the library's file behind its back: `tamper("UPDATE quotes SET text = 'x'")`."""

    def change(statement: str) -> None:
        with sqlite3.connect(library.path) as connection:
            connection.execute(statement)
        connection.close()

    return change
