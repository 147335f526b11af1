"""Why a pronoun or a description means whom: one plain sentence, made of what decided."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.extraction.coreference.salience import opens_sentence
from briefing.extraction.facts import Antecedent, Mention
from briefing.extraction.grammar_words import OBJECTS, SUBJECTS
from briefing.reference.genders import Gender

_NOUNS: dict[Gender, tuple[str, str]] = {"m": ("man", "men"), "f": ("woman", "women")}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What decided for one of the people named before a pronoun.

    Attributes:
        mention: The place where the one chosen was mentioned last.
        distance: Sentences from there to the pronoun.
        fitting: How many people named near agree with the pronoun and the grammar, this one too.
        known: The words of the article, or the given name, say that this one is he or she.
        all_known: So they do of all who fit.
        ruled_out: Others named near are known to be the other one of he and she.
        governs: The verb whose subject this one is and on which the pronoun's clause depends.
        joined: The pronoun's noun is joined to the name by "and".
        spoke: This one spoke shortly before, and the pronoun speaks.
        not_oneself: Somebody else who fits speaks the words that the pronoun stands in.
    """

    mention: Mention
    distance: int
    fitting: int
    known: bool
    all_known: bool
    ruled_out: bool
    governs: str | None
    joined: bool
    spoke: bool
    not_oneself: bool


def number_word(number: int) -> str:
    """Write a small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def naming(mention: Mention) -> tuple[int, int]:
    """Return the span of the words that name whom a mention means."""
    if mention.antecedent is not None:
        return mention.antecedent.start, mention.antecedent.end
    return mention.start, mention.end


def traced(mention: Mention, reason: str) -> Antecedent:
    """Make the antecedent out of the mention that was traced to."""
    return Antecedent(*naming(mention), reason)


def person_reason(doc: Doc, gender: Gender, grounds: Grounds) -> str:
    """Write why he or she is this person: "Of the two men named near, the subject of …"."""
    one, many = _NOUNS[gender]
    if grounds.fitting > 1:
        number = number_word(grounds.fitting)
        group = f"{many} named near" if grounds.all_known else "people who can be meant"
        lead = f"Of the {number} {group}"
    elif grounds.known and grounds.ruled_out:
        lead = f"The only {one} among the people named nearby"
    elif grounds.known:
        lead = f"The only {one} named near"
    else:
        lead = "The only person named nearby who can be meant"
    parts = [lead, _place(doc, grounds)]
    if grounds.spoke:
        parts.append("who spoke shortly before")
    if grounds.not_oneself:
        parts.append("not the one who speaks these words and would say “I”")
    return ", ".join(parts) + "."


def _place(doc: Doc, grounds: Grounds) -> str:
    """Say in which place the one chosen stands: "the subject of the sentence before"."""
    if grounds.governs is not None:
        return f"the subject of “{grounds.governs}” in the same sentence"
    if grounds.joined:
        return "to whose name this is joined"
    head = doc[grounds.mention.head]
    where = where_before(grounds.distance)
    if head.dep_ in SUBJECTS:
        place = f"the subject {_of(grounds.distance)}"
    elif opens_sentence(grounds.mention, head):
        place = f"named first {where}"
    elif head.dep_ in OBJECTS:
        place = f"the object {_of(grounds.distance)}"
    else:
        place = f"named {where}"
    if grounds.mention.form in ("pronoun", "description"):
        span = doc.char_span(grounds.mention.start, grounds.mention.end, alignment_mode="expand")
        place += f" (there “{span if span is not None else head}”)"
    return place


def _of(distance: int) -> str:
    return where_before(distance).replace("in the", "of the")


def where_before(distance: int) -> str:
    """Say how far back: "in the same sentence", "in the sentence before"."""
    if distance <= 0:
        return "in the same sentence"
    if distance == 1:
        return "in the sentence before"
    return f"{number_word(distance)} sentences before"
