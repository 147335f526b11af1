"""One file a table: JSON Lines, CSV or Parquet, written a batch at a time.

The same tables give the same bytes. A run that is broken off leaves no half file behind: each
file gets its name at the end.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Literal, Protocol

import pandas as pd

from briefing.errors import BriefingError
from briefing.export.formulas import escape_formula
from briefing.export.whole_file import write_whole_file
from briefing.tables import SCHEMAS, Row, records

Format = Literal["parquet", "csv", "jsonl"]
FORMATS: tuple[Format, ...] = ("parquet", "csv", "jsonl")

ABOUT = "about.txt"
"""The file beside the tables that says the filter, the date, the sources, who reviewed them."""

_NUMBERS = ("Int64", "float64", "bool")
"""Types of columns that hold no words."""

_ROWS_TOGETHER = 10_000
"""Rows that Parquet keeps together: of many small pieces its files grow large and slow."""

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip, so that the same rows give the same bytes."""


class _Sheet(Protocol):
    """A file that takes rows."""

    def write(self, rows: Sequence[Row]) -> None:
        """Append a batch."""

    def close(self) -> None:
        """Finish the file."""


class _JsonLines:
    def __init__(self, path: Path, name: str) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, rows: Sequence[Row]) -> None:
        self._file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def close(self) -> None:
        self._file.close()


class _Csv:
    def __init__(self, path: Path, name: str) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(SCHEMAS[name].columns)

    def write(self, rows: Sequence[Row]) -> None:
        self._writer.writerows(list(row.values()) for row in rows)

    def close(self) -> None:
        self._file.close()


class _Parquet:
    def __init__(self, path: Path, name: str) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        kinds = {"Int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_()}
        self._schema = pa.schema(
            [
                (column, kinds.get(str(spec.dtype), pa.string()))
                for column, spec in SCHEMAS[name].columns.items()
            ]
        )
        self._table = pa.Table
        self._writer = pq.ParquetWriter(path, self._schema)
        self._held: list[Row] = []

    def write(self, rows: Sequence[Row]) -> None:
        self._held.extend(rows)
        if len(self._held) >= _ROWS_TOGETHER:
            self._write_held()

    def _write_held(self) -> None:
        rows, self._held = self._held, []
        self._writer.write_table(self._table.from_pylist(rows, schema=self._schema))

    def close(self) -> None:
        if self._held:
            self._write_held()
        self._writer.close()


_SHEETS: dict[Format, type[_JsonLines | _Csv | _Parquet]] = {
    "jsonl": _JsonLines,
    "csv": _Csv,
    "parquet": _Parquet,
}


class TablesWriter:
    """Writes DIR/articles.jsonl, DIR/mentions.jsonl, … in batches.

    Entities are shared between articles: they are collected and written at the end, each once.
    Reviews are people's: their file has no rows where nobody has reviewed.

    Args:
        folder: The folder; made when it is missing.
        form: The format.

    Raises:
        BriefingError: The folder cannot be written.
    """

    def __init__(self, folder: Path, form: Format) -> None:
        self._folder = folder
        self._paths = {name: folder / f"{name}.{form}" for name in SCHEMAS}
        self._entities: dict[str, dict[str, object]] = {}
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            self._sheets: dict[str, _Sheet] = {
                name: _SHEETS[form](_part(path), name) for name, path in self._paths.items()
            }

    def write(self, tables: Mapping[str, pd.DataFrame]) -> None:
        """Append a batch of articles' tables.

        Raises:
            BriefingError: The disk is full.
        """
        self.write_rows({name: records(frame) for name, frame in tables.items()})

    def write_rows(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Append a batch of articles' rows, as plain values with all columns of each table.

        Raises:
            BriefingError: The disk is full.
        """
        for row in rows["entities"]:
            known = self._entities.setdefault(str(row["entity_id"]), dict(row))
            if known["country"] is None:
                known["country"] = row["country"]
        with self._told():
            for name, sheet in self._sheets.items():
                if name != "entities" and name in rows:
                    sheet.write(rows[name])

    def __enter__(self) -> TablesWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the files their names, or, after an error, leave what was there before."""
        try:
            if kind is None:
                with self._told():
                    self._finish()
        finally:
            for name, sheet in self._sheets.items():
                with suppress(OSError, ValueError):  # it is closed, or thrown away
                    sheet.close()
                _part(self._paths[name]).unlink(missing_ok=True)

    def _finish(self) -> None:
        self._sheets["entities"].write(list(self._entities.values()))
        for sheet in self._sheets.values():
            sheet.close()
        for path in self._paths.values():
            _part(path).replace(path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise BriefingError(
                f"{self._folder} cannot be written ({error.strerror or error}); make room there, "
                "or choose another folder."
            ) from error


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def escape_formulas(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Put an apostrophe before each text that a spreadsheet may take for a formula.

    Tables for staff are opened in spreadsheets; `extract` writes exact ones.
    """
    return {
        name: frame.assign(
            **{
                column: [
                    escape_formula(cell) if isinstance(cell, str) else cell
                    for cell in frame[column]
                ]
                for column, spec in SCHEMAS[name].columns.items()
                if str(spec.dtype) not in _NUMBERS
            }
        )
        for name, frame in tables.items()
    }


def write_folder(folder: Path, tables: Mapping[str, pd.DataFrame], form: Format, text: str) -> None:
    """Write a folder with a file a table, and what is to be known of them in about.txt.

    Raises:
        BriefingError: The folder cannot be written.
    """
    with TablesWriter(folder, form) as writer:
        writer.write(tables)
    write_whole_file(folder / ABOUT, text.encode())


def to_zip(tables: Mapping[str, pd.DataFrame], form: Format, text: str) -> bytes:
    """Write one zip with a file a table, and what is to be known of them in about.txt."""
    file = io.BytesIO()
    with TemporaryDirectory() as name, zipfile.ZipFile(file, "w") as archive:
        folder = Path(name)
        write_folder(folder, tables, form, text)
        for path in (folder / ABOUT, *(folder / f"{table}.{form}" for table in SCHEMAS)):
            member = zipfile.ZipInfo(path.name, _MOMENT)
            archive.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return file.getvalue()
