"""Who said what: quotations, who speaks how much and about whom."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.claims import voices
from briefing.library.filter import Filter
from briefing.library.queries import _whole
from briefing.library.queries._select import (
    beside_review,
    beside_sentence,
    columns_of,
    country_of,
    entity_name,
    facts,
    frame,
    one_of,
    paged,
    shown_name,
    spoken_by,
)
from briefing.library.store import Library

_TRACED = {
    "named_start": "Int64",
    "named_end": "Int64",
    "speaker_why": "object",
    "named_sentence": "object",
    "named_sentence_start": "Int64",
}
"""Of a speaker written as a pronoun or a description: the naming words, why these, and where."""


def quotes(
    library: Library,
    flt: Filter,
    kinds: Sequence[str] = (),
    acts: Sequence[str] = (),
    about: Sequence[str] = (),
    entity_id: str | None = None,
    mentioning: str | None = None,
    *,
    speaking: Sequence[str] = (),
    limit: int | None = None,
    offset: int = 0,
) -> pd.DataFrame:
    """Quotations in reading order, each with its speaker, fragments and whom it is about.

    `speaker_why`, `named_start` and `named_end` say whom a speaker written as a pronoun or a
    description was traced to: the reason in a sentence, and the words that name the speaker;
    `named_sentence` and `named_sentence_start` are the sentence that holds those.

    Args:
        library: The library.
        flt: The filter.
        kinds: Only these kinds.
        acts: Only these acts.
        about: Only quotations that mention one of these countries.
        entity_id: Only quotations by this speaker.
        mentioning: Only quotations whose words name or mean this entity.
        speaking: Only quotations by a speaker of one of these countries.
        limit: How many rows at most.
        offset: How many rows to pass over first.
    """
    quote = schema.quotes.c
    conditions = conditions_of(flt, kinds, acts, about, speaking)
    if entity_id is not None:
        conditions.append(spoken_by([entity_id]))
    if mentioning is not None:
        mention = schema.mentions.c
        conditions.append(
            sa.exists().where(
                mention.article_id == quote.article_id,
                mention.entity_id == mentioning,
                mention.start >= quote.start,
                mention.end <= quote.end,
            )
        )
    order = (schema.articles.c.number, quote.start, quote.end)
    chosen = paged(schema.quotes, conditions, order, limit=limit, offset=offset)
    return quotes_frame(library, select_quotes().where(*chosen).order_by(*order))


def conditions_of(
    flt: Filter,
    kinds: Sequence[str] = (),
    acts: Sequence[str] = (),
    about: Sequence[str] = (),
    speaking: Sequence[str] = (),
) -> list[sa.ColumnElement[bool]]:
    """Return the conditions under which quotations pass; the arguments are those of `quotes`."""
    quote = schema.quotes.c
    conditions = [
        *facts(schema.quotes, flt),
        *one_of(quote.kind, kinds),
        *one_of(quote.act, acts),
    ]
    if about:
        conditions.append(quote.quote_id.in_(_with_part("mentioned", about)))
    if speaking:
        conditions.append(quote.quote_id.in_(_with_part("speaker", speaking)))
    return conditions


def _with_part(name: str, countries: Sequence[str]) -> sa.Select[tuple[str]]:
    """Select the facts in which one of the countries takes a part."""
    part, entity = schema.involvements, schema.entities
    return (
        sa.select(part.c.fact_id)
        .join(entity, entity.c.entity_id == part.c.entity_id, isouter=True)
        .where(part.c.part == name, country_of(part, entity).in_(list(countries)))
    )


def quotes_frame(library: Library, query: sa.Select[Any]) -> pd.DataFrame:
    """Run a query made from `select_quotes` and unpack its lists."""
    data = frame(library, query, tuples=("about", "about_names", "speaker_names"))
    data["fragments"] = data["fragments"].map(_unpacked)
    nothing = (None,) * len(_TRACED)
    traced = [json.loads(cell) if cell else nothing for cell in data.pop("traced")]
    for number, (name, dtype) in enumerate(_TRACED.items()):
        data[name] = pd.Series([one[number] for one in traced], data.index, dtype)
    return data


def _unpacked(cell: str | None) -> list[tuple[int, int, bool, str]]:
    return [
        (start, end, bool(verbatim), text)
        for start, end, verbatim, text in json.loads(cell or "[]")
    ]


def select_quotes() -> sa.Select[Any]:
    """Select every quotation with what `quotes` promises; conditions and order are to be added."""
    quote, speaker, article = schema.quotes, schema.entities.alias("speaker"), schema.articles.c
    query = sa.select(
        *columns_of(quote),
        speaker.c.name.label("speaker_name"),
        role_of(quote).label("speaker_role"),
        speaker.c.country.label("speaker_country"),
        _speaker_names(quote).label("speaker_names"),
        _about(quote).label("about"),
        _about(quote, names=True).label("about_names"),
        entity_name(quote.c.addressee_id).label("addressee_name"),
        article.title,
        article.source,
        article.published,
        article.published_basis,
        _fragments(quote).label("fragments"),
        _traced(quote).label("traced"),
    ).select_from(quote)
    return (
        beside_review(beside_sentence(query, quote, span=False), quote)
        .join(schema.articles, article.article_id == quote.c.article_id)
        .join(speaker, speaker.c.entity_id == quote.c.speaker_id, isouter=True)
    )


def role_of(quote: sa.FromClause) -> sa.ScalarSelect[Any]:
    """Select the role that the article gives a quotation's speaker most often, first one first."""
    mention = schema.mentions.alias("role_mention")
    return (
        sa.select(mention.c.role)
        .where(
            mention.c.article_id == quote.c.article_id,
            mention.c.entity_id == quote.c.speaker_id,
            mention.c.role.is_not(None),
        )
        .group_by(mention.c.role)
        .order_by(sa.func.count().desc(), sa.func.min(mention.c.start))
        .limit(1)
        .correlate(quote)
        .scalar_subquery()
    )


