"""Whether a sentence that is shown is one that the gold names by its first words."""

from __future__ import annotations

from benchmarks.gist import verdict

TEXT = (
    "ACCRA (Wire) -- Ghana opened a bridge. Togo paid\nfor half of it. Nobody asked the fishermen."
)
WANTED = ["ACCRA (Wire) -- Ghana opened a bridge", "Togo paid for half", "Words that are not there"]


def _span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_sentence_is_accepted_by_its_place_with_or_without_its_dateline() -> None:
    shown = [
        _span("Ghana opened a bridge."),
        _span("Togo paid\nfor half of it."),
        _span("Nobody asked the fishermen."),
    ]
    assert verdict(WANTED, TEXT, shown) == [0, 1, None]
