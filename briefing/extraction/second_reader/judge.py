"""Weighs what the grammar rules read with what the trained reader holds of the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from briefing.extraction.doc import mention_of
from briefing.extraction.facts import Party, Relation
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.second_reader.candidates import marked_in
from briefing.extraction.second_reader.encoder import Answer, Text, answers
from briefing.extraction.second_reader.telling import telling_word, tokens_of
from briefing.extraction.standing.engine import standing_of
from briefing.reference.verbs import verbs
from briefing.tables import QUADS

Pair = tuple[str, str]

REFUSED = 0.05
"""Below it a row of the rules is left out: on unread texts three in ten of these were right."""
AGREED = 0.5
"""From here on both read the same: nine in ten of these rows were right."""
PROPOSED = 0.95
"""From here on what only the trained reader holds is a row: seven in ten of these were right."""
BOTH_WAYS = 0.5
"""From here on the other direction of a proposed row holds too: the two are in it together."""

PLAINEST = {
    "verbal-cooperation": ("SUPPORT", 3.0),
    "material-cooperation": ("COOPERATE", 6.0),
    "verbal-conflict": ("ACCUSE", -2.0),
    "material-conflict": ("COERCE", -7.0),
}
"""Event type and tone of a proposed row whose word is in no list: the class is all that is held."""

FOUND_BY_BOTH = "The grammar rules and the trained reader read the same."
RULES_ALONE = "Read by the grammar rules; the trained reader was not sure of it."
NOT_ASKED = "Read by the grammar rules; one of the two is not named in the sentence."
READER_ALONE = "Read by the trained reader alone, not by the grammar rules."


def judged(doc: Doc, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations that stand, with their certainty, and those that the reader proposes.

    Args:
        doc: A Doc with its mentions.
        relations: What the rules read, in reading order.
    """
    found: list[Relation] = []
    left = list(relations)
    for sent in doc.sents:
        own = [r for r in left if sent.start_char <= r.trigger_start < sent.end_char]
        held = answers(Text(sent.text, marked_in(sent)))
        found += _weighed(own, held)
        found += _proposed(sent, own, held)
    return sorted(found, key=lambda r: (r.trigger_start, r.source, r.target, r.quad))


def _weighed(relations: Sequence[Relation], held: dict[Pair, Answer]) -> Iterator[Relation]:
    """Yield the rows of the rules that the reader does not refuse."""
    ways = {(r.source, r.target, r.quad, r.trigger_start) for r in relations}
    for row in relations:
        answer = held.get((row.source, row.target))
        if answer is None:
            yield replace(row, certainty="moderate", certainty_reason=NOT_ASKED)
            continue
        p = answer.quads[QUADS.index(row.quad)]
        back = held.get((row.target, row.source))
        if back is not None and (row.target, row.source, row.quad, row.trigger_start) in ways:
            p = max(p, back.quads[QUADS.index(row.quad)])
        if p >= AGREED:
            yield replace(row, certainty="high", certainty_reason=FOUND_BY_BOTH)
        elif p >= REFUSED:
            yield replace(row, certainty="moderate", certainty_reason=RULES_ALONE)


def _proposed(
    sent: Span, relations: Sequence[Relation], held: dict[Pair, Answer]
) -> Iterator[Relation]:
    """Yield what only the reader holds, with the standing of the word that tells it."""
    known = {(frozenset((r.source, r.target)), r.quad) for r in relations}
    for (source, target), answer in held.items():
        for quad, p in zip(QUADS, answer.quads, strict=True):
            if (frozenset((source, target)), quad) in known:
                continue
            back = held[target, source].quads[QUADS.index(quad)]
            if p >= PROPOSED or (back >= PROPOSED and p >= BOTH_WAYS):
                yield _row(sent, source, target, quad)


def _row(sent: Span, source: str, target: str, quad: str) -> Relation:
    doc = sent.doc
    word = telling_word(sent, source, target)
    ends = [word, *tokens_of(sent, source)[:1], *tokens_of(sent, target)[:1]]
    event_type, tone = _kind(word, quad)
    return Relation(
        source=source,
        target=target,
        head=word.i,
        start=min(token.idx for token in ends),
        end=max(token.idx + len(token) for token in ends),
        trigger_start=word.idx,
        trigger_end=word.idx + len(word),
        event_type=event_type,
        quad=quad,
        tone=tone,
        standing=standing_of(word),
        parties=(
            Party(_entity(sent, source), source, "source"),
            Party(_entity(sent, target), target, "target"),
        ),
        certainty="moderate",
        certainty_reason=READER_ALONE,
        basis="reader",
    )


def _kind(word: Token, quad: str) -> tuple[str, float]:
    """Return event type and tone: the word's own where a list has it in this class."""
    for entry, _ in entries(word):
        known = verbs().classes[entry.name]
        if known.quad == quad:
            return known.event_type, known.tone
    return PLAINEST[quad]


def _entity(sent: Span, code: str) -> str | None:
    """Return the entity through which a country stands in a sentence."""
    for token in tokens_of(sent, code):
        number = mention_of(token)
        if number is not None:
            found: str = sent.doc._.mentions[number].entity_id
            return found
    return None
