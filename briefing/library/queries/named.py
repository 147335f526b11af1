"""The names of entities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.queries._select import shown_name
from briefing.library.store import Library


def names_of_entities(library: Library, entity_ids: Sequence[str]) -> dict[str, str]:
    """Return the names by which entities are shown, by id; unknown ids are left out."""
    entity = schema.entities.c
    query = sa.select(entity.entity_id, shown_name()).where(entity.entity_id.in_(list(entity_ids)))
    return name_by_id(library, query)


def name_by_id(library: Library, query: sa.Select[tuple[str, Any]]) -> dict[str, str]:
    """Run a query for ids and names; return the names by id, in the query's order."""
    with library.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}
