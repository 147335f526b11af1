"""Cuts what pages, feeds and agencies add around an article and between its paragraphs.

Only whole lines go, and all that goes is listed. At the two ends a line goes that looks like
furniture; in between only one that nobody writes as a sentence of an article, with the buttons
beside it. The patterns are data: data/reference/boilerplate.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.reading.date_lines import has_date
from briefing.reading.furniture import Furniture, furniture
from briefing.reading.lines import blocks
from briefing.reading.titles import is_headline
from briefing.wording.reading import ONLY_BEGINNING

_LIST_LINES = 25
"""Lines of a list ("Related stories" and its headlines) that are cut at most."""

_TEASER_LINES = 3
_TEASER_SIGNS = 200
_LINK_WORDS = 5
"""Words that a headline has at least: a shorter line is a heading of the article."""

_MENU_LINES = 3
_MENU_WORDS = 6
_BOX_SIGNS = 60
_BOXES = frozenset(("newsletters", "cookies", "paywall"))
"""Kinds whose words may stand in several short lines."""

_LABEL_ABOVE = re.compile(
    r"(?:image|media|photo|video) caption\s*[,:]?|open this (?:photo|image) in gallery:?"
    r"|list \d+ of \d+",
    re.IGNORECASE,
)
"""Lines that say what the next one is."""

_HARD_WRAPPED = 45
_BLOCK_LINES = 5
_NOTED_SIGNS = 300

_NEVER_FIRST = frozenset(("links", "captions", "corrections"))
"""Kinds of lines that, at the top, are titles: "Watch: …", "Pictured: …"."""

_TRUNCATED = re.compile(r"(?:…|\.{3})?\s*\[\+\d+ chars\]\s*$")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without boilerplate.

    Attributes:
        text: What is left.
        removed: What was cut, in the order of the text.
        captions: What of it are captions and credits of pictures.
        notes: What a reader should know of it, each one sentence.
    """

    text: str
    removed: tuple[str, ...]
    captions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def cut_boilerplate(text: str) -> Cut:
    """Cut the lines of a text that are not the article's."""
    lines = text.split("\n")
    patterns = furniture()
    gone = _anywhere(lines, patterns)
    first = _first_line(lines, gone, patterns)
    last = _end_of_body(lines, first, gone, patterns)
    if last <= first or all(n in gone or not lines[n].strip() for n in range(first, last)):
        return Cut("", tuple(blocks(lines)))
    kinds = dict(gone)
    for number in (*range(first), *range(last, len(lines))):
        gone.setdefault(number, "ends")
    removed = tuple(blocks(lines, set(range(len(lines))) - gone.keys()))
    of_pictures = {number for number, kind in kinds.items() if kind == "captions"}
    captions = tuple(blocks(lines, set(range(len(lines))) - of_pictures))
    return Cut(_left(lines, gone), removed, captions, tuple(_notes(lines, kinds, last)))


def _anywhere(lines: Sequence[str], patterns: Furniture) -> dict[int, str]:
    """Return the lines that go wherever they stand, with their kinds."""
    gone: dict[int, str] = {}
    full = [n for n, line in enumerate(lines) if line.strip()]
    top, last = (full[0], full[-1]) if full else (0, 0)
    ended = next((n for n in full if lines[n].rstrip().endswith((".", "”", '."'))), last)
    for start, end in _blocks(lines):
        for number in range(start, end):
            kind = patterns.kind(lines[number].strip())
            if kind == "agencies":
                kind = "captions" if ended < number < last else None
            if kind is not None and (number > top or kind not in _NEVER_FIRST):
                gone[number] = kind
            elif number > start and _LABEL_ABOVE.fullmatch(lines[number - 1].strip()):
                gone[number] = gone.get(number - 1, "links")
        block = lines[start:end]
        if start > top and 1 < len(block) <= _BLOCK_LINES:
            kind = patterns.kind(" ".join(line.strip() for line in block))
            if kind is not None and (_is_wrapped(block) or (kind in _BOXES and _is_box(block))):
                gone |= dict.fromkeys(range(start, end), kind)
        _take_weak(lines, start, end, gone, patterns)
    _take_lists(lines, gone, patterns)
    _take_comments(lines, gone, patterns)
    return gone


def _take_weak(
    lines: Sequence[str], start: int, end: int, gone: dict[int, str], patterns: Furniture
) -> None:
    """Take the buttons that touch a line that goes, within its block."""
    for numbers in (range(start, end), range(end - 1, start - 1, -1)):
        before: int | None = None
        for number in numbers:
            if (
                number not in gone
                and before in gone
                and patterns.weak.fullmatch(lines[number].strip())
            ):
                gone[number] = gone[before] if before is not None else "ends"
            before = number


def _take_lists(lines: Sequence[str], gone: dict[int, str], patterns: Furniture) -> None:
    """Take lists of other articles between paragraphs: their heading and the headlines under it."""
    blocks = list(_blocks(lines))
    top = blocks[0][0] if blocks else 0
    for place, (start, end) in enumerate(blocks):
        for number in range(start, end):
            if number == top or not patterns.lists.fullmatch(lines[number].strip()):
                continue
            items = list(_items(lines, number + 1, end))
            if number + 1 == end:
                for first, last in blocks[place + 1 : place + 1 + _LIST_LINES]:
                    one = lines[first].strip()
                    alone = all(has_date(line.strip()) for line in lines[first + 1 : last])
                    if not (alone and _is_link(one) and len(one.split()) >= _LINK_WORDS):
                        break
                    items += range(first, last)
            if items:
                gone |= dict.fromkeys((number, *items), "links")


