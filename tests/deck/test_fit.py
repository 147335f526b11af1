"""What a slide holds: never more than fits, every word once, and the presenter is told."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.deck import ListBody, QuotationBody, Slide
from briefing.deck.fit import body_height, fit, fits, quoted_size, spread, used_height
from briefing.deck.slide import quotations_of
from briefing.deck.slide_words import PARAPHRASE, line_over_heading
from briefing.deck.stage import LEAST, MAIN
from tests.deck.briefs import (
    letters,
    listed,
    opening,
    quotation,
    quotations,
    relation,
    texts,
    voices,
)

WORDS = st.lists(
    st.one_of(
        st.sampled_from(["the", "minister", "said.", "talks,", "Überprüfung", "港", "–", "of"]),
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1),
        st.integers(30, 400).map(lambda number: "w" * number),
    ),
    max_size=300,
).map(" ".join)
OWN = st.lists(WORDS, max_size=3)


def _checked(slide: Slide) -> tuple[Slide, ...]:
    parts = fit(slide)
    assert letters(parts) == letters([slide])
    assert all(fits(part) for part in parts)
    assert all(part.size >= LEAST for part in parts)
    assert len({part.name for part in parts}) == len(parts)
    assert [part.part for part in parts] == list(range(1, len(parts) + 1))
    assert {part.parts for part in parts} == {len(parts)}
    assert any("Continues" in words for words in parts[0].warnings) == (len(parts) > 1)
    return parts


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=4), OWN)
def test_a_quotation_of_any_words_fits(pieces: list[tuple[str, bool]], own: list[str]) -> None:
    _checked(quotation(*pieces, own=own))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6), OWN)
def test_a_list_of_any_words_fits(lines: list[tuple[str, str, str]], own: list[str]) -> None:
    _checked(listed(lines, own=own))


@settings(max_examples=20, deadline=None)
@given(WORDS, OWN)
def test_relation_and_title_of_any_words_fit(words: str, own: list[str]) -> None:
    _checked(relation(words, own=own))
    _checked(opening(words))


@settings(max_examples=15, deadline=None)
@given(WORDS)
def test_a_heading_of_any_words_fits_or_is_shortened(words: str) -> None:
    slide = replace(quotation(("We will not go.", True)), heading=words)
    (part,) = fit(slide)
    assert fits(part)
    assert part.heading == words or part.heading.endswith("…")
    assert (part.heading == words) == ("The heading is shortened" not in part.warnings)


def test_a_short_quotation_is_as_large_as_can_be() -> None:
    (part,) = fit(quotation(("We will not go.", True)))
    assert part.size == MAIN["quotation"].largest
    assert part.warnings == ()


def test_a_longer_quotation_is_smaller_before_it_is_divided() -> None:
    (part,) = fit(quotation(("The talks will go on as they were agreed. " * 28, True)))
    assert MAIN["quotation"].smallest <= part.size < MAIN["quotation"].largest


def test_a_quotation_of_two_thousand_words_goes_on_and_the_presenter_is_told() -> None:
    started = time.perf_counter()
    parts = _checked(quotation(("The port stays closed until they answer us. " * 250, True)))
    assert time.perf_counter() - started < 3
    assert parts[0].warnings == (f"Continues on {len(parts) - 1} more slides",)
    for part in parts:
        assert isinstance(part.body, QuotationBody)
        assert part.body.quotation.pieces[-1].text.endswith("us.")
    assert len({part.size for part in parts}) == 1


def test_sixty_sources_stand_on_several_slides_each_line_whole() -> None:
    lines = [(f"{n}", f"Port talks stall again, part {n}", "The Echo · 3 May") for n in range(60)]
    parts = _checked(listed(lines))
    assert len(parts) > 2
    shown = [
        (line.lead, line.words, line.note)
        for part in parts
        if isinstance(part.body, ListBody)
        for line in part.body.lines
    ]
    assert shown == lines
    for part in parts:
        assert isinstance(part.body, ListBody)
        assert [f"{at.number - 1}" for at in part.evidence] == [
            line.lead for line in part.body.lines
        ]


@pytest.mark.parametrize("lines", [1, 4, 40])
def test_the_presenters_lines_follow_the_words_as_theirs(lines: int) -> None:
    own = [f"Ask for the schedule, point {number}." for number in range(lines)]
    parts = _checked(quotation(("We will not go.", True), own=own))
    assert [line for part in parts for line in part.own] == own
    assert isinstance(parts[0].body, QuotationBody)
    assert all("".join(texts(part)) for part in parts)


def test_a_filter_of_many_words_goes_on_after_the_title() -> None:
    parts = _checked(opening("Countries: Peru or Chile " * 200))
    assert len(parts) > 2


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=2), min_size=1, max_size=4
    ),
    OWN,
)
def test_several_quotations_of_any_words_fit(
    said: list[list[tuple[str, bool]]], own: list[str]
) -> None:
    parts = _checked(quotations(*said, own=own))
    for part in parts:
        assert [each.at for each in quotations_of(part)] == list(part.evidence)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=300), max_size=40))
def test_any_number_of_bars_fits(names: list[str]) -> None:
    _checked(voices(*names))


def test_a_paraphrase_is_never_as_large_as_what_is_verbatim() -> None:
    words = "The port will open in May."
    (verbatim,) = fit(quotation((words, True)))
    (paraphrase,) = fit(quotation((words, False)))
    assert paraphrase.size < verbatim.size * 0.7
    assert line_over_heading(paraphrase) == PARAPHRASE
    assert line_over_heading(verbatim) == "Quotation"
    (both,) = fit(quotations([(words, True)], [(words, False)]))
    first, second = (quoted_size(each, both.size) for each in quotations_of(both))
    assert second < first


@pytest.mark.parametrize("number", [2, 3])
def test_a_short_list_is_spread_over_the_slide(number: int) -> None:
    lines = [("1 May", "Envoys meet in Lima", "Peru")] * number
    (part,) = fit(listed(lines))
    filled = used_height(part) + number * spread(part)
    assert filled <= body_height(part)
    assert filled > body_height(part) / 2
