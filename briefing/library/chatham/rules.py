"""Who is under the Chatham House Rule in a library, and which articles that concerns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from briefing.article import Article
from briefing.library import schema
from briefing.library.chatham.wording import Speaker
from briefing.library.rows import Row
from briefing.library.stories.copies import ALIKE, fingerprint, share


@dataclass(frozen=True, slots=True)
class Rule:
    """A speaker under the rule.

    Attributes:
        rule_id: Its id, which tells nobody who it is.
        articles: The articles in which they are under it; None for all, also those to come.
        speaker: Who it is. No answer of the library holds it.
        reviewer: Who put them under it, by name.
        at: When, in UTC, ISO.
    """

    rule_id: str
    articles: tuple[str, ...] | None
    speaker: Speaker
    reviewer: str
    at: str

    def concerns(self, article_id: str, texts: Iterable[str]) -> bool:
        """Say whether an article with these texts is to be without the speaker."""
        if self.articles is not None:
            return article_id in self.articles
        words = self.speaker.words
        return any(map(words.are_in, texts))


def rules_of(connection: sa.Connection) -> list[Rule]:
    """Return everybody who is under the rule, in the order in which they were put there."""
    own = schema.chatham_rules.c
    query = sa.select(own.rule_id, own.articles, own.speaker, own.reviewer, own.at)
    return [
        Rule(
            row.rule_id,
            tuple(json.loads(row.articles)) if row.articles is not None else None,
            Speaker(**{name: tuple(held) for name, held in json.loads(row.speaker).items()}),
            row.reviewer,
            row.at,
        )
        for row in connection.execute(query.order_by(own.at, own.rule_id))
    ]


def keep_rule(connection: sa.Connection, rule: Rule) -> None:
    """Write a rule; its stash of decisions is empty."""
    connection.execute(
        schema.chatham_rules.insert(),
        {
            "rule_id": rule.rule_id,
            "articles": _listed(rule.articles),
            "speaker": json.dumps(asdict(rule.speaker), ensure_ascii=False),
            "reviews": "[]",
            "reviewer": rule.reviewer,
            "at": rule.at,
        },
    )


def widen(connection: sa.Connection, rule: Rule, article_id: str) -> None:
    """Let a rule that is for some articles be for another one too."""
    own = schema.chatham_rules
    if rule.articles is not None and article_id not in rule.articles:
        listed = _listed((*rule.articles, article_id))
        connection.execute(
            own.update().where(own.c.rule_id == rule.rule_id).values(articles=listed)
        )


def concerning(connection: sa.Connection, article: Article) -> list[Rule]:
    """Return the rules by which an article is to be without a speaker.

    A rule for some articles is also for a version or a copy of one of them that names the speaker.
    """
    texts = texts_of(article)
    found = []
    prints: dict[str, bytes] | None = None
    for rule in rules_of(connection):
        if rule.concerns(article.article_id, texts):
            found.append(rule)
        elif rule.articles is not None and any(map(rule.speaker.words.are_in, texts)):
            if prints is None:
                prints = {
                    one.article_id: fingerprint(one.content["article"]["text"])
                    for one in sealed_contents(connection)
                }
            here = fingerprint(article.text)
            if any(share(here, prints.get(each, b"")) >= ALIKE for each in rule.articles):
                found.append(rule)
    return found


def is_sealed(connection: sa.Connection, article_id: str) -> bool:
    """Say whether an article is without a speaker."""
    key = schema.sealed_articles.c.article_id
    return connection.scalar(sa.select(key).where(key == article_id)) is not None


class Sealed(NamedTuple):
    """An article as it was before any speaker was taken out.

    Attributes:
        article_id: Its id.
        step: The form of the tables that its rows have.
        content: What `removal.content_of` returned, and beside it what was taken out and what
            people had decided (sealing.py).
    """

    article_id: str
    step: str
    content: dict[str, Any]


def sealed_contents(
    connection: sa.Connection, article_ids: Iterable[str] | None = None
) -> Iterator[Sealed]:
    """Yield the articles that are without a speaker, as they were; of these alone, where given."""
    sealed = schema.sealed_articles.c
    query = sa.select(sealed.article_id, sealed.step, sealed.content)
    if article_ids is not None:
        query = query.where(sealed.article_id.in_(list(article_ids)))
    for row in connection.execute(query):
        yield Sealed(row.article_id, row.step, json.loads(row.content))


def keep_aside(connection: sa.Connection, rule: Rule, rows: Sequence[Row]) -> None:
    """Keep decisions that would tell who a speaker is with the rule, until it is lifted."""
    own = schema.chatham_rules
    mine = own.c.rule_id == rule.rule_id
    kept = json.loads(connection.scalar(sa.select(own.c.reviews).where(mine)) or "[]")
    text = json.dumps([*kept, *rows], ensure_ascii=False)
    connection.execute(own.update().where(mine).values(reviews=text))


def forget_sealed(connection: sa.Connection, article_ids: Sequence[str]) -> None:
    """Delete what is sealed of articles for good, with themselves."""
    sealed = schema.sealed_articles
    connection.execute(sealed.delete().where(sealed.c.article_id.in_(article_ids)))


def texts_of(article: Article) -> list[str]:
    """Return all texts of an article: its own, and what is said of it."""
    said = (article.title, article.source, article.author, article.url, article.external_id)
    held = (article.text, *said, *article.removed, *article.captions, *article.notes)
    return [each for each in held if each]


def _listed(article_ids: Sequence[str] | None) -> str | None:
    return json.dumps(list(article_ids)) if article_ids is not None else None
