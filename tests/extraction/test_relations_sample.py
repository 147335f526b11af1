"""The sample article as a desk officer would sum it up."""

from __future__ import annotations

import pytest

from briefing.extraction.facts import Relation
from tests.conftest import SAMPLE, ReadText


@pytest.fixture(scope="module")
def relations(read_text: ReadText) -> list[Relation]:
    text = SAMPLE.read_text(encoding="utf-8")
    found: list[Relation] = read_text(text, title=text.split("\n", 1)[0])._.relations
    return found


@pytest.mark.parametrize(
    ("source", "target", "quad", "standings"),
    [
        ("KOR", "RUS", "verbal-conflict", {"asserted"}),
        ("PRK", "RUS", "material-cooperation", {"denied"}),
        ("RUS", "PRK", "material-cooperation", {"asserted", "attributed", "possible"}),
        ("KOR", "UKR", "material-cooperation", {"conditional"}),
        ("RUS", "UKR", "material-conflict", {"asserted"}),
        ("KOR", "USA", "verbal-cooperation", {"attributed", "asserted"}),
        ("USA", "KOR", "verbal-cooperation", {"attributed", "asserted"}),
        ("KOR", "place:europe", "verbal-cooperation", {"expected"}),
        ("CHN", "USA", "verbal-conflict", {"asserted"}),
        ("USA", "CHN", "verbal-conflict", {"asserted"}),
        ("AUS", "alliance:nato", "verbal-cooperation", {"asserted"}),
        ("JPN", "alliance:nato", "verbal-cooperation", {"asserted"}),
        ("NZL", "alliance:nato", "verbal-cooperation", {"asserted"}),
        ("KOR", "alliance:nato", "verbal-cooperation", {"asserted"}),
    ],
)
def test_sample_says(
    relations: list[Relation], source: str, target: str, quad: str, standings: set[str]
) -> None:
    found = [r for r in relations if (r.source, r.target, r.quad) == (source, target, quad)]
    assert {r.standing.standing for r in found} & standings


def test_deals_are_denied_by_both(relations: list[Relation]) -> None:
    denied = [r for r in relations if r.standing.standing == "denied"]
    assert {(r.source, r.target) for r in denied} == {("PRK", "RUS")}
    assert denied[0].standing.denied_by == "country:RUS; country:PRK"


def test_weapons_have_their_condition(relations: list[Relation]) -> None:
    weapons = next(r for r in relations if (r.source, r.target) == ("KOR", "UKR"))
    assert "cooperation between Russia and North Korea" in (weapons.standing.condition or "")


def test_no_wrong_pairs(relations: list[Relation]) -> None:
    pairs = {frozenset((r.source, r.target)) for r in relations}
    for one, other in (("KOR", "PRK"), ("KOR", "CHN"), ("UKR", "PRK"), ("USA", "RUS")):
        assert frozenset((one, other)) not in pairs
