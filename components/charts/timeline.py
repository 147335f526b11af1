"""What happened and what comes, along time: marks for days, bars for spans, fading open ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from briefing.timeline.bars import ArticleDate, Bar, Lanes, bars
from briefing.timeline.colours import COLOURS, DARK_COLOURS
from briefing.timeline.layout import scale_of
from briefing.timeline.scale import Scale
from briefing.wording.signs import TENSES
from briefing.wording.words import shorten
from components.charts.labels import escape_label
from components.style import figure_theme

_ROW = 30
_LETTER = 6.6
_SOLID = 0.34
_FADE = (0.34, 0.24, 0.14, 0.06)
_TITLE = 38


def build_timeline(
    events: pd.DataFrame,
    own: Sequence[ArticleDate] = (),
    *,
    lanes: Lanes = "country",
    width: int = 1000,
    dark: bool = False,
    touch: bool = False,
    brush: bool = False,
) -> go.Figure:
    """Draw the events that have a date.

    Args:
        events: Rows of `queries.events`; at least one with a date.
        own: The articles' own dates.
        lanes: What a lane stands for.
        width: Pixels that the figure will have, about.
        dark: Whether the ground is dark.
        touch: Larger targets, for a finger.
        brush: Whether dragging chooses a period; a click chooses an event otherwise.
    """
    shown = bars(events, lanes)
    scale = scale_of(shown, own)
    names = list(dict.fromkeys(bar.lane for bar in shown))
    side = 16 + round(_LETTER * max((len(shorten(name, 18)) for name in names), default=0))
    room = max(width - side - 20, 200)
    rows, tops = _rows(shown, names, scale, room)
    colours = DARK_COLOURS if dark else COLOURS
    theme = figure_theme(dark=dark)
    ink, line = theme.layout.font.color, theme.layout.xaxis.gridcolor
    height = sum(tops.values())
    figure = go.Figure(
        [
            *_spans(shown, rows, scale, colours),
            _marks(shown, rows, scale, colours),
            _titles(shown, rows, scale, ink, room),
            _targets(shown, rows, scale, room, touch),
        ]
    )
    _draw_own(figure, own, scale, ink, room)
    position = 0
    for name in names:
        figure.add_shape(
            type="line", xref="paper", x0=0, x1=1, y0=position - 0.5, y1=position - 0.5,
            line={"color": line, "width": 1}, layer="below",
        )  # fmt: skip
        position += tops[name]
    ticks = scale.ticks(room)
    figure.update_layout(
        template=theme,
        height=_ROW * height + 78,
        margin={"l": side, "r": 12, "t": 34, "b": 34},
        showlegend=False,
        dragmode="select" if brush else "pan",
        selectdirection="h",
        clickmode="event+select",
        hovermode="closest",
        hoverdistance=20 if touch else 12,
        newselection={"line": {"color": ink, "width": 1}},
    )
    figure.update_xaxes(
        range=[scale.x(scale.first), scale.x(scale.last)],
        tickvals=[x for x, _label in ticks],
        ticktext=[label for _x, label in ticks],
        tickangle=0,
        zeroline=False,
        fixedrange=True,
    )
    middles, start = [], 0
    for name in names:
        middles.append(start + (tops[name] - 1) / 2)
        start += tops[name]
    figure.update_yaxes(
        range=[height - 0.5, -0.5],
        tickvals=middles,
        ticktext=[escape_label(name, 18) for name in names],
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


def _ends(bar: Bar, scale: Scale) -> tuple[float, float]:
    """Return where a bar begins and ends; an open end reaches some way on and no further."""
    left, right = scale.x(scale.first), scale.x(scale.last)
    open_way = 0.12 * (right - left)
    first = scale.x(bar.first) if bar.first else max(left, scale.x(bar.days[0]) - open_way)
    if bar.last:
        return first, scale.x(bar.last)
    until = max(first + open_way, scale.x(scale.middle) if bar.tense == "ongoing" else first)
    return first, min(right, until)


def _rows(
    shown: Sequence[Bar], names: Sequence[str], scale: Scale, room: int
) -> tuple[dict[tuple[str, str], int], dict[str, int]]:
    """Give each bar a row in its lane, so that no title lies on another."""
    pixels = room / (scale.x(scale.last) - scale.x(scale.first))
    rows: dict[tuple[str, str], int] = {}
    tops: dict[str, int] = {}
    position = 0
    for name in names:
        busy: list[list[tuple[float, float]]] = []
        for bar in (bar for bar in shown if bar.lane == name):
            start, end = _extent(bar, scale, pixels, room)
            for number, taken in enumerate(busy):
                if all(end < left or start > right for left, right in taken):
                    taken.append((start, end))
                    rows[name, bar.event_id] = position + number
                    break
            else:
                rows[name, bar.event_id] = position + len(busy)
                busy.append([(start, end)])
        tops[name] = len(busy)
        position += len(busy)
    return rows, tops


def _letters(room: int) -> int:
    """Return how long a title may be: at most half of the chart."""
    return max(12, min(_TITLE, round(0.5 * room / _LETTER)))


def _title(bar: Bar, scale: Scale, room: int) -> tuple[str, float]:
    """Choose where a title stands: behind its bar, before it, or on it; with the place of it."""
    left, right = scale.x(scale.first), scale.x(scale.last)
    first, last = _ends(bar, scale)
    wide = (_LETTER * len(shorten(bar.title, _letters(room))) + 14) / room * (right - left)
    if last + wide <= right:
        return "middle right", last
    if first - wide >= left:
        return "middle left", first
    return "middle right", first


def _extent(bar: Bar, scale: Scale, pixels: float, room: int) -> tuple[float, float]:
    """Return the pixels from left to right that a bar and its title take."""
    first, last = ((x - scale.x(scale.first)) * pixels for x in _ends(bar, scale))
    text = _LETTER * len(shorten(bar.title, _letters(room))) + 14
    side, at = _title(bar, scale, room)
    start = (at - scale.x(scale.first)) * pixels
    if side == "middle left":
        return min(first, start - text) - 6, last + 8
    return first - 8, max(last, start + text) + 6


def _spans(
    shown: Sequence[Bar],
    rows: Mapping[tuple[str, str], int],
    scale: Scale,
    colours: Mapping[str, str],
) -> list[go.Scatter]:
    """Draw what lasts, or is known by its bounds only, as bars; open ends fade.

    What is not so is a dotted line in place of a bar.
    """
    dotted: list[float | None] = []
    dotted_rows: list[int | None] = []
    pieces: dict[tuple[str, float], list[tuple[float, float, int]]] = {}
    for bar in shown:
        first, last = _ends(bar, scale)
        row = rows[bar.lane, bar.event_id]
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
                line={"color": colours[tense], "width": 18},
                opacity=opacity,
                hoverinfo="skip",
                name=TENSES[tense].word,
            )
        )
    return traces


def _marks(
    shown: Sequence[Bar],
    rows: Mapping[tuple[str, str], int],
    scale: Scale,
    colours: Mapping[str, str],
) -> go.Scatter:
    """Draw a mark where each event begins: hollow where worked out, a cross what is not so."""
    steady = {"marker": {"opacity": 1.0}}
    return go.Scatter(
        x=[_ends(bar, scale)[0] for bar in shown],
        y=[rows[bar.lane, bar.event_id] for bar in shown],
        mode="markers",
        marker={
            "symbol": [_symbol(bar) for bar in shown],
            "size": 11,
            "color": [colours[bar.tone] for bar in shown],
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


def _titles(
    shown: Sequence[Bar],
    rows: Mapping[tuple[str, str], int],
    scale: Scale,
    ink: str,
    room: int,
) -> go.Scatter:
    """Write the titles beside the bars, or on those that fill the chart."""
    places = [_title(bar, scale, room) for bar in shown]
    steady = {"textfont": {"color": ink}}
    beside = 9 / room * (scale.x(scale.last) - scale.x(scale.first))
    return go.Scatter(
        x=[x + (beside if side == "middle right" else -beside) for side, x in places],
        y=[rows[bar.lane, bar.event_id] for bar in shown],
        mode="text",
        text=[escape_label(bar.title, _letters(room)) for bar in shown],
        textposition=[side for side, _x in places],
        textfont={"color": ink, "size": 12},
        selected=steady,
        unselected=steady,
        hoverinfo="skip",
        cliponaxis=False,
        name="titles",
    )


def _targets(
    shown: Sequence[Bar], rows: Mapping[tuple[str, str], int], scale: Scale, room: int, touch: bool
) -> go.Scatter:
    """Make marks and bars clickable over their whole length."""
    x: list[float] = []
    y: list[int] = []
    keys: list[str] = []
    words: list[str] = []
    pixels = room / (scale.x(scale.last) - scale.x(scale.first))
    for bar in shown:
        first, last = _ends(bar, scale)
        for spot in np.linspace(first, last, 2 + int((last - first) * pixels / 24)):
            x.append(float(spot))
            y.append(rows[bar.lane, bar.event_id])
            keys.append(bar.event_id)
            title, *lines = (escape_label(line, 90) for line in bar.lines)
            words.append("<br>".join((f"<b>{title}</b>", *lines)))
    hidden = {"marker": {"opacity": 0.0}}
    return go.Scatter(
        x=x,
        y=y,
        mode="markers",
        marker={"size": 26 if touch else 18, "opacity": 0.0},
        selected=hidden,
        unselected=hidden,
        customdata=keys,
        hovertext=words,
        hovertemplate="%{hovertext}<extra></extra>",
        name="events",
    )


def _draw_own(
    figure: go.Figure, own: Sequence[ArticleDate], scale: Scale, ink: str, room: int
) -> None:
    """Draw the articles' own dates: lines, and bands over the days that are possible.

    A band with one bound fades to the other side. Dates near each other are lines without words
    but for the first; the list below has them all.
    """
    pixels = room / (scale.x(scale.last) - scale.x(scale.first))
    reached = float("-inf")
    for articles in sorted(own, key=lambda each: each.middle or scale.first):
        if articles.middle is None:
            continue
        for start, end, opacity in _own_bands(articles, scale):
            figure.add_vrect(
                x0=start, x1=end, fillcolor=ink, opacity=opacity, line_width=0, layer="below"
            )
        x = scale.x(articles.middle)
        figure.add_vline(x=x, line={"color": ink, "width": 1.2, "dash": "dot"})
        at, wide = (x - scale.x(scale.first)) * pixels, _LETTER * min(len(articles.words), 60)
        left = at > room / 2
        if (at - wide if left else at) < reached:
            continue
        reached = (at if left else at + wide) + 12
        figure.add_annotation(
            x=x,
            yref="paper",
            y=1.0,
            yanchor="bottom",
            xanchor="right" if left else "left",
            text=escape_label(articles.words, 60),
            showarrow=False,
            font={"color": ink, "size": 12},
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
