"""The clause of a verb: who does it, what governs it, what it only carries."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "attr", "oprd", "dative", "acomp")
HELPERS = ("aux", "auxpass", "neg", "prt")


def has_subject(verb: Token) -> bool:
    """Say whether a verb has a subject in the sentence."""
    return bool(subjects_of(verb))


def subjects_of(verb: Token, depth: int = 0) -> list[Token]:
    """Return who or what does it: the verb's own subject, or that of the verb above it."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        relative = own[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
        return [verb.head] if relative else own
    if verb.dep_ in ("relcl", "acl"):
        return [verb.head] if verb.head.pos_ in ("NOUN", "PROPN") else []
    above = verb.head
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") and depth < 3 and above.i != verb.i:
        if above.pos_ in ("ADP", "ADJ"):
            above = above.head
        if above.pos_ in ("VERB", "AUX"):
            return subjects_of(above, depth + 1)
    return []


def governors(verb: Token) -> Iterator[Token]:
    """Yield the words above an infinitive or gerund: "expected" of "was expected to land".

    Also the preposition and the verb of "barred him from working".
    """
    current = verb
    for _ in range(3):
        above = current.head
        if above.i == current.i or current.dep_ not in ("xcomp", "pcomp", "acomp", "prep"):
            return
        if above.pos_ not in ("VERB", "AUX", "ADJ", "ADP"):
            return
        yield above
        current = above


def carried(noun: Token) -> Token | None:
    """Return the verb whose subject or object a noun is: "the talks **were postponed**"."""
    above = noun.head
    if above.pos_ in ("VERB", "AUX") and noun.dep_ in (*SUBJECTS, "dobj"):
        return above
    return None


def object_before(verb: Token) -> list[Token]:
    """Return the noun that a relative clause is about, where it is not its subject.

    "the **offensive** that Sudan launched in May".
    """
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.dep_ != "relcl" or not own or own[0].tag_ in ("WDT", "WP"):
        return []
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    taken = bool(objects) and objects[0].tag_ not in ("WDT", "WP")
    noun = verb.head
    return [noun] if noun.pos_ in ("NOUN", "PROPN") and not taken else []
