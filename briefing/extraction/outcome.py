"""What reading one article gives, or the sentence that says why it gives nothing."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.article import Article
from briefing.errors import ExtractionError, places_of
from briefing.tables import EXTRACTED, Tables, typed

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one article: plain values, which go from process to process.

    Attributes:
        rows: The rows of each table, with all its columns.
        evidence: What its date was inferred from, a sentence each.
    """

    rows: Mapping[str, list[dict[str, Any]]]
    evidence: tuple[str, ...]

    @property
    def tables(self) -> Tables:
        """The rows as tables."""
        return Tables({name: typed(name, self.rows[name]) for name in EXTRACTED})


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
    return ExtractionError(
        f"{_name(article)} could not be worked out because of a fault in the program "
        f"({type(error).__name__}: {error}); please report it with the article."
    )


def too_long(article: Article, seconds: float, places: str) -> ExtractionError:
    """Make the sentence of an article that was given up; the log gets where the program was."""
    _LOG.error(
        "Article %s was given up after %.0f seconds at %s", article.article_id, seconds, places
    )
    return ExtractionError(
        f"{_name(article)} was given up, because reading it took longer than {seconds:.0f} "
        "seconds; give it in shorter parts, or raise the setting article_seconds."
    )


def ended(article: Article, status: int | None) -> ExtractionError:
    """Make the sentence of an article that ended the process that read it."""
    _LOG.error("Article %s ended the process that read it: %s", article.article_id, status)
    return ExtractionError(
        f"{_name(article)} could not be worked out, because the process that read it ended "
        f"(exit status {status}), as it does when memory runs out; give it in shorter parts, or "
        "report it with the article."
    )


def _name(article: Article) -> str:
    return article.external_id or article.title or article.text.strip()[:60]
