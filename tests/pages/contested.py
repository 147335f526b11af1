"""A library of one article that tells what is claimed, denied, open and called off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.article import Article
from briefing.library import open_library
from briefing.tables import EXTRACTED, Tables, fact_id

_TITLE = "Port quarrel"

_TOLD: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    # sentence, title of its event, its day, how it stands
    (
        "Rebels say the army shelled Arica on 2 March 2031.",
        "Army shelled Arica",
        "2031-03-02",
        {"tense": "past", "standing": "attributed", "attributed_to": "The rebels"},
    ),
    (
        "Chile denied that it would hold talks with Peru on 12 April 2031.",
        "Talks with Peru",
        "2031-04-12",
        {"standing": "denied", "denied_by": "country:CHL"},
    ),
    (
        "Peru would reopen the port on 14 April 2031 if Chile agreed.",
        "Peru would reopen the port",
        "2031-04-14",
        {"standing": "conditional", "condition": "if Chile agreed"},
    ),
    (
        "The summit in Lima on 16 April 2031 was called off.",
        "Summit in Lima",
        "2031-04-16",
        {"status": "cancelled", "status_words": "called off"},
    ),
    (
        "Peru will vote on 18 April 2031, the ministry said.",
        "Peru will vote",
        "2031-04-18",
        {"standing": "expected", "attributed_to": "The ministry"},
    ),
)

CONTESTED = Article(
    text="\n\n".join([_TITLE, *(sentence for sentence, *_ in _TOLD)]),
    title=_TITLE,
    title_end=len(_TITLE),
    published="2031-04-02",
    published_basis="stated",
)


def make_contested_library(path: Path) -> None:
    """Write the article into a library in place of what it shows."""
    article, made = CONTESTED, CONTESTED.article_id
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in EXTRACTED}
    rows["articles"].append(
        {
            "article_id": made,
            "title": _TITLE,
            "text": article.text,
            "published": article.published,
            "published_basis": "stated",
            "published_earliest": article.published,
            "published_latest": article.published,
            "language": "en",
            "words": len(article.text.split()),
            "reader_version": "test 1",
        }
    )
    rows["entities"].append(
        {"entity_id": "country:CHL", "kind": "country", "name": "Chile", "country": "CHL"}
    )
    start = article.text.index("Chile denied")
    rows["mentions"].append(
        {
            "article_id": made,
            "mention_id": fact_id(made, "m", start, start + 5),
            "entity_id": "country:CHL",
            "start": start,
            "end": start + 5,
            "text": "Chile",
            "form": "name",
            "sentence": 2,
        }
    )
    for number, sentence in enumerate((_TITLE, *(sentence for sentence, *_ in _TOLD))):
        start = article.text.index(sentence)
        rows["sentences"].append(
            {
                "article_id": made,
                "sentence": number,
                "paragraph": number,
                "start": start,
                "end": start + len(sentence),
            }
        )
    for number, (sentence, title, day, stands) in enumerate(_TOLD, start=1):
        start = article.text.index(sentence)
        event = fact_id(made, "e", start, start + len(sentence) - 1)
        rows["events"].append(
            {
                "article_id": made,
                "event_id": event,
                "start": start,
                "end": start + len(sentence) - 1,
                "text": sentence[:-1],
                "title": title,
                "kind": "other",
                "date": day,
                "earliest": day,
                "latest": day,
                "precision": "day",
                "basis": "stated",
                "tense": "upcoming",
                "standing": "asserted",
                "status": "planned",
                "certainty": "high",
                "certainty_reason": "The sentence gives the date.",
                "sentence": number,
                **stands,
            }
        )
        rows["involvements"].append(
            {
                "article_id": made,
                "fact_id": event,
                "entity_id": "country:CHL",
                "country": "CHL",
                "part": "participant",
            }
        )
    with open_library(path) as library:
        library.add(article, Tables.from_rows(rows))
        library.show([made])
