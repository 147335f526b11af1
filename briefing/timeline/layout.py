"""Where each event of a drawn timeline stands: rows in lanes, titles that lie on no other.

A lane that holds more than it has rows for is a closed one: what comes first stands in it with its
words, the rest is counted in a strip along its top. Coordinates are pixels; x from the left end of
the line, y from the top of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.timeline.bars import ArticleDate, Bar
from briefing.timeline.scale import Scale, make_scale
from briefing.wording.text_width import lines, width

SIZE = 13.0
LINE = 17.0
_PAD = 9.0
_BESIDE = 11.0
_APART = 14.0
_STRIP, _BIN = 26.0, 30.0
"""How high the strip of what is counted is, and how wide one of its places, about."""

MOST_OWN = 6
"""So many articles' dates have a line of their own; more are ticks or a strip at the top."""

_OPEN = 0.12
"""How far an open end reaches, as a share of the line."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words beside an event.

    Attributes:
        lines: The title, in as many lines as it takes.
        when: The date; it stands behind the last line or below it.
        below: Whether it stands below.
        x: Where they begin, or end where `ends`.
        ends: Whether they end at `x`.
        above: Whether the bar is below them, as it leaves no room beside it.
    """

    lines: tuple[str, ...]
    when: str
    below: bool
    x: float
    ends: bool
    above: bool

    @property
    def rows(self) -> int:
        """How many lines it takes, with its bar's where that is below."""
        return len(self.lines) + self.below + self.above


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its place: from `left` to `right`, its middle and that of its words at `y`."""

    bar: Bar
    left: float
    right: float
    y: float
    label: Label

    @property
    def line(self) -> float:
        """Where the mark or bar itself stands."""
        return self.y + LINE * (self.label.rows - 1) / 2 if self.label.above else self.y


@dataclass(frozen=True, slots=True)
class Tally:
    """Events of one lane that are counted in one place, without words, in order of time."""

    bars: tuple[Bar, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane from `top` on; `events` counts what it holds, drawn with words or not."""

    name: str
    top: float
    height: float
    events: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A timeline laid out on a line of `room` pixels."""

    scale: Scale
    room: float
    lanes: tuple[Lane, ...]
    events: tuple[Placed, ...]
    height: float
    tallies: tuple[Tally, ...] = ()

    def x(self, day: date) -> float:
        """Return where a day stands on the line."""
        return _x(self.scale, self.room, self.scale.x(day))


def lay_out(
    shown: Sequence[Bar],
    own: Sequence[ArticleDate],
    room: float,
    *,
    most_lines: int,
    share: float = 0.5,
    most_rows: Mapping[str, int] | None = None,
    head: float = 0.0,
) -> Layout:
    """Give each event a row in its lane and its words a place, or a place where it is counted.

    Args:
        shown: The events, at least one, ordered by lane; in a lane with a limit, the first ones
            that there is room for get words, so those that matter most come first.
        own: The articles' own dates.
        room: Pixels of the line.
        most_lines: How many lines a title may take.
        share: How much of the line the words of an event may take, of 1.
        most_rows: How many rows lanes may have, by name; as many as it takes where one has none.
        head: Pixels above each lane's events, for its name.
    """
    scale = scale_of(shown, own)
    lanes: list[Lane] = []
    placed: list[Placed] = []
    tallies: list[Tally] = []
    top = 0.0
    for name in dict.fromkeys(bar.lane for bar in shown):
        theirs = [bar for bar in shown if bar.lane == name]
        most = (most_rows or {}).get(name)
        words = _Words(room, max(room * share - _BESIDE, 90.0), most_lines)
        rows, rest = _rows(theirs, scale, words, most)
        if most is not None:  # those that have words, in order of time
            kept = {bar.event_id for row in rows for bar, _ends, _label in row}
            timely = sorted((b for b in theirs if b.event_id in kept), key=lambda b: b.days[0])
            rows, _none = _rows(timely, scale, words, None)
        y = top + head + _PAD / 2
        if rest:
            tallies += _tallies(rest, scale, room, y + _STRIP / 2)
            y += _STRIP
        for row in rows:
            high = max(label.rows for _bar, _ends, label in row) * LINE + _PAD
            placed += [
                Placed(bar, left, right, y + high / 2, label) for bar, (left, right), label in row
            ]
            y += high
        lanes.append(Lane(name, top, y + _PAD / 2 - top, len(theirs)))
        top = y + _PAD / 2
    return Layout(scale, room, tuple(lanes), tuple(placed), top, tuple(tallies))


def counted_places(days: Iterable[date], laid: Layout) -> list[tuple[float, list[date]]]:
    """Count days in places along the line: where each place is, and its days in order.

    Args:
        days: The days; one that several articles have stands several times.
        laid: The timeline.
    """
    number = max(1, int(laid.room / _BIN))
    found: dict[int, list[date]] = {}
    for day in sorted(days):
        found.setdefault(_place(laid.x(day), laid.room, number), []).append(day)
    return [((at + 0.5) * laid.room / number, held) for at, held in sorted(found.items())]


def scale_of(shown: Sequence[Bar], own: Sequence[ArticleDate]) -> Scale:
    """Return the scale of a timeline, with the last article's date in its middle."""
    middles = [article.middle for article in own if article.middle is not None]
    days = [day for bar in shown for day in bar.days]
    return make_scale([*days, *middles], max(middles) if middles else None)


