"""A claim is cut to its own clause, with whole quotation marks."""

from __future__ import annotations

import pytest

from briefing.wording.clauses import clause_span


@pytest.mark.parametrize(
    ("sentence", "claim", "shown"),
    [
        (
            "Peru said that Chile fired first.",
            "that Chile fired first",
            "Chile fired first",
        ),
        (
            "Peru accused Chile of firing first.",
            "of firing first",
            "firing first",
        ),
        (
            "It denies claims that Peru stole it, and has called them “unkind”.",
            "that Peru stole it, and has called them “unkind",
            "Peru stole it",
        ),
        (
            'It denies claims that Peru stole it, and has called them "unkind".',
            'that Peru stole it, and has called them "unkind',
            "Peru stole it",
        ),
        (
            "Aides denied letting ships dock, only to be contradicted by a pact.",
            "letting ships dock, only to be contradicted by a pact",
            "letting ships dock",
        ),
        (
            "Peru said Chile took ships, boats and nets.",
            "Chile took ships, boats and nets",
            "Chile took ships, boats and nets",
        ),
        (
            "Peru said Chile had “taken the ship”.",
            "Chile had “taken the ship",
            "Chile had “taken the ship”",
        ),
        (
            "Peru said “Chile took” the ship.",
            "Chile took” the ship",
            "“Chile took” the ship",
        ),
        (
            "Peru called the fleet large and “a threat to all that Chile holds dear”.",
            "the fleet large and “a threat to all",
            "the fleet large and “a threat to all that Chile holds dear”",
        ),
        (
            "Peru accused Chile of turning back 41 Peruvian lorries at a bridge, and left.",
            "Chile of turning back 41 Peruvian",
            "Chile of turning back 41 Peruvian lorries at a bridge",
        ),
        (
            "Chile pledged to supply Peru with 600 tons of copper this winter.",
            "Chile pledged to supply Peru",
            "Chile pledged to supply Peru with 600 tons of copper this winter",
        ),
        (
            "Peru says Chile attacked its fleet and two ferries.",
            "Chile attacked its fleet",
            "Chile attacked its fleet",
        ),
        (
            "Aides say Chile sold Peru arms which Chile denies.",
            "Chile sold Peru arms",
            "Chile sold Peru arms",
        ),
        ("Peru said it’s Chile’s ship.", "it’s Chile’s ship", "it’s Chile’s ship"),
    ],
)
def test_a_claim_ends_where_its_clause_ends(sentence: str, claim: str, shown: str) -> None:
    start = sentence.index(claim)
    first, last = clause_span(sentence, start, start + len(claim))
    assert sentence[first:last] == shown
    for opening, closing in (("“", "”"), ('"', '"')):
        assert shown.count(opening) == shown.count(closing)
        assert shown.count('"') % 2 == 0
