"""The library's tables as they stand after all decisions of people.

The tables of facts hold what people made of the reading, so every answer, count, picture and file
has that. The program's own reading of what was corrected or rejected lies in table `machine`, and
what holds of each fact in table `reviewed`. Both are made anew for an article whenever a decision
on it comes, or another reading of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.library import schema, tallies
from briefing.library.reviews.anchors import fact_of
from briefing.library.reviews.correcting import Countries, FactRows, Row, corrected, speaker_id
from briefing.library.reviews.decision import Decision
from briefing.library.reviews.history import Held, held

_AT_ONCE = 5_000
"""Values in one condition; SQLite takes 32,766."""

_FACTS = ("quotes", "events", "relations")


def apply_reviews(connection: sa.Connection, article_ids: Sequence[str]) -> bool:
    """Bring articles to what people decided on their facts.

    Args:
        connection: A write transaction.
        article_ids: The articles; each as it was read, or as it stands after earlier decisions.

    Returns:
        Whether anything of them was decided, now or before: their counts are to be made anew.
    """
    decisions = _decisions(connection, article_ids)
    if not decisions and not _was_decided(connection, article_ids):
        return False
    put_back(connection, article_ids)
    _forget(connection, article_ids)
    by_fact = _sorted(connection, decisions)
    holding = {fact: found for fact, each in by_fact.items() if (found := held(each)) is not None}
    _keep(connection, {fact: (by_fact[fact][-1], found) for fact, found in holding.items()})
    for record in _FACTS:
        changed = {
            fact: found
            for fact, found in holding.items()
            if by_fact[fact][0].record == record and (found.fields or found.verdict == "rejected")
        }
        if changed:
            _change(connection, record, changed)
    return True


def apply_to_entities(connection: sa.Connection, entity_ids: Sequence[str]) -> list[str]:
    """Bring entities to what people decided on them.

    Args:
        connection: A write transaction.
        entity_ids: The entities; those that nothing was decided on are left alone.

    Returns:
        The articles that name those that changed: their counts are to be made anew.
    """
    review, machine = schema.reviews.c, schema.machine.c
    by_entity: dict[str, list[Decision]] = defaultdict(list)
    for part in _parts(entity_ids):
        for decision in selected(connection, review.record == "entities", review.fact_id.in_(part)):
            by_entity[decision.fact_id].append(decision)
    known = schema.entities.c
    touched: list[str] = []
    for entity_id, decisions in by_entity.items():
        kept = connection.scalar(sa.select(machine.rows).where(machine.fact_id == entity_id))
        if kept is not None:
            (row,) = json.loads(kept)["entities"]
            connection.execute(
                schema.entities.update().where(known.entity_id == entity_id).values(row)
            )
        for table in (schema.machine, schema.reviewed):
            connection.execute(table.delete().where(table.c.fact_id == entity_id))
        query = sa.select(schema.entities).where(known.entity_id == entity_id)
        found = connection.execute(query).mappings().one_or_none()
        if found is None:
            continue
        touched.append(entity_id)
        holds = held(decisions)
        if holds is None:
            continue
        _keep(connection, {entity_id: (decisions[-1], holds)})
        if holds.fields:
            _keep_machine(connection, "entities", {entity_id: {"entities": [dict(found)]}}, {})
            connection.execute(
                schema.entities.update().where(known.entity_id == entity_id).values(holds.fields)
            )
    return _naming(connection, touched)


def bring_up(
    connection: sa.Connection, article_ids: Sequence[str], entity_ids: Sequence[str] = ()
) -> None:
    """Bring articles and entities to what people decided, with the counts that are kept of them."""
    touched = set(apply_to_entities(connection, entity_ids))
    if apply_reviews(connection, article_ids):
        touched.update(article_ids)
    tallies.refresh(connection, sorted(touched))


def reviewed_articles(connection: sa.Connection) -> list[str]:
    """Return the articles of the library on whose facts somebody decided."""
    article, review = schema.articles.c, schema.reviews.c
    query = sa.select(article.article_id).where(
        article.article_id.in_(sa.select(review.article_id))
    )
    return list(connection.scalars(query))


def put_back(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Put the program's own reading of articles back in the place of what people made of it."""
    machine = schema.machine.c
    for part in _parts(article_ids):
        rows = connection.execute(
            sa.select(machine.fact_id, machine.record, machine.rows).where(
                machine.article_id.in_(part)
            )
        ).all()
        for record in _FACTS:
            facts = {row.fact_id: json.loads(row.rows) for row in rows if row.record == record}
            if facts:
                _write(connection, record, facts)


