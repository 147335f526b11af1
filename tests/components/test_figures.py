"""The key figures in words."""

from __future__ import annotations

import pytest

from briefing.library.queries import Figures
from components.figures import build_tiles


def _figures(**more: int) -> Figures:
    numbers = dict.fromkeys(
        ("parties", "quotations", "verbatim", "conflict", "cooperation", "denied", "upcoming"), 0
    )
    return Figures(**(numbers | more))


def test_each_figure_opens_a_page_of_the_app() -> None:
    pages = [tile.page for tile in build_tiles(_figures())]
    assert pages == [
        "pages/entities.py",
        "pages/quotes.py",
        "pages/relations.py",
        "pages/relations.py",
    ]


@pytest.mark.parametrize(
    ("numbers", "value", "label"),
    [
        ({"parties": 1}, "1", "Country or organisation"),
        ({"parties": 1200}, "1,200", "Countries and organisations"),
        ({"quotations": 1}, "1", "Quotation"),
        ({"conflict": 3, "cooperation": 5}, "3 / 5", "Conflict / cooperation"),
        ({"denied": 1}, "1", "Disputed claim"),
        ({"denied": 2}, "2", "Disputed claims"),
    ],
)
def test_figures_are_said_with_their_noun(numbers: dict[str, int], value: str, label: str) -> None:
    said = {(tile.value, tile.label) for tile in build_tiles(_figures(**numbers))}
    assert (value, label) in said
