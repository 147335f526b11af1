"""What every query shares: which facts pass the filter, and how rows become a DataFrame."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal

import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.claims import voices
from briefing.library.filter import Filter
from briefing.library.readings import Readings, passing
from briefing.library.search import Snippet, matches
from briefing.library.store import Library
from briefing.tables import FACT_TABLES, SCHEMAS
from briefing.wording.highest import BETWEEN

Condition = sa.ColumnElement[bool]
Field = Literal["countries", "speakers", "articles", "tags", "period", "words"]


def frame(
    library: Library,
    statement: sa.Select[Any],
    *,
    tuples: Collection[str] = (),
) -> pd.DataFrame:
    """Run a query and return its rows: numbers with the tables' dtypes, words as plain strings.

    A null is None among words and <NA> among whole numbers.

    Args:
        library: The library.
        statement: The query; the names of its columns become the frame's.
        tuples: Columns that hold a JSON list, which become tuples.
    """
    kinds = {str(column.name): column.type for column in statement.selected_columns}
    with library.reading() as connection:
        found = connection.execute(statement)
        rows = found.cursor.fetchall() if found.cursor is not None else []  # as the driver has them
    data = pd.DataFrame(rows, columns=list(kinds), dtype=object)
    for column, kind in kinds.items():
        if column in tuples:
            cells = data[column]
            lists = {cell: tuple(json.loads(cell)) if cell else () for cell in set(cells)}
            data[column] = [lists[cell] for cell in cells]  # the same few lists, many times
        elif isinstance(kind, Snippet):
            data[column] = [Snippet.read(cell) for cell in data[column]]
        elif isinstance(kind, sa.Integer):
            data[column] = data[column].astype("Int64")
        elif isinstance(kind, sa.Float):
            data[column] = data[column].astype("float64")
        elif isinstance(kind, sa.Boolean):
            data[column] = data[column].astype("bool")
    return data


def paged(
    table: sa.Table,
    conditions: list[Condition],
    order: Sequence[sa.ColumnElement[Any]],
    *,
    limit: int | None,
    offset: int,
) -> list[Condition]:
    """Return the conditions that only `limit` rows after the first `offset` pass, in this order.

    The keys are chosen first, so that what is joined to a row is worked out for these rows alone.
    """
    if limit is None and not offset:
        return conditions
    article = schema.articles.c
    chosen = (
        sa.select(_key(table))
        .join(schema.articles, article.article_id == table.c.article_id)
        .where(*conditions)
        .order_by(*order)
        .limit(limit)
        .offset(offset)
    )
    return [_key(table).in_(chosen)]


def in_articles(flt: Filter, *, skip: Field | None = None) -> sa.Select[Any]:
    """Select the ids of the articles that facts may come from: those named, else those shown.

    Which of them hold a fact that passes is asked by `view.resting_on`.
    """
    column = schema.articles.c
    chosen = sa.select(column.article_id)
    if skip != "period" and flt.no_days:
        chosen = chosen.where(sa.false())
    if skip != "period" and flt.of_period and flt.dated_only:
        chosen = chosen.where(dated())
    if flt.tags and skip != "tags":
        tag = schema.tags.c
        chosen = chosen.where(
            column.article_id.in_(sa.select(tag.article_id).where(tag.tag.in_(flt.tags)))
        )
    if flt.ceiling:
        chosen = chosen.where(column.article_id.not_in(_above(flt.ceiling)))
    if flt.articles and skip != "articles":
        return chosen.where(column.article_id.in_(flt.articles))
    return chosen.where(column.shown)


def _above(ceiling: str) -> sa.CompoundSelect[Any]:
    """Select the articles that are not known, with all their facts, to be within a ceiling."""
    marked = (schema.markings.c, schema.word_markings.c)
    return sa.union(
        *(
            sa.select(one.article_id).where(
                sa.not_(sa.func.is_within(one.marking, ceiling, type_=sa.Boolean))
            )
            for one in marked
        )
    )


def dated() -> Condition:
    """Return the condition that something is known of the day of an article."""
    column = schema.articles.c
    known = (column.published, column.published_earliest, column.published_latest)
    return sa.func.coalesce(*known).is_not(None)


def narrows(flt: Filter, *, skip: Field | None = None) -> bool:
    """Say whether a filter narrows by more than articles, so that kept counts cannot answer."""
    return bool(
        (flt.countries and skip != "countries")
        or (flt.speakers and skip != "speakers")
        or flt.of_period
        or flt.no_days
        or flt.checked_only
        or flt.facts
        or match_of(flt.words)
    )


def whole_articles(flt: Filter) -> sa.Select[Any] | None:
    """Select the articles whose names, quotations and relations pass, all of them.

    Returns:
        None where the filter narrows within articles too; by a period it does so only what has
        days of its own, events and times.
    """
    if narrows(replace(flt, earliest=None, latest=None)):
        return None
    return in_articles(flt).where(*published_in_period(flt))


def facts(
    table: sa.Table,
    flt: Filter,
    *,
    skip: Field | None = None,
    readings: Readings = "certain",
) -> list[Condition]:
    """Return the conditions under which the rows of a table of facts pass the filter.

    Args:
        table: One of quotes, events, relations, times and mentions.
        flt: The filter.
        skip: The field that is not to narrow, such as countries when countries are counted.
        readings: Whether those certain enough to be shown, the possible ones, or all.
    """
    conditions: list[Condition] = [
        table.c.article_id.in_(in_articles(flt, skip=skip)),
        *passing(table, readings),
    ]
    if flt.checked_only:
        held = schema.reviewed.c
        checked = sa.select(held.fact_id).where(held.verdict != "rejected")
        conditions.append(_of_facts(table, checked))
    if flt.facts:
        listed = sa.func.json_each(json.dumps(flt.facts)).table_valued("value")
        conditions.append(_of_facts(table, sa.select(listed.c.value)))  # one value, however many
    if flt.countries and skip != "countries":
        conditions.append(_of_countries(table, flt.countries))
    if flt.speakers and skip != "speakers":
        conditions.append(_of_speakers(table, flt.speakers))
    if skip != "period":
        conditions += in_period(table, flt)
    if skip != "words" and (match := match_of(flt.words)) is not None:
        conditions.append(_with_words(table, match))
    return conditions


def _key(table: sa.Table) -> sa.Column[Any]:
    return table.c[schema.FACT_KEYS[table.name]]


def _of_facts(table: sa.Table, those: sa.Select[Any]) -> Condition:
    """Pass one of these facts, or what stands in a sentence with one of them."""
    if table.name in FACT_TABLES:
        return _key(table).in_(those)
    held = (schema.TABLES[name] for name in FACT_TABLES)
    beside = (
        sa.select(one.c.article_id, one.c.sentence).where(_key(one).in_(those)) for one in held
    )
    here = sa.tuple_(table.c.article_id, table.c.sentence)
    within = _within(table, schema.quotes.c.quote_id.in_(those))
    return sa.or_(here.in_(sa.union(*beside)), within)


def _within(table: sa.Table, quoted: Condition) -> Condition:
    """Pass what stands inside a quotation of which `quoted` holds."""
    quote = schema.quotes.c
    inside = (
        sa.select(_key(table))
        .join(
            schema.quotes,
            sa.and_(
                quote.article_id == table.c.article_id,
                quote.start <= table.c.start,
                quote.end >= table.c.end,
            ),
        )
        .where(quoted)
    )
    return _key(table).in_(inside)


def _of_countries(table: sa.Table, countries: Sequence[str]) -> Condition:
    """Pass a fact in which one of the countries, or somebody of it, takes part."""
    theirs = sa.select(schema.entities.c.entity_id).where(schema.entities.c.country.in_(countries))
    if table is schema.mentions:
        return table.c.entity_id.in_(theirs)
    if table is schema.times:
        return _beside(table, schema.mentions.c.entity_id.in_(theirs))
    part = schema.involvements.c
    return _key(table).in_(
        sa.union(
            sa.select(part.fact_id).where(part.country.in_(countries)),
            sa.select(part.fact_id).where(part.entity_id.in_(theirs)),
        )
    )


def _of_speakers(table: sa.Table, speakers: Sequence[str]) -> Condition:
    """Pass what the speakers say, take part in, or are said to have claimed or denied."""
    part = schema.involvements.c
    if table is schema.quotes:
        return spoken_by(speakers)
    if table is schema.mentions:
        return sa.or_(table.c.entity_id.in_(speakers), _said_by(table, speakers))
    if table is schema.times:
        return sa.or_(
            _beside(table, schema.mentions.c.entity_id.in_(speakers)), _said_by(table, speakers)
        )
    taken = _key(table).in_(sa.select(part.fact_id).where(part.entity_id.in_(speakers)))
    listed = sa.literal("; ") + table.c.denied_by + sa.literal("; ")
    denied = [sa.func.instr(listed, f"; {speaker}; ") > 0 for speaker in speakers]
    theirs = sa.or_(taken, table.c.attributed_to.in_(speakers), *denied)
    return theirs if table is schema.relations else sa.or_(theirs, _said_by(table, speakers))


def _said_by(table: sa.Table, speakers: Sequence[str]) -> Condition:
    """Pass what stands inside a quotation by one of the speakers."""
    return _within(table, spoken_by(speakers))


def spoken_by(speakers: Sequence[str]) -> Condition:
    """Return the condition that a quotation is by one of the speakers, alone or with others."""
    voice = voices()
    return schema.quotes.c.quote_id.in_(
        sa.select(voice.c.fact_id).where(voice.c.entity_id.in_(speakers))
    )


def _beside(table: sa.Table, mentioned: Condition) -> Condition:
    """Pass what stands in one sentence with such a mention."""
    mention = schema.mentions.c
    return sa.tuple_(table.c.article_id, table.c.sentence).in_(
        sa.select(mention.article_id, mention.sentence).where(mentioned)
    )


def in_period(table: sa.Table, flt: Filter) -> list[Condition]:
    """Pass what may lie in the period: by its own dates, else by its article's; undated passes."""
    if not flt.of_period:
        return []
    bounds = sa.select(schema.articles.c.article_id).where(*published_in_period(flt))
    by_article = table.c.article_id.in_(bounds)
    if table is not schema.events and table is not schema.times:
        return [by_article]
    dated = sa.or_(table.c.earliest.is_not(None), table.c.latest.is_not(None))
    own: list[Condition] = []
    if flt.earliest:
        own.append(sa.func.coalesce(table.c.latest, "9999-12-31") >= flt.earliest)
    if flt.latest:
        own.append(sa.func.coalesce(table.c.earliest, "") <= flt.latest)
    return [sa.or_(sa.and_(dated, *own), sa.and_(sa.not_(dated), by_article))]


