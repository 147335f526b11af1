"""Where a sentence looks, by the verb that a word hangs on: past, future, or open."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.doc import is_negated
from briefing.extraction.grammar_words import (
    AUXILIARIES,
    COMPLEMENT_CLAUSES,
    CONDITIONAL,
    NOMINAL,
    NOUN_MODIFIERS,
    VERBAL,
)
from briefing.extraction.times.readings import Direction
from briefing.extraction.times.words import lexicon
from briefing.reference.event_words import event_words

_SAID = ("attr", "npadvmod", "acomp")


def verb_of(token: Token) -> Token | None:
    """Return the verb (or auxiliary) that `token` hangs on, nearest first."""
    current = token
    while current.head.i != current.i:
        current = current.head
        if current.pos_ in VERBAL:
            return current
    return current if current.pos_ in VERBAL else None


def direction_at(token: Token) -> Direction:
    """Return where the clause of `token` looks.

    "The court **ruled** on Tuesday" looks back, "it **will** rule on Tuesday" and "it **is
    expected to** rule on Tuesday" look ahead.
    """
    head = token.head
    if head.lower_ == "of" and head.head.lower_ in ("close", "end", "start", "beginning", "eve"):
        head = head.head.head
    if head.lower_ == "to" and head.head.lemma_.lower() in lexicon().tense["put_off"]:
        return "future"
    if head.dep_ == "prep" or head.pos_ in ("ADP", "SCONJ"):
        if head.lower_ in lexicon().tense["until"]:
            verb = verb_of(head)
            if verb is None or verb.lemma_.lower() in lexicon().tense["put_off"]:
                return "future"
            return "past" if _finite_past(verb) else "future"
        if head.lower_ == "before" and _is_ahead(head):
            return "future"
        if head.lower_ == "for" and _is_listed(head.head):
            return "future"
        if is_offered(token):
            return "future"
        if head.head.lemma_.lower() in lexicon().tense["aims"]:
            return "future"
        if is_moved(token):
            weekday = token.lower_ in lexicon().values["weekday"]
            return "future" if head.lower_ != "from" or weekday else "open"
        if head.lower_ in lexicon().tense["since"]:
            return "past"
        noun = head.head
        if noun.pos_ in NOMINAL and any(
            child.lower_ in lexicon().tense["ahead"] for child in noun.lefts
        ):
            return "future"
    fixed = token.dep_ == "nsubjpass" and token.head.lemma_.lower() in lexicon().tense["listed"]
    if fixed or _is_said_of_meeting(token) or _is_called_off(token):
        return "future"
    verb = verb_of(token)
    direction = direction_of_verb(verb) if verb is not None else "open"
    if _was_first(token):
        return "open"
    if token.dep_ in NOUN_MODIFIERS:
        return _of_noun(token.head, direction)
    if direction == "open" and verb is not None and _is_plan(verb):
        return "future"
    return direction


def is_offered(token: Token) -> bool:
    """Say whether a date is that of what somebody offers or is invited to.

    "He invited her to talks in Oslo **in May**", "Egypt proposed a summit **on 3 March**"; not "he
    proposed a summit **on Friday**", where the day may be that of the proposal.
    """
    offered, nouns = lexicon().tense["offered"], event_words().nouns
    above = token.head.head
    if above.lemma_.lower() in offered and above.pos_ == "VERB":
        named = token.lower_ not in lexicon().values["weekday"] and token.dep_ == "pobj"
        before = [child for child in above.children if above.i < child.i < token.head.i]
        return named and any(
            (child.dep_ == "dobj" and child.lemma_.lower() in nouns)
            or (child.lower_ == "to" and above.lemma_ == "invite")
            for child in before
        )
    while above.pos_ in NOMINAL and above.dep_ == "pobj":
        preposition = above.head
        if preposition.lower_ == "to" and preposition.head.lemma_ == "invite":
            return True
        above = preposition.head
    event = above.dep_ == "dobj" and above.lemma_.lower() in nouns
    return event and above.head.lemma_.lower() in offered


def happened(token: Token) -> bool:
    """Say whether a date is that of a deed done: "visited Oslo on 2 November".

    Not of one that was planned, agreed or called for then: "the cabinet fixed 2 November".
    """
    verb = token.head.head if token.head.dep_ == "prep" else token.head
    words, lemma = event_words(), verb.lemma_.lower()
    carries = lemma in words.light - words.stative - lexicon().tense["future_governors"]
    if not carries and words.verbs.get(lemma, "announcement") == "announcement":
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES}
    return (verb.tag_ == "VBD" and not helpers) or (
        verb.tag_ == "VBN" and helpers in ({"was"}, {"were"})
    )


def _is_ahead(before: Token) -> bool:
    """Say whether "before" stands under what is still wanted: "wants an answer before Monday"."""
    verb = verb_of(before)
    return verb is not None and not _finite_past(verb) and verb.tag_ != "VBG"


def _is_listed(word: Token) -> bool:
    """Say whether a word plans what follows "for": "the hearing, listed for Thursday"."""
    participle = word.tag_ == "VBN" or word.dep_ == "acl"
    return participle and word.lemma_.lower() in lexicon().tense["listed"]


def is_moved(token: Token) -> bool:
    """Return whether something is moved from or to a day: "was moved up to **Tuesday**"."""
    preposition = token.head
    if preposition.lower_ not in ("to", "from", "until"):
        return False
    above = preposition.head
    verb = above if above.pos_ in VERBAL else above.head
    if verb.lemma_.lower() in lexicon().tense["put_off"]:
        return True
    forward = any(child.lower_ in ("forward", "back") for child in verb.children)
    return forward and verb.lemma_.lower() in ("bring", "put", "push", "set")


def _was_first(word: Token) -> bool:
    """Say whether a plan may be over: "originally due on 3 February"."""
    before = word.doc[max(0, word.i - 5) : word.i]
    return any(token.lower_ in ("originally", "initially", "previously") for token in before)


def _is_called_off(token: Token) -> bool:
    """Say whether what the day belongs to will not be: "called off Saturday's parade"."""
    verb = token.head.head
    if token.dep_ != "poss" or token.head.dep_ not in ("dobj", "nsubjpass"):
        return False
    return verb.lemma_.lower() in lexicon().tense["call_off"]


def _is_said_of_meeting(token: Token) -> bool:
    """Say whether a date is all that is said of something: "the vote is Tuesday"."""
    verb = token.head
    if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP") or token.dep_ not in _SAID:
        return False
    return any(
        child.dep_ == "nsubj" and child.lemma_.lower() in event_words().nouns
        for child in verb.children
    ) and not any(child.dep_ in ("acomp", "attr") and child.i != token.i for child in verb.children)


def _of_noun(noun: Token, direction: Direction) -> Direction:
    """Return where "Tuesday's attack" or "Tuesday's vote" looks: an attack is always over.

    "The December contract" is ahead, "the October figures" are behind, whatever the verb.
    """
    lemma = noun.lemma_.lower()
    if lemma in lexicon().tense["falls_due"]:
        return "future"
    if lemma in lexicon().tense["measured"]:
        return "past"
    above = noun.head
    if above.lower_ == "of" and above.head.lower_ == "ahead":
        return "future"
    kind = event_words().nouns.get(noun.lemma_.lower(), "")
    return "past" if kind in lexicon().tense["over"] else direction


def plain_direction(verb: Token) -> Direction:
    """Return past for a finite past verb and future for "will" or "is scheduled to", else open.

    Used where a wrong answer would date the whole article wrongly.
    """
    words = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES}
    if words & {"will", "'ll", "shall"} and "have" not in words:
        return "future"
    if (
        verb.tag_ == "VBN"
        and verb.lemma_ in lexicon().tense["future_governors"]
        and words & {"is", "are"}
    ):
        return "future"
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and words & {"had", "was", "were", "has"}):
        return "past"
    if verb.tag_ == "VB" and verb.head.tag_ == "VBN" and verb.dep_ == "xcomp":
        return plain_direction(verb.head)
    return "open"


def direction_of_verb(verb: Token, depth: int = 0) -> Direction:
    """Return where a verb looks, by its auxiliaries, its form and what governs it."""
    helpers = [child for child in verb.children if child.dep_ in AUXILIARIES]
    words = {child.lower_ for child in helpers}
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if marks & CONDITIONAL and verb.tag_ in ("VBN", "VBZ", "VBP") and not words:
        return "future"
    if words & lexicon().tense["future_auxiliaries"]:
        return "future" if "have" not in words or words & {"will", "'ll", "shall"} else "past"
    if "could" in words and _is_denied(verb):
        return "past"
    if "would" in words and _was_said(verb):
        return "open"
    if words & {"would", "could", "should", "must"}:
        return "future" if "have" not in words else "past"
    if words & {"was", "were"} and not words & {"had", "been"}:
        until = any(child.lower_ in ("before", "by", "until") for child in verb.children)
        if until and verb.lemma_.lower() in ("expect", "plan", "schedule"):
            return "future"
    if words & {"had", "was", "were", "did", "has", "have", "been"} and "to" not in words:
        going = verb.lower_ in ("going", "expected", "scheduled", "set", "due", "slated")
        following = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
        planned = going and ("had" not in words) and following in ("to", "for")
        return "future" if planned or (going and not words & {"was", "were", "had"}) else "past"
    if verb.tag_ == "VBD":
        due = any(child.dep_ == "acomp" and child.lower_ == "due" for child in verb.children)
        return "future" if due else "past"
    if {"to", "have"} <= words:
        return "past"  # "was to have been held on 20 February"
    if "to" in words or verb.tag_ == "VB":
        return _governed(verb, depth)
    if verb.tag_ in ("VBZ", "VBP"):
        governors = lexicon().tense["future_governors"]
        for child in verb.children:
            if child.dep_ == "xcomp" and child.tag_ == "VB":
                return "future"
            if child.dep_ == "acomp" and child.lemma_.lower() in governors:
                return "future"
        return "future" if verb.lemma_.lower() in lexicon().tense["scheduled"] else "open"
    if verb.tag_ == "VBG" and words & {"is", "are", "'re", "'s", "am", "'m", "be"}:
        return "future"
    if verb.tag_ == "VBN" and not words and verb.dep_ in ("acomp", "oprd", "xcomp"):
        return direction_of_verb(verb.head, depth + 1) if depth < 4 else "open"
    if verb.tag_ == "VBN":
        if words & {"is", "are", "be", "'re"}:
            return "future" if verb.lemma_ in lexicon().tense["future_governors"] else "open"
        if verb.lemma_ in ("schedule", "plan", "expect", "slate", "set"):
            return "future"
        return "past"
    return _above(verb, depth)


def _was_said(verb: Token) -> bool:
    """Say whether what would be was said long before: "had said that it would land on 12 March"."""
    above = verb.head
    return verb.dep_ == "ccomp" and any(child.lower_ == "had" for child in above.children)


def _is_denied(verb: Token) -> bool:
    """Say whether a verb is negated: "could not be reached on Wednesday" looks back."""
    subject = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    return is_negated(verb) or any(
        word.lower_ in ("neither", "nobody", "none", "no")
        for one in subject
        for word in one.subtree
    )


def _is_plan(verb: Token) -> bool:
    """Say whether a simple present with a date is a plan: "The embargo lifts on Tuesday" is.

    What is, what is known and what is said tell of now, and headlines of what has happened.
    """
    if verb.tag_ not in ("VBZ", "VBP") or verb.lemma_.lower() in lexicon().tense["states"]:
        return False
    sent = verb.sent
    return sent[-1].text == "." and verb.dep_ in ("ROOT", "conj") and sent.root.pos_ in VERBAL


def _governed(verb: Token, depth: int) -> Direction:
    head = verb.head
    if head.i == verb.i:
        return "open"
    if any(child.lower_ == "had" and child.dep_ == "aux" for child in head.children):
        return "past"  # "it had been expected to open on Monday"
    if head.lemma_ == "be" and verb.dep_ in COMPLEMENT_CLAUSES:
        return "future"  # "the envoy was to meet the king on Friday"
    if head.lemma_.lower() in lexicon().tense["future_governors"] or head.pos_ in ("NOUN", "ADJ"):
        return "future"
    return _above(verb, depth)


def _above(verb: Token, depth: int) -> Direction:
    above = verb_of(verb)
    if above is None or depth > 4:
        return "open"
    return direction_of_verb(above, depth + 1)


def _finite_past(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES}
    return verb.tag_ == "VBD" or bool(helpers & {"had", "was", "were", "has", "have"})
