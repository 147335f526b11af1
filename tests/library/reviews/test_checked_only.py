"""Only checked facts, and what stands in a sentence with one of them."""

from __future__ import annotations

from briefing.library import Filter, Library, queries
from briefing.library.reviews.keeping import decide

CHECKED = Filter(checked_only=True)


def test_nothing_passes_before_anything_is_checked(library: Library) -> None:
    assert all(frame.empty for frame in queries.whole(library, CHECKED).values())
    assert queries.gist(library, CHECKED).empty


def test_names_dates_and_the_bottom_line_stand_beside_a_checked_fact(library: Library) -> None:
    quotes = queries.quotes(library, Filter())
    checked, rejected = quotes["quote_id"].iloc[0], quotes["quote_id"].iloc[-1]
    decide(library, checked, "confirmed", "Ana")
    decide(library, rejected, "rejected", "Ana")
    whole = queries.whole(library, CHECKED)
    row = whole["quotes"].iloc[0]
    assert list(whole["quotes"]["quote_id"]) == [checked]
    for name in ("mentions", "times"):
        places = set(zip(whole[name]["article_id"], whole[name]["sentence"], strict=True))
        assert places <= {(row["article_id"], row["sentence"])}, name
    assert len(whole["mentions"]) < len(queries.whole(library, Filter())["mentions"])
    gist = queries.gist(library, CHECKED)
    assert set(gist["sentence"]) <= {row["sentence"]}
