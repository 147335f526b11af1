"""What a word of saying or thinking makes of its clause, by the reference's list."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.extraction.grammar_words import AUXILIARIES, NOMINAL, SUBJECTS, VERBAL
from briefing.extraction.lemmas.lookup import reporting_verb
from briefing.extraction.standing.effects import DENIED, EXPECTED, POSSIBLE, Effect, Step
from briefing.extraction.standing.signs import lemma_of
from briefing.reference.reporting import ReportingWord, reporting
from briefing.reference.standing import standing_words

_KEPT = "briefing_reporting_words"


def reporting_word(verb: Token) -> ReportingWord | None:
    """Return what the list says of a verb, with its second word: "point out".

    Asked of each verb many times, so the answers of a Doc are kept with it.
    """
    known: dict[int, ReportingWord | None] = verb.doc.user_data.setdefault(_KEPT, {})
    if verb.i not in known:
        known[verb.i] = reporting_verb(verb, reporting().verbs) if verb.pos_ in VERBAL else None
    return known[verb.i]


def noun_stance(noun: Token) -> str | None:
    """Return the stance of a noun, None for one that reports nothing."""
    if noun.pos_ not in NOMINAL:
        return None
    word = reporting().nouns.get(lemma_of(noun))
    return None if word is None else word.stance


def stance_of(token: Token) -> str | None:
    """Return the stance of a verb, noun or adjective, None for one that reports nothing."""
    if token.pos_ in VERBAL:
        word = reporting_word(token)
        return None if word is None else word.stance
    if token.pos_ in ("ADJ", "ADV"):
        found = reporting().adjectives.get(token.lower_)
        return None if found is None else found.stance
    return noun_stance(token)


KINDS_OF = {
    "fears": POSSIBLE,
    "doubts": POSSIBLE,
    "expects": EXPECTED,
    "proposes": POSSIBLE,
}
"""What a stance makes of what is told."""


def of_stance(step: Step, stance: str, holders: tuple[str, ...], *, flips: bool = False) -> Effect:
    """Make the effect of a word that says or thinks its clause.

    Args:
        step: The step from the clause to the word.
        stance: The word's stance, as reporting.csv has it.
        holders: Whose word it is.
        flips: Whether the word itself is negated.
    """
    if stance == "vouches":
        return Effect(vouched=True, reaches=False)
    if stance == "denies":
        return Effect(DENIED, deniers=holders, reaches=False)
    if stance == "imagines" and not _merely_thinks(step.head):
        if lemma_of(step.head) in standing_words()["telling"]["supposing"]:
            return Effect(POSSIBLE, reaches=False)
        return Effect(flips=True, reaches=False)
    if stance == "expects" and _past_clause(step.node):
        return Effect(flips=flips, holders=holders, claimed=True, reaches=False)
    return Effect(
        KINDS_OF.get(stance, frozenset()),
        flips=flips,
        holders=holders,
        claimed=True,
        reaches=False,
    )


def _merely_thinks(verb: Token) -> bool:
    """Say whether somebody supposes it to be so: "officers suppose that", not "suppose that"."""
    return lemma_of(verb) in standing_words()["telling"]["supposing"] and any(
        c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children
    )


def _past_clause(clause: Token) -> bool:
    """Say whether a clause tells what is over: "swears that it paid"."""
    if clause.tag_ == "VBD":
        return True
    helpers = {c.lower_ for c in clause.children if c.dep_ in AUXILIARIES}
    return bool(helpers & {"has", "have", "had", "was", "were", "did"}) and not helpers & {
        "will", "would", "may", "might", "could", "to",
    }  # fmt: skip
