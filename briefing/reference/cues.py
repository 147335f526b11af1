"""Words that report speech: verbs, nouns and what follows them (data/reference/cues.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from briefing.errors import ReferenceDataError
from briefing.reference.files import cell_list, rows
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
        "thing",
        "to",
        "for",
        "about",
        "against",
        "on-inf",
    }
)
"""What may follow a cue; data/reference/README.md says each with a sentence."""


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that reports speech.

    Attributes:
        lemma: Its base form.
        act: One of `tables.ACTS`.
        frames: Which complements hold the content.
    """

    lemma: str
    act: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueWords:
    """The reporting verbs and nouns, by lemma."""

    verbs: dict[str, CueWord]
    nouns: dict[str, CueWord]


@cache
def cue_words() -> CueWords:
    """Load and check the cues once.

    Raises:
        ReferenceDataError: A line names an unknown act or frame, or a word stands there twice.
    """
    found: dict[str, dict[str, CueWord]] = {"verb": {}, "noun": {}}
    for number, row in enumerate(rows("cues.csv", required=("lemma", "pos", "act")), start=2):
        word = CueWord(row["lemma"], row["act"], frozenset(cell_list(row["frames"])))
        words = found.get(row["pos"])
        if words is None or word.lemma in words or word.act not in ACTS or word.frames - FRAMES:
            raise ReferenceDataError(
                f"cues.csv, line {number}: {word.lemma} is there twice, or has an unknown part "
                "of speech, act or frame.",
                row=number,
            )
        words[word.lemma] = word
    return CueWords(found["verb"], found["noun"])
