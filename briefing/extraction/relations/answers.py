"""Answers to what was told before: "Kenya accused Togo of spying. Lomé rejected the charge"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.extraction.doc import mention_of
from briefing.extraction.grammar_words import RELATIVES, VERBAL
from briefing.extraction.relations.agents import own_agents
from briefing.extraction.relations.arguments import slot
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.mutual import Pair
from briefing.extraction.relations.who import Actor, all_actors
from briefing.reference.verbs import verbs

BEFORE = 3
"""Sentences back in which what is answered may stand."""

DEFINITE = ("the", "this", "that", "these", "those", "such", "both", "all")

SENT_BACK = ("to", "of", "from", "by", "with", "between", "for", "against", "on", "in")


def answered(
    act: Act, sources: Sequence[Actor], told: Sequence[tuple[Act, Actor, Actor]]
) -> list[Pair]:
    """Return who answers whom by a noun that takes up what was told before.

    Args:
        act: An act whose words name nobody it is towards.
        sources: Who does it.
        told: What was told before, in reading order, with its parties.
    """
    noun = _taken_up(act)
    kinds = _kinds(noun) if noun is not None else _provoking(act)
    if not kinds or not sources:
        return []
    noun = noun or act.core
    own = {actor.code for actor in sources}
    start = noun.sent.start
    sentences = [sent.start for sent in noun.doc.sents if sent.start <= start][-BEFORE - 1 :]
    for earlier, one, other in reversed(told):
        near = sentences[0] <= earlier.core.i < noun.i
        if near and earlier.event.name in kinds and other.code in own and one.code not in own:
            return [(actor, one) for actor in sources if actor.code == other.code]
    return []


def _taken_up(act: Act) -> Token | None:
    """Return the definite noun that an act is about, where nothing tells whose it is."""
    verbal = "obj" in act.entry.slots and act.core.pos_ != "NOUN"
    nouns = list(slot(act.core, "obj")) if verbal else [act.core]
    for noun in nouns:
        if noun.lower_ in RELATIVES:
            noun = act.core.head  # "a threat that Oslo called empty"
            relative = True
        else:
            relative = False
        definite = relative or any(
            c.dep_ in ("det", "predet") and c.lower_ in DEFINITE for c in noun.children
        )
        if noun.pos_ != "NOUN" or not definite or mention_of(noun) is not None:
            continue
        if own_agents(noun) or any(all_actors(slot(noun, name)) for name in SENT_BACK):
            continue
        return noun
    return None


def _provoking(act: Act) -> set[str]:
    """Return what a verb that names nothing may answer: "Chad protested", "vowed to retaliate"."""
    core = act.core
    if (
        core.pos_ not in VERBAL
        or core.lemma_.lower() not in verbs().answering["verbs"]
        or not act.event.quad.endswith("conflict")
    ):
        return set()
    if any(child.dep_ in ("dobj", "ccomp") for child in core.children):
        return set()
    return {name for name, item in verbs().classes.items() if item.quad.endswith("conflict")}


def _kinds(noun: Token) -> set[str]:
    """Return the classes of acts that a noun may take up: a "charge" is an accusation."""
    words = verbs().answering
    kinds = {name for name, nouns in words.items() if noun.lemma_.lower() in nouns}
    return kinds | {entry.name for entry, _ in entries(noun)} - {"do"}
