"""Puts an article without a speaker in the place of the one that names them, and back.

Each happens in a write transaction of the caller's. The article as it was lies in table
`sealed_articles`, whole, with what people decided on it; nothing else reads that table but a purge.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from briefing.article import first_words
from briefing.library import removal, schema, writing
from briefing.library.articles import is_there, row_of
from briefing.library.chatham import decisions
from briefing.library.chatham.rules import Sealed, sealed_contents
from briefing.library.chatham.wording import Cuts, Without
from briefing.library.entities import named_by
from briefing.library.markings import MarkedWords
from briefing.library.reviews.applying import as_read
from briefing.library.revisions import HEAD
from briefing.library.rows import ArticleRows


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article without speakers, read anew.

    Attributes:
        made: The article, and what was taken out.
        rows: Its rows.
        evidence: Why its date was inferred.
        ids: The entities that are the speakers.
        rules: The rules by which they were taken out.
    """

    made: Without
    rows: ArticleRows
    evidence: Sequence[str]
    ids: frozenset[str]
    rules: frozenset[str]


def original(connection: sa.Connection, article_id: str) -> removal.Kept | None:
    """Return an article as it was before any speaker was taken out, also one that was removed."""
    sealed = _sealed(connection, article_id)
    if sealed is not None:
        for name in ("spans", "lengths", "reviews"):
            del sealed.content[name]
        return _as_dated(connection, removal.kept_of(sealed.content, sealed.step, None))
    if is_there(connection, article_id):
        return removal.kept_of(removal.content_of(connection, article_id), HEAD, None)
    return removal.kept_article(connection, article_id)


def _as_dated(connection: sa.Connection, kept: removal.Kept) -> removal.Kept:
    """Return an article with the date that somebody has given it since, to be read with it."""
    if not is_there(connection, kept.article.article_id):
        return kept
    row = row_of(connection, kept.article.article_id)
    if row["published_basis"] != "given" or row["published"] == kept.article.published:
        return kept
    article = replace(kept.article, published=row["published"], published_basis="given")
    return replace(kept, article=article, rows=None)


def sealed_articles(connection: sa.Connection) -> list[str]:
    """Return the articles that are without a speaker."""
    return list(connection.scalars(sa.select(schema.sealed_articles.c.article_id)))


def seal(connection: sa.Connection, fresh: Fresh) -> None:
    """Put an article without speakers in the place of the one that the library has or kept."""
    article = fresh.made.article
    article_id = article.article_id
    there = is_there(connection, article_id)
    kept = schema.removed_articles.c
    named = named_by(connection, article_id)
    if there:
        as_read(connection, [article_id])
        content = removal.content_of(connection, article_id)
        step = HEAD
    else:
        found = connection.execute(
            sa.select(kept.content, kept.step).where(kept.article_id == article_id)
        ).one()
        content, step = json.loads(found.content), found.step
    made = decisions.of_article(connection, article_id)
    keep_sealed(connection, article_id, step, content, fresh, made)
    old = content["article"]["text"]
    decisions.take_speaker_out(connection, made, old, fresh.made, set(fresh.ids))
    words = [
        MarkedWords(*fresh.made.cuts.now(one["start"], one["end"]), one["marking"])
        for one in content.get("marked_words", ())
    ]
    if there:
        writing.put_other(
            connection, article, fresh.rows, fresh.evidence, marked=words, named=named
        )
    else:
        _put_in_removed(connection, content, fresh, words)


def keep_sealed(
    connection: sa.Connection,
    article_id: str,
    step: str,
    content: dict[str, Any],
    fresh: Fresh,
    made: Sequence[dict[str, Any]] = (),
) -> None:
    """Keep an article as it was, with what people decided on it, until the rule is lifted."""
    held = {
        **content,
        "spans": fresh.made.cuts.spans,
        "lengths": fresh.made.cuts.lengths,
        "reviews": list(made),
    }
    row = {
        "article_id": article_id,
        "step": step,
        "content": json.dumps(held, ensure_ascii=False),
    }
    connection.execute(
        insert(schema.sealed_articles)
        .on_conflict_do_update(index_elements=["article_id"], set_=row)
        .values(row)
    )


def cuts_of(content: Mapping[str, Any]) -> Cuts:
    """Return what was taken out of the text of an article, from what is sealed of it."""
    spans = tuple((int(start), int(end)) for start, end in content["spans"])
    return Cuts(spans, tuple(content["lengths"]))


def unseal(
    connection: sa.Connection, article_id: str, rows: ArticleRows, evidence: Sequence[str]
) -> None:
    """Put an article as it was in the place of the one without speakers.

    Args:
        connection: A write transaction.
        article_id: The article.
        rows: What is read in it as it was.
        evidence: Why its date was inferred.
    """
    found = _sealed(connection, article_id)
    if found is None:
        return
    _, step, content = found
    cuts, made = cuts_of(content), content.pop("reviews")
    del content["spans"], content["lengths"]
    sealed = schema.sealed_articles
    connection.execute(sealed.delete().where(sealed.c.article_id == article_id))
    now = original(connection, article_id)
    if now is None:
        return
    whole = json.dumps(content, ensure_ascii=False)
    kept = removal.kept_of(content, step, None)
    decisions.put_speaker_back(
        connection,
        decisions.of_article(connection, article_id),
        made,
        (kept.article.text, now.article.text),
        cuts,
    )
    words = [MarkedWords(*cuts.before(one.start, one.end), one.marking) for one in now.marked_words]
    if is_there(connection, article_id):
        named = named_by(connection, article_id)
        as_read(connection, [article_id])
        writing.put_other(connection, kept.article, rows, evidence, marked=words, named=named)
    else:
        connection.execute(
            schema.removed_articles.update()
            .where(schema.removed_articles.c.article_id == article_id)
            .values(
                title=kept.article.title or first_words(kept.article.text), content=whole, step=step
            )
        )


def _sealed(connection: sa.Connection, article_id: str) -> Sealed | None:
    return next(sealed_contents(connection, [article_id]), None)


def _put_in_removed(
    connection: sa.Connection,
    content: dict[str, Any],
    fresh: Fresh,
    words: Sequence[MarkedWords],
) -> None:
    """Let an article that was removed be kept without speakers."""
    article, rows = fresh.made.article, fresh.rows
    own = {name: content["article"][name] for name in ("number", "added", "shown")}
    new = {
        **content,
        "article": {**rows.article, "title_end": article.title_end, **own},
        "tables": rows.tables,
        "entities": rows.entities,
        "evidence": list(fresh.evidence),
        "removed": article.removed,
        "captions": article.captions,
        "notes": article.notes,
        "marked_words": [asdict(one) for one in words],
    }
    connection.execute(
        schema.removed_articles.update()
        .where(schema.removed_articles.c.article_id == article.article_id)
        .values(
            title=article.title or first_words(article.text),
            content=json.dumps(new, ensure_ascii=False),
            step=HEAD,
        )
    )
