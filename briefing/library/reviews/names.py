"""What people decided on entities: their names and kinds, and which are one and the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.library import schema
from briefing.library.reviews.correcting import NAMING, Countries, Merges, speaker_id
from briefing.library.reviews.decision import SAME_AS, Decision
from briefing.library.reviews.fact_rows import keep_machine, parts
from briefing.library.reviews.history import held
from briefing.library.reviews.holding import keep_held, selected
from briefing.library.rows import Row
from briefing.tables import APART

_OWN = ("name", "kind", "country")
"""Fields that are columns of the entity's row."""


def apply_to_entities(
    connection: sa.Connection, entity_ids: Sequence[str], new: Iterable[str] = ()
) -> list[str]:
    """Bring entities to what people decided on them.

    Args:
        connection: A write transaction.
        entity_ids: The entities; those that nothing was decided on are left alone.
        new: Those that the library did not have before: what was merged into them is theirs now.

    Returns:
        The articles that name those that changed, before or after: they are to be brought up, and
        their counts made anew.
    """
    review, fresh = schema.reviews.c, set(new)
    theirs = review.record == "entities"
    leads_on = sa.or_(review.field == SAME_AS, review.field.startswith(APART, autoescape=True))
    asked = set(
        connection.scalars(
            sa.select(review.fact_id).where(theirs, leads_on, review.value.in_(fresh))
        )
    )
    by_entity: dict[str, list[Decision]] = defaultdict(list)
    for part in parts({*entity_ids, *asked}):
        for decision in selected(connection, theirs, review.fact_id.in_(part)):
            by_entity[decision.fact_id].append(decision)
    touched: set[str] = set()
    for entity_id, decisions in by_entity.items():
        into = {speaker_id(each.value) for each in decisions if _leads_on(each) and each.value}
        if _apply(connection, entity_id, decisions) or into & fresh:
            touched |= {entity_id, *into}
    meant = sa.select(review.article_id).where(
        review.record == "mentions", review.value.in_(fresh), review.article_id.is_not(None)
    )
    return sorted({*_naming(connection, touched), *connection.scalars(meant)})


def _leads_on(decision: Decision) -> bool:
    """Say whether a decision on an entity names another one, whose mentions it changes."""
    return decision.field == SAME_AS or decision.field.startswith(APART)


def _apply(connection: sa.Connection, entity_id: str, decisions: Sequence[Decision]) -> bool:
    """Bring one entity to the decisions on it; return whether that changed anything."""
    known, kept, reviewed = schema.entities.c, schema.machine.c, schema.reviewed.c
    found = (
        connection.execute(sa.select(schema.entities).where(known.entity_id == entity_id))
        .mappings()
        .one_or_none()
    )
    if found is None:
        return False
    before = connection.scalar(sa.select(reviewed.fields).where(reviewed.fact_id == entity_id))
    machine = connection.scalar(sa.select(kept.rows).where(kept.fact_id == entity_id))
    row: Row = json.loads(machine)["entities"][0] if machine is not None else dict(found)
    for table in (schema.machine, schema.reviewed):
        connection.execute(table.delete().where(table.c.fact_id == entity_id))
    holds = held(decisions)
    fields = dict(holds.fields) if holds is not None else {}
    if holds is not None:
        keep_held(connection, {entity_id: (decisions[-1], holds)})
    own = {name: value for name, value in fields.items() if name in _OWN}
    if own:
        keep_machine(connection, "entities", {entity_id: {"entities": [row]}})
    now = row | own
    connection.execute(schema.entities.update().where(known.entity_id == entity_id).values(now))
    return dict(found) != now or json.loads(before or "{}") != fields


def merges_of(connection: sa.Connection) -> Merges:
    """Return which entity of the library stands for which other one, whatever lies between."""
    review = schema.reviews.c
    ever = sa.select(review.fact_id).where(review.field == SAME_AS)
    by_entity: dict[str, list[Decision]] = defaultdict(list)
    for decision in selected(connection, review.fact_id.in_(ever)):
        by_entity[decision.fact_id].append(decision)
    found: dict[str, str] = {}
    for entity, decisions in by_entity.items():
        holds = held(decisions)
        if holds is not None and (into := holds.fields.get(SAME_AS)):
            found[entity] = into
    last = {entity: _last(entity, found) for entity in found}
    key = schema.entities.c.entity_id
    there = set(connection.scalars(sa.select(key).where(key.in_(set(last.values())))))
    return {entity: into for entity, into in last.items() if into in there}


def countries_given(connection: sa.Connection) -> Countries:
    """Return the countries that people gave entities in the place of those that were read."""
    held = schema.reviewed.c
    found: dict[str, str | None] = {}
    query = sa.select(held.fact_id, held.fields).where(held.record == "entities")
    for row in connection.execute(query):
        fields = json.loads(row.fields)
        if "country" in fields and not row.fact_id.startswith("country:"):
            found[row.fact_id] = fields["country"]
    return found


def _last(entity: str, merges: Mapping[str, str]) -> str:
    passed = {entity}
    while (into := merges.get(entity)) is not None and into not in passed:
        passed.add(into)
        entity = into
    return entity


def naming_merged(
    connection: sa.Connection, record: str, merges: Merges, article_ids: Sequence[str]
) -> set[str]:
    """Return the facts of articles that name an entity that was merged into another one."""
    if not merges:
        return set()
    table = schema.TABLES[record]
    key, part = table.c[schema.FACT_KEYS[record]], schema.involvements.c
    names = list(merges)
    ways: list[sa.ColumnElement[bool]] = []
    for column in NAMING[record]:
        if column in ("attributed_to", "denied_by"):
            ways += [sa.func.instr(table.c[column], name) > 0 for name in names]
        else:
            ways.append(table.c[column].in_(names))
    if record != "mentions":
        ways.append(key.in_(sa.select(part.fact_id).where(part.entity_id.in_(names))))
    return {
        fact
        for some in parts(article_ids)
        for fact in connection.scalars(
            sa.select(key).where(table.c.article_id.in_(some), sa.or_(*ways))
        )
    }


def _naming(connection: sa.Connection, entity_ids: Iterable[str]) -> list[str]:
    """Return the articles whose rows name entities."""
    return sorted(
        {
            article
            for part in parts(entity_ids)
            for table in (schema.mentions, schema.involvements)
            for article in connection.scalars(
                sa.select(table.c.article_id).distinct().where(table.c.entity_id.in_(part))
            )
        }
    )


def add_named(connection: sa.Connection, fields: Iterable[Mapping[str, str | None]]) -> Countries:
    """Add the new people whom corrections name; return the countries of all whom they name."""
    names = {
        value: speaker_id(value)
        for each in fields
        for name in ("speaker_id", "entity_id")
        if (value := each.get(name))
    }
    new = [
        {"entity_id": entity, "kind": "person", "name": value, "country": None, "wikidata": None}
        for value, entity in names.items()
        if value != entity
    ]
    if new:
        connection.execute(insert(schema.entities).on_conflict_do_nothing(), new)
    entity = schema.entities.c
    return {
        row.entity_id: row.country
        for part in parts(set(names.values()))
        for row in connection.execute(
            sa.select(entity.entity_id, entity.country).where(entity.entity_id.in_(part))
        )
    }
