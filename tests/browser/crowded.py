"""A library of forty articles that name two hundred days, with titles as long as those of news."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from briefing.article import Article
from briefing.library import open_library
from briefing.tables import Tables, fact_id
from briefing.version import VERSION

_ARTICLES, _EACH = 40, 5
_PLACES = ["PER", "CHL", "NOR", "KEN", "JPN", "CAN", "BRA", "AUT", "FJI", "TON", "IND"]
_TITLES = [
    "Ministers of fisheries meet in the harbour to sign the pact on the strait",
    "Vote",
    "Envoys open talks on the border road",
    "The army of the north leaves the island after seventeen months of guard duty",
]


def make_crowded_library(path: Path) -> None:
    """Write the articles into a new library."""
    with open_library(path) as library:
        ids = []
        for number in range(_ARTICLES):
            article, tables = _article(number)
            library.add(article, tables, evidence=())
            ids.append(article.article_id)
        library.show(ids)


def _article(number: int) -> tuple[Article, Tables]:
    written = date(2029, 1, 10) + timedelta(days=number * 19)
    title = f"Report {number}"
    told = [f"{_TITLES[(number + at) % 4]} ({number}.{at})" for at in range(_EACH)]
    text = "\n\n".join([title, *(f"{words}." for words in told)])
    published = written.isoformat() if number % 4 else None
    article = Article(
        text=text,
        title=title,
        title_end=len(title),
        published=published,
        published_basis="stated" if published else "unknown",
    )
    key = article.article_id
    sentences, events = [], []
    for at, words in enumerate([title, *told]):
        start = text.index(words)
        end = start + len(words)
        spot = {"article_id": key, "start": start, "end": end}
        sentences.append({**spot, "sentence": at, "paragraph": at})
        if not at:
            continue
        away = (at * 211 + number * 37) % 700 - 350
        first = written + timedelta(days=away * (12 if number % 7 == 0 else 1))
        last = first + timedelta(days=(0, 0, 3, 40)[(number + at) % 4])
        events.append(
            {
                **spot,
                "event_id": fact_id(key, "e", start, end),
                "text": words,
                "title": words,
                "kind": "meeting" if "Envoys" in words else "other",
                "date": first.isoformat(),
                "earliest": first.isoformat(),
                "latest": last.isoformat(),
                "precision": "day" if first == last else "interval",
                "basis": "stated" if at % 2 else "inferred",
                "tense": "upcoming" if first > written else "past",
                "standing": "expected" if first > written else "asserted",
                "status": "planned" if first > written else "firm",
                "certainty": "high",
                "certainty_reason": "The sentence gives the date.",
                "place_country": _PLACES[(number * at) % len(_PLACES)],
                "sentence": at,
            }
        )
    rows = {
        "articles": [
            {
                "article_id": key,
                "title": title,
                "text": text,
                "published": published,
                "published_basis": article.published_basis,
                "published_earliest": published,
                "published_latest": published,
                "language": "en",
                "words": len(text.split()),
                "reader_version": f"{VERSION} test",
            }
        ],
        "sentences": sentences,
        "events": events,
    }
    return article, Tables.from_rows(rows)
