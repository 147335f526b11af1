"""Columns beside a group of rows: SQLite takes them from one, PostgreSQL must be told which."""

from __future__ import annotations

from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

Value = TypeVar("Value")


class _OfFirst(FunctionElement[Any]):
    name = "of_first"
    inherit_cache = True


def of_first(column: sa.ColumnElement[Value], by: sa.ColumnElement[Any]) -> sa.ColumnElement[Value]:
    """Return what a column holds in the row of a group in which `by` is least.

    The query must select the least of `by` too, and no other least or greatest: by that SQLite
    knows the row.
    """
    found = _OfFirst(column, by)
    found.type = column.type
    return found


def of_any(column: sa.ColumnElement[Value]) -> sa.ColumnElement[Value]:
    """Return what a column holds in a group of rows that all have the same in it."""
    found = _OfFirst(column)
    found.type = column.type
    return found


@compiles(_OfFirst)
def _of_first(element: Any, compiler: Any, **given: Any) -> str:
    return str(compiler.process(element.clauses.clauses[0], **given))


@compiles(_OfFirst, "postgresql")
def _of_first_there(element: Any, compiler: Any, **given: Any) -> str:
    column, *by = (compiler.process(each, **given) for each in element.clauses.clauses)
    order = f" ORDER BY {by[0]}" if by else ""
    return f"(array_agg({column}{order}))[1]"