def published_in_period(flt: Filter) -> list[Condition]:
    """Return the conditions that an article may have been published in the period."""
    article, conditions = schema.articles.c, list[Condition]()
    if flt.earliest:
        conditions.append(sa.func.coalesce(article.published_latest, "9999-12-31") >= flt.earliest)
    if flt.latest:
        conditions.append(sa.func.coalesce(article.published_earliest, "") <= flt.latest)
    return conditions


def _with_words(table: sa.Table, match: str) -> Condition:
    """Pass what touches a sentence that holds the words."""
    touching = searched(_key(table)).join(table, touches(table)).where(matches(match))
    return _key(table).in_(touching)


def searched(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Select columns from the search index with its sentences; `matches` says what is found."""
    number = schema.sentences.c.number
    return (
        sa.select(*columns)
        .select_from(schema.search_index)
        .join(schema.sentences, number == schema.search_index.c.rowid)
    )


def touches(table: sa.FromClause) -> Condition:
    """Return the condition that a row of a table shares words with a row of `sentences`."""
    sentence = schema.sentences.c
    return sa.and_(
        table.c.article_id == sentence.article_id,
        table.c.start < sentence.end,
        table.c.end > sentence.start,
    )


_PHRASES = re.compile(r'"([^"]+)"|(\S+)')


def match_of(words: str) -> str | None:
    """Turn a person's words into an FTS5 query: all of them, in any order; "…" is a phrase.

    A word with * behind it is the beginning of one. Every word is quoted, so that no sign of it is
    read as the query language's.

    Returns:
        None when there is no word in it.
    """
    terms = (
        f'"{term.removesuffix("*")}"' + ("*" if term.endswith("*") else "")
        for term in _terms(words)
    )
    return " ".join(terms) or None


def terms_of(words: str) -> list[str]:
    """Return the words and phrases that a person looks for, without marks and stars."""
    return [term.removesuffix("*") for term in _terms(words)]


def _terms(words: str) -> list[str]:
    plain = words.translate(str.maketrans("“”„«»", '"""""')).replace("\x00", " ")
    found = (phrase or word for phrase, word in _PHRASES.findall(plain))
    return [
        term.replace('"', " ").strip() for term in found if any(sign.isalnum() for sign in term)
    ]


def columns_of(table: sa.Table) -> list[sa.Column[Any]]:
    """Return the columns that `briefing.tables` gives this table, in their order."""
    return [table.c[name] for name in SCHEMAS[table.name].columns]


def beside_sentence(
    statement: sa.Select[Any], table: sa.FromClause, *, span: bool = True
) -> sa.Select[Any]:
    """Join a fact's sentence: `sentence_text` and, with `span`, its offsets."""
    sentence = schema.sentences.c
    joined = statement.join(schema.sentences, its_sentence(table), isouter=True).add_columns(
        sentence.text.label("sentence_text")
    )
    if span:
        joined = joined.add_columns(
            sentence.start.label("sentence_start"), sentence.end.label("sentence_end")
        )
    return joined


def its_sentence(table: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return the condition that a row of `sentences` is the one in which a table's row stands."""
    sentence = schema.sentences.c
    return sa.and_(sentence.article_id == table.c.article_id, sentence.sentence == table.c.sentence)


def beside_review(statement: sa.Select[Any], table: sa.Table) -> sa.Select[Any]:
    """Join what people decided on a fact: `review` (its verdict), `reviewer`, `reviewed_at`.

    And `reviewed_fields`, what they corrected of it, as JSON; and `own_marking`, the markings that
    its words have of their own, null for none.
    """
    held, marked = schema.reviewed.alias("held"), schema.word_markings.c
    own_marking = (
        sa.select(sa.func.group_concat(marked.marking, BETWEEN))
        .where(
            marked.article_id == table.c.article_id,
            marked.start < table.c.end,
            marked.end > table.c.start,
        )
        .correlate(table)
        .scalar_subquery()
    )
    return statement.join(
        held, held.c.fact_id == table.c[schema.FACT_KEYS[table.name]], isouter=True
    ).add_columns(
        held.c.verdict.label("review"),
        held.c.reviewer,
        held.c.at.label("reviewed_at"),
        held.c.fields.label("reviewed_fields"),
        own_marking.label("own_marking"),
    )


def shown_name(entity: sa.FromClause = schema.entities) -> sa.ColumnElement[Any]:
    """Return the name of an entity to show: a country's as the setting `names` says."""
    return sa.case(
        (
            sa.and_(entity.c.kind == "country", entity.c.country.is_not(None)),
            sa.func.country_name(entity.c.country, type_=sa.String),
        ),
        else_=entity.c.name,
    )


def without_country() -> list[Condition]:
    """Return the conditions that an entity has no country and should have one."""
    entity = schema.entities.c
    return [
        entity.country.is_(None),
        entity.kind.in_(("place", "organisation")),
        sa.func.lacks_country(entity.entity_id, entity.kind, entity.name) == 1,
    ]


def entity_name(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """Return the name of the entity, or country, that a column holds the id, or code, of."""
    entity = schema.entities.alias()
    return sa.func.coalesce(
        sa.select(shown_name(entity)).where(entity.c.entity_id == column).scalar_subquery(),
        sa.func.country_name(column),
    )


def country_of(part: sa.FromClause, entity: sa.FromClause) -> sa.ColumnElement[Any]:
    """Return the country of an involvement: its own, else its entity's."""
    return sa.func.coalesce(part.c.country, entity.c.country)


def one_of(column: sa.ColumnElement[Any], values: Iterable[str]) -> list[Condition]:
    """Return the condition that a column is one of the values; none when there are none."""
    chosen = list(values)
    return [column.in_(chosen)] if chosen else []


def all_facts(flt: Filter, *, skip: Field | None = None) -> sa.CompoundSelect[Any]:
    """Select article_id and fact_id of the quotations, events and relations that pass."""
    return sa.union_all(
        *(
            sa.select(table.c.article_id, _key(table).label("fact_id")).where(
                *facts(table, flt, skip=skip)
            )
            for table in (schema.quotes, schema.events, schema.relations)
        )
    )


def name_holders(library: Library, data: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Write names in the place of entity ids in columns that hold ids or words, "; " between."""
    parts = {
        part
        for column in columns
        for cell in data[column].dropna().unique()
        for part in cell.split("; ")
    }
    entity = schema.entities.c
    with library.reading() as connection:
        rows = connection.execute(
            sa.select(entity.entity_id, shown_name().label("name")).where(
                entity.entity_id.in_(parts)
            )
        )
        names = {str(row.entity_id): str(row.name) for row in rows}
    for column in columns:
        data[column] = [
            "; ".join(names.get(part, part) for part in cell.split("; ")) if cell else None
            for cell in data[column]
        ]
    return data
