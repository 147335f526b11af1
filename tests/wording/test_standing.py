"""One place says how relations and events stand."""

from __future__ import annotations

import pytest

from briefing import tables
from briefing.wording.standing import (
    Held,
    held_of,
    label,
    led_title,
    line_of,
    marks,
    note,
    said,
)

EVENTS = [
    # how an event stands; its badges; what stands beside them; all of it in one line
    (Held("asserted", tense="past"), [], "", ""),
    (Held("expected", status="planned", tense="upcoming"), [], "", ""),
    (
        Held("expected", "the ministry", status="planned", tense="upcoming"),
        [],
        "according to the ministry",
        "According to the ministry",
    ),
    (
        Held("attributed", "the rebels", tense="past"),
        ["Claimed"],
        "claimed by the rebels",
        "Claimed by the rebels",
    ),
    (Held("attributed", tense="past"), ["Claimed"], "", "Claimed"),
    (
        Held("denied", None, "Peru", tense="past"),
        ["Denied"],
        "denied by Peru",
        "Denied by Peru",
    ),
    (
        Held("disputed", "Chile", "Peru", tense="past"),
        ["Disputed"],
        "claimed by Chile · denied by Peru",
        "Disputed · claimed by Chile · denied by Peru",
    ),
    (Held("negated", tense="past"), ["Did not happen"], "", "Did not happen"),
    (
        Held("negated", "Peru", status="tentative", words="plans", tense="upcoming"),
        ["Will not happen"],
        "according to Peru",
        "Will not happen · according to Peru",
    ),
    (
        Held("possible", "a diplomat", status="tentative", words="may", tense="upcoming"),
        ["Possible (“may”)"],
        "according to a diplomat",
        "Possible (“may”) · according to a diplomat",
    ),
    (
        Held("conditional", condition="if asked", status="planned", tense="upcoming"),
        ["Only if"],
        "if asked",
        "If asked",
    ),
    (
        Held("conditional", condition="the vote", tense="upcoming"),
        ["Only if"],
        "depends on: the vote",
        "Depends on: the vote",
    ),
    (Held("conditional", tense="upcoming"), ["Only on a condition"], "", "Only on a condition"),
    (
        Held("expected", status="tentative", words="expected", tense="upcoming"),
        ["Not certain (“expected”)"],
        "",
        "Not certain (“expected”)",
    ),
    (
        Held("attributed", "Peru", status="tentative", words="plans", tense="upcoming"),
        ["Not certain (“plans”)", "Claimed"],
        "claimed by Peru",
        "Not certain (“plans”) · claimed by Peru",
    ),
    (
        Held("negated", status="cancelled", words="called off", tense="upcoming"),
        ["Cancelled"],
        "",
        "Cancelled",
    ),
    (
        Held("attributed", "Peru", status="postponed", words="put off", tense="upcoming"),
        ["Postponed", "Claimed"],
        "claimed by Peru",
        "Postponed · claimed by Peru",
    ),
]


@pytest.mark.parametrize(("held", "badges", "beside", "line"), EVENTS)
def test_an_event_says_how_it_stands(held: Held, badges: list[str], beside: str, line: str) -> None:
    assert [sign.word for sign in marks(held)] == badges
    assert note(held) == beside
    assert said(held) == line


@pytest.mark.parametrize("standing", tables.STANDINGS)
def test_a_relation_has_a_badge_unless_the_article_says_it(standing: str) -> None:
    assert bool(marks(Held(standing))) == (standing != "asserted")


@pytest.mark.parametrize("standing", tables.STANDINGS)
@pytest.mark.parametrize("status", tables.EVENT_STATUSES)
@pytest.mark.parametrize("tense", tables.TENSES)
def test_what_is_not_plainly_so_is_never_silent(standing: str, status: str, tense: str) -> None:
    held = Held(standing, status=status, tense=tense)
    assert bool(said(held)) == bool(marks(held)) == (not held.plain)


@pytest.mark.parametrize(
    ("held", "line"),
    [
        (Held("asserted", tense="past"), "solid"),
        (Held("attributed", tense="past"), "solid"),
        (Held("expected", tense="upcoming"), "solid"),
        (Held("expected"), "dash"),
        (Held("possible", tense="past"), "dash"),
        (Held("expected", status="tentative", tense="upcoming"), "dash"),
        (Held("denied", tense="past"), "dot"),
        (Held("negated", status="tentative", tense="upcoming"), "dot"),
        (Held("negated", status="cancelled", tense="upcoming"), "solid"),
    ],
)
def test_lines_are_dotted_for_what_is_not_so(held: Held, line: str) -> None:
    assert line_of(held) == line


@pytest.mark.parametrize(
    ("title", "held", "led"),
    [
        ("Army shelled Arica", Held("asserted", tense="past"), "Army shelled Arica"),
        ("Army shelled  Arica", Held("attributed", tense="past"), "Claimed: Army shelled Arica"),
        ("Army allegedly shelled Arica", Held("attributed", tense="past"), None),
        ("Alleged shelling of Arica", Held("attributed", tense="past"), None),
        ("Army shelled Arica", Held("denied", tense="past"), "Denied: Army shelled Arica"),
        ("No army shelled Arica", Held("denied", tense="past"), "Denied: No army shelled Arica"),
        ("Peru failed to sign the pact", Held("negated", tense="past"), None),
        ("Peru almost signed the pact", Held("negated", tense="past"), None),
        ("Plans for talks", Held("negated", tense="upcoming"), "Will not happen: Plans for talks"),
        ("Peru may sign the pact", Held("possible", tense="upcoming"), None),
        (
            "Peru signs the pact",
            Held("possible", tense="upcoming"),
            "Possible: Peru signs the pact",
        ),
        ("Talks", Held("conditional", tense="upcoming"), "On a condition: Talks"),
        ("Talks", Held("asserted", status="cancelled", words="scrapped"), "Cancelled: Talks"),
        ("Scrapped talks", Held("asserted", status="cancelled", words="scrapped"), None),
        ("Cancelled talks", Held("asserted", status="cancelled", words="scrapped"), None),
    ],
)
def test_a_title_says_once_that_it_is_no_plain_fact(
    title: str, held: Held, led: str | None
) -> None:
    assert led_title(title, held) == (led or title)


def test_a_row_gives_names_and_small_descriptions() -> None:
    row = {
        "standing": "disputed",
        "attributed_to": "person:a; The rebels",
        "attributed_to_name": "Ana Silva; The rebels",
        "denied_by": "Two envoys; Hamas officials",
        "condition": None,
        "status": "firm",
        "status_words": None,
        "tense": "past",
    }
    held = held_of(row)
    assert held.claimed_by == "Ana Silva and the rebels"
    assert held.denied_by == "two envoys and Hamas officials"
    assert label(held) == "Disputed"


def test_what_cannot_be_printed_as_a_name_is_left_out() -> None:
    row = {
        "standing": "disputed",
        "attributed_to": "that",
        "denied_by": "Reports that Peru will attack; country:CHL",
        "denied_by_name": "Reports that Peru will attack; Chile",
    }
    held = held_of(row)
    assert (held.claimed_by, held.denied_by) == (None, "Chile")


def test_a_row_of_a_relation_has_no_status() -> None:
    row = {"standing": "asserted", "attributed_to": None, "denied_by": float("nan")}
    assert held_of(row) == Held("asserted")
