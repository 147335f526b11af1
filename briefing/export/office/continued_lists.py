"""The lines of a list that the Present page continues on next slides, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.brief import Reference
from briefing.deck import Line, ListBody, Slide

_PIECE = 48
"""A word of more letters is cut after so many by briefing.deck.cut."""


def joined_lines(parts: Sequence[Slide]) -> tuple[list[Line], list[Reference]]:
    """Return the lines of all parts of a slide, and the evidence of those that have some.

    A line that was cut between two parts is one line again.

    Args:
        parts: The parts, whose bodies are lines.
    """
    lines: list[Line] = []
    evidence: list[Reference] = []
    for part in parts:
        body = part.body
        later = list(body.lines) if isinstance(body, ListBody) else []
        known = list(part.evidence)
        if lines and later and _continues(lines[-1], later[0], evidence, known):
            lines[-1] = _joined(lines[-1], later.pop(0))
            known = known[1:]
        lines += later
        evidence += known
    return lines, evidence


def _continues(
    line: Line, following: Line, before: Sequence[Reference], after: Sequence[Reference]
) -> bool:
    if line.number != following.number or line.article != following.article:
        return False
    if before and after:
        return before[-1] == after[0]
    return bool(line.lead) and not following.lead


def _joined(line: Line, rest: Line) -> Line:
    return replace(
        line,
        lead=_text(line.lead, rest.lead),
        words=_text(line.words, rest.words),
        note=_text(line.note, rest.note),
    )


def _text(head: str, tail: str) -> str:
    last = head.rpartition(" ")[2]
    within = bool(last) and len(last) % _PIECE == 0
    return head + tail if within else f"{head} {tail}".strip()
