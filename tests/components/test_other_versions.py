"""What changed between two versions, as it is drawn."""

from __future__ import annotations

from briefing.library.stories.differences import differences
from components.other_versions import change_html


def test_words_of_an_article_stay_words() -> None:
    (change,) = differences("It <b>rained</b>.", "It <img src=x> rained.")
    html = change_html(change)
    assert "<b>" not in html
    assert "<img" not in html
    assert "<del>" in html
    assert "<ins style=" in html


def test_what_was_taken_out_is_struck_through() -> None:
    (change,) = differences("It rained hard.", "It rained.")
    assert change_html(change) == "It rained<del> hard</del>."
