"""The pictures of a brief: the map and the timeline, as SVG and as PNG, with their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from briefing.brief.content import Brief
from briefing.drawing.png import svg_png
from briefing.library.mutual import once
from briefing.map.arc_window import window_for_arcs
from briefing.map.finding import finding
from briefing.map.geography import drawable, fitting_height, make_scene
from briefing.map.left_out import left_out_in_short
from briefing.map.places import between_countries
from briefing.map.scene import names_of, strongest
from briefing.map.svg import Words, build_svg
from briefing.timeline.article_dates import article_dates
from briefing.timeline.svg import build_timeline_svg
from briefing.wording import headings
from briefing.wording.dates import NO_DATE
from briefing.wording.signs import QUADS
from briefing.wording.words import count, shorten

_NAMED = 4
"""So many relations or events are named in an alternative text; more are counted."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    Attributes:
        svg: It, as SVG.
        alt: What it shows, for those who do not see it.
        width: Its pixels.
        height: Its pixels.
    """

    svg: str
    alt: str
    width: int
    height: int

    def png(self, zoom: float = 2.0) -> bytes:
        """Draw it as PNG, `zoom` times as large, in the packaged fonts."""
        return svg_png(self.svg, zoom)


def map_picture(
    brief: Brief,
    *,
    focus: str | None = None,
    width: int = 1200,
    height: int | None = None,
    dark: bool = False,
) -> Picture | None:
    """Draw the relations between countries; None where none can be drawn.

    Args:
        brief: The brief.
        focus: A party whose relations stand out.
        width: Pixels of the picture.
        height: The most pixels of the map in it; its key comes on top of that, and room for arcs
            that bend far.
        dark: Whether the ground is dark.
    """
    relations = brief.relation_rows
    between = relations[between_countries(relations) & drawable(relations)]
    drawn = strongest(between, focus=focus)
    if drawn.empty:
        return None
    most = height or round(width * 0.63)
    high = fitting_height(drawn, width=width, least=min(most, round(width * 0.4)), most=most)
    scene, high = window_for_arcs(make_scene(drawn, width=width, height=high), high)
    missing = left_out_in_short(relations, between, drawn, focus=focus)
    notes = (missing,) if missing else ()
    svg = build_svg(
        scene, width=width, height=high, focus=focus, dark=dark, words=Words(notes=notes)
    )
    return Picture(svg, " ".join((_map_words(drawn), *notes)), width, _height_of(svg))


def timeline_picture(
    brief: Brief, *, width: int = 1200, height: int | None = None, dark: bool = False
) -> Picture | None:
    """Draw the events that have a date; None where none has.

    Args:
        brief: The brief.
        width: Pixels of the picture.
        height: Its most pixels; events far from the articles' dates are left out to keep to it.
        dark: Whether the ground is dark.
    """
    drawn = build_timeline_svg(
        brief.event_rows,
        article_dates(brief.article_rows),
        width=width,
        height=height,
        dark=dark,
        of=brief.dated,
    )
    if drawn is None:
        return None
    alt = _timeline_words(brief, drawn.drawn, drawn.dated)
    return Picture(drawn.svg, alt, drawn.width, drawn.height)


def _map_words(rows: pd.DataFrame) -> str:
    drawn = once(rows)
    names = names_of(drawn)
    groups = Counter(zip(drawn["source"], drawn["target"], drawn["quad"], strict=True))
    named = [
        f"{names[source]} to {names[target]}: {QUADS[quad].word.lower()} ({number})"
        for (source, target, quad), number in groups.most_common()
    ]
    return f"{headings.MAP}. {finding(rows)}. {_listed(named)}."


def _timeline_words(brief: Brief, drawn: int, dated: int) -> str:
    several = (
        f"{drawn:,} of {count(dated, 'dated event')}"
        if drawn < dated
        else count(drawn, "dated event")
    )
    ahead = [
        f"{item.when}, {shorten(item.title, 70)}" + _in_brackets(item.stands, item.outlook)
        for item in brief.coming_up.items
        if item.when != NO_DATE
    ]
    nothing = " No dated event is coming up."
    coming = f" {brief.outlook.heading}: {_listed(ahead)}." if ahead else nothing
    own = "; ".join(each.words for each in article_dates(brief.article_rows)[:2])
    return f"Timeline of {several}, by country.{f' {own}.' if own else ''}{coming}"


def _in_brackets(*words: str) -> str:
    said = " · ".join(filter(None, words))
    return f" ({said})" if said else ""


def _listed(named: Iterable[str]) -> str:
    found = list(named)
    more = f"; and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
    return "; ".join(found[:_NAMED]) + more


def _height_of(svg: str) -> int:
    """Return the pixels of a picture, which its own key makes higher than the map."""
    return round(float(svg.split('height="', 1)[1].split('"', 1)[0]))
