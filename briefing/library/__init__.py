"""Keeps the tables in SQLite and answers the pages' questions for a filter."""

from __future__ import annotations

from briefing.library.articles import StoredArticle
from briefing.library.filter import Filter
from briefing.library.store import Library, library_path, library_place, open_library

__all__ = ["Filter", "Library", "StoredArticle", "library_path", "library_place", "open_library"]
