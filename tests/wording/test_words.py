"""Small words that screens and files share."""

from __future__ import annotations

import pytest

from briefing.wording.words import cell_value, count, shorten, size_words


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 articles"), (1, "1 article"), (1200, "1,200 articles")]
)
def test_count(number: int, said: str) -> None:
    assert count(number, "article") == said


def test_count_with_another_plural() -> None:
    assert count(2, "entity", "entities") == "2 entities"


def test_shorten_cuts_at_a_word() -> None:
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("short", 12) == "short"


@pytest.mark.parametrize("value", [None, float("nan"), "", (), []])
def test_known_takes_every_kind_of_missing(value: object) -> None:
    assert cell_value(value) is None


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "1 kB"), (839_600, "840 kB"), (12_400_000, "12.4 MB"), (3_200_000_000, "3.2 GB")],
)
def test_size(size: int, said: str) -> None:
    assert size_words(size) == said.replace(" ", "\u00a0")
