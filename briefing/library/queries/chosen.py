"""Facts that somebody chose, by their ids: those that are there, also under another id by now."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.store import Library
from briefing.tables import FACT_TABLES

_ENOUGH = 0.6
"""So much of the longer of two spans must be shared for them to be one fact read twice."""

_ID = re.compile(r"([^.]+)\.([qer])\.(\d+)-(\d+)((?:\..+)?)")
_TABLES = {name[0]: schema.TABLES[name] for name in FACT_TABLES}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What became of chosen facts.

    Attributes:
        ids: Those that are there, by the ids that they have now, in their order; a mutual relation
            once.
        passing: What a filter lets pass for them: these, the other directions of mutual relations,
            and those that are gone, which a later reading may bring back.
        gone: How many are read no more, rejected, or of an article that is removed or not shown.
    """

    ids: tuple[str, ...]
    passing: tuple[str, ...]
    gone: int


def chosen(library: Library, facts: Sequence[str]) -> Chosen:
    """Find chosen facts, which another reading may have cut otherwise.

    An article's text never changes, so words stay where they were; where no fact has the id, the
    one that shares most of its words is meant, and of a relation only one between the same two.

    Args:
        library: The library.
        facts: Their ids, in their order.
    """
    found: list[str] = []
    passing: list[str] = []
    lost: list[str] = []
    other_ways = {fact: way for fact in facts if (way := _other_way(fact))}
    with library.reading() as connection:
        there: set[str] = set()
        for table in _TABLES.values():
            key = table.c[schema.FACT_KEYS[table.name]]
            asked = [*facts, *other_ways.values()]
            listed = sa.func.json_each(json.dumps(asked)).table_valued("value")
            found_here = sa.select(key).where(key.in_(sa.select(listed.c.value)), _shown(table))
            there.update(connection.scalars(found_here))
        for fact in dict.fromkeys(facts):
            now = fact if fact in there else _nearest(connection, fact)
            if now is None:
                lost.append(fact)
            elif now not in passing:
                found.append(now)
                passing += [now, *(way for way in (other_ways.get(now, ""),) if way in there)]
    return Chosen(tuple(found), (*passing, *lost), len(lost))


def _other_way(fact: str) -> str | None:
    """Return the id that a relation has in the other direction; None for other facts."""
    parts = _ID.fullmatch(fact)
    if parts is None or parts[2] != "r":
        return None
    _, source, target = parts[5].split(".") if parts[5].count(".") == 2 else ("", "", "")
    return f"{parts[1]}.r.{parts[3]}-{parts[4]}.{target}.{source}" if source else None


def _shown(table: sa.Table) -> sa.ColumnElement[bool]:
    article = schema.articles.c
    return table.c.article_id.in_(sa.select(article.article_id).where(article.shown))


def _nearest(connection: sa.Connection, fact: str) -> str | None:
    parts = _ID.fullmatch(fact)
    if parts is None:
        return None
    article_id, letter, start, end, more = parts.groups()
    table, first, last = _TABLES[letter], int(start), int(end)
    key = table.c[schema.FACT_KEYS[table.name]]
    query = sa.select(key).where(table.c.article_id == article_id, _shown(table))
    best: tuple[float, str] | None = None
    for other in connection.scalars(query):
        read = _ID.fullmatch(other)
        if read is None or read[5] != more:
            continue
        begins, ends = int(read[3]), int(read[4])
        common = min(last, ends) - max(first, begins)
        shared = common / max(last - first, ends - begins, 1)
        if shared >= _ENOUGH and (best is None or shared > best[0]):
            best = shared, other
    return best[1] if best else None
