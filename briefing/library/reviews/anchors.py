"""Which fact a decision is about: by its id, or, after another reading, by its words."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.library.reviews.decision import Decision
from briefing.library.rows import Row
from briefing.library.schema import FACT_KEYS

_ENOUGH = 0.6
"""So much of two spans must be shared for them to be one fact read twice."""


def fact_of(decision: Decision, rows: Iterable[Row]) -> str | None:
    """Return the id of the fact that a decision is about; None where its words are read no more.

    An article's text never changes, so words stay where they were; another reading may cut them
    longer or shorter, which changes the id. A relation is the same only between the same two.

    Args:
        decision: The decision, on a fact of an article.
        rows: The article's rows of the decision's table.
    """
    key = FACT_KEYS[decision.record]
    best: tuple[float, str] | None = None
    for row in rows:
        if row[key] == decision.fact_id:
            return decision.fact_id
        shared = _shared(decision, row)
        if (
            shared >= _ENOUGH
            and _same_parties(decision, row)
            and (best is None or shared > best[0])
        ):
            best = shared, row[key]
    return best[1] if best else None


def _shared(decision: Decision, row: Row) -> float:
    """Return how much of the longer of two spans both cover, 0 to 1."""
    start, end = place_of(row)
    if decision.start is None or decision.end is None:
        return 0.0
    common = min(end, decision.end) - max(start, decision.start)
    return max(0.0, common / max(end - start, decision.end - decision.start))


def place_of(row: Row) -> tuple[int, int]:
    """Return the span by which a fact is known: a relation's is its trigger."""
    if "trigger_start" in row:
        return row["trigger_start"], row["trigger_end"]
    return row["start"], row["end"]


def is_twin(record: str, added: Row, read: Row) -> bool:
    """Say whether the program reads the same fact that a person added.

    Args:
        record: The table of both.
        added: The row that was added.
        read: A row that was read.
    """
    start, end = place_of(added)
    first, last = place_of(read)
    common = min(end, last) - max(start, first)
    if record == "relations":
        alike = all(added[name] == read[name] for name in ("source", "target", "quad"))
        return alike and common > 0
    return common >= _ENOUGH * max(end - start, last - first)


def _same_parties(decision: Decision, row: Row) -> bool:
    return decision.record != "relations" or decision.fact_id.split(".")[3:] == [
        row["source"],
        row["target"],
    ]
