"""The words of Office files, and the runs that they are written in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.brief import Listed, Occurrence, Reference, Relation
from briefing.export import phrases
from briefing.export.office.words import run_text
from briefing.wording.verbatim import Piece

AT = Reference("a.x.1", "a", 1, "Peru warned Chile and Bolivia of delays.")
RELATION = Relation(
    source="Peru",
    target="Chile",
    both=False,
    quad="verbal-conflict",
    standing="asserted",
    trigger="warned",
    claimed_by=None,
    denied_by=None,
    condition=None,
    at=AT,
)
EVENT = Occurrence("4 May 2031", "Talks", "Peru", "stated", None, "upcoming", (), AT)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Stated as fact"),
        ({"standing": "attributed", "claimed_by": "Ana Silva"}, "Claimed by Ana Silva"),
        ({"standing": "attributed"}, "Claimed"),
        ({"standing": "denied", "denied_by": "Chile"}, "Denied by Chile"),
        (
            {"standing": "denied", "denied_by": "Chile", "claimed_by": "Peru"},
            "Denied by Chile · claimed by Peru",
        ),
        ({"standing": "conditional", "condition": "if it rains"}, "If it rains"),
        ({"standing": "conditional", "condition": "the vote"}, "Depends on: the vote"),
        ({"standing": "possible", "claimed_by": "Peru"}, "Possible · according to Peru"),
        (
            {"standing": "disputed", "claimed_by": "Peru", "denied_by": "Chile"},
            "Disputed · claimed by Peru · denied by Chile",
        ),
    ],
)
def test_standing_says_who_and_on_what_condition(more: dict[str, str], words: str) -> None:
    assert phrases.standing(replace(RELATION, **more)) == words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Date in the article"),
        ({"basis": "computed", "working": "1 + 2 = 3"}, "Calculated: 1 + 2 = 3"),
        ({"basis": "unknown", "working": "Still to come."}, "Date not given. Still to come."),
        ({"basis": "unknown", "hedges": ("“may”",)}, "Date not given · “may”"),
    ],
)
def test_worked_out_dates_carry_their_working(more: dict[str, object], words: str) -> None:
    assert phrases.how_dated(replace(EVENT, **more)) == words


def test_relations_that_the_same_words_say_stand_together() -> None:
    other = replace(RELATION, target="Bolivia", at=replace(AT, fact_id="a.x.2"))
    denied = replace(RELATION, standing="denied")
    groups = phrases.group_by_phrase([RELATION, denied, other])
    assert [group.parties for group in groups] == [
        ("Peru → Chile", "Peru → Bolivia"),
        ("Peru → Chile",),
    ]
    assert groups[0].word == "Criticism and threats"


@pytest.mark.parametrize(
    ("trigger", "sentence", "split"),
    [
        ("ties", "The parties cut ties.", ("The parties cut ", "ties", ".")),
        ("ties", "Ties and ties, new ties.", ("Ties and ties, new ties.", "", "")),
        ("gone", "Ties.", ("Ties.", "", "")),
        ("", "Ties.", ("Ties.", "", "")),
        ("(sic)", "It (sic) is.", ("It ", "(sic)", " is.")),
    ],
)
def test_trigger_is_marked_only_where_it_is_sure(
    trigger: str, sentence: str, split: tuple[str, str, str]
) -> None:
    relation = replace(RELATION, trigger=trigger, at=replace(AT, sentence=sentence))
    assert phrases.split_at_trigger(relation) == split


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ((Piece("We wait", True),), "“We wait”"),
        ((Piece("that they", False), Piece("wait , here", True)), "that they “wait , here”"),
        ((Piece("No", True), Piece(", she said", False)), "“No”, she said"),
        ((Piece("No,", True), Piece("not now", True, gap=True)), "“No,” … “not now”"),
        ((Piece("they go", False), Piece("and wait", False, gap=True)), "they go … and wait"),
    ],
)
def test_marks_stand_around_verbatim_pieces_alone(pieces: tuple[Piece, ...], words: str) -> None:
    stretches = phrases.in_marks(pieces)
    assert "".join(text for text, _ in stretches) == words
    marked = [text for text, verbatim in stretches if verbatim]
    assert marked == [f"“{piece.text}”" for piece in pieces if piece.verbatim]


def test_what_is_left_out_is_counted() -> None:
    assert phrases.left_out(Listed((1, 2), 2), "the nearest", "event") == ""
    assert phrases.left_out(Listed((1, 2), 412), "the nearest", "event") == (
        "Listed: 2 of 412 events, the nearest; all are in the Excel file."
    )


def test_evidence_says_each_sentence_once_with_all_its_facts() -> None:
    other = replace(AT, fact_id="a.x.2")
    bare = Reference("a.y.3", "b", 9, "")
    assert phrases.evidence_lines({1: "Port talks, The Echo"}, [AT, other, bare]) == (
        "[1] Peru warned Chile and Bolivia of delays. – Port talks, The Echo (a.x.1; a.x.2)",
        "[9] (no sentence) (a.y.3)",
    )


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("plain", "plain"),
        ("bell\x07", "bell"),
        ("\u202eturned", "\u202eturned\u202c"),
        ("\u202eclosed\u202c", "\u202eclosed\u202c"),
        ("\u2067one \u202dtwo", "\u2067one \u202dtwo\u202c\u2069"),
    ],
)
def test_signs_of_direction_end_with_their_run(text: str, run: str) -> None:
    assert run_text(text) == run
