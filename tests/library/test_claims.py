"""Disputed claims: only a claim whose own denial is told, and only with both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import extract
from briefing.article import Article
from briefing.library import Filter, Library, queries

TOLD = [
    # text, the claim, who says so, who denies it
    (
        "Peru accused Chile of taking trawlers in its waters. Chile rejected the accusation.",
        "taking trawlers in its waters",
        "Peru",
        "Chile",
    ),
    (
        "Fiji says Tonga shelled a port on Monday; Tonga denies it.",
        "Tonga shelled a port on Monday",
        "Fiji",
        "Tonga",
    ),
    (
        "Denmark said Norway shelled Aarhus. Norway denied shelling Aarhus.",
        "Norway shelled Aarhus",
        "Denmark",
        "Norway",
    ),
    (
        "Denmark said Norway had sold missiles to Iceland. Norway called the claims baseless.",
        "Norway had sold missiles to Iceland",
        "Denmark",
        "Norway",
    ),
    (
        "Villagers say the army killed nine farmers. The army denied the claim.",
        "the army killed nine farmers",
        "Villagers",
        "The army",
    ),
    (
        "The ministry denies US claims that Finland hacked official emails, and has called "
        "them “unkind”.",
        "Finland hacked official emails",
        "United States",
        "The ministry",
    ),
    (
        "Peru said that Chile had “stolen the ship”. Chile denied the claim.",
        "Chile had “stolen the ship”",
        "Peru",
        "Chile",
    ),
    (
        "A Peruvian aide said Chile had fired first, but Chile denied that claim.",
        "Chile had fired first",
        "A Peruvian aide",
        "Chile",
    ),
    # The article itself says so, and both deny it.
    (
        "Peru received weapons from Chile. While both Peru and Chile deny these deals, it rains.",
        "Peru received weapons from Chile",
        None,
        "Peru; Chile",
    ),
]

NOT_TOLD = [
    # Only the denial is told.
    "Chile denied that it had sent trawlers into Peru's waters.",
    "Chile denied sending trawlers to Peru.",
    # To dismiss somebody as something denies nothing.
    "Former Speaker Adam Brun dismissed Estonia as being in the “suburbs of Oslo”.",
    "A candidate who has rejected the party's orthodoxy won the vote.",
    # The two have nothing to do with each other.
    "The ministry said the port was closed. Peru denied that it had closed the road.",
    "Norway said Denmark attacked a ship. Sweden praised Finland. Denmark denied the charge.",
    # Nobody is named who says so, or who denies it.
    "Nobody says that Peru attacked Chile. Peru denied the accusation.",
    "Reports that Finland will attack Estonia are false, the minister said.",
    "Peru said Chile had fired first. That was denied.",
    # A speaker does not deny himself.
    "Peru said it had fired on Chile. Peru later denied the claim.",
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Hold each text as an article of its own."""
    path: Path = tmp_path_factory.mktemp("claims") / "library.sqlite"
    with Library(path) as made:
        for text in (*(case[0] for case in TOLD), *NOT_TOLD):
            article = Article(text=text, published="2025-03-14")
            made.add(article, extract(article))
        yield made


def _of(text: str) -> Filter:
    return Filter(articles=(Article(text=text).article_id,))


@pytest.mark.parametrize(("text", "claim", "says", "denies"), TOLD)
def test_claim_with_its_denial_is_told_with_both_sides(
    library: Library, text: str, claim: str, says: str | None, denies: str
) -> None:
    (row,) = queries.claimed_denied(library, _of(text)).to_dict("records")
    assert (row["claim"], row["who_says"], row["who_denies"]) == (claim, says, denies)
    assert text[row["start"] : row["end"]] == claim
    assert row["fact_id"] in set(queries.facts_at(library, row["article_id"])["fact_id"])
    assert queries.figures(library, _of(text)).denied == 1


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nothing_else_is_claimed_and_denied(library: Library, text: str) -> None:
    assert queries.claimed_denied(library, _of(text)).empty
    assert queries.figures(library, _of(text)).denied == 0


def test_claims_are_counted_alike_with_and_without_a_filter(library: Library) -> None:
    everything = len(queries.claimed_denied(library, Filter()))
    assert everything == len(TOLD)
    assert len(queries.claimed_denied(library, Filter(earliest="0001-01-01"))) == everything
    assert len(queries.claimed_denied(library, Filter(), 3)) == 3
