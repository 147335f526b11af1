"""extract: articles in, tables out."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.article import Article
from briefing.extraction.assemble import assemble
from briefing.extraction.pipeline import Reader, docs
from briefing.settings import settings
from briefing.tables import Tables
from briefing.version import VERSION


def extract(articles: Article | Iterable[Article], *, model: str | None = None) -> Tables:
    """Read one or more articles into the tables.

    Args:
        articles: One article, or several.
        model: Load name of an installed English spaCy model; the setting `model` when None.
    """
    if isinstance(articles, Article):
        articles = (articles,)
    reader = Reader(model or settings().model, VERSION)
    return assemble(docs(articles, model=model), reader)
