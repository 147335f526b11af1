"""Where a fact was published, in words: title, outlet, date and how the date is known."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from briefing.tables import records
from briefing.wording.dates import published, without_stated
from briefing.wording.grades import graded_words
from briefing.wording.words import cell_value, shorten

OUTLET_UNKNOWN = "Outlet not stated"
UNTITLED = "an untitled article"
THE_ARTICLE = "the article"
"""Who claims what the article says in its own voice."""

_OPENING = 70
"""Signs of an article's first words that stand for a title."""

_READ = 400


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a citation names it.

    Attributes:
        article_id: The article.
        title: Its title, "" for none.
        outlet: Where it appeared, None where the article does not say.
        dated: When, in words.
        opening: Its first words, by which an article without a title is known.
        grade: How reliable staff hold the outlet to be, A to F, "" for no grade.
    """

    article_id: str
    title: str
    outlet: str | None
    dated: str
    opening: str = ""
    grade: str = ""

    @property
    def cited(self) -> str:
        """Outlet, title and date for a citation: "by The Echo (“Port talks”), 3 May 2020"."""
        title = self.quoted if self.title or self.opening else UNTITLED
        where = f"by {self.outlet} ({title})" if self.outlet else f"in {title} (outlet not stated)"
        return f"{where}, {without_stated(self.dated)}"

    @property
    def name(self) -> str:
        """The title, or, where there is none, the first words in marks: "“It rained on…”"."""
        if self.title:
            return self.title
        return f"“{self.opening}”" if self.opening else "Article without a title"

    @property
    def quoted(self) -> str:
        """The title, or the first words, between quotation marks."""
        return f"“{self.title or self.opening or self.name}”"

    @property
    def line(self) -> str:
        """Outlet and date: "The Echo · 3 May 2020, stated"."""
        return f"{self.outlet or OUTLET_UNKNOWN} · {self.dated}"

    @property
    def listed(self) -> str:
        """The line as lists of sources have it, with the grade that staff gave the outlet."""
        return " · ".join(filter(None, (self.line, graded_words(self.grade))))


def first_words_of(text: str) -> str:
    """Return the first words of an article, by which one without a title is known."""
    return shorten(" ".join(text[:_READ].split()), _OPENING)


def sources(articles: pd.DataFrame) -> dict[str, Source]:
    """Return the source of each article by its id.

    Args:
        articles: Rows of `queries.articles`.
    """
    found = {}
    for row in records(articles):
        outlet = cell_value(row["source"])
        found[str(row["article_id"])] = Source(
            article_id=str(row["article_id"]),
            title=str(row["title"] or ""),
            outlet=str(outlet) if outlet else None,
            dated=published(
                row["published"],
                row["published_basis"],
                row["published_earliest"],
                row["published_latest"],
            ),
            opening=first_words_of(str(row["opening"] or "")),
            grade=str(row["grade"]),
        )
    return found
