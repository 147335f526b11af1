"""Watched folders: files that came or changed since the last look, each taken once.

What was taken is kept in the library, so that a later start passes it over: an article that staff
removed does not come back by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.access import Action, Deed
from briefing.errors import ReadingError
from briefing.library import schema
from briefing.library.ingest import Result, add_each
from briefing.library.store import Library
from briefing.reading.paths import files_in

Stamp = tuple[int, int]
"""How many bytes a file has, and when it was changed last, in nanoseconds."""


@dataclass(slots=True)
class Watch:
    """Looks into folders again and again.

    Attributes:
        library: Where articles are added.
        folders: The folders, those in them included.
        waiting: Files that were new at the last look: they are taken once they stay as they are.
    """

    library: Library
    folders: Sequence[Path]
    waiting: dict[Path, Stamp] = field(default_factory=dict)

    def ready(self) -> list[tuple[Path, Stamp]]:
        """Look; return the files that are new or changed, and were the same at the last look.

        Raises:
            ReadingError: One of the folders is not there.
        """
        taken = self._taken()
        new: dict[Path, Stamp] = {}
        for folder in self.folders:
            if not folder.is_dir():
                raise ReadingError(
                    f"{folder} is not a folder; give one that is there.", path=str(folder)
                )
            for path in files_in(folder):
                stamp = _stamp(path)
                if stamp is not None and taken.get(str(path.absolute())) != stamp:
                    new[path] = stamp
        settled = [(path, stamp) for path, stamp in new.items() if self.waiting.get(path) == stamp]
        self.waiting = new
        return settled

    def add(
        self,
        *,
        published: str | None = None,
        verbatim: bool = False,
        model: str | None = None,
        workers: int | None = None,
    ) -> Iterator[Result]:
        """Look, and add what is ready; a file that cannot be read is told once.

        Args:
            published: The date of publication, for articles that state none.
            verbatim: Take the texts as they are.
            model: Load name of the model; the setting `model` when None.
            workers: How many processes read at once, as with `add_each`.

        Raises:
            ReadingError: One of the folders is not there.
            LibraryUnwritableError: The library can take nothing more; the file is tried again.
        """
        ready = self.ready()
        taken = iter(ready)
        yield from add_each(
            self.library,
            [path for path, _ in ready],
            published=published,
            verbatim=verbatim,
            model=model,
            workers=workers,
            step=lambda: self._take(*next(taken)),
        )

    def _taken(self) -> dict[str, Stamp]:
        file = schema.watched_files.c
        with self.library.reading() as connection:
            rows = connection.execute(sa.select(file.path, file.size, file.modified))
            return {row.path: (row.size, row.modified) for row in rows}

    def _take(self, path: Path, stamp: Stamp) -> None:
        self.waiting.pop(path, None)
        row = {"path": str(path.absolute()), "size": stamp[0], "modified": stamp[1]}
        taken = insert(schema.watched_files).values(row)
        with self.library.writing(Deed(Action.ADD, kept=False)) as connection:
            connection.execute(
                taken.on_conflict_do_update(
                    index_elements=["path"],
                    set_={name: taken.excluded[name] for name in ("size", "modified")},
                )
            )


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:  # it is gone again
        return None
    return found.st_size, found.st_mtime_ns
