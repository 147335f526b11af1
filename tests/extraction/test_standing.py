from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from briefing.extraction.standing.engine import standing_of
from tests.conftest import ReadText
from tests.extraction.standing_table import STANDINGS
from tests.extraction.standing_told import TOLD

GROUPS = {
    "fact": {"asserted"},
    "claim": {"attributed"},
    "open": {"conditional", "possible", "expected"},
    "not": {"denied", "disputed", "negated"},
}


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "event", "standing"),
    [
        ("The factory closed.", "closed", "asserted"),
        ("The factory did not close.", "close", "negated"),
        ("The factory never closed.", "closed", "negated"),
        ("The factory is no longer open.", "open", "negated"),
        ("No factory closed, and no shop did.", "factory", "negated"),
        ("The workers failed to agree.", "agree", "negated"),
        ("They left without paying.", "paying", "negated"),
        ("The owner denied closing the factory.", "closing", "denied"),
        ("The owner denied that the factory had closed.", "closed", "denied"),
        ("The factory may close.", "close", "possible"),
        ("The factory could close.", "close", "possible"),
        ("The factory would close.", "close", "possible"),
        ("Perhaps the factory closed.", "closed", "possible"),
        ("The factory is likely to close.", "close", "possible"),
        ("A sale would anger the union.", "sale", "possible"),
        ("The sale would anger the union.", "sale", "asserted"),
        ("There is a possible closure.", "closure", "possible"),
        ("The union fears the factory will close.", "close", "possible"),
        ("The factory will close.", "close", "expected"),
        ("The factory is expected to close.", "close", "expected"),
        ("The owner plans to close the factory.", "close", "expected"),
        ("The owner promised to reopen it.", "reopen", "expected"),
        ("The factory is about to close.", "close", "expected"),
        ("The factory will close if orders fall.", "close", "conditional"),
        ("The factory stays open unless orders fall.", "stays", "conditional"),
        ("If orders fall, the factory will close.", "close", "conditional"),
        ("The sale depends on the bank.", "sale", "conditional"),
        ("The owner said the factory closed.", "closed", "attributed"),
        ("According to the owner, the factory closed.", "closed", "attributed"),
        ("The factory allegedly closed.", "closed", "attributed"),
        ("The alleged theft was reported.", "theft", "attributed"),
        ("The union accused the owner of closing the factory.", "closing", "attributed"),
    ],
)
def test_standing_of_an_event(read_text: ReadText, text: str, event: str, standing: str) -> None:
    assert standing_of(word(read_text(text), event)).standing == standing


def test_condition_is_quoted_in_its_own_words(read_text: ReadText) -> None:
    doc = read_text("The factory will close unless the bank’s owners pay.")
    assert standing_of(word(doc, "close")).condition == "unless the bank’s owners pay"


def test_denier_is_named(read_text: ReadText) -> None:
    doc = read_text("Peru denied bombing the bridge.")
    assert standing_of(word(doc, "bombing")).denied_by == "country:PER"


def test_claimant_is_named_by_words_when_it_is_no_entity(read_text: ReadText) -> None:
    doc = read_text("Residents said the bridge fell.")
    assert standing_of(word(doc, "fell")).attributed_to == "Residents"


@pytest.mark.parametrize(
    ("text", "event", "standing"),
    [
        ("The owner may decide to close the factory.", "decide", "possible"),
        ("The owner may decide to close the factory.", "close", "asserted"),
        ("The owner would not close the factory.", "close", "negated"),
        ("The factory will close.", "close", "expected"),
    ],
)
def test_own_reading_stays_at_the_word(
    read_text: ReadText, text: str, event: str, standing: str
) -> None:
    assert standing_of(word(read_text(text), event), own=True).standing == standing


@pytest.mark.parametrize(("text", "event", "standing"), STANDINGS, ids=[s[0] for s in STANDINGS])
def test_standing_in_many_constructions(
    read_text: ReadText, text: str, event: str, standing: str
) -> None:
    assert standing_of(word(read_text(text), event)).standing == standing


@pytest.mark.parametrize(("text", "event", "group"), TOLD, ids=[t[0] for t in TOLD])
def test_what_a_reader_may_take_of_it(
    read_text: ReadText, text: str, event: str, group: str
) -> None:
    assert standing_of(word(read_text(text), event)).standing in GROUPS[group]


@pytest.mark.parametrize(
    ("text", "event", "claimant", "denier"),
    [
        (
            "Reports that Chad shelled the town are false, the minister said.",
            "shelled",
            None,
            "the minister",
        ),
        ("Nobody believes that Chad shelled the town.", "shelled", None, None),
        ("Villagers who fled say Chad shelled the town.", "shelled", "Villagers", None),
        ("Chad says that it paid. That surprised Niger.", "paid", "country:TCD", None),
        (
            "The two doctors who saw it deny that the clinic burned.",
            "burned",
            None,
            "The two doctors",
        ),
    ],
)
def test_sides_are_those_a_person_could_print(
    read_text: ReadText, text: str, event: str, claimant: str | None, denier: str | None
) -> None:
    standing = standing_of(word(read_text(text), event))
    assert (standing.attributed_to, standing.denied_by) == (claimant, denier)
