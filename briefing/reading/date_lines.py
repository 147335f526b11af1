"""The lines that say of what day an article is: datelines, bylines, labels, closing formulas.

The day of first publication goes before that of an update, and a line of the page's own head
("Tuesday, 3 March 2026" above the title, "Today", "Printed on") comes last. Days of events,
pictures and deadlines, copyright years and days in running sentences are never the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import cache, lru_cache

from briefing.clock import machine_day
from briefing.reading.written_days import WrittenDay, settled, written_days
from briefing.reference import files

FIRST_YEAR = 1900
"""Articles of earlier years are so rare that such a year is most often a slip."""

_HEAD_SIGNS = 2_500
_HEAD_LINES = 40
_HEAD_BODY = 3
"""How many lines of running text may stand above the last dateline or line with the date."""

_NEXT = 6
"""How many lines may stand between the line of the date and the text."""

_FOOT_LINES = 12
_NAME = 4
"""Words of the longest name of a place or an outlet."""

_LONGEST = 160
"""A longer line is running text."""

_ROUND = r"(?P<agency>\([^)\n]{2,40}\)|/[^/\n]{2,30}/|[A-Z][A-Z.&/ ]{1,25})"
_AFTER = re.compile(rf"\s*\)?[\s,.]*{_ROUND}?[\s,.]*(?:\s[-–—]{{1,2}}\s|[-–—]{{2}}|[–—_]|:\s)")
_AFTER_STOP = re.compile(r"\.\s+[A-Z“\"]")
_PLACE_AFTER = re.compile(r",\s+[A-Z][\w.'’-]*(?:,?\s[A-Z][\w.'’-]*){0,3}\s+[-–—]{1,2}\s")
_PLACE = re.compile(
    r"\W*(?P<first>[A-Z][\w.'’-]*)(?:[\s,./]+(?:[A-Z][\w.'’-]*|of|and|de|la|the)){0,7}"
    r"(?:\s*\([^)\n]{2,40}\))?\s*[,.|(–—-]*\s*(?:the\s+)?"
)
_CAPITALS = re.compile(r"(?:^|[.!?”\"]\s+)(?P<place>[A-Z]{3,}[A-Z .,'’-]*,\s+)$")
_BYLINE_AFTER = re.compile(r"\s+(?:By|From)\s+[A-Z]")
_PREPOSITION = re.compile(
    r"\b(?:on|in|of|since|until|till|from|by|to|for|before|after|between|at|and|dated)"
    r"\s+(?:the\s+)?$",
    re.I,
)
_RANGE_BEFORE = re.compile(r"(?<![:.]\d\d)(?<!\d)\d{1,2}\s*(?:[-–—]|to|and|&)\s*$", re.I)
_RANGE_BETWEEN = re.compile(r"\s*(?:[-–—]+|to|until|till|and)\s*", re.I)
_RANGE_AFTER = re.compile(r"\s*(?:[-–—]|to\b|until\b)\s*\d{1,2}\s+[A-Z][a-z]{2,}", re.I)
_CLAUSE = re.compile(r",\s+(?:an?|the|this|its?|his|her|their|he|she|they)\b", re.I)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b", re.I
)
_BY = re.compile(r"\b[Bb]y:?\s+[^\W\d_][\w.’'-]*")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SUN = re.compile(r"\bSun,?\s")
"""The outlet rather than the weekday."""

_CLOSES = re.compile(r"[\s.;)]*$|,?\s+(?:in|both|each|all|at|by)\b", re.I)


class Kind(IntEnum):
    """What a line makes of its date; the lower, the more it says of the article's own."""

    PUBLISHED = 1
    DATELINE = 2
    LINE = 3
    CLOSING = 4
    UPDATED = 5
    COPIED = 6


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date of the article's own, and how it is known to be.

    Attributes:
        kind: What makes it the article's own.
        written: The date as it is written.
        start: Offset of the first sign of what only dates the article: its line, or of running text
            the date alone.
        end: Offset after its last.
        bare: Whether but a place or an outlet stands in its line, as in a page's head.
        row: Number of its line among those that are not blank.
    """

    kind: Kind
    written: WrittenDay
    start: int
    end: int
    bare: bool = False
    row: int = 0

    @property
    def day(self) -> date | None:
        """The day, where it is settled."""
        return self.written.days[0] if len(self.written.days) == 1 else None


@dataclass(frozen=True, slots=True)
class OwnDate:
    """What a text says of its own date.

    Attributes:
        day: The day that it states.
        doubtful: The best line whose date cannot be the day, or is one of two; None where a day is
            stated.
        lines: All dates of the article itself, the best first; also those without a year.
    """

    day: date | None
    lines: tuple[DateLine, ...]
    doubtful: DateLine | None = None


def may_be_published(day: date) -> bool:
    """Say whether a day is one on which an article can have been published."""
    return FIRST_YEAR <= day.year <= machine_day().year + 1


@lru_cache(maxsize=8)
def own_date(text: str) -> OwnDate:
    """Return what the lines of a text say of its own date."""
    found = list(_found(text))
    near = [near for line in found for near in _near(line.written)]
    found = [replace(line, written=settled(line.written, text, near)) for line in found]
    found.sort(key=lambda line: (_rank(line), line.written.start))
    dated = [line for line in found if line.written.days and line.kind < Kind.COPIED]
    known = [line for line in dated if _is_sure(line, text)]
    best = known[0] if known else None
    if best is not None and best.bare:
        best = _below_masthead(best, known)
    if best is not None:
        found.remove(best)
        found.insert(0, best)
    doubtful = dated[0] if dated and best is None else None
    return OwnDate(best.day if best else None, tuple(found), doubtful)


def has_date(line: str) -> bool:
    """Say whether a line tells of what day the article is, and is no sentence."""
    return any((dated.start, dated.end) == (0, len(line)) for dated in own_date(line).lines)


def dates_only(line: str) -> bool:
    """Say whether a line is there for its date: "Oslo, 3 May 2024", "OSLO, May 3 (Wire) --"."""
    return any(dated.bare or dated.kind is not Kind.LINE for dated in own_date(line).lines)


def is_label(words: str) -> bool:
    """Say whether words do nothing but name the day beside them: "Last updated:"."""
    return _patterns().label.fullmatch(words.strip(" \t\n:|·•–—-")) is not None


def label_of(words: str) -> Kind | None:
    """Return what the last label in `words` makes of the date after it."""
    patterns = _patterns()
    last: tuple[int, Kind] | None = None
    for kind, pattern in (
        (Kind.PUBLISHED, patterns.published),
        (Kind.UPDATED, patterns.updated),
        (Kind.COPIED, patterns.copied),
    ):
        for match in pattern.finditer(words):
            if last is None or match.end() >= last[0]:
                last = (match.end(), kind)
    return last[1] if last else None


def _is_sure(line: DateLine, text: str) -> bool:
    """Say whether a line gives one day, which can be the article's and is that of its weekday."""
    if line.day is None or not may_be_published(line.day):
        return False
    written = line.written
    named = written.weekday in (None, line.day.isoweekday())
    return named or _SUN.search(text, written.start, written.end) is not None


