"""What an article is called on screen: its title, or its first words when it has none."""

from __future__ import annotations

import pandas as pd

from briefing.tables import records
from briefing.wording.sources import first_words_of
from briefing.wording.words import cell_value


def title_of(title: object, opening: object) -> str:
    """Return the name to show for an article.

    Args:
        title: Its title, which may be missing.
        opening: Its text, or the first letters of it.
    """
    return str(cell_value(title) or first_words_of(str(cell_value(opening) or "")))


def titles_of(articles: pd.DataFrame) -> dict[str, str]:
    """Return the names of articles by their ids.

    Args:
        articles: Rows of `queries.articles` or `queries.article_options`.
    """
    return {row["article_id"]: title_of(row["title"], row["opening"]) for row in records(articles)}