def _speaker_names(quote: sa.FromClause) -> sa.ScalarSelect[Any]:
    """Select the names of all who speak in a quotation, as a JSON list."""
    voice, entity = voices(), schema.entities.alias()
    listed = (
        sa.select(
            shown_name(entity).label("name"),
            (entity.c.entity_id != quote.c.speaker_id).label("other"),
        )
        .join(voice, voice.c.entity_id == entity.c.entity_id)
        .where(voice.c.fact_id == quote.c.quote_id)
        .order_by("other", "name")
        .correlate(quote)
        .subquery()
    )
    return sa.select(sa.func.json_group_array(listed.c.name)).scalar_subquery()


def _about(quote: sa.FromClause, *, names: bool = False) -> sa.ScalarSelect[Any]:
    """Select the countries that a quotation mentions, as a JSON list in the order of code."""
    part, entity = schema.involvements.alias(), schema.entities.alias()
    country = country_of(part, entity)
    listed = (
        sa.select(country.label("country"))
        .select_from(part)
        .join(entity, entity.c.entity_id == part.c.entity_id, isouter=True)
        .where(
            part.c.fact_id == quote.c.quote_id,
            part.c.part == "mentioned",
            country.is_not(None),
        )
        .group_by(country)
        .order_by(country)
        .correlate(quote)
        .subquery()
    )
    shown = sa.func.country_name(listed.c.country) if names else listed.c.country
    return sa.select(sa.func.json_group_array(shown)).select_from(listed).scalar_subquery()


def _fragments(quote: sa.FromClause) -> sa.ScalarSelect[Any]:
    """Select a quotation's fragments, in order, as a JSON list of start, end, verbatim, text."""
    fragment = schema.fragments.alias()
    ordered = (
        sa.select(
            fragment.c.start,
            fragment.c.end,
            fragment.c.verbatim,
            _words_of(fragment, quote).label("text"),
        )
        .where(fragment.c.quote_id == quote.c.quote_id)
        .order_by(fragment.c.start)
        .correlate(quote)
        .subquery()
    )
    piece = sa.func.json_array(ordered.c.start, ordered.c.end, ordered.c.verbatim, ordered.c.text)
    return sa.select(sa.func.json_group_array(piece)).select_from(ordered).scalar_subquery()


