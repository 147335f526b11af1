"""Whether what happened is so: by the article, by whose word, on what condition, or not at all."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from briefing.article import Article
from briefing.extraction import pipeline
from briefing.extraction.facts import Event
from tests.conftest import ReadText
from tests.extraction import relations_acts, relations_news, relations_table
from tests.extraction.standing_table import STANDINGS

FRIDAY = "2025-03-14"

READ = [
    # sentence, standing, who claims, who denies, condition, status, its words
    ("Fiji attacked Tonga on 3 May 2021.", "asserted", None, None, None, "firm", None),
    (
        "Rebels say the army killed nine farmers on 3 June 2021.",
        "attributed",
        "Rebels",
        None,
        None,
        "firm",
        None,
    ),
    (
        "Chile claimed that Peru shelled the town of Arica on 3 June 2021.",
        "attributed",
        "country:CHL",
        None,
        None,
        "firm",
        None,
    ),
    ("Fiji allegedly attacked Tonga on 4 May 2024.", "attributed", None, None, None, "firm", None),
    (
        "Fiji denied that it had shelled a port in Tonga on 3 June 2021.",
        "denied",
        None,
        "country:FJI",
        None,
        "firm",
        None,
    ),
    (
        "Fiji will host a summit in Suva on 3 June 2031.",
        "expected",
        None,
        None,
        None,
        "planned",
        None,
    ),
    (
        "Fiji may host a summit in Suva on 3 June 2031.",
        "possible",
        None,
        None,
        None,
        "tentative",
        "may",
    ),
    (
        "Fiji would hold talks with Tonga on 3 June 2031 if asked.",
        "conditional",
        None,
        None,
        "if asked",
        "planned",
        None,
    ),
    (
        "Fiji has no plans to hold talks with Tonga on 3 June 2031.",
        "negated",
        None,
        None,
        None,
        "tentative",
        "plans",
    ),
    (
        "The talks of Fiji and Tonga planned for 3 June 2031 were called off.",
        "negated",
        None,
        None,
        None,
        "cancelled",
        "called off",
    ),
]


@pytest.mark.parametrize("case", READ, ids=[case[0] for case in READ])
def test_events_have_standing_and_status(read_text: ReadText, case: tuple[str, ...]) -> None:
    text, standing, claimant, denier, condition, status, words = case
    (event,) = read_text(text, published=FRIDAY)._.events
    held = event.standing
    assert (held.standing, held.attributed_to, held.denied_by, held.condition) == (
        standing,
        claimant,
        denier,
        condition,
    )
    assert (event.status, event.status_words) == (status, words)


def test_event_inside_a_quotation_is_its_speakers_claim(read_text: ReadText) -> None:
    text = '"Fiji attacked Tonga on 3 May 2021," said Tongan minister Ana Vea.'
    (event,) = read_text(text, published=FRIDAY)._.events
    assert event.standing.standing == "attributed"
    assert event.standing.attributed_to == "person:ana-vea"


def test_event_that_a_later_sentence_denies_is_denied(read_text: ReadText) -> None:
    text = "Fiji bought missiles from Tonga in May 2021. Fiji and Tonga deny this."
    (event,) = read_text(text, published=FRIDAY)._.events
    assert event.standing.standing == "denied"
    assert event.standing.denied_by == "country:FJI; country:TON"


def test_event_that_is_told_again_keeps_who_denies_it(read_text: ReadText) -> None:
    text = (
        "Chile said that Peru had attacked Arica on 3 June 2021. "
        "Peru denied that it had attacked Arica on 3 June 2021."
    )
    (event,) = read_text(text, published=FRIDAY)._.events
    assert event.standing.standing == "disputed"
    assert (event.standing.attributed_to, event.standing.denied_by) == (
        "country:CHL",
        "country:PER",
    )


def test_event_of_a_claim_that_its_target_denies_is_disputed(read_text: ReadText) -> None:
    text = "Rebels say the army killed nine farmers on 3 May 2021. The army denied the claim."
    (event,) = read_text(text, published=FRIDAY)._.events
    held = event.standing
    assert (held.standing, held.attributed_to, held.denied_by) == (
        "disputed",
        "Rebels",
        "The army",
    )


TEXTS = list(
    dict.fromkeys(
        [
            text
            for module in (relations_table, relations_acts, relations_news)
            for table in module.TABLES.values()
            for text, _ in table
        ]
        + [text for text, _, _ in STANDINGS]
    )
)


@pytest.fixture(scope="module")
def read_all() -> dict[str, Doc]:
    articles = [Article(text=text, published=FRIDAY) for text in TEXTS]
    return dict(zip(TEXTS, pipeline.docs(articles), strict=True))


def _word(doc: Doc, event: Event) -> int:
    return doc[event.head].idx


def test_event_and_relation_of_the_same_word_have_one_standing(read_all: dict[str, Doc]) -> None:
    told = [
        (text, relation.standing, event.standing)
        for text, doc in read_all.items()
        for relation in doc._.relations
        for event in doc._.events
        if relation.head == event.head
    ]
    assert len(told) > 200
    assert [one for one in told if one[1] != one[2]] == []


def test_no_event_is_firm_in_the_words_of_a_relation_that_is_not_so(
    read_all: dict[str, Doc],
) -> None:
    contradicting = [
        (text, event.title)
        for text, doc in read_all.items()
        for relation in doc._.relations
        if relation.standing.standing in ("denied", "disputed", "negated")
        for event in doc._.events
        if relation.trigger_start <= _word(doc, event) < relation.trigger_end
        if event.standing.standing in ("asserted", "attributed", "expected")
    ]
    assert contradicting == []
