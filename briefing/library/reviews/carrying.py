"""Decisions on older versions of an article, kept for the newer one at the same words.

Each decision gets a row of its own for the newer version, with its reviewer, time and reason, so
it can be taken back there. Where its words are gone, its place lies behind the end of the text,
where nothing is read: it holds of nothing and is listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.library import schema
from briefing.library.reviews.decision import UNDER_RULE, Decision
from briefing.library.reviews.details import own_details
from briefing.library.reviews.holding import selected
from briefing.library.reviews.keeping import keep
from briefing.library.reviews.words_in import same_place
from briefing.library.rows import Row
from briefing.library.store import Library
from briefing.tables import fact_id


def carry_over(library: Library, older: Sequence[str], newer: str) -> None:
    """Let what was decided on older versions of an article hold of a newer one.

    Args:
        library: The library.
        older: The older versions, the newest of them first.
        newer: The newer version; what it has of these decisions already is passed over.
    """
    deed = Deed(Action.CORRECT, (newer,), "decisions of an older version kept")
    with library.reading() as connection:
        if not _waiting(connection, older, newer):
            return
    with library.writing(deed) as connection:
        made = _waiting(connection, older, newer)
        keep(connection, made)
        deed.kept = bool(made)


def _waiting(connection: sa.Connection, older: Sequence[str], newer: str) -> list[Decision]:
    """Return the decisions that a version is to get, in the order in which they were made."""
    review = schema.reviews.c
    known = set(connection.scalars(sa.select(review.review_id).where(review.article_id == newer)))
    decisions = [
        each
        for each in selected(connection, review.article_id.in_(older), review.field != UNDER_RULE)
        if _id_for(each.review_id, newer) not in known
    ]
    if not decisions:
        return []
    articles = {key: _as_read(connection, key) for key in (*older, newer)}
    best: dict[str, tuple[tuple[bool, int], Decision]] = {}
    by_id = {each.review_id: each for each in decisions}
    for decision in decisions:
        own = articles[str(decision.article_id)]
        made, gone = _carried(decision, by_id, own, articles[newer])
        rank = gone, older.index(str(decision.article_id))
        if made.review_id not in best or rank < best[made.review_id][0]:
            best[made.review_id] = rank, made
    return [made for _, made in best.values()]


def _carried(
    decision: Decision, by_id: Mapping[str, Decision], own: Row, new: Row
) -> tuple[Decision, bool]:
    """Return a decision as one on a newer version, and whether its words are gone there."""
    newer = new["article_id"]
    made = replace(decision, review_id=_id_for(decision.review_id, newer), article_id=newer)
    if decision.verdict == "withdrawn":
        made = replace(made, value=_id_for(decision.value or "", newer))
    if decision.start is None or decision.end is None:
        field = _field_of(decision, by_id)
        gone = own.get(field, own["title"]) != new.get(field, new["title"])
        return replace(made, fact_id=f"{newer}.gone" if gone else newer), gone
    found = same_place(own["text"], new["text"], decision.start, decision.end)
    behind = len(new["text"]) + 1
    start, end = found or (behind + decision.start, behind + decision.end)
    _, letter, _, *sides = decision.fact_id.split(".", 3)
    key = fact_id(newer, letter, start, end, *sides)
    return replace(made, fact_id=key, start=start, end=end), found is None


def _field_of(decision: Decision, by_id: Mapping[str, Decision]) -> str:
    """Return the field of a decision, or of the one that it takes back."""
    while decision.verdict == "withdrawn" and (decision.value or "") in by_id:
        decision = by_id[decision.value or ""]
    return decision.field


def _as_read(connection: sa.Connection, article_id: str) -> Row:
    article = schema.articles
    found = connection.execute(sa.select(article).where(article.c.article_id == article_id))
    return dict(found.mappings().one()) | own_details(connection, article_id)


def _id_for(review_id: str, article_id: str) -> str:
    """Return the id that a decision has for another version, whichever it is taken from."""
    return f"{review_id.partition('.')[0]}.{article_id}"
