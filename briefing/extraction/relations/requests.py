"""What is asked of somebody is not what they do: "urged Chad to sign", "said Chad must sign"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.grammar_words import AUXILIARIES, COMPLEMENT_CLAUSES, SUBJECTS, VERBAL
from briefing.extraction.relations.arguments import slot
from briefing.extraction.relations.chain import Act
from briefing.extraction.relations.lexicon import entries
from briefing.extraction.relations.who import Actor, all_actors
from briefing.reference.verbs import Entry, verbs

DEMAND = Entry("demand", "say", (), ("obj",))
"""What "said that Togo must pay" is, whatever the verb of saying."""


WARNING = ("warn", "caution")

BLAME = Entry("accuse", "say", (), ("clause",))
"""What "said that Togo was responsible" is."""


def obliging_acts(token: Token) -> Iterator[Act]:
    """Yield the demand that "said that it must" is, or the blame, at the word that says so."""
    blamer = blamed(token)
    if blamer is not None:
        accuse = verbs().classes["accuse"]
        yield Act(blamer, BLAME, (blamer, token), accuse, accuse, (), blamer)
    speaker = obliged(token)
    if speaker is not None:
        demand = verbs().classes["demand"]
        yield Act(speaker, DEMAND, (speaker,), demand, demand, (), speaker)


def asked(act: Act) -> bool:
    """Say whether the act is only what somebody is asked to do: the asking is what was done."""
    for link in act.chain:
        warned = link.operator == "threaten" and link.governed.tag_ in ("VB", "VBG")
        if warned and link.token.lemma_ in WARNING and all_actors(slot(link.token, "obj")):
            return True  # "warned Chad against raiding Mali"
        if link.operator not in ("demand", "instruct"):
            continue
        if addressees(link.token, link.governed):
            return True
        if any(child.dep_ in SUBJECTS for child in link.governed.children):
            return True
    words = [act.core, *(link.token for link in act.chain)]
    if words[-1].pos_ == "NOUN" and words[-1].dep_ == "dobj":
        words.append(words[-1].head)
    return any(_requested(word) for word in words if word.pos_ in VERBAL)


def _requested(verb: Token) -> bool:
    """Say whether a verb tells what was asked for: "called on Chad to sign", "must sign"."""
    speaker = obliged(verb)
    if speaker is not None and addressees(speaker):
        return True
    head = verb.head
    if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBP"):
        return False
    if verb.dep_ == "acl" and _that(verb) and not _subjunctive(verb):
        return False  # "the claim that Chad armed them" asks for nothing
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "acl"):
        if any(entry.name == "demand" for entry, _ in entries(head)):
            return bool(addressees(head))
        if verb.dep_ == "ccomp":
            return any(
                child.dep_ == "dobj" and any(e.name == "demand" for e, _ in entries(child))
                for child in head.children
            )
    return False


def obliged(verb: Token) -> Token | None:
    """Return the verb of saying over "must": "Ghana said that Togo must pay"."""
    words = verbs().obliging
    if verb.pos_ not in VERBAL or verb.dep_ != "ccomp":
        return None
    if verb.head.lemma_.lower() not in words["verbs"] or verb.lemma_.lower() in words["verbs"]:
        return None
    must = any(child.dep_ == "aux" and child.lower_ in words["words"] for child in verb.children)
    have_to = verb.lemma_ in ("need", "have") and _infinitive(verb)
    return verb.head if must or have_to else None


def blamed(token: Token) -> Token | None:
    """Return the verb of saying over "is responsible": "Ghana said Togo was behind the raid"."""
    if token.lower_ not in verbs().obliging["blame"] or token.head.lemma_ != "be":
        return None
    clause, speaker = token.head, token.head.head
    if clause.dep_ != "ccomp" or speaker.lemma_.lower() not in verbs().obliging["verbs"]:
        return None
    return None if is_negated(clause) else speaker


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children)


def addressees(word: Token, governed: Token | None = None) -> list[Actor]:
    """Return who is asked: "urged Chad to sign", "demanded that Chad sign", "a call on Chad"."""
    if word.pos_ not in VERBAL and any(_that(child) for child in word.children):
        return _clause_subjects(word, ("ccomp", "acl", "relcl"))
    found: list[Actor] = []
    slots = [s for entry, _ in entries(word) if entry.name == "demand" for s in entry.slots]
    for name in slots or ("obj", "on", "upon", "to"):
        found = found or all_actors(obj for obj in slot(word, name) if obj != governed)
    return found or _clause_subjects(word, COMPLEMENT_CLAUSES)


def _clause_subjects(word: Token, kinds: Collection[str]) -> list[Actor]:
    """Return who is to do what is asked, or whom the deed is done to that is to end.

    "demanded that Chad sign", "said that the siege of Chad must end".
    """
    for clause in word.children:
        if clause.dep_ in kinds and _subjunctive(clause):
            subjects = [c for c in clause.children if c.dep_ in SUBJECTS]
            found = all_actors(subjects) or all_actors(o for s in subjects for o in slot(s, "of"))
            if found:
                return found
    return []


def _subjunctive(clause: Token) -> bool:
    """Say whether a clause tells what is to be, not what is: "insisted that Chad pay"."""
    if obliged(clause) is not None:
        return True
    if clause.dep_ == "xcomp" or clause.tag_ not in ("VB", "VBP", "VBN"):
        return clause.dep_ == "xcomp"
    allowed = {*verbs().obliging["words"], "to", "be"}
    return all(c.lower_ in allowed for c in clause.children if c.dep_ in AUXILIARIES)


def _that(clause: Token) -> bool:
    return any(child.lower_ == "that" for child in clause.children)
