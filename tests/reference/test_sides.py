from __future__ import annotations

import pytest

from briefing.reference.sides import is_claim, is_named, points_back


@pytest.mark.parametrize(
    ("holders", "named"),
    [
        ("country:PER", True),
        ("country:PER; person:ana-silva", True),
        ("the ministry", True),
        ("Residents", True),
        ("officials in both capitals", True),
        (None, False),
        ("", False),
        ("that", False),
        ("Nobody", False),
        ("No country", False),
        ("country:PER; it", False),
        ("Reports that Finland will attack", False),
        ("The news deeply embarrassed authorities in Tunis:", False),
        ("the man who had come to the port in the night", False),
    ],
)
def test_a_side_is_named_by_what_could_be_printed(holders: str | None, named: bool) -> None:
    assert is_named(holders) is named


@pytest.mark.parametrize(
    ("content", "back"),
    [
        ("the accusation", True),
        ("the allegations", True),
        ("these deals", True),
        ("this", True),
        ("any such attack", True),
        ("that claim", True),
        ("the report as a fabrication", True),
        ("that it had closed the road", False),
        ("the claim that it had fired", False),
        ("the party's orthodoxy", False),
        ("sending trawlers", False),
        ("any attack", False),
        (None, False),
    ],
)
def test_a_denial_points_back_or_tells_anew(content: str | None, back: bool) -> None:
    assert points_back(content) is back


@pytest.mark.parametrize(
    ("cue", "claim"),
    [("claims", True), ("allegation", True), ("said", False), ("stories", True), (None, False)],
)
def test_nouns_of_claims_are_known(cue: str | None, claim: bool) -> None:
    assert is_claim(cue) is claim
