"""Says whether plain rows keep the rules of their tables, without making tables of them.

Nearly all do, and making tables to find that out costs more than reading the article. The rules
are those of `briefing.tables`; where a row may break one, pandera says which (checking.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandera.pandas as pa

from briefing.tables import EXTRACTED, SCHEMAS, SPANS

Row = Mapping[str, Any]

_TYPES: Mapping[str, type] = {"Int64": int, "float64": float, "bool": bool}
"""What a column's values are; those of all others are texts."""


def keep_the_rules(rows: Mapping[str, Sequence[Row]]) -> bool:
    """Say whether all rows of all tables surely keep the rules.

    Args:
        rows: The rows of each table of `EXTRACTED`; what may be empty may be missing.
    """
    lengths = {row["article_id"]: len(row["text"] or "") for row in rows["articles"]}
    return all(_all_keep(_rules(name), rows[name], lengths) for name in EXTRACTED)


def complete(rows: Mapping[str, Sequence[Row]]) -> dict[str, list[dict[str, Any]]]:
    """Give each row all columns of its table, in order, None for what is missing."""
    return {
        name: [{column: row.get(column) for column in SCHEMAS[name].columns} for row in rows[name]]
        for name in EXTRACTED
    }


@dataclass(frozen=True, slots=True)
class _Rules:
    columns: tuple[tuple[str, type, bool, Callable[[Any], bool] | None], ...]
    unique: tuple[str, ...]
    spans: tuple[tuple[str, str], ...]


def _all_keep(rules: _Rules, rows: Sequence[Row], lengths: Mapping[str, int]) -> bool:
    seen = set()
    for row in rows:
        for name, kind, nullable, holds in rules.columns:
            value = row.get(name)
            if value is None:
                if not nullable:
                    return False
            elif type(value) is not kind or (holds is not None and not holds(value)):
                return False
        for start, end in rules.spans:
            first, last = row.get(start), row.get(end)
            if first is not None and last is not None and first >= last:
                return False
            if last is not None and last > lengths.get(row["article_id"], 0):
                return False
        seen.add(tuple(row.get(name) for name in rules.unique))
    return len(seen) == len(rows) or not rules.unique


@cache
def _rules(name: str) -> _Rules:
    schema = SCHEMAS[name]
    columns = tuple(
        (column, _TYPES.get(str(spec.dtype), str), bool(spec.nullable), _holds(spec.checks))
        for column, spec in schema.columns.items()
    )
    spans = tuple(span for span in SPANS if span[0] in schema.columns)
    return _Rules(columns, tuple(schema.unique or ()), spans)


def _holds(checks: Sequence[pa.Check]) -> Callable[[Any], bool] | None:
    """Return what a column's checks ask of a value; one that is not known here holds of none."""
    if not checks:
        return None
    (check,) = checks
    said = check.statistics or {}
    if check.name == "isin":
        return frozenset(said["allowed_values"]).__contains__
    if check.name == "greater_than_or_equal_to":
        least = said["min_value"]
        return lambda value: bool(value >= least)
    if check.name == "in_range":
        least, most = said["min_value"], said["max_value"]
        return lambda value: bool(least <= value <= most)
    return lambda value: False
