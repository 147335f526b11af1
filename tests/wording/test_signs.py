"""Everything that the tables can hold has a word."""

from __future__ import annotations

import pytest

from briefing import tables
from briefing.wording import signs


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        (signs.QUADS, tables.QUADS),
        (signs.STANDINGS, tables.STANDINGS),
        (signs.KINDS, tables.ENTITY_KINDS),
        (signs.QUOTE_KINDS, tables.QUOTE_KINDS),
        (signs.ACTS, tables.ACTS),
        (signs.EVENT_BASES, tables.EVENT_BASES),
        (signs.TENSES, tables.TENSES),
    ],
)
def test_every_value_has_a_word(shown: dict[str, object], held: tuple[str, ...]) -> None:
    assert set(shown) == set(held)
    words = [sign.word for sign in shown.values()]
    assert len(set(words)) == len(words)


def test_lines_follow_the_standings() -> None:
    lines = {name: standing.line for name, standing in signs.STANDINGS.items()}
    assert {name for name, line in lines.items() if line == "solid"} == {"asserted", "attributed"}
    assert {name for name, line in lines.items() if line == "dash"} == {
        "conditional",
        "possible",
        "expected",
    }
