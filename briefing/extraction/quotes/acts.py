"""What a speaker does with the words: the act of a quotation."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.quotes.cues import Cue, is_passive, own_subject
from briefing.reference.reporting import ReportingWord, quoting, reporting

_DECLINES = "declines-to-comment"
_NOBODY = {"neither", "no", "nobody", "none"}
_DENYING = {"deny", "disclaim", "disavow", "refute", "rebut", "dispute", "contradict"}
_BARELY = {"just", "merely", "only", "simply"}


def act_of(cue: Cue | None) -> str:
    """Return the act of a cue: who declines, refuses or does not say declines to comment."""
    if cue is None:
        return "says"
    if cue.kind == "verb" and _declines(cue.head, cue.word):
        return _DECLINES
    if cue.word.act == "denies" and _is_of_a_thing(cue):
        return "condemns"
    return cue.word.act


def _is_of_a_thing(cue: Cue) -> bool:
    """Tell whether no statement is denied: "rejected the party's creed", "dismissed X as small".

    "Rejected the claim" and "denied the charge" are denials; who denies denies whatever it is.
    """
    if cue.word.lemma in _DENYING:
        return False
    objects = [child for child in cue.head.children if child.dep_ == "dobj"]
    nouns = reporting().nouns
    return bool(objects) and not any(it.lemma_.lower() in nouns for it in objects)


def _declines(verb: Token, word: ReportingWord) -> bool:
    """Tell whether something is not said.

    "The ministry declined to say", "refused to confirm that", "would not promise to", "neither
    confirmed nor denied that"; not so "did not only deny it" and "was not told".
    """
    if word.act == _DECLINES:
        return True
    above = quoting().verbs.get(verb.head.lemma_.lower()) if verb.dep_ == "xcomp" else None
    if above is not None and above.act == _DECLINES:
        return True
    if is_negated(verb):
        return not is_passive(verb) and not any(it.lower_ in _BARELY for it in verb.children)
    if _is_one_of_neither(verb):
        return True
    return "comment" in word.frames and _nobody(verb)


def _is_one_of_neither(verb: Token) -> bool:
    """Tell whether a verb is in "neither confirmed nor denied"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(child.lower_ == "neither" and child.i < first.i for child in first.lefts)


def _nobody(verb: Token) -> bool:
    """Tell whether it is nobody who says it: "neither side would say", "nobody said"."""
    subject = own_subject(verb)
    if subject is None:
        return False
    return any(token.lower_ in _NOBODY for token in (subject, *subject.lefts))
