"""Answers for a view that nothing narrows, from the totals that are kept (library/totals.py).

Each gives the very rows that its namesake counts one by one; a test compares them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from briefing.library import schema, tallies, totals
from briefing.library.filter import Filter
from briefing.library.kept import shown
from briefing.library.queries._select import (
    its_sentence,
    narrows,
    one_of,
    shown_name,
    without_country,
)


def is_whole(flt: Filter) -> bool:
    """Say whether a view is of all that is shown, so that the totals answer for it."""
    return not (narrows(flt) or flt.of_articles)


def together() -> sa.Select[Any]:
    """Select pairs of entities in the same sentence, as `people.together`."""
    held = totals.of("together").c
    first, second = schema.entities.alias("first"), schema.entities.alias("second")
    return (
        sa.select(
            held.a,
            shown_name(first).label("a_name"),
            first.c.kind.label("a_kind"),
            held.b,
            shown_name(second).label("b_name"),
            second.c.kind.label("b_kind"),
            held.n.label("sentences"),
        )
        .join(first, first.c.entity_id == held.a)
        .join(second, second.c.entity_id == held.b)
        .order_by(held.n.desc(), held.a, held.b)
    )


def voiceless() -> sa.Select[Any]:
    """Select the countries and people that are mentioned and speak nowhere."""
    held, spoken, entity = totals.of("entity").c, totals.of("speaks").c, schema.entities.c
    speaking = sa.select(spoken.a)
    speaker = schema.entities.alias("speaker")
    countries = sa.select(speaker.c.country).where(
        speaker.c.entity_id.in_(speaking), speaker.c.country.is_not(None)
    )
    return (
        sa.select(
            entity.entity_id,
            entity.kind,
            shown_name().label("name"),
            entity.country,
            held.n.label("mentions"),
        )
        .join(schema.entities, entity.entity_id == held.a)
        .where(
            entity.kind.in_(("country", "person")),
            held.a.not_in(speaking),
            sa.or_(entity.kind != "country", entity.country.not_in(countries)),
        )
        .order_by(held.n.desc(), entity.name)
    )


def entities(kinds: Sequence[str]) -> sa.Select[Any]:
    """Select the entities that are named, as `people.entities`."""
    held, speaks = totals.of("entity").c, totals.of("speaks")
    spoken = speaks.c
    entity, sentence = schema.entities.c, schema.sentences.c
    first = tallies.entities.alias("first")
    given = totals.of("role").c
    role = tallies.roles.alias("given_role")
    where_first = (
        sa.select(role.c.number * _WIDEST + role.c.start)
        .where(role.c.entity_id == given.a, role.c.role == given.b, shown(role))
        .order_by(role.c.number)
        .limit(1)
        .scalar_subquery()
    )
    ordered = sa.select(given.a, given.b).order_by(given.a, given.n.desc(), where_first).subquery()
    roles = (
        sa.select(ordered.c.a, sa.func.json_group_array(ordered.c.b).label("roles"))
        .group_by(ordered.c.a)
        .cte("roles")
    )
    return (
        sa.select(
            entity.entity_id,
            entity.kind,
            shown_name().label("name"),
            entity.country,
            sa.func.json_extract(roles.c.roles, "$[0]").label("role"),
            roles.c.roles,
            held.n.label("mentions"),
            held.m.label("articles"),
            first.c.article_id.label("first_article_id"),
            first.c.start.label("first_start"),
            first.c.end.label("first_end"),
            sentence.text.label("first_text"),
            sa.func.coalesce(spoken.n, 0).label("quotes"),
        )
        .join(schema.entities, entity.entity_id == held.a)
        .join(first, sa.and_(first.c.entity_id == held.a, first.c.number == _first_number(held.a)))
        .join(schema.sentences, its_sentence(first), isouter=True)
        .join(roles, roles.c.a == entity.entity_id, isouter=True)
        .join(speaks, spoken.a == entity.entity_id, isouter=True)
        .where(*one_of(entity.kind, kinds))
        .order_by(held.n.desc(), entity.name, entity.entity_id)
    )


_WIDEST = 100_000_000
"""More signs than an article can have."""


def _first_number(entity_id: sa.ColumnElement[str]) -> sa.ScalarSelect[Any]:
    """Select the place of the first article that is shown and names an entity."""
    kept = tallies.entities.alias("kept")
    return (
        sa.select(kept.c.number)
        .where(kept.c.entity_id == entity_id, kept.c.mentions > 0, shown(kept))
        .order_by(kept.c.number)
        .limit(1)
        .scalar_subquery()
    )


def quote_counts() -> sa.Select[Any]:
    """Select how many quotations there are of each kind and act, by and about each country."""
    held = totals.totals.c
    return (
        sa.select(held.what.label("field"), held.a.label("value"), held.n.label("quotes"))
        .where(held.what.in_(("kind", "act", "speaking", "about")))
        .order_by(held.what, held.n.desc(), held.a)
    )


def speaks() -> sa.Select[Any]:
    """Select speakers with their quotations and words, as `quotes.speaks`."""
    held, entity = totals.of("speaks").c, schema.entities.c
    return (
        sa.select(
            entity.entity_id,
            shown_name().label("name"),
            entity.country,
            held.n.label("quotes"),
            held.m.label("verbatim_words"),
        )
        .join(schema.entities, entity.entity_id == held.a)
        .order_by(held.n.desc(), entity.name)
    )


def speaks_about() -> sa.Select[Any]:
    """Select how many quotations of each speaker mention each country."""
    held = totals.of("speaks-about").c
    speaker = schema.entities.alias("speaker")
    return (
        sa.select(
            speaker.c.entity_id.label("speaker_id"),
            shown_name(speaker).label("speaker"),
            held.b.label("country"),
            sa.func.country_name(held.b).label("country_name"),
            held.n.label("quotes"),
        )
        .join(speaker, speaker.c.entity_id == held.a)
        .order_by(held.n.desc(), speaker.c.name, held.b)
    )


def counted_speakers() -> sa.Select[Any]:
    """Select who is quoted how much, as `quoted._counted` does of quotations."""
    held = totals.of("quoted").c
    grouped = (
        sa.select(
            held.a.label("speaker_key"),
            sa.func.max(held.b, type_=sa.Text).label("holder"),
            sa.func.nullif(sa.func.max(held.c, type_=sa.Text), "").label("written"),
            sa.func.sum(held.n, type_=sa.Integer).label("quotes"),
            sa.func.sum(held.m, type_=sa.Integer).label("verbatim"),
        )
        .group_by(held.a)
        .cte("grouped")
    )
    several = sa.func.instr(grouped.c.holder, "; ") > 0
    one = schema.entities.alias("one_of_several")
    ids = '["' + sa.func.replace(grouped.c.holder, "; ", '","') + '"]'
    listed = sa.func.json_each(sa.cast(ids, sa.Text)).table_valued("key", "value", name="listed")
    ordered = (
        sa.select(shown_name(one).label("name"))
        .select_from(listed)
        .join(one, one.c.entity_id == listed.c.value)
        .order_by(listed.c.key)
        .correlate(grouped)
        .subquery()
    )
    names = sa.select(sa.func.group_concat(ordered.c.name, " and ")).scalar_subquery()
    return (
        sa.select(
            grouped.c.speaker_key,
            sa.case((several, names), else_=shown_name()).label("name"),
            grouped.c.written,
            grouped.c.quotes,
            grouped.c.verbatim,
        )
        .select_from(grouped)
        .join(schema.entities, schema.entities.c.entity_id == grouped.c.holder, isouter=True)
    )


def country_options() -> sa.Select[Any]:
    """Select every country that is named or takes part, with its facts."""
    held = totals.of("country").c
    name = sa.func.country_name(held.a)
    return sa.select(held.a.label("country"), name.label("name"), held.m.label("facts")).order_by(
        held.m.desc(), name
    )


def speaker_options() -> sa.Select[Any]:
    """Select every speaker with the number of quotations."""
    held, entity = totals.of("speaks").c, schema.entities.c
    return (
        sa.select(
            entity.entity_id, shown_name().label("name"), entity.country, held.n.label("quotes")
        )
        .join(schema.entities, entity.entity_id == held.a)
        .order_by(held.n.desc(), entity.name)
    )


def figures(connection: sa.Connection) -> dict[str, int]:
    """Return the numbers of `briefing.Figures` by their names in the totals, and `parties`."""
    held, country, group = totals.of("figure").c, totals.of("country").c, totals.of("group").c
    found = {str(row.a): int(row.n) for row in connection.execute(sa.select(held.a, held.n))}
    countries = sa.select(sa.func.count(country.a)).where(country.m > 0)
    groups = sa.select(sa.func.count(group.a))
    parties = (connection.scalar(countries) or 0) + (connection.scalar(groups) or 0)
    return {**dict.fromkeys(totals.FIGURES, 0), **found, "parties": parties}


def lacking(connection: sa.Connection) -> dict[str, int]:
    """Return how often what is lacking, as `lacking.unknown` counts it."""
    held, named, entity = totals.of("lacks").c, totals.of("entity").c, schema.entities.c
    found = {str(row.a): int(row.n) for row in connection.execute(sa.select(held.a, held.n))}
    placeless = (
        sa.select(sa.func.count(named.a))
        .join(schema.entities, entity.entity_id == named.a)
        .where(*without_country())
    )
    return {**found, "country": connection.scalar(placeless) or 0}