def _rank(line: DateLine) -> int:
    return Kind.DATELINE if line.kind is Kind.LINE else line.kind


def _near(written: WrittenDay) -> Iterator[date | tuple[int, int]]:
    if len(written.days) == 1:
        yield written.days[0]
    if written.month_day is not None:
        yield written.month_day


def _below_masthead(best: DateLine, known: list[DateLine]) -> DateLine:
    """Return the article's date where `best` is but the day on which its page was saved."""
    for line in known:
        earlier = line.day is not None and best.day is not None and line.day < best.day
        if line.kind is Kind.LINE and earlier and best.row < min(line.row, 3):
            return line
    return best


def _found(text: str) -> Iterator[DateLine]:
    """Yield the dates of the article's own in the head, then those in the foot."""
    rows = _rows(text)
    body, reached = 0, 0
    dated: set[int] = set()
    for number, (start, end) in enumerate(rows[:_HEAD_LINES]):
        if start > _HEAD_SIGNS or body >= _HEAD_BODY:
            break
        before = text[slice(*rows[number - 1])] if number else ""
        running = is_running(text[start:end])
        body += running
        reached = number + 1
        ends = body > 0 and not running and not _goes_on(text, rows[number + 1 :])
        for line in _in_line(text, start, end, before, number, running=running):
            if not (ends and line.kind is Kind.LINE):
                dated.add(number)
                yield line
    foot = max(1, len(rows) - _FOOT_LINES)
    for number in range(1, len(rows)):
        start, end = rows[number]
        before = text[slice(*rows[number - 1])]
        if number in dated:
            continue
        if number >= foot:
            last = number == len(rows) - 1
            yield from _in_foot(text, start, end, before, number, last=last)
        elif number >= reached and text.startswith("Done at", start):
            yield from _closing(text, start, end, number)