def _forget(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    for table in (schema.machine, schema.reviewed):
        for part in _parts(article_ids):
            connection.execute(table.delete().where(table.c.article_id.in_(part)))


def _was_decided(connection: sa.Connection, article_ids: Sequence[str]) -> bool:
    reviewed = schema.reviewed.c
    return any(
        connection.scalar(sa.select(reviewed.fact_id).where(reviewed.article_id.in_(part)).limit(1))
        for part in _parts(article_ids)
    )


def _decisions(connection: sa.Connection, article_ids: Sequence[str]) -> list[Decision]:
    review = schema.reviews.c
    return [
        decision
        for part in _parts(article_ids)
        for decision in selected(connection, review.article_id.in_(part))
    ]


def selected(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Decision]:
    """Return the decisions that pass, in the order in which they were made."""
    query = (
        sa.select(*(schema.reviews.c[name] for name in Decision.__dataclass_fields__))
        .where(*conditions)
        .order_by(schema.reviews.c.at, sa.literal_column("reviews.rowid"))
    )
    return [Decision(**row) for row in connection.execute(query).mappings()]


def _sorted(connection: sa.Connection, decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Sort decisions by the fact that each is about now, without those whose words are gone."""
    by_record: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_record[decision.record].append(decision)
    found: dict[str, list[Decision]] = defaultdict(list)
    for record in _FACTS:
        asked = by_record[record]
        there = _there(connection, record, {decision.fact_id for decision in asked})
        lost = [decision for decision in asked if decision.fact_id not in there]
        rows = _rows_of(connection, record, {str(decision.article_id) for decision in lost})
        for decision in asked:
            fact = decision.fact_id
            if fact not in there:
                again = fact_of(decision, rows[str(decision.article_id)])
                if again is None:
                    continue
                fact = again
            found[fact].append(decision)
    return found


def current_ids(connection: sa.Connection, decisions: Sequence[Decision]) -> set[str]:
    """Return those ids of decisions that stand for a fact of today's reading, whatever its id."""
    by_fact = _sorted(connection, decisions)
    return {decision.fact_id for each in by_fact.values() for decision in each}


def _there(connection: sa.Connection, record: str, ids: set[str]) -> set[str]:
    key = schema.TABLES[record].c[schema.FACT_KEYS[record]]
    return {
        fact
        for part in _parts(ids)
        for fact in connection.scalars(sa.select(key).where(key.in_(part)))
    }


def _rows_of(connection: sa.Connection, record: str, article_ids: set[str]) -> dict[str, list[Row]]:
    table = schema.TABLES[record]
    found: dict[str, list[Row]] = defaultdict(list)
    for part in _parts(article_ids):
        query = sa.select(table).where(table.c.article_id.in_(part))
        for row in connection.execute(query).mappings():
            found[row["article_id"]].append(dict(row))
    return found


def _keep(connection: sa.Connection, holding: Mapping[str, tuple[Decision, Held]]) -> None:
    rows = [
        {
            "fact_id": fact,
            "article_id": decision.article_id,
            "record": decision.record,
            "verdict": found.verdict,
            "fields": json.dumps(dict(found.fields)),
            "reviewer": found.reviewer,
            "at": found.at,
            "note": found.note,
            "others": json.dumps(
                [
                    {
                        "reviewer": other.reviewer,
                        "verdict": other.verdict,
                        "fields": dict(other.fields),
                        "at": other.at,
                    }
                    for other in found.others
                ]
            ),
        }
        for fact, (decision, found) in holding.items()
    ]
    if rows:
        connection.execute(schema.reviewed.insert(), rows)


def _change(connection: sa.Connection, record: str, changed: Mapping[str, Held]) -> None:
    """Correct facts, and take out what was rejected; the program's own reading is kept."""
    facts = _facts(connection, record, changed)
    articles = {fact: rows.row["article_id"] for fact, rows in facts.items()}
    _keep_machine(
        connection, record, {fact: _plain(record, rows) for fact, rows in facts.items()}, articles
    )
    countries = _named(connection, [found.fields for found in changed.values()])
    new: dict[str, Mapping[str, list[Row]] | None] = {}
    for fact, rows in facts.items():
        found = changed[fact]
        if found.verdict == "rejected":
            new[fact] = None
        else:
            new[fact] = _plain(record, corrected(record, rows, found.fields, countries))
    _write(connection, record, new)


def _facts(connection: sa.Connection, record: str, ids: Iterable[str]) -> dict[str, FactRows]:
    table, key = schema.TABLES[record], schema.FACT_KEYS[record]
    rows: dict[str, Row] = {}
    parts: dict[str, list[Row]] = defaultdict(list)
    pieces: dict[str, list[Row]] = defaultdict(list)
    for part in _parts(ids):
        for row in connection.execute(sa.select(table).where(table.c[key].in_(part))).mappings():
            rows[row[key]] = dict(row)
        involved = schema.involvements
        query = sa.select(involved).where(involved.c.fact_id.in_(part))
        for row in connection.execute(query).mappings():
            parts[row["fact_id"]].append(dict(row))
        if record == "quotes":
            piece = schema.fragments
            for row in connection.execute(
                sa.select(piece).where(piece.c.quote_id.in_(part))
            ).mappings():
                pieces[row["quote_id"]].append(dict(row))
    return {
        fact: FactRows(row, tuple(parts[fact]), tuple(pieces[fact])) for fact, row in rows.items()
    }


def _plain(record: str, fact: FactRows) -> dict[str, list[Row]]:
    return {
        record: [fact.row],
        "involvements": list(fact.involvements),
        "fragments": list(fact.fragments),
    }


def _keep_machine(
    connection: sa.Connection,
    record: str,
    facts: Mapping[str, Mapping[str, list[Row]]],
    articles: Mapping[str, str],
) -> None:
    rows = [
        {
            "fact_id": fact,
            "article_id": articles.get(fact),
            "record": record,
            "rows": json.dumps(tables),
        }
        for fact, tables in facts.items()
    ]
    if rows:
        connection.execute(schema.machine.insert(), rows)


def _write(
    connection: sa.Connection, record: str, facts: Mapping[str, Mapping[str, list[Row]] | None]
) -> None:
    """Put rows in the place of those of facts; of None nothing is put there."""
    table, key = schema.TABLES[record], schema.FACT_KEYS[record]
    for part in _parts(facts):
        connection.execute(table.delete().where(table.c[key].in_(part)))
        connection.execute(
            schema.involvements.delete().where(schema.involvements.c.fact_id.in_(part))
        )
    for name in (record, "involvements", "fragments"):
        rows = [row for tables in facts.values() if tables for row in tables.get(name, ())]
        if rows:
            connection.execute(schema.TABLES[name].insert(), rows)


def _named(connection: sa.Connection, fields: Iterable[Mapping[str, str | None]]) -> Countries:
    """Return the countries of entities that corrections name; new people are added."""
    names = {value: speaker_id(value) for each in fields if (value := each.get("speaker_id"))}
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
        for part in _parts(set(names.values()))
        for row in connection.execute(
            sa.select(entity.entity_id, entity.country).where(entity.entity_id.in_(part))
        )
    }


def _naming(connection: sa.Connection, entity_ids: Sequence[str]) -> list[str]:
    """Return the articles whose rows name entities."""
    return sorted(
        {
            article
            for part in _parts(entity_ids)
            for table in (schema.mentions, schema.involvements)
            for article in connection.scalars(
                sa.select(table.c.article_id).distinct().where(table.c.entity_id.in_(part))
            )
        }
    )


def _parts(values: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(values)
    while part := list(islice(waiting, _AT_ONCE)):
        yield part
