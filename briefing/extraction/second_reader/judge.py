"""Weighs what the grammar rules read with what the trained reader holds of the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from briefing.extraction.doc import entities_at
from briefing.extraction.facts import Party, Relation, Standing
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.second_reader.candidates import marked_in
from briefing.extraction.second_reader.encoder import Answer, Text, answers
from briefing.extraction.second_reader.telling import telling_words, tokens_of
from briefing.extraction.standing.engine import standing_of
from briefing.reference.verbs import verbs
from briefing.tables import GROUP_OF_STANDING, QUADS, STANDING_GROUPS
from briefing.wording.notices import BY_TRAINED_READER

Pair = tuple[str, str]

REFUSED = 0.04
"""Below it a row of the rules is left out: on unread texts one in five of these was right."""
DOUBTED = 0.2
"""Below it a row of the rules is only a possible reading: one in two was right."""
AGREED = 0.95
"""From here on both read the same: nineteen in twenty of these rows were right."""
PROPOSED = 0.98
"""From here on what only the trained reader holds is a row: nine in ten were right in short texts,
seven in ten in whole articles."""
BOTH_WAYS = 0.5
"""From here on the other direction of a proposed row holds too: the two are in it together."""
SETTLED = 0.7
"""From here on the reader's "told as fact" goes before a claim or an open standing that a rule
reads: on unread texts it was right in 25 of 28 such rows, the rules in 6. What the rules read as
denied or not so stays."""
HELD = 0.6
"""From here on a proposed row has the reader's group of standing."""

STANDING_OF = {"fact": "asserted", "claim": "attributed", "open": "possible", "not": "negated"}

PLAINEST = {
    "verbal-cooperation": ("SUPPORT", 3.0),
    "material-cooperation": ("COOPERATE", 6.0),
    "verbal-conflict": ("ACCUSE", -2.0),
    "material-conflict": ("COERCE", -7.0),
}
"""Event type and tone of a proposed row whose word is in no list: the class is all that is held."""

FOUND_BY_BOTH = "The grammar rules and the trained reader agree."
RULES_FIRST = "Read by the grammar rules; the trained reader was less certain."
RULES_ALONE = "Read by the grammar rules alone; the trained reader doubts it."
CONTRADICTED = "The grammar rules and the trained reader contradict each other."
READER_ALONE = BY_TRAINED_READER