def _traced(quote: sa.FromClause) -> sa.ColumnElement[Any]:
    """Select whom "she" or "the minister" was traced to, as a JSON list, for speakers so written.

    The words of the speaker hold the mention: "the minister, who", "the president of the bank".
    """
    mention, why = schema.mentions.alias(), schema.antecedents.alias()
    sentence = schema.sentences.alias()
    told = (why.c.start, why.c.end, why.c.reason, sentence.c.text, sentence.c.start)
    found = (
        sa.select(sa.func.json_array(*told))
        .select_from(why)
        .join(mention, mention.c.mention_id == why.c.mention_id)
        .join(
            sentence,
            sa.and_(
                sentence.c.article_id == why.c.article_id,
                sentence.c.start <= why.c.start,
                sentence.c.end > why.c.start,
            ),
            isouter=True,
        )
        .where(
            mention.c.article_id == quote.c.article_id,
            mention.c.entity_id == quote.c.speaker_id,
            mention.c.start >= quote.c.speaker_start,
            mention.c.end <= quote.c.speaker_end,
        )
        .order_by(mention.c.start)
        .limit(1)
        .correlate(quote)
        .scalar_subquery()
    )
    return sa.case((quote.c.speaker_form.in_(("pronoun", "description")), found))


def _words_of(fragment: sa.FromClause, quote: sa.FromClause) -> sa.ColumnElement[Any]:
    """Return a fragment's words, from the quotation's own: they are shorter than the article."""
    return sa.func.substr(
        quote.c.text,
        fragment.c.start - quote.c.start + 1,
        fragment.c.end - fragment.c.start,
    )


def speaks(library: Library, flt: Filter) -> pd.DataFrame:
    """Speakers with the number of their quotations and of the words quoted verbatim."""
    if _whole.is_whole(flt):
        return frame(library, _whole.speaks())
    quote, entity, voice = schema.quotes.c, schema.entities.c, voices()
    number = sa.func.count()
    fragment = schema.fragments
    words = sa.func.word_count(_words_of(fragment, schema.quotes), type_=sa.Integer)
    verbatim = (
        sa.select(fragment.c.quote_id, sa.func.sum(words).label("words"))
        .join(schema.quotes, quote.quote_id == fragment.c.quote_id)
        .where(fragment.c.verbatim, *facts(schema.quotes, flt))
        .group_by(fragment.c.quote_id)
        .cte("verbatim")
    )
    query = (
        sa.select(
            entity.entity_id,
            shown_name().label("name"),
            entity.country,
            number.label("quotes"),
            sa.func.coalesce(sa.func.sum(verbatim.c.words), 0).label("verbatim_words"),
        )
        .join(voice, voice.c.entity_id == entity.entity_id)
        .join(schema.quotes, quote.quote_id == voice.c.fact_id)
        .join(verbatim, verbatim.c.quote_id == quote.quote_id, isouter=True)
        .where(*facts(schema.quotes, flt))
        .group_by(entity.entity_id)
        .order_by(number.desc(), entity.name)
    )
    return frame(library, query)


def speaks_about(library: Library, flt: Filter) -> pd.DataFrame:
    """How many quotations of each speaker mention each country."""
    if _whole.is_whole(flt):
        return frame(library, _whole.speaks_about())
    quote, part = schema.quotes.c, schema.involvements
    speaker, entity = schema.entities.alias("speaker"), schema.entities.alias("entity")
    country, voice = country_of(part, entity), voices()
    number = sa.func.count(quote.quote_id.distinct())
    query = (
        sa.select(
            speaker.c.entity_id.label("speaker_id"),
            shown_name(speaker).label("speaker"),
            country.label("country"),
            sa.func.country_name(country).label("country_name"),
            number.label("quotes"),
        )
        .select_from(schema.quotes)
        .join(voice, voice.c.fact_id == quote.quote_id)
        .join(speaker, speaker.c.entity_id == voice.c.entity_id)
        .join(part, sa.and_(part.c.fact_id == quote.quote_id, part.c.part == "mentioned"))
        .join(entity, entity.c.entity_id == part.c.entity_id, isouter=True)
        .where(*facts(schema.quotes, flt), country.is_not(None))
        .group_by(speaker.c.entity_id, country)
        .order_by(number.desc(), speaker.c.name, country)
    )
    return frame(library, query)


def speakers_named(library: Library, name: str) -> list[str]:
    """Return the ids of the speakers whose name holds `name`, in any case of letters.

    Raises:
        LibraryError: Nobody of that name speaks.
    """
    entity = schema.entities.c
    query = (
        sa.select(entity.entity_id)
        .where(
            sa.or_(entity.name.icontains(name, autoescape=True), entity.entity_id == name),
            entity.entity_id.in_(sa.select(voices().c.entity_id)),
        )
        .order_by(entity.entity_id)
    )
    with library.reading() as connection:
        found = list(connection.scalars(query))
    if not found:
        raise LibraryError(f"Nobody named “{name}” speaks in the library; check the spelling.")
    return found
