"""Other positions, new speakers and relations, and relations that staff took out."""

from __future__ import annotations

import json
from collections.abc import Sequence

import sqlalchemy as sa

from briefing.library import schema, tallies
from briefing.library.accounts.model import Told
from briefing.library.claims import voices
from briefing.library.dialects.grouped import of_first
from briefing.library.filter import Filter
from briefing.library.mutual import said_once
from briefing.library.queries._changed import Change, Window
from briefing.library.queries._select import entity_name, facts, its_sentence
from briefing.tables import NOT_SO

_FOR = ("SUPPORT", "AGREE", "COOPERATE", "AID")
_AGAINST = ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION")
"""Kinds of acts that are a position towards another; the others are none."""


def positions(connection: sa.Connection, window: Window) -> list[Change]:
    """Find people who were for a country in all that was known and are against it, or reverse."""
    relation, part, article = schema.relations.c, schema.involvements.c, schema.articles.c
    sentence, speaker = schema.sentences.c, schema.entities.c
    sign = sa.case((relation.event_type.in_(_FOR), 1), else_=-1).label("sign")
    new = article.article_id.in_(window.new)
    query = (
        sa.select(
            part.entity_id,
            relation.target,
            sign,
            new.label("new"),
            relation.relation_id,
            relation.article_id,
            sentence.text,
            relation.trigger_start - sentence.start,
            relation.trigger_end - sentence.start,
            entity_name(part.entity_id),
            entity_name(relation.target),
            relation.quad,
        )
        .join(schema.involvements, part.fact_id == relation.relation_id)
        .join(schema.entities, speaker.entity_id == part.entity_id)
        .join(schema.articles, article.article_id == relation.article_id)
        .join(schema.sentences, its_sentence(schema.relations))
        .where(
            *facts(schema.relations, window.flt),
            sa.or_(new, article.article_id.in_(window.old)),
            part.part == "source",
            speaker.kind == "person",
            relation.certainty == "high",
            relation.standing.in_(("asserted", "attributed")),
            relation.event_type.in_((*_FOR, *_AGAINST)),
            relation.quad.like("verbal-%"),
        )
        .order_by(new, article.number, relation.start)
    )
    held: dict[tuple[str, str], tuple[set[int], Told]] = {}
    found: dict[tuple[str, str], Change] = {}
    for (
        who,
        target,
        side,
        is_new,
        fact,
        key,
        text,
        start,
        end,
        name,
        other,
        quad,
    ) in connection.execute(query).all():
        told = Told(fact, key, text, ((start, end),))
        signs, last = held.get((who, target), (set(), told))
        if not is_new:
            held[who, target] = ({*signs, side}, told)
        elif signs == {-side}:
            change = Change("position", f"{name} → {other}", last, told, quad)
            found.setdefault((who, target), change)
    return list(found.values())


def speakers(connection: sa.Connection, window: Window) -> list[Change]:
    """Find who is quoted and was not before."""
    kept, voice, quote = tallies.entities.c, voices(), schema.quotes.c
    article, entity, sentence = schema.articles.c, schema.entities.c, schema.sentences.c
    known = sa.select(kept.entity_id).where(kept.quotes > 0, kept.article_id.in_(window.old))
    order = article.number * 10_000_000 + quote.start
    query = (
        sa.select(
            entity_name(voice.c.entity_id),
            of_first(quote.quote_id, order),
            of_first(quote.article_id, order),
            of_first(sentence.text, order),
            sa.func.min(order).label("first"),
        )
        .join(voice, voice.c.fact_id == quote.quote_id)
        .join(schema.sentences, its_sentence(schema.quotes))
        .join(schema.entities, entity.entity_id == voice.c.entity_id)
        .join(schema.articles, article.article_id == quote.article_id)
        .where(
            *facts(schema.quotes, window.flt),
            quote.article_id.in_(window.new),
            voice.c.entity_id.not_in(known),
            entity.kind != "place",
        )
        .group_by(voice.c.entity_id)
        .order_by("first")
    )
    return [
        Change("speaker", name, after=Told(fact, key, text))
        for name, fact, key, text, _ in connection.execute(query)
    ]


