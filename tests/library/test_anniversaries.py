"""Anniversaries of what the articles name, worked out."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from briefing.library.anniversaries import anniversaries, is_round

SINCE = date(2031, 3, 1)


def event(title, earliest, **more):
    return {
        "event_id": f"a.e.{title}",
        "article_id": "a",
        "title": title,
        "title_article": "A title",
        "kind": "agreement",
        "earliest": earliest,
        "precision": "day",
        "basis": "stated",
        "tense": "past",
        "standing": "asserted",
        "status": "firm",
        "occasion_id": None,
        **more,
    }


def entity(name, kind, **more):
    return {
        "entity_id": f"{kind}:{name.lower()}",
        "kind": kind,
        "name": name,
        "country": None,
        "first_article_id": "a",
        "first_start": 10,
        "first_end": 14,
        **more,
    }


NATO = entity("NATO", "alliance")
UKRAINE = entity("Ukraine", "country", country="UKR")
NONE = pd.DataFrame([event("x", None)]).iloc[:0]


def found(events=(), named=(), since=SINCE, days=365):
    rows = pd.DataFrame(list(events)) if events else NONE
    people = pd.DataFrame(list(named)) if named else pd.DataFrame([NATO]).iloc[:0]
    return anniversaries(rows, people, since, days)


def test_organisation_that_is_named_has_its_founding_with_the_working() -> None:
    (row,) = found(named=[NATO], days=90).to_dict("records")
    assert row["title"] == "82nd anniversary: Founding of the North Atlantic Treaty Organization"
    assert row["date"] == "2031-04-04"
    assert row["basis"] == "computed"
    assert row["working"] == "founded 4 April 1949 (reference) + 82 years = 4 April 2031"
    assert row["event_id"] == "a.m.10-14.alliance:nato"


@pytest.mark.parametrize(("days", "number"), [(14, 0), (34, 1), (365, 1), (400, 2)])
def test_only_what_falls_within_the_days_is_there(days, number) -> None:
    assert len(found(named=[NATO], days=days)) == number


def test_what_the_article_tells_itself_is_not_worked_out_again() -> None:
    told = event("82nd anniversary of NATO", "2031-04-04", kind="anniversary", tense="upcoming")
    assert found([told], [NATO]).empty


def test_events_and_states_count_in_round_numbers_only() -> None:
    events = [event("Treaty signed", "2021-06-05"), event("Accord signed", "2022-06-05")]
    titles = found(events, [UKRAINE])["title"].tolist()
    assert titles == ["10th anniversary: Treaty signed", "40th anniversary: " + STATE]


STATE = "Founding or independence of Ukraine"


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "announcement"},
        {"precision": "month", "earliest": "2021-06-01"},
        {"basis": "inferred"},
        {"tense": "upcoming"},
        {"earliest": None},
    ],
)
def test_what_is_not_dated_to_the_day_or_not_remembered_has_none(more) -> None:
    assert found([{**event("Treaty signed", "2021-06-05"), **more}]).empty


def test_round_numbers_come_first_then_the_nearest() -> None:
    events = [event("Treaty signed", "1931-11-05"), event("Old pact", "2026-12-24")]
    assert found(events, [NATO])["years"].tolist() == [100, 5, 82]


def test_occasion_of_an_event_is_counted_once() -> None:
    war = event("War", "1990-08-02", occasion_id="occasion:gulf-war", kind="war")
    named = entity("Gulf War", "occasion", entity_id="occasion:gulf-war")
    (row,) = found([war], [named]).to_dict("records")
    assert row["working"] == "begun 2 August 1990 (reference) + 41 years = 2 August 2031"
    assert row["event_id"] == war["event_id"]


def test_leap_day_is_kept_on_the_day_before_march() -> None:
    (row,) = found([event("Pact", "2012-02-29")], since=date(2032, 1, 1), days=90).to_dict(
        "records"
    )
    assert row["date"] == "2032-02-29"
    (row,) = found([event("Pact", "2016-02-29")], since=date(2021, 1, 1), days=90).to_dict(
        "records"
    )
    assert row["date"] == "2021-02-28"


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    assert len(found(named=[NATO], since=date(9999, 3, 1), days=10**7)) == 1


@pytest.mark.parametrize(
    ("years", "expected"),
    [(1, True), (2, False), (5, True), (25, True), (40, True), (76, False), (125, True)],
)
def test_round_numbers(years, expected) -> None:
    assert is_round(years) is expected
