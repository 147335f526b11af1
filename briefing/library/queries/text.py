"""One article as it is read: what to highlight, the margin, and single facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

import pandas as pd
import sqlalchemy as sa

from briefing.errors import LibraryError
from briefing.library import schema
from briefing.library.articles import lines_of
from briefing.library.queries._select import (
    columns_of,
    entity_name,
    frame,
    its_sentence,
    shown_name,
)
from briefing.library.readings import certain_enough
from briefing.library.store import Library
from briefing.tables import fact_id as spell_fact_id
from briefing.wording.speakers import NOT_NAMED

_TABLE_OF = {"m": "mentions", "q": "quotes", "t": "times", "e": "events", "r": "relations"}


def spans(library: Library, article_id: str) -> pd.DataFrame:
    """Everything to highlight in one article, by start, the longer span first."""
    mention, entity, time = schema.mentions.c, schema.entities.c, schema.times.c
    layer = sa.case(
        (entity.kind == "person", "people"),
        (entity.kind.in_(("country", "place")), "countries"),
        else_="others",
    )
    mentions = (
        sa.select(
            layer.label("layer"),
            mention.start,
            mention.end,
            mention.mention_id.label("fact_id"),
            shown_name().label("label"),
            entity.entity_id,
        )
        .join(schema.entities, entity.entity_id == mention.entity_id)
        .where(mention.article_id == article_id)
    )
    dates = sa.select(
        sa.literal("dates").label("layer"),
        time.start,
        time.end,
        time.time_id,
        sa.func.coalesce(time.date, time.value, time.text),
        sa.null(),
    ).where(time.article_id == article_id)
    everything = sa.union_all(mentions, dates, *_fact_spans(article_id)).subquery()
    query: sa.Select[Any] = sa.select(everything).order_by(
        everything.c.start, everything.c.end.desc(), everything.c.layer, everything.c.fact_id
    )
    return frame(library, query)


def _fact_spans(article_id: str) -> list[sa.Select[Any]]:
    """Select layer, start, end, fact_id, label, entity_id of facts certain enough."""
    quote, event, relation = schema.quotes, schema.events.c, schema.relations.c
    speaker = sa.func.coalesce(entity_name(quote.c.speaker_id), quote.c.speaker, NOT_NAMED)
    return [
        sa.select(
            sa.literal("quotations").label("layer"),
            quote.c.start,
            quote.c.end,
            quote.c.quote_id.label("fact_id"),
            (speaker + ", " + quote.c.act).label("label"),
            quote.c.speaker_id.label("entity_id"),
        ).where(quote.c.article_id == article_id),
        sa.select(
            sa.literal("events").label("layer"),
            event.start,
            event.end,
            event.event_id.label("fact_id"),
            event.title.label("label"),
            event.occasion_id.label("entity_id"),
        ).where(event.article_id == article_id, certain_enough(schema.events)),
        sa.select(
            sa.literal("relations").label("layer"),
            relation.start,
            relation.end,
            relation.relation_id.label("fact_id"),
            (
                entity_name(relation.source)
                + " → "
                + entity_name(relation.target)
                + ": "
                + relation.trigger
            ).label("label"),
            sa.null().label("entity_id"),
        ).where(relation.article_id == article_id, certain_enough(schema.relations)),
    ]


def paragraphs(library: Library, article_id: str) -> pd.DataFrame:
    """The paragraphs of an article, the title being paragraph 0."""
    sentence = schema.sentences.c
    query = (
        sa.select(
            sentence.paragraph,
            sa.func.min(sentence.start).label("start"),
            sa.func.max(sentence.end).label("end"),
        )
        .where(sentence.article_id == article_id)
        .group_by(sentence.paragraph)
        .order_by(sentence.paragraph)
    )
    return frame(library, query)


def sentences(library: Library, article_id: str) -> list[tuple[int, int]]:
    """Return where each sentence of an article begins and ends, in order."""
    sentence = schema.sentences.c
    query = (
        sa.select(sentence.start, sentence.end)
        .where(sentence.article_id == article_id)
        .order_by(sentence.start)
    )
    with library.reading() as connection:
        return [(row.start, row.end) for row in connection.execute(query)]


def facts_at(library: Library, article_id: str) -> pd.DataFrame:
    """The quotations, events and relations of one article for its margin, in reading order."""
    found = sa.union_all(*_fact_spans(article_id)).subquery()
    sentence = schema.sentences.alias()
    paragraph = (
        sa.select(sa.func.max(sentence.c.paragraph))
        .where(sentence.c.article_id == article_id, sentence.c.start <= found.c.start)
        .scalar_subquery()
    )
    query: sa.Select[Any] = sa.select(
        found.c.fact_id,
        found.c.layer,
        found.c.start,
        found.c.end,
        sa.func.coalesce(paragraph, 0).label("paragraph"),
        found.c.label,
    ).order_by(found.c.start, found.c.end, found.c.fact_id)
    return frame(library, query)


class Fact(TypedDict):
    """One fact: its table and row, its span in its article, the sentence that it begins in."""

    table: str
    article_id: str
    start: int
    end: int
    row: dict[str, Any]
    sentence_text: str


def fact(library: Library, fact_id: str) -> Fact:
    """Return one fact, or one sentence (letter s), by its id.

    Raises:
        LibraryError: There is none of that id.
    """
    letter = fact_id.split(".")[1] if fact_id.count(".") >= 2 else ""
    if letter == "s":
        return _sentence(library, fact_id)
    if letter not in _TABLE_OF:
        raise LibraryError("This link does not lead to a fact; it may have been cut short.")
    table = schema.TABLES[_TABLE_OF[letter]]
    sentence = schema.sentences.c
    query = (
        sa.select(*columns_of(table), sentence.text.label("sentence_text"))
        .join(schema.sentences, its_sentence(table), isouter=True)
        .where(table.c[schema.FACT_KEYS[table.name]] == fact_id)
    )
    with library.reading() as connection:
        found = connection.execute(query).mappings().one_or_none()
    if found is None:
        raise LibraryError(
            "This fact is not in the library; its article may have been removed or read again."
        )
    row = dict(found)
    text = row.pop("sentence_text") or ""
    return Fact(
        table=table.name,
        article_id=row["article_id"],
        start=row["start"],
        end=row["end"],
        row=row,
        sentence_text=text,
    )


def _sentence(library: Library, fact_id: str) -> Fact:
    """Return a sentence as if it were a fact: `a1b2c3.s.120-326`."""
    sentence = schema.sentences
    article_id, _, span = fact_id.split(".", 2)
    start = span.partition("-")[0][:9]  # longer ones are no offset and no number of SQLite's
    query = sa.select(sentence).where(
        sentence.c.article_id == article_id,
        sentence.c.start == (int(start) if start.isdecimal() else -1),
    )
    with library.reading() as connection:
        found = connection.execute(query).mappings().one_or_none()
    if found is None or fact_id != _id_of_sentence(found):
        raise LibraryError(
            "This sentence is not in the library; its article may have been removed or read again."
        )
    row = dict(found)
    return Fact(
        table="sentences",
        article_id=row["article_id"],
        start=row["start"],
        end=row["end"],
        row=row,
        sentence_text=row["text"],
    )


def _id_of_sentence(row: Mapping[Any, Any]) -> str:
    return spell_fact_id(row["article_id"], "s", row["start"], row["end"])


def published_evidence(library: Library, article_id: str) -> list[str]:
    """Return why an article's date was inferred, one sentence for each piece of evidence."""
    return _lines(library, schema.evidence, article_id)


def removed(library: Library, article_id: str) -> list[str]:
    """Return what reading cut from an article, in order."""
    return _lines(library, schema.removed, article_id)


def captions(library: Library, article_id: str) -> list[str]:
    """Return the captions and credits of pictures that reading set apart, in order."""
    return _lines(library, schema.captions, article_id)


def _lines(library: Library, table: sa.Table, article_id: str) -> list[str]:
    with library.reading() as connection:
        return list(lines_of(connection, table, article_id))
