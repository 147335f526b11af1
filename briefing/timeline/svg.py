"""The timeline as SVG, without a browser: the same lanes and scale as on the screen.

A day is a mark, a longer time a bar, an open end fades. What was worked out is hollow. What is
ahead is in bold, so that it stands out where no colour is printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

import pandas as pd

from briefing.drawing.svg_tree import add, number, root
from briefing.drawing.xml_text import xml_text
from briefing.map.colours import DARK, LIGHT, GroundColours
from briefing.timeline.bars import ArticleDate, Bar, Lanes, bars
from briefing.timeline.colours import COLOURS, DARK_COLOURS
from briefing.timeline.layout import LINE, MOST_OWN, SIZE, Layout, Placed, lay_out
from briefing.wording import headings, legends
from briefing.wording.dates import as_day, between
from briefing.wording.signs import SANS, TENSES
from briefing.wording.text_width import fitting, lines, width
from briefing.wording.words import count

_MARGIN = 12.0
_SMALL = 12.0
_MARK = 6.5
_BAR = 13.0
_HEAD = 26.0
_FOOT = 26.0
_SOLID = 0.34
_MOST_TRIED = 40
"""No low picture holds more events than these."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawn timeline.

    Attributes:
        svg: The picture.
        width: Its pixels.
        height: Its pixels.
        drawn: How many events it shows.
        dated: How many have a date; where more than `drawn`, the others are farther off.
    """

    svg: str
    width: int
    height: int
    drawn: int
    dated: int


def build_timeline_svg(
    events: pd.DataFrame,
    own: Sequence[ArticleDate] = (),
    *,
    lanes: Lanes = "country",
    width: int = 1200,
    height: int | None = None,
    dark: bool = False,
    title: str = headings.TIMELINE,
    of: int | None = None,
) -> Timeline | None:
    """Draw the events that have a date; None where none has.

    Args:
        events: Rows of `queries.events`.
        own: The articles' own dates.
        lanes: What a lane stands for.
        width: Pixels of the picture.
        height: Its most pixels; events far from the articles' dates are left out to keep to it.
        dark: Whether the ground is dark.
        title: What it shows, for those who do not see it.
        of: How many dated events there are, where `events` are the nearest of them.
    """
    shown = bars(events, lanes)
    if not shown:
        return None
    ink = DARK if dark else LIGHT
    dated = of or len({bar.event_id for bar in shown})
    side = _side(shown, width)
    room = width - side - 2 * _MARGIN
    around = _HEAD + _FOOT + 2 * _MARGIN
    most = None if height is None else height - around
    laid, shown, key = _fitted(events, own, lanes, room, width, most, dated)
    drawn = len({bar.event_id for bar in shown})
    total = around + laid.height + len(key) * LINE
    picture = root(width, total, title=title, face=SANS)
    add(picture, "rect", width=width, height=total, fill=ink.ground)
    area = add(
        picture, "g", transform=f"translate({number(_MARGIN + side)} {number(_MARGIN + _HEAD)})"
    )
    _draw_lanes(area, laid, side, ink)
    _draw_ticks(area, laid, ink)
    _draw_own(area, laid, own, ink)
    colours = DARK_COLOURS if dark else COLOURS
    for placed in laid.events:
        _draw_event(area, placed, colours[placed.bar.tone], ink)
    _draw_key(picture, key, _MARGIN + _HEAD + laid.height + _FOOT, colours, ink)
    return Timeline(ET.tostring(picture, encoding="unicode"), width, round(total), drawn, dated)


def nearest_rows(
    events: pd.DataFrame, own: Sequence[ArticleDate] = (), most: int = 1_000
) -> pd.DataFrame:
    """Return the dated events nearest to the articles' dates, in their order: all where few.

    Args:
        events: Rows of `queries.events`.
        own: The articles' own dates.
        most: How many at most; none of the others would have room in a drawing.
    """
    if len(events) <= most:
        return events
    keys = _in_order_of_nearness(_spans(events), own)[:most]
    return events[events["event_id"].isin(keys)]


def number_dated(events: pd.DataFrame) -> int:
    """Return how many events have a date."""
    return int((events["earliest"].notna() | events["latest"].notna()).sum())


def _spans(events: pd.DataFrame) -> dict[str, list[date]]:
    """Return the days on which dated events begin and end."""
    rows = zip(events["event_id"], events["earliest"], events["latest"], strict=True)
    days = {key: [as_day(first), as_day(last)] for key, first, last in rows}
    found = {key: [day for day in both if day is not None] for key, both in days.items()}
    return {key: held for key, held in found.items() if held}


def _in_order_of_nearness(
    spans: Mapping[str, Sequence[date]], own: Sequence[ArticleDate]
) -> list[str]:
    """Return the ids of events, those nearest to the articles' dates first."""
    middles = [each.middle for each in own if each.middle]
    middle = max(middles) if middles else max(d for days in spans.values() for d in days)
    away = {key: min(abs((day - middle).days) for day in days) for key, days in spans.items()}
    return sorted(away, key=lambda key: (away[key], key))


