"""Whom pronouns and descriptions mean."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText


def _meant(text: str, read_text: ReadText, word: str) -> set[str]:
    """Return what the last occurrence of a word means."""
    doc = read_text(text)
    place = text.rindex(word)
    return {
        mention.entity_id
        for mention in doc._.mentions
        if (mention.start, mention.end) == (place, place + len(word))
    }


PRONOUNS = [
    ("Anna Berg met Peter Lund in Paris. She praised the deal.", "She", "person:anna-berg"),
    ("Anna Berg met Peter Lund in Paris. He praised the deal.", "He", "person:peter-lund"),
    ("Mr Okoro met Mrs Tanaka. She praised the deal.", "She", "person:tanaka"),
    ("Peter Lund said he would resign.", "he", "person:peter-lund"),
    (
        "Peter Lund attacked David Stone on Monday. Critics said he had lost his temper.",
        "he",
        "person:peter-lund",
    ),
    ("When she arrived in Rome, Anna Berg was tired.", "she", "person:anna-berg"),
    ("David Stone and his brother left.", "his", "person:david-stone"),
    ("Germany doubled its defence budget.", "its", "country:DEU"),
    ("Reuters saw the letter. It said the letter was genuine.", "It", "organisation:reuters"),
]


@pytest.mark.parametrize(("text", "word", "entity"), PRONOUNS)
def test_coreference_pronoun(read_text: ReadText, text: str, word: str, entity: str) -> None:
    assert _meant(text, read_text, word) == {entity}


DESCRIPTIONS = [
    (
        "French President Paul Marchand arrived on Monday. Crowds cheered the president.",
        "the president",
        {"person:paul-marchand"},
    ),
    (
        "Norway and Sweden signed a pact. The two countries will share airfields.",
        "The two countries",
        {"country:NOR", "country:SWE"},
    ),
    (
        "Troops crossed into Sudan at night. Thousands have fled the country.",
        "the country",
        {"country:SDN"},
    ),
    (
        "NATO will meet in June. Members of the alliance disagree.",
        "the alliance",
        {"alliance:nato"},
    ),
]


@pytest.mark.parametrize(("text", "words", "entities"), DESCRIPTIONS)
def test_coreference_description(
    read_text: ReadText, text: str, words: str, entities: set[str]
) -> None:
    assert _meant(text, read_text, words) == entities


UNCLEAR = [
    (
        "Norway, Sweden and Denmark signed a pact. The two countries will leave it.",
        "The two countries",
    ),
    ("Norway and Sweden signed a pact. Thousands have fled the country.", "the country"),
    ("The weather was bad. He stayed at home.", "He"),
    ("Vice President Anna Berg spoke. Nobody had seen the president.", "the president"),
]


@pytest.mark.parametrize(("text", "words"), UNCLEAR)
def test_coreference_guesses_nothing(read_text: ReadText, text: str, words: str) -> None:
    assert _meant(text, read_text, words) == set()


def test_coreference_i_is_the_speaker(read_text: ReadText) -> None:
    text = "“I will go,” Anna Berg said."
    assert _meant(text, read_text, "I") == {"person:anna-berg"}


def test_coreference_who_is_whom_the_clause_hangs_on(read_text: ReadText) -> None:
    text = "The prize went to Anna Berg, who said that she was proud."
    (quote,) = read_text(text)._.quotes
    assert quote.speaker_id == "person:anna-berg"
    assert quote.speaker_form == "pronoun"


def test_coreference_pronoun_speaks_for_its_person(read_text: ReadText) -> None:
    text = "Anna Berg left early.\n\n“The talks failed,” she said."
    (quote,) = read_text(text)._.quotes
    assert (quote.speaker_id, quote.speaker_form) == ("person:anna-berg", "pronoun")
    assert text[quote.speaker_start : quote.speaker_end] == "she"


def test_coreference_mentions_are_in_reading_order(read_text: ReadText) -> None:
    text = "Anna Berg met Peter Lund. He thanked her. “I am glad,” she said."
    starts = [mention.start for mention in read_text(text)._.mentions]
    assert starts == sorted(starts)
