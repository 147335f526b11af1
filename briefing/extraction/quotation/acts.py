"""What a speaker does with the words: the act of a quotation."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.quotation.cues import Cue, is_negated, own_subject

_REFUSING = {"decline", "refuse"}
_NOBODY = {"neither", "no", "nobody", "none"}
_COMMENT = {"comment", "say", "respond", "answer", "elaborate", "discuss", "speculate", "reply"}


def act_of(cue: Cue | None) -> str:
    """Return the act of a cue: "declined to say" and "would not comment" decline to comment."""
    if cue is None:
        return "says"
    if cue.kind != "verb":
        return cue.word.act
    if _declines(cue.head):
        return "declines-to-comment"
    return cue.word.act


def _declines(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in _REFUSING:
        return True
    if lemma not in _COMMENT:
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _REFUSING:
        return True
    return is_negated(verb) or _nobody(verb)


def _nobody(verb: Token) -> bool:
    """Tell whether it is nobody who would answer: "neither side would say"."""
    subject = own_subject(verb)
    if subject is None or not any(child.tag_ == "MD" for child in verb.children):
        return False
    return any(token.lower_ in _NOBODY for token in (subject, *subject.lefts))
