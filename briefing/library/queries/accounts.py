"""Where the accounts of a story differ, and what only one of them tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import sqlalchemy as sa

from briefing.library import schema
from briefing.library.accounts.align import long_enough_to_compare, same_quotation
from briefing.library.accounts.denials import Statement, denied_elsewhere
from briefing.library.accounts.events import (
    Happening,
    dated_differently,
    is_telling,
    numbered_differently,
    perhaps_the_same,
)
from briefing.library.accounts.model import Difference, Related
from briefing.library.accounts.quotations import Quoted, worded_differently
from briefing.library.filter import Filter
from briefing.library.queries._select import facts, its_sentence
from briefing.library.queries.stories import Story, copies_among, stories
from briefing.library.store import Library
from briefing.reference.sides import CLAIMING
from briefing.tables import NOT_SO

_ARTICLES = 200
"""The newest stories are compared, up to so many articles in all."""

_SHORTEST = 20
"""Signs that words in marks must have to be compared."""

_Row = TypeVar("_Row", Quoted, Happening, Statement, Related)


@dataclass(frozen=True, slots=True)
class Accounts:
    """How the articles of a view tell the same stories.

    Attributes:
        differences: Where two of them differ.
        copies: Of each article that is a near-copy of others, how many others there are; a
            difference from all of them stands once.
        single: The verbatim quotations, dated events and relations that one account alone tells,
            though its story has several. Near-copies are one account.
    """

    differences: tuple[Difference, ...]
    copies: Mapping[str, int]
    single: frozenset[str]


def accounts(library: Library, flt: Filter) -> Accounts:
    """Compare the articles that tell one story, for the newest stories that several tell.

    An article of which its outlet has a later version is left out.
    """
    told = _told_by_several(stories(library, flt))
    ids = [article for story in told for article in story.articles]
    if not ids:
        return Accounts((), {}, frozenset())
    copies = copies_among(library, ids)
    copy_of = copies.of
    current = tuple(article for article in ids if article not in copies.superseded)
    passing = replace(flt, articles=current)
    with library.reading() as connection:
        quoted = _by_article(_quoted(connection, passing))
        happenings = _by_article(to_happenings(connection, select_happenings(passing)))
        claims = _by_article(_statements(connection, passing, CLAIMING))
        related = _by_article(_related(connection, passing))
        denials = _by_article(_statements(connection, passing, ("denies",)))
    differences: list[Difference] = []
    single: set[str] = set()
    for story in told:
        words = _of(story, quoted)
        events = _of(story, happenings)
        differences += [
            *denied_elsewhere(_of(story, claims), _of(story, denials)),
            *numbered_differently(events),
            *dated_differently(events),
            *worded_differently(words),
        ]
        if len({copy_of[article] for article in story.articles}) > 1:
            long = [one for one in words if long_enough_to_compare(one.text)]
            single |= _alone(long, words, copy_of, _same_words)
            told_of = _of(story, related)
            single |= _alone(told_of, told_of, copy_of, _same_relation)
            single |= _alone(filter(is_telling, events), events, copy_of, perhaps_the_same)
    return Accounts(
        tuple(differences),
        _others({article: copy_of[article] for article in current}),
        frozenset(single),
    )


def _told_by_several(told: Iterable[Story]) -> list[Story]:
    """Return the newest stories of several articles, the first of them in each in front."""
    found: list[Story] = []
    for story in told:
        if len(story.articles) < 2:
            continue
        if sum(len(one.articles) for one in found) + len(story.articles) > _ARTICLES:
            break
        found.append(story)
    return found


def _others(copy_of: Mapping[str, str]) -> dict[str, int]:
    sizes: dict[str, int] = defaultdict(int)
    for original in copy_of.values():
        sizes[original] += 1
    return {
        article: sizes[original] - 1 for article, original in copy_of.items() if sizes[original] > 1
    }


def _alone(
    facts: Iterable[_Row],
    among: Sequence[_Row],
    copy_of: Mapping[str, str],
    same: Callable[[_Row, _Row], bool],
) -> set[str]:
    """Return those of the facts that no other account of the story has."""
    return {
        one.fact_id
        for one in facts
        if not any(
            copy_of[one.article_id] != copy_of[other.article_id] and same(one, other)
            for other in among
        )
    }


def _same_words(one: Quoted, other: Quoted) -> bool:
    return one.speaker == other.speaker and same_quotation(one.text, other.text) is not None


def _same_relation(one: Related, other: Related) -> bool:
    """Say whether two relations are one: of the same two, either way, and of one class."""
    pairs = (one.source, one.target), (other.source, other.target)
    return one.quad == other.quad and pairs[0] in (pairs[1], pairs[1][::-1])


def _by_article(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.article_id].append(row)
    return found


def _of(story: Story, rows: Mapping[str, list[_Row]]) -> list[_Row]:
    """Return a story's rows, those of its oldest article first."""
    return [row for article in reversed(story.articles) for row in rows.get(article, ())]