def _items(lines: Sequence[str], start: int, end: int) -> Iterator[int]:
    for number in range(start, end):
        if not _is_link(lines[number].strip()):
            return
        yield number


def _take_comments(lines: Sequence[str], gone: dict[int, str], patterns: Furniture) -> None:
    """Take readers' comments, from their heading to the end."""
    signs = (n for n, line in enumerate(lines) if patterns.comment_signs.fullmatch(line.strip()))
    last = max(signs, default=0)
    for number in range(len(lines) // 3, last):
        if patterns.comment_headings.fullmatch(lines[number].strip()):
            for below in range(number, len(lines)):
                gone.setdefault(below, "comments")
            return


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the runs of lines between blank ones begin and end."""
    start: int | None = None
    for number, line in enumerate(lines):
        if line.strip():
            start = number if start is None else start
        elif start is not None:
            yield start, number
            start = None
    if start is not None:
        yield start, len(lines)


def _is_wrapped(block: Sequence[str]) -> bool:
    """Say whether the lines of a block are one paragraph that was broken to a width."""
    return all(
        after.strip()[:1].islower()
        or (len(before.strip()) >= _HARD_WRAPPED and before.strip()[-1] not in '.!?”"')
        for before, after in pairwise(block)
    )


def _is_box(block: Sequence[str]) -> bool:
    """Say whether the lines of a block are those of a box: short, and no sentences."""
    return all(len(line.strip()) <= _BOX_SIGNS and line.strip()[-1] not in ".!”" for line in block)


def _first_line(lines: Sequence[str], gone: dict[int, str], patterns: Furniture) -> int:
    first = _below_menus(lines, patterns)
    for number, line in enumerate(lines):
        if number < first:
            continue
        words = line.strip()
        if words and number not in gone and not patterns.head.fullmatch(words):
            break
        first = number + 1
    return first


def _below_menus(lines: Sequence[str], patterns: Furniture) -> int:
    """Return the number of the line below the menus at the top: blocks of names of sections."""
    first = 0
    for start, end in _blocks(lines):
        block = [line.strip() for line in lines[start:end]]
        short = all(len(one.split()) <= _MENU_WORDS and one[-1] not in ".!?:”" for one in block)
        known = sum(
            any(of.fullmatch(one) for of in (patterns.head, patterns.above, patterns.menu))
            for one in block
        )
        if not short or len(block) < _MENU_LINES or known < 0.5 * len(block):
            return first
        first = end
    return 0  # nothing but menus: no article is lost


def _end_of_body(
    lines: Sequence[str], first: int, gone: dict[int, str], patterns: Furniture
) -> int:
    """Return the number of the line after the body's last."""
    last = len(lines)
    while True:
        kept = last
        while kept > first and (kept - 1 in gone or _is_boilerplate(lines[kept - 1], patterns)):
            kept -= 1
        kept = _without_list(lines, first, kept, patterns)
        if kept == last:
            return last
        last = kept


def _is_boilerplate(line: str, patterns: Furniture) -> bool:
    words = line.strip()
    return not words or patterns.lines.fullmatch(words) is not None


def _without_list(lines: Sequence[str], first: int, last: int, patterns: Furniture) -> int:
    """Step back over a list of headlines or teasers under its heading, such as "Read next"."""
    lowest = max(first, last - _LIST_LINES)
    for start, end in reversed(list(_blocks(lines[:last]))):
        if end <= lowest:
            break
        for number in range(end - 1, max(start, lowest) - 1, -1):
            words = lines[number].strip()
            if patterns.lists.fullmatch(words) and _is_list(lines[number + 1 : end], patterns):
                return number
        if not _is_list(lines[start:end], patterns):
            break
    return last


def _is_list(block: Sequence[str], patterns: Furniture) -> bool:
    """Say whether lines are entries of a list: headlines, or one headline with what it is about."""
    words = [line.strip() for line in block]
    if all(_is_link(one) or _is_boilerplate(one, patterns) for one in words):
        return True
    teaser = 1 < len(words) <= _TEASER_LINES and max(map(len, words)) <= _TEASER_SIGNS
    return (teaser or len(words) == 1) and is_headline(words[0])


def _is_link(words: str) -> bool:
    """Say whether a line may be an entry of a list: short, and no sentence of its own."""
    return bool(words) and len(words) <= 120 and words[-1] not in ".!”\"'’:;,"


def _left(lines: Sequence[str], gone: dict[int, str]) -> str:
    """Return the lines that stay; where some went, one blank line stays of those around them."""
    kept: list[str] = []
    cut = False
    for number, line in enumerate(lines):
        if number in gone:
            cut = True
            continue
        if cut and not line.strip() and (not kept or not kept[-1].strip()):
            continue
        cut = cut and not line.strip()
        kept.append(line)
    return "\n".join(kept).strip("\n")


def _notes(lines: Sequence[str], kinds: dict[int, str], last: int) -> Iterator[str]:
    """Yield what a reader should know of the lines that went."""
    captions = sum(kind == "captions" for kind in kinds.values())
    if captions == 1:
        yield "1 caption or credit of a picture was set apart."
    elif captions:
        yield f"{captions} captions and credits of pictures were set apart."
    for number, kind in kinds.items():
        if kind == "corrections":
            words = " ".join(lines[number].split())
            shown = words if len(words) <= _NOTED_SIGNS else f"{words[:_NOTED_SIGNS]}…"
            yield f"The article carries a note: “{shown}”"
    body = [number for number in range(last) if number not in kinds and lines[number].strip()]
    asks = [number for number, kind in kinds.items() if kind == "paywall"]
    cut_off = body and _TRUNCATED.search(lines[body[-1]])
    if body and ((asks and max(asks) > body[-1]) or cut_off):
        yield ONLY_BEGINNING
