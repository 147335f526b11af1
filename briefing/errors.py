"""The errors a person can meet, one sentence each.

    BriefingError
    ├── ReadingError      a file, upload or paste that cannot become an article
    ├── ExtractionError   an article that the program fails on, or that takes too long
    ├── SettingsError     a setting that cannot be used, such as a model that is not installed
    ├── AccessError       what the person at work may not do, or nobody is signed in
    ├── ReferenceDataError reference data that is broken (a fault of the installation)
    ├── LibraryError      the library cannot do what was asked
    │   ├── LibraryUnwritableError  nothing can be added, whatever it is: a full disk
    │   ├── DeckError         a deck of slides that is not there, is locked, or cannot be read
    │   ├── KeptError         a briefing that is not there, is locked, or cannot be read
    │   │   └── SavedByOthersError  one that somebody else has saved since it was opened
    │   └── ReviewError       a correction that cannot be made
    │       └── FactIsThereError  a fact to add that is there already
    ├── ClusterError      a scheduler, or its workers, that cannot be used
    ├── ArchiveError      an archive that cannot be read, or does not hold what was asked for
    └── ExportError       a file that cannot be written
        └── QuotationError    a quotation that does not match its article

The message of each is one clear sentence that says what to do. Pages and the command line catch
`BriefingError` and nothing wider.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Literal


class BriefingError(Exception):
    """Base class: something a person can act on."""


class ReadingError(BriefingError):
    """An input that cannot become an article.

    Attributes:
        path: The file or name of the input, when it has one.
    """

    def __init__(self, message: str, *, path: str | None = None) -> None:
        super().__init__(message)
        self.path = path


class ExtractionError(BriefingError):
    """An article that the program fails on, through a fault of its own, or that takes too long."""


class SettingsError(BriefingError):
    """A setting that cannot be used."""


class AccessError(BriefingError):
    """What the person at work may not do.

    Attributes:
        kind: "nobody" is signed in, the sign-in has "ended", a "stranger" without a role, or a
            "role" that may not.
    """

    def __init__(
        self, message: str, *, kind: Literal["nobody", "ended", "stranger", "role"]
    ) -> None:
        super().__init__(message)
        self.kind = kind


class ReferenceDataError(BriefingError):
    """Reference data in data/reference that does not hold what it should.

    Attributes:
        path: The file.
        row: The 1-based line in it, when one line is at fault.
    """

    def __init__(self, message: str, *, path: str | None = None, row: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.row = row


class LibraryError(BriefingError):
    """The library cannot do what was asked."""


class LibraryUnwritableError(LibraryError):
    """The library can take nothing more: the disk is full, or it can only be read."""


class DeckError(LibraryError):
    """A deck of slides that is not there, is locked, or cannot be read.

    Attributes:
        name: The deck's name.
    """

    def __init__(self, message: str, *, name: str) -> None:
        super().__init__(message)
        self.name = name


class KeptError(LibraryError):
    """A briefing that is kept and is not there, is locked, or cannot be read."""


class SavedByOthersError(KeptError):
    """A briefing that somebody else has saved since it was opened; nothing was written over."""


class ReviewError(LibraryError):
    """A correction that cannot be made."""


class FactIsThereError(ReviewError):
    """A fact to add that is there already.

    Attributes:
        fact_id: The one that is there.
    """

    def __init__(self, message: str, *, fact_id: str) -> None:
        super().__init__(message)
        self.fact_id = fact_id


class ClusterError(BriefingError):
    """A scheduler that does not answer, or workers that cannot read."""


class ArchiveError(BriefingError):
    """An archive that cannot be read, or that does not hold what was asked for."""


class ExportError(BriefingError):
    """A file that cannot be written."""


class QuotationError(ExportError):
    """A quotation that is not what its article says at its span.

    Attributes:
        quote_id: The quotation.
    """

    def __init__(self, message: str, *, quote_id: str) -> None:
        super().__init__(message)
        self.quote_id = quote_id


def places_of(error: BaseException) -> str:
    """Return where in the program an error came up, outermost first, for a log.

    Files and lines only: an error's own message may hold words of an article.
    """
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-8:])
