"""How SQLAlchemy writes the library's statements for PostgreSQL.

The queries are those for SQLite. Where the two databases differ, it is settled here: nulls come
first in an order, whole numbers have 64 bits, LIKE takes no notice of case, words are compared by
their code points, and functions that SQLite has are PostgreSQL's own or those of functions.py.
"""

from __future__ import annotations

from typing import Any

import pg8000.dbapi
import sqlalchemy as sa
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.base import PGTypeCompiler
from sqlalchemy.dialects.postgresql.pg8000 import PGCompiler_pg8000, PGDialect_pg8000
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import UnaryExpression

NAME = "postgresql+briefing"
"""The name of the dialect in an engine's address."""

STOPPED = ("57P01", "57P02", "57P03")
"""What a server says that is being stopped or started."""

_COMMA = "','"
_LEAST = {"min": "LEAST", "max": "GREATEST"}


class _WholeNumber(sa.BigInteger):
    """A whole number; SQLite's have 64 bits too."""

    render_bind_cast = True


class _Types(PGTypeCompiler):
    def visit_TEXT(self, type_: Any, **given: Any) -> str:
        """Write the type of words; as a column's they have an order of their own."""
        ordered = isinstance(given.get("type_expression"), sa.Column)
        return 'TEXT COLLATE "C"' if ordered else "TEXT"

    def visit_INTEGER(self, type_: Any, **given: Any) -> str:
        """Write the type of whole numbers."""
        return "BIGINT"


class _Statements(PGCompiler_pg8000):
    def order_by_clause(self, select: Any, **given: Any) -> str:
        """Write an order: nulls come first, and last where it goes down."""
        parts = [self._in_order(each, **given) for each in select._order_by_clauses]
        return f" ORDER BY {', '.join(parts)}" if parts else ""

    def _in_order(self, each: Any, **given: Any) -> str:
        written: str = self.process(each, **given)
        down, bare = False, each
        while isinstance(bare, UnaryExpression):
            if bare.modifier in (operators.nulls_first_op, operators.nulls_last_op):
                return written
            down = down or bare.modifier is operators.desc_op
            bare = bare.element
        if isinstance(bare, sa.Column) and not bare.nullable:
            return written  # so that an index has them in this order
        return f"{written} NULLS {'LAST' if down else 'FIRST'}"

    def _on_conflict_target(self, clause: Any, **given: Any) -> str:
        """Write what an insertion must not repeat; SQLite's insertions name columns alone."""
        if not hasattr(clause, "constraint_target"):
            clause.constraint_target = None
        written: str = super()._on_conflict_target(clause, **given)  # type: ignore[no-untyped-call]
        return written

    def visit_like_op_binary(self, binary: Any, operator: Any, **given: Any) -> str:
        """Write LIKE as ILIKE: in a database ordered by code points, letters of English alone."""
        return self._generic_like(binary, "ILIKE", **given)

    def visit_not_like_op_binary(self, binary: Any, operator: Any, **given: Any) -> str:
        """Write NOT LIKE."""
        return self._generic_like(binary, "NOT ILIKE", **given)

    def _generic_like(self, binary: Any, word: str, **given: Any) -> str:
        escape = binary.modifiers.get("escape")
        told = "''" if escape is None else f"'{escape}'"
        left, right = self.process(binary.left, **given), self.process(binary.right, **given)
        return f"{left} {word} {right} ESCAPE {told}"

    def visit_custom_op_binary(self, element: Any, operator: Any, **given: Any) -> str:
        """Write an operator; GLOB is a function here, and MATCH asks the words of the index."""
        if operator.opstring == "MATCH":
            query = self.process(element.right, **given)
            return f"(sentence_words.words @@ to_tsquery('briefing', {query}))"
        if operator.opstring == "GLOB":
            left = self.process(element.left, **given)
            return f"glob({left}, {self.process(element.right, **given)})"
        written: str = super().visit_custom_op_binary(element, operator, **given)  # type: ignore[no-untyped-call]
        return written

    def visit_min_func(self, func: Any, **given: Any) -> str:
        """Write the least of several values, or of several rows."""
        return self._extreme(func, **given)

    def visit_max_func(self, func: Any, **given: Any) -> str:
        """Write the greatest of several values, or of several rows."""
        return self._extreme(func, **given)

    def _extreme(self, func: Any, **given: Any) -> str:
        name = _LEAST[func.name] if len(func.clauses.clauses) > 1 else func.name
        return f"{name}{self.function_argspec(func, **given)}"

    def visit_sum_func(self, func: Any, **given: Any) -> str:
        """Write a sum: of whole numbers it is one again."""
        (summed,) = func.clauses.clauses
        written = f"sum{self.function_argspec(func, **given)}"
        if isinstance(summed.type, sa.Float) or isinstance(func.type, sa.Float):
            return written
        return f"CAST({written} AS BIGINT)"

    def visit_group_concat_func(self, func: Any, **given: Any) -> str:
        """Write words of several rows joined; "," stands between where nothing else is said."""
        parts = [self.process(each, **given) for each in func.clauses.clauses]
        return f"string_agg({parts[0]}, {parts[1] if parts[1:] else _COMMA})"

    def visit_json_group_array_func(self, func: Any, **given: Any) -> str:
        """Write the values of several rows as a JSON list."""
        (each,) = func.clauses.clauses
        if each.__class__ is func.__class__ and each.name == "json_array":
            written = self._json_array(each, **given)
        else:
            written = self.process(each, **given)
        return f"CAST(coalesce(json_agg({written}), '[]') AS TEXT)"

    def visit_json_array_func(self, func: Any, **given: Any) -> str:
        """Write values as a JSON list."""
        return f"CAST({self._json_array(func, **given)} AS TEXT)"

    def _json_array(self, func: Any, **given: Any) -> str:
        return f"json_build_array{self.function_argspec(func, **given)}"

    def visit_substr_func(self, func: Any, **given: Any) -> str:
        """Write a part of words; places in them have 32 bits."""
        words, *places = (self.process(each, **given) for each in func.clauses.clauses)
        return f"substr({', '.join([words, *(f'CAST({each} AS INT4)' for each in places)])})"

    def visit_instr_func(self, func: Any, **given: Any) -> str:
        """Write where words stand in others, from 1; 0 for nowhere."""
        return f"strpos{self.function_argspec(func, **given)}"


