"""Articles of an archive, whole: as they were read, with the reading that is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.archive.opened import Archive, Found
from briefing.archive.parts import fits, rows_by_article
from briefing.article import Article
from briefing.errors import ArchiveError
from briefing.extraction.outcome import Reading
from briefing.library.articles import SetApart, article_of


@dataclass(frozen=True, slots=True)
class Stored:
    """An article of an archive.

    Attributes:
        article: The article.
        reading: What was read in it; None where that breaks a rule of the tables, or has not the
            words that the article has there.
    """

    article: Article
    reading: Reading | None


def stored(archive: Archive, found: Iterable[Found]) -> Iterator[tuple[Found, Stored | str]]:
    """Yield articles that were found, each with what is stored of it or why that cannot be used.

    Args:
        archive: The archive.
        found: The articles, those of a chunk together.
    """
    for part, together in groupby(found, key=lambda each: each.part):
        listed = list(together)
        try:
            rows = rows_by_article(
                archive.folder,
                archive.files,
                part,
                {each.article_id: each.month for each in listed},
            )
            details = archive.details(part, [each.article_id for each in listed])
        except ArchiveError as error:
            yield from ((each, str(error)) for each in listed)
            continue
        for each in listed:
            theirs, more = rows[each.article_id], details.get(each.article_id)
            if len(theirs["articles"]) != 1 or more is None:
                yield each, _not_whole(each)
                continue
            apart = SetApart(tuple(more["removed"]), tuple(more["captions"]), tuple(more["notes"]))
            row = {**theirs["articles"][0], "title_end": more["title_end"]}
            article = replace(article_of(row, apart), kept_as=None)  # its id is that of its words
            if article.article_id != each.article_id:
                yield each, _not_whole(each)
                continue
            reading = Reading(theirs, tuple(more["evidence"])) if fits(theirs) else None
            yield each, Stored(article, reading)


def _not_whole(found: Found) -> str:
    return (
        f"The article {found.article_id} is not whole in the archive; put its parts back from a "
        "copy, or read it again from its source."
    )
