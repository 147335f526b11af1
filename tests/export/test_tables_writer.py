"""Files of tables are whole or not there."""

from __future__ import annotations

import resource
from pathlib import Path

import pandas as pd
import pytest

from briefing.errors import BriefingError
from briefing.export.tables import FORMATS, Format, TablesWriter
from briefing.tables import SCHEMAS, Tables

ENTITY = {"entity_id": "country:FJI", "kind": "country", "name": "Fiji", "country": "FJI"}


def _mentions(number: int) -> Tables:
    row = {"article_id": "a1", "text": "Fiji", "form": "name", "role": None, "sentence": 0}
    places = ({"mention_id": f"a1.m.{at}", "start": at, "end": at + 4} for at in range(number))
    mentions = [{**row, "entity_id": "country:FJI", **place} for place in places]
    return Tables.from_rows({"entities": [ENTITY], "mentions": mentions})


@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_gets_one_sentence_and_leaves_what_was_there(
    tmp_path: Path, form: Format
) -> None:
    with TablesWriter(tmp_path, form) as writer:
        writer.write(_mentions(1))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    many = _mentions(30_000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, limits[1]))  # a disk without room
    try:
        with (
            pytest.raises(BriefingError, match="make room there"),
            TablesWriter(tmp_path, form) as writer,
        ):
            writer.write(many)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_parquet_holds_every_row_of_many_small_writings(tmp_path: Path) -> None:
    with TablesWriter(tmp_path, "parquet") as writer:
        for _ in range(3):
            writer.write(_mentions(7_000))
    assert {path.stem for path in tmp_path.iterdir()} == set(SCHEMAS)
    assert len(pd.read_parquet(tmp_path / "mentions.parquet")) == 21_000
    assert len(pd.read_parquet(tmp_path / "entities.parquet")) == 1
