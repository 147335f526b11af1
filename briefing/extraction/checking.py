"""A row that breaks a rule of its table is left out, with a line in the log; the article stays."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
from pandera.errors import SchemaErrors

from briefing.extraction.rules_kept import complete, keep_the_rules
from briefing.tables import EXTRACTED, SCHEMAS, SPANS, Tables, frame, key_of, records, typed

Row = Mapping[str, Any]

_LOG = logging.getLogger(__name__)

_LEADS_TO = {
    "mentions": (("entity_id", "entities"),),
    "antecedents": (("mention_id", "mentions"),),
    "fragments": (("quote_id", "quotes"),),
    "involvements": (
        ("fact_id", "quotes"),
        ("fact_id", "events"),
        ("fact_id", "relations"),
        ("entity_id", "entities"),
    ),
}
"""The columns by which a row belongs to a row of another table, and goes with it."""

_NAMED_BY = {"sentences": "sentence", "fragments": "quote_id", "involvements": "fact_id"}
"""The column that names a row in the log, for the tables without a key of one column."""

_TWICE = "multiple_fields_uniqueness"
_RULES = {"not_nullable": "must not be empty", _TWICE: "must be another than in other rows"}
"""The rules that pandera names itself, in plain words."""


def checked_rows(rows: Mapping[str, Sequence[Row]]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows that keep the rules, as `checked` does, with all columns and as plain values.

    Raises:
        pandera.errors.SchemaError: As with `checked`.
    """
    if keep_the_rules(rows):
        return complete(rows)
    tables = checked(rows)
    return {name: records(tables[name]) for name in EXTRACTED}


def checked(rows: Mapping[str, Sequence[Row]]) -> Tables:
    """Build the tables of the rows that keep the rules.

    Each row that breaks one, and each that belongs to such a row, is named in the log as a warning:
    its table, article, fact and the rule.

    Args:
        rows: The rows of each table of `EXTRACTED`, as with `Tables.from_rows`.

    Raises:
        pandera.errors.SchemaError: An article's own row breaks a rule: there is no article then.
    """
    lengths = {row["article_id"]: len(row["text"]) for row in rows["articles"]}
    frames = {"articles": frame("articles", rows["articles"])}
    gone: dict[str, set[str]] = {}
    for name in EXTRACTED[1:]:
        data = typed(name, rows[name])
        data = _without(name, data, _astray(name, data, gone))
        data = _without(name, data, _outside(data, lengths))
        while broken := _broken(name, data):
            data = _without(name, data, broken)
        frames[name] = data.reset_index(drop=True)
        if (key := key_of(name)) is not None:
            gone[name] = {row[key] for row in rows[name]}.difference(data[key], {None})
    return Tables(frames)


def _astray(name: str, data: pd.DataFrame, gone: Mapping[str, set[str]]) -> dict[int, str]:
    """Return the rows that belong to a row that was left out, each with the rule."""
    return {
        int(row): f"{column} must lead to a row of {table}"
        for column, table in _LEADS_TO.get(name, ())
        if gone[table]
        for row in data.index[data[column].isin(gone[table])]
    }


def _outside(data: pd.DataFrame, lengths: Mapping[str, int]) -> dict[int, str]:
    """Return the rows with a span that goes on after the article's text, each with the rule."""
    return {
        int(row): f"{end} must lie within the article's text"
        for _, end in SPANS
        if end in data
        for row in data.index[(data[end] > data["article_id"].map(lengths)).fillna(False)]
    }


def _broken(name: str, data: pd.DataFrame) -> dict[int, str]:
    """Return the rows that break a rule of the table's schema, each with the rule.

    Rows that are there twice are returned, all but the first, only when no other rule is broken:
    the first must be one that stays.
    """
    try:
        SCHEMAS[name].validate(data, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        twice = cases["check"] == _TWICE
        if not twice.all():
            cases = cases[~twice]
        return {case["index"]: _rule(case) for case in cases.to_dict("records")}
    return {}


def _rule(case: Mapping[Hashable, Any]) -> str:
    of_one_column = case["schema_context"] == "Column" or case["check"] == _TWICE
    words = _RULES.get(case["check"], case["check"])
    return f"{case['column']} {words}" if of_one_column else str(words)


def _without(name: str, data: pd.DataFrame, broken: Mapping[int, str]) -> pd.DataFrame:
    """Leave rows out, with a line in the log for each."""
    key = key_of(name) or _NAMED_BY[name]
    for row, rule in broken.items():
        article = str(data.at[row, "article_id"]) if "article_id" in data else None
        where = f" of article {article}" if article else ""
        _LOG.warning("%s: %s%s is left out: %s", name, str(data.at[row, key]), where, rule)
    return data.drop(index=list(broken))