def _quoted(connection: sa.Connection, flt: Filter) -> list[Quoted]:
    """Fetch the words in marks of each quotation of a known speaker."""
    quote, fragment, article = schema.quotes.c, schema.fragments.c, schema.articles.c
    words = sa.func.substr(article.text, fragment.start + 1, fragment.end - fragment.start)
    query = (
        sa.select(quote.quote_id, quote.article_id, quote.speaker_id, words.label("words"))
        .join(schema.fragments, fragment.quote_id == quote.quote_id)
        .join(schema.articles, article.article_id == quote.article_id)
        .where(
            *facts(schema.quotes, flt),
            fragment.verbatim,
            quote.speaker_id.is_not(None),
            quote.kind.in_(("direct", "mixed")),
        )
        .order_by(article.number, quote.start, fragment.start)
    )
    found: dict[str, Quoted] = {}
    for quote_id, article_id, speaker, text in connection.execute(query):
        held = found.get(quote_id)
        whole = f"{held.text} {text}" if held else text
        found[quote_id] = Quoted(quote_id, article_id, speaker, whole)
    return [one for one in found.values() if len(one.text) >= _SHORTEST]


def _related(connection: sa.Connection, flt: Filter) -> list[Related]:
    """Fetch the relations that are told to be so."""
    relation, article = schema.relations.c, schema.articles.c
    query = (
        sa.select(
            relation.relation_id.label("fact_id"),
            relation.article_id,
            relation.source,
            relation.target,
            relation.quad,
        )
        .join(schema.articles, article.article_id == relation.article_id)
        .where(*facts(schema.relations, flt), relation.standing.not_in(NOT_SO))
        .order_by(article.number, relation.start)
    )
    return [Related(**row) for row in connection.execute(query).mappings()]


def to_happenings(connection: sa.Connection, query: sa.Select[Any]) -> list[Happening]:
    """Fetch the events of `select_happenings`, narrowed or not."""
    return [Happening(**row) for row in connection.execute(query).mappings()]


def select_happenings(flt: Filter) -> sa.Select[Any]:
    """Select the events that pass a filter and are told to be so, in the order of adding."""
    event, article, sentence = schema.events.c, schema.articles.c, schema.sentences.c
    dated = event.date.is_not(None)
    known = event.basis.in_(("stated", "given")) | article.published_basis.in_(("stated", "given"))
    return (
        sa.select(
            event.event_id.label("fact_id"),
            event.article_id,
            event.title,
            event.kind,
            event.occasion_id.label("occasion"),
            event.place_country.label("place"),
            sa.case((dated, event.earliest)).label("earliest"),
            sa.case((dated, event.latest)).label("latest"),
            event.date,
            event.precision,
            known.label("sure"),
            sentence.text,
            (event.start - sentence.start).label("start"),
            (event.end - sentence.start).label("end"),
        )
        .join(schema.articles, article.article_id == event.article_id)
        .join(schema.sentences, its_sentence(schema.events))
        .where(*facts(schema.events, flt), event.standing.not_in(NOT_SO))
        .order_by(article.number, event.start)
    )


def _statements(connection: sa.Connection, flt: Filter, acts: Sequence[str]) -> list[Statement]:
    """Fetch what named speakers say or deny, with the countries that it names."""
    quote, entity, mention = schema.quotes.c, schema.entities, schema.mentions.c
    sentence = schema.sentences.c
    speaker, named = entity.alias("speaker"), entity.alias("named")
    countries = (
        sa.select(sa.func.group_concat(named.c.country.distinct()))
        .join_from(schema.mentions, named, named.c.entity_id == mention.entity_id)
        .where(
            mention.article_id == quote.article_id,
            mention.sentence == quote.sentence,
            named.c.country.is_not(None),
        )
        .correlate(schema.quotes)
        .scalar_subquery()
    )
    query = (
        sa.select(
            quote.quote_id,
            quote.article_id,
            quote.speaker_id,
            speaker.c.country,
            countries,
            quote.text,
            sentence.text,
            quote.start - sentence.start,
        )
        .join(schema.sentences, its_sentence(schema.quotes))
        .join(speaker, speaker.c.entity_id == quote.speaker_id)
        .where(*facts(schema.quotes, flt), quote.act.in_(acts))
        .order_by(quote.article_id, quote.start)
    )
    return [
        Statement(fact, article, who, country, frozenset((of or "").split(",")) - {""}, *words)
        for fact, article, who, country, of, *words in connection.execute(query)
    ]
