"""Turns what a person has in hand into an Article, whose text never changes afterwards.

    article = read("data/articles/south-korea-warns-russia.txt")
    article = read_text("A pasted text …")

What cannot become an article raises a ReadingError, whose one sentence says what to do.
"""

from __future__ import annotations

from briefing.reading.dates import iso_date
from briefing.reading.jsonl import read_jsonl
from briefing.reading.paths import Failure, read, read_bytes, read_pasted, read_paths, read_upload
from briefing.reading.plain import read_text
from briefing.reading.registry import READ, SUFFIXES

__all__ = [
    "READ",
    "SUFFIXES",
    "Failure",
    "iso_date",
    "read",
    "read_bytes",
    "read_jsonl",
    "read_pasted",
    "read_paths",
    "read_text",
    "read_upload",
]
