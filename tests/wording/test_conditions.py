from __future__ import annotations

import pytest

from briefing.wording.conditions import condition_words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("if it rains", "if it rains"),
        ("unless Chile agrees", "unless Chile agrees"),
        ("but only if both sign", "but only if both sign"),
        ("on condition that it stays", "on condition that it stays"),
        ("as long as the truce holds", "as long as the truce holds"),
        ("had Peru signed", "had Peru signed"),
        ("Peru’s answer", "depends on: Peru’s answer"),
        ("the outcome of talks, if any", "depends on: the outcome of talks, if any"),
    ],
)
def test_condition_says_if_once(condition: str, words: str) -> None:
    assert condition_words(condition) == words
