"""Decides, takes back, looks up: what pages and the command line ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import uuid4

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.errors import ReviewError
from briefing.library import schema
from briefing.library.chatham.arriving import without_speakers
from briefing.library.reviews.adding import must_be_a_quotation, must_have_two_sides, places
from briefing.library.reviews.anchors import place_of
from briefing.library.reviews.applying import bring_up
from briefing.library.reviews.correcting import speaker_id
from briefing.library.reviews.cutting import kind_of
from briefing.library.reviews.decision import (
    LONGEST_NOTE,
    SAME_AS,
    UNDER_RULE,
    WHOLE,
    WORDS,
    Decision,
    Verdict,
    checked,
)
from briefing.library.reviews.fact_rows import parts
from briefing.library.reviews.finding import current_ids, decisions_about
from briefing.library.reviews.history import in_force
from briefing.library.reviews.holding import selected
from briefing.library.reviews.names import merges_of
from briefing.library.reviews.reading import Reading, both_ways, reading_in, record_of
from briefing.library.reviews.words_in import nearest
from briefing.library.state import changed
from briefing.library.store import Library
from briefing.tables import APART, UNSETTLED
from briefing.wording.notices import NAME_FIRST

NOT_THERE = "That name is not in the library any more; choose another one."


def decisions_of(library: Library, fact_id: str) -> list[Decision]:
    """Return all decisions on a fact, also those taken back, in the order they were made."""
    with library.reading() as connection:
        return decisions_about(connection, fact_id, record_of(fact_id))


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
    if (verdict == "corrected") != (field != WHOLE) or verdict in ("withdrawn", "added"):
        raise ReviewError("Confirm or reject a fact as a whole, or correct one of its fields.")
    if verdict == "corrected":
        return correct(library, fact_id, {field: value}, reviewer, note=note)[0]
    who, why = named(reviewer), reason(note)
    with library.writing(Deed(Action.CORRECT, (fact_id,), verdict)) as connection:
        readings = _standing(connection, fact_id)
        at = time_of(connection, readings)
        made = [
            decision_on(fact, reading, verdict, who, at, note=why)
            for fact, reading in readings.items()
        ]
        keep(connection, made)
    return made[0]


def correct(
    library: Library,
    fact_id: str,
    values: Mapping[str, str | None],
    reviewer: str,
    *,
    note: str | None = None,
) -> list[Decision]:
    """Correct fields of a fact, all or none of them; return one decision for each.

    Args:
        library: The library.
        fact_id: The fact.
        values: The corrected values by field.
        reviewer: Who decides, by name.
        note: The reason.

    Raises:
        ReviewError: There is no such fact, no name, or a value cannot be taken.
    """
    who, why, record = named(reviewer), reason(note), record_of(fact_id)
    known = {name: checked(record, name, value) for name, value in values.items()}
    said = f"corrected {', '.join(sorted(name.partition(':')[0] for name in known))}"
    with library.writing(Deed(Action.CORRECT, (fact_id,), said)) as connection:
        readings = _standing(connection, fact_id)
        for name, value in known.items():
            if name == "entity_id" or name.startswith(APART):
                must_be_somebody_else(connection, readings[fact_id].machine["entity_id"], value)
        if known.get(SAME_AS) is not None:
            _must_be_another(connection, readings[fact_id], str(known[SAME_AS]))
        if record == "quotes" and {WORDS, "kind"} & set(known):
            known |= _taken(connection, readings[fact_id], known)
        if record == "relations":
            row = readings[fact_id].now or readings[fact_id].machine
            must_have_two_sides({**row, **known})
        at = time_of(connection, readings)
        made = [
            decision_on(fact, reading, "corrected", who, at, field=name, value=value, note=why)
            for name, value in known.items()
            for fact, reading in readings.items()
            if fact == fact_id or name not in ("source", "target")
        ]
        keep(connection, made)
    return made


def undo(library: Library, fact_id: str, reviewer: str) -> Decision | None:
    """Take back what was decided last on a fact and stands, all that was saved at once.

    Returns:
        The last of these decisions; None where there is none.
    """
    return _take_back(library, fact_id, reviewer, _last_standing)


def redo(library: Library, fact_id: str, reviewer: str) -> Decision | None:
    """Let stand again what was taken back last, where nothing was decided since."""
    return _take_back(library, fact_id, reviewer, _last_taken_back)


def can_redo(library: Library, fact_id: str) -> bool:
    """Say whether a decision on a fact was taken back and nothing was decided since."""
    return bool(_last_taken_back(decisions_of(library, fact_id)))


def adrift(library: Library) -> list[Decision]:
    """Return the decisions that hold of nothing: their words are read as no fact any more.

    So do those on names that no article has. They are kept, and hold again when there is one.
    """
    review, held, named = schema.reviews.c, schema.reviewed.c, schema.entities.c.entity_id
    there = review.article_id.in_(sa.select(schema.articles.c.article_id))
    no_name = sa.and_(review.record == "entities", review.fact_id.not_in(sa.select(named)))
    with library.reading() as connection:
        decisions = selected(
            connection,
            sa.or_(there, no_name),
            review.fact_id.not_in(sa.select(held.fact_id)),
            review.field != UNDER_RULE,
        )
        found = current_ids(connection, decisions)
    return in_force([each for each in decisions if each.fact_id not in found])


def keep(connection: sa.Connection, decisions: Sequence[Decision]) -> None:
    """Append decisions in a write transaction and bring the library to them."""
    decisions = without_speakers(connection, decisions)
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
    choose: Callable[[Sequence[Decision]], list[Decision]],
) -> Decision | None:
    who = named(reviewer)
    deed = Deed(Action.CORRECT, (fact_id,), "taken back")
    with library.writing(deed) as connection:
        made = []
        chosen: Decision | None = None
        readings = _decided_at_once(connection, fact_id, choose)
        at = time_of(connection, readings)
        for fact, reading in readings.items():
            found = choose(decisions_about(connection, fact, reading.record))
            if not found or (chosen is not None and found[-1].at != chosen.at):
                continue
            chosen = chosen or found[-1]
            made += [
                decision_on(fact, reading, "withdrawn", who, at, value=each.review_id)
                for each in found
            ]
        keep(connection, made)
        deed.kept = bool(made)
    return chosen


def _decided_at_once(
    connection: sa.Connection,
    fact_id: str,
    choose: Callable[[Sequence[Decision]], list[Decision]],
) -> dict[str, Reading]:
    """Return a fact with those that one decision was on: of mentions all that were moved then."""
    review = schema.reviews.c
    found = both_ways(connection, fact_id)
    if found[fact_id].record == "mentions":
        chosen = choose(decisions_about(connection, fact_id, "mentions"))
        if chosen:
            last = chosen[-1]
            same = (
                sa.select(review.fact_id)
                .distinct()
                .where(
                    review.record == "mentions",
                    review.at == last.at,
                    review.reviewer == last.reviewer,
                )
            )
            for mention in connection.scalars(same):
                with suppress(ReviewError):  # its article is gone
                    found[mention] = reading_in(connection, mention)
    return found


def _last_standing(decisions: Sequence[Decision]) -> list[Decision]:
    return _saved_with_last(in_force(decisions))


def _saved_with_last(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the last decision with those that were saved at once with it."""
    return [
        each
        for each in decisions
        if (each.at, each.reviewer) == (decisions[-1].at, decisions[-1].reviewer)
    ]


