"""Mentions that stand for somebody else than they were read for, and the facts that follow them.

A person says so of single mentions, or of a name wherever it stands for an entity. Pronouns and
descriptions that were traced to such a mention go with it; so does a quotation whose speaker is
named by it, and every other fact whose sentence names the entity by such mentions alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.reviews.correcting import FactRows, Merges, merged, speaker_id
from briefing.library.reviews.decision import Decision
from briefing.library.reviews.fact_rows import parts
from briefing.library.reviews.history import held
from briefing.library.reviews.holding import selected
from briefing.library.rows import Row
from briefing.tables import APART

Splits = Mapping[str, Mapping[str, str]]
"""Of each entity the names, as written, that stand for another one, with its id or new name."""


@dataclass(frozen=True, slots=True)
class _Mention:
    mention_id: str
    start: int
    end: int
    sentence: int
    entity: str
    to: str | None


@dataclass(frozen=True, slots=True)
class Moves:
    """What mentions of articles stand for now.

    Attributes:
        of_mentions: The new entity of each mention that moved.
        entities: The entities that mentions moved away from.
        articles: The mentions of each article that name such an entity.
    """

    of_mentions: Mapping[str, str]
    entities: Collection[str]
    articles: Mapping[str, Sequence[_Mention]]


def splits_of(connection: sa.Connection) -> Splits:
    """Return the names of the library's entities that stand for others."""
    review = schema.reviews.c
    ever = sa.select(review.fact_id).where(review.field.startswith(APART, autoescape=True))
    by_entity: dict[str, list[Decision]] = defaultdict(list)
    for decision in selected(connection, review.fact_id.in_(ever)):
        by_entity[decision.fact_id].append(decision)
    found = {}
    for entity, decisions in by_entity.items():
        holds = held(decisions)
        names = {
            field.removeprefix(APART): value
            for field, value in (holds.fields if holds is not None else {}).items()
            if field.startswith(APART) and value
        }
        if names:
            found[entity] = names
    return found


def names_in(splits: Splits) -> list[str]:
    """Return the ids and new names that splits lead to."""
    return [value for names in splits.values() for value in names.values()]


def moves_of(
    connection: sa.Connection,
    article_ids: Iterable[str],
    single: Mapping[str, str],
    splits: Splits,
) -> Moves:
    """Return what mentions of articles stand for.

    Args:
        connection: A write transaction; the articles stand as they were read.
        article_ids: The articles.
        single: The new entity of single mentions, by id.
        splits: What holds in the whole library.
    """
    rows = _mentions(connection, article_ids, single, splits)
    targets = {*map(speaker_id, names_in(splits)), *single.values()}
    known = schema.entities.c.entity_id
    there = {
        entity
        for part in parts(targets)
        for entity in connection.scalars(sa.select(known).where(known.in_(part)))
    }
    to: dict[str, str] = {}
    for row in rows:
        words = " ".join(row["text"].split())
        new = single.get(row["mention_id"]) or splits.get(row["entity_id"], {}).get(words)
        if new is not None and (new := speaker_id(new)) in there and new != row["entity_id"]:
            to[row["mention_id"]] = new
    to |= _traced(connection, rows, to, single)
    entities = {row["entity_id"] for row in rows if row["mention_id"] in to}
    articles: dict[str, list[_Mention]] = defaultdict(list)
    for row in rows:
        if row["entity_id"] in entities:
            articles[row["article_id"]].append(
                _Mention(
                    row["mention_id"],
                    row["start"],
                    row["end"],
                    row["sentence"],
                    row["entity_id"],
                    to.get(row["mention_id"]),
                )
            )
    touched = {article: each for article, each in articles.items() if any(one.to for one in each)}
    return Moves(to, entities, touched)


