"""What people decided on an article with a speaker under the rule, without the speaker, and back.

While the rule holds, table `reviews` has these decisions with “a participant”; they lie sealed with
the article as they were made, and those made meanwhile go back to its words with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.chatham.names import PARTICIPANT, Names
from briefing.library.chatham.wording import Cuts, Without
from briefing.library.reviews.adding import added_id
from briefing.library.rows import Row

_TEXTS = ("words", "value", "note")


def of_article(connection: sa.Connection, article_id: str) -> list[Row]:
    """Return the decisions on an article and its facts, as rows in the order they were made."""
    review = schema.reviews
    query = sa.select(review).where(review.c.article_id == article_id)
    found = connection.execute(query.order_by(sa.literal_column("reviews.rowid"))).mappings()
    return [dict(row) for row in found]


def take_speaker_out(
    connection: sa.Connection, rows: Sequence[Row], old: str, made: Without, ids: set[str]
) -> None:
    """Let the decisions on an article be without a speaker, at the places of its new text.

    Args:
        connection: A write transaction.
        rows: The decisions as they are.
        old: The text as it was.
        made: The article without the speaker.
        ids: The entities that are the speaker.
    """
    renamed: dict[str, str] = {}
    new = [_without(row, old, made, ids, renamed) for row in rows]
    _write(connection, [row for row in new if not tells(row, made.words, ids)], rows)


def put_speaker_back(
    connection: sa.Connection,
    rows: Sequence[Row],
    sealed: Sequence[Row],
    texts: tuple[str, str],
    cuts: Cuts,
) -> None:
    """Let the decisions be as they were made; those made meanwhile get their places back.

    Args:
        connection: A write transaction.
        rows: The decisions as they stand.
        sealed: Those that were made before the rule.
        texts: The text as it was and is again, and the one that was shown.
        cuts: What was taken out of it.
    """
    known = {row["review_id"] for row in sealed}
    since = [_back(row, texts, cuts) for row in rows if row["review_id"] not in known]
    _write(connection, [*sealed, *since], rows)


def of_speaker(connection: sa.Connection, words: Names, ids: set[str]) -> list[Row]:
    """Return the decisions on entities and elsewhere that would tell who a speaker is."""
    query = sa.select(schema.reviews).order_by(sa.literal_column("reviews.rowid"))
    rows = (dict(row) for row in connection.execute(query).mappings())
    return [row for row in rows if tells(row, words, ids)]


def take_out(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Take decisions out of the table, with what holds by those on entities."""
    _delete(connection, [row["review_id"] for row in rows])
    entities = sorted({row["fact_id"] for row in rows if row["record"] == "entities"})
    for table in (schema.reviewed, schema.machine):
        connection.execute(table.delete().where(table.c.fact_id.in_(entities)))


def put_in(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Put decisions back that were taken out."""
    if rows:
        connection.execute(schema.reviews.insert(), list(rows))


def _without(
    row: Row, old: str, made: Without, ids: set[str], renamed: dict[str, str]
) -> dict[str, Any]:
    new = dict(row)
    for name in _TEXTS:
        if new[name] is not None:
            new[name] = plain(new[name], made.words, ids)
    return _placed(row, new, (old, made.article.text), made.cuts, ids, renamed)


def _placed(
    row: Row,
    new: dict[str, Any],
    texts: tuple[str, str],
    cuts: Cuts,
    ids: set[str],
    renamed: dict[str, str],
) -> dict[str, Any]:
    if row["start"] is None:
        return new
    old, text = texts
    new["start"], new["end"] = cuts.now(row["start"], row["end"])
    if old[row["start"] : row["end"]] == row["words"]:
        new["words"] = text[new["start"] : new["end"]]
    if row["verdict"] == "added" and not any(each in row["fact_id"] for each in ids):
        fields: Mapping[str, str | None] = json.loads(new["value"])
        renamed[row["fact_id"]] = added_id(
            row["article_id"], row["record"], new["start"], new["end"], fields
        )
    new["fact_id"] = renamed.get(row["fact_id"], row["fact_id"])
    return new


def brought(row: Row, texts: tuple[str, str], cuts: Cuts, ids: set[str]) -> Row:
    """Return a decision on an article as it was at the places of the text that is shown.

    Args:
        row: The decision.
        texts: The text as it was, and the one that is shown.
        cuts: What was taken out of the old one.
        ids: The entities that are the speakers.
    """
    return _placed(row, dict(row), texts, cuts, ids, {})


def plain(value: str, words: Names, ids: set[str]) -> str:
    """Return a value without a speaker: an id, words, or what JSON holds of them."""
    if value.startswith("{"):
        held: dict[str, Any] = json.loads(value)
        new = {
            name: plain(each, words, ids) if isinstance(each, str) else each
            for name, each in held.items()
        }
        return json.dumps(new, ensure_ascii=False, sort_keys=True)
    named = [PARTICIPANT if each in ids else each for each in value.split("; ")]
    return words.without("; ".join(named))


def tells(row: Row, words: Names, ids: set[str]) -> bool:
    """Say whether a decision tells who a speaker is."""
    texts = [row["fact_id"], row["field"], *(row[name] or "" for name in _TEXTS)]
    return any(each in text for each in ids for text in texts) or any(map(words.are_in, texts))


def _back(row: Row, texts: tuple[str, str], cuts: Cuts) -> Row:
    if row["start"] is None:
        return row
    old, text = texts
    start, end = cuts.before(row["start"], row["end"])
    as_is = text[row["start"] : row["end"]] == row["words"]
    new = {**row, "start": start, "end": end, "words": old[start:end] if as_is else row["words"]}
    if row["verdict"] == "added":
        new["fact_id"] = added_id(
            row["article_id"], row["record"], start, end, json.loads(row["value"])
        )
    return new


def _write(connection: sa.Connection, new: Sequence[Row], old: Sequence[Row]) -> None:
    _delete(connection, [row["review_id"] for row in old])
    put_in(connection, new)


def _delete(connection: sa.Connection, ids: Sequence[str]) -> None:
    review = schema.reviews
    for first in range(0, len(ids), 500):
        connection.execute(review.delete().where(review.c.review_id.in_(ids[first : first + 500])))
