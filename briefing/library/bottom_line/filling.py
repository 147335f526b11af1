"""Reads what is known of the sentences of articles, and keeps what each of them weighs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from briefing.extraction.datelines import dateline_end
from briefing.library import schema
from briefing.library.ahead import counts_as_ahead
from briefing.library.bottom_line.features import Told, weigh, weigh_again
from briefing.library.readings import passing

_DASHES = str.maketrans("—–", "--")
_IN_CAPITALS = re.compile(r"[A-Z][A-Z .,/'’-]{2,40}(?:\([\w ./-]{1,30}\))? ?[-_]+ (?=[\"“‘'A-Z])")
_WITH_DAY = re.compile(
    r"[A-Z][\w .'’-]{2,25}, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[^:\n]{0,20}: "
)
_HEADING = re.compile(r"[^\n.!?:;“”\"]{1,60}\n\s*(?=[\"“‘'A-Z])")
_PLACE = tuple[str, int]
"""An article's id and the number of a sentence."""


def lead_in(sentence: str) -> int:
    """Return how many signs of a sentence are headings above it and its dateline, 0 for none."""
    plain = sentence.translate(_DASHES)
    start = 0
    while heading := _HEADING.match(plain, start):
        start = heading.end()
    place = dateline_end(plain, start)
    if place is None:
        capitals = _IN_CAPITALS.match(plain, start) or _WITH_DAY.match(plain, start)
        place = capitals.end() if capitals else start
    return place


def rows_of(connection: sa.Connection, article_ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield what is kept of each sentence of articles.

    Args:
        connection: The connection.
        article_ids: The articles; all of their tables are there.

    Yields:
        Rows of `weights.sentences`.
    """
    known = _Known(connection, article_ids)
    for article_id, number, title, sentences in _articles(connection, article_ids):
        told, starts, datelines = [], {}, {}
        for row in sentences:
            starts[row.sentence] = int(row.start)
            datelines[row.sentence] = lead_in(row.text)
            told.append(
                known.told(
                    article_id,
                    row,
                    int(row.paragraph),
                    row.text[datelines[row.sentence] :],
                )
            )
        for weighed in weigh(title, told):
            yield {
                "article_id": article_id,
                "sentence": weighed.number,
                "weight": weighed.score,
                "alone": weighed.alone,
                "base": weighed.base,
                "dateline": datelines[weighed.number],
                "number": number,
                "start": starts[weighed.number],
            }


def rows_again(
    connection: sa.Connection, article_ids: Sequence[str], kept: sa.Table
) -> Iterator[dict[str, Any]]:
    """Yield the weights that change in articles in which other facts are read now.

    Args:
        connection: The connection.
        article_ids: The articles; all of their sentences were weighed before.
        kept: The table of what was worked out then.

    Yields:
        `the_article`, `the_sentence` and `weight`.
    """
    known = _Known(connection, article_ids)
    sentence, held = schema.sentences.c, kept.c
    query = (
        sa.select(held.article_id, held.sentence, held.start, sentence.end, held.base, held.weight)
        .join(
            schema.sentences,
            sa.and_(sentence.article_id == held.article_id, sentence.sentence == held.sentence),
        )
        .where(held.article_id.in_(article_ids))
        .order_by(held.article_id, held.start)
    )
    for article_id, rows in groupby(connection.execute(query), key=lambda row: row.article_id):
        found = list(rows)
        scores = weigh_again([(known.told(article_id, row), row.base) for row in found])
        for row, score in zip(found, scores, strict=True):
            if score != row.weight:
                yield {"the_article": article_id, "the_sentence": row.sentence, "weight": score}


def _articles(
    connection: sa.Connection, article_ids: Sequence[str]
) -> Iterator[tuple[str, int, str, list[Any]]]:
    """Yield each article's id, number, title and sentences behind its title, in order."""
    sentence, article = schema.sentences.c, schema.articles.c
    query = (
        sa.select(
            sentence.article_id,
            sentence.sentence,
            sentence.paragraph,
            sentence.start,
            sentence.end,
            sentence.text,
            article.title,
            article.number,
        )
        .join(schema.articles, article.article_id == sentence.article_id)
        .where(sentence.article_id.in_(article_ids), sentence.start >= article.title_end)
        .order_by(article.number, sentence.start)
    )
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.article_id].append(row)
    for article_id, rows in found.items():
        yield article_id, int(rows[0].number), str(rows[0].title or ""), rows


