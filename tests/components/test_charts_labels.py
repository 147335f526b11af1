"""Labels carry an article's words as words, whatever these contain."""

from __future__ import annotations

import pytest

from components.charts.labels import clicked, count, safe, shorten


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("The Hague", 20, "The Hague"),
        ("Ministry of Foreign Affairs and Trade", 20, "Ministry of Foreign…"),
        ("Llanfairpwllgwyngyllgogerych", 10, "Llanfairp…"),
        ("two\n lines ", 20, "two lines"),
    ],
)
def test_shorten_ends_at_a_word(text: str, limit: int, expected: str) -> None:
    assert shorten(text, limit) == expected
    assert len(shorten(text, limit)) <= limit


def test_safe_leaves_no_markup() -> None:
    assert safe("<b>Ann</b> & Co") == "&lt;b&gt;Ann&lt;/b&gt; &amp; Co"
    assert safe("AT&T and the rest of them", 9) == "AT&amp;T and…"


def test_count_says_one_and_many() -> None:
    assert count(1, "quotation") == "1 quotation"
    assert count(1200, "quotation") == "1,200 quotations"
    assert count(2, "country", "countries") == "2 countries"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (None, []),
        ({}, []),
        ({"selection": {}}, []),
        ({"selection": {"points": [{"x": 1}]}}, []),
        ({"selection": {"points": [{"customdata": "person:ann"}]}}, ["person:ann"]),
        ({"selection": {"points": [{"customdata": ["a", "b"]}]}}, [["a", "b"]]),
    ],
)
def test_clicked_reads_what_is_there(event: dict[str, object] | None, expected: list) -> None:
    assert clicked(event) == expected
