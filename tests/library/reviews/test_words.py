"""Where words stand in an article, and what of them stands between its quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ReviewError
from briefing.library.reviews.cutting import cut, kind_of
from briefing.library.reviews.words_in import nearest, occurrences, still_there

TEXT = (
    "“We’ll stay,” she said, “and fight.” He called it 'a mess' and \"a farce\" – twice.\n"
    "The ministers' plan isn't new. “It opens here\n“and goes on,” she said; we stay."
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We’ll stay", "direct"),
        ("and fight.", "direct"),
        ("We’ll stay,” she said, “and fight", "mixed"),
        ("a mess", "direct"),
        ("called it 'a mess' and \"a farce\"", "mixed"),
        ("ministers' plan isn't new", "indirect"),
        ("she said", "indirect"),
        ("It opens here", "direct"),
        ("and goes on", "direct"),
    ],
)
def test_the_marks_of_the_article_say_what_words_are(words: str, kind: str) -> None:
    start = TEXT.index(words)
    assert kind_of(TEXT, start, start + len(words)) == kind


def test_of_a_direct_quotation_the_reporters_words_are_left_out() -> None:
    end = TEXT.index("fight.") + 6
    made = cut(TEXT, 0, end, "direct")
    assert [TEXT[first:last] for first, last, _ in made.fragments] == ["We’ll stay,", "and fight."]
    assert (made.start, made.end) == (1, end)


def test_words_without_marks_are_no_quotation_word_for_word() -> None:
    start = TEXT.index("she said")
    for kind in ("direct", "mixed"):
        with pytest.raises(ReviewError, match="Paraphrase"):
            cut(TEXT, start, start + 8, kind)


def test_words_are_found_whatever_the_spaces_and_the_shape_of_marks() -> None:
    assert occurrences(TEXT, '"We\'ll   stay,"') == [(0, 13)]
    assert len(occurrences(TEXT, "she said")) == 2
    assert occurrences(TEXT, "  ") == occurrences(TEXT, "She said") == []
    assert nearest(TEXT, "she said", len(TEXT))[0] == TEXT.rindex("she said")


@given(st.text("ab “”\"'\n", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_whatever_the_words_pieces_lie_inside_and_in_order(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    for kind in ("direct", "mixed", "indirect"):
        try:
            made = cut(text, start, end, kind)
        except ReviewError:
            continue
        assert start <= made.start < made.end <= end
        edges = [edge for first, last, _ in made.fragments for edge in (first, last)]
        assert edges == sorted(edges)
        assert made.start <= edges[0] < edges[-1] <= made.end


@given(st.text("ab ", max_size=20), st.text("ab ", min_size=1, max_size=4), st.integers(0, 20))
def test_exact_words_are_found_again_wherever_they_went(text: str, words: str, at: int) -> None:
    found = still_there(text, words, at)
    if words in text:
        assert found is not None
        assert text[found[0] : found[1]] == words
    else:
        assert found is None
