"""The library's tables as they stand after all decisions of people.

The tables of facts hold what people made of the reading, so every answer, count, picture and file
has that. The program's own reading of what was corrected or rejected lies in table `machine`, and
what holds of each fact in table `reviewed`. Both are made anew for an article whenever a decision
on it comes, or another reading of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from briefing.library import schema, tallies
from briefing.library.reviews.adding import Place, recut
from briefing.library.reviews.correcting import (
    Countries,
    Merges,
    corrected,
    merged,
    of_countries,
    speaker_id,
)
from briefing.library.reviews.decision import UNDER_RULE, WORDS, Decision
from briefing.library.reviews.details import apply_to_articles, put
from briefing.library.reviews.fact_rows import (
    Rows,
    by_table,
    facts_of,
    keep_machine,
    parts,
    write_facts,
)
from briefing.library.reviews.finding import CHANGED, by_fact_of
from briefing.library.reviews.history import Held, held
from briefing.library.reviews.holding import keep_held, selected
from briefing.library.reviews.names import (
    add_named,
    apply_to_entities,
    countries_given,
    merges_of,
    naming_merged,
)
from briefing.library.reviews.putting_in import added_facts, put_in
from briefing.library.reviews.splitting import Moves, moved, moves_of, names_in, splits_of


def apply_reviews(connection: sa.Connection, article_ids: Sequence[str]) -> set[str]:
    """Bring articles to what people decided on their facts.

    Args:
        connection: A write transaction.
        article_ids: The articles; each as it was read, or as it stands after earlier decisions.

    Returns:
        Those in which something else holds now: the counts that are kept of them are to be made
        anew. A confirmed fact counts as it did before, unless its certainty was low.
    """
    decisions, merges = _decisions(connection, article_ids), merges_of(connection)
    splits, given = splits_of(connection), countries_given(connection)
    if not (decisions or merges or splits or given or _was_decided(connection, article_ids)):
        return set()
    before = _holding(connection, article_ids)
    as_read(connection, article_ids)
    by_fact = by_fact_of(connection, decisions)
    holding = {fact: found for fact, each in by_fact.items() if (found := held(each)) is not None}
    new, place_of = added_facts(connection, by_fact, holding)
    single = {
        fact: to
        for fact, found in holding.items()
        if by_fact[fact][0].record == "mentions" and (to := found.fields.get("entity_id"))
    }
    add_named(connection, [{"entity_id": name} for name in (*single.values(), *names_in(splits))])
    single = {fact: speaker_id(to) for fact, to in single.items()}
    moves = moves_of(connection, article_ids, single, splits)
    keep_held(connection, {fact: (by_fact[fact][-1], found) for fact, found in holding.items()})
    of_articles: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.record == "articles" and decision.field != UNDER_RULE:
            of_articles[decision.fact_id].append(decision)
    apply_to_articles(connection, of_articles)
    for record in CHANGED:
        fresh = {fact: rows for fact, rows in new.items() if by_fact[fact][0].record == record}
        put_in(connection, record, fresh, holding)
        others = merges if record == "mentions" else {**dict.fromkeys(given, ""), **merges}
        merging = naming_merged(connection, record, others, article_ids)
        leaving = dict.fromkeys(moves.entities, "")
        following = naming_merged(connection, record, leaving, list(moves.articles))
        changed: dict[str, Held | None] = dict.fromkeys(merging | following)
        changed |= {
            fact: found
            for fact, found in holding.items()
            if by_fact[fact][0].record == record and (found.fields or found.verdict == "rejected")
        }
        if changed:
            _change(connection, record, changed, _Ways(merges, moves, given, place_of, fresh))
    return _otherwise(connection, before, _holding(connection, article_ids))


def bring_up(
    connection: sa.Connection, article_ids: Sequence[str], entity_ids: Sequence[str] = ()
) -> None:
    """Bring articles and entities to what people decided, with the counts that are kept of them."""
    renamed = apply_to_entities(connection, entity_ids)
    otherwise = apply_reviews(connection, sorted({*article_ids, *renamed}))
    if counted := sorted({*otherwise, *renamed}):
        tallies.refresh_facts(connection, counted)


_Holding = Mapping[str, tuple[str, str, str]]
"""Of each fact its article, the verdict and the corrected fields."""


def _holding(connection: sa.Connection, article_ids: Sequence[str]) -> _Holding:
    held = schema.reviewed.c
    return {
        row.fact_id: (row.article_id, row.verdict, row.fields)
        for part in parts(article_ids)
        for row in connection.execute(
            sa.select(held.fact_id, held.article_id, held.verdict, held.fields).where(
                held.article_id.in_(part)
            )
        )
    }


def _otherwise(connection: sa.Connection, before: _Holding, after: _Holding) -> set[str]:
    """Return the articles of facts that are counted otherwise than before."""
    found: set[str] = set()
    confirmed: dict[str, str] = {}
    for fact in before.keys() | after.keys():
        was, now = before.get(fact), after.get(fact)
        if was == now:
            continue
        article = (now or was or ("",))[0]
        if all(each is None or each[1] == "confirmed" for each in (was, now)):
            confirmed[fact] = article
        else:
            found.add(article)
    for name in ("events", "relations"):
        table = schema.TABLES[name]
        key = table.c[schema.FACT_KEYS[name]]
        for part in parts(confirmed):
            low = sa.select(key).where(key.in_(part), table.c.certainty == "low")
            found |= {confirmed[fact] for fact in connection.scalars(low)}
    return found


def reviewed_articles(connection: sa.Connection) -> list[str]:
    """Return the articles of the library on whose facts somebody decided."""
    article, review = schema.articles.c, schema.reviews.c
    query = sa.select(article.article_id).where(
        article.article_id.in_(sa.select(review.article_id))
    )
    return list(connection.scalars(query))


def as_read(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Put the program's own reading of articles back in the place of what people made of it."""
    machine = schema.machine.c
    for part in parts(article_ids):
        rows = connection.execute(
            sa.select(machine.fact_id, machine.record, machine.rows).where(
                machine.article_id.in_(part)
            )
        ).all()
        for row in rows:
            if row.record == "articles":
                put(connection, row.fact_id, json.loads(row.rows)["articles"][0])
        for record in CHANGED:
            facts = {row.fact_id: json.loads(row.rows) for row in rows if row.record == record}
            if facts:
                write_facts(connection, record, facts)
        for table in (schema.machine, schema.reviewed):
            connection.execute(table.delete().where(table.c.article_id.in_(part)))


