"""Weighs what the grammar rules read with what the trained reader holds of the same sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from briefing.extraction.doc import mention_of
from briefing.extraction.facts import Party, Relation, Standing
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.second_reader.candidates import marked_in
from briefing.extraction.second_reader.encoder import GROUPS, Answer, Text, answers
from briefing.extraction.second_reader.telling import telling_words, tokens_of
from briefing.extraction.standing.engine import standing_of
from briefing.reference.verbs import verbs
from briefing.tables import QUADS

Pair = tuple[str, str]
Taken = tuple[str, str, int]
"""Source, target and the word that tells it."""

REFUSED = 0.02
"""Below it a row of the rules is left out: on unread texts one in eight of these was right."""
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

GROUP_OF = {
    "asserted": "fact",
    "attributed": "claim",
    "conditional": "open",
    "possible": "open",
    "expected": "open",
    "denied": "not",
    "disputed": "not",
    "negated": "not",
}
STANDING_OF = {"fact": "asserted", "claim": "attributed", "open": "possible", "not": "negated"}

PLAINEST = {
    "verbal-cooperation": ("SUPPORT", 3.0),
    "material-cooperation": ("COOPERATE", 6.0),
    "verbal-conflict": ("ACCUSE", -2.0),
    "material-conflict": ("COERCE", -7.0),
}
"""Event type and tone of a proposed row whose word is in no list: the class is all that is held."""

FOUND_BY_BOTH = "The grammar rules and the trained reader read the same."
RULES_FIRST = "Read by the grammar rules; the trained reader was less sure."
RULES_ALONE = "Read by the grammar rules alone; the trained reader doubts it."
CONTRADICTED = "The grammar rules and the trained reader read the opposite of each other."
READER_ALONE = "Read by the trained reader, not by the grammar rules."


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
    """Yield the rows of the rules that the reader does not refuse.

    Rows of one word and class hold together: who "condemned Mali, Benin and Chad" condemned each
    of them, and who met was met.
    """
    together: dict[tuple[int, str], float] = {}
    for row in relations:
        key = (row.trigger_start, row.quad)
        together[key] = max(together.get(key, 0.0), _held(row, held))
    for row in relations:
        answer = held.get((row.source, row.target))
        if answer is None:
            yield row if row.certainty != "high" else replace(row, certainty="moderate")
            continue
        group, sure = _group(answer.standings[QUADS.index(row.quad)])
        weak = GROUP_OF[row.standing.standing] in ("claim", "open")
        if weak and group == "fact" and sure >= SETTLED:
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
    """Yield what only the reader holds, with the standing of the word that tells it.

    Where the rules read a sentence, only more of the same two is added: of new pairs beside theirs
    one in six was right.
    """
    pairs = {frozenset((r.source, r.target)) for r in relations}
    known = {(frozenset((r.source, r.target)), r.quad) for r in relations}
    taken = {(r.source, r.target, at.i) for r in relations for at in _words(sent, r)}
    for (source, target), answer in held.items():
        if (sent.start, frozenset((source, target))) in sent.doc._.set_aside:
            continue  # the rules read an act that is no state's
        if pairs and frozenset((source, target)) not in pairs:
            continue
        for number, (quad, p) in enumerate(zip(QUADS, answer.quads, strict=True)):
            if (frozenset((source, target)), quad) in known:
                continue
            other = held[target, source]
            back = other.quads[number]
            if p >= PROPOSED or (back >= PROPOSED and p >= BOTH_WAYS):
                surer = other if back > p else answer
                word = _free(telling_words(sent, source, target), source, target, taken)
                if word is not None:
                    taken.add((source, target, word.i))
                    standing = _told(word, *_group(surer.standings[number]))
                    row = _row(sent, word, source, target, quad, standing)
                    against = any(
                        _opposite(r.quad, quad) and {r.source, r.target} == {source, target}
                        for r in relations
                    )
                    if against:
                        row = replace(row, certainty="low", certainty_reason=CONTRADICTED)
                    yield row


def _free(words: Iterable[Token], source: str, target: str, taken: set[Taken]) -> Token | None:
    """Return the first word that does not yet tell another row of the same two."""
    return next((word for word in words if (source, target, word.i) not in taken), None)


def _group(stands: Sequence[float]) -> tuple[str, float]:
    """Return the likeliest group of standing and its probability."""
    sure = max(stands)
    return GROUPS[stands.index(sure)], sure


def _told(word: Token, group: str, sure: float) -> Standing:
    """Return the standing of a proposed row: the engine's, or the reader's where it is surer.

    Its word is only the likeliest one, so what the engine reads at it can be another clause's.
    """
    standing = standing_of(word)
    if sure < HELD or GROUP_OF[standing.standing] == group:
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
        parties=(
            Party(_entity(sent, source), source, "source"),
            Party(_entity(sent, target), target, "target"),
        ),
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


def _entity(sent: Span, code: str) -> str | None:
    """Return the entity through which a country stands in a sentence."""
    for token in tokens_of(sent, code):
        number = mention_of(token)
        if number is not None:
            found: str = sent.doc._.mentions[number].entity_id
            return found
    return None
