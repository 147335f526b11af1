"""What files say of the items of a brief, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefing.brief import Brief, Claim, Listed, Occurrence, Quotation, Reference, Relation
from briefing.tables import WORKED_OUT
from briefing.wording.dates import working_words
from briefing.wording.notices import listed
from briefing.wording.signs import (
    ACTS,
    DATE_MARKS,
    EVENT_BASES,
    QUADS,
    QUOTE_KINDS,
    SPEAKER_MARKS,
    STANDINGS,
    TENSES,
)
from briefing.wording.sources import THE_ARTICLE
from briefing.wording.standing import said
from briefing.wording.verbatim import Piece

Item = TypeVar("Item")


def speaker_line(quotation: Quotation) -> str:
    """Say who speaks: "Ana Silva, Foreign Minister · Peru"."""
    name = f"{quotation.speaker}, {quotation.role}" if quotation.role else quotation.speaker
    return " · ".join(filter(None, (name, quotation.country)))


def in_marks(pieces: Iterable[Piece]) -> tuple[tuple[str, bool], ...]:
    """Split a quotation into stretches, each with whether it is verbatim and so stands in marks.

    The characters of a verbatim piece stay as they are; only between pieces are spaces set.
    """
    found: list[tuple[str, bool]] = []
    for piece in pieces:
        words = f"“{piece.text}”" if piece.verbatim else piece.text
        joint = "… " if piece.gap else ""
        if found and (joint or not words.startswith(tuple(",.;:?!"))):
            joint = f" {joint}"
        found += [(joint, False)] if joint and piece.verbatim else []
        found.append((words, True) if piece.verbatim else (joint + words, False))
    return tuple(found)


def how_said(quotation: Quotation, dated: str = "") -> str:
    """Say how, with the marks of words, date and speaker, and about whom.

    "Warns · Paraphrase · date stated · speaker named · about Peru, Chile".

    Args:
        quotation: The quotation; its circumstances say of whom a speaker was worked out.
        dated: The day of its article with how that is known, where it is to be said.
    """
    traced = quotation.known == "traced"
    speaker = "" if traced or not quotation.known else SPEAKER_MARKS[quotation.known].word
    date = DATE_MARKS[quotation.dated].word if quotation.dated else ""
    parts = (
        ACTS[quotation.act].word,
        QUOTE_KINDS[quotation.kind].word,
        dated or date.lower(),
        speaker.lower(),
        quotation.circumstances,
    )
    return " · ".join(filter(None, parts))


def how_dated(occurrence: Occurrence) -> str:
    """Say how a date is known, and what keeps it from being certain."""
    known = how_known(occurrence.basis, occurrence.working)
    return " · ".join((known, *occurrence.hedges))


def how_known(basis: str, working: str | None) -> str:
    """Say how a date is known: "Calculated: founded 4 April 1949 + 75 years = 4 April 2024".

    Args:
        basis: Key of `signs.EVENT_BASES`.
        working: How it was worked out, None for a stated one.
    """
    word, plain = EVENT_BASES[basis].word, working_words(working or "")
    if plain and basis in WORKED_OUT:
        return f"Calculated: {plain}"
    return f"{word}. {plain}" if plain else word


def begun(words: str) -> str:
    """Begin with a capital letter: "Now past"."""
    return words[:1].upper() + words[1:]


def time_word(occurrence: Occurrence) -> str:
    """Say whether an event is past, ongoing or upcoming, or was so then; "" if told not to."""
    if occurrence.tense is None:
        return ""
    return "Upcoming then" if occurrence.past else TENSES[occurrence.tense].word


def outlook_lines(brief: Brief) -> tuple[str, ...]:
    """Say from which day what comes up looks, and from which "now past" counts; empty for none."""
    heading, counted = brief.outlook.heading, brief.outlook.counted
    return tuple(filter(None, (heading and f"{heading}.", counted)))


def standing(relation: Relation) -> str:
    """Say who stands behind it, and its own marking: "Claimed by Ana Silva · TLP:AMBER"."""
    stands = said(relation.held) or STANDINGS["asserted"].word
    return " · ".join(filter(None, (stands, relation.marking)))


def who_claims(claim: Claim) -> str:
    """Say who makes a claim."""
    return claim.who_says or begun(THE_ARTICLE)


def who_denies(claim: Claim) -> str:
    """Say who denies a claim."""
    return claim.who_denies


def left_out(found: Listed[Item], order: str, one: str) -> str:
    """Say what is not listed: "Listed: 60 of 412 quotations, the most important; …", else "".

    Args:
        found: The items.
        order: Which they are: "the most important", "the nearest".
        one: What one is called.
    """
    if len(found.items) >= found.total:
        return ""
    return listed(len(found.items), found.total, one, order, in_excel=found.in_excel)


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """Relations that one phrase says of several pairs at once, and that stand alike."""

    relations: tuple[Relation, ...]

    @property
    def first(self) -> Relation:
        """One of them: all have its words, class and standing."""
        return self.relations[0]

    @property
    def parties(self) -> tuple[str, ...]:
        """The pairs: ("Peru → Chile", "Peru → Bolivia")."""
        return tuple(relation.parties for relation in self.relations)

    @property
    def word(self) -> str:
        """The word of their class: "Hostile acts"."""
        return QUADS[self.first.quad].word


def group_by_phrase(relations: Iterable[Relation]) -> tuple[RelationGroup, ...]:
    """Gather the relations that the same words say, in the order of the first of each."""
    found: dict[tuple[object, ...], list[Relation]] = {}
    for relation in relations:
        at = relation.at
        words = (at.article_id, at.sentence, relation.trigger, relation.quad)
        found.setdefault((*words, standing(relation)), []).append(relation)
    return tuple(RelationGroup(tuple(items)) for items in found.values())


def split_at_trigger(relation: Relation) -> tuple[str, str, str]:
    """Split a relation's sentence into what is before its trigger, the trigger, what is after.

    The trigger is "" where the sentence does not have its words, or has them more than once.
    """
    sentence = relation.at.sentence
    words = rf"(?<!\w){re.escape(relation.trigger)}(?!\w)"
    found = list(re.finditer(words, sentence)) if relation.trigger else []
    if len(found) != 1:
        return sentence, "", ""
    return sentence[: found[0].start()], relation.trigger, sentence[found[0].end() :]


def named_sources(brief: Brief) -> dict[int, str]:
    """Return what each source of a brief is called, by its number: title, outlet and date."""
    return {cited.number: f"{cited.source.name}, {cited.source.line}" for cited in brief.sources}


def evidence_lines(names: Mapping[int, str], references: Sequence[Reference]) -> tuple[str, ...]:
    """Say the evidence, a line a sentence: the words, the source, which fact it is.

    Args:
        names: What the sources are called, by number.
        references: Where the items stand; a sentence behind several of them is said once.
    """
    facts: dict[tuple[int, str], list[str]] = {}
    for at in references:
        facts.setdefault((at.number, at.sentence), []).append(at.fact_id)
    found = []
    for (number, sentence), ids in facts.items():
        source = names.get(number)
        words = f"[{number}] {sentence or '(no sentence)'}" + (f" – {source}" if source else "")
        found.append(f"{words} ({'; '.join(ids)})")
    return tuple(found)
