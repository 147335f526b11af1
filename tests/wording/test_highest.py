"""Of several markings the highest stands, and what cannot be ordered stands beside each other."""

from __future__ import annotations

import pytest

from briefing.wording.highest import (
    highest,
    is_above,
    is_ceiling,
    is_within,
    raised_words,
    standing_marking,
)


@pytest.mark.parametrize(
    ("markings", "stands"),
    [
        ([], ""),
        (["", "  "], ""),
        (["TLP:CLEAR", "TLP:GREEN"], "TLP:GREEN"),
        (["TLP:AMBER", "tlp green"], "TLP:AMBER"),
        (["TLP:AMBER", "TLP:AMBER+STRICT"], "TLP:AMBER+STRICT"),
        (["TLP:RED", "TLP:AMBER+STRICT"], "TLP:RED"),
        (["official", "official sensitive"], "OFFICIAL-SENSITIVE"),
        (["TOP SECRET", "SECRET", "OFFICIAL"], "TOP SECRET"),
        (["UK SECRET", "SECRET"], "UK SECRET"),
        (["SECRET", "TLP:GREEN"], "TLP:GREEN · SECRET"),
        (["SECRET", "TLP:GREEN", "OFFICIAL", "TLP:CLEAR"], "TLP:GREEN · SECRET"),
        (["For the desk", "TLP:RED", "OFFICIAL"], "TLP:RED · OFFICIAL · For the desk"),
        (["For the desk", "For  the desk"], "For the desk"),
        (["Secretariat only", "SECRET"], "SECRET · Secretariat only"),
        (["OFFICIAL-SENSITIVE PERSONAL", "OFFICIAL"], "OFFICIAL-SENSITIVE PERSONAL"),
        (["OFFICIAL-SENSITIVE PERSONAL", "SECRET"], "OFFICIAL-SENSITIVE PERSONAL · SECRET"),
        (["TLP:GREEN · SECRET", "TLP:RED"], "TLP:RED · SECRET"),
    ],
)
def test_the_highest_stands(markings: list[str], stands: str) -> None:
    assert highest(markings) == stands
    assert highest([highest(markings)]) == stands


@pytest.mark.parametrize(
    ("chosen", "included", "stands", "raised"),
    [
        ("", "", "", False),
        ("tlp  amber", "", "tlp amber", False),
        ("tlp amber", "TLP:GREEN", "TLP:AMBER", False),
        ("TLP:AMBER", "TLP:AMBER", "TLP:AMBER", False),
        ("TLP:GREEN", "TLP:AMBER", "TLP:AMBER", True),
        ("", "TLP:CLEAR", "TLP:CLEAR", True),
        ("OFFICIAL", "TLP:CLEAR", "TLP:CLEAR · OFFICIAL", True),
        ("*Mine*", "SECRET", "SECRET · *Mine*", True),
    ],
)
def test_what_is_chosen_is_never_below_what_is_included(
    chosen: str, included: str, stands: str, raised: bool
) -> None:
    assert standing_marking(chosen, included) == stands
    assert bool(raised_words(chosen, included)) is raised
    assert stands in raised_words(chosen, included) or not raised


@pytest.mark.parametrize(
    ("marking", "ceiling", "within", "above"),
    [
        ("", "TLP:CLEAR", True, False),
        ("TLP:GREEN", "TLP:GREEN", True, False),
        ("TLP:CLEAR", "TLP:GREEN", True, False),
        ("TLP:AMBER+STRICT", "TLP:AMBER", False, True),
        ("OFFICIAL", "TLP:RED", False, False),
        ("OFFICIAL", "SECRET", True, False),
        ("TOP SECRET", "SECRET", False, True),
        ("For the desk", "TOP SECRET", False, False),
        ("OFFICIAL-SENSITIVE PERSONAL", "SECRET", False, False),
        ("TLP:CLEAR · OFFICIAL", "TLP:RED", False, False),
    ],
)
def test_a_ceiling_lets_pass_what_is_known_to_be_no_higher(
    marking: str, ceiling: str, within: bool, above: bool
) -> None:
    assert is_within(marking, ceiling) is within
    assert is_above(marking, ceiling) is above


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("tlp:amber", True),
        ("Secret", True),
        ("", False),
        ("For the desk", False),
        ("SECRET UK EYES ONLY", False),
        ("TLP:RED · SECRET", False),
    ],
)
def test_a_ceiling_is_a_level(text: str, good: bool) -> None:
    assert is_ceiling(text) is good