def _was_decided(connection: sa.Connection, article_ids: Sequence[str]) -> bool:
    return any(
        connection.scalar(sa.select(table.c.fact_id).where(table.c.article_id.in_(part)).limit(1))
        for table in (schema.reviewed, schema.machine)
        for part in parts(article_ids)
    )


def _decisions(connection: sa.Connection, article_ids: Sequence[str]) -> list[Decision]:
    review = schema.reviews.c
    return [
        decision
        for part in parts(article_ids)
        for decision in selected(connection, review.article_id.in_(part))
    ]


@dataclass(frozen=True, slots=True)
class _Ways:
    """By what facts are changed besides the decisions on them.

    Attributes:
        merges: Entities that stand for others.
        moves: Mentions that stand for others.
        given: The countries that people gave entities.
        place_of: The articles that quotations are cut from.
        fresh: The facts that people added.
    """

    merges: Merges
    moves: Moves
    given: Countries
    place_of: Mapping[str, Place]
    fresh: Collection[str]


def _change(
    connection: sa.Connection, record: str, changed: Mapping[str, Held | None], ways: _Ways
) -> None:
    """Correct facts, and take out what was rejected; the program's own reading is kept."""
    facts = facts_of(connection, record, changed)
    fields = {fact: found.fields for fact, found in changed.items() if found is not None}
    countries = add_named(connection, fields.values())
    new: dict[str, Rows | None] = {}
    for fact, rows in facts.items():
        found, given = changed[fact], fields.get(fact, {})
        made = moved(record, rows, ways.moves, added=fact in ways.fresh)
        if record != "mentions":  # which stand for whom they moved to
            made = corrected(record, made, given, countries)
        if record == "quotes" and {WORDS, "kind"} & set(given):
            made = recut(made, given.get(WORDS), ways.place_of[rows.row["article_id"]])
        made = of_countries(merged(record, made, ways.merges), ways.given)
        rejected = found is not None and found.verdict == "rejected"
        with_itself = record == "relations" and made.row["source"] == made.row["target"]
        if rejected or with_itself:
            new[fact] = None
        elif found is not None or made != rows:
            new[fact] = by_table(record, made)
    own = {fact: by_table(record, facts[fact]) for fact in new if fact not in ways.fresh}
    keep_machine(connection, record, own, {fact: facts[fact].row["article_id"] for fact in own})
    write_facts(connection, record, new)
