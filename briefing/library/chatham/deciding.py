"""Puts a speaker under the Chatham House Rule and lifts it: what pages ask for.

Articles that name the speaker are read anew before anything is written, and then put in place all
at once; where the library has changed meanwhile, it is done again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import uuid4

import sqlalchemy as sa

from briefing.access import Action, Deed
from briefing.clock import moment
from briefing.errors import LibraryError
from briefing.extraction.limited import read_limited
from briefing.library import removal, schema, state
from briefing.library.chatham import decisions
from briefing.library.chatham.adding import read_without
from briefing.library.chatham.hidden import is_hidden
from briefing.library.chatham.names import PARTICIPANT
from briefing.library.chatham.rules import (
    Rule,
    concerning,
    is_sealed,
    keep_aside,
    keep_rule,
    rules_of,
    texts_of,
)
from briefing.library.chatham.sealing import (
    Fresh,
    original,
    seal,
    sealed_articles,
    unseal,
)
from briefing.library.chatham.wording import Speaker, without
from briefing.library.entities import drop_orphans
from briefing.library.markings import without_speakers
from briefing.library.reviews.applying import bring_up
from briefing.library.reviews.decision import UNDER_RULE, Decision
from briefing.library.reviews.keeping import named
from briefing.library.reviews.names import merges_of
from briefing.library.rows import ArticleRows, Row, article_rows
from briefing.library.store import Library

Progress = Callable[[int, int], None]
"""Called with how many articles are read, and how many there are."""

_TRIES = 5
_LIFTED = "This rule was lifted already."
_BUSY = "The library changed while its articles were read; try it again."


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule as pages may show it: without who it is.

    Attributes:
        rule_id: Its id.
        everywhere: Whether it is for all articles, also those to come.
        articles: How many articles are without the speaker by it, those removed among them.
        reviewer: Who put the speaker under it, by name.
        at: When, in UTC, ISO.
    """

    rule_id: str
    everywhere: bool
    articles: int
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be taken out of articles.

    Attributes:
        articles: How many articles there are.
        words: What would be “a participant”, with how often, the most often first.
        elsewhere: How many other articles name the speaker, in which nothing would change.
    """

    articles: int
    words: tuple[tuple[str, int], ...]
    elsewhere: int


def preview(
    library: Library, entity_id: str, article_ids: Sequence[str] | None, also: Sequence[str] = ()
) -> Preview:
    """Return what would be taken out if a person were put under the rule.

    Args:
        library: The library.
        entity_id: The person.
        article_ids: The articles; None for all.
        also: Other words that tell who it is.

    Raises:
        LibraryError: Nobody of this id is in the library.
    """
    counts: dict[str, int] = {}
    with library.reading() as connection:
        speaker = _speaker(connection, entity_id, also)
        every = _naming(connection, speaker)
        wanted = every if article_ids is None else list(article_ids)
        for article_id in wanted:
            kept = original(connection, article_id)
            if kept is not None and kept.rows is not None:
                made = without(kept.article, kept.rows.tables, [speaker])
                for start, end in made.cuts.spans:
                    words = " ".join(kept.article.text[start:end].split())
                    counts[words] = counts.get(words, 0) + 1
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return Preview(len(wanted), tuple(ordered), len(set(every) - set(wanted)))


def put_under_rule(
    library: Library,
    entity_id: str,
    reviewer: str,
    *,
    article_ids: Sequence[str] | None = None,
    also: Sequence[str] = (),
    progress: Progress | None = None,
) -> str:
    """Put a person under the Chatham House Rule; return the id of the rule.

    Args:
        library: The library.
        entity_id: The person.
        reviewer: Who decides, by name.
        article_ids: The articles; None for all, also those to come.
        also: Other words that would tell who it is.
        progress: Told how far it is.

    Raises:
        AccessError: Who is at work may not decide this.
        LibraryError: There is no such person or article, or the library keeps changing.
        ExtractionError: The program fails on an article; nothing is changed then.
        ReviewError: No name is given.
    """
    who = named(reviewer)
    library.must_be_allowed(Action.CORRECT)
    library.must_be_writable()
    if article_ids is not None and not article_ids:
        raise LibraryError("Choose an article in which the speaker is under the rule.")
    with library.reading() as connection:
        speaker = _speaker(connection, entity_id, also)
    rule = Rule(
        uuid4().hex[:12],
        tuple(article_ids) if article_ids is not None else None,
        speaker,
        who,
        moment("milliseconds"),
    )
    _bring(library, rule, None, who, progress)
    return rule.rule_id


def lift_rule(
    library: Library, rule_id: str, reviewer: str, *, progress: Progress | None = None
) -> None:
    """Lift the rule from a speaker: articles, decisions and names are as they were.

    Raises:
        AccessError: Who is at work may not decide this.
        LibraryError: There is no such rule any more, or the library keeps changing.
        ExtractionError: The program fails on an article; nothing is changed then.
        ReviewError: No name is given.
    """
    who = named(reviewer)
    library.must_be_allowed(Action.CORRECT)
    library.must_be_writable()
    with library.reading() as connection:
        found = {rule.rule_id: rule for rule in rules_of(connection)}
    if rule_id not in found:
        raise LibraryError(_LIFTED)
    _bring(library, None, found[rule_id], who, progress)


def standing_rules(library: Library, article_id: str | None = None) -> list[Standing]:
    """Return the rules that hold, without who is under them.

    Args:
        library: The library.
        article_id: Only those by which this article is without a speaker; all when None.
    """
    with library.reading() as connection:
        rules = rules_of(connection)
        if not rules:
            return []
        by_rule: dict[str, set[str]] = {rule.rule_id: set() for rule in rules}
        for sealed in sealed_articles(connection):
            kept = original(connection, sealed) if article_id in (None, sealed) else None
            if kept is not None:
                for rule in concerning(connection, kept.article):
                    by_rule[rule.rule_id].add(sealed)
    return [
        Standing(
            rule.rule_id, rule.articles is None, len(by_rule[rule.rule_id]), rule.reviewer, rule.at
        )
        for rule in rules
        if article_id is None or article_id in by_rule[rule.rule_id]
    ]


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article read for a set of rules: as it was, and without speakers where some are left."""

    rules: frozenset[str]
    fresh: Fresh | None
    rows: ArticleRows
    evidence: Sequence[str]


