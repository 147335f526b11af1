"""From Docs to the tables: the one place where rows are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.tokens import Doc

from briefing.article import Article
from briefing.extraction.checking import checked, checked_rows
from briefing.extraction.facts import (
    Entity,
    Event,
    Party,
    Published,
    Quote,
    Relation,
    Standing,
    Time,
)
from briefing.extraction.foreign import Foreign
from briefing.extraction.pipeline import Reader
from briefing.extraction.text import paragraph_starts
from briefing.tables import EXTRACTED, Tables, fact_id

Row = dict[str, Any]


def assemble(docs: Iterable[Doc], reader: Reader) -> Tables:
    """Turn read articles into the tables; a row that breaks a rule is left out and logged."""
    return checked(_rows(docs, reader))


def assemble_rows(docs: Iterable[Doc], reader: Reader) -> dict[str, list[Row]]:
    """Turn read articles into the rows of each table, as plain values; else as `assemble` does."""
    return checked_rows(_rows(docs, reader))


def _rows(docs: Iterable[Doc], reader: Reader) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in EXTRACTED}
    entities: dict[str, Entity] = {}
    for doc in docs:
        _without_foreign(doc)
        _article(doc, reader, rows)
        for entity_id, entity in doc._.entities.items():
            known = entities.get(entity_id)
            if known is None or (known.country is None and entity.country is not None):
                entities[entity_id] = entity
    rows["entities"] = [
        {
            "entity_id": entity.entity_id,
            "kind": entity.kind,
            "name": entity.name,
            "country": entity.country,
            "wikidata": entity.wikidata,
        }
        for entity in entities.values()
    ]
    return rows


def _without_foreign(doc: Doc) -> None:
    """Leave out what was found in paragraphs of another language, and who is named there alone."""
    foreign = Foreign(doc._.article)
    if not foreign:
        return
    there = {one.entity_id for one in doc._.mentions if foreign.has(one.start)}
    for name in ("mentions", "times", "quotes", "events"):
        setattr(doc._, name, [one for one in getattr(doc._, name) if not foreign.has(one.start)])
    doc._.relations = [one for one in doc._.relations if not foreign.has(one.trigger_start)]
    facts = (*doc._.quotes, *doc._.events, *doc._.relations)
    here = {one.entity_id for one in doc._.mentions}
    here |= {party.entity_id for fact in facts for party in fact.parties}
    here |= {who for quote in doc._.quotes for who in (quote.speaker_id, quote.addressee_id)}
    doc._.entities = {
        key: entity for key, entity in doc._.entities.items() if key in here or key not in there
    }


def _article(doc: Doc, reader: Reader, rows: Mapping[str, list[Row]]) -> None:
    article: Article = doc._.article
    published: Published = doc._.published
    article_id = article.article_id
    rows["articles"].append(
        {
            "article_id": article_id,
            "external_id": article.external_id,
            "title": article.title,
            "text": article.text,
            "source": article.source,
            "url": article.url,
            "author": article.author,
            "published": published.date,
            "published_basis": published.basis,
            "published_earliest": published.earliest or published.date,
            "published_latest": published.latest or published.date,
            "language": "en",
            "words": sum(token.is_alpha or token.like_num for token in doc),
            "reader_version": f"{reader.version} {reader.model}",
        }
    )
    sentences = _sentences(doc)
    rows["sentences"].extend({"article_id": article_id, **sentence} for sentence in sentences)
    at = _Locator(article, sentences)
    for mention in doc._.mentions:
        rows["mentions"].append(
            {
                **at.span("m", mention.start, mention.end, "mention_id", mention.entity_id),
                "entity_id": mention.entity_id,
                "form": mention.form,
                "role": mention.role,
            }
        )
        if mention.antecedent is not None:
            rows["antecedents"].append(
                {
                    "article_id": article_id,
                    "mention_id": rows["mentions"][-1]["mention_id"],
                    "start": mention.antecedent.start,
                    "end": mention.antecedent.end,
                    "reason": mention.antecedent.reason,
                }
            )
    for time in doc._.times:
        rows["times"].append(_time(at, time))
    for quote in doc._.quotes:
        _quote(at, quote, rows)
    for event in doc._.events:
        _event(at, event, rows)
    for relation in doc._.relations:
        _relation(at, relation, rows)


def _sentences(doc: Doc) -> list[Row]:
    """Number the sentences from 1, the title's from 0; blank ends are left out of each span."""
    article: Article = doc._.article
    starts = paragraph_starts(article.text, title_end=article.title_end)
    found: list[Row] = []
    paragraph = 0
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        while paragraph < len(starts) and starts[paragraph] <= start:
            paragraph += 1
        if found and start < article.title_end:
            found[-1]["end"] = end
            continue
        number = len(found) if article.title_end else len(found) + 1
        found.append(
            {
                "sentence": number,
                "paragraph": paragraph - 1 if article.title_end else paragraph,
                "start": start,
                "end": end,
            }
        )
    return found


