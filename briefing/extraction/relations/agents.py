"""Who stands behind a noun or a passive: "Danish raids", "arrested in Oslo", "killed in a raid"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.relations.arguments import is_passive, slot
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries, operators
from briefing.extraction.relations.who import Actor, all_actors, before_noun, pobjs
from briefing.reference.verbs import verbs

HARMING = ("assault", "coerce")
DEEDS = ("in", "during", "by")


def implied_agents(act: Act) -> list[Actor]:
    """Return who acts in a passive without "by"; nobody where the words do not tell.

    "Three Danes were killed in a Malian raid" and "… when Malian jets bombed a camp" tell it;
    "expelled from Mali", "arrested in Mali" and "summoned to the ministry" tell whose officers
    do what only a state does in its country.
    """
    verb = act.core
    if act.chain or not is_passive(verb):
        return []
    if act.base.name in HARMING:
        found = all_actors(_in_deeds(verb)) or _in_deed(verb)
        if found:
            return found
    for prep, lemmas in verbs().at_home.items():
        if verb.lemma_ in lemmas:
            found = [a for a in all_actors(slot(verb, prep)) if a.country]
            if found:
                return found
    return []


def _in_deed(verb: Token) -> list[Actor]:
    return [
        actor
        for prep in verb.children
        if prep.dep_ in ("prep", "agent") and prep.lower_ in DEEDS
        for noun in pobjs(prep)
        if any(entry.name in HARMING for entry, _ in entries(noun))
        for actor in [*before_noun(noun), *all_actors(_by(noun))]
    ]


def _by(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.lower_ == "by":
            yield from pobjs(child)


def _in_deeds(verb: Token) -> Iterator[Token]:
    """Yield the subject of "when Malian jets bombed a camp"."""
    for clause in verb.children:
        when = clause.dep_ == "advcl" and any(c.lower_ == "when" for c in clause.children)
        if when and any(entry.name in HARMING for entry, _ in entries(clause)):
            yield from (c for c in clause.children if c.dep_ == "nsubj")


def own_agents(noun: Token) -> list[Actor]:
    """Return who stands before a noun or behind "by": "Chad's", "Chadian", "the Chad-Mali"."""
    found = all_actors(c for c in noun.children if c.dep_ == "poss")
    found = found or before_noun(noun)
    if not found and any(verbs().classes[entry.name].of_agent for entry, _ in entries(noun)):
        found = all_actors(slot(noun, "of"))
    found = found or all_actors(o for c in noun.children if c.lower_ == "by" for o in pobjs(c))
    return found or all_actors(_signatories(noun)) or all_actors(_behind(noun))


def _signatories(noun: Token) -> Iterator[Token]:
    """Yield who carries a noun's act out: "an accord signed by Peru", "a raid launched by Peru"."""
    for verb in noun.children:
        if verb.dep_ == "acl" and "do" in operators(verb, "dobj"):
            yield from (o for c in verb.children if c.dep_ == "agent" for o in pobjs(c))


def _behind(noun: Token) -> Iterator[Token]:
    """Yield "by" that the parser hangs on the one acted upon: "the arrest of two men by Peru"."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            for obj in pobjs(prep):
                yield from (o for c in obj.children if c.lower_ == "by" for o in pobjs(c))
