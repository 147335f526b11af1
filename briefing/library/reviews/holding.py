"""Reads decisions from the library, and keeps what they come to in table `reviewed`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.reviews.decision import Decision
from briefing.library.reviews.history import Held, Other


def selected(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Decision]:
    """Return the decisions that pass, in the order in which they were made."""
    query = (
        sa.select(*(schema.reviews.c[name] for name in Decision.__dataclass_fields__))
        .where(*conditions)
        .order_by(schema.reviews.c.at, sa.literal_column("reviews.rowid"))
    )
    return [Decision(**row) for row in connection.execute(query).mappings()]


def keep_held(connection: sa.Connection, holding: Mapping[str, tuple[Decision, Held]]) -> None:
    """Write what holds of facts, each with a decision on it."""
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
            "others": json.dumps([_plain(other) for other in found.others]),
        }
        for fact, (decision, found) in holding.items()
    ]
    if rows:
        connection.execute(schema.reviewed.insert(), rows)


def held_of(row: Any) -> Held:
    """Return what holds of a fact from its row of table `reviewed`."""
    others = tuple(Other(**other) for other in json.loads(row.others))
    return Held(row.verdict, json.loads(row.fields), row.reviewer, row.at, row.note, others)


def _plain(other: Other) -> dict[str, Any]:
    return {
        "reviewer": other.reviewer,
        "verdict": other.verdict,
        "fields": dict(other.fields),
        "at": other.at,
    }