class _Locator:
    """Knows one article's text and sentences, and makes the columns that every fact has."""

    def __init__(self, article: Article, sentences: list[Row]) -> None:
        self.article = article
        self.article_id = article.article_id
        self._sentences = sentences

    def text(self, start: int | None, end: int | None) -> str | None:
        """Return the article's words at a span, None for none."""
        return None if start is None or end is None else self.article.text[start:end]

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that `offset` lies in, or the last before it."""
        number = self._sentences[0]["sentence"] if self._sentences else 0
        for sentence in self._sentences:
            if sentence["start"] > offset:
                break
            number = sentence["sentence"]
        return int(number)

    def span(self, letter: str, start: int, end: int, key: str, *more: str) -> Row:
        """Return id, span, text and sentence."""
        return {
            "article_id": self.article_id,
            key: fact_id(self.article_id, letter, start, end, *more),
            "start": start,
            "end": end,
            "text": self.article.text[start:end],
            "sentence": self.sentence(start),
        }


def _time(at: _Locator, time: Time) -> Row:
    return {
        **at.span("t", time.start, time.end, "time_id"),
        "type": time.type,
        "value": time.value,
        "date": time.date,
        "earliest": time.earliest,
        "latest": time.latest,
        "precision": time.precision,
        "anchor": time.anchor,
    }


def _quote(at: _Locator, quote: Quote, rows: Mapping[str, list[Row]]) -> None:
    row: Row = {
        **at.span("q", quote.start, quote.end, "quote_id"),
        "kind": quote.kind,
        "speaker_id": quote.speaker_id,
        "speaker": at.text(quote.speaker_start, quote.speaker_end),
        "speaker_start": quote.speaker_start,
        "speaker_end": quote.speaker_end,
        "speaker_form": quote.speaker_form,
        "cue": at.text(quote.cue_start, quote.cue_end),
        "cue_start": quote.cue_start,
        "cue_end": quote.cue_end,
        "act": quote.act,
        "addressee_id": quote.addressee_id,
        "venue": quote.venue,
        "part": quote.part,
    }
    rows["quotes"].append(row)
    rows["fragments"].extend(
        {
            "article_id": at.article_id,
            "quote_id": row["quote_id"],
            "start": fragment.start,
            "end": fragment.end,
            "verbatim": fragment.verbatim,
        }
        for fragment in quote.fragments
    )
    _involve(at, row["quote_id"], quote.parties, rows)


def _event(at: _Locator, event: Event, rows: Mapping[str, list[Row]]) -> None:
    row: Row = {
        **at.span("e", event.start, event.end, "event_id"),
        "title": event.title,
        "kind": event.kind,
        "date_text": event.date_text,
        "date": event.date,
        "earliest": event.earliest,
        "latest": event.latest,
        "precision": event.precision,
        "basis": event.basis,
        "working": event.working,
        "tense": event.tense,
        **_standing(event.standing),
        "status": event.status,
        "status_words": event.status_words,
        "certainty": event.certainty,
        "certainty_reason": event.certainty_reason,
        "occasion_id": event.occasion_id,
        "place_country": event.place_country,
    }
    rows["events"].append(row)
    _involve(at, row["event_id"], event.parties, rows)


def _relation(at: _Locator, relation: Relation, rows: Mapping[str, list[Row]]) -> None:
    row: Row = {
        "article_id": at.article_id,
        "relation_id": fact_id(
            at.article_id,
            "r",
            relation.trigger_start,
            relation.trigger_end,
            relation.source,
            relation.target,
        ),
        "source": relation.source,
        "target": relation.target,
        "start": relation.start,
        "end": relation.end,
        "trigger": at.text(relation.trigger_start, relation.trigger_end),
        "trigger_start": relation.trigger_start,
        "trigger_end": relation.trigger_end,
        "event_type": relation.event_type,
        "quad": relation.quad,
        "tone": relation.tone,
        **_standing(relation.standing),
        "certainty": relation.certainty,
        "certainty_reason": relation.certainty_reason,
        "basis": relation.basis,
        "sentence": at.sentence(relation.trigger_start),
    }
    rows["relations"].append(row)
    _involve(at, row["relation_id"], relation.parties, rows)


def _standing(standing: Standing) -> Row:
    return {
        "standing": standing.standing,
        "attributed_to": standing.attributed_to,
        "denied_by": standing.denied_by,
        "condition": standing.condition,
    }


def _involve(
    at: _Locator, fact: str, parties: Iterable[Party], rows: Mapping[str, list[Row]]
) -> None:
    rows["involvements"].extend(
        {
            "article_id": at.article_id,
            "fact_id": fact,
            "entity_id": party.entity_id,
            "country": party.country,
            "part": party.part,
        }
        for party in dict.fromkeys(parties)
    )
