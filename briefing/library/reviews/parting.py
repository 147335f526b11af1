"""Splits an entity: some of what was read as its mentions is somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.access import Action, Deed
from briefing.errors import ReviewError
from briefing.library.reviews.decision import checked
from briefing.library.reviews.keeping import (
    correct,
    decision_on,
    keep,
    must_be_somebody_else,
    named,
    reason,
    time_of,
)
from briefing.library.reviews.reading import reading_in
from briefing.library.store import Library
from briefing.tables import APART


def split_name(
    library: Library,
    entity_id: str,
    words: str,
    to: str,
    reviewer: str,
    *,
    note: str | None = None,
) -> str:
    """Give a name of an entity to another one, in the whole library and what is added to it.

    Args:
        library: The library.
        entity_id: The entity.
        words: The name as articles write it, such as a surname alone.
        to: Who is meant: an entity's id, or the name of a new person.
        reviewer: Who decides, by name.
        note: The reason.

    Returns:
        The id by which the decision is undone: the entity's.

    Raises:
        ReviewError: There is no such entity or name, or it is the same one.
    """
    name = " ".join(words.split())
    correct(library, entity_id, {f"{APART}{name}": to}, reviewer, note=note)
    return entity_id


def split_mentions(
    library: Library,
    mention_ids: Sequence[str],
    to: str,
    reviewer: str,
    *,
    note: str | None = None,
) -> str:
    """Give mentions to another entity, all or none of them; one undo takes all of it back.

    Args:
        library: The library.
        mention_ids: The mentions.
        to: Who is meant: an entity's id, or the name of a new person.
        reviewer: Who decides, by name.
        note: The reason.

    Returns:
        The id by which the decision is undone: the first mention's.

    Raises:
        ReviewError: There is no mention, one of them is not there, or it is the same entity.
    """
    if not mention_ids:
        raise ReviewError("Choose the mentions that are somebody else.")
    who, why = named(reviewer), reason(note)
    meant = checked("mentions", "entity_id", to)
    deed = Deed(Action.CORRECT, mention_ids, "given to another name")
    with library.writing(deed) as connection:
        made, at = [], time_of(connection, mention_ids)
        for mention in mention_ids:
            reading = reading_in(connection, mention)
            must_be_somebody_else(connection, reading.machine["entity_id"], meant)
            made.append(
                decision_on(
                    mention, reading, "corrected", who, at, field="entity_id", value=meant, note=why
                )
            )
        keep(connection, made)
    return mention_ids[0]
