"""Adds what the program missed: a quotation, an event or a relation, by the article's words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import uuid4

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.errors import FactIsThereError, ReviewError
from briefing.library import schema
from briefing.library.reviews.adding import (
    Place,
    added_id,
    added_rows,
    checked_fields,
    must_be_a_quotation,
    places,
    value_of,
)
from briefing.library.reviews.anchors import is_twin
from briefing.library.reviews.decision import WHOLE, Decision, Record, quoted
from briefing.library.reviews.keeping import keep, named, reason, time_of
from briefing.library.store import Library


def add(
    library: Library,
    article_id: str,
    record: Record,
    span: tuple[int, int],
    fields: Mapping[str, str | None],
    reviewer: str,
    *,
    both_ways: bool = False,
    note: str | None = None,
) -> str:
    """Add a fact that the program missed, by the words of its article; return its id.

    Args:
        library: The library.
        article_id: The article.
        record: The fact's table.
        span: Where its words begin and end in the article's text.
        fields: All that can be corrected of it but its words, by field.
        reviewer: Who adds it, by name.
        both_ways: Whether a relation holds the other way as well.
        note: The reason.

    Raises:
        FactIsThereError: It is there already; the error has its id.
        ReviewError: A field is missing or cannot be taken, or there is no such article.
    """
    who, why = named(reviewer), reason(note)
    given = [checked_fields(record, fields)]
    if record == "relations" and both_ways:
        given.append({**given[0], "source": given[0]["target"], "target": given[0]["source"]})
    deed = Deed(Action.CORRECT, (article_id,), f"added to {record}")
    with library.writing(deed) as connection:
        place = places(connection, [article_id]).get(article_id)
        if place is None:
            raise ReviewError("This article is not in the library any more.")
        start, end = _words_at(place, record, span, given[0])
        ids = [added_id(article_id, record, start, end, each) for each in given]
        at = time_of(connection, ids)
        made = [
            Decision(
                review_id=uuid4().hex,
                article_id=article_id,
                record=record,
                fact_id=fact,
                start=start,
                end=end,
                words=place.text[start:end],
                field=WHOLE,
                value=value_of(each),
                verdict="added",
                reviewer=who,
                at=at,
                note=why,
            )
            for fact, each in zip(ids, given, strict=True)
        ]
        for decision in made:
            _must_be_new(connection, decision, place)
        keep(connection, made)
    return made[0].fact_id


def _words_at(
    place: Place, record: Record, span: tuple[int, int], fields: Mapping[str, str | None]
) -> tuple[int, int]:
    """Return the span of the words of a fact to add, without spaces and marks around them.

    Raises:
        ReviewError: There are none, they are too many, or not of the kind of quotation.
    """
    start, end = max(0, span[0]), min(span[1], len(place.text))
    words = place.text[start:end]
    start, end = end - len(words.lstrip()), start + len(words.rstrip())
    quoted(place.text[start:end])
    if record == "quotes":
        return must_be_a_quotation(place.text, start, end, str(fields["kind"]))
    return start, end


def _must_be_new(connection: sa.Connection, decision: Decision, place: Place) -> None:
    """Raise a FactIsThereError where a fact to add is there, or was read and rejected."""
    record, machine = decision.record, schema.machine.c
    made = added_rows(decision, place, {})
    table, key = schema.TABLES[record], schema.FACT_KEYS[record]
    now = connection.execute(sa.select(table).where(table.c.article_id == decision.article_id))
    for row in now.mappings():
        if made is not None and (
            row[key] == decision.fact_id or is_twin(record, made.row, dict(row))
        ):
            raise FactIsThereError(
                "This is there already; open it and correct what is wrong.", fact_id=row[key]
            )
    rejected = connection.execute(
        sa.select(machine.fact_id, machine.rows)
        .join(schema.reviewed, schema.reviewed.c.fact_id == machine.fact_id)
        .where(
            machine.article_id == decision.article_id,
            machine.record == record,
            schema.reviewed.c.verdict == "rejected",
        )
    )
    for each in rejected:
        for row in json.loads(each.rows)[record]:
            if made is not None and is_twin(record, made.row, row):
                raise FactIsThereError(
                    "This was read and rejected; open it and take that back.",
                    fact_id=each.fact_id,
                )