def judged(doc: Doc, relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations that stand, with their certainty, and those that the reader proposes.

    Args:
        doc: A Doc with its mentions.
        relations: What the rules read, in reading order.
    """
    found: list[Relation] = []
    for sent in doc.sents:
        own = [r for r in relations if sent.start_char <= r.trigger_start < sent.end_char]
        held = answers(Text(sent.text, marked_in(sent)))
        found += _weighed(own, held)
        found += _proposed(sent, own, held)
    return sorted(found, key=lambda r: (r.trigger_start, r.source, r.target, r.quad))


def _weighed(relations: Sequence[Relation], held: dict[Pair, Answer]) -> Iterator[Relation]:
    """Yield the rows of the rules that the reader does not refuse.

    Rows of one word and class hold together: who "condemned Mali, Benin and Chad" condemned each
    of them, and who met was met; what is said of both ways has one standing.
    """
    together: dict[tuple[int, str], float] = {}
    for row in relations:
        key = (row.trigger_start, row.quad)
        together[key] = max(together.get(key, 0.0), _held(row, held))
    there = {(row.trigger_start, row.quad, row.source, row.target) for row in relations}
    for row in relations:
        answer = held.get((row.source, row.target))
        if answer is None:
            yield row if row.certainty != "high" else replace(row, certainty="moderate")
            continue
        if GROUP_OF_STANDING[row.standing.standing] in ("claim", "open"):
            back = (row.trigger_start, row.quad, row.target, row.source)
            ways = (answer, held.get((row.target, row.source))) if back in there else (answer,)
            if all(_as_fact(way, row.quad) for way in ways):
                row = replace(row, standing=Standing())
        p = together[row.trigger_start, row.quad]
        if p >= AGREED:
            yield replace(row, certainty="high", certainty_reason=FOUND_BY_BOTH)
        elif p >= DOUBTED:
            yield replace(row, certainty="moderate", certainty_reason=RULES_FIRST)
        elif p >= REFUSED:
            yield replace(row, certainty="low", certainty_reason=RULES_ALONE)
        elif _contradicted(row, held):
            yield replace(row, certainty="low", certainty_reason=CONTRADICTED)


def _as_fact(answer: Answer | None, quad: str) -> bool:
    """Say whether the reader is sure that a class of relation is told as fact."""
    if answer is None:
        return False
    group, sure = _group(answer.standings[QUADS.index(quad)])
    return group == "fact" and sure >= SETTLED


def _held(row: Relation, held: dict[Pair, Answer]) -> float:
    """Return how likely the reader holds a row."""
    answer = held.get((row.source, row.target))
    return answer.quads[QUADS.index(row.quad)] if answer is not None else 0.0


def _contradicted(row: Relation, held: dict[Pair, Answer]) -> bool:
    """Say whether the reader is as sure of the opposite: "ended a pact" for a pact."""
    answer = held.get((row.source, row.target))
    return answer is not None and any(
        p >= PROPOSED and _opposite(quad, row.quad)
        for quad, p in zip(QUADS, answer.quads, strict=True)
    )


def _opposite(one: str, other: str) -> bool:
    return one.endswith("cooperation") != other.endswith("cooperation")


def _proposed(
    sent: Span, relations: Sequence[Relation], held: dict[Pair, Answer]
) -> Iterator[Relation]:
    """Yield what only the reader holds, each told by a word that tells no other row of the two."""
    taken = {(r.source, r.target, at.i) for r in relations for at in _words(sent, r)}
    for source, target, quad, stands in _held_alone(sent, relations, held):
        words = telling_words(sent, source, target)
        word = next((one for one in words if (source, target, one.i) not in taken), None)
        if word is None:
            continue
        taken.add((source, target, word.i))
        row = _row(sent, word, source, target, quad, _told(word, *_group(stands)))
        if any(_opposite(r.quad, quad) for r in relations if _pair(r) == {source, target}):
            row = replace(row, certainty="low", certainty_reason=CONTRADICTED)
        yield row


def _held_alone(
    sent: Span, relations: Sequence[Relation], held: dict[Pair, Answer]
) -> Iterator[tuple[str, str, str, Sequence[float]]]:
    """Yield source, target, class and standings of what the reader holds and the rules do not.

    Where the rules read a sentence, only more of the same two is added: of new pairs beside theirs
    one in six was right. Nor is an act added that they found to be no state's.
    """
    known = {(_pair(r), r.quad) for r in relations}
    pairs = {pair for pair, _ in known}
    for (source, target), answer in held.items():
        pair = frozenset((source, target))
        if (sent.start, pair) in sent.doc._.set_aside or (pairs and pair not in pairs):
            continue
        other = held[target, source]
        for number, quad in enumerate(QUADS):
            p, back = answer.quads[number], other.quads[number]
            sure = p >= PROPOSED or (back >= PROPOSED and p >= BOTH_WAYS)
            if sure and (pair, quad) not in known:
                surer = other if back > p else answer
                yield source, target, quad, surer.standings[number]


def _pair(row: Relation) -> frozenset[str]:
    return frozenset((row.source, row.target))


def _group(stands: Sequence[float]) -> tuple[str, float]:
    """Return the likeliest group of standing and its probability."""
    sure = max(stands)
    return STANDING_GROUPS[stands.index(sure)], sure


def _told(word: Token, group: str, sure: float) -> Standing:
    """Return the standing of a proposed row: the engine's, or the reader's where it is surer.

    Its word is only the likeliest one, so what the engine reads at it can be another clause's.
    """
    standing = standing_of(word)
    if sure < HELD or GROUP_OF_STANDING[standing.standing] == group:
        return standing
    holder = None
    if group == "claim":
        outer = (standing_of(token).attributed_to for token in word.ancestors)
        holder = next((found for found in outer if found is not None), None)
    return Standing(STANDING_OF[group], attributed_to=holder)


def _row(
    sent: Span, word: Token, source: str, target: str, quad: str, standing: Standing
) -> Relation:
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
        standing=standing,
        parties=(_party(sent, source, "source"), _party(sent, target, "target")),
        certainty="moderate",
        certainty_reason=READER_ALONE,
        basis="reader",
    )


def _words(sent: Span, row: Relation) -> Iterator[Token]:
    """Yield the words of a sentence that a row's trigger covers."""
    for token in sent:
        if row.trigger_start <= token.idx < row.trigger_end:
            yield token


def _kind(word: Token, quad: str) -> tuple[str, float]:
    """Return event type and tone: the word's own where a list has it in this class."""
    for entry, _ in entries(word):
        known = verbs().classes[entry.name]
        if known.quad == quad:
            return known.event_type, known.tone
    return PLAINEST[quad]


def _party(sent: Span, code: str, part: str) -> Party:
    """Return a country with the entity by which a sentence names or means it."""
    named = (one for token in tokens_of(sent, code) for one in entities_at(token))
    return Party(next((e.entity_id for e in named if e.country == code), None), code, part)
