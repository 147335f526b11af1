"""How much text a PDF document packs, known before any of its pages is built."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from briefing.reading.raw import File

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEAD_BYTES = 1_000
"""Bytes before a stream in which its own dictionary is sought."""

_OTHER = re.compile(rb"/Subtype\s*/(?!Form\b)|/Length1\b|/Type\s*/(?:XRef|ObjStm|Metadata)\b")
"""What the dictionaries of pictures, fonts and lists have, and those of pages have not."""

_STRING = re.compile(rb"\(((?:[^()\\]+|\\.)*+)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL)

_LARGE = 1_000_000
"""Bytes below which the words of a stream need no counting."""

_LARGEST = 40_000_000
"""Bytes of one page's signs and drawings at most."""


def packs_more_than(file: File, limit: int) -> bool:
    """Say whether the strings that a document's pages draw hold more bytes than `limit`.

    Raises:
        ReadingError: To find out takes too long.
    """
    total = 0
    for words in _large(file):
        if len(words) >= _LARGEST:
            return True
        if b"BT" in words:
            for match in _STRING.finditer(words):
                total += len(match[1]) if match[1] is not None else len(match[2]) // 2
        if total > limit:
            return True
    return False


def _large(file: File) -> Iterator[bytes]:
    """Yield the large streams that may be of pages, unpacked."""
    data = memoryview(file.data)
    for match in _STREAM.finditer(file.data):
        file.budget.check_time(file.name)
        before = file.data[max(0, match.start() - _HEAD_BYTES) : match.start()]
        head = before[before.rfind(b" obj") + 1 :]
        if b"/Fl" not in head or _OTHER.search(head):
            continue
        try:
            words = zlib.decompressobj().decompress(data[match.end() :], _LARGEST)
        except zlib.error:
            continue
        if len(words) >= _LARGE:
            yield words
