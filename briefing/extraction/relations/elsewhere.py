"""Parties that stand elsewhere in the clause: what is answered, who is given it, whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.extraction.doc import mention_at
from briefing.extraction.grammar_words import SUBJECTS, VERBAL
from briefing.extraction.relations.agents import own_agents
from briefing.extraction.relations.arguments import is_passive, slot, subjects, surface_subjects
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.who import Actor, all_actors, pobjs
from briefing.reference.verbs import verbs

NAMES = ("name", "short-name")
CAUSES = ("over", "after", "following")
ANSWERS = ("response", "retaliation", "reply", "reaction", "answer", "protest")
SUPPORTING = ("endorse", "praise", "aid")
ENJOYING = ("have", "enjoy", "win", "secure", "gain", "get", "earn", "retain", "lose")
MOVING = (
    "go",
    "come",
    "arrive",
    "reach",
    "flow",
    "pass",
    "pour",
    "fly",
    "send",
    "issue",
    "address",
)
SUFFERING = ("victim", "target", "recipient", "beneficiary", "object")
GIVING = ("give", "grant", "offer", "promise", "lend", "hand", "pay")


def host_of_envoy(act: Act) -> list[Actor]:
    """Return where an envoy serves who is called in by nobody named: "the envoy in Lima was"."""
    verb = act.core
    if act.event.name not in ("accuse", "sever") or not is_passive(verb):
        return []
    envoys = [o for o in slot(verb, "obj") if o.lemma_.lower() in verbs().spoken["diplomats"]]
    return all_actors(o for envoy in envoys for name in ("in", "to") for o in slot(envoy, name))


def enjoyed(act: Act) -> list[Actor]:
    """Return whose support somebody has: "Mali enjoys the support of Chad"."""
    core, verb = act.core, act.core.head
    if core.dep_ != "dobj" or act.base.name not in SUPPORTING or verb.lemma_ not in ENJOYING:
        return []
    return own_agents(core) or all_actors(slot(core, "of"))


def given_to(act: Act) -> list[Actor]:
    """Return to whom something is given, though parsed as whose it is: "gave Chad guarantees"."""
    core, verb = act.core, act.core.head
    if core.dep_ != "dobj" or verb.lemma_ not in GIVING or not act.chain:
        return []
    first = core.doc[verb.i + 1]
    mention = mention_at(first)
    if first.dep_ != "compound" or mention is None or mention.form not in NAMES:
        return []
    return all_actors([first])


def on_its_way(core: Token) -> bool:
    """Say whether a noun's act is said to come or go: "an ultimatum went from Lima to Quito"."""
    return core.dep_ in SUBJECTS and core.pos_ == "NOUN" and core.head.lemma_ in MOVING


def victim(core: Token) -> list[Actor]:
    """Return who is called the victim of a deed: "Chad was the victim of aggression"."""
    if core.dep_ != "pobj" or core.head.lower_ != "of" or core.head.head.lemma_ not in SUFFERING:
        return []
    noun = core.head.head
    verb = noun.head if noun.dep_ in ("attr", "appos") else None
    if verb is None:
        return []
    return all_actors([verb]) if verb.pos_ not in VERBAL else all_actors(surface_subjects(verb))


def judged_clauses(core: Token) -> Iterator[Token]:
    """Yield who does what is regretted or welcomed: "regretted that Chad had declined"."""
    for child in core.children:
        if child.dep_ == "ccomp" and any(c.lower_ == "that" for c in child.children):
            yield from subjects(child)
        elif child.dep_ == "dobj" and child.lemma_ in ("manner", "way", "fact", "idea"):
            for clause in child.children:
                if clause.dep_ in ("relcl", "acl"):
                    yield from subjects(clause)


def given_cause(act: Act) -> list[Actor]:
    """Return whose deed is answered: "recalled its envoy over Chad's raid", "in response to"."""
    for word in (act.core, *(link.token for link in act.chain)):
        for prep in word.children:
            if prep.dep_ != "prep":
                continue
            causes = list(pobjs(prep)) if prep.lower_ in CAUSES else []
            if prep.lower_ == "in":
                inner = [o for o in pobjs(prep) if o.lemma_ in ANSWERS]
                causes = [o for noun in inner for p in noun.children for o in pobjs(p)]
            found = [a for noun in causes if entries(noun) for a in own_agents(noun)]
            if found:
                return found
    return []
