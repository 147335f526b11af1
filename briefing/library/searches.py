"""Searches that staff save, each under its words; they are no answers of the library."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.dialects.sqlite import insert

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.errors import LibraryError
from briefing.library.chatham.hidden import hidden
from briefing.library.filter import Filter
from briefing.library.schema import searches
from briefing.library.store import Library

_FILTER = TypeAdapter(Filter)

LONGEST = 80
"""Letters that the name of a search may have."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search as it was saved.

    Attributes:
        name: What it is called.
        words: What is looked for; "" for a filter alone.
        flt: The filter that it was made under.
    """

    name: str
    words: str
    flt: Filter


def saved_searches(library: Library) -> list[SavedSearch]:
    """Return the searches that were saved, the last saved first."""
    query = sa.select(searches.c.name, searches.c.words, searches.c.filter).order_by(
        searches.c.kept.desc(), searches.c.name
    )
    with library.reading() as connection:
        told = hidden(connection).words
        return [
            told.out_of(SavedSearch(row.name, row.words, _filter_of(row.filter)))
            for row in connection.execute(query)
        ]


def save_search(library: Library, name: str, words: str, flt: Filter) -> str:
    """Save a search; one of the same name is replaced. Return the name as it is kept.

    Raises:
        AccessError: Who is at work may not sort the library.
        LibraryError: The name is empty or too long, or the library cannot be written.
    """
    name = " ".join(name.split())
    if not name:
        raise LibraryError("Give the search a name.")
    if len(name) > LONGEST:
        raise LibraryError(f"The name of the search is too long; use at most {LONGEST} letters.")
    row = {
        "name": name,
        "words": words,
        "filter": _FILTER.dump_json(flt).decode(),
        "kept": moment("microseconds"),
    }
    with library.writing(Deed(Action.SORT, detail="search saved")) as connection:
        connection.execute(
            insert(searches).values(row).on_conflict_do_update(index_elements=["name"], set_=row)
        )
    return name


def delete_search(library: Library, name: str) -> None:
    """Delete a saved search; nothing is done when there is none of this name.

    Raises:
        AccessError: Who is at work may not sort the library.
        LibraryError: The library cannot be written.
    """
    with library.writing(Deed(Action.SORT, detail="search deleted")) as connection:
        told = hidden(connection).words
        called = connection.scalars(sa.select(searches.c.name))
        names = [each for each in called if each == name or (told and told.without(each) == name)]
        connection.execute(searches.delete().where(searches.c.name.in_(names)))


def _filter_of(text: str) -> Filter:
    try:
        return _FILTER.validate_json(text)
    except ValidationError:  # of another version of the program
        return Filter()
