"""The library of the library's tests, for decks."""

from __future__ import annotations

from tests.library.conftest import database, filled, library

__all__ = ["database", "filled", "library"]
