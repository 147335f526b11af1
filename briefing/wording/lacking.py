"""What a briefing does not know, in words."""

from __future__ import annotations

from briefing.wording.words import count

_LACKS = {
    "files": ("file not read", "files not read"),
    "language": ("paragraph in another language", "paragraphs in other languages"),
    "speaker": ("quotation without a named speaker", "quotations without a named speaker"),
    "country": ("place or office without a country", "places and offices without a country"),
    "date": ("event without a date", "events without a date"),
    "voice": (
        "country or person not quoted",
        "countries and people not quoted",
    ),
}
"""What may be lacking, one and several, in the order in which it is told."""

MENDS = {
    "files": "Add them again",
    "language": "Add a translation",
    "speaker": "Name the speakers",
    "country": "Give the countries",
    "date": "Give the dates",
    "voice": "Add an article that quotes them",
}
"""What can be done about it."""


def lack_words(what: str, number: int) -> str:
    """Say how often something is lacking: "3 events without a date"."""
    return count(number, *_LACKS[what])
