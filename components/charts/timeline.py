"""What happened and what comes, along time: marks for days, bars for spans, fading open ends."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing.timeline.bars import ArticleDate, Bar, Lanes, bars
from briefing.timeline.colours import COLOURS, DARK_COLOURS
from briefing.timeline.layout import (
    LINE,
    MOST_OWN,
    SIZE,
    Layout,
    Placed,
    Tally,
    counted_places,
    lay_out,
)
from briefing.timeline.scale import Scale
from briefing.wording.dates import between
from briefing.wording.signs import TENSES
from briefing.wording.text_width import fitting, lines, width
from briefing.wording.words import count
from components.charts.labels import escape_label
from components.style import figure_theme

CALM = 620
"""Pixels that lanes may take before they are closed: what a desk's screen holds with its head."""

_MOST_TRIED = 80
"""Of more events it is not tried whether all fit."""

_NARROW = 500
"""Below so many pixels, as on a phone, the names of lanes stand above them."""

_FEW_LANES = 4
"""So many closed lanes have two rows with words; more have one."""

_SHARE = 0.66
"""How much of the line the words of an event may take."""

_ROWS_OPEN = 16
"""Rows with words of an open lane."""

_NAMED = 4
"""So many titles are named where events that are counted in one place are pointed at."""

_SOLID = 0.34
_FADE = (0.34, 0.24, 0.14, 0.06)
_BARS = 34.0
"""How high the strip of many articles' dates is."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The timeline laid out for a screen.

    Attributes:
        laid: Where everything stands.
        own: The articles' own dates.
        closed: Names of the lanes that do not show all they hold, with how many they hold, where
            not everything has room; empty where it has.
        side: Pixels beside the line for the names of lanes; 0 where these stand above.
    """

    laid: Layout
    own: tuple[ArticleDate, ...]
    closed: Mapping[str, int]
    side: float


def draw(
    events: pd.DataFrame,
    own: Sequence[ArticleDate] = (),
    *,
    lanes: Lanes = "country",
    wide: int = 1000,
    opened: Collection[str] = (),
    around: date | None = None,
) -> Drawing:
    """Lay the timeline out: whole where it has room, else with closed lanes but for the opened.

    Args:
        events: Rows of `queries.events`; at least one with a date.
        own: The articles' own dates.
        lanes: What a lane stands for.
        wide: The least pixels that the figure will have.
        opened: Names of lanes that are open; these come first.
        around: The day whose events come first where not all have words; the last article's when
            None.
    """
    shown = bars(events, lanes)
    narrow = wide < _NARROW
    names = {bar.lane for bar in shown}
    widest = max(width(f"{name} · 999", SIZE) for name in names)
    side = 0.0 if narrow else min(widest + 12.0, 160.0)
    room, head = wide - side - 2 * _EDGE, LINE + 4.0 if narrow else 0.0
    most_lines = 3 if narrow else 1
    if len(shown) <= _MOST_TRIED:
        laid = lay_out(shown, own, room, most_lines=most_lines, share=_SHARE, head=head)
        if laid.height <= CALM:
            return Drawing(laid, tuple(own), {}, side)
    middle = around or max((o.middle for o in own if o.middle), default=shown[-1].days[0])
    found = dict.fromkeys(bar.lane for bar in shown)
    order = {name: at for at, name in enumerate(sorted(found, key=lambda name: name not in opened))}

    def place(bar: Bar) -> tuple[int, int]:
        return order[bar.lane], min(abs((day - middle).days) for day in bar.days)

    few = 2 if len(order) <= _FEW_LANES else 1
    most_rows = {name: _ROWS_OPEN if name in opened else few for name in order}
    laid = lay_out(
        sorted(shown, key=place),
        own,
        room,
        most_lines=most_lines,
        share=_SHARE,
        most_rows=most_rows,
        head=head,
    )
    held = {lane.name: lane.events for lane in laid.lanes}
    return Drawing(laid, tuple(own), {name: held[name] for name in found}, side)


