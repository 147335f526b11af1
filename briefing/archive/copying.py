"""Copies articles of an archive into a library, with the reading that is stored where it fits."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

from briefing.access import Action
from briefing.archive.filter import ArchiveFilter
from briefing.archive.opened import Archive, Found
from briefing.archive.stored import Stored, stored
from briefing.article import Article
from briefing.errors import ExtractionError, LibraryError, LibraryUnwritableError
from briefing.extraction.limited import read_each
from briefing.extraction.outcome import Reading
from briefing.library import Library
from briefing.library.chatham.hidden import must_hide_nobody
from briefing.library.ingest import Result, undated
from briefing.library.job import Job
from briefing.library.newest import settle
from briefing.library.rows import article_rows
from briefing.version import is_this

_Item = tuple[Found, Stored | str | None]
"""An article that was found, with what is stored of it or why not; None where it is there."""


def copy_each(
    library: Library,
    archive: Archive,
    flt: ArchiveFilter,
    *,
    workers: int | None = None,
    step: Callable[[], None] | None = None,
) -> Generator[Result, None, None]:
    """Copy the articles of an archive that pass a filter, and yield what became of each.

    Those that the library has are passed over. A reading of this version is taken over; one of
    another version, or one that does not fit its article, is read again.

    Args:
        library: The library.
        archive: The archive.
        flt: The filter.
        workers: How many processes read at once, as with `add_each`.
        step: Called at the end of each article.

    Raises:
        ArchiveError: The archive cannot be read, or a speaker is under the Chatham House Rule.
        LibraryUnwritableError: The library can take nothing more.
    """
    library.must_be_writable()
    library.must_be_allowed(Action.ADD)
    must_hide_nobody(library)
    for (found, held), read in read_each(_items(library, archive, flt), _unread, workers=workers):
        yield _result(library, found, held, read)
        if step is not None:
            step()
    library.checkpoint()


class CopyingJob(Job):
    """Copies in a thread of its own, until all is done or somebody cancels it.

    Args:
        library: The library.
        archive: The archive.
        flt: Which articles.

    Raises:
        AccessError: Who begins it may not add.
    """

    def __init__(self, library: Library, archive: Archive, flt: ArchiveFilter) -> None:
        self._archive = archive
        self._flt = flt
        super().__init__(library, total=archive.count(flt), what="article")

    def _each(self) -> Generator[Result, None, None]:
        return copy_each(self._library, self._archive, self._flt, step=self._step)


def _items(library: Library, archive: Archive, flt: ArchiveFilter) -> Iterator[_Item]:
    for together in archive.by_part(flt):
        wanted = [each for each in together if not library.has(each.article_id)]
        there = {each.article_id for each in together} - {each.article_id for each in wanted}
        yield from ((each, None) for each in together if each.article_id in there)
        yield from stored(archive, wanted)


def _unread(item: _Item) -> Article | None:
    """Return an article that is to be read again."""
    found, held = item
    if not isinstance(held, Stored):
        return None
    if held.reading is not None and is_this(found.reader_version):
        return None
    return undated(held.article)


def _result(
    library: Library,
    found: Found,
    held: Stored | str | None,
    read: Reading | ExtractionError | None,
) -> Result:
    name = found.title or found.article_id
    if held is None:
        return Result(name, found.article_id)
    if isinstance(held, str):
        return Result(name, error=held)
    reading = read or held.reading
    if isinstance(reading, ExtractionError):
        return Result(name, error=str(reading))
    assert reading is not None
    rows = article_rows(reading.rows)
    try:
        new = library.add(held.article, rows, evidence=reading.evidence)
    except LibraryUnwritableError:
        raise
    except LibraryError as error:
        return Result(name, error=str(error))
    alike = settle(library, found.article_id) if new else []
    return Result(
        *(name, found.article_id, new, rows.counts),
        removed=held.article.removed,
        captions=held.article.captions,
        notes=held.article.notes,
        alike=tuple(alike),
    )
