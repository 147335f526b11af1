"""Articles on two stories, with the names in them found by their words: no model is needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefing.article import Article
from briefing.library import Library
from briefing.tables import EXTRACTED, Tables, fact_id
from tests.library.article_row import article_row

Rows = dict[str, list[dict[str, Any]]]

NAMES = {
    "Ghana": ("country:GHA", "country", "GHA"),
    "Togo": ("country:TGO", "country", "TGO"),
    "Kenya": ("country:KEN", "country", "KEN"),
    "Uganda": ("country:UGA", "country", "UGA"),
    "Kofi Asare": ("person:kofi-asare", "person", "GHA"),
    "Ama Koffi": ("person:ama-koffi", "person", "TGO"),
    "Aflao": ("place:aflao", "place", "GHA"),
    "Lomé": ("place:lome", "place", "TGO"),
}


def article_on(title: str, day: str | None, outlet: str | None, *sentences: str) -> Article:
    """Make an article whose sentences are paragraphs."""
    return Article(
        text="\n\n".join((title, *sentences)),
        title=title,
        title_end=len(title),
        source=outlet,
        published=day,
        published_basis="stated" if day else "unknown",
    )


_BODY = (
    "Ghana and Togo opened a bridge over the Aflao lagoon on Tuesday after ten years of talks.",
    "Ghana's transport minister Kofi Asare said in Lomé that tolls would pay for it by 2031.",
    "Togo's minister Ama Koffi praised the builders, who had lost a year to floods and strikes.",
    "Lorries between Lomé and Aflao had to drive sixty kilometres around the lagoon until now.",
)
BRIDGE = article_on("Ghana and Togo open Aflao bridge", "2026-03-10", "Harbour Wire", *_BODY)
COPY = article_on(
    "Bridge opens between Ghana and Togo", "2026-03-11", "The Echo", *_BODY, "More follows soon."
)
FOLLOW_UP = article_on(
    "Togo backs tolls on Aflao bridge",
    "2026-03-14",
    "Coast Daily",
    "Togo's parliament voted in Lomé on Friday for the tolls on the new bridge at Aflao.",
    "Ama Koffi told deputies that Ghana would take half of what lorries pay at the lagoon.",
    "Kofi Asare welcomed the vote and said that Ghana would send its own bill by May.",
)
GRAIN = article_on(
    "Kenya buys grain from Uganda",
    "2026-02-01",
    "Lake Post",
    "Kenya bought 90,000 tonnes of grain from Uganda on Sunday to fill its empty stores.",
    "Uganda expects the last trains to leave Tororo before the rains begin in April.",
)


Act = tuple[str, str, str, str, str]
"""The words, who acts, towards which country, the kind of act, and its class."""

Said = tuple[str, str, str]
"""The words in marks, or of a paraphrase, who says them, and how."""


def add(
    library: Library,
    article: Article,
    said: Sequence[Said] = (),
    dated: Sequence[tuple[str, str]] = (),
    acts: Sequence[Act] = (),
    notes: Sequence[str] = (),
) -> None:
    """Add an article with its sentences and the names in them.

    Args:
        library: The library.
        article: The article.
        said: Its quotations; those with marks around them are verbatim.
        dated: The words of its events, each with its day.
        acts: Its relations.
        notes: What reading had to say of it.
    """
    article = replace(article, notes=tuple(notes))
    rows: Rows = {name: [] for name in EXTRACTED}
    key = article.article_id
    rows["articles"].append(article_row(article))
    used: dict[str, tuple[str, str, str]] = {}
    for number, found in enumerate(re.finditer(r"[^\n]+", article.text)):
        at = {"article_id": key, "sentence": number}
        start, end = found.span()
        rows["sentences"].append({**at, "paragraph": number, "start": start, "end": end})
        for name, (entity, kind, country) in NAMES.items():
            used_here = list(re.finditer(name, found[0]))
            if used_here:
                used[entity] = (name, kind, country)
            for place in used_here:
                first, last = start + place.start(), start + place.end()
                rows["mentions"].append(
                    {
                        **at,
                        "mention_id": fact_id(key, "m", first, last, entity),
                        "entity_id": entity,
                        "start": first,
                        "end": last,
                        "text": name,
                        "form": "name",
                    }
                )
    rows["entities"] = [
        {"entity_id": entity, "kind": kind, "name": name, "country": country}
        for entity, (name, kind, country) in used.items()
    ]
    for words, name, act in said:
        _quote(rows, article, words, NAMES[name][0], act)
    for words, day in dated:
        _event(rows, article, words, day)
    for words, *act in acts:
        _relation(rows, article, words, *act)
    library.add(article, Tables.from_rows(rows))


def _fact(rows: Rows, article: Article, letter: str, words: str) -> dict[str, Any]:
    start = article.text.index(words)
    sentence = max(row["sentence"] for row in rows["sentences"] if row["start"] <= start)
    name = {"q": "quote_id", "e": "event_id", "r": "relation_id"}[letter]
    return {
        "article_id": article.article_id,
        name: fact_id(article.article_id, letter, start, start + len(words)),
        "start": start,
        "end": start + len(words),
        "text": words,
        "sentence": sentence,
    }


def _quote(rows: Rows, article: Article, words: str, speaker: str, act: str) -> None:
    row = _fact(rows, article, "q", words)
    verbatim = article.text[row["start"] - 1] == "“"
    kind = "direct" if verbatim else "indirect"
    rows["quotes"].append({**row, "kind": kind, "act": act, "speaker_id": speaker, "part": 1})
    rows["fragments"].append(
        {name: row[name] for name in ("article_id", "quote_id", "start", "end")}
        | {"verbatim": verbatim}
    )
    rows["involvements"].append(
        {
            "article_id": article.article_id,
            "fact_id": row["quote_id"],
            "entity_id": speaker,
            "country": None,
            "part": "speaker",
        }
    )


def _event(rows: Rows, article: Article, words: str, day: str) -> None:
    rows["events"].append(
        {
            **_fact(rows, article, "e", words),
            "title": words[0].upper() + words[1:],
            "kind": "meeting",
            "date": day,
            "earliest": day,
            "latest": day,
            "precision": "day",
            "basis": "stated",
            "tense": "upcoming",
            "standing": "asserted",
            "status": "firm",
            "certainty": "high",
            "certainty_reason": "The sentence gives the day.",
        }
    )


def _relation(
    rows: Rows, article: Article, words: str, who: str, target: str, event_type: str, quad: str
) -> None:
    row = _fact(rows, article, "r", words)
    row.pop("text")
    entity, _, source = NAMES[who]
    rows["relations"].append(
        {
            **row,
            "source": source,
            "target": target,
            "trigger": words,
            "trigger_start": row["start"],
            "trigger_end": row["end"],
            "event_type": event_type,
            "quad": quad,
            "tone": 1.0,
            "standing": "asserted",
            "certainty": "high",
            "certainty_reason": "Both are named in the clause.",
            "basis": "grammar",
        }
    )
    for part, country, one in (("source", source, entity), ("target", target, None)):
        rows["involvements"].append(
            {
                "article_id": article.article_id,
                "fact_id": row["relation_id"],
                "entity_id": one,
                "country": country,
                "part": part,
            }
        )
