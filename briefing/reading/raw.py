"""What the reader of a format is given, and what it gives: articles as they lie in their file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefing.errors import ReadingError
from briefing.reading.decode import decode

MAX_FILES = 500
"""Files of an archive, or attachments, that are read at most."""

MAX_DEPTH = 2
"""How deep files lie in files at most: an archive in a mail, an archive in an archive."""

MAX_UNPACKED = 200_000_000
"""Bytes that packed files may have together when they are unpacked."""

MAX_SECONDS = 120.0
"""How long the reading of one file may take."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as a file holds it, before it is split, cleaned and read.

    Attributes:
        text: The words, without the signs of the format.
        title: The title, when the format says which words it is.
        source: The outlet, or a mail's sender.
        url: Where it was published.
        author: Who wrote it.
        published: The date of publication as the file has it: text, number, list or None.
        day_first: Whether dates in digits stand day first in this file; None where none tells.
        external_id: The id that it comes with.
        part: Where in its file it stands: "row 3", "entry 2", "notes/a.txt"; empty for all of it.
        notes: What was repaired or not read, each one sentence.
        removed: Pieces of the file that are not the article.
        captions: Captions of its pictures.
        kind: What it was read as, where that is not its file's kind: a file of an archive.
    """

    text: str
    title: str = ""
    source: str | None = None
    url: str | None = None
    author: str | None = None
    published: object = None
    day_first: bool | None = None
    external_id: str | None = None
    part: str = ""
    notes: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    kind: str = ""

    @property
    def whole(self) -> str:
        """The words with the title above them."""
        if not self.title or self.text.lstrip().startswith(self.title):
            return self.text
        return f"{self.title}\n\n{self.text}"


@dataclass(slots=True)
class Budget:
    """What the reading of one file may still take; files that lie in it share it."""

    files: int = MAX_FILES
    unpacked: int = MAX_UNPACKED
    ends: float = field(default_factory=lambda: time.monotonic() + MAX_SECONDS)

    def check_time(self, name: str) -> None:
        """Raise a ReadingError when the reading takes too long."""
        if time.monotonic() > self.ends:
            raise ReadingError(
                f"{name} takes longer than {MAX_SECONDS:.0f} seconds to read; split it, or paste "
                "the article’s text.",
                path=name,
            )

    def take_bytes(self, size: int, name: str) -> None:
        """Count unpacked bytes, and raise a ReadingError when they are too many."""
        self.unpacked -= size
        if self.unpacked < 0:
            raise ReadingError(
                f"{name} unpacks to more than {MAX_UNPACKED:,} bytes; unpack it yourself and give "
                "the files.",
                path=name,
            )

    def take_file(self, name: str) -> None:
        """Count a file, and raise a ReadingError when they are too many."""
        self.files -= 1
        if self.files < 0:
            raise ReadingError(
                f"{name} holds more than {MAX_FILES} files; unpack it and give a folder of them.",
                path=name,
            )


@dataclass(frozen=True)
class File:
    """The bytes of a file, wherever they come from.

    Attributes:
        data: The bytes.
        name: The file's name or path, for the error's sentence.
        budget: What its reading may still take.
        depth: In how many files it lies: 0 for one that a person gave.
    """

    data: bytes
    name: str
    budget: Budget = field(default_factory=Budget)
    depth: int = 0

    @cached_property
    def text(self) -> str:
        """The text that the bytes hold.

        Raises:
            ReadingError: They hold no text.
        """
        return decode(self.data, name=self.name)

    def inside(self, data: bytes, name: str) -> File:
        """Return a file that lies in this one.

        Raises:
            ReadingError: It lies too deep, or there are too many.
        """
        self.budget.check_time(self.name)
        self.budget.take_file(self.name)
        if self.depth >= MAX_DEPTH:
            raise ReadingError(
                f"{name} lies more than {MAX_DEPTH} files deep; unpack it and give it alone.",
                path=name,
            )
        return File(data, name, self.budget, self.depth + 1)


Raws = Iterator[RawArticle | ReadingError]
"""What a reader gives: an article, or why a part of the file is none; the others go on."""


def noted(raw: RawArticle, *notes: str) -> RawArticle:
    """Return the article with further notes."""
    return replace(raw, notes=(*raw.notes, *(note for note in notes if note)))
