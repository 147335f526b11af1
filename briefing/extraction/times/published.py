"""The article's own date where its text states it, and the words that do."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc

from briefing.extraction.times.readings import Reading
from briefing.reading.date_lines import own_date


def own_text(doc: Doc) -> str:
    """Return the text with the article's own signs, by which date lines are known."""
    article = doc._.article
    text: str = article.text if article is not None else doc.text
    return text


def stated(doc: Doc) -> date | None:
    """Return the day that a dateline, a line of the head or a closing formula states."""
    return own_date(own_text(doc)).day


def in_dateline(text: str, reading: Reading) -> bool:
    """Say whether a reading stands in a line that dates the article itself: it dates no event."""
    return any(
        line.start <= reading.start and reading.end <= line.end for line in own_date(text).lines
    )
