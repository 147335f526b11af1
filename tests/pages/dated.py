"""A library of two articles, one dated and one not, that date the same talks differently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.article import Article
from briefing.library import open_library
from briefing.tables import Tables, fact_id
from briefing.version import VERSION

_TEXTS = {
    "Port talks": (
        "Talks in Lima may follow on 12 May 2031.",
        "Peru will mark its port's centenary.",
        "A vote comes on 20 April 2031.",
        "A census comes in 2033.",
    ),
    "Port quarrel": ("Talks in Lima will follow on 19 May 2031.",),
}
_EVENTS = {
    "Talks in Lima may": ("Talks in Lima", "2031-05-12", "stated"),
    "port's centenary": ("Centenary of the port", "2031-03-01", "computed"),
    "A vote": ("Vote", "2031-04-20", "stated"),
    "A census": ("Census", "2033-01-01", "stated"),
    "Talks in Lima will": ("Talks in Lima", "2031-05-19", "stated"),
}


def make_dated_library(path: Path, *, bounds: tuple[str | None, str | None] | None = None) -> None:
    """Write the articles into a library in place of what it shows.

    Args:
        path: The library.
        bounds: Bounds of the first article's date, which alone is then shown; both articles are of
            2 and 3 April 2031 otherwise.
    """
    with open_library(path) as library:
        ids = []
        for number, title in enumerate(_TEXTS):
            if bounds is not None and number:
                continue
            article, rows = _article(title, f"2031-04-0{number + 2}", bounds)
            library.add(article, Tables.from_rows(rows), evidence=())
            ids.append(article.article_id)
        library.show(ids)


def _article(
    title: str, published: str, bounds: tuple[str | None, str | None] | None
) -> tuple[Article, dict[str, list[dict[str, Any]]]]:
    day = None if bounds else published
    basis = "inferred" if bounds else "stated"
    text = "\n\n".join([title, *_TEXTS[title]])
    article = Article(
        text=text, title=title, title_end=len(title), published=day, published_basis=basis
    )
    made = article.article_id
    first, last = bounds or (published, published)
    rows: dict[str, list[dict[str, Any]]] = {
        "articles": [
            {
                "article_id": made,
                "title": title,
                "text": text,
                "published": day,
                "published_basis": basis,
                "published_earliest": first,
                "published_latest": last,
                "language": "en",
                "words": len(text.split()),
                "reader_version": f"{VERSION} test",
            }
        ],
        "sentences": [],
        "events": [],
    }
    for number, sentence in enumerate((title, *_TEXTS[title])):
        start = text.index(sentence)
        rows["sentences"].append(
            {
                "article_id": made,
                "sentence": number,
                "paragraph": number,
                "start": start,
                "end": start + len(sentence),
            }
        )
        for words, (name, at, how) in _EVENTS.items():
            if words in sentence:
                begin = text.index(words)
                rows["events"].append(
                    {
                        "article_id": made,
                        "event_id": fact_id(made, "e", begin, begin + len(words)),
                        "start": begin,
                        "end": begin + len(words),
                        "text": words,
                        "title": name,
                        "kind": "meeting" if "Talks" in name else "other",
                        "date_text": None,
                        "date": at,
                        "earliest": at,
                        "latest": at,
                        "precision": "day",
                        "basis": how,
                        "working": "1931 + 100 years = 1 March 2031" if how == "computed" else None,
                        "tense": "upcoming",
                        "standing": "possible" if "may" in words else "expected",
                        "status": "tentative" if "may" in words else "planned",
                        "status_words": "may" if "may" in words else None,
                        "certainty": "high",
                        "certainty_reason": "The sentence gives the date.",
                        "sentence": number,
                    }
                )
    return article, rows