def _goes_on(text: str, rows: list[tuple[int, int]]) -> bool:
    """Say whether running text comes soon after a line: a list of other articles has none."""
    return any(is_running(text[start:end]) for start, end in rows[:_NEXT])


def _rows(text: str) -> list[tuple[int, int]]:
    """Return start and end of each line that is not blank, without blanks at its ends."""
    return [match.span() for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def is_running(line: str) -> bool:
    """Say whether a line is running text: sentences, not a title or a line of names."""
    words = _WORD.findall(line)
    if len(line) > _LONGEST:
        return True
    small = sum(word[0].islower() for word in words)
    return len(words) >= 8 and small >= 4 and line.rstrip("”’\"')")[-1:] in (".", "?", "!", ":")


def _in_line(
    text: str, start: int, end: int, before: str, number: int, *, running: bool
) -> Iterator[DateLine]:
    """Yield the dates of a line of the head."""
    written = written_days(text, start, min(end, start + _HEAD_SIGNS))
    for place, one in enumerate(written):
        since = written[place - 1].end if place else start
        until = written[place + 1].start if place + 1 < len(written) else end
        if _in_range(text, one, written[place - 1] if place else None, until, end):
            continue
        kind = _kind(text, one, (start, end), since, before, running=running)
        if kind is None or (one.month is not None and kind in (Kind.DATELINE, Kind.COPIED)):
            continue
        of = (one.start, one.end) if running else (start, end)
        bare = kind is Kind.LINE and _is_bare(text[start : one.start], text[one.end : end])
        yield DateLine(kind, one, *of, bare, number)


def _is_bare(led: str, rest: str) -> bool:
    """Say whether nothing but a place or an outlet stands with a date."""
    left = _words(led, rest)
    apart = not led.strip() or led.rstrip()[-1] in ",|·•-–—:"
    return not left or (apart and len(left) <= _NAME and not _BY.search(f"{led} {rest}"))


def _in_range(text: str, one: WrittenDay, last: WrittenDay | None, until: int, end: int) -> bool:
    """Say whether a date is an end of a stretch: "12-14 May 2026", "3 May 1931 - 4 May 2011"."""
    before, after = text[max(0, one.start - 12) : one.start], text[one.end : end]
    if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after):
        return True
    if last is not None and _RANGE_BETWEEN.fullmatch(text, last.end, one.start):
        return True
    return until < end and bool(_RANGE_BETWEEN.fullmatch(text, one.end, until))


def _kind(
    text: str,
    one: WrittenDay,
    line: tuple[int, int],
    since: int,
    before: str,
    *,
    running: bool,
) -> Kind | None:
    """Return what makes a date in the head the article's own; None where nothing does."""
    start, end = line
    led, rest = text[start : one.start], text[one.end : end]
    if _is_dateline(led, rest):
        return Kind.DATELINE
    words = _patterns()
    glued = words.glued.search(led[-60:])
    if glued is not None and one.month_day is None and not _CLAUSE.match(rest):
        return Kind.UPDATED if words.updated.search(glued.group()) else Kind.PUBLISHED
    if running:
        byline = _BYLINE_AFTER.match(rest) and one.days and not _PREPOSITION.search(led)
        return Kind.LINE if byline else None
    between = text[since : one.start]
    if words.act.match(led if led.strip(" of") else f"{before} {led}"):
        return Kind.PUBLISHED
    spoken = words.spoken.match(led)
    if not spoken and words.others.search(between if since > start else between + rest):
        return None
    label = label_of(between) or _label_after(rest)
    if label is None and not led.strip() and words.label.fullmatch(before.strip(" :\t")):
        label = label_of(before)
    elif label is None and not led.strip() and words.other_label.fullmatch(before.strip(" :\t")):
        return None
    if label is None and _PREPOSITION.search(led):
        return None
    if any(word[0].islower() and word.rstrip(".") not in words.small for word in _words(led, rest)):
        return None
    return Kind.LINE if label is None else label


def _is_dateline(led: str, rest: str) -> bool:
    """Say whether running text begins with place and date: "OSLO, 3 May 2024 (Wire) - Norway"."""
    if not led.strip():
        return bool(_PLACE_AFTER.match(rest))
    place = _PLACE.fullmatch(led)
    if place is None or len(led) > 80 or place["first"].casefold() in _patterns().sentence:
        return bool(_CAPITALS.search(led) and _AFTER.match(rest))
    if label_of(led) is not None:
        return False
    after = _AFTER.match(rest)
    if after is not None and (after["agency"] or rest[after.end() :].strip()):
        return True
    return led.rstrip().endswith(",") and bool(_AFTER_STOP.match(rest))


