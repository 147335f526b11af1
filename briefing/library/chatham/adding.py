"""Adds articles that name a speaker who is under the rule already: without the speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.access import Action, Deed
from briefing.article import Article
from briefing.extraction.limited import read_limited
from briefing.library import originals, state, writing
from briefing.library.chatham.rules import Rule, concerning, widen
from briefing.library.chatham.sealing import Fresh, keep_sealed
from briefing.library.chatham.wording import without
from briefing.library.revisions import HEAD
from briefing.library.rows import ArticleRows, Row, article_rows
from briefing.library.store import Library


@dataclass(frozen=True, slots=True)
class Whole:
    """An article to be added, as it was read.

    Attributes:
        article: The article.
        rows: Its rows.
        evidence: Why its date was inferred.
        original: The file that it came in, to be kept beside it.
        sample: Whether it comes with the program.
    """

    article: Article
    rows: ArticleRows
    evidence: Sequence[str] = ()
    original: originals.Original | None = None
    sample: bool = False


def names_somebody(library: Library, article: Article) -> list[Rule]:
    """Return the rules by which an article is to be without a speaker."""
    with library.reading() as connection:
        return concerning(connection, article)


def add_without(library: Library, whole: Whole) -> tuple[Article, ArticleRows, bool]:
    """Add an article without the speakers who are under the rule in it.

    Returns:
        The article as it is shown, its rows, and whether it is new.

    Raises:
        ExtractionError: The program fails on it.
        LibraryError: It cannot be added.
    """
    article = whole.article
    while True:
        with library.reading() as connection:
            rules = concerning(connection, article)
        fresh = read_without(article, whole.rows.tables, rules)
        deed = Deed(Action.ADD, (article.article_id,), "sample" if whole.sample else "")
        with library.writing(deed) as connection:
            now = concerning(connection, article)
            if {rule.rule_id for rule in now} != fresh.rules:
                deed.kept = False
                continue
            deed.kept = new = writing.add(
                connection,
                fresh.made.article,
                fresh.rows,
                fresh.evidence,
                sample=whole.sample,
                original=whole.original,
                without_speakers=True,
            )
            if new:
                for rule in now:
                    widen(connection, rule, article.article_id)
                keep_sealed(connection, article.article_id, HEAD, _content(whole), fresh)
                state.changed(connection)
        return fresh.made.article, fresh.rows, new


def read_without(
    article: Article, tables: Mapping[str, Sequence[Row]], rules: Sequence[Rule]
) -> Fresh:
    """Read an article without the speakers of rules.

    Args:
        article: The article as it was read.
        tables: What was read in it.
        rules: The rules.

    Raises:
        ExtractionError: The program fails on it, or it takes too long.
    """
    made = without(article, tables, [rule.speaker for rule in rules])
    reading = read_limited(made.article)
    return Fresh(
        made,
        article_rows(reading.rows),
        reading.evidence,
        frozenset(each for rule in rules for each in rule.speaker.ids),
        frozenset(rule.rule_id for rule in rules),
    )


def _content(whole: Whole) -> dict[str, object]:
    """Return an article that never stood in the library as what is sealed of one that did."""
    article, rows = whole.article, whole.rows
    own = {"title_end": article.title_end, "number": None, "shown": True}
    return {
        "article": {**rows.article, **own},
        "tables": rows.tables,
        "entities": rows.entities,
        "evidence": list(whole.evidence),
        "removed": article.removed,
        "captions": article.captions,
        "notes": article.notes,
        "tags": [],
        "marking": "",
        "marked_words": [],
    }
