"""Markings stand as their standard asks, however they were typed."""

from __future__ import annotations

import pytest

from briefing.wording.marking import MarkingStyle, style_of


@pytest.mark.parametrize(
    ("typed", "text", "colour"),
    [
        ("TLP:RED", "TLP:RED", "#FF2B2B"),
        ("tlp amber", "TLP:AMBER", "#FFC000"),
        ("Tlp: Amber + strict", "TLP:AMBER+STRICT", "#FFC000"),
        ("TLP AMBER STRICT", "TLP:AMBER+STRICT", "#FFC000"),
        ("TLP-green", "TLP:GREEN", "#33FF00"),
        ("tlp:clear", "TLP:CLEAR", "#FFFFFF"),
        ("TLP:WHITE", "TLP:CLEAR", "#FFFFFF"),
        ("TLP:RED strict", "TLP:RED strict", "#FF2B2B"),
        ("tlp:amber, the desk only", "TLP:AMBER, the desk only", "#FFC000"),
    ],
)
def test_tlp_is_at_the_right_in_its_colour_on_black(typed: str, text: str, colour: str) -> None:
    assert style_of(typed) == MarkingStyle(text, "right", colour, "#000000")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("official", "OFFICIAL"),
        ("Official – Sensitive", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("uk secret", "UK SECRET"),
        ("top  secret", "TOP SECRET"),
        ("OFFICIAL-SENSITIVE PERSONAL", "OFFICIAL-SENSITIVE PERSONAL"),
        ("UK SECRET – UK eyes only", "UK SECRET – UK EYES ONLY"),
    ],
)
def test_uk_scale_is_in_capitals_in_the_middle(typed: str, text: str) -> None:
    assert style_of(typed) == MarkingStyle(text, "center")


@pytest.mark.parametrize(
    "words",
    ["Draft for the mission", "Official visit, draft", "Secretariat only", "TLP:PINK", "NATO x"],
)
def test_other_words_stay_as_they_are_in_the_middle(words: str) -> None:
    assert style_of(f"  {words} ") == MarkingStyle(words, "center")


@pytest.mark.parametrize("nothing", ["", "  ", "\n"])
def test_no_marking_has_no_style(nothing: str) -> None:
    assert style_of(nothing) is None