def sealed_of(connection: sa.Connection, is_meant: Callable[[str], bool]) -> list[str]:
    """Return the articles that are without a speaker of whom one of the names is meant."""
    rules = [rule for rule in rules_of(connection) if any(map(is_meant, rule.speaker.names))]
    found = []
    for article_id in sealed_articles(connection) if rules else ():
        kept = original(connection, article_id)
        if kept is not None and any(
            rule.concerns(article_id, texts_of(kept.article)) for rule in rules
        ):
            found.append(article_id)
    return found


def _bring(
    library: Library, new: Rule | None, gone: Rule | None, who: str, progress: Progress | None
) -> None:
    """Bring the library from one set of rules to another."""
    ready: dict[str, _Ready] = {}
    for _ in range(_TRIES):
        with library.reading() as connection:
            version = state.version(connection)
            wanted = _changing(connection, new, gone)
        for number, (article_id, (kept, rules)) in enumerate(wanted.items()):
            ready[article_id] = _ready(kept, rules, ready.get(article_id))
            if progress is not None:
                progress(number + 1, len(wanted))
        now = {article_id: ready[article_id] for article_id in wanted}
        if _written(library, version, new, gone, who, now):
            library.checkpoint()
            return
    raise LibraryError(_BUSY)


def _changing(
    connection: sa.Connection, new: Rule | None, gone: Rule | None
) -> dict[str, tuple[removal.Kept, list[Rule]]]:
    """Return the articles that change, as they were, with the rules that are to hold in each."""
    meant = new or gone
    assert meant is not None
    if meant.articles is not None:
        ids: Iterable[str] = meant.articles
    elif new is not None:
        ids = _naming(connection, new.speaker)
    else:
        ids = sealed_articles(connection)
    found = {}
    for article_id in dict.fromkeys(ids):
        kept = original(connection, article_id)
        if kept is None and new is not None:
            raise LibraryError("An article is not in the library any more; choose again.")
        if kept is None or not meant.concerns(article_id, texts_of(kept.article)):
            continue
        rules = [rule for rule in concerning(connection, kept.article) if rule != gone]
        found[article_id] = (kept, [*rules, *([new] if new is not None else [])])
    return found


def _naming(connection: sa.Connection, speaker: Speaker) -> list[str]:
    """Return the articles that name a speaker anywhere, those that were removed among them."""
    words, article = speaker.words, schema.articles.c
    known = (article.title, article.text, article.source, article.author, article.url)
    query = sa.select(article.article_id, *known, article.external_id).order_by(article.number)
    found = [
        row[0] for row in connection.execute(query) if any(words.are_in(text or "") for text in row)
    ]
    for table in (schema.removed, schema.captions, schema.notes, schema.evidence):
        for article_id, text in connection.execute(sa.select(table.c.article_id, table.c.text)):
            if words.are_in(text):
                found.append(article_id)
    aside = (schema.sealed_articles, schema.removed_articles)
    for key in dict.fromkeys(
        each for table in aside for each in connection.scalars(sa.select(table.c.article_id))
    ):
        kept = original(connection, key)
        if kept is not None and any(map(words.are_in, texts_of(kept.article))):
            found.append(key)
    return list(dict.fromkeys(found))


def _ready(kept: removal.Kept, rules: Sequence[Rule], known: _Ready | None) -> _Ready:
    ids = frozenset(rule.rule_id for rule in rules)
    if known is not None and known.rules == ids and known.fresh is not None:
        return known
    rows, evidence = kept.rows, kept.evidence
    if rows is None:
        reading = read_limited(kept.article)
        rows, evidence = article_rows(reading.rows), reading.evidence
    if not rules:
        return _Ready(ids, None, rows, evidence)
    return _Ready(ids, read_without(kept.article, rows.tables, rules), rows, evidence)


