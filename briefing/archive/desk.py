"""A small library of the articles of an archive that are looked at, for the library's questions.

What pages ask of the library, they ask of it with the same functions (briefing.library.queries).
It lies in a folder of its own that goes with the process, and nobody else writes into it.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from pathlib import Path
from threading import RLock

from briefing.archive.opened import Archive, Found
from briefing.archive.stored import stored
from briefing.library import Library
from briefing.library.rows import article_rows

_MOST = 200
"""Articles that it holds at most; then it is made anew."""


class Desk:
    """Articles of an archive, laid out.

    Args:
        archive: The archive.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lock = RLock()
        self._folder = tempfile.mkdtemp(prefix="briefing-archive-")
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._number = 0
        self._library: Library | None = None

    def lay_out(self, found: Sequence[Found]) -> tuple[Library, dict[str, str]]:
        """Return a library that holds these articles, and of those that it cannot hold, why.

        Args:
            found: The articles; not more than a page shows.
        """
        with self._lock:
            wrong: dict[str, str] = {}
            library = self._library or self._new()
            wanted = [each for each in found if not library.has(each.article_id)]
            if wanted and len(library) + len(wanted) > _MOST:
                library.close()
                library, wanted = self._new(), list(found)
            wanted.sort(key=lambda each: each.part)
            for each, held in stored(self._archive, wanted):
                if isinstance(held, str):
                    wrong[each.article_id] = held
                elif held.reading is None:
                    wrong[each.article_id] = (
                        f"What was read in the article {each.article_id} does not fit its words, "
                        "so it is not shown; copied into the library, it is read again."
                    )
                else:
                    reading = held.reading
                    library.add(held.article, article_rows(reading.rows), evidence=reading.evidence)
            return library, wrong

    def _new(self) -> Library:
        """Make the library anew; the one before stays for whoever asks it just then."""
        folder = Path(self._folder)
        shutil.rmtree(folder / str(self._number - 1), ignore_errors=True)
        self._number += 1
        self._library = Library(folder / str(self._number) / "library.sqlite")
        return self._library
