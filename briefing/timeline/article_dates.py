"""The days from which articles speak: the line between past and future on a timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from briefing.tables import records
from briefing.timeline.bars import ArticleDate
from briefing.wording.dates import as_day, day, published
from briefing.wording.words import cell_value


def article_dates(articles: pd.DataFrame) -> list[ArticleDate]:
    """Return the own dates of articles that have one, each once, with how many are of it.

    Args:
        articles: Rows of `queries.articles`.
    """
    found: dict[tuple[date | None, date | None], ArticleDate] = {}
    for row in records(articles):
        stated = as_day(row["published"]) if cell_value(row["published"]) else None
        first = stated or as_day(row["published_earliest"])
        last = stated or as_day(row["published_latest"])
        if first is None and last is None:
            continue
        words = (
            day(str(row["published"]))
            if stated
            else "written "
            + published(
                None, row["published_basis"], row["published_earliest"], row["published_latest"]
            ).removeprefix("published ")
        )
        said = f"Article: {words}" if stated else f"Article {words}"
        held = found.setdefault((first, last), ArticleDate(first, last, said, 0))
        found[first, last] = replace(held, articles=held.articles + 1)
    return list(found.values())
