"""Titles say what was found, in every number."""

from __future__ import annotations

import pandas as pd
import pytest

from components.entities_table import finding as entities_finding
from components.profile import other_names, sentences
from components.quote_choices import finding as quotes_finding


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ([], "Quotes"),
        ([None, None], "2 quotations, none by a named speaker"),
        (["Ann"], "Ann is the only one quoted, once"),
        (["Ann", "Ann"], "Ann is the only one quoted: 2 quotations"),
        (["Ann", "Ann", "Bo", None], "Ann speaks most: 2 of 4 quotations"),
        (["Ann", "Bo"], "2 quotations; Ann and Bo speak most"),
        (["Ann", "Bo", "Cy"], "3 quotations by 3 speakers"),
    ],
)
def test_quotes(speakers: list[str | None], expected: str) -> None:
    counts = pd.Series(speakers, dtype=object).value_counts(dropna=False, sort=False)
    names = [name if isinstance(name, str) else None for name in counts.index]
    frame = pd.DataFrame({"name": pd.Series(names, dtype=object), "quotes": counts.to_numpy()})
    assert quotes_finding(frame) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "Entities"),
        ([("Peru", 1)], "Peru is the only one named: 1 time"),
        ([("Peru", 4), ("Chile", 2)], "Peru is named most: 4 times; 2 names in all"),
    ],
)
def test_entities(rows: list[tuple[str, int]], expected: str) -> None:
    assert entities_finding(pd.DataFrame(rows, columns=["name", "mentions"])) == expected


def test_other_names_are_those_written_most_often_first() -> None:
    texts = ["Peru", "Lima", "Peruvian", "Lima", "the\ncountry", "it", "it", "it"]
    mentions = pd.DataFrame({"text": texts, "form": ["name"] * 5 + ["pronoun"] * 3})
    assert other_names({"name": "Peru"}, mentions) == ["Lima", "Peruvian", "the country"]


def test_mentions_are_gathered_by_sentence() -> None:
    mentions = pd.DataFrame(
        [("a1", 0, 0, 4), ("a1", 0, 9, 13), ("a1", 1, 20, 24), ("a2", 0, 0, 4)],
        columns=["article_id", "sentence", "start", "end"],
    )
    assert [marks for _, marks in sentences(mentions)] == [[(0, 4), (9, 13)], [(20, 24)], [(0, 4)]]
