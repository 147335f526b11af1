"""Passages and articles with marks, as their writers wrote them, and short texts with gold.

A passage is a line: the day of publication, " :: ", then the text. After the head word of an event
stands a mark, `<PF1m>`: tense (Past, Ongoing, Upcoming), standing (Fact, Expected, Claim, open
Question, not so: X), the numbers of the time expressions that date it, m where it is minor. Time
expressions stand in braces, with their number where they date an event: `{on Monday|1}`. In
articles ¶ ends a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.words_in import place

_MARK = re.compile(r"<([POU])([FECQX])(\d*)(m?)>")
_WORD = re.compile(r"[\w’'-]+$")
TENSE = {"P": "past", "O": "ongoing", "U": "upcoming"}
STANDING = {"F": "fact", "E": "expected", "C": "claim", "Q": "open", "X": "not"}
GROUP = {
    "asserted": "fact",
    "attributed": "claim",
    "denied": "not",
    "negated": "not",
    "disputed": "not",
    "possible": "open",
    "conditional": "open",
    "expected": "expected",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A word that tells an event: its offset, tense, standing, weight and the dates it has."""

    start: int
    tense: str | None
    standing: str
    minor: bool = False
    dates: tuple[int, ...] = ()


@dataclass(slots=True)
class Passage:
    """A text with its events.

    Attributes:
        published: Its day, None where it is not known.
        text: The text.
        events: Its events.
        dates: Offsets of its time expressions and the number of each, 0 for none; None where the
            text says nothing of them.
        complete: Whether every other word tells no event.
        bare: Offsets of words that are known to tell none, where it is not complete.
    """

    published: str | None
    text: str
    events: list[Marked]
    dates: list[tuple[int, int, int]] | None = None
    complete: bool = True
    bare: list[int] = field(default_factory=list)


def passages(paths: list[Path]) -> Iterator[Passage]:
    """Yield the passages of files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield _passage(line.strip())


def _passage(line: str) -> Passage:
    day, _, written = line.partition(" :: ")
    written = re.sub(r"\s*¶\s*", "\n\n", written)
    text, at = "", 0
    events: list[Marked] = []
    dates: list[tuple[int, int, int]] = []
    opened = 0
    while at < len(written):
        mark = _MARK.match(written, at)
        if mark is not None:
            word = _WORD.search(text)
            if word is None:
                raise ValueError(f"no word before {mark.group()} in {line[:60]}")
            numbers = tuple(int(digit) for digit in mark[3])
            events.append(
                Marked(word.start(), TENSE[mark[1]], STANDING[mark[2]], bool(mark[4]), numbers)
            )
            at = mark.end()
        elif written[at] == "{":
            opened, at = len(text), at + 1
        elif re.match(r"\|\d\}", written[at : at + 3]):
            dates.append((opened, len(text), int(written[at + 1])))
            at += 3
        elif written[at] == "}":
            dates.append((opened, len(text), 0))
            at += 1
        else:
            text += written[at]
            at += 1
    return Passage(day, text, events, dates)


def short_text(record: dict[str, Any]) -> Passage:
    """Return a short text of a sentence bank (benchmarks/sentences) as a passage."""
    text = record["text"]
    events = [
        Marked(
            place(text, event["head"], event.get("nth", 1)),
            event.get("tense"),
            GROUP[event["standing"]],
            bool(event.get("optional")),
        )
        for event in record.get("events", [])
    ]
    bare = [place(text, word) for word in record.get("not_events", [])]
    return Passage(record.get("published"), text, events, None, complete=False, bare=bare)


def whole_article(record: dict[str, Any]) -> Passage:
    """Return an article whose events are all marked with offsets as a passage."""
    events = [
        Marked(
            event["head_start"], event["tense"], GROUP[event["standing"]], event["weight"] != "core"
        )
        for event in record["events"]
    ]
    return Passage(record.get("published"), record["text"], events)
