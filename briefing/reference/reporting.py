"""Words that report what somebody says or thinks (data/reference/reporting.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from briefing.errors import ReferenceDataError
from briefing.reference.files import cell_list, rows
from briefing.reference.spelling import british
from briefing.tables import ACTS

FRAMES = frozenset(
    {
        "that",
        "quote",
        "question",
        "inf",
        "inf-person",
        "inf-whom",
        "inf-comment",
        "ing",
        "object",
        "object-weak",
        "object-on",
        "as",
        "as-saying",
        "of",
        "out-that",
        "person",
        "holder",
        "speaker",
        "thing",
        "to",
        "for",
        "about",
        "against",
        "on-inf",
        "comment",
        "answer",
        "addressee",
        "bare",
    }
)
"""What may follow a cue; data/reference/README.md says each with a sentence."""

_MANNERS = frozenset(("comment", "answer", "addressee", "bare", "holder", "speaker"))
"""Frames that say how a verb is used, and that hold no words."""

STANCES = (
    "claims",
    "vouches",
    "denies",
    "doubts",
    "fears",
    "expects",
    "proposes",
    "imagines",
)
"""What a word makes of what it governs; data/reference/README.md says each with a sentence."""

EVENTS = ("no", "thing", "yes")
"""Whether a word tells a happening: never, where it governs no words, or always."""

_POS = ("verb", "noun", "adjective", "phrase")
GAP = "…"
"""In a phrase, up to four words of any kind: "in … *view"."""


@dataclass(frozen=True, slots=True)
class ReportingWord:
    """A word that reports what somebody says or thinks.

    Attributes:
        lemma: Its base form, British; of a phrase, its words as in the file.
        pos: verb, noun, adjective or phrase; a verb may have a second word: "point out".
        act: One of `tables.ACTS`.
        frames: Which complements hold the words of a quotation; none for a word whose clause is no
            quotation ("believe").
        stance: One of STANCES: what it makes of the clause, noun or infinitive that it governs.
        event: One of EVENTS.
    """

    lemma: str
    act: str
    frames: frozenset[str]
    pos: str = "verb"
    stance: str = "claims"
    event: str = "no"


@dataclass(frozen=True, slots=True)
class ReportingPhrase:
    """A phrase that reports, around the word that the clause hangs on.

    Attributes:
        word: What it does.
        before: The lemmas that stand before its head, in order; GAP for what may stand between.
        head: The lemma of the word that is looked up: the "evidence" of "no evidence".
        after: The lemmas that stand after its head.
    """

    word: ReportingWord
    before: tuple[str, ...]
    head: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reporting:
    """The reporting words by lemma; the phrases by the lemma of their head."""

    verbs: Mapping[str, ReportingWord] = field(default_factory=dict)
    nouns: Mapping[str, ReportingWord] = field(default_factory=dict)
    adjectives: Mapping[str, ReportingWord] = field(default_factory=dict)
    phrases: Mapping[str, tuple[ReportingPhrase, ...]] = field(default_factory=dict)


@cache
def reporting() -> Reporting:
    """Load and check the words once.

    Raises:
        ReferenceDataError: A line names an unknown part of speech, act, frame, stance or event, is
            not in British spelling, stands there twice, or is a phrase without one head.
    """
    found: dict[str, dict[str, ReportingWord]] = {pos: {} for pos in _POS}
    columns = ("lemma", "pos", "act", "stance")
    for number, row in enumerate(rows("reporting.csv", required=columns), start=2):
        word = ReportingWord(
            row["lemma"],
            row["act"],
            frozenset(cell_list(row["frames"])),
            row["pos"],
            row["stance"],
            row["event"] or "no",
        )
        words = found.get(word.pos, {})
        if word.pos not in found or word.lemma in words or not _is_known(word):
            raise ReferenceDataError(
                f"reporting.csv, line {number}: {word.lemma} is there twice, has an unknown part "
                "of speech, act, frame, stance or event, is not in British spelling, or is a "
                "phrase without one word marked as its head.",
                row=number,
            )
        words[word.lemma] = word
    return Reporting(
        found["verb"],
        found["noun"],
        found["adjective"],
        _by_head(found["phrase"]),
    )


@cache
def quoting() -> Reporting:
    """Return the verbs and nouns that quotations hang on: those with frames."""
    words = reporting()
    return Reporting(_with_frames(words.verbs), _with_frames(words.nouns))


def _is_known(word: ReportingWord) -> bool:
    parts = word.lemma.split()
    return (
        word.act in ACTS
        and word.frames <= FRAMES
        and word.stance in STANCES
        and word.event in EVENTS
        and all(british(part) == part for part in parts)
        and sum(part.startswith("*") for part in parts) == (word.pos == "phrase")
    )


def _with_frames(words: Mapping[str, ReportingWord]) -> dict[str, ReportingWord]:
    return {lemma: word for lemma, word in words.items() if word.frames - _MANNERS}


def _by_head(words: Mapping[str, ReportingWord]) -> dict[str, tuple[ReportingPhrase, ...]]:
    """Group phrases by their heads, the longest first."""
    found: dict[str, list[ReportingPhrase]] = {}
    for word in words.values():
        parts = word.lemma.split()
        place = next(number for number, part in enumerate(parts) if part.startswith("*"))
        head = parts[place][1:]
        phrase = ReportingPhrase(word, tuple(parts[:place]), head, tuple(parts[place + 1 :]))
        found.setdefault(head, []).append(phrase)
    for phrases in found.values():
        phrases.sort(key=lambda one: -len(one.before) - len(one.after))
    return {head: tuple(phrases) for head, phrases in found.items()}
