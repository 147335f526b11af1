"""Two wordings of one quotation: what is marked, what is no difference, what is another one."""

from __future__ import annotations

import pytest

from briefing.library.accounts.align import same_quotation


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        (
            "We will not sell a single ship to anybody",
            "We will never sell a single ship to anybody",
            (["not"], ["never"]),
        ),
        (
            "The harbour must stay open to all our neighbours",
            "The harbour should stay open to all our old neighbours",
            (["must"], ["should", "old"]),
        ),
        (
            "We shall leave no boat at sea without a guard",
            "We shall leave no boat at sea without guards",
            (["a guard"], ["guards"]),
        ),
    ],
)
def test_what_differs_is_marked_on_both_sides(one, other, marked) -> None:
    found = same_quotation(one, other)
    assert found is not None
    texts = ((one, found.one), (other, found.other))
    assert tuple([text[a:b] for a, b in spans] for text, spans in texts) == marked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will not sell the ships of the old yard", "We will not sell ships of the old yard"),
        ("We will not sell a single ship", "we will NOT sell a single ship,"),
        ("We won't sell a single ship to them", "We will not sell a single ship to them"),
        ("Our defence of the harbour is strong now", "Our defense of the harbor is strong now"),
        (
            "We will not sell a single ship to them",
            "We will not sell a single ship to them, and the yard will close before the winter",
        ),
        (
            "We will not sell a single ship, whatever they pay, to anybody here",
            "We will not sell a single ship … to anybody here",
        ),
        (
            "It will not sell a single ship to anybody here",
            "[The yard] will not sell a single ship to anybody here",
        ),
    ],
)
def test_spelling_length_and_what_a_reporter_left_out_are_no_difference(one, other) -> None:
    found = same_quotation(one, other)
    assert found is not None
    assert (found.one, found.other) == ((), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will not sell a single ship", "The talks were long and useful for both"),
        ("We will not", "We will never"),
        (
            "We will not sell ships, since the yard that builds them is closed until May",
            "We will pay for the yard that others sell, and the ships are not theirs in May",
        ),
    ],
)
def test_other_words_are_another_quotation(one, other) -> None:
    assert same_quotation(one, other) is None