def _in_foot(
    text: str, start: int, end: int, before: str, number: int, *, last: bool
) -> Iterator[DateLine]:
    """Yield the date of a closing formula, or of a last line of place and date."""
    line = text[start:end]
    closing = list(_closing(text, start, end, number)) if _patterns().closing.match(line) else []
    if closing:
        yield from closing
        return
    running = is_running(line)
    for dated in _in_line(text, start, end, before, number, running=running):
        written = dated.written
        signed = last and _PLACE.fullmatch(text[start : written.start])
        if dated.kind in (Kind.PUBLISHED, Kind.UPDATED):
            yield dated
        elif dated.kind is Kind.LINE and signed and not text[written.end : end].strip(" ."):
            yield replace(dated, kind=Kind.CLOSING)


def _closing(text: str, start: int, end: int, number: int) -> Iterator[DateLine]:
    for one in written_days(text, start, end)[:1]:
        led = text[start : one.start]
        if one.start - start < 120 and _CLOSES.match(text[one.end : end]) and ". " not in led:
            yield DateLine(Kind.CLOSING, one, one.start, one.end, row=number)


def _label_after(rest: str) -> Kind | None:
    """Return what a label in brackets behind a date makes of it: "10 July 2024 (updated)"."""
    if match := re.match(r"\s*\(([^)\d]{4,20})\)", rest):
        return label_of(match[1])
    return None


def _words(led: str, rest: str) -> list[str]:
    """Return the words of a line without its other dates, labels and clock times."""
    line = f"{led} {rest}"
    spans = [(one.start, one.end) for one in written_days(line)]
    return _left(line, spans)


def _left(line: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    for start, end in spans:
        line = line[:start] + " " * (end - start) + line[end:]
    patterns = _patterns()
    line = _BY.sub(" ", line)
    for pattern in (_CLOCK, patterns.published, patterns.updated, patterns.copied):
        line = pattern.sub(" ", line)
    return _WORD.findall(line)


@dataclass(frozen=True, slots=True)
class _Patterns:
    published: re.Pattern[str]
    updated: re.Pattern[str]
    copied: re.Pattern[str]
    label: re.Pattern[str]
    glued: re.Pattern[str]
    others: re.Pattern[str]
    other_label: re.Pattern[str]
    spoken: re.Pattern[str]
    closing: re.Pattern[str]
    act: re.Pattern[str]
    small: frozenset[str]
    sentence: frozenset[str]


@cache
def _patterns() -> _Patterns:
    data = files.toml("date_lines.toml")
    joined = {
        name: "|".join(one.replace(" ", r"\s+") for one in data[name])
        for name in ("published", "updated", "copied", "others", "closing", "acts", "spoken")
    }

    def words(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W\d_])(?:{joined[name]})(?![^\W\d_])", re.IGNORECASE)

    labels = f"{joined['published']}|{joined['updated']}|{joined['copied']}"
    own = f"{joined['published']}|{joined['updated']}"
    follows = r"(?:\s+(?:on|at|in))?"
    return _Patterns(
        published=words("published"),
        updated=words("updated"),
        copied=words("copied"),
        label=re.compile(rf"(?:{labels}){follows}", re.IGNORECASE),
        glued=re.compile(rf"(?:^|[\s|.(\[–—-])(?=[A-Z])(?i:{own}){follows}\s*:?\s*$"),
        others=words("others"),
        other_label=re.compile(
            rf"(?:\W*(?:{joined['others']}|date|time|of|and|the|by|on|at))+", re.IGNORECASE
        ),
        spoken=re.compile(rf"\W*(?:[A-Z]\w+ )?(?i:{joined['spoken']})\b"),
        closing=re.compile(rf"\W*(?:{joined['closing']})\b", re.IGNORECASE),
        act=re.compile(
            rf"\W*(?:[A-Z][\w/()-]*\s+){{0,4}}(?=[A-Z])(?i:{joined['acts']})\b[^.\n]{{0,90}}"
            r"\b(?i:of)\s+$"
        ),
        small=frozenset(data["small"]),
        sentence=frozenset(data["sentence"]),
    )
