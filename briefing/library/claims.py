"""What is claimed and denied, each claim once: for the pages, and to be counted when added.

A claim stands here only where a denial of that very claim is told, and only with both sides: who
claims it, who denies it. The article itself is a side where it says in its own voice what somebody
then denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.dialects.grouped import of_any, of_first
from briefing.library.readings import certain_enough
from briefing.reference.sides import CLAIMING

Condition = sa.ColumnElement[bool]


def voices() -> sa.Subquery:
    """Select who speaks in which quotation: fact_id, entity_id, article_id.

    A quotation of several ("Peru and Chile deny it") has a row for each of them.
    """
    part = schema.involvements.c
    return (
        sa.select(part.fact_id, part.entity_id, part.article_id)
        .where(part.part == "speaker", part.entity_id.is_not(None))
        .subquery()
    )


def select_claims(
    of_relations: Sequence[Condition],
    of_events: Sequence[Condition],
    of_quotes: Sequence[Condition],
) -> sa.Subquery:
    """Select each claim that is denied: fact_id, claim, who_says, who_denies, its span and place.

    `who_says` is null where the article itself says so. What a relation says an event does not say
    again, and what either says no quotation.

    Args:
        of_relations: Conditions under which relations pass.
        of_events: Conditions under which events pass.
        of_quotes: Conditions under which quotations pass.
    """
    return sa.union_all(
        _of_facts(schema.relations, of_relations),
        _told_apart(of_relations),
        _of_facts(schema.events, [*of_events, ~_said_by_relation(schema.events)]),
        _of_quotes([*of_quotes, ~_said_by_relation(schema.quotes), ~_said_by_event()]),
    ).subquery("claims")


def _of_facts(table: sa.Table, passing: Sequence[Condition]) -> sa.Select[Any]:
    """Select relations or events that somebody, or the article, claims and somebody denies.

    "Peru says Chile took the ship. Chile denies it"; "Peru bought ships from Chile. Both deny these
    deals". What only its denial tells ("Peru denied that it bought ships") has but one side.
    """
    fact, article = table.c, schema.articles.c
    key = fact[schema.FACT_KEYS[table.name]]
    words = sa.func.substr(article.text, fact.start + 1, fact.end - fact.start)
    same = [fact.trigger_start] if table is schema.relations else []
    return (
        sa.select(
            sa.func.min(key).label("fact_id"),
            of_first(words, key).label("claim"),
            of_first(fact.attributed_to, key).label("who_says"),
            of_first(fact.denied_by, key).label("who_denies"),
            fact.article_id,
            fact.start,
            fact.end,
            of_first(fact.sentence, key).label("sentence"),
            of_any(article.number).label("number"),
        )
        .join(schema.articles, article.article_id == fact.article_id)
        .where(*passing, _both_sides(fact) | (_denied(fact) & _article_says(fact)))
        .group_by(fact.article_id, fact.start, fact.end, *same)
    )


def _told_apart(passing: Sequence[Condition]) -> sa.Select[Any]:
    """Select relations whose denial tells them again: "Peru says Chile fired. Chile denied firing".

    The denial is of the same act between the same two, in the same sentence or the next.
    """
    claim, told, article = schema.relations.c, schema.relations.alias("told"), schema.articles
    denial = told.c
    words = sa.func.substr(article.c.text, claim.start + 1, claim.end - claim.start)
    return (
        sa.select(
            sa.func.min(claim.relation_id).label("fact_id"),
            of_any(words).label("claim"),
            of_any(claim.attributed_to).label("who_says"),
            sa.func.min(denial.denied_by).label("who_denies"),
            claim.article_id,
            claim.start,
            claim.end,
            of_any(claim.sentence).label("sentence"),
            of_any(article.c.number).label("number"),
        )
        .join(article, article.c.article_id == claim.article_id)
        .join(
            told,
            sa.and_(
                denial.article_id == claim.article_id,
                denial.source == claim.source,
                denial.target == claim.target,
                denial.event_type == claim.event_type,
                denial.sentence.between(claim.sentence, claim.sentence + 1),
                denial.start >= claim.end,
            ),
        )
        .where(
            *passing,
            claim.standing == "attributed",
            sa.func.is_named(claim.attributed_to) == 1,
            denial.standing == "denied",
            certain_enough(told),
            sa.func.is_named(denial.denied_by) == 1,
            ~_among(claim.attributed_to, denial.denied_by),
        )
        .group_by(claim.article_id, claim.start, claim.end, claim.trigger_start)
    )


def _of_quotes(passing: Sequence[Condition]) -> sa.Select[Any]:
    """Select what one speaker is quoted with and another denies.

    The denial holds the claim ("Peru denies Chile's claim that …"), or points back at it in the
    same sentence or the next ("Peru rejected the accusation").
    """
    quote, article = schema.quotes.c, schema.articles.c
    denial, between = schema.quotes.alias("denial"), schema.quotes.alias("between")
    voice = voices()

    def speakers(of: sa.FromClause) -> sa.ColumnElement[str]:
        several = (
            sa.select(sa.func.group_concat(voice.c.entity_id, "; "))
            .where(voice.c.fact_id == of.c.quote_id)
            .correlate(of)
            .scalar_subquery()
        )
        return sa.func.coalesce(several, of.c.speaker_id, of.c.speaker)

    holds = sa.and_(
        denial.c.start <= quote.cue_start,
        denial.c.end >= quote.start,
        sa.func.is_claim(quote.cue) == 1,
    )
    nearer = (
        sa.select(between.c.quote_id)
        .where(
            between.c.article_id == quote.article_id,
            between.c.act.in_(CLAIMING),
            between.c.start >= quote.end,
            between.c.end <= denial.c.start,
        )
        .exists()
    )
    points = sa.and_(
        denial.c.start >= quote.end,
        denial.c.sentence.between(quote.sentence, quote.sentence + 1),
        sa.func.points_back(denial.c.text) == 1,
        ~nearer,
    )
    says, denies = speakers(schema.quotes), speakers(denial)
    return (
        sa.select(
            quote.quote_id.label("fact_id"),
            quote.text.label("claim"),
            says.label("who_says"),
            sa.func.min(denies).label("who_denies"),
            quote.article_id,
            quote.start,
            quote.end,
            quote.sentence,
            of_any(article.number).label("number"),
        )
        .join(schema.articles, article.article_id == quote.article_id)
        .join(denial, denial.c.article_id == quote.article_id)
        .where(
            *passing,
            quote.act.in_(CLAIMING),
            denial.c.act == "denies",
            sa.func.is_named(says) == 1,
            sa.func.is_named(denies) == 1,
            says != denies,
            holds | points,
        )
        .group_by(quote.quote_id)
    )


def _both_sides(fact: sa.ColumnCollection[str, sa.Column[Any]]) -> Condition:
    """Say that a fact has a claimant and a denier, and that they are not the same."""
    return sa.and_(
        sa.func.is_named(fact.attributed_to) == 1,
        _denied(fact),
        ~_among(fact.attributed_to, fact.denied_by),
    )


def _denied(fact: sa.ColumnCollection[str, sa.Column[Any]]) -> Condition:
    return sa.func.is_named(fact.denied_by) == 1


def _article_says(fact: sa.ColumnCollection[str, sa.Column[Any]]) -> Condition:
    """Say that the article itself tells a fact which the same or the next sentence denies."""
    denial = schema.quotes.alias("answer")
    return sa.and_(
        fact.attributed_to.is_(None),
        sa.select(denial.c.quote_id)
        .where(
            denial.c.article_id == fact.article_id,
            denial.c.act == "denies",
            denial.c.sentence.between(fact.sentence, fact.sentence + 1),
            denial.c.start >= fact.end,
            sa.func.points_back(denial.c.text) == 1,
            _among(denial.c.speaker_id, fact.denied_by),
        )
        .exists(),
    )


def _said_by_relation(table: sa.Table) -> Condition:
    """Say that a contested relation stands in the words of a fact, or has it in its own."""
    relation = schema.relations.alias("relation")
    return (
        sa.select(relation.c.relation_id)
        .where(
            relation.c.article_id == table.c.article_id,
            relation.c.start < table.c.end,
            relation.c.end > table.c.start,
            certain_enough(relation),
            _both_sides(relation.c) | (_denied(relation.c) & _article_says(relation.c)),
        )
        .exists()
    )


def _said_by_event() -> Condition:
    quote, event = schema.quotes.c, schema.events.alias("event")
    return (
        sa.select(event.c.event_id)
        .where(
            event.c.article_id == quote.article_id,
            event.c.start < quote.end,
            event.c.end > quote.start,
            certain_enough(event),
            _both_sides(event.c),
        )
        .exists()
    )


def _among(name: sa.ColumnElement[str], names: sa.ColumnElement[str]) -> Condition:
    """Say that a name is one of several with "; " between."""
    mark = sa.literal("; ")
    return sa.func.instr(mark + names + mark, mark + name + mark) > 0
