"""What people decided, article by article, for those who train a model with it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.reviews.anchors import place_of
from briefing.library.store import Library
from briefing.tables import FACT_TABLES

REJECTED = "rejected"
"""The group of what the program read and a person rejected."""

_LABELS = {"quotes": "kind", "events": "kind", "relations": "quad"}
"""The column that is a span's label, by table."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One fact that somebody decided on.

    Attributes:
        group: Its table; `rejected` where it is none.
        start: Where its words begin.
        end: Where they end; of a relation the words that state it.
        label: What it is: a quotation's or an event's kind, a relation's class; of what was
            rejected its table.
        fact_id: Its id.
        row: Its row of its table, and of who decided: verdict and reviewer.
    """

    group: str
    start: int
    end: int
    label: str
    fact_id: str
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taught:
    """An article with what people decided on it.

    Attributes:
        article: Its row of table `articles`.
        lessons: The facts, in the order of the text.
    """

    article: dict[str, Any]
    lessons: tuple[Lesson, ...]


def taught(library: Library) -> list[Taught]:
    """Return the articles of the library with facts that somebody decided on, in their order."""
    found: dict[str, list[Lesson]] = defaultdict(list)
    held, machine = schema.reviewed, schema.machine
    with library.reading() as connection:
        for name in FACT_TABLES:
            table, key = schema.TABLES[name], schema.FACT_KEYS[name]
            query = sa.select(table, held.c.verdict, held.c.reviewer).join(
                held, held.c.fact_id == table.c[key]
            )
            for row in connection.execute(query).mappings():
                label = str(row[_LABELS[name]])
                found[row["article_id"]].append(_lesson(name, label, str(row[key]), dict(row)))
        query = (
            sa.select(machine.c.fact_id, machine.c.record, machine.c.rows, held.c.reviewer)
            .join(held, held.c.fact_id == machine.c.fact_id)
            .where(held.c.verdict == "rejected", machine.c.record.in_(FACT_TABLES))
        )
        for each in connection.execute(query):
            for row in json.loads(each.rows)[each.record]:
                row |= {"verdict": "rejected", "reviewer": each.reviewer}
                found[row["article_id"]].append(_lesson(REJECTED, each.record, each.fact_id, row))
        articles = connection.execute(
            sa.select(schema.articles).order_by(schema.articles.c.number)
        ).mappings()
        return [
            Taught(dict(row), tuple(sorted(found[row["article_id"]], key=_order)))
            for row in articles
            if row["article_id"] in found
        ]


def _lesson(group: str, label: str, fact_id: str, row: dict[str, Any]) -> Lesson:
    start, end = place_of(row)
    return Lesson(group, start, end, label, fact_id, row)


def _order(lesson: Lesson) -> tuple[int, int, str]:
    return lesson.start, lesson.end, lesson.fact_id
