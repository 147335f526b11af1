"""From an article as its file holds it to an Article: split, its date read, cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading.dates import given_date
from briefing.reading.faults import fault
from briefing.reading.plain import read_text
from briefing.reading.raw import RawArticle
from briefing.reading.steps import split


def articles_in(
    raws: Iterable[RawArticle | ReadingError],
    name: str,
    *,
    verbatim: bool = False,
    published: str | None = None,
    from_file: bool = True,
) -> Iterator[Article | ReadingError]:
    """Return the articles of raw ones, and the errors among them; arguments of `articles_of`."""
    for raw in raws:
        if isinstance(raw, ReadingError):
            yield raw
        else:
            yield from articles_of(
                raw, name, verbatim=verbatim, published=published, from_file=from_file
            )


def articles_of(
    raw: RawArticle,
    name: str,
    *,
    verbatim: bool = False,
    published: str | None = None,
    from_file: bool = True,
) -> Iterator[Article | ReadingError]:
    """Return the articles of a raw one: itself, or each that its text holds.

    A fault of the program costs the article that it meets, not the others.

    Args:
        raw: The article as its file holds it.
        name: The file's name or path, for errors' sentences.
        verbatim: Take the text as it is: nothing split, cut, mended or trimmed.
        published: When it was published, if the file does not say and the user knows.
        from_file: Whether it came in a file, whose name is kept.
    """
    whole = f"{name}, {raw.part}" if raw.part else name
    texts = [raw.text] if verbatim else split(raw.text)
    for number, text in enumerate(texts, start=1):
        alone = len(texts) == 1
        part = whole if alone else f"{whole}, article {number}"
        given = given_date(raw.published if alone else None, text=text, day_first=raw.day_first)
        notes = raw.notes
        if given.note:
            notes = (*notes, f"The date given was left out: {given.note}")
        try:
            yield read_text(
                text,
                name=part,
                title=raw.title if alone else None,
                source=raw.source,
                url=raw.url if alone else None,
                author=raw.author if alone else None,
                published=given.day or published,
                published_basis="stated" if given.day else "given",
                external_id=raw.external_id if alone else None,
                verbatim=verbatim,
                notes=notes,
                removed=raw.removed if alone else (),
                file_name=PurePath(name).name if from_file else None,
                file_kind=raw.kind or None,
            )
        except ReadingError as error:
            yield error if error.path is not None else ReadingError(f"{part}: {error}", path=part)
        except Exception as error:
            yield fault(part, error)
