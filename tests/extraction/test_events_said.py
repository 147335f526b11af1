"""What was said is no event; what was done by words is one."""

from __future__ import annotations

import pytest

from briefing.article import Article
from briefing.extraction.pipeline import make_doc, pipeline
from briefing.reference.forms import forms_of
from briefing.reference.reporting import reporting
from briefing.reference.spelling import spellings
from tests.conftest import ReadText

DAY = "2024-06-05"


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 June 2024, Chile's minister {} that the harbour was full.",
        "Chile's minister {} on Monday that the harbour was full.",
        "Chile's minister {} that the harbour was full.",
    ],
)
def test_events_said_with_any_verb_are_none(sentence: str) -> None:
    nlp = pipeline()
    pasts = [
        forms_of(f"{spelled} {rest}".strip()).past[0]
        for lemma, word in reporting().verbs.items()
        if "that" in word.frames and word.event != "yes"
        for first, _, rest in [lemma.partition(" ")]
        for spelled in spellings(first)
    ]
    articles = [
        Article(text=sentence.format(past), published=DAY, published_basis="given")
        for past in pasts
    ]
    docs = nlp.pipe(make_doc(nlp, article) for article in articles)
    told = [past for past, doc in zip(pasts, docs, strict=True) if doc._.events]
    assert told == []


SAID = [
    "On 3 June 2024, Chile's minister spoke to reporters.",
    "Chile issued a statement on 3 June 2024.",
    "The minister gave an interview on 3 June 2024.",
    "In a statement on 3 June 2024, Chile praised Peru.",
    "Chile criticised Peru on 3 June 2024.",
    "Chile's minister answered questions on 3 June 2024.",
    "Chile welcomed the truce on 3 June 2024.",
    "The minister warned Peru on 3 June 2024.",
    "The minister thanked Peru on 3 June 2024.",
    "The minister declined to comment on 3 June 2024.",
    "Chile's minister denied the claim on 3 June 2024.",
    "A report by the bank on 3 June 2024 blamed Peru.",
    "The minister tweeted on 3 June 2024: “We are ready.”",
    "“We are ready,” the minister continued on 3 June 2024.",
    "Peru knew on 3 June 2024 that the ship was late.",
]

DONE = [
    ("On 3 June 2024, Chile declared war on Peru.", "Chile declared war on Peru"),
    ("The court ruled on 3 June 2024 that the ban was void.", "Court ruled the ban was void"),
    (
        "A court in Lima sentenced the general to ten years on 3 June 2024.",
        "Court in Lima sentenced the general",
    ),
    ("Chile and Peru signed a treaty on 3 June 2024.", "Chile and Peru signed a treaty"),
    (
        "Chile announced sanctions on Peru on 3 June 2024.",
        "Chile announced sanctions on Peru",
    ),
    ("Chile recalled its ambassador on 3 June 2024.", "Chile recalled its ambassador"),
    ("The war began on 3 June 2024.", "War began"),
    ("Chile proposed a truce on 3 June 2024.", "Chile proposed a truce"),
    ("Chile vetoed the resolution on 3 June 2024.", "Chile vetoed the resolution"),
    (
        "The general ordered the troops to leave on 3 June 2024.",
        "General ordered the troops to leave",
    ),
    (
        "On 3 June 2024 the two sides agreed to stop the fighting.",
        "Two sides agreed to stop the fighting",
    ),
    (
        "In June 2024, Chile is expected to open an embassy in Lima.",
        "Chile is expected to open an embassy in Lima",
    ),
    ("In June 2024, Chile plans to open an embassy.", "Chile plans to open an embassy"),
    ("On 3 June 2024, Chile intervened in Peru.", "Chile intervened in Peru"),
    (
        "On 3 June 2024, the two ministers discussed the border.",
        "Two ministers discussed the border",
    ),
    ("Chile attacked the port on 3 June 2024.", "Chile attacked the port"),
    ("The minister testified before the senate on 3 June 2024.", "Minister testified"),
    ("Chile apologised to Peru on 3 June 2024.", "Chile apologised to Peru"),
    ("The bank published a report on 3 June 2024.", "Bank published a report"),
    ("The president gave a speech in Lima on 3 June 2024.", "President gave a speech in Lima"),
]


@pytest.mark.parametrize("text", SAID)
def test_events_said_are_none(read_text: ReadText, text: str) -> None:
    assert read_text(text, published=DAY)._.events == []


@pytest.mark.parametrize(("text", "title"), DONE)
def test_events_done_by_words(read_text: ReadText, text: str, title: str) -> None:
    events = read_text(text, published=DAY)._.events
    assert [event.title for event in events] == [title]
    assert events[0].date.startswith("2024-06")