_Row = list[tuple[Bar, tuple[float, float], Label]]


def _place(x: float, room: float, number: int) -> int:
    return min(max(int(x / room * number), 0), number - 1)


def _tallies(rest: Sequence[Bar], scale: Scale, room: float, y: float) -> list[Tally]:
    """Count events in places along the line that are far enough from each other."""
    number = max(1, int(room / _BIN))
    found: dict[int, list[Bar]] = {}
    for bar in sorted(rest, key=lambda bar: (bar.days[0], bar.title)):
        left, _right = _ends(bar, scale, room)
        found.setdefault(_place(left, room, number), []).append(bar)
    wide = room / number
    return [Tally(tuple(bars), (at + 0.5) * wide, y) for at, bars in sorted(found.items())]


@dataclass(frozen=True, slots=True)
class _Words:
    """How much room words have: that of the line, their most, their most lines."""

    room: float
    widest: float
    most_lines: int


def _rows(
    bars: Sequence[Bar], scale: Scale, words: _Words, most: int | None
) -> tuple[list[_Row], list[Bar]]:
    """Return the rows of a lane, and the events for which they have no room."""
    rows: list[_Row] = []
    rest: list[Bar] = []
    busy: list[list[tuple[float, float]]] = []
    for bar in bars:
        ends = _ends(bar, scale, words.room)
        label = _label(bar, ends, words)
        start, end = _taken(bar, ends, label)
        free = (
            number
            for number, taken in enumerate(busy)
            if all(end < left or start > right for left, right in taken)
        )
        number = next(free, len(rows))
        if number == most:
            rest.append(bar)
            continue
        if number == len(rows):
            rows.append([])
            busy.append([])
        rows[number].append((bar, ends, label))
        busy[number].append((start, end))
    return rows, rest


def _ends(bar: Bar, scale: Scale, room: float) -> tuple[float, float]:
    """Return where a bar begins and ends; an open end reaches some way on and no further."""
    days = [_x(scale, room, scale.x(day)) for day in bar.days]
    if bar.first and bar.last:
        return days[0], days[1]
    if bar.last:
        return max(0.0, days[0] - _OPEN * room), days[0]
    until = days[0] + _OPEN * room
    if bar.tense == "ongoing":
        until = max(until, _x(scale, room, scale.x(scale.middle)))
    return days[0], min(room, until)


def _x(scale: Scale, room: float, x: float) -> float:
    left, right = scale.x(scale.first), scale.x(scale.last)
    return (x - left) / (right - left) * room


def _label(bar: Bar, ends: tuple[float, float], words: _Words) -> Label:
    """Put the words behind the bar, before it, or above it where it leaves no room beside it."""
    left, right = ends
    room, widest, most_lines = words.room, words.widest, words.most_lines
    after, before = room - right - _BESIDE, left - _BESIDE
    least = min(widest, 150.0)
    whole = min(_wide(bar, widest, most_lines), widest)
    if after >= min(whole, widest):
        side, space = "after", after
    elif before >= min(whole, widest):
        side, space = "before", before
    elif max(after, before) >= least:
        side, space = ("after", after) if after >= before else ("before", before)
    else:
        side, space = "above", room - left
    text, below = _broken(bar, min(space, widest), most_lines)
    x = {"after": right + _BESIDE, "before": left - _BESIDE, "above": left}[side]
    return Label(text, bar.lines[1], below, x, side == "before", side == "above")


def _broken(bar: Bar, space: float, most_lines: int) -> tuple[tuple[str, ...], bool]:
    text = tuple(lines(bar.title, space, SIZE, most_lines, bold=bar.ahead))
    last = width(text[-1], SIZE, bold=bar.ahead) if text else 0.0
    return text, last + width("   " + bar.lines[1], SIZE) > space


def _wide(bar: Bar, space: float, most_lines: int) -> float:
    text, below = _broken(bar, space, most_lines)
    bold = bar.ahead
    wide = [width(line, SIZE, bold=bold) for line in text] or [0.0]
    date_words = width("   " + bar.lines[1], SIZE)
    return max(*wide, date_words if below else wide[-1] + date_words)


def _taken(bar: Bar, ends: tuple[float, float], label: Label) -> tuple[float, float]:
    """Return the pixels from left to right that a bar and its words take."""
    bold = bar.ahead
    wide = [width(line, SIZE, bold=bold) for line in label.lines] or [0.0]
    date_words = width("   " + label.when, SIZE)
    most = max(*wide, date_words if label.below else wide[-1] + date_words)
    start, end = (label.x - most, label.x) if label.ends else (label.x, label.x + most)
    return min(start, ends[0] - 7) - _APART / 2, max(end, ends[1] + 7) + _APART / 2
