"""Decides, takes back, looks up: what pages and the command line ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa

from briefing.errors import ReviewError
from briefing.library import schema
from briefing.library.reviews.anchors import place_of
from briefing.library.reviews.applying import bring_up, current_ids
from briefing.library.reviews.decision import (
    LETTERS,
    LONGEST_NOTE,
    SAME_AS,
    WHOLE,
    Decision,
    Record,
    Verdict,
    checked,
)
from briefing.library.reviews.history import Held, in_force
from briefing.library.reviews.holding import held_of, selected
from briefing.library.reviews.names import merges_of
from briefing.library.rows import Row
from briefing.library.store import Library, changed
from briefing.wording.notices import NAME_FIRST

_KEYS = {"entities": "entity_id", "articles": "article_id"}
"""The keys of what is no fact of an article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact as the program read it, and as it stands now.

    Attributes:
        record: Its table.
        machine: Its row as the program read it.
        now: Its row as it stands; None where it was rejected.
        held: What people decided; None for nothing.
    """

    record: Record
    machine: Row
    now: Row | None
    held: Held | None


def record_of(fact_id: str) -> Record:
    """Return the table of a fact by its id.

    Raises:
        ReviewError: It is the id of none that people decide on.
    """
    parts = fact_id.split(".")
    if len(parts) >= 3 and parts[1] in LETTERS:
        return LETTERS[parts[1]]
    if ":" in fact_id:
        return "entities"
    if re.fullmatch(r"a[0-9a-f]{12}", fact_id):
        return "articles"
    raise ReviewError(f"“{fact_id}” is no fact that can be checked.")


def reading_of(library: Library, fact_id: str) -> Reading:
    """Return a fact with what the program read and what people made of it.

    Raises:
        ReviewError: The library has no such fact.
    """
    with library.reading() as connection:
        return _reading(connection, fact_id)


def decisions_of(library: Library, fact_id: str) -> list[Decision]:
    """Return all decisions on a fact, also those taken back, in the order they were made."""
    with library.reading() as connection:
        return selected(connection, schema.reviews.c.fact_id == fact_id)


def decide(
    library: Library,
    fact_id: str,
    verdict: Verdict,
    reviewer: str,
    *,
    field: str = WHOLE,
    value: str | None = None,
    note: str | None = None,
) -> Decision:
    """Keep a decision on a fact and apply it at once.

    What is decided of a relation that the same words say both ways holds of both.

    Args:
        library: The library.
        fact_id: The fact.
        verdict: confirmed, corrected or rejected.
        reviewer: Who decides, by name.
        field: What is corrected; of the others `fact`.
        value: The corrected value.
        note: The reason.

    Raises:
        ReviewError: There is no such fact, no name, or the value cannot be taken.
    """
    who = _named(reviewer)
    why = _reason(note)
    record = record_of(fact_id)
    if (verdict == "corrected") != (field != WHOLE) or verdict == "withdrawn":
        raise ReviewError("Confirm or reject a fact as a whole, or correct one of its fields.")
    if verdict == "corrected":
        value = checked(record, field, value)
    with library.writing() as connection:
        readings = _both_ways(connection, fact_id)
        if field == SAME_AS and value is not None:
            _must_be_another(connection, readings[fact_id], value)
        if field in ("source", "target"):
            readings = {fact_id: readings[fact_id]}
        at = _now()
        made = [
            _decision(fact, reading, verdict, who, at, field=field, value=value, note=why)
            for fact, reading in readings.items()
        ]
        keep(connection, made)
    return made[0]


def undo(library: Library, fact_id: str, reviewer: str) -> Decision | None:
    """Take back the last decision on a fact that stands; return it, None where there is none."""
    return _take_back(library, fact_id, reviewer, _last_standing)


def redo(library: Library, fact_id: str, reviewer: str) -> Decision | None:
    """Let the decision stand again that was taken back last, where nothing was decided since."""
    return _take_back(library, fact_id, reviewer, _last_taken_back)


def can_redo(library: Library, fact_id: str) -> bool:
    """Say whether a decision on a fact was taken back and nothing was decided since."""
    return _last_taken_back(decisions_of(library, fact_id)) is not None


def adrift(library: Library) -> list[Decision]:
    """Return the decisions whose words are read as no fact any more: they are kept, not applied."""
    review, held = schema.reviews.c, schema.reviewed.c
    shown = sa.select(schema.articles.c.article_id)
    with library.reading() as connection:
        decisions = selected(
            connection,
            review.article_id.in_(shown),
            review.fact_id.not_in(sa.select(held.fact_id)),
        )
        there = current_ids(connection, decisions)
    return in_force([each for each in decisions if each.fact_id not in there])


def keep(connection: sa.Connection, decisions: Sequence[Decision]) -> None:
    """Append decisions in a write transaction and bring the library to them."""
    if not decisions:
        return
    connection.execute(schema.reviews.insert(), [asdict(decision) for decision in decisions])
    articles = {each.article_id for each in decisions if each.article_id is not None}
    entities = {each.fact_id for each in decisions if each.record == "entities"}
    bring_up(connection, sorted(articles), sorted(entities))
    changed(connection)


def _take_back(
    library: Library,
    fact_id: str,
    reviewer: str,
    choose: Callable[[Sequence[Decision]], Decision | None],
) -> Decision | None:
    who = _named(reviewer)
    with library.writing() as connection:
        made = []
        chosen: Decision | None = None
        at = _now()
        for fact, reading in _both_ways(connection, fact_id).items():
            found = choose(selected(connection, schema.reviews.c.fact_id == fact))
            if found is None or (chosen is not None and found.at != chosen.at):
                continue
            chosen = chosen or found
            made.append(_decision(fact, reading, "withdrawn", who, at, value=found.review_id))
        keep(connection, made)
    return chosen


def _last_standing(decisions: Sequence[Decision]) -> Decision | None:
    left = in_force(decisions)
    return left[-1] if left else None


def _last_taken_back(decisions: Sequence[Decision]) -> Decision | None:
    """Return the withdrawal to take back: the last that stands, of a decision, with none since."""
    by_id = {decision.review_id: decision for decision in decisions}
    taken: set[str] = set()
    for decision in reversed(decisions):
        if decision.review_id in taken:
            continue
        if decision.verdict != "withdrawn":
            return None
        taken.add(decision.value or "")
        meant = by_id.get(decision.value or "")
        if meant is not None and meant.verdict != "withdrawn":
            return decision
    return None


def _reading(connection: sa.Connection, fact_id: str) -> Reading:
    record = record_of(fact_id)
    key = _KEYS.get(record) or schema.FACT_KEYS[record]
    table, machine, held = schema.TABLES[record], schema.machine.c, schema.reviewed.c
    found = (
        connection.execute(sa.select(table).where(table.c[key] == fact_id)).mappings().one_or_none()
    )
    now: Row | None = dict(found) if found is not None else None
    kept = connection.scalar(sa.select(machine.rows).where(machine.fact_id == fact_id))
    read: Row | None = json.loads(kept)[record][0] if kept is not None else now
    if record == "articles" and now is not None and read is not None:
        read = now | read  # of an article the corrected columns alone are kept
    if read is None:
        raise ReviewError(
            "This fact is not in the library any more; its article was removed or read again."
        )
    row = connection.execute(
        sa.select(schema.reviewed).where(held.fact_id == fact_id)
    ).one_or_none()
    holds = held_of(row) if row is not None else None
    if record == "entities" and now is not None:  # a merger is no column of the entity's row
        now = {**now, SAME_AS: holds.fields.get(SAME_AS) if holds is not None else None}
    return Reading(record, read, now, holds)


def _decision(
    fact_id: str,
    reading: Reading,
    verdict: Verdict,
    reviewer: str,
    at: str,
    *,
    field: str = WHOLE,
    value: str | None = None,
    note: str | None = None,
) -> Decision:
    row = reading.machine
    start: int | None = None
    end: int | None = None
    if reading.record == "entities":
        article_id, words = None, str(row["name"])
    elif reading.record == "articles":
        article_id, words = row["article_id"], str(row["title"])
    else:
        article_id = row["article_id"]
        start, end = place_of(row)
        words = str(row.get("text") or row.get("trigger"))
    return Decision(
        review_id=uuid4().hex,
        article_id=article_id,
        record=reading.record,
        fact_id=fact_id,
        start=start,
        end=end,
        words=words,
        field=field,
        value=value,
        verdict=verdict,
        reviewer=reviewer,
        at=at,
        note=note,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _both_ways(connection: sa.Connection, fact_id: str) -> dict[str, Reading]:
    """Return a fact by its id, and beside it the relation that the same words say the other way."""
    reading = _reading(connection, fact_id)
    found = {fact_id: reading}
    if reading.record == "relations":
        *place, source, target = fact_id.rsplit(".", 2)
        back = ".".join((*place, target, source))
        with suppress(ReviewError):  # there is none
            other = _reading(connection, back)
            if all(other.machine[name] == reading.machine[name] for name in ("quad", "standing")):
                found[back] = other
    return found


def _must_be_another(connection: sa.Connection, reading: Reading, value: str) -> None:
    """Raise a ReviewError where an entity cannot be merged into another one."""
    entity = reading.machine["entity_id"]
    if reading.machine["kind"] == "country":
        raise ReviewError("A country cannot be made part of another name.")
    known = schema.entities.c.entity_id
    if connection.scalar(sa.select(known).where(known == value)) is None:
        raise ReviewError("That name is not in the library any more; choose another one.")
    if entity in (value, merges_of(connection).get(value)):
        raise ReviewError("A name cannot be merged into itself; undo the other merger first.")


def _named(reviewer: str) -> str:
    name = " ".join(reviewer.split())
    if not name:
        raise ReviewError(NAME_FIRST)
    return name[:80]


def _reason(note: str | None) -> str | None:
    plain = (note or "").strip()
    if len(plain) > LONGEST_NOTE:
        raise ReviewError(f"The reason is longer than {LONGEST_NOTE:,} letters; shorten it.")
    return plain or None
