"""A brief as PowerPoint: the slides of the Present page as text, tables and a chart, with notes."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pptx import Presentation

from briefing.brief import Brief
from briefing.deck import QuotationBody, QuotationsBody, Slide, VoicesBody, slide_words, stage
from briefing.deck.measure import width
from briefing.deck.show import Drawing, picture_spaces
from briefing.deck.show import draw as draw_pictures
from briefing.export import phrases
from briefing.export.office.package import file_time, properties, repacked
from briefing.export.office.screen import Link, Screen, connect
from briefing.export.office.slide_bodies import draw, layout_of, title_of
from briefing.export.office.slide_drawings import voices_in_words
from briefing.export.office.slide_marks import foot_layout, mark_layout
from briefing.export.office.slide_sheets import Sheet, sheets, source_names
from briefing.export.office.template import template
from briefing.export.options import Options
from briefing.wording.dates import day
from briefing.wording.marking import style_of
from briefing.wording.notices import FILTER_ON_TITLE


def to_pptx(
    brief: Brief,
    slides: Sequence[Slide],
    options: Options | None = None,
    drawings: Mapping[str, Drawing] | None = None,
) -> bytes:
    """Write slides as PowerPoint; the same brief and slides give the same bytes.

    Each slide of the deck is one slide of the file. Lists are native tables where a table has room,
    who speaks how much is a native chart, the map and the timeline are pictures.

    Args:
        brief: The brief.
        slides: The slides of its deck that are shown, fitted.
        options: What may be chosen of documents; slides have no paper and no form.
        drawings: The map and the timeline as they are shown, by the name of their slide, such as
            those of a locked deck; drawn from the brief when None.
    """
    deck = Presentation(template("powerpoint"))
    for name, value in properties(brief).items():
        setattr(deck.core_properties, name, value)
    made = file_time(brief.made).replace(tzinfo=None)
    deck.core_properties.created = deck.core_properties.modified = made
    deck.core_properties.revision = 1
    style = style_of(brief.marking)
    if style is not None:
        for layout in deck.slide_layouts:
            mark_layout(layout, style)
    for layout in list(deck.slide_layouts)[1:]:
        foot_layout(layout, _foot(brief))
    if drawings is None:
        drawings = draw_pictures(brief, picture_spaces(slides), themes=("light",))
    links: list[Link] = []
    leads: dict[int, Screen] = {}
    used: Counter[str] = Counter()
    shown = sheets(brief, slides)
    names = source_names(brief, slides)
    for place, sheet in enumerate(shown, start=1):
        screen = Screen(deck.slides.add_slide(deck.slide_layouts[layout_of(sheet)]), links)
        draw(screen, sheet, drawings, _apart(sheet.slide, used))
        screen.notes(_notes(brief, sheet, names), style)
        screen.finish(style, place)
        for number in _sources_on(sheet):
            leads.setdefault(number, screen)
    for link in links:
        if link.number in leads:
            connect(link, leads[link.number].slide)
    file = io.BytesIO()
    deck.save(file)
    return repacked(file.getvalue(), brief.made)


def _foot(brief: Brief) -> str:
    """Return the line below every slide; a filter too long for it is said on the first."""
    made = day(brief.made.isoformat())
    whole = " · ".join((made, brief.filter_words, brief.review))
    if width(whole, stage.FOOT.face, stage.FOOT.size) <= stage.COLUMN:
        return whole
    return " · ".join((made, FILTER_ON_TITLE, brief.review))


def _apart(slide: Slide, used: Counter[str]) -> str:
    """Return what tells a slide from those with its heading: " · quotation 2"; "" for the first."""
    title = title_of(slide)
    used[title] += 1
    return f" · {slide_words.KINDS[slide.kind].lower()} {used[title]}" if used[title] > 1 else ""


def _sources_on(sheet: Sheet) -> Iterator[int]:
    """Yield the numbers of the sources that a slide lists."""
    if sheet.slide.kind == "sources" and sheet.table is not None:
        for row in sheet.table.page.rows:
            number = row[0][0][0][0].words
            if number.isdecimal():
                yield int(number)


def _notes(brief: Brief, sheet: Sheet, names: Mapping[int, str]) -> Iterator[str]:
    """Yield the speaker's notes: the presenter's own words as theirs, then the evidence."""
    slide, body = sheet.slide, sheet.slide.body
    yield from slide.notes
    for line in slide.own:
        yield f"{slide_words.OWN}: {line}"
    if isinstance(body, QuotationBody):
        yield body.quotation.citation
    if isinstance(body, QuotationsBody):
        yield from (said.citation for said in body.quotations)
    if isinstance(body, VoicesBody):
        yield from voices_in_words(body.voices)
    if slide.kind == "title":
        yield brief.verified
    evidence = phrases.evidence_lines(names, slide.evidence)
    if evidence:
        yield "In the articles:"
        yield from evidence
