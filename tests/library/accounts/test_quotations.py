"""Quotations of one speaker that two articles word differently."""

from __future__ import annotations

from briefing.library.accounts.quotations import Quoted, worded_differently

PLAIN = "We will not sell a single ship to anybody"
OTHER = "We will never sell a single ship to anybody"


def quoted(article, text, speaker="person:lund"):
    return Quoted(f"{article}.{text[:12]}", article, speaker, text)


def test_each_wording_stands_once_for_all_that_have_it() -> None:
    rows = [quoted("a", PLAIN), quoted("b", OTHER), quoted("c", f"{OTHER},"), quoted("d", PLAIN)]
    (found,) = worded_differently(rows)
    assert (found.one.article_id, found.other.article_id) == ("a", "b")


def test_another_speaker_or_the_same_article_does_not_differ() -> None:
    assert worded_differently([quoted("a", PLAIN), quoted("b", OTHER, "person:berg")]) == []
    assert worded_differently([quoted("a", PLAIN), quoted("a", OTHER)]) == []
