"""What is downloaded is what is shown, and no spreadsheet runs it."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from components.table import to_csv


def _read(data: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(data), encoding="utf-8-sig", dtype=str, keep_default_na=False)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1"])
def test_formulas_are_made_harmless(cell: str) -> None:
    assert _read(to_csv(pd.DataFrame({"words": [cell]})))["words"][0] == "'" + cell


def test_numbers_stay_numbers() -> None:
    assert _read(to_csv(pd.DataFrame({"tone": [-4.5]})))["tone"][0] == "-4.5"


def test_rows_lists_and_quotation_marks_survive() -> None:
    frame = pd.DataFrame({"words": ["“a, b”\nc", "d"], "about": [("KOR", "RUS"), ()]})
    read = _read(to_csv(frame))
    assert list(read["words"]) == ["“a, b”\nc", "d"]
    assert list(read["about"]) == ["KOR; RUS", ""]
