"""Finds the relations of a Doc: acts, their parties, their standing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from briefing.extraction.doc import mention_at
from briefing.extraction.facts import Party, Relation, Standing
from briefing.extraction.relations.answers import answered
from briefing.extraction.relations.certainty import certainty_of
from briefing.extraction.relations.chain import Act, acts_of
from briefing.extraction.relations.judging import judging_acts
from briefing.extraction.relations.parties import pairs_of, sources_of
from briefing.extraction.relations.requests import asked, obliging_acts
from briefing.extraction.relations.signs import signed
from briefing.extraction.relations.who import Actor, named
from briefing.extraction.standing.engine import standing_of, weaker

FAR = 6
"""Tokens between two words of a trigger that are still shown as one."""


def relations_in(doc: Doc) -> list[Relation]:
    """Return every relation that the words of a Doc state, in reading order."""
    found: dict[tuple[str, str, str, int], Relation] = {}
    told: list[tuple[Act, Actor, Actor]] = []
    for sent in doc.sents:
        if not any(named(token) is not None for token in sent):
            continue
        stated = list(_stated(sent, told))
        told += sorted(stated, key=lambda said: said[0].core.i)
        for act, source, target in stated:
            relation = _relation(act, source, target)
            key = (relation.source, relation.target, relation.event_type, sent.start)
            if key not in found or _plainer(relation, found[key]):
                found[key] = relation
    return sorted(found.values(), key=lambda relation: relation.trigger_start)


def _plainer(one: Relation, other: Relation) -> bool:
    """Say whether a relation says the same as another in fewer words.

    "Chad's part in the talks with Niger underlines the weight of the meetings": the talks say it.
    """
    same = (one.quad, one.tone, one.standing) == (other.quad, other.tone, other.standing)
    return same and one.end - one.start < other.end - other.start


def _stated(
    sent: Span, told: Sequence[tuple[Act, Actor, Actor]]
) -> Iterator[tuple[Act, Actor, Actor]]:
    """Yield acts with their pairs; a word whose meaning another act took up says no more itself."""
    acts = [
        act
        for token in sent
        for act in (*judging_acts(token), *acts_of(token), *obliging_acts(token))
    ]
    acts.sort(key=lambda act: -len(act.chain))
    taken: set[int] = set()
    here: list[tuple[Act, Actor, Actor]] = []
    open_acts: list[Act] = []
    for act in acts:
        if act.core.i in taken or asked(act):
            continue
        found = [(signed(act, one, other), one, other) for one, other in pairs_of(act)]
        stated = [(said, one, other) for said, one, other in found if said is not None]
        if not stated:
            open_acts.append(act)
            continue
        taken.update((act.core.i, *(link.token.i for link in act.chain)))
        here += stated
    yield from here
    before = [*told, *sorted(here, key=lambda said: said[0].core.i)]
    for act in open_acts:
        if act.core.i not in taken and not taken & {link.token.i for link in act.chain}:
            for one, other in answered(act, sources_of(act), before):
                taken.add(act.core.i)
                yield act, one, other


def _relation(act: Act, source: Actor, target: Actor) -> Relation:
    doc = act.core.doc
    trigger = _trigger(act)
    first, last = doc[trigger[0]], doc[trigger[-1]]
    sent = act.core.sent
    parties = [i for i in (source.token, target.token) if sent.start <= i < sent.end]
    spans = [_extent(doc[i]) for i in (*trigger, *parties)]
    certainty, reason = certainty_of(act, source, target)
    return Relation(
        source=source.code,
        target=target.code,
        head=None if act.refused else act.meant.i,
        start=min(start for start, _ in spans),
        end=max(end for _, end in spans),
        trigger_start=first.idx,
        trigger_end=last.idx + len(last),
        event_type=act.event.event_type,
        quad=act.event.quad,
        tone=act.event.tone,
        standing=_in_own_word(_standing(act), act, source, doc),
        parties=(
            Party(source.entity_id, source.country, "source"),
            Party(target.entity_id, target.country, "target"),
        ),
        certainty=certainty,
        certainty_reason=reason,
    )


def _in_own_word(standing: Standing, act: Act, source: Actor, doc: Doc) -> Standing:
    """Return what a state's own speaker tells of its words as told: he does them by saying so.

    "Its spokesman said Chad thanked Niger" is Chad's thanks; that its troops shelled a town stays
    the spokesman's claim.
    """
    if standing.standing != "attributed" or not act.event.verbal or source.country is None:
        return standing
    holder = standing.attributed_to
    if holder is None:
        return standing
    entity = (doc._.entities or {}).get(holder)
    countries = {entity.country} if entity is not None else _countries_named(holder, doc)
    return Standing() if source.country in countries else standing


def _countries_named(words: str, doc: Doc) -> set[str | None]:
    """Return the countries of those whom the words of a source name: "the Greek side"."""
    entities, text = doc._.entities or {}, doc.text  # which spaCy puts together each time
    return {
        entities[mention.entity_id].country
        for mention in doc._.mentions or ()
        if mention.entity_id in entities and text[mention.start : mention.end] in words
    }


def _extent(token: Token) -> tuple[int, int]:
    """Return where a token's words start and end; a name is whole: "Burkina Faso", not "Faso"."""
    start, end = token.idx, token.idx + len(token)
    mention = mention_at(token)
    if mention is None:
        return start, end
    return min(start, mention.start), max(end, mention.end)


def _trigger(act: Act) -> list[int]:
    """Return the tokens of the trigger; a governing word far off is left out of what is shown."""
    tokens = sorted(token.i for token in act.tokens)
    for link in act.chain:
        more = sorted(token.i for token in link.tokens)
        gap = max(tokens[0] - more[-1], more[0] - tokens[-1])
        if gap > FAR:
            break
        tokens = sorted({*tokens, *more})
    return tokens


def _standing(act: Act) -> Standing:
    """Return the standing of the word that makes the act, and of those that govern it.

    A refusal's own "not" is no negation, and what a verb of speech does by being said ("expressed
    its thanks to Chad") is not what its speaker claims.
    """
    ignore = frozenset(("negated", "expected", "possible")) if act.refused else frozenset()
    standing = standing_of(act.meant, ignore=ignore, told_at=act.top)
    outer = [link.token for link in act.chain]
    if act.meant in outer:
        outer = outer[outer.index(act.meant) + 1 :]
    for token in outer:
        standing = weaker(standing, standing_of(token, ignore=ignore, told_at=act.top))
    planned = any(k.operator == "plan" and k.token == act.meant for k in act.chain)
    if planned and standing.standing in ("asserted", "attributed"):
        return replace(standing, standing="expected")
    return standing