def relations(connection: sa.Connection, window: Window) -> list[Change]:
    """Find relations between pairs of which nothing of the kind was told before."""
    relation, sentence, article = schema.relations.c, schema.sentences.c, schema.articles.c
    before = schema.relations.alias("before")
    passing = facts(schema.relations, window.flt)
    earlier = sa.select(relation.relation_id).where(
        *passing, relation.article_id.in_(window.old), relation.standing.not_in(NOT_SO)
    )
    known = (
        sa.select(before.c.relation_id)
        .where(
            before.c.relation_id.in_(earlier),
            before.c.quad == relation.quad,
            sa.or_(
                sa.and_(before.c.source == relation.source, before.c.target == relation.target),
                sa.and_(before.c.source == relation.target, before.c.target == relation.source),
            ),
        )
        .correlate(schema.relations)
        .exists()
    )
    query = (
        sa.select(
            entity_name(relation.source),
            entity_name(relation.target),
            relation.quad,
            relation.relation_id,
            relation.article_id,
            sentence.text,
            relation.trigger_start - sentence.start,
            relation.trigger_end - sentence.start,
            sa.func.min(article.number * 10_000_000 + relation.start).label("first"),
        )
        .join(schema.articles, article.article_id == relation.article_id)
        .join(schema.sentences, its_sentence(schema.relations))
        .where(
            *passing,
            relation.article_id.in_(window.new),
            relation.standing.not_in(NOT_SO),
            said_once(),
            ~known,
        )
        .group_by(relation.source, relation.target, relation.quad)
        .order_by(relation.quad.like("%conflict").desc(), "first")
    )
    return [
        Change(
            "relation",
            f"{source} → {target}",
            after=Told(fact, key, text, ((start, end),)),
            quad=quad,
        )
        for source, target, quad, fact, key, text, start, end, _ in connection.execute(query)
    ]


def gone(connection: sa.Connection, window: Window) -> list[Change]:
    """Find relations that staff rejected or made others of, where nothing else tells them."""
    held, machine, sentence = schema.reviewed.c, schema.machine.c, schema.sentences.c
    query = (
        sa.select(machine.fact_id, machine.rows, held.reviewer, held.at)
        .join(schema.machine, machine.fact_id == held.fact_id)
        .where(
            held.record == "relations",
            held.verdict.in_(("rejected", "corrected")),
            held.at > window.since,
            held.at <= window.until,
            held.article_id.in_(window.old),
        )
        .order_by(held.at.desc(), held.fact_id)
    )
    found: dict[Sequence[str], Change] = {}
    for fact, rows, reviewer, at in connection.execute(query).all():
        row = json.loads(rows)["relations"][0]
        pair = (row["source"], row["target"], row["quad"])
        if pair in found or _still_told(connection, window.flt, pair):
            continue
        names = [connection.scalar(sa.select(entity_name(sa.literal(end)))) for end in pair[:2]]
        words = connection.execute(
            sa.select(sentence.text, sentence.start).where(
                sentence.article_id == row["article_id"], sentence.sentence == row["sentence"]
            )
        ).first()
        if words is not None:
            mark = row["trigger_start"] - words.start, row["trigger_end"] - words.start
            before = Told(fact, row["article_id"], words.text, (mark,))
            change = Change(
                "gone", " → ".join(map(str, names)), before, None, pair[2], reviewer, at
            )
            found[pair] = change
    return list(found.values())


def _still_told(connection: sa.Connection, flt: Filter, pair: tuple[str, str, str]) -> bool:
    relation = schema.relations.c
    source, target, quad = pair
    query = sa.select(relation.relation_id).where(
        *facts(schema.relations, flt),
        relation.source == source,
        relation.target == target,
        relation.quad == quad,
    )
    return connection.scalar(query.limit(1)) is not None