def _last_taken_back(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the withdrawals to take back: the last that stand, of decisions, with none since."""
    by_id = {decision.review_id: decision for decision in decisions}
    taken: set[str] = set()
    found: list[Decision] = []
    for decision in reversed(decisions):
        if decision.review_id in taken:
            continue
        if decision.verdict != "withdrawn":
            break
        taken.add(decision.value or "")
        meant = by_id.get(decision.value or "")
        if meant is not None and meant.verdict != "withdrawn":
            found.insert(0, decision)
    return _saved_with_last(found)


def _standing(connection: sa.Connection, fact_id: str) -> dict[str, Reading]:
    """Return a fact as `both_ways` does, to be decided on.

    Raises:
        ReviewError: It was added and taken back.
    """
    found = both_ways(connection, fact_id)
    reading = found[fact_id]
    if reading.added and reading.now is None and reading.held is None:
        raise ReviewError("This was added and taken back; choose Redo first.")
    return found


def _taken(
    connection: sa.Connection, reading: Reading, known: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Return the words and the kind of a quotation as they are kept, once they fit together."""
    row = reading.now or reading.machine
    place = places(connection, [row["article_id"]])[row["article_id"]]
    start, end = row["start"], row["end"]
    if (words := known.get(WORDS)) is not None:
        start, end = nearest(place.text, words, start)
    kind = str(known.get("kind") or row["kind"])
    if kind == UNSETTLED:
        kind = kind_of(place.text, start, end)
    start, end = must_be_a_quotation(place.text, start, end, kind)
    return {WORDS: place.text[start:end]} if words is not None else {}


def decision_on(
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
    """Return a new decision on a fact, with the words that it was read from."""
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


def time_of(connection: sa.Connection, facts: Iterable[str]) -> str:
    """Return the time at which facts are decided on, as it is kept.

    It is after all that was decided on them before, also by a clock that is ahead: whoever decides
    last has seen the rest.
    """
    review, now = schema.reviews.c, moment("milliseconds")
    lasts = [
        connection.scalar(sa.select(sa.func.max(review.at)).where(review.fact_id.in_(part)))
        for part in parts(facts)
    ]
    last = max(filter(None, lasts), default="")
    if last < now:
        return now
    try:
        after = datetime.fromisoformat(last) + timedelta(milliseconds=1)
    except (ValueError, OverflowError):  # as a pack may have it; the later row wins
        return last
    return after.isoformat(timespec="milliseconds")


def must_be_somebody_else(connection: sa.Connection, entity_id: str, value: str | None) -> None:
    """Raise a ReviewError where mentions of an entity cannot be given to another one.

    Args:
        connection: A write transaction.
        entity_id: Whom they were read for.
        value: The other one's id, or the name of somebody new.
    """
    known, meant = schema.entities.c, speaker_id(value or "")
    if entity_id.startswith("country:"):
        raise ReviewError("The mentions of a country cannot be given to another name.")
    if meant == entity_id:
        raise ReviewError("That is the same name; choose or type another one.")
    query = sa.select(known.entity_id).where(known.entity_id == meant)
    if ":" in (value or "") and connection.scalar(query) is None:
        raise ReviewError(NOT_THERE)


def _must_be_another(connection: sa.Connection, reading: Reading, value: str) -> None:
    """Raise a ReviewError where an entity cannot be merged into another one."""
    entity = reading.machine["entity_id"]
    if reading.machine["kind"] == "country":
        raise ReviewError("A country cannot be made part of another name.")
    known = schema.entities.c.entity_id
    if connection.scalar(sa.select(known).where(known == value)) is None:
        raise ReviewError(NOT_THERE)
    if entity in (value, merges_of(connection).get(value)):
        raise ReviewError("A name cannot be merged into itself; undo the other merger first.")


def named(reviewer: str) -> str:
    """Return the name of who decides as it is kept.

    Raises:
        ReviewError: There is none.
    """
    name = " ".join(reviewer.split())
    if not name:
        raise ReviewError(NAME_FIRST)
    return name[:80]


def reason(note: str | None) -> str | None:
    """Return a reason as it is kept; None for none.

    Raises:
        ReviewError: It is too long.
    """
    plain = (note or "").strip()
    if len(plain) > LONGEST_NOTE:
        raise ReviewError(f"The reason is longer than {LONGEST_NOTE:,} letters; shorten it.")
    return plain or None
