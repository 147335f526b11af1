"""What was said is no event: which reporting verbs tell words, and which a happening."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.lemmas.lookup import reporting_verb
from briefing.extraction.times.words import lexicon
from briefing.reference.event_words import event_words
from briefing.reference.reporting import ReportingWord, reporting

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def tells_words(verb: Token) -> bool:
    """Say whether a verb only tells what somebody says or thinks, so that nothing happens by it.

    "Chile emphasised that the port was closed", "Chile announced that the port was closed"; not so
    "Chile announced sanctions", "the court ruled that the port was closed".
    """
    if _utters(verb):
        return True
    word = reporting_verb(verb, reporting().verbs)
    if word is None or word.event == "yes" or _leads_to_deed(verb, word):
        return False
    return word.event == "no" or _has_clause(verb) or _leads_marks(verb)


def _utters(verb: Token) -> bool:
    """Say whether a verb only carries a noun of saying: "issued a statement"."""
    if verb.lemma_.lower() not in event_words().uttering:
        return False
    nouns = (child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))
    words = [reporting().nouns.get(noun.lemma_.lower()) for noun in nouns]
    return any(word is not None and word.event == "no" for word in words)


def _leads_to_deed(verb: Token, word: ReportingWord) -> bool:
    """Say whether what counts is the deed that a verb leads to: "plans to open", "is said to open".

    Not so where it is only asked for: "urged them to open".
    """
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    deeds = (child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i)
    return (passive or word.stance == "expects") and any(
        mark.lower_ == "to" for deed in deeds for mark in deed.children
    )


def _has_clause(verb: Token) -> bool:
    """Say whether a finite clause hangs on a verb: "declared that the war was over"."""
    return any(
        child.dep_ == "ccomp" and any(word.tag_ in _FINITE for word in child.subtree)
        for child in verb.children
    )


def _leads_marks(verb: Token) -> bool:
    """Say whether marked words stand beside a verb as what is said: "…," he continued."""
    return any(
        quote.kind == "direct" and quote.cue_start == verb.idx for quote in verb.doc._.quotes or ()
    )


def is_planned(noun: Token) -> bool:
    """Say whether a noun is what is planned: "the fourth **round** is planned for April"."""
    verb, lemma = noun.head, noun.head.lemma_.lower()
    planning = lemma == "expect" or lemma in lexicon().tense["listed"]
    return noun.dep_ == "nsubjpass" and verb.pos_ == "VERB" and planning
