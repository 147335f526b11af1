"""What is kept of each article to find its near-copies and its story: fingerprint and topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.kept import kept_table
from briefing.library.readings import passing
from briefing.library.stories.copies import fingerprint
from briefing.library.stories.topics import Named, topic

prints = kept_table(
    "article_prints",
    sa.Column("fingerprint", sa.LargeBinary, nullable=False),
    sa.Column("topic", sa.LargeBinary, nullable=False),
)
"""The fingerprint (copies.py) and the topic (topics.py) of each article."""

_OPENING = 500
"""So many signs behind the title say what an article is about."""


def fill(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Work out the fingerprints and topics of articles, of which all tables are there."""
    rows = [
        {"article_id": article_id, "fingerprint": fingerprint(body), "topic": about}
        for article_id, body, about in _topics(connection, article_ids)
    ]
    if rows:
        connection.execute(prints.insert(), rows)


def fill_topics(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Work out the topics of articles again, whose words are as before."""
    rows = [
        {"the_article": article_id, "topic": about}
        for article_id, _, about in _topics(connection, article_ids)
    ]
    if rows:
        connection.execute(
            prints.update().where(prints.c.article_id == sa.bindparam("the_article")), rows
        )


def _topics(
    connection: sa.Connection, article_ids: Sequence[str]
) -> Iterator[tuple[str, str, bytes]]:
    """Yield articles' ids, their texts without the title, and their topics."""
    article, mention, event = schema.articles.c, schema.mentions.c, schema.events.c
    named: dict[str, list[Named]] = defaultdict(list)
    for article_id, entity_id, number, first in connection.execute(
        sa.select(
            mention.article_id, mention.entity_id, sa.func.count(), sa.func.min(mention.start)
        )
        .where(mention.article_id.in_(article_ids))
        .group_by(mention.article_id, mention.entity_id)
    ):
        named[article_id].append(Named(entity_id, number, first))
    days: dict[str, list[str]] = defaultdict(list)
    for article_id, day in connection.execute(
        sa.select(event.article_id, event.earliest).where(
            event.article_id.in_(article_ids),
            event.earliest == event.latest,
            *passing(schema.events, "certain"),
        )
    ):
        days[article_id].append(day)
    found = connection.execute(
        sa.select(article.article_id, article.title, article.title_end, article.text).where(
            article.article_id.in_(article_ids)
        )
    )
    for article_id, title, title_end, text in found:
        body = text[title_end:]
        opening = body.lstrip()[:_OPENING].rpartition(" ")[0]
        about = topic(title or "", opening, named[article_id], days[article_id], title_end)
        yield article_id, body, about
