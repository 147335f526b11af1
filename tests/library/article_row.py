"""An article as a row of its table, for libraries that are filled by hand."""

from __future__ import annotations

from typing import Any

from briefing.article import Article
from briefing.version import VERSION


def article_row(article: Article) -> dict[str, Any]:
    """Return the row of an article in English that is dated to the day, or not at all."""
    return {
        "article_id": article.article_id,
        "title": article.title,
        "text": article.text,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "published_basis": article.published_basis,
        "published_earliest": article.published,
        "published_latest": article.published,
        "language": "en",
        "words": len(article.text.split()),
        "reader_version": f"{VERSION} test",
    }
