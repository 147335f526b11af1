"""From an article as its file holds it to an Article: split, its date read, cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading.dates import given_date
from briefing.reading.faults import fault
from briefing.reading.plain import read_text
from briefing.reading.raw import Budget, RawArticle
from briefing.reading.several import holds_several
from briefing.reading.steps import split


def articles_in(
    raws: Iterable[RawArticle | ReadingError],
    name: str,
    *,
    verbatim: bool = False,
    published: str | None = None,
    from_file: bool = True,
    budget: Budget | None = None,
) -> Iterator[Article | ReadingError]:
    """Return the articles of raw ones, and the errors among them; arguments of `articles_of`."""
    for raw in raws:
        if isinstance(raw, ReadingError):
            yield raw
        else:
            yield from articles_of(
                raw,
                name,
                verbatim=verbatim,
                published=published,
                from_file=from_file,
                budget=budget,
            )


def articles_of(
    raw: RawArticle,
    name: str,
    *,
    verbatim: bool = False,
    published: str | None = None,
    from_file: bool = True,
    budget: Budget | None = None,
) -> Iterator[Article | ReadingError]:
    """Return the articles of a raw one: itself, or each that its text holds.

    A fault of the program costs the article that it meets, not the others.

    Args:
        raw: The article as its file holds it.
        name: The file's name or path, for errors' sentences.
        verbatim: Take the text as it is: nothing split, cut, mended or trimmed.
        published: When it was published, if the file does not say and the user knows.
        from_file: Whether it came in a file, whose name is kept.
        budget: What the reading of the file may still take.
    """
    whole = f"{name}, {raw.part}" if raw.part else name
    try:
        parts = [raw] if verbatim else split(raw)
    except Exception as error:
        yield fault(whole, error)
        return
    for number, one in enumerate(parts, start=1):
        part = whole if len(parts) == 1 else f"{whole}, article {number}"
        if not verbatim and holds_several(one):
            yield ReadingError(
                f"{part} seems to hold several articles, and where each begins is not clear; put "
                "a line of ten “=” between them.",
                path=part,
            )
            continue
        given = given_date(one.published, text=one.text, day_first=one.day_first)
        notes = one.notes
        if given.note:
            notes = (*notes, f"The date given was left out: {given.note}")
        try:
            if budget is not None:
                budget.check_time(part)
            yield read_text(
                one.text,
                name=part,
                title=one.title,
                source=one.source,
                url=one.url if len(parts) == 1 else None,
                author=one.author,
                published=given.day or published,
                published_basis="stated" if given.day else "given",
                external_id=one.external_id,
                verbatim=verbatim,
                notes=notes,
                removed=one.removed,
                captions=one.captions if len(parts) == 1 else (),
                file_name=PurePath(name).name if from_file else None,
                file_kind=one.kind or None,
            )
        except ReadingError as error:
            yield error if error.path is not None else ReadingError(f"{part}: {error}", path=part)
        except Exception as error:
            yield fault(part, error)
