"""A claim in one article whose denial stands in another."""

from __future__ import annotations

import pytest

from briefing.library.accounts.denials import Statement, denied_elsewhere


def said(article, words, country="PER", of=("CHL",)):
    return Statement(
        f"{article}.{words}",
        article,
        f"country:{country}",
        country,
        frozenset(of),
        words,
        f"So it is: {words}.",
        10,
    )


def test_the_claim_and_its_denial_are_the_two_sides() -> None:
    claim = said("a", "Chile attacked the ferry")
    (found,) = denied_elsewhere([claim], [said("b", "that it attacked the ferry", "CHL")])
    assert (found.one.who, found.other.who) == ("country:PER", "country:CHL")
    start, end = found.one.marks[0]
    assert found.one.text[start:end] == "Chile attacked the ferry"


@pytest.mark.parametrize(
    ("claim", "denials"),
    [
        (said("b", "Chile attacked the ferry"), ["that it attacked the ferry"]),
        (said("a", "Chile bought the ferry"), ["that it attacked the harbour of Callao"]),
        (said("a", "Chile attacked the ferry", of=("BOL",)), ["that it attacked the ferry"]),
        (said("a", "Chile did not attack the ferry"), ["that it attacked the ferry"]),
        (said("a", "Chile attacked the ferry", "CHL"), ["that it attacked the ferry"]),
        (said("a", "Chile attacked the ferry"), ["that it had not attacked the ferry"]),
        (said("a", "Chile attacked the ferry"), ["it"]),
    ],
)
def test_another_claim_is_not_denied(claim, denials) -> None:
    assert denied_elsewhere([claim], [said("b", words, "CHL") for words in denials]) == []


def test_an_article_that_has_both_sides_does_not_differ() -> None:
    claim = said("a", "Chile attacked the ferry")
    denials = [said(article, "that it attacked the ferry", "CHL") for article in ("a", "b")]
    assert denied_elsewhere([claim], denials) == []
