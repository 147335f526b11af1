"""What an article is called on screen: its title, or its first words when it has none."""

from __future__ import annotations

from collections.abc import Collection

from briefing.library import Library, queries
from briefing.wording.sources import first_words_of
from briefing.wording.words import cell_value
from components.cache import ask


def title_of(article_id: str, title: object) -> str:
    """Return the name to show for an article.

    Args:
        article_id: The article.
        title: Its title, which may be missing.
    """
    return str(cell_value(title) or ask(first_words, article_id))


def titles_of(article_ids: Collection[str]) -> dict[str, str]:
    """Return the name to show for each of some articles."""
    titles = ask(queries.titles, tuple(sorted(article_ids)))
    return {article_id: title_of(article_id, title) for article_id, title in titles.items()}


def first_words(library: Library, article_id: str) -> str:
    """Return the first words of an article, for a title."""
    return first_words_of(library.article(article_id).article.text)