def _written(
    library: Library,
    version: int,
    new: Rule | None,
    gone: Rule | None,
    who: str,
    ready: Mapping[str, _Ready],
) -> bool:
    """Write what is ready; return False where the library is another one by now."""
    said = "put under the Chatham House Rule" if new is not None else "Chatham House Rule lifted"
    deed = Deed(Action.CORRECT, tuple(ready), said)
    with library.writing(deed) as connection:
        if state.version(connection) != version:
            deed.kept = False
            return False
        if new is not None:
            keep_rule(connection, new)
        stash = _take_out_rule(connection, gone) if gone is not None else []
        for article_id, one in ready.items():
            if is_sealed(connection, article_id):
                unseal(connection, article_id, one.rows, one.evidence)
            if one.fresh is not None:
                seal(connection, one.fresh)
        without_speakers(connection)
        decisions.put_in(connection, stash)
        for rule in rules_of(connection):
            hid = _hide_decisions(connection, rule)
            stash = [row for row in stash if row not in hid]
        entities = {row["fact_id"] for row in stash if row["record"] == "entities"}
        articles = {str(row["article_id"]) for row in stash if row["article_id"]}
        bring_up(connection, sorted(articles), sorted(entities))
        _say(connection, list(ready), new or gone, who, lifted=new is None)
        state.changed(connection)
    return True


def _speaker(connection: sa.Connection, entity_id: str, also: Sequence[str]) -> Speaker:
    """Return a person with all ids and names that stand for them.

    Raises:
        LibraryError: Nobody of this id is in the library.
    """
    entity, own = schema.entities.c, schema.machine.c
    merges = merges_of(connection)
    into = {entity_id, merges.get(entity_id, entity_id)}
    ids = sorted({*into, *(each for each, last in merges.items() if last in into)})
    read = connection.scalars(sa.select(own.rows).where(own.fact_id.in_(ids)))
    names = [
        *connection.scalars(sa.select(entity.name).where(entity.entity_id.in_(ids))),
        *(json.loads(rows)["entities"][0]["name"] for rows in read),
    ]
    if not names or not entity_id.startswith("person:"):
        raise LibraryError("Only a person of the library can be put under the rule.")
    extra = (" ".join(words.split()) for words in also)
    return Speaker(
        tuple(ids), tuple(dict.fromkeys(names)), tuple(dict.fromkeys(filter(None, extra)))
    )


def _hide_decisions(connection: sa.Connection, rule: Rule) -> list[Row]:
    """Take decisions out of the library that would tell who a speaker is, until the rule is lifted.

    Where the speaker is named in other articles, which the rule is not for, they stay.
    """
    if not is_hidden(connection, rule):
        return []
    rows = decisions.of_speaker(connection, rule.speaker.words, set(rule.speaker.ids))
    if rows:
        keep_aside(connection, rule, rows)
        decisions.take_out(connection, rows)
        articles = {str(row["article_id"]) for row in rows if row["article_id"]}
        bring_up(connection, sorted(articles), [])
        drop_orphans(connection, set(rule.speaker.ids))
    return rows


def _take_out_rule(connection: sa.Connection, rule: Rule) -> list[Row]:
    """Delete a rule; return the decisions that it kept aside.

    Raises:
        LibraryError: It was lifted already.
    """
    own = schema.chatham_rules
    mine = own.c.rule_id == rule.rule_id
    kept = connection.scalar(sa.select(own.c.reviews).where(mine))
    if kept is None:
        raise LibraryError(_LIFTED)
    connection.execute(own.delete().where(mine))
    found: list[Row] = json.loads(kept)
    return found


def _say(
    connection: sa.Connection,
    article_ids: Sequence[str],
    rule: Rule | None,
    who: str,
    *,
    lifted: bool,
) -> None:
    """Append the decision to table `reviews`, for each article one, without who the speaker is."""
    assert rule is not None
    article, review = schema.articles.c, schema.reviews.c
    at = moment("milliseconds")
    query = sa.select(article.article_id, article.title).where(article.article_id.in_(article_ids))
    for article_id, title in connection.execute(query).all():
        fact = f"{article_id}.{UNDER_RULE}.{rule.rule_id}"
        made = connection.scalar(sa.select(review.review_id).where(review.fact_id == fact))
        decision = Decision(
            review_id=uuid4().hex,
            article_id=article_id,
            record="articles",
            fact_id=fact,
            words=title,
            field=UNDER_RULE,
            value=made if lifted else PARTICIPANT,
            verdict="withdrawn" if lifted else "corrected",
            reviewer=who,
            at=at,
        )
        connection.execute(schema.reviews.insert(), asdict(decision))
