"""Articles in, tables out, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.article import Article
from briefing.errors import BriefingError
from briefing.extraction.assemble import assemble, assemble_rows
from briefing.extraction.outcome import Reading, fault
from briefing.extraction.pipeline import Reader, docs
from briefing.settings import settings
from briefing.tables import Tables
from briefing.version import VERSION


def extract(articles: Article | Iterable[Article], *, model: str | None = None) -> Tables:
    """Read one or more articles into the tables; the same article twice gives its rows once.

    Args:
        articles: One article, or several.
        model: Load name of an installed English spaCy model; the setting `model` when None.
    """
    if isinstance(articles, Article):
        articles = (articles,)
    return assemble(docs(_each_once(articles), model=model), _reader(model))


def _each_once(articles: Iterable[Article]) -> Iterator[Article]:
    seen: set[str] = set()
    for article in articles:
        if article.article_id not in seen:
            seen.add(article.article_id)
            yield article


def _reader(model: str | None) -> Reader:
    return Reader(model or settings().model, VERSION)


def read_one(article: Article, model: str | None = None) -> Reading:
    """Read one article.

    Args:
        article: The article.
        model: As with `extract`.

    Raises:
        ExtractionError: The program fails on it; the fault is its cause.
    """
    try:
        (doc,) = docs([article], model=model)
        rows = assemble_rows([doc], _reader(model))
    except BriefingError:
        raise
    except Exception as error:
        raise fault(article, error) from error
    return Reading(rows, tuple(doc._.published.evidence))