_EDGE = 10.0
"""Pixels left and right of the line."""


def build_timeline(
    drawing: Drawing, *, dark: bool = False, touch: bool = False, brush: bool = False
) -> go.Figure:
    """Draw what was laid out.

    Its words keep off each other at the width that it was laid out for and at any wider one.

    Args:
        drawing: What `draw` returned.
        dark: Whether the ground is dark.
        touch: Larger targets, for a finger.
        brush: Whether dragging chooses a period; a click chooses an event otherwise.
    """
    laid = drawing.laid
    colours = DARK_COLOURS if dark else COLOURS
    theme = figure_theme(dark=dark)
    ink, line = theme.layout.font.color, theme.layout.xaxis.gridcolor
    many = sum(each.middle is not None for each in drawing.own) > MOST_OWN
    strip = _BARS + LINE + 12 if many else 0.0
    above = 4.0 if many else LINE + 6
    figure = go.Figure(
        [
            *_spans(laid, colours),
            _marks(laid, colours),
            *_counted(laid, ink),
            _titles(laid, ink),
            _targets(laid, touch),
        ]
    )
    if many:
        _draw_strip(figure, drawing, ink)
    else:
        _draw_own(figure, drawing, ink)
    for lane in laid.lanes:
        for ends in ({"x0": 0, "x1": 1}, {"x0": -drawing.side, "x1": 0, "xsizemode": "pixel"}):
            figure.add_shape(
                type="line", xref="paper", xanchor=0, **ends, y0=lane.top, y1=lane.top,
                line={"color": line, "width": 1}, layer="below",
            )  # fmt: skip
        _name(figure, drawing, lane.name, lane.top, lane.height, lane.events, ink)
    ticks = laid.scale.ticks(round(laid.room), apart=70)
    half = 30 / laid.room
    figure.update_layout(
        template=theme,
        height=round(laid.height + strip + above + 34),
        margin={"l": _EDGE + drawing.side, "r": _EDGE, "t": above, "b": 34},
        showlegend=False,
        dragmode="select" if brush else "pan",
        selectdirection="h",
        clickmode="event+select",
        hovermode="closest",
        hoverdistance=20 if touch else 12,
        newselection={"line": {"color": ink, "width": 1}},
    )
    left, right = _ends_of(laid.scale)
    inside = [(x, label) for x, label in ticks if half < (x - left) / (right - left) < 1 - half]
    figure.update_xaxes(
        range=[left, right],
        tickvals=[x for x, _label in inside],
        ticktext=[label for _x, label in inside],
        tickangle=0,
        zeroline=False,
        fixedrange=True,
        automargin=False,
    )
    figure.update_yaxes(
        range=[laid.height, -strip],
        showticklabels=False,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=False,
    )
    return figure


def dragged_period(event: Mapping[str, Any] | None, scale: Scale) -> tuple[date, date] | None:
    """Read the period that was dragged over in the chart; None when there is none."""
    boxes = ((event or {}).get("selection") or {}).get("box") or []
    for box in boxes:
        ends = sorted(float(x) for x in box.get("x") or ())
        if len(ends) == 2:
            return scale.day(ends[0]), scale.day(ends[1])
    return None


def _ends_of(scale: Scale) -> tuple[float, float]:
    return scale.x(scale.first), scale.x(scale.last)


def _on(laid: Layout, pixels: float) -> float:
    """Return where a place of the layout lies on the axis, which may be drawn wider."""
    left, right = _ends_of(laid.scale)
    return left + pixels / laid.room * (right - left)


