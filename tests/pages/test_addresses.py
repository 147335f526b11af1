"""What the address holds: codes; words that addresses of older versions hold become codes."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import OpenPage

CHOICES = [
    ("relations", "view", ["Matrix"], ["matrix"]),
    ("relations", "focus", ["Norway"], ["NOR"]),
    (
        "relations",
        "quad",
        ["Hostile acts", "Joint acts"],
        ["material-conflict", "material-cooperation"],
    ),
    ("relations", "standing", ["Denied or disputed"], ["denied"]),
    ("present", "focus", ["Norway"], ["NOR"]),
    ("quotes", "list", ["In reading order"], ["order"]),
    ("quotes", "kind", ["Paraphrase"], ["indirect"]),
    ("quotes", "act", ["Denies"], ["denies"]),
    ("quotes", "about", ["Japan"], ["JPN"]),
    ("quotes", "speaking", ["Chile", "Norway"], ["CHL", "NOR"]),
    ("entities", "entity-kind", ["Person"], ["person"]),
    ("timeline", "lanes", ["By kind"], ["kind"]),
    ("timeline", "order", ["Table"], ["table"]),
    ("timeline", "ahead", ["90 days"], ["90"]),
    ("", "cover", ["All stories"], ["all"]),
]


def _in_address(app: AppTest, name: str) -> list[str]:
    """Return what the hidden field holds that is bound to the address."""
    return list(app.multiselect(key=name).value)


@pytest.mark.parametrize(("page", "name", "words", "codes"), CHOICES)
def test_words_in_an_address_become_codes(
    open_page: OpenPage, page: str, name: str, words: list[str], codes: list[str]
) -> None:
    for asked in (words, codes):
        app = open_page(page, **{name: asked})
        held = app.session_state[f"choose-{name}"]
        assert (held if isinstance(held, list) else [held]) == codes
        assert _in_address(app, name) == codes


@pytest.mark.parametrize(("page", "name", "words", "codes"), CHOICES)
def test_what_nothing_goes_by_leaves_the_address(
    open_page: OpenPage, page: str, name: str, words: list[str], codes: list[str]
) -> None:
    app = open_page(page, **{name: "no such thing"})
    assert _in_address(app, name) == []
