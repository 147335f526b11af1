"""Grades of sources: how reliable staff hold an outlet to be. Nothing is counted or ordered by it.

An outlet has one grade or none, and no row where it has none. It goes by the outlet's name as the
articles have it, so it holds for those to come, and for whatever an article's outlet is corrected
to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.errors import ReviewError
from briefing.library import schema
from briefing.library.reviews.keeping import named
from briefing.library.state import changed
from briefing.library.store import Library
from briefing.wording.grades import GRADES


@dataclass(frozen=True, slots=True)
class Graded:
    """The grade of an outlet.

    Attributes:
        grade: A to F.
        reviewer: Who gave it, by name.
        at: When, in UTC, ISO.
    """

    grade: str
    reviewer: str
    at: str


def grade_source(library: Library, outlet: str, grade: str, reviewer: str) -> None:
    """Give an outlet a grade in the place of the one that it has.

    Args:
        library: The library.
        outlet: Its name, as articles have it.
        grade: A to F; "" takes its grade away.
        reviewer: Who decides, by name.

    Raises:
        ReviewError: There is no such grade, no article of the outlet, or no name.
    """
    if grade and grade not in GRADES:
        raise ReviewError(f"“{grade}” is no grade; choose one of {', '.join(GRADES)}.")
    who, graded = named(reviewer), schema.source_grades
    deed = Deed(Action.CORRECT, (outlet,), f"source graded {grade}" if grade else "grade cleared")
    with library.writing(deed) as connection:
        source = schema.articles.c.source
        if connection.scalar(sa.select(source).where(source == outlet).limit(1)) is None:
            raise ReviewError("No article is from this outlet any more; nothing was changed.")
        connection.execute(graded.delete().where(graded.c.outlet == outlet))
        if grade:
            row = {"outlet": outlet, "grade": grade, "reviewer": who, "at": moment("milliseconds")}
            connection.execute(graded.insert(), row)
        changed(connection)


def grades_of(library: Library, outlets: Sequence[str]) -> Mapping[str, Graded]:
    """Return the grades of outlets, by their names; none for those that nobody graded."""
    graded = schema.source_grades.c
    query = sa.select(graded.outlet, graded.grade, graded.reviewer, graded.at)
    wanted = set(outlets)
    with library.reading() as connection:
        return {
            outlet: Graded(*given)
            for outlet, *given in connection.execute(query)
            if outlet in wanted
        }


def grade_of_article() -> sa.ColumnElement[str]:
    """Return the grade of an article's outlet, "" for none, beside a row of `articles`."""
    graded, source = schema.source_grades.c, schema.articles.c.source
    given = sa.select(graded.grade).where(graded.outlet == source).correlate(schema.articles)
    return sa.func.coalesce(given.scalar_subquery(), "")
