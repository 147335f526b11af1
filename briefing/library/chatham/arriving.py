"""Decisions that come while a speaker is under the Chatham House Rule: kept without who it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.chatham import decisions
from briefing.library.chatham.hidden import is_hidden
from briefing.library.chatham.rules import Rule, keep_aside, rules_of, sealed_contents
from briefing.library.chatham.sealing import cuts_of
from briefing.library.chatham.wording import words_of
from briefing.library.reviews.decision import Decision
from briefing.library.rows import Row


def without_speakers(connection: sa.Connection, made: Sequence[Decision]) -> list[Decision]:
    """Return new decisions as they are kept.

    What is decided of the articles of a speaker has “a participant”, at the places of the text that
    is shown. What is decided of the speaker waits with the rule until it is lifted.
    """
    rules = rules_of(connection)
    if not rules:
        return list(made)
    named = {str(each.article_id) for each in made if each.article_id}
    sealed = {one.article_id: one.content for one in sealed_contents(connection, named)}
    secret = [rule for rule in rules if is_hidden(connection, rule)]
    found = []
    for decision in made:
        row = asdict(decision)
        content = sealed.get(str(decision.article_id))
        concerned = [*secret, *(_of_some(rules, decision.article_id) if content else ())]
        ids = {each for rule in concerned for each in rule.speaker.ids}
        if content is not None:
            row = _on_sealed(connection, content, row, ids)
        told = next((rule for rule in secret if _tells(row, rule)), None)
        if told is not None and row["record"] in ("entities", "mentions"):
            keep_aside(connection, told, [row])
            continue
        words = words_of(rule.speaker for rule in concerned)
        for name in ("words", "value", "note"):
            if row[name] is not None:
                row[name] = decisions.plain(row[name], words, ids)
        found.append(Decision(**row))
    return found


def _on_sealed(
    connection: sa.Connection, content: dict[str, object], row: Row, ids: set[str]
) -> Row:
    """Bring a decision on an article as it was, such as one from a pack, to the text that is shown.

    It is sealed with the article as it came, too.
    """
    article = content["article"]
    assert isinstance(article, dict)
    start, end, old = row["start"], row["end"], str(article["text"])
    text = schema.articles.c.text
    article_id = str(row["article_id"])
    query = sa.select(text).where(schema.articles.c.article_id == article_id)
    new = connection.scalar(query)
    if new is None or start is None or str(new)[start:end] == row["words"]:
        return row
    if old[start:end] != row["words"]:
        return row
    reviews = content["reviews"]
    assert isinstance(reviews, list)
    reviews.append(row)
    own = schema.sealed_articles
    whole = json.dumps(content, ensure_ascii=False)
    connection.execute(own.update().where(own.c.article_id == article_id).values(content=whole))
    return decisions.brought(row, (old, str(new)), cuts_of(content), ids)


def _of_some(rules: Sequence[Rule], article_id: str | None) -> list[Rule]:
    return [rule for rule in rules if rule.articles is not None and article_id in rule.articles]


def _tells(row: Row, rule: Rule) -> bool:
    return decisions.tells(row, rule.speaker.words, set(rule.speaker.ids))
