"""A brief as text, for a briefing that is locked: all that it says, and the rows for its drawings.

What is frozen is neither asked for again nor checked again; it says what it said then.
"""

from __future__ import annotations

import json
from dataclasses import fields, replace
from functools import cache
from typing import Any, get_type_hints

import pandas as pd
from pydantic import TypeAdapter, ValidationError

from briefing.brief.content import Brief, Listed
from briefing.errors import KeptError

_FORMAT = 1
"""Of the text; grows when an older program could not read it whole."""

_ROWS = ("relation_rows", "event_rows", "article_rows")
_UNKEPT = ("texts",)
"""What was needed only to check the brief when it was made."""


def frozen_text(brief: Brief) -> str:
    """Write a brief as JSON, which `brief_of` reads."""
    said: dict[str, Any] = {"format": _FORMAT}
    for name, adapter in _adapters().items():
        said[name] = adapter.dump_python(getattr(brief, name), mode="json")
    for name in _ROWS:
        said[name] = _rows_text(getattr(brief, name))
    return json.dumps(said, ensure_ascii=False)


def brief_of(text: str) -> Brief:
    """Read a brief from what `frozen_text` wrote.

    Raises:
        KeptError: It was written by another version of the program, and cannot be read.
    """
    try:
        said = json.loads(text)
        if said["format"] > _FORMAT:
            raise KeptError(_UNREADABLE)
        told: dict[str, Any] = {
            name: each.validate_python(said[name]) for name, each in _adapters().items()
        }
        told |= {name: _rows_of(said[name]) for name in _ROWS}
        for name, value in told.items():
            if isinstance(value, Listed):
                told[name] = replace(value, in_excel=False)
        return Brief(**told, texts={})
    except (ValidationError, ValueError, KeyError, TypeError) as error:
        raise KeptError(_UNREADABLE) from error


_UNREADABLE = (
    "The frozen copy of this briefing was made by another version of this program and cannot be "
    "read; unlock the briefing, or use that version."
)


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    types = get_type_hints(Brief)
    kept = [one.name for one in fields(Brief) if one.name not in (*_ROWS, *_UNKEPT)]
    return {name: TypeAdapter(types[name]) for name in kept}


def _rows_text(rows: pd.DataFrame) -> dict[str, Any]:
    kinds = {str(name): str(kind) for name, kind in rows.dtypes.items()}
    cells = [[_cell(cell) for cell in row] for row in rows.astype(object).to_numpy().tolist()]
    return {"kinds": kinds, "rows": cells}


def _rows_of(said: dict[str, Any]) -> pd.DataFrame:
    kinds: dict[str, str] = said["kinds"]
    cells = [[_tupled(cell) for cell in row] for row in said["rows"]]
    frame = pd.DataFrame(cells, columns=list(kinds), dtype=object)
    return frame.astype({name: kind for name, kind in kinds.items() if kind != "object"})


def _cell(cell: Any) -> Any:
    if isinstance(cell, (tuple, list)):
        return [_cell(part) for part in cell]
    return None if cell is None or pd.isna(cell) else cell


def _tupled(cell: object) -> object:
    return tuple(_tupled(part) for part in cell) if isinstance(cell, list) else cell