class Dialect(PGDialect_pg8000):
    """PostgreSQL as the library speaks to it, through pg8000.

    Values are numbered, so that one that stands at two places of a statement is one and the same
    to the server, and the statement goes to the server as it is written.
    """

    supports_statement_cache = True
    statement_compiler = _Statements
    type_compiler_cls = _Types
    use_insertmanyvalues_wo_returning = True
    insertmanyvalues_page_size = 1000
    colspecs = PGDialect_pg8000.colspecs | {
        sa.Integer: _WholeNumber,
        sa.BigInteger: _WholeNumber,
    }

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the driver."""
        return pg8000.dbapi

    def is_disconnect(self, e: Any, connection: Any, cursor: Any) -> bool:
        """Say whether an error means that the connection is of no use any more."""
        told = e.args[0] if e.args else None
        stopped = isinstance(told, dict) and told.get("C") in STOPPED
        lost: bool = super().is_disconnect(e, connection, cursor)  # type: ignore[no-untyped-call]
        return stopped or lost

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run a statement that has its values' numbers already."""
        if not parameters:
            cursor.execute(statement)
            return
        connection = cursor._c
        if connection._sock is None:
            raise pg8000.dbapi.InterfaceError("connection is closed")
        if not connection._in_transaction and not connection.autocommit:
            connection.execute_simple("begin transaction")
        cursor._context = connection.execute_unnamed(statement, vals=parameters)
        rows = cursor._context.rows
        cursor._row_iter = None if rows is None else iter(rows)


registry.register("postgresql.briefing", __name__, "Dialect")