def _name(
    figure: go.Figure,
    drawing: Drawing,
    name: str,
    top: float,
    height: float,
    events: int,
    ink: str,
) -> None:
    """Write the name of a lane beside or above it, with how much it holds where not all shows."""
    if name in drawing.closed:
        name = f"{name} · {events:,}"
    if drawing.side:
        words = lines(name, drawing.side - 12, SIZE, max(1, int(height // LINE)))
        place = {"y": top + height / 2, "yanchor": "middle"}
    else:
        words = [fitting(name, drawing.laid.room, SIZE, bold=True)]
        place = {"y": top + 2, "yanchor": "top"}
    text = "<br>".join(escape_label(word) for word in words)
    figure.add_annotation(
        **place,
        x=0,
        xshift=-drawing.side,
        xref="paper",
        xanchor="left",
        align="left",
        text=text if drawing.side else f"<b>{text}</b>",
        showarrow=False,
        font={"color": ink, "size": SIZE},
        borderpad=0,
        name="lane",
    )


def _spans(laid: Layout, colours: Mapping[str, str]) -> list[go.Scatter]:
    """Draw what lasts, or is known by its bounds only, as bars; open ends fade.

    What is not so is a dotted line in place of a bar.
    """
    dotted: list[float | None] = []
    dotted_rows: list[float | None] = []
    pieces: dict[tuple[str, float], list[tuple[float, float, float]]] = {}
    for placed in laid.events:
        bar, row = placed.bar, placed.line
        first, last = _on(laid, placed.left), _on(laid, placed.right)
        if bar.not_so:
            dotted += [first, last, None]
            dotted_rows += [row, row, None]
            continue
        if bar.first is not None and bar.last is not None:
            if bar.first != bar.last:
                pieces.setdefault((bar.tense, _SOLID), []).append((first, last, row))
            continue
        steps = np.linspace(first, last, len(_FADE) + 1)
        fade = _FADE if bar.last is None else _FADE[::-1]
        for opacity, start, end in zip(fade, steps[:-1], steps[1:], strict=True):
            pieces.setdefault((bar.tense, opacity), []).append((float(start), float(end), row))
    traces = []
    if dotted:
        line = {"color": colours["past"], "width": 3, "dash": "dot"}
        traces.append(
            go.Scatter(
                x=dotted, y=dotted_rows, mode="lines", line=line, hoverinfo="skip", name="not so"
            )
        )
    for (tense, opacity), parts in sorted(pieces.items()):
        x: list[float | None] = []
        y: list[float | None] = []
        for start, end, row in parts:
            x += [start, end, None]
            y += [row, row, None]
        traces.append(
            go.Scatter(
                x=x,
                y=y,
                mode="lines",
                line={"color": colours[tense], "width": 14},
                opacity=opacity,
                hoverinfo="skip",
                name=TENSES[tense].word,
            )
        )
    return traces


def _marks(laid: Layout, colours: Mapping[str, str]) -> go.Scatter:
    """Draw a mark where each event begins: hollow where worked out, a cross what is not so."""
    steady = {"marker": {"opacity": 1.0}}
    shown = laid.events
    return go.Scatter(
        x=[_on(laid, placed.left) for placed in shown],
        y=[placed.line for placed in shown],
        mode="markers",
        marker={
            "symbol": [_symbol(placed.bar) for placed in shown],
            "size": 11,
            "color": [colours[placed.bar.tone] for placed in shown],
            "line": {"width": 2},
            "opacity": 1.0,
        },
        selected=steady,
        unselected=steady,
        hoverinfo="skip",
        name="marks",
    )


def _symbol(bar: Bar) -> str:
    if bar.not_so:
        return "x-thin-open"
    return "diamond-open" if bar.worked_out else "diamond"


def _counted(laid: Layout, ink: str) -> list[go.Scatter]:
    """Draw how many events are counted in each place of a closed lane's strip."""
    if not laid.tallies:
        return []
    steady = {"marker": {"opacity": 1.0}, "textfont": {"color": ink}}
    return [
        go.Scatter(
            x=[_on(laid, tally.x) for tally in laid.tallies],
            y=[tally.y for tally in laid.tallies],
            mode="markers+text",
            marker={
                "symbol": "circle-open",
                "size": 22,
                "color": ink,
                "line": {"width": 1},
                "opacity": 1.0,
            },
            text=[f"{len(tally.bars):,}" for tally in laid.tallies],
            textposition="middle center",
            textfont={"color": ink, "size": 11},
            selected=steady,
            unselected=steady,
            hoverinfo="skip",
            name="counts",
        )
    ]


def _titles(laid: Layout, ink: str) -> go.Scatter:
    """Write the titles with their dates beside the bars, or above those that fill the chart."""
    steady = {"textfont": {"color": ink}}
    x, y, text, side = [], [], [], []
    for placed in laid.events:
        label = placed.label
        x.append(_on(laid, label.x))
        y.append(placed.y - LINE * label.above / 2)
        text.append(_label(placed))
        side.append("middle left" if label.ends else "middle right")
    return go.Scatter(
        x=x,
        y=y,
        mode="text",
        text=text,
        textposition=side,
        textfont={"color": ink, "size": SIZE},
        selected=steady,
        unselected=steady,
        hoverinfo="skip",
        cliponaxis=False,
        name="titles",
    )


def _label(placed: Placed) -> str:
    """Write the words of an event: its title, heavier where it is ahead, and its date."""
    label = placed.label
    title = "<br>".join(escape_label(line) for line in label.lines)
    title = f"<b>{title}</b>" if placed.bar.ahead else title
    date_words = escape_label(label.when)
    return f"{title}<br>{date_words}" if label.below else f"{title}  {date_words}"


def _targets(laid: Layout, touch: bool) -> go.Scatter:
    """Make marks and bars clickable over their whole length, and what is counted as a whole."""
    x: list[float] = []
    y: list[float] = []
    keys: list[str] = []
    words: list[str] = []
    for placed in laid.events:
        title, *more = (escape_label(line, 90) for line in placed.bar.lines)
        for spot in np.linspace(
            placed.left, placed.right, 2 + int((placed.right - placed.left) / 24)
        ):
            x.append(_on(laid, float(spot)))
            y.append(placed.line)
            keys.append(placed.bar.event_id)
            words.append("<br>".join((f"<b>{title}</b>", *more)))
    for tally in laid.tallies:
        x.append(_on(laid, tally.x))
        y.append(tally.y)
        keys.append(_SEPARATOR.join(bar.event_id for bar in tally.bars))
        words.append(_named(tally))
    hidden = {"marker": {"opacity": 0.0}}
    return go.Scatter(
        x=x,
        y=y,
        mode="markers",
        marker={"size": 26 if touch else 20, "opacity": 0.0},
        selected=hidden,
        unselected=hidden,
        customdata=keys,
        hovertext=words,
        hovertemplate="%{hovertext}<extra></extra>",
        name="events",
    )


_SEPARATOR = "|"


def events_of(key: object) -> list[str]:
    """Return the ids of the events behind a target that was clicked.

    Args:
        key: The customdata of the point, which may be wrapped in a list.
    """
    held = key[0] if isinstance(key, list) and key else key
    return held.split(_SEPARATOR) if isinstance(held, str) else []


def _named(tally: Tally) -> str:
    """Say which events are counted in a place; of many the first."""
    days = [day for bar in tally.bars for day in bar.days]
    head = f"<b>{count(len(tally.bars), 'event')}</b>, {_span(days)}"
    listed = [f"{bar.title}, {bar.lines[1]}" for bar in tally.bars[:_NAMED]]
    more = len(tally.bars) - len(listed)
    listed += [f"and {more:,} more: click to see them"] if more else []
    return "<br>".join((head, *(escape_label(line, 90) for line in listed)))


def _span(days: Sequence[date]) -> str:
    return between(min(days).isoformat(), max(days).isoformat())


def _draw_strip(figure: go.Figure, drawing: Drawing, ink: str) -> None:
    """Draw the dates of many articles as a strip along the top: a bar for each place, counted."""
    laid = drawing.laid
    days = [each.middle for each in drawing.own for _ in range(each.articles) if each.middle]
    places = counted_places(days, laid)
    most = max(len(held) for _x, held in places)
    foot = -6.0
    for x, held in places:
        high = max(4.0, (_BARS - LINE) * len(held) / most)
        figure.add_shape(
            type="line", xref="x", yref="y", x0=_on(laid, x), x1=_on(laid, x), y0=foot,
            y1=foot - high, line={"color": ink, "width": 10}, opacity=0.45,
        )  # fmt: skip
        figure.add_annotation(
            x=_on(laid, x),
            y=foot - high,
            yanchor="bottom",
            text=f"{len(held):,}",
            hovertext=f"{count(len(held), 'article')}, {_span(held)}",
            showarrow=False,
            font={"color": ink, "size": 11},
            borderpad=1,
            name="articles here",
        )
    words = fitting(f"Dates of {count(len(days), 'article')}", laid.room + drawing.side, 12.0)
    figure.add_annotation(
        x=0,
        xshift=-drawing.side,
        xref="paper",
        xanchor="left",
        y=foot - _BARS,
        yanchor="bottom",
        text=words,
        showarrow=False,
        font={"color": ink, "size": 12},
        borderpad=0,
        name="articles",
    )
    figure.add_shape(
        type="line", xref="paper", x0=0, x1=1, y0=foot, y1=foot,
        line={"color": ink, "width": 1}, opacity=0.45,
    )  # fmt: skip


def _draw_own(figure: go.Figure, drawing: Drawing, ink: str) -> None:
    """Draw the own dates of a few articles: lines, and bands over the days that are possible.

    A band with one bound fades to the other side. Dates near each other are lines without words
    but for the first; the list below has them all.
    """
    laid, scale = drawing.laid, drawing.laid.scale
    reached = float("-inf")
    for article in sorted(drawing.own, key=lambda each: each.middle or scale.first):
        if article.middle is None:
            continue
        for start, end, opacity in _own_bands(article, scale):
            figure.add_vrect(
                x0=start, x1=end, fillcolor=ink, opacity=opacity, line_width=0, layer="below"
            )
        x = scale.x(article.middle)
        figure.add_vline(x=x, line={"color": ink, "width": 1.2, "dash": "dot"}, layer="below")
        words = fitting(article.words, laid.room, 12.0)
        at, wide = laid.x(article.middle), width(words, 12.0)
        left = at > laid.room / 2
        start = at - wide if left else at
        if start < reached or start < -drawing.side - _EDGE or start + wide > laid.room + _EDGE:
            start = max(0.0, min(start, laid.room - wide))
            if start < reached:
                continue
        reached = start + wide + 12
        figure.add_annotation(
            x=_on(laid, start + wide if left else start),
            yref="paper",
            y=1.0,
            yanchor="bottom",
            xanchor="right" if left else "left",
            text=escape_label(words),
            showarrow=False,
            font={"color": ink, "size": 12},
            borderpad=0,
            name="article",
        )


def _own_bands(own: ArticleDate, scale: Scale) -> list[tuple[float, float, float]]:
    """Return the bands of an article's possible days: where from, where to, how dark."""
    left, right = scale.x(scale.first), scale.x(scale.last)
    if own.first is not None and own.last is not None:
        if own.first == own.last:
            return []
        return [(max(scale.x(own.first), left), scale.x(own.last), 0.06)]
    if own.middle is None:
        return []
    x, way = scale.x(own.middle), 0.12 * (right - left)
    end = min(x + way, right) if own.last is None else max(x - way, left)
    steps = np.linspace(x, end, 4)
    return [
        (float(min(one, two)), float(max(one, two)), opacity)
        for one, two, opacity in zip(steps[:-1], steps[1:], (0.08, 0.05, 0.02), strict=True)
    ]