def _side(shown: Sequence[Bar], wide: int) -> float:
    names = {bar.lane for bar in shown}
    return min(max(width(name, SIZE) for name in names) + 14.0, max(88.0, wide * 0.14))


_Fitted = tuple[Layout, list[Bar], list[list["_Item"]]]


def _fitted(
    events: pd.DataFrame,
    own: Sequence[ArticleDate],
    lanes: Lanes,
    room: float,
    wide: int,
    height: float | None,
    dated: int,
) -> _Fitted:
    """Lay out as many events as the height allows, those nearest to the articles' dates.

    Where not all fit, each stands once, in that of its lanes which has most.
    """
    shown = bars(events, lanes)
    near = _in_order_of_nearness({bar.event_id: bar.days for bar in shown}, own)

    def tried(number_of: int, *, once: bool = False) -> _Fitted:
        kept = bars(events[events["event_id"].isin(near[:number_of])], lanes)
        if once:
            kept = list({bar.event_id: bar for bar in reversed(kept)}.values())[::-1]
        laid = lay_out(kept, own, room, most_lines=2)
        return laid, kept, _key(kept, laid, wide, dated)

    def high(found: _Fitted) -> float:
        return found[0].height + len(found[2]) * LINE

    best = tried(len(near))
    if height is None or high(best) <= height:
        return best
    least, most = 1, min(len(near), _MOST_TRIED)
    while least < most:
        middle_one = (least + most + 1) // 2
        if high(tried(middle_one, once=True)) <= height:
            least = middle_one
        else:
            most = middle_one - 1
    return tried(least, once=True)


@dataclass(frozen=True, slots=True)
class _Item:
    """A sign of the key and its words; a note has no sign."""

    words: str
    sign: str = ""
    tense: str = "past"

    @property
    def wide(self) -> float:
        return width(self.words, _SMALL, bold=self.tense == "upcoming") + (
            30.0 if self.sign else 0.0
        )


def _key(shown: Sequence[Bar], laid: Layout, wide: int, dated: int) -> list[list[_Item]]:
    """Say what marks mean, only those that are drawn, and what the drawing leaves out."""
    tenses = {bar.tense for bar in shown if not bar.not_so}
    items = [_Item(sign.word, "mark", tense) for tense, sign in TENSES.items() if tense in tenses]
    if any(bar.worked_out for bar in shown):
        items.append(_Item(f"Hollow: {legends.CALCULATED}", "hollow"))
    if any(bar.not_so for bar in shown):
        items.append(_Item(f"Cross: {legends.NOT_SO}", "cross"))
    if any(bar.first != bar.last and None not in (bar.first, bar.last) for bar in shown):
        items.append(_Item(f"Bar: {legends.PERIOD}", "bar"))
    if any(None in (bar.first, bar.last) for bar in shown):
        items.append(_Item("Fading: open end", "fade"))
    rows: list[list[_Item]] = [[]]
    at = _MARGIN
    for item in items:
        if rows[-1] and at + item.wide > wide - _MARGIN:
            rows.append([])
            at = _MARGIN
        rows[-1].append(item)
        at += item.wide + 20.0
    drawn = len({bar.event_id for bar in shown})
    notes = []
    if not laid.scale.even:
        notes.append("Days near the middle are drawn wider than years far from it.")
    if drawn < dated:
        notes.append(f"Drawn: {drawn:,} of {count(dated, 'event')} with a date, the nearest.")
    room = wide - 2 * _MARGIN
    return rows + [[_Item(line)] for note in notes for line in lines(note, room, _SMALL, 3)]


