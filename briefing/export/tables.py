"""One file a table: JSON Lines, CSV or Parquet, written a batch at a time.

The same tables give the same bytes. A run that is broken off leaves no half file behind: each
file gets its name at the end.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol

import pandas as pd

from briefing.errors import BriefingError
from briefing.tables import SCHEMAS, records

Format = Literal["parquet", "csv", "jsonl"]
FORMATS: tuple[Format, ...] = ("parquet", "csv", "jsonl")

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip, so that the same rows give the same bytes."""


class _Sheet(Protocol):
    """A file that takes rows."""

    def write(self, frame: pd.DataFrame) -> None:
        """Append a batch."""

    def close(self) -> None:
        """Finish the file."""


class _JsonLines:
    def __init__(self, path: Path, name: str) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, frame: pd.DataFrame) -> None:
        self._file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in records(frame))

    def close(self) -> None:
        self._file.close()


class _Csv:
    def __init__(self, path: Path, name: str) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(SCHEMAS[name].columns)

    def write(self, frame: pd.DataFrame) -> None:
        self._writer.writerows(list(row.values()) for row in records(frame))

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

    def write(self, frame: pd.DataFrame) -> None:
        self._writer.write_table(self._table.from_pylist(records(frame), schema=self._schema))

    def close(self) -> None:
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
        self._paths = {name: folder / f"{name}.{form}" for name in SCHEMAS}
        self._entities: dict[str, dict[str, object]] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._sheets: dict[str, _Sheet] = {
                name: _SHEETS[form](_part(path), name) for name, path in self._paths.items()
            }
        except OSError as error:
            raise BriefingError(
                f"{folder} cannot be written ({error.strerror}); choose another folder."
            ) from error

    def write(self, tables: Mapping[str, pd.DataFrame]) -> None:
        """Append a batch of articles' tables."""
        for row in records(tables["entities"]):
            known = self._entities.setdefault(str(row["entity_id"]), row)
            if known["country"] is None:
                known["country"] = row["country"]
        for name, sheet in self._sheets.items():
            if name != "entities" and name in tables:
                sheet.write(tables[name])

    def __enter__(self) -> TablesWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the files their names, or, after an error, leave what was there before."""
        if kind is None:
            columns = list(SCHEMAS["entities"].columns)
            self._sheets["entities"].write(
                pd.DataFrame(list(self._entities.values()), columns=columns, dtype=object)
            )
        for name, sheet in self._sheets.items():
            sheet.close()
            if kind is None:
                _part(self._paths[name]).replace(self._paths[name])
            else:
                _part(self._paths[name]).unlink()


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def to_csv(frame: pd.DataFrame) -> str:
    """Return one table as CSV, exactly its rows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(list(row.values()) for row in records(frame))
    return text.getvalue()


def write_zip(path: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write one zip with a CSV file a table.

    Raises:
        BriefingError: The file cannot be written.
    """
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, frame in tables.items():
                archive.writestr(
                    zipfile.ZipInfo(f"{name}.csv", _MOMENT),
                    to_csv(frame),
                    zipfile.ZIP_DEFLATED,
                )
    except OSError as error:
        raise BriefingError(
            f"{path} cannot be written ({error.strerror}); choose another file."
        ) from error