def _mentions(
    connection: sa.Connection,
    article_ids: Iterable[str],
    single: Mapping[str, str],
    splits: Splits,
) -> list[Row]:
    """Return all mentions of the entities of which some mention may move."""
    mention = schema.mentions.c
    entities = set(splits)
    for part in parts(single):
        query = sa.select(mention.entity_id).where(mention.mention_id.in_(part))
        entities |= set(connection.scalars(query))
    if not entities:
        return []
    return [
        dict(row)
        for part in parts(article_ids)
        for row in connection.execute(
            sa.select(schema.mentions)
            .where(mention.article_id.in_(part), mention.entity_id.in_(entities))
            .order_by(mention.article_id, mention.start, mention.mention_id)
        ).mappings()
    ]


def _traced(
    connection: sa.Connection,
    rows: Sequence[Row],
    to: Mapping[str, str],
    single: Mapping[str, str],
) -> dict[str, str]:
    """Return where pronouns and descriptions go that were traced to mentions that moved."""
    traced, found = schema.antecedents, {}
    by_id = {row["mention_id"]: row for row in rows}
    moved: dict[str, list[Row]] = defaultdict(list)
    for mention in to:
        moved[by_id[mention]["article_id"]].append(by_id[mention])
    for part in parts(moved):
        query = sa.select(traced).where(traced.c.article_id.in_(part))
        for why in connection.execute(query).mappings():
            row = by_id.get(why["mention_id"])
            if row is None or row["mention_id"] in to or row["mention_id"] in single:
                continue
            for name in moved[why["article_id"]]:
                same = name["entity_id"] == row["entity_id"]
                if same and name["start"] < why["end"] and why["start"] < name["end"]:
                    found[row["mention_id"]] = to[name["mention_id"]]
    return found


def moved(record: str, fact: FactRows, moves: Moves, *, added: bool = False) -> FactRows:
    """Return a fact as the mentions that moved have it.

    Args:
        record: The fact's table.
        fact: Its rows.
        moves: What mentions stand for.
        added: Whether a person added it and said who speaks.
    """
    row = fact.row
    if record == "mentions":
        to = moves.of_mentions.get(row["mention_id"])
        return FactRows({**row, "entity_id": to}) if to else fact
    mentions = moves.articles.get(row["article_id"], ())
    if not mentions:
        return fact
    if record != "quotes":
        inside = [one for one in mentions if one.sentence == row["sentence"]]
        return merged(record, fact, _where_all_moved(mentions, inside))
    inside = [one for one in mentions if row["start"] <= one.start and one.end <= row["end"]]
    others = merged(record, fact, _where_all_moved(mentions, inside))
    if added:
        return FactRows(
            {**others.row, "speaker_id": row["speaker_id"]},
            (*_of_part(fact, "speaker"), *_but_part(others, "speaker")),
            fact.fragments,
        )
    start, end = row["speaker_start"], row["speaker_end"]
    if start is None:
        naming = [one for one in mentions if one.sentence == row["sentence"]]
    else:
        naming = [one for one in mentions if one.start < end and start < one.end]
    said = merged(record, fact, _where_all_moved(mentions, naming))
    return FactRows(
        {**others.row, "speaker_id": said.row["speaker_id"]},
        (*_of_part(said, "speaker"), *_but_part(others, "speaker")),
        fact.fragments,
    )


def _of_part(fact: FactRows, part: str) -> list[Row]:
    return [each for each in fact.involvements if each["part"] == part]


def _but_part(fact: FactRows, part: str) -> list[Row]:
    return [each for each in fact.involvements if each["part"] != part]


def _where_all_moved(mentions: Sequence[_Mention], near: Sequence[_Mention]) -> Merges:
    """Return what stands for an entity where all that name it near a fact moved to one other.

    Args:
        mentions: All mentions in the article of entities that mentions moved away from.
        near: Those at the fact; an entity without any is judged by the whole article.
    """
    found = {}
    for entity in {one.entity for one in mentions}:
        here = [one for one in near if one.entity == entity]
        told = {one.to for one in here or mentions if one.entity == entity}
        if len(told) == 1 and (to := told.pop()) is not None:
            found[entity] = to
    return found
