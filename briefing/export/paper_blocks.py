"""The blocks of which a printed brief consists, as plain data; paper.typ sets each kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.brief.content import Relation
from briefing.brief.pictures import Picture
from briefing.export.phrases import split_at_trigger
from briefing.wording.notices import listed
from briefing.wording.words import shorten

Block = dict[str, Any]
Run = dict[str, Any]


def heading(words: str, level: int = 1) -> Block:
    """Head what follows."""
    return {"is": "heading", "words": words, "level": level}


def note(words: str, *, strong: bool = False, kept: bool = False) -> Block:
    """Say something of the paper itself; a note that is kept stands with what follows it."""
    return {"is": "note", "words": words, "strong": strong, "kept": kept}


def picture(drawn: Picture) -> Block:
    """Show a picture with its alternative text."""
    size = {"width": drawn.width, "height": drawn.height}
    return {"is": "picture", "svg": drawn.svg, "alt": drawn.alt, **size}


def empty_frame(drawn: Block) -> Block:
    """Take a picture out and leave its size."""
    size = f'width="{drawn["width"]}" height="{drawn["height"]}"'
    return {**drawn, "svg": f'<svg xmlns="http://www.w3.org/2000/svg" {size}></svg>'}


def staff_words(label: str, lines: Iterable[str], *, rules: int, numbered: bool = False) -> Block:
    """Make the place for the words of staff; where there are none, rules to write them on."""
    words = [" ".join(line.split()) for line in lines]
    return {
        "is": "staff",
        "label": label,
        "items": [line for line in words if line],
        "rules": rules,
        "numbered": numbered,
    }


def fields(rows: Sequence[tuple[str, str]]) -> Block:
    """Make short fields for the words of staff, each with its label; a rule where it has none."""
    filled = [{"label": label, "words": " ".join(words.split())} for label, words in rows]
    return {"is": "fields", "rows": filled}


def part(words: str) -> Block:
    """Begin a part of the paper: all until the next part may be used so."""
    return {"is": "part", "words": words}


def table(heads: Sequence[tuple[str, float]], rows: Sequence[Sequence[Sequence[Run]]]) -> Block:
    """Set rows under heads, each head with its share of the width."""
    return {
        "is": "table",
        "heads": [head for head, _share in heads],
        "shares": [share for _head, share in heads],
        "rows": [[{"runs": list(cell)} for cell in row] for row in rows],
    }


def left_out(
    number: int, total: int, order: str, one: str, *, in_excel: bool = True
) -> list[Block]:
    """Say what is not listed, with its number; nothing where all is."""
    if number >= total:
        return []
    return [note(listed(number, total, one, order, in_excel=in_excel))]


_BEFORE, _AFTER = 46, 70
"""Letters of a sentence that are shown before and after the words that say a relation."""


def in_context(relation: Relation) -> list[Run]:
    """Show the words that say a relation, heavier, with some of their sentence around them."""
    before, words, after = split_at_trigger(relation)
    if not words:
        said = relation.trigger or shorten(relation.at.sentence, _BEFORE + _AFTER)
        return [{"words": said, "look": "article"}]
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + "…"
    return [
        {"words": before, "look": "article"},
        {"words": words, "look": "trigger"},
        {"words": after, "look": "article"},
    ]