class _Known:
    """What the tables say of the sentences of articles."""

    def __init__(self, connection: sa.Connection, article_ids: Sequence[str]) -> None:
        mention, quote = schema.mentions.c, schema.quotes.c
        fragment, antecedent = schema.fragments.c, schema.antecedents.c
        self.named: dict[_PLACE, set[str]] = defaultdict(set)
        self.acts: dict[_PLACE, float] = defaultdict(float)
        self.ahead: set[_PLACE] = set()
        self.antecedents: dict[_PLACE, int] = {}
        self._pieces: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._speakers: dict[str, list[tuple[int, int]]] = defaultdict(list)

        def told(table: sa.Table, *columns: sa.ColumnElement[Any]) -> Iterable[Any]:
            place = (table.c.article_id, table.c.sentence)
            return connection.execute(
                sa.select(*place, *columns).where(
                    table.c.article_id.in_(article_ids), *passing(table, "certain")
                )
            )

        for article_id, sentence, entity in told(schema.mentions, mention.entity_id):
            self.named[article_id, sentence].add(entity)
        for table, weight in ((schema.relations, 1.0), (schema.events, 0.5)):
            for article_id, sentence in told(table):
                self.acts[article_id, sentence] += weight
        for article_id, sentence, act in told(schema.quotes, quote.act):
            self.acts[article_id, sentence] += 0.0 if act == "says" else 0.5
        for article_id, sentence, ahead in told(schema.events, counts_as_ahead().label("ahead")):
            if ahead:
                self.ahead.add((article_id, sentence))
        for article_id, start, end in connection.execute(
            sa.select(fragment.article_id, fragment.start, fragment.end).where(
                fragment.verbatim, fragment.article_id.in_(article_ids)
            )
        ):
            self._pieces[article_id].append((start, end))
        for article_id, start, end in connection.execute(
            sa.select(quote.article_id, quote.speaker_start, quote.speaker_end).where(
                quote.article_id.in_(article_ids),
                quote.speaker_start.is_not(None),
                sa.func.coalesce(quote.speaker_form, "") != "pronoun",
            )
        ):
            self._speakers[article_id].append((start, end))
        named = (
            sa.select(mention.article_id, mention.sentence, sa.func.min(antecedent.start))
            .join(schema.antecedents, antecedent.mention_id == mention.mention_id)
            .where(mention.form == "pronoun", mention.article_id.in_(article_ids))
            .group_by(mention.article_id, mention.sentence)
        )
        for article_id, sentence, start in connection.execute(named):
            self.antecedents[article_id, sentence] = start

    def told(self, article_id: str, row: Any, paragraph: int = 0, text: str = "") -> Told:
        """Return what is known of a sentence; without its text what is read in it."""
        at, start, end = (article_id, int(row.sentence)), int(row.start), int(row.end)
        return Told(
            number=int(row.sentence),
            paragraph=paragraph,
            text=text,
            named=self.named.get(at, ()),
            acts=self.acts.get(at, 0.0),
            quoted=self.quoted(article_id, start, end),
            speaker=self.speaker(article_id, start, end),
            looks_back=self.antecedents.get(at, start) < start,
            ahead=at in self.ahead,
        )

    def quoted(self, article_id: str, start: int, end: int) -> float:
        """Return the share of a span that stands in quotation marks."""
        inside = 0
        for first, last in self._pieces.get(article_id, ()):
            if first < end and start < last:
                inside += min(end, last) - max(start, first)
        return min(1.0, inside / max(1, end - start))

    def speaker(self, article_id: str, start: int, end: int) -> bool:
        """Say whether a span holds the words that name a speaker."""
        return any(
            start <= first and last <= end for first, last in self._speakers.get(article_id, ())
        )
