"""Which relations are one and the same, said of both sides at once.

"The alliance between Chile and Peru" is a row from Chile to Peru and one from Peru to Chile. A
reader counts it once; here is what "the same words, the other way round" means, for frames and
for the database.

A frame holds one relation a row, or is counted: it has a column `number`, and a row stands for so
many (queries/related.py). What adds up relations reads both.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import sqlalchemy as sa

from briefing.library import schema
from briefing.library.readings import certain_enough

_WORDS = ("article_id", "trigger_start", "quad", "standing")
"""What two rows share that come from the same words."""


def mutual(rows: pd.DataFrame) -> pd.Series[bool]:
    """Say for each relation whether the same words also give it the other way round.

    Args:
        rows: Relations, as of `tables.relations`, or counted: whether some of a row's are.
    """
    if "number" in rows:
        return rows["mutual"].astype(bool)
    words = np.zeros(len(rows), dtype=np.int64)
    for name in _WORDS:
        # Numbered anew after each column, so that the numbers never outgrow 64 bits.
        codes, values = pd.factorize(rows[name], use_na_sentinel=False)
        words = pd.factorize(words * len(values) + codes)[0].astype(np.int64)
    ends, parties = pd.factorize(
        np.concatenate([rows["source"].to_numpy(object), rows["target"].to_numpy(object)])
    )
    source, target = ends[: len(rows)], ends[len(rows) :]
    there = (words * len(parties) + source) * len(parties) + target
    back = (words * len(parties) + target) * len(parties) + source
    return pd.Series(np.isin(back, there) & (source != target), index=rows.index, dtype=bool)


def once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return relations with mutual ones in one direction only: that of the lesser code."""
    if "number" in rows:
        kept = rows[rows["number_once"] > 0]
        return kept.assign(number=kept["number_once"], tone=kept["tone_once"])
    return rows[~(mutual(rows) & (rows["source"] > rows["target"]))]


def numbers(rows: pd.DataFrame) -> pd.Series[int]:
    """Return how many relations each row stands for."""
    if "number" in rows:
        return rows["number"].astype("int64")
    return pd.Series(1, index=rows.index, dtype="int64")


def how_many(rows: pd.DataFrame) -> int:
    """Return how many relations rows stand for."""
    return int(rows["number"].sum()) if "number" in rows else len(rows)


def said_once(relation: sa.FromClause = schema.relations) -> sa.ColumnElement[bool]:
    """Return the condition that keeps of each mutual relation the row that `once` keeps."""
    other = schema.relations.alias("other_way")
    back = sa.select(other.c.relation_id).where(
        *(other.c[name] == relation.c[name] for name in _WORDS),
        other.c.source == relation.c.target,
        other.c.target == relation.c.source,
        relation.c.source > relation.c.target,
        certain_enough(other),
    )
    return ~back.exists()
