"""The reference's occasions are complete and without doubles."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from briefing.extraction.times.words import LISTS, lexicon
from briefing.reference.countries import countries
from briefing.reference.event_words import event_words
from briefing.reference.files import toml
from briefing.reference.occasions import Occasion, index, occasions, series


def test_occasions_countries_are_codes() -> None:
    known = countries()
    for occasion in occasions().values():
        for code in (occasion.country, *occasion.parties):
            assert code is None or code in known, occasion.occasion_id


def test_occasions_series_are_known_and_used() -> None:
    used = {occasion.series for occasion in occasions().values() if occasion.series}
    assert used == set(series())


def test_occasions_of_a_series_do_not_overlap() -> None:
    for item in series().values():
        for before, after in zip(item.occasions, item.occasions[1:], strict=False):
            assert before.end is not None
            assert before.end < after.begin, after.occasion_id


def test_occasions_name_means_one_thing() -> None:
    pairs = {
        (name, item.name)
        for entries in index(anniversaries=True).values()
        for name, item in entries
    }
    names = Counter(name for name, _ in pairs)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("occasion", "begin", "end"),
    [
        ("nato", date(1949, 4, 4), date(1949, 4, 4)),
        ("nato-summit-2024", date(2024, 7, 9), date(2024, 7, 11)),
        ("un", date(1945, 10, 24), date(1945, 10, 24)),
        ("korean-war", date(1950, 6, 25), date(1953, 7, 27)),
        ("invasion-of-ukraine", date(2022, 2, 24), None),
        ("state-ukr", date(1991, 8, 24), date(1991, 8, 24)),
    ],
)
def test_occasions_days(occasion: str, begin: date, end: date | None) -> None:
    found = occasions()[f"occasion:{occasion}"]
    assert isinstance(found, Occasion)
    assert (found.begin, found.end) == (begin, end)


def test_time_words_stand_in_one_list() -> None:
    data = toml("time_words.toml")
    words = [word for name in LISTS for word in data[name]]
    words += [word for listed in data["classes"].values() for word in listed]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert lexicon().signs["tuesday"]


def test_event_words_load() -> None:
    words = event_words()
    assert words.nouns["visit"] == "visit"
    assert "manoeuvre" in words.nouns
