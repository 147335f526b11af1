"""From a sentence to a calendar: what is confirmed, tentative, cancelled, or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar

from briefing import extract
from briefing.article import Article
from briefing.export.calendar import to_calendar
from briefing.library import Filter, Library, queries
from briefing.tables import records

ENTRIES = [
    # sentence, the status of its entry, what its description says
    ("Fiji will host a summit in Suva on 3 June 2031.", "CONFIRMED", ""),
    ("Fiji attacked Tonga on 3 May 2021.", "CONFIRMED", ""),
    ("Rebels say the army killed nine farmers on 3 June 2021.", "TENTATIVE", "Claimed by Rebels."),
    (
        "The army killed nine farmers on 3 June 2021, according to the ministry.",
        "TENTATIVE",
        "Claimed by the ministry.",
    ),
    ("Fiji allegedly attacked Tonga on 4 May 2024.", "TENTATIVE", "Claimed."),
    (
        "Fiji will host a summit in Suva on 3 June 2031, the ministry said.",
        "TENTATIVE",
        "According to the ministry.",
    ),
    ("Fiji may host a summit in Suva on 3 June 2031.", "TENTATIVE", "Possible (“may”)."),
    ("Fiji plans a referendum on 3 June 2031.", "TENTATIVE", "Not certain (“plans”)."),
    (
        "Fiji would hold talks with Tonga on 3 June 2031 if asked.",
        "TENTATIVE",
        "On a condition: if asked.",
    ),
    (
        "The talks of Fiji and Tonga on 3 June 2031 were called off.",
        "CANCELLED",
        "Cancelled.\nThe sentence says “called off”.",
    ),
    (
        "Fiji has put off the talks with Tonga on 3 June 2031.",
        "TENTATIVE",
        "Postponed.\nThe sentence says “put off”.",
    ),
]

ABSENT = [
    "Fiji denied that it would hold talks with Tonga on 3 June 2031.",
    "Fiji denied that it had shelled a port in Tonga on 3 June 2021.",
    "Fiji has no plans to hold talks with Tonga on 3 June 2031.",
    "Fiji failed to sign the pact on 3 June 2021.",
    "No talks were held between Fiji and Tonga on 3 June 2021.",
    "Reports that Fiji will attack Tonga on 7 June 2031 are false, the minister said.",
    "Fiji says Tonga shelled a port on 3 June 2021; Tonga denies it.",
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Hold each sentence as an article of its own."""
    path: Path = tmp_path_factory.mktemp("calendar") / "library.sqlite"
    with Library(path) as made:
        for sentence in (*(entry[0] for entry in ENTRIES), *ABSENT):
            article = Article(text=sentence, published="2025-03-14", published_basis="stated")
            made.add(article, extract(article))
        yield made


def _entries(library: Library, sentence: str) -> list[dict[str, str]]:
    flt = Filter(articles=(Article(text=sentence).article_id,))
    rows = records(queries.events(library, flt, readings="all"))
    assert rows, "the sentence tells an event"
    return Calendar.from_ical(to_calendar(rows)).walk("VEVENT")


@pytest.mark.parametrize(("sentence", "status", "told"), ENTRIES)
def test_entry_of_a_sentence_has_its_status(
    library: Library, sentence: str, status: str, told: str
) -> None:
    (entry,) = _entries(library, sentence)
    assert str(entry["status"]) == status
    assert told in str(entry["description"])
    assert told or str(entry["description"]).endswith("Date in the article")


@pytest.mark.parametrize("sentence", ABSENT)
def test_what_is_not_so_has_no_entry(library: Library, sentence: str) -> None:
    assert _entries(library, sentence) == []
