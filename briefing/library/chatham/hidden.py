"""What staff typed, on its way out of the library: without speakers who are under the rule.

It is stored as it was typed, and read as it was typed again once the rule is lifted. A speaker whom
other articles name in the open is no secret in it, and stays.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from briefing.errors import ArchiveError
from briefing.library import schema
from briefing.library.chatham.names import Names
from briefing.library.chatham.rules import Rule, rules_of
from briefing.library.chatham.wording import words_of

if TYPE_CHECKING:
    from briefing.library.database import Database


@dataclass(frozen=True, slots=True)
class Hidden:
    """Who must not be told.

    Attributes:
        words: What finds them in any text.
        sealed: Ids of articles that are without a speaker, and since when.
    """

    words: Names
    sealed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words) or bool(self.sealed)

    def json(self, text: str) -> str:
        """Return a text in JSON without them."""
        if not self.words:
            return text
        return json.dumps(self.words.out_of(json.loads(text)), ensure_ascii=False)

    def are_told_by(self, snapshot: str, locked: str) -> bool:
        """Say whether a copy that was locked tells who they are, or may.

        Args:
            snapshot: All that it holds, in JSON.
            locked: When it was locked, in UTC, ISO.
        """
        if any(since >= locked and f'"{key}"' in snapshot for key, since in self.sealed):
            return True
        return bool(self.words) and self.words.are_in(
            json.dumps(json.loads(snapshot), ensure_ascii=False)
        )


UNDER_THE_RULE = (
    "{} was locked before a speaker in it came under the Chatham House Rule, so it is not shown; "
    "unlock it, and it is made anew without the name."
)

NOBODY = Hidden(Names(()))


def hidden(connection: sa.Connection) -> Hidden:
    """Return who must not be told by anything that staff typed."""
    rules = rules_of(connection)
    if not rules:
        return NOBODY
    words = words_of(rule.speaker for rule in rules if is_hidden(connection, rule))
    first = min(rule.at for rule in rules)
    key = schema.sealed_articles.c.article_id
    sealed = [
        (each, max((rule.at for rule in rules if _of(rule, each)), default=first))
        for each in connection.scalars(sa.select(key))
    ]
    return Hidden(words, tuple(sealed))


def hidden_in(library: Database) -> Names:
    """Return what finds who must not be told, in a library."""
    with library.reading() as connection:
        return hidden(connection).words


def stored_name(connection: sa.Connection, column: sa.Column[str], name: str) -> str:
    """Return what is stored under a name as it is shown: that name, where it tells of nobody."""
    if connection.scalar(sa.select(column).where(column == name)) is None:
        words = hidden(connection).words
        if words:
            for called in connection.scalars(sa.select(column).order_by(column)):
                if words.without(called) == name:
                    return called
    return name


def rule_ids(library: Database) -> tuple[str, ...]:
    """Return the ids of all rules that hold, to see whether one came or went."""
    with library.reading() as connection:
        return tuple(rule.rule_id for rule in rules_of(connection))


def must_hide_nobody(library: Database) -> None:
    """Refuse to show an archive, which names everybody, while the library must not.

    Raises:
        ArchiveError: Somebody is under the rule.
    """
    if rule_ids(library):
        raise ArchiveError(
            "The archive is closed while a speaker is under the Chatham House Rule in this "
            "library, since it has every name; lift the rule on the Review page to look into it."
        )


def is_hidden(connection: sa.Connection, rule: Rule) -> bool:
    """Say whether a speaker is named in no article of the library in the open."""
    if rule.articles is None:
        return True
    key = schema.entities.c.entity_id
    return connection.scalar(sa.select(key).where(key.in_(rule.speaker.ids)).limit(1)) is None


def _of(rule: Rule, article_id: str) -> bool:
    return rule.articles is None or article_id in rule.articles
