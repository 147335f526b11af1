"""A filter that leaves nothing says which of its fields is in the way."""

from __future__ import annotations

from briefing.library import Filter
from components.ways_out import filters_without_one_field, ways_out, what_was_looked_at


def test_each_field_that_is_set_can_be_left_out() -> None:
    flt = Filter(countries=("PER",), words="fish", earliest="2024-01-01", tags=("Sahel",))
    assert [name for name, _, _ in filters_without_one_field(flt)] == [
        "countries",
        "tags",
        "first day",
        "words",
    ]
    assert all(without != flt for _, _, without in filters_without_one_field(flt))
    assert filters_without_one_field(Filter()) == []


def test_what_a_period_leaves_out_and_what_is_no_date_can_be_left_out() -> None:
    flt = Filter(earliest="2024-01-01", dated_only=True, no_days=("2024-13-01",))
    without = {key: other for _, key, other in filters_without_one_field(flt)}
    assert not without["dated"].dated_only
    assert not without["no-days"].no_days


def test_what_brings_most_back_comes_first_and_what_brings_nothing_is_not_offered() -> None:
    flt = Filter(countries=("PER",), speakers=("person:ann",), words="fish")

    def number(without: Filter) -> int:
        return 12 if not without.words else 1 if not without.countries else 0

    assert [way.label for way in ways_out(flt, number, "quotation")] == [
        "Without the words: 12 quotations",
        "Without the countries: 1 quotation",
        "Clear the filter",
    ]


def test_one_field_needs_no_second_button() -> None:
    ways = ways_out(Filter(words="fish"), lambda _: 3, "quotation")
    assert [way.label for way in ways] == ["Without the words: 3 quotations"]


def test_a_filter_without_which_there_is_nothing_either_can_still_be_cleared() -> None:
    ways = ways_out(Filter(words="fish"), lambda _: 0, "name")
    assert [way.label for way in ways] == ["Clear the filter"]


def test_no_filter_is_not_offered_to_be_cleared() -> None:
    assert ways_out(Filter(), lambda _: 0, "name") == []
    assert what_was_looked_at(Filter()) == "the visible articles"
    assert what_was_looked_at(Filter(words="fish")) == "the filtered articles"
