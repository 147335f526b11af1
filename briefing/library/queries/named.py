"""The names of entities."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.queries._select import shown_name
from briefing.library.store import Library


def names_of_entities(library: Library, entity_ids: Sequence[str]) -> dict[str, str]:
    """Return the names by which entities are shown, by id; unknown ids are left out."""
    entity = schema.entities.c
    query = sa.select(entity.entity_id, shown_name()).where(entity.entity_id.in_(list(entity_ids)))
    with library.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}
