"""The overview of an archive: a row for each article, by which it is found without its facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.archive.manifest import month_of
from briefing.article import Article
from briefing.extraction.outcome import Reading
from briefing.library.rows import article_rows
from briefing.wording.sources import first_words_of

TEXTS = ("article_id", "title", "source", "published", "published_earliest", "published_latest")
"""Columns of the overview that are those of table `articles`, with `reader_version` and `words`."""

COUNTED = ("quotes", "events", "relations")
"""Columns of the overview that say how many there are; possible readings are not counted."""

APART = ("evidence", "removed", "captions", "notes")
"""Columns of the overview that hold, a sentence or piece each, what the library keeps beside an
article: why its date was inferred, and what reading cut, set apart or said of it."""


def overview_schema() -> Any:
    """Return the columns of the overview as Parquet files have them."""
    import pyarrow as pa

    speaker = pa.struct([("id", pa.string()), ("name", pa.string())])
    return pa.schema(
        [
            *((name, pa.string()) for name in TEXTS),
            ("opening", pa.string()),
            ("month", pa.string()),
            ("part", pa.int64()),
            ("reader_version", pa.string()),
            ("words", pa.int64()),
            ("title_end", pa.int64()),
            *((name, pa.int64()) for name in COUNTED),
            ("countries", pa.list_(pa.string())),
            ("speakers", pa.list_(speaker)),
            *((name, pa.list_(pa.string())) for name in APART),
        ]
    )


def overview_row(article: Article, reading: Reading, part: int) -> dict[str, Any]:
    """Return the row of an article.

    Its countries are those that it names or that take part in a fact, as the filter of every page
    counts them; its speakers are all who are quoted.

    Args:
        article: The article.
        reading: What was read in it.
        part: The number of the chunk that it is in.
    """
    rows = reading.rows
    (row,) = rows["articles"]
    entities = {each["entity_id"]: each for each in rows["entities"]}
    countries = {each["country"] for each in rows["involvements"]}
    named = {each["entity_id"] for name in ("mentions", "involvements") for each in rows[name]}
    countries |= {entities[each]["country"] for each in named if each in entities}
    speaking = {each["speaker_id"] for each in rows["quotes"]}
    speaking |= {each["entity_id"] for each in rows["involvements"] if each["part"] == "speaker"}
    counts = article_rows(rows).counts
    return {
        **{name: row[name] for name in TEXTS},
        "opening": first_words_of(row["text"]),
        "month": month_of(row["published"]),
        "part": part,
        "reader_version": row["reader_version"],
        "words": row["words"],
        "title_end": article.title_end,
        **{name: counts[name] for name in COUNTED},
        "countries": sorted(filter(None, countries)),
        "speakers": _named(speaking, entities),
        "evidence": list(reading.evidence),
        "removed": list(article.removed),
        "captions": list(article.captions),
        "notes": list(article.notes),
    }


def _named(
    speaking: set[str | None], entities: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, str]]:
    return [
        {"id": each, "name": entities[each]["name"]}
        for each in sorted(filter(None, speaking))
        if each in entities
    ]
