"""Verbs that report, in their forms and spellings, with the words that belong to them."""

from __future__ import annotations

import pytest

from tests.conftest import ReadText

REPORTED = [
    # sentence, content, act
    ("The envoy hints that prices will fall.", "that prices will fall", "says"),
    ("The envoy tweets that prices will fall.", "that prices will fall", "says"),
    ("The envoy pledges that prices will fall.", "that prices will fall", "promises"),
    ("The court rules that the ban is void.", "that the ban is void", "says"),
    ("The envoy blogged that prices fell.", "that prices fell", "says"),
    ("The envoy griped that prices fell.", "that prices fell", "says"),
    ("The envoy retweeted that prices fell.", "that prices fell", "says"),
    ("The envoy emphasised that prices fell.", "that prices fell", "says"),
    ("The envoy emphasized that prices fell.", "that prices fell", "says"),
    ("The envoy theorised that prices fell.", "that prices fell", "says"),
    ("The envoy theorized that prices fell.", "that prices fell", "says"),
    # Words that belong to the verb are no part of what is said.
    ("The envoy made it clear that prices fell.", "that prices fell", "says"),
    ("The envoy made clear that prices fell.", "that prices fell", "says"),
    ("The envoy let on that prices fell.", "that prices fell", "says"),
    ("The envoy let it be known that prices fell.", "that prices fell", "says"),
    ("The envoy took note that prices fell.", "that prices fell", "says"),
    ("The envoy pointed out that prices fell.", "that prices fell", "says"),
    ("The envoy failed to comment on the report.", "the report", "declines-to-comment"),
    ("The envoy did not respond to a request.", "a request", "declines-to-comment"),
]

UNREPORTED = [
    # What somebody thinks is no quotation.
    "The envoy believed that prices fell.",
    "The envoy knew that prices fell.",
    "Voters will make their voice known on Tuesday.",
    "The bank held a meeting that lasted for hours.",
    "The fall in prices made clear that the plan had failed.",
]


@pytest.mark.parametrize(("text", "content", "act"), REPORTED)
def test_quotes_of_reporting_verbs(read_text: ReadText, text: str, content: str, act: str) -> None:
    quotes = read_text(text)._.quotes
    assert [(text[quote.start : quote.end], quote.act) for quote in quotes] == [(content, act)]


@pytest.mark.parametrize("text", UNREPORTED)
def test_quotes_none(read_text: ReadText, text: str) -> None:
    assert read_text(text)._.quotes == []


def test_quotes_inverted_present(read_text: ReadText) -> None:
    text = "“Prices will fall,” tweets the envoy."
    (quote,) = read_text(text)._.quotes
    assert (quote.kind, text[quote.speaker_start : quote.speaker_end]) == ("direct", "the envoy")


def test_quotes_whom_it_is_told_is_no_speaker(read_text: ReadText) -> None:
    text = "“Prices will fall,” the envoy said in Oslo. “We can wait,” notified the council."
    speakers = [quote.speaker_start for quote in read_text(text)._.quotes]
    assert text.index("the council") not in speakers
