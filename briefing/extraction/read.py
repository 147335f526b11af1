"""extract: articles in, tables out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence

from briefing.article import Article
from briefing.errors import BriefingError, ExtractionError, places_of
from briefing.extraction.assemble import assemble
from briefing.extraction.pipeline import Reader, docs
from briefing.settings import settings
from briefing.tables import Tables
from briefing.version import VERSION

_LOG = logging.getLogger(__name__)


def extract(articles: Article | Iterable[Article], *, model: str | None = None) -> Tables:
    """Read one or more articles into the tables; the same article twice gives its rows once.

    Args:
        articles: One article, or several.
        model: Load name of an installed English spaCy model; the setting `model` when None.
    """
    if isinstance(articles, Article):
        articles = (articles,)
    reader = Reader(model or settings().model, VERSION)
    return assemble(docs(_each_once(articles), model=model), reader)


def _each_once(articles: Iterable[Article]) -> Iterator[Article]:
    seen: set[str] = set()
    for article in articles:
        if article.article_id not in seen:
            seen.add(article.article_id)
            yield article


def extract_each(
    articles: Sequence[Article], *, model: str | None = None
) -> Iterator[Tables | ExtractionError]:
    """Read articles together; when the program fails on one, read the others without it.

    Yields:
        Tables of one or more articles, in order, and an ExtractionError in the place of an article
        that the program fails on: one strange text must not cost the others of a long run.
    """
    try:
        yield extract(articles, model=model)
    except BriefingError:
        raise
    except Exception as error:
        if len(articles) == 1:
            yield fault(articles[0], error)
            return
        for article in articles:
            yield from extract_each([article], model=model)


def fault(article: Article, error: Exception) -> ExtractionError:
    """Make the sentence that says on which article the program failed, and how.

    The log gets the article's id and where in the program it was, and no words of the article.
    """
    _LOG.error(
        "Article %s could not be worked out: %s at %s",
        article.article_id,
        type(error).__name__,
        places_of(error),
    )
    name = article.external_id or article.title or article.text.strip()[:60]
    found = ExtractionError(
        f"{name} could not be worked out because of a fault in the program "
        f"({type(error).__name__}: {error}); please report it with the article."
    )
    found.__cause__ = error
    return found
