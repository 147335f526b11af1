"""What is shown in the room: the slides, the evidence behind each, the drawings, the marking.

A show is plain frozen values and holds everything, so that a locked deck is its show and nothing
else: neither the library, nor the filter, nor the way in which slides are made touches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.brief import Brief, Reference
from briefing.brief.pictures import timeline_picture
from briefing.deck import stage
from briefing.deck.fit import body_height, fit, presenter_height
from briefing.deck.measure import width
from briefing.deck.slide import Line, ListBody, PictureBody, Slide
from briefing.map.finding import finding
from briefing.map.geography import drawable, make_scene
from briefing.map.left_out import left_out, left_out_in_short
from briefing.map.places import between_countries, is_country
from briefing.map.scene import strongest
from briefing.map.svg import build_svg
from briefing.settings import settings
from briefing.wording import headings
from briefing.wording.columns import IN_ARTICLE
from briefing.wording.dates import day
from briefing.wording.notices import NO_OPINION

Theme = Literal["light", "dark"]

VERSION = 2
"""Of what a locked deck holds; grows when an older program could not draw it whole."""


@dataclass(frozen=True, slots=True)
class MapLook:
    """How the map is set, as on the Relations page.

    Attributes:
        focus: A party whose relations stand out.
        organisations: Whether organisations and regions are drawn too.
    """

    focus: str | None = None
    organisations: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing for a slide.

    Attributes:
        svg: It, in each theme that was asked for.
        alt: What it shows, for those who do not see it.
        notes: What has to be said below it.
    """

    svg: Mapping[Theme, str]
    alt: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """One slide with the evidence for what is on it, which may take several screens."""

    slide: Slide
    evidence: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """Everything that is shown.

    Attributes:
        title: The title of the brief.
        narrowed: The filter in one line.
        made: The day, in words.
        review: Who reviewed how much, or that nobody did.
        marking: The handling marking, "" for none.
        screens: The slides in order.
        drawings: The drawings by the name of their slide.
        version: Of what a locked deck holds.
    """

    title: str
    narrowed: str
    made: str
    review: str
    marking: str
    screens: tuple[Screen, ...]
    drawings: Mapping[str, Drawing]
    version: int = VERSION


@dataclass(frozen=True, slots=True)
class PictureSpace:
    """Room for a drawing: which slide, what is drawn, how high it may be in pixels of the stage."""

    name: str
    picture: PictureBody
    height: float


def make_show(brief: Brief, slides: Sequence[Slide], drawings: Mapping[str, Drawing]) -> Show:
    """Put together everything that is shown.

    Args:
        brief: The brief.
        slides: Its slides, fitted, in order.
        drawings: The drawings for them, by the name of their slide.
    """
    return Show(
        title=brief.title,
        narrowed=brief.filter_words,
        made=day(brief.made.isoformat()),
        review=brief.review,
        marking=brief.marking,
        screens=tuple(Screen(slide, evidence(slide, brief)) for slide in slides),
        drawings=drawings,
    )


def picture_spaces(slides: Iterable[Slide]) -> tuple[PictureSpace, ...]:
    """Return the room that slides have for their drawings."""
    return tuple(
        PictureSpace(slide.name, slide.body, body_height(slide) - presenter_height(slide))
        for slide in slides
        if isinstance(slide.body, PictureBody)
    )


def draw(
    brief: Brief,
    places: Iterable[PictureSpace],
    look: MapLook | None = None,
    themes: Sequence[Theme] = ("light", "dark"),
) -> dict[str, Drawing]:
    """Make the drawings for slides, by the name of their slide.

    Args:
        brief: The brief.
        places: The room for them.
        look: How the map is set.
        themes: The themes to draw for.
    """
    found = {}
    for place in places:
        if place.picture.of == "map":
            drawing = _map(brief, look or MapLook(), themes, place.height - stage.KEY_HEIGHT)
        else:
            drawing = _timeline(brief, place, themes)
        if drawing is not None:
            found[place.name] = drawing
    return found


def evidence(slide: Slide, brief: Brief) -> tuple[Slide, ...]:
    """Make the screens that show the sentences behind a slide, each sentence once."""
    names = {cited.number: f"{cited.source.name} · {cited.source.line}" for cited in brief.sources}
    once: dict[tuple[int, str], Reference] = {}
    for at in slide.evidence:
        if at.sentence:
            once.setdefault((at.number, at.sentence), at)
    if not once:
        return ()
    lines = tuple(
        Line(
            "",
            at.sentence,
            True,
            f"{names.get(at.number, '')} · {IN_ARTICLE}",
            at.number,
        )
        for at in once.values()
    )
    whole = Slide(slide.name, "evidence", slide.heading, ListBody(lines), tuple(once.values()))
    return fit(whole)


def _timeline(brief: Brief, place: PictureSpace, themes: Sequence[Theme]) -> Drawing | None:
    wide, height = _small(place.height)
    drawn: dict[Theme, str] = {}
    alt = place.picture.words
    for theme in themes:
        picture = timeline_picture(brief, width=wide, height=height, dark=theme == "dark")
        if picture is None:
            return None
        drawn[theme], alt = picture.svg, picture.alt
    return Drawing(drawn, alt)


def _map(brief: Brief, look: MapLook, themes: Sequence[Theme], high: float) -> Drawing | None:
    everything = brief.relation_rows
    rows = everything
    if not look.organisations and (look.focus is None or is_country(look.focus)):
        rows = everything[between_countries(everything)]
        if not drawable(rows).any():
            rows = everything
    if not drawable(rows).any():
        return None
    bounded = settings().boundaries
    drawn_rows = strongest(rows[drawable(rows)], focus=look.focus)
    missing = left_out(everything, rows, drawn_rows, focus=look.focus)
    if len(drawn_rows) < int(drawable(rows).sum()):
        missing = (left_out_in_short(everything, rows, drawn_rows, focus=look.focus),)
    notes = [*missing[:1], NO_OPINION] if bounded else list(missing[:2])
    if width(" ".join(notes), stage.FOOT.face, stage.FOOT.size) <= stage.COLUMN:
        notes = [" ".join(notes)] if notes else []
    line = stage.FOOT.line
    wide, height = _small(high - line * len(notes))
    scene = make_scene(drawn_rows, width=wide, height=height)
    if scene.fine < 0.8:
        # A crowded map is lettered smaller: it is made smaller too, and shown larger.
        wide, height = round(wide / stage.FINER), round(height / stage.FINER)
        scene = make_scene(drawn_rows, width=wide, height=height)
    drawn = {
        theme: build_svg(
            scene,
            width=wide,
            height=height,
            focus=look.focus,
            dark=theme == "dark",
            boundaries=bounded,
            keyed=False,
        )
        for theme in themes
    }
    return Drawing(drawn, f"{headings.MAP}. {finding(drawn_rows)}.", tuple(notes))


def _small(high: float) -> tuple[int, int]:
    """Return the pixels of a drawing that is shown `stage.ZOOM` times as large."""
    return round(stage.COLUMN / stage.ZOOM), max(120, int(high / stage.ZOOM))