def _draw_lanes(parent: ET.Element, laid: Layout, side: float, ink: GroundColours) -> None:
    for number_of, lane in enumerate(laid.lanes):
        if number_of % 2 == 0:
            add(
                parent, "rect", x=-side, y=lane.top, width=laid.room + side, height=lane.height,
                fill=ink.sea,
            )  # fmt: skip
        add(
            parent, "path", d=f"M{number(-side)} {number(lane.top)}H{number(laid.room)}",
            stroke=ink.land, stroke_width=1,
        )  # fmt: skip
        names = lines(lane.name, side - 12, SIZE, max(1, int(lane.height // LINE)))
        middle = lane.top + lane.height / 2 - LINE * (len(names) - 1) / 2
        for place, line in enumerate(names):
            _text(parent, line, -side + 6, middle + LINE * place + SIZE * 0.36, ink.text)
    add(
        parent, "path", d=f"M{number(-side)} {number(laid.height)}H{number(laid.room)}",
        stroke=ink.quiet, stroke_width=1,
    )  # fmt: skip


def _draw_ticks(parent: ET.Element, laid: Layout, ink: GroundColours) -> None:
    for x, label in laid.scale.ticks(round(laid.room), apart=70):
        at = laid.x(laid.scale.day(x))
        add(
            parent, "path", d=f"M{number(at)} 0V{number(laid.height + 5)}",
            stroke=ink.land, stroke_width=1,
        )  # fmt: skip
        half = width(label, _SMALL) / 2
        at = min(max(at, half), laid.room - half)
        _text(parent, label, at, laid.height + 18, ink.quiet, size=_SMALL, anchor="middle")


def _draw_own(
    parent: ET.Element, laid: Layout, own: Sequence[ArticleDate], ink: GroundColours
) -> None:
    """Draw the articles' own dates: lines, and bands over the days that are possible."""
    known = sorted((each for each in own if each.middle), key=lambda each: each.middle or date.min)
    many = len(known) > MOST_OWN
    reached = float("-inf")
    for each in known:
        if each.middle is None:
            continue
        if not many:
            _draw_band(parent, laid, each, ink)
        x = laid.x(each.middle)
        add(
            parent, "path", d=f"M{number(x)} -6V{number(0.0 if many else laid.height)}",
            stroke=ink.text, stroke_width=1.3, stroke_dasharray="" if many else "2 3",
        )  # fmt: skip
        if many:
            continue
        words = fitting(each.words, laid.room, _SMALL)
        wide = width(words, _SMALL)
        start = x if x + wide <= laid.room else max(0.0, x - wide)
        if start < reached:
            continue
        reached = start + wide + 12
        _text(parent, words, start, -10, ink.text, size=_SMALL)
    if many:
        first, last = known[0].middle, known[-1].middle
        articles = sum(each.articles for each in known)
        words = f"Dates of {articles:,} articles: {between(first, last)}"
        wide = width(words, _SMALL)
        x = laid.x(last) if last else laid.room
        _text(parent, words, min(x, laid.room - wide), -10, ink.text, size=_SMALL)


def _draw_band(parent: ET.Element, laid: Layout, own: ArticleDate, ink: GroundColours) -> None:
    if own.first == own.last or own.middle is None:
        return
    if own.first is None or own.last is None:
        x, way = laid.x(own.middle), 0.12 * laid.room
        left, right = (x, min(x + way, laid.room)) if own.last is None else (max(x - way, 0), x)
        fill = _fade(parent, ink.text, 0.1, ends=own.last is None)
        opacity = None
    else:
        left, right = max(laid.x(own.first), 0.0), laid.x(own.last)
        fill, opacity = ink.text, 0.06
    add(
        parent, "rect", x=left, y=0, width=right - left, height=laid.height, fill=fill,
        fill_opacity=opacity,
    )  # fmt: skip


def _fade(parent: ET.Element, colour: str, strength: float, *, ends: bool) -> str:
    """Define how a colour fades, to the right where it ends, and return what to fill with."""
    name = f"fade-{'end' if ends else 'start'}-{colour[1:]}-{round(strength * 100)}"
    shade = add(parent, "linearGradient", id=name)
    for offset, opacity in ((0, strength if ends else 0.0), (1, 0.0 if ends else strength)):
        add(shade, "stop", offset=offset, stop_color=colour, stop_opacity=f"{opacity:.2f}")
    return f"url(#{name})"


def _draw_event(parent: ET.Element, placed: Placed, colour: str, ink: GroundColours) -> None:
    bar = placed.bar
    group = add(parent, "g", data_event=xml_text(bar.event_id))
    ET.SubElement(group, "title").text = xml_text("\n".join(bar.lines))
    closed = bar.first is not None and bar.last is not None
    if closed and placed.right - placed.left < 2 * _MARK:
        middle = (placed.left + placed.right) / 2
        if bar.not_so:
            _draw_cross(group, middle, placed.line, colour)
        else:
            _draw_mark(group, middle, placed.line, bar.tense, colour, ink, hollow=bar.worked_out)
    else:
        _draw_bar(group, placed, colour, ink)
    label = placed.label
    first = placed.y - LINE * (label.rows - 1) / 2 + SIZE * 0.36
    anchor = "end" if label.ends else "start"
    strong = bar.ahead
    for row, line in enumerate(label.lines):
        text = _text(
            group, line, label.x, first + LINE * row, ink.text, anchor=anchor, bold=strong,
            halo=ink.ground,
        )  # fmt: skip
        if row == len(label.lines) - 1 and not label.below:
            span = add(text, "tspan", fill=ink.quiet, font_weight="normal")
            span.text = xml_text("\u00a0\u00a0" + label.when)
    if label.below:
        last = first + LINE * len(label.lines)
        _text(group, label.when, label.x, last, ink.quiet, anchor=anchor, halo=ink.ground)


def _draw_mark(
    parent: ET.Element,
    x: float,
    y: float,
    tense: str,
    colour: str,
    ink: GroundColours,
    *,
    hollow: bool,
) -> None:
    """Draw a day: a round mark for what goes on, which grey prints tell from the others."""
    if tense == "ongoing":
        fill = ink.ground if hollow else colour
        add(parent, "circle", cx=x, cy=y, r=5.0, fill=fill, stroke=colour, stroke_width=2)
        return
    reach = _MARK
    corners = ((0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0))
    add(
        parent,
        "polygon",
        points=" ".join(f"{number(x + right)},{number(y + down)}" for right, down in corners),
        fill=ink.ground if hollow else colour,
        stroke=colour,
        stroke_width=2,
        stroke_linejoin="round",
    )


def _draw_cross(parent: ET.Element, x: float, y: float, colour: str) -> None:
    """Draw a day of what is not so."""
    reach = _MARK - 1.5
    left, right, top, low = (number(at) for at in (x - reach, x + reach, y - reach, y + reach))
    add(
        parent, "path", d=f"M{left} {top}L{right} {low}M{left} {low}L{right} {top}",
        stroke=colour, stroke_width=2.4, stroke_linecap="round",
    )  # fmt: skip


def _draw_bar(parent: ET.Element, placed: Placed, colour: str, ink: GroundColours) -> None:
    bar, left, right = placed.bar, placed.left, placed.right
    top, wide = placed.line - _BAR / 2, right - left
    hollow = bar.worked_out
    whole = bar.first is not None and bar.last is not None
    if bar.not_so:
        add(
            parent, "path", d=f"M{number(left)} {number(placed.line)}H{number(right)}",
            stroke=colour, stroke_width=2.4, stroke_dasharray="1 5", stroke_linecap="round",
        )  # fmt: skip
        _draw_cross(parent, left if bar.first is not None else right, placed.line, colour)
        return
    if whole:
        add(
            parent, "rect", x=left, y=top, width=wide, height=_BAR, rx=2,
            fill=ink.ground if hollow else colour, fill_opacity=0.6 if hollow else _SOLID,
            stroke=colour, stroke_width=1.3, stroke_dasharray="4 2.5" if hollow else "",
        )  # fmt: skip
        return
    fade = _fade(parent, colour, 0.18 if hollow else 0.6, ends=bar.last is None)
    add(parent, "rect", x=left, y=top, width=wide, height=_BAR, fill=fade)
    at = left if bar.first is not None else right
    add(
        parent, "path", d=f"M{number(at)} {number(top - 1)}V{number(top + _BAR + 1)}",
        stroke=colour, stroke_width=2.4,
    )  # fmt: skip


def _text(
    parent: ET.Element,
    words: str,
    x: float,
    y: float,
    colour: str,
    *,
    size: float = SIZE,
    anchor: str = "start",
    bold: bool = False,
    halo: str | None = None,
) -> ET.Element:
    text = add(
        parent,
        "text",
        x=float(x),
        y=float(y),
        font_size=size,
        font_weight="bold" if bold else None,
        text_anchor=None if anchor == "start" else anchor,
        fill=colour,
        stroke=halo,
        stroke_width=3 if halo else None,
        stroke_linejoin="round" if halo else None,
        paint_order="stroke" if halo else None,
    )
    text.text = xml_text(words)
    return text


def _draw_key(
    parent: ET.Element,
    rows: list[list[_Item]],
    top: float,
    colours: Mapping[str, str],
    ink: GroundColours,
) -> None:
    for number_of, row in enumerate(rows):
        x, y = _MARGIN, top + _MARGIN + LINE * number_of
        for item in row:
            colour = colours[item.tense]
            if item.sign in ("mark", "hollow"):
                _draw_mark(parent, x + 12, y, item.tense, colour, ink, hollow=item.sign == "hollow")
            elif item.sign == "cross":
                _draw_cross(parent, x + 12, y, colour)
            elif item.sign == "bar":
                add(
                    parent, "rect", x=x, y=y - 5, width=24.0, height=10.0, rx=2, fill=colour,
                    fill_opacity=_SOLID, stroke=colour, stroke_width=1.3,
                )  # fmt: skip
            elif item.sign == "fade":
                fade = _fade(parent, colour, 0.6, ends=True)
                add(parent, "rect", x=x, y=y - 5, width=24.0, height=10.0, fill=fade)
            _text(
                parent, item.words, x + (30.0 if item.sign else 0.0), y + 4, ink.text if item.sign
                else ink.quiet, size=_SMALL, bold=item.tense == "upcoming",
            )  # fmt: skip
            x += item.wide + 20.0
