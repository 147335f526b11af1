"""Dates of articles that give no year, until the article has its date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import Filter, Library, queries
from briefing.library.ingest import give_date, read_and_add
from briefing.reading import read_text

UNDATED = read_text(
    "Norway weighs its border treaty\n\n"
    "OSLO, April 1 (Wire) - The parliament of Norway will vote on 5 April. Finland's minister "
    "visited Oslo on 3 March, and the two armies will hold exercises in June.\n\n"
    "The treaty was signed on 12 May 2019. Talks are held every October. It may rain on Tuesday."
)
DATED = read_text("Peru votes\n\nPublished 2 May 2026\n\nPeru will vote on 9 May.")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite") as opened:
        assert not [r.error for r in read_and_add(opened, [UNDATED, DATED]) if r.error]
        yield opened


def _values(library: Library, flt: Filter | None = None) -> list[str]:
    return queries.yearless(library, flt or Filter())["value"].tolist()


def test_yearless_dates_are_kept_in_the_order_of_the_year(library: Library) -> None:
    found = queries.yearless(library, Filter())
    assert found["value"].tolist() == ["XXXX-03-03", "XXXX-04-05", "XXXX-06"]
    assert found["text"].tolist() == ["3 March", "5 April", "June"]
    assert found["sentence_text"].str.startswith("Finland's minister").tolist()[0]


def test_yearless_dates_pass_the_filter(library: Library) -> None:
    assert _values(library, Filter(articles=(DATED.article_id,))) == []
    assert _values(library, Filter(words="parliament")) == ["XXXX-04-05"]


def test_giving_the_date_places_them(library: Library) -> None:
    give_date(library, UNDATED.article_id, "2026-04-01")
    assert _values(library) == []
    placed = queries.events(library, Filter(articles=(UNDATED.article_id,)))
    assert {"2026-04-05", "2026-03-03"} <= set(placed["date"])
