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
    ("Norway said it had arrested four men.", "it", "country:NOR"),
    ("The Norwegian government shut the port. It said the strike was over.", "It", "country:NOR"),
    ("Norway shut the port. It said little. It accused Denmark of theft.", "It", "country:NOR"),
    ('Peter Lund met Jan Berg. "He is late," Mr Lund said.', "He", "person:jan-berg"),
    ("Chad's delegate spoke. She thanked Mali.", "She", "country:TCD"),
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


SEVERAL = [
    ("France and Spain signed the pact. They will share the cost.", "They", "FRA ESP"),
    ("Norway and Sweden met. The two governments quarrelled. They blame a spy.", "They", "NOR SWE"),
    ("France and Spain said they would share the cost.", "they", "FRA ESP"),
    ("France and Spain doubled their budgets.", "their", "FRA ESP"),
]


@pytest.mark.parametrize(("text", "word", "countries"), SEVERAL)
def test_coreference_they_are_all_of_them(
    read_text: ReadText, text: str, word: str, countries: str
) -> None:
    assert _meant(text, read_text, word) == {f"country:{code}" for code in countries.split()}


def test_coreference_they_are_two_people(read_text: ReadText) -> None:
    text = "Anna Berg and Peter Lund met on Monday. They agreed to meet again."
    assert _meant(text, read_text, "They") == {"person:anna-berg", "person:peter-lund"}


UNCLEAR = [
    ("Norway said it was late.", "it"),
    ("Norway said it seemed that talks had failed.", "it"),
    ("Norway said the plan was old and that it would fail.", "it"),
    ("China told Japan that it would leave.", "it"),
    ("Anna Berg met Peter Lund on Monday. They agreed to meet again.", "They"),
    ("France met officials from Spain. They quarrelled.", "They"),
    ("The Secretary of State, Anna Berg, resigned. The state paid.", "The state"),
    (
        "Norway, Sweden and Denmark signed a pact. The two countries will leave it.",
        "The two countries",
    ),
    ("Norway and Sweden signed a pact. Thousands have fled the country.", "the country"),
    ("The weather was bad. He stayed at home.", "He"),
    ('"He is wrong," Peter Lund said of the president.', "He"),
    ("Judge Peter Brown left. Her father said it was late. He added that it rained.", "He"),
    ("Judge Peter Brown left. Some diplomat said it was late. He added that it rained.", "He"),
    ("Peter Berg left on Monday. A spokesman said talks had failed. He gave no date.", "He"),
    ("Vice President Anna Berg spoke. Nobody had seen the president.", "the president"),
]


@pytest.mark.parametrize(("text", "words"), UNCLEAR)
def test_coreference_guesses_nothing(read_text: ReadText, text: str, words: str) -> None:
    assert _meant(text, read_text, words) == set()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Peter Lund met Hillary Lund in May. Mr. Lund said talks went well.",
            ["person:peter-lund"],
        ),
        ("Hillary Lund left on Monday. Mr. Lund said he would pay.", ["person:lund"]),
        ("Ms. Quill Lund was charged. “It is a scandal,” Mr. Lund said.", ["person:lund"]),
    ],
)
def test_coreference_titles_tell_namesakes_apart(
    read_text: ReadText, text: str, speakers: list[str]
) -> None:
    assert [quote.speaker_id for quote in read_text(text)._.quotes] == speakers


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


REASONS = [
    (
        "Anna Berg met Peter Lund in Paris. She praised the deal.",
        "She",
        "Anna Berg",
        "The only woman among the people named nearby, the subject of the sentence before.",
    ),
    (
        "Peter Lund attacked David Stone on Monday. Critics said he had lost his temper.",
        "he",
        "Peter Lund",
        "Of the two men named near, the subject of the sentence before.",
    ),
    (
        "Peter Lund said he would resign.",
        "he",
        "Peter Lund",
        "The only man named near, the subject of “said” in the same sentence.",
    ),
    (
        "Peter Lund came late. He was tired. The train had stopped. Then he slept.",
        "he",
        "Peter Lund",
        "The only man named near, the subject two sentences before (there “He”).",
    ),
    (
        "When she arrived in Rome, Anna Berg was tired.",
        "she",
        "Anna Berg",
        "Nobody before it fits; the subject of “was” later in the same sentence, on which its "
        "clause depends.",
    ),
    (
        "Germany doubled its defence budget.",
        "its",
        "Germany",
        "The subject of “doubled” in the same sentence.",
    ),
    (
        "French President Paul Marchand arrived on Monday. Crowds cheered the president.",
        "the president",
        "Paul Marchand",
        "The only person named before whose role, “French President”, fits.",
    ),
    (
        "Troops crossed into Sudan at night. Thousands have fled the country.",
        "the country",
        "Sudan",
        "The only country named here or in the sentence before.",
    ),
    (
        "“I will go,” Anna Berg said.",
        "I",
        "Anna Berg",
        "“I” between quotation marks is whoever speaks them, here “Anna Berg”.",
    ),
    (
        "The prize went to Anna Berg, who said that she was proud.",
        "who",
        "Anna Berg",
        "The name right before it, which its clause tells more about.",
    ),
]


@pytest.mark.parametrize(("text", "word", "named", "reason"), REASONS)
def test_coreference_keeps_the_naming_words_and_why(
    read_text: ReadText, text: str, word: str, named: str, reason: str
) -> None:
    doc = read_text(text)
    place = text.rindex(word) if word not in ("I", "who") else text.index(word)
    (why,) = [one.antecedent for one in doc._.mentions if one.start == place]
    assert text[why.start : why.end] == named
    assert why.reason == reason


def test_coreference_explains_every_pronoun_and_description_and_no_name(
    read_text: ReadText,
) -> None:
    text = (
        "Norway and Sweden signed a pact. They praised it. The two countries share airfields. "
        "Anna Berg, who led the talks, said she was glad. “I slept badly,” she said. "
        "The two Koreas watched."
    )
    for mention in read_text(text)._.mentions:
        stands_for = mention.form in ("pronoun", "description")
        assert (mention.antecedent is not None) == stands_for, text[mention.start : mention.end]
