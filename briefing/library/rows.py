"""Sorts the rows of tables by article, so that a batch is taken apart only once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from briefing.library.mutual import once
from briefing.tables import EXTRACTED, Tables, records

Row = dict[str, Any]

PER_ARTICLE = tuple(name for name in EXTRACTED if name not in ("articles", "entities"))
"""The tables whose rows belong to one article; entities are shared."""

NAMING = (
    ("mentions", "entity_id"),
    ("involvements", "entity_id"),
    ("quotes", "speaker_id"),
    ("quotes", "addressee_id"),
    ("events", "occasion_id"),
    ("events", "attributed_to"),
    ("relations", "source"),
    ("relations", "target"),
    ("relations", "attributed_to"),
)
"""The columns by which an article's rows name entities, each with its table; most name by the
first, which have an index."""


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """The rows of one article.

    Attributes:
        article: Its row of table `articles`.
        tables: Its rows of every table of `PER_ARTICLE`.
        entities: The entities that these rows name.
    """

    article: Row
    tables: Mapping[str, list[Row]]
    entities: list[Row]

    @property
    def counts(self) -> dict[str, int]:
        """How many entities are mentioned, and how many quotes, events and relations there are.

        A relation that one phrase says of both counts once; possible readings are not counted.
        """
        named = {row["entity_id"] for row in self.tables["mentions"]}
        sure = {
            name: [row for row in self.tables[name] if row["certainty"] != "low"]
            for name in ("events", "relations")
        }
        related = pd.DataFrame(sure["relations"])
        return {
            "entities": len(named),
            "quotes": len(self.tables["quotes"]),
            "events": len(sure["events"]),
            "relations": 0 if related.empty else len(once(related)),
        }


def rows_by_article(tables: Tables) -> dict[str, ArticleRows]:
    """Sort the rows of every table by article, in their order."""
    articles = {row["article_id"]: row for row in records(tables["articles"])}
    found: dict[str, dict[str, list[Row]]] = {
        article_id: {name: [] for name in PER_ARTICLE} for article_id in articles
    }
    for name in PER_ARTICLE:
        for row in records(tables[name]):
            found[row["article_id"]][name].append(row)
    entities = {row["entity_id"]: row for row in records(tables["entities"])}
    return {
        article_id: ArticleRows(articles[article_id], rows, _named(rows, entities))
        for article_id, rows in found.items()
    }


def article_rows(rows: Mapping[str, list[Row]]) -> ArticleRows:
    """Sort the rows of one article, given by table."""
    (article,) = rows["articles"]
    tables = {name: rows[name] for name in PER_ARTICLE}
    entities = {row["entity_id"]: row for row in rows["entities"]}
    return ArticleRows(article, tables, _named(tables, entities))


def _named(rows: Mapping[str, list[Row]], entities: Mapping[str, Row]) -> list[Row]:
    """Return the entities that an article's rows name."""
    wanted = {row[column] for table, column in NAMING for row in rows[table]}
    return [row for entity_id, row in entities.items() if entity_id in wanted]
