"""The title of a text: its lines, what stands above it, and the outlet's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.reading.bylines import is_byline
from briefing.reading.date_lines import dates_only, has_date
from briefing.reading.furniture import furniture, is_outlet
from briefing.reference.countries import find_country

_LENGTH = range(3, 221)
_NO_END = (".", ",", ";", ":", "…", "")
_ABOVE = 6
"""Lines that may stand above a title at most."""

_HEADLINE_WORDS = range(4, 17)
_WRAPPED = 110
"""Signs of the longest line of a title that goes on in a second one."""

_LONGER = 40
"""Signs that a paragraph is longer than the title that stands right above it."""

_SENTENCE_WORDS = re.compile(
    r"\b(?:the|an?|said|says|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|^(?:he|she|it|they|we|i|you|this|that|these|those|there|here)\b",
    re.IGNORECASE,
)
"""What a sentence has and a headline leaves out."""

GOES_ON = re.compile(
    r"(?:a|an|the|of|in|on|at|to|for|from|with|by|and|or|as|but|over|after|before|into|against|"
    r"amid|than|that|its?|his|her|their|is|are|was|were|will|has|have)",
    re.IGNORECASE,
)
"""Words with which a title goes on in its next line, or that stand before its break."""

_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,40}(?:,[^.\n]{2,40})?\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/\.?)?\s*"
    r"(?:[-–—]{1,2}|:)\s"
)
_ASKED = re.compile(r"(?:q|a|question|answer)\s?[:.]\s", re.IGNORECASE)
_UNDERLINE = re.compile(r"[=~_-]{3,}")
_BEHIND = re.compile(r"^(?P<head>.*\S)\s+(?P<sign>[|–—·•-])\s+(?P<name>[^|–—·•]{2,60})$")
_LABEL = re.compile(r"(?:title|headline)\s*:\s+(?=\S)", re.IGNORECASE)
_HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class Titled:
    """A text and its title.

    Attributes:
        text: The text, which begins with the title where there is one.
        title: The title, or an empty string.
        removed: What stood above the title or behind it and was cut.
        source: The outlet named behind it, or None.
    """

    text: str
    title: str
    removed: tuple[str, ...] = ()
    source: str | None = None


def titled(text: str) -> Titled:
    """Find the title of a text, and cut what is not the title's from its lines.

    A title is the first line that reads like one, with a blank line, a byline or a date after it;
    one that goes on in a second line is joined. Days, symbols of documents and names of sections
    above it are cut.
    """
    lines = text.split("\n")
    above = _above(lines)
    found = _title(lines[above:])
    if found is None and above:
        above, found = 0, _title(lines)
    if found is None:
        return Titled(text, "")
    title, used = found
    title, removed, source = _without_outlet(title)
    if label := _LABEL.match(title):
        removed.append(label[0].strip())
        title = title[label.end() :]
    body = lines[above + used :]
    if body and _UNDERLINE.fullmatch(body[0].strip()):
        removed.append(body.pop(0).strip())
    cut = [line.strip() for line in lines[:above] if line.strip()]
    source = source or next((line for line in cut if is_outlet(line)), None)
    return Titled("\n".join((title, *body)), title, (*cut, *removed), source)


def is_headline(line: str) -> bool:
    """Tell whether a line with a full stop is a headline: short, without articles, or in capitals.

    "Senator seeks sanctions on Ruritania over hacking." is one; "It rained in Lima on Monday." is
    the first paragraph of a text without a title.
    """
    words = line.rstrip("”’\"'»)").removesuffix(".").split()
    if not line.endswith(".") or line.endswith("..") or len(words) not in _HEADLINE_WORDS:
        return False
    if re.search(r"[a-z][.!?] [A-Z]", line):  # several sentences
        return False
    return _in_title_case(words) or _SENTENCE_WORDS.search(line) is None


def _in_title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _above(lines: Sequence[str]) -> int:
    """Return the number of the first line that may be a title, below what stands above one."""
    found = 0
    seen = 0
    for number, line in enumerate(lines):
        words = line.strip()
        if not words:
            continue
        seen += 1
        if seen > _ABOVE or not (
            furniture().above.fullmatch(words)
            or (has_date(words) and dates_only(words))
            or is_outlet(words)
            or find_country(words) is not None
        ):
            return number if found else 0
        found = number + 1
    return 0


def _title(lines: Sequence[str]) -> tuple[str, int] | None:
    """Return the title and how many lines it takes, None where the first line is none."""
    title = lines[0].rstrip() if lines else ""
    if not _may_be_title(title):
        return None
    block = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    if (
        not any(line.strip() for line in lines[block:])
        and block <= _HEAD_LINES
        and (all(_of_head(line.strip()) for line in lines[1:block]))
    ):
        return None  # nothing but a head
    below = next(
        (n for n in range(1, min(block, _HEAD_LINES)) if not _of_head(lines[n].strip())), block
    )
    if below == block:
        return title, 1
    if below > 1:
        longer = len(lines[below]) >= len(title) + _LONGER
        return (title, 1) if longer and not title.endswith(".") else None
    second = lines[1].strip()
    if block == 2:
        if _joins(title, second):
            return (f"{title} {second}", 2) if any(map(str.strip, lines[block:])) else None
        if _is_standfirst(title, second):
            return title, 1
    if _stands_above(title, second):
        return title, 1
    return None


def _may_be_title(title: str) -> bool:
    if len(title) not in _LENGTH or title != title.lstrip():
        return False
    end = title.rstrip("”’\"'»)")[-1:]
    if end in _NO_END and not (_ABBREVIATION.search(title) or is_headline(title)):
        return False
    if len(title) > 120 and re.search(r"[a-z][.!?] [A-Z]", title):  # a paragraph of sentences
        return False
    return not (
        _ASKED.match(title)
        or _DATELINE.fullmatch(f"{title} ")
        or dates_only(title)
        or is_byline(title)
        or _UNDERLINE.fullmatch(title)
    )


def _of_head(words: str) -> bool:
    """Say whether a line under a title is one of its head: who wrote it, when."""
    return is_byline(words) or has_date(words) or _UNDERLINE.fullmatch(words) is not None


def _joins(first: str, second: str) -> bool:
    """Say whether a title goes on in its second line."""
    if max(len(first), len(second)) > _WRAPPED or len(first) + len(second) not in _LENGTH:
        return False
    if second.rstrip("”’\"'»)")[-1:] in _NO_END or first.rstrip("”’\"'»)")[-1:] in (
        *_NO_END,
        "?",
        "!",
    ):
        return False
    if second[0].islower():
        return True
    last, next_one = first.split()[-1], second.split()[0]
    if GOES_ON.fullmatch(last):
        return True
    both = _in_title_case(first.split()) and _in_title_case(second.split())
    led = GOES_ON.fullmatch(next_one) is not None
    return both or (led and _in_title_case(f"{first} {second}".split()))


def _is_standfirst(first: str, second: str) -> bool:
    """Say whether a title has a line of its own under it that tells more."""
    if first.endswith(".") or not second[0].isupper() or _SENTENCE_WORDS.search(first):
        return False
    if GOES_ON.fullmatch(first.split()[-1]) or len(first.split()) not in _HEADLINE_WORDS:
        return False
    return second[-1] not in ",;:" and (second[-1] != "." or len(second) > len(first) + _LONGER)


def _stands_above(first: str, second: str) -> bool:
    """Say whether a line is a title right above its first paragraph."""
    if len(second) < len(first) + _LONGER or first.endswith("."):
        return False
    if _DATELINE.match(second):
        return True
    if not (second[0].isupper() or second[0] in '“"‘') or second[-1] not in '.!?”"':
        return False
    words = first.split()
    return (
        len(words) in _HEADLINE_WORDS
        and not _SENTENCE_WORDS.search(first)
        and not GOES_ON.fullmatch(words[-1])
    )


def _without_outlet(title: str) -> tuple[str, list[str], str | None]:
    """Return a title without the outlet's name behind it, what was cut, and the outlet."""
    cut: list[str] = []
    source: str | None = None
    while match := _BEHIND.search(title):
        head, name = match["head"], match["name"].strip()
        if len(head.split()) < 3:
            break
        section = furniture().above.fullmatch(name) is not None
        if not (is_outlet(name) or (section and match["sign"] == "|")):
            break
        source = name if is_outlet(name) else source
        cut.insert(0, title[match.end("head") :].strip())
        title = head
    return title, cut, source
