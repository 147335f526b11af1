"""Events in a calendar file, read back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from briefing.export.calendar import file_name, in_calendar, to_calendar

AT = datetime(2031, 1, 1, tzinfo=UTC)
SENTENCE = "The leaders will hold a summit in Vienna from 4 to 6 May."


def event(title="Summit in Vienna", earliest="2031-05-04", latest="2031-05-06", **more):
    return {
        "event_id": f"a.e.{title}",
        "title": title,
        "date": f"{earliest}/{latest}" if latest != earliest else earliest,
        "earliest": earliest,
        "latest": latest,
        "precision": "interval",
        "basis": "reference",
        "working": "Summit · reference calendar: 4–6 May 2031",
        "tense": "upcoming",
        "standing": "expected",
        "attributed_to": None,
        "denied_by": None,
        "condition": None,
        "status": "planned",
        "status_words": None,
        "place_country": "AUT",
        "sentence_text": SENTENCE,
        "title_article": "A title",
        "published": "2030-12-30",
        "written_earliest": "2030-12-30",
        "written_latest": "2030-12-30",
        **more,
    }


def parsed(*rows):
    return Calendar.from_ical(to_calendar(rows, at=AT)).walk("VEVENT")


def test_event_lasts_all_its_days() -> None:
    (found,) = parsed(event())
    assert found["dtstart"].dt == date(2031, 5, 4)
    assert found["dtstart"].params["value"] == "DATE"
    assert found["dtend"].dt == date(2031, 5, 7)
    assert found["summary"] == "Summit in Vienna"
    assert found["location"] == "Austria"
    assert SENTENCE in found["description"]
    assert "reference calendar" in found["description"]
    assert found["status"] == "CONFIRMED"
    assert found["uid"] == "a.e.Summit in Vienna@briefing"


@pytest.mark.parametrize(
    "more",
    [
        {"date": "2031"},
        {"date": "2031-05"},
        {"date": "2030/2031"},
        {"basis": "inferred"},
        {"date": "2031-05-04/..", "latest": None},
        {"date": "../2031-05-06", "earliest": None},
        {"standing": "possible"},
        {"standing": "conditional", "condition": "if it rains"},
        {"standing": "attributed", "attributed_to": "the rebels"},
        {"attributed_to": "the ministry"},
        {"status": "tentative", "status_words": "plans"},
        {"status": "postponed", "status_words": "put off"},
    ],
)
def test_what_is_not_firm_is_tentative(more) -> None:
    (found,) = parsed(event(**more))
    assert found["status"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("more", "status", "summary", "told"),
    [
        (
            {"status": "cancelled", "status_words": "called off"},
            "CANCELLED",
            "Cancelled: Summit in Vienna",
            "\nCancelled.\nThe sentence says “called off”.",
        ),
        (
            {"status": "postponed", "status_words": "put off"},
            "TENTATIVE",
            "Postponed: Summit in Vienna",
            "\nPostponed.\nThe sentence says “put off”.",
        ),
        (
            {"standing": "attributed", "attributed_to": "The rebels"},
            "TENTATIVE",
            "Claimed: Summit in Vienna",
            "\nClaimed by the rebels.",
        ),
        (
            {"attributed_to": "person:a", "attributed_to_name": "Ana Silva"},
            "TENTATIVE",
            "Summit in Vienna",
            "\nAccording to Ana Silva.",
        ),
        (
            {"standing": "possible", "status": "tentative", "status_words": "may"},
            "TENTATIVE",
            "Possible: Summit in Vienna",
            "\nPossible (“may”).",
        ),
        (
            {"standing": "conditional", "condition": "if Chile agrees"},
            "TENTATIVE",
            "On a condition: Summit in Vienna",
            "\nOn a condition: if Chile agrees.",
        ),
        ({"standing": "asserted"}, "CONFIRMED", "Summit in Vienna", ""),
    ],
)
def test_an_entry_says_how_it_stands(more, status, summary, told) -> None:
    (found,) = parsed(event(**more))
    assert found["status"] == status
    assert found["summary"] == summary
    assert told in found["description"]


@pytest.mark.parametrize("standing", ["denied", "disputed", "negated"])
def test_what_is_not_so_is_in_no_calendar(standing) -> None:
    row = event(standing=standing, denied_by="country:CHL")
    assert not in_calendar(row)
    assert parsed(row) == []
    off = event(standing=standing, status="cancelled", status_words="called off")
    assert [str(item["status"]) for item in parsed(off)] == ["CANCELLED"]


def test_a_title_does_not_say_twice_that_it_is_off() -> None:
    row = event("Cancelled summit", status="cancelled", status_words="cancelled")
    (found,) = parsed(row)
    assert found["summary"] == "Cancelled summit"
    assert found["status"] == "CANCELLED"


def test_a_title_says_no_upcoming() -> None:
    (found,) = parsed(event("Upcoming summit in Vienna"))
    assert found["summary"] == "Summit in Vienna"


def test_several_events_are_one_file_with_a_uid_each_and_without_the_undated() -> None:
    rows = [event(), event("Vote", "2031-06-03", "2031-06-03"), event("Visit", None, None)]
    found = parsed(*rows)
    assert [str(item["summary"]) for item in found] == ["Summit in Vienna", "Vote"]
    assert len({item["uid"] for item in found}) == 2
    assert [in_calendar(row) for row in rows] == [True, True, False]


def test_anniversary_has_a_uid_of_its_own() -> None:
    row = event("80th anniversary: Pact", uid="occasion:pact.2031-05-04", sentence_text=None)
    (found,) = parsed(row)
    assert found["uid"] == "occasion:pact.2031-05-04@briefing"


def test_same_rows_give_the_same_file() -> None:
    assert to_calendar([event()], at=AT) == to_calendar([event()], at=AT)


@pytest.mark.parametrize("latest", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_the_calendar_are_no_trouble(latest) -> None:
    (found,) = parsed(event(earliest="0001-01-01", latest=latest))
    assert found["dtend"].dt > found["dtstart"].dt


def test_words_cannot_add_lines() -> None:
    row = event("Talks\nATTENDEE:mailto:x@y.test", sentence_text="A; b, c\r\nX:y")
    (found,) = parsed(row)
    assert "attendee" not in found
    assert "x" not in found


@pytest.mark.parametrize(
    ("title", "name"),
    [("Summit in Vienna", "summit-in-vienna.ics"), ("../../x y", "x-y.ics"), ("北京", "event.ics")],
)
def test_file_name_suits_any_system(title, name) -> None:
    assert file_name({"title": title}) == name


def test_file_says_what_it_is_and_each_event_carries_the_marking() -> None:
    rows = [
        event(),
        event("Talks in Oslo", status="cancelled", status_words="called off"),
        event("Vote", earliest=None, latest=None, date=None),
    ]
    about = (("Title", "Port talks; stall, again"), ("Filter", "Countries: Austria"))
    data = to_calendar(rows, at=AT, about=about, marking="TLP:AMBER")
    assert data == to_calendar(rows, at=AT, about=about, marking="TLP:AMBER")
    calendar = Calendar.from_ical(data)
    assert calendar["name"].to_ical() == "TLP:AMBER · Port talks\\; stall\\, again".encode()
    assert calendar["description"] == "Title: Port talks; stall, again\nFilter: Countries: Austria"
    found = calendar.walk("VEVENT")
    assert [str(one["status"]) for one in found] == ["CONFIRMED", "CANCELLED"]
    assert all(one["description"].startswith("TLP:AMBER\n") for one in found)
