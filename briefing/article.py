"""An article: what `reading` makes of a file, an upload or a paste, and `extraction` reads."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

PublishedBasis = Literal["stated", "given", "inferred", "unknown"]


_OPENING = 80
"""Signs of an article's first line that stand for a title at most."""


def first_words(text: str) -> str:
    """Return what an article without a title is called: its first words."""
    return text.strip().split("\n", 1)[0][:_OPENING]


@dataclass(frozen=True, slots=True)
class Article:
    """One article; its text never changes after reading.

    Attributes:
        text: The whole text shown and pointed into, title included when it was recognised.
            All offsets are Unicode code points of this string.
        title: The title, or an empty string.
        title_end: End offset of the title in `text`; 0 when the title is not part of the text.
        source: The outlet, as the document gives it.
        url: Where it was published.
        author: As the document gives it.
        published: ISO date (YYYY-MM-DD), or None.
        published_basis: Where `published` comes from; "unknown" lets extraction infer bounds.
        external_id: The id the article came with, if any.
        removed: Pieces of the input that were cut as boilerplate, in order, for the report.
        captions: Captions and credits of pictures that stood in it, for the report.
        notes: What was repaired, left open or not read, each one sentence, for the report.
        file_name: The name of the file that it came in, without its folder; None for a text.
        file_kind: What that file was read as: "PDF", "web page", "CSV".
        kept_as: The id that it is kept under, where its words are not all those that it was read
            with; None for one that is as it was read.
    """

    text: str
    title: str = ""
    title_end: int = 0
    source: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    external_id: str | None = None
    removed: tuple[str, ...] = ()
    captions: tuple[str, ...] = field(default=(), compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)
    file_name: str | None = field(default=None, compare=False)
    file_kind: str | None = field(default=None, compare=False)
    kept_as: str | None = field(default=None, compare=False)

    @property
    def article_id(self) -> str:
        """A stable id from title and text: the same article has the same id everywhere."""
        if self.kept_as is not None:
            return self.kept_as
        digest = hashlib.sha256(f"{self.title}\x00{self.text}".encode("utf-8", "surrogatepass"))
        return "a" + digest.hexdigest()[:12]
