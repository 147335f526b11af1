"""Draws what stands on a slide: its head, its body of one kind, the presenter's lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from pptx.chart.data import ChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from briefing.brief import Brief, Quotation, Relation
from briefing.deck import Lines, Opening, Picture, Said, Slide, Stands, say, stage
from briefing.deck.fit import heading_size, said_face
from briefing.deck.measure import height
from briefing.deck.stage import Face, Type
from briefing.export.harmless import harmless
from briefing.export.office import phrases
from briefing.export.office.screen import INK, NAVY, QUIET, RULE, Run, Screen, Text, describe
from briefing.export.office.slide_marks import POINT, Box, lengths
from briefing.export.office.slide_sheets import (
    BELOW,
    Sheet,
    below_height,
    body_top,
    own_height,
)
from briefing.export.office.slide_table import add_table
from briefing.export.pictures import map_picture, timeline_picture
from briefing.export.xml_text import xml_text
from briefing.wording.signs import QUADS, STANDINGS
from briefing.wording.words import count, shorten

TITLE, WORDS, HEADING = range(3)
"""The layouts of the template."""

_BODY, _KICKER, _BESIDE, _ABOUT = 1, 13, 14, 16
"""The places of the layouts."""

_PICTURE = 1000
"""Width of a picture; its letters of 12 pixels are then 21 of the stage, 10 points."""
_KEY = 80
"""What the key below a map takes, about."""
_ARCS = 30
"""So many arcs a map on a slide can show."""

_NAME = 42
"""So many letters of a name stand beside its bar."""

_BESIDE_HEADING = 0.6
"""Size of what tells a heading from others, as a share of it."""

_DASHES = {
    "solid": MSO_LINE_DASH_STYLE.SOLID,
    "dash": MSO_LINE_DASH_STYLE.DASH,
    "dot": MSO_LINE_DASH_STYLE.ROUND_DOT,
}


def layout_of(sheet: Sheet) -> int:
    """Return which layout of the template a slide takes."""
    body = sheet.slide.body
    if isinstance(body, Opening):
        return TITLE
    drawn = sheet.table is not None or sheet.chart or isinstance(body, Picture) or sheet.below
    return HEADING if drawn else WORDS


def draw(screen: Screen, sheet: Sheet, brief: Brief, title: str) -> None:
    """Draw a slide.

    Args:
        screen: The slide, empty.
        sheet: What stands on it.
        brief: The brief, for what is drawn from its rows.
        title: What stands after the heading, so that no two slides have the same title.
    """
    slide, body = sheet.slide, sheet.slide.body
    if isinstance(body, Opening):
        _opening(screen, slide, body)
    else:
        _head(screen, sheet, title)
    box = Box(
        stage.MARGIN,
        body_top(slide),
        stage.COLUMN,
        stage.BOTTOM - body_top(slide) - own_height(slide) - below_height(sheet.below),
    )
    if sheet.table is not None:
        table = sheet.table
        add_table(screen, slide.heading, table.alt, table.columns, table.page, box)
    elif sheet.chart:
        _chart(screen, brief, box)
    elif isinstance(body, Said):
        _said(screen, body.quotation, slide, box)
    elif isinstance(body, Stands):
        _stands(screen, body.relation, slide.size, box)
    elif isinstance(body, Picture):
        _picture(screen, body, brief, box)
    elif isinstance(body, Lines):
        _lines(screen, slide, body, box)
    if sheet.below:
        texts = [Text([Run(text, colour=QUIET)], BELOW.size) for text in sheet.below]
        top = box.top + (box.height if sheet.table is not None else 0.0)
        low = Box(stage.MARGIN, top, stage.COLUMN, below_height(sheet.below))
        screen.text("What the file is" if slide.kind == "sources" else "Not listed", low, texts)
    _own(screen, slide)


def title_of(slide: Slide) -> str:
    """Return the heading of a slide, with its part where it has several."""
    heading = slide.heading or say.OWN
    return f"{heading} ({slide.part} of {slide.parts})" if slide.parts > 1 else heading


def _head(screen: Screen, sheet: Sheet, more: str) -> None:
    slide = sheet.slide
    kicker = "Quotations" if sheet.chart else say.kicker(slide) if slide.heading else ""
    top = float(stage.TOP)
    if kicker:
        text = Text([Run(kicker, "sans-bold", colour=QUIET)], stage.KICKER.size)
        box = Box(stage.MARGIN, top, stage.COLUMN, stage.KICKER.line)
        screen.fill(_KICKER, box, [text])
        top += stage.KICKER.line
    size, _ = heading_size(slide)
    kind = Type("sans-bold", size, stage.HEADING_LEADING)
    heading = slide.heading or say.OWN
    tall = height(heading, kind, stage.COLUMN - stage.COUNTER)
    part = f" ({slide.part} of {slide.parts})" if slide.parts > 1 else ""
    runs = [Run(heading, "sans-bold")]
    if part or more:
        runs.append(Run(f"{part}{more}", "sans", colour=QUIET, share=_BESIDE_HEADING))
    screen.fill(0, Box(stage.MARGIN, top, stage.COLUMN, tall), [Text(runs, size)])
    beside = say.beside(slide.body)
    if beside:
        high = height(beside, stage.BESIDE, stage.COLUMN)
        box = Box(stage.MARGIN, top + tall, stage.COLUMN, high)
        screen.fill(_BESIDE, box, [Text([Run(beside)], stage.BESIDE.size)])


def _opening(screen: Screen, slide: Slide, body: Opening) -> None:
    size, _ = heading_size(slide)
    kind = Type("sans-bold", size, stage.HEADING_LEADING)
    title = height(slide.heading, kind, stage.COLUMN)
    scope = height(body.scope, stage.SCOPE, stage.COLUMN)
    about = say.about(body)
    rest = sum(height(words, stage.ABOUT, stage.COLUMN) + stage.ABOUT_GAP for words in about)
    free = stage.BOTTOM - stage.TOP - title - scope - rest - 2 * stage.AFTER_HEAD
    top = stage.TOP + max(0.0, free - own_height(slide)) * 0.4
    box = Box(stage.MARGIN, top, stage.COLUMN, title)
    screen.fill(0, box, [Text([Run(slide.heading, "sans-bold")], size)])
    top += title + stage.AFTER_HEAD
    box = Box(stage.MARGIN, top, stage.COLUMN, scope)
    screen.fill(_BODY, box, [Text([Run(body.scope)], stage.SCOPE.size)])
    top += scope + stage.AFTER_HEAD
    texts = [Text([Run(words)], stage.ABOUT.size, above=stage.ABOUT_GAP) for words in about]
    screen.fill(_ABOUT, Box(stage.MARGIN, top, stage.COLUMN, rest), texts)


def _said(screen: Screen, said: Quotation, slide: Slide, box: Box) -> None:
    mixed = said_face(Said(said)) == "serif-bold"
    runs = [
        Run(words, "serif-bold" if verbatim and mixed else "serif")
        for words, verbatim in phrases.in_marks(said.pieces)
    ]
    number = said.at.number
    how = Run(say.circumstances(said).removesuffix(say.reference(number)), colour=QUIET)
    size = stage.CIRCUMSTANCES.size
    below = Text([how, Run(source=number)], size, above=stage.FACT_GAP)
    screen.fill(_BODY, box, [Text(runs, slide.size), below])


def _stands(screen: Screen, relation: Relation, size: float, box: Box) -> None:
    sign, column = say.sign(relation), box.width - stage.SIGN_LINE
    tall = height(sign, stage.SIGN, column)
    place = Box(box.left + stage.SIGN_LINE, box.top, column, tall)
    screen.fill(_BESIDE, place, [Text([Run(sign, "sans-bold", colour=INK)], stage.SIGN.size)])
    faces: tuple[Face, ...] = ("serif", "serif-bold", "serif")
    split = zip(phrases.around(relation), faces, strict=True)
    runs = [Run(words, face) for words, face in split if words]
    texts = [Text([*runs, Run(source=relation.at.number)], size)]
    texts += [
        Text([Run(words, colour=QUIET)], stage.FACT.size, above=0 if at else stage.FACT_GAP)
        for at, words in enumerate(say.facts(relation))
    ]
    top = box.top + tall + stage.FACT_GAP
    low = Box(box.left, top, box.width, box.height - tall - stage.FACT_GAP)
    screen.fill(_BODY, low, texts)
    middle = box.top + stage.SIGN.line / 2
    line = screen.line(
        (box.left, middle), (box.left + stage.SIGN_LINE - 40, middle), QUADS[relation.quad].colour
    )
    line.line.width = Pt(4)
    line.line.dash_style = _DASHES[STANDINGS[relation.standing].line]
    for end in ("headEnd", "tailEnd") if relation.both else ("tailEnd",):
        head = f'<a:{end} {nsdecls("a")} type="triangle"/>'
        line.line._get_or_add_ln().append(parse_xml(head))


def _picture(screen: Screen, body: Picture, brief: Brief, box: Box) -> None:
    most = round(box.height * _PICTURE / box.width)
    if body.of == "map":
        picture = map_picture(brief, width=_PICTURE, height=most - _KEY, arcs=_ARCS)
    else:
        picture = timeline_picture(brief, width=_PICTURE, height=most)
    if picture is None:
        screen.text("In words", box, [Text([Run(body.words)], stage.SCOPE.size)])
    else:
        screen.picture("Map of relations" if body.of == "map" else "Timeline", picture, box)


def _lines(screen: Screen, slide: Slide, body: Lines, box: Box) -> None:
    size = slide.size
    gap = stage.LINE_GAP * size
    texts: list[Text] = []
    for line in body.lines:
        lead = [Run(f"{line.lead}  ", "sans-bold")] if line.lead else []
        number = [Run(source=line.number)] if line.number else []
        words = Run(line.words, "serif" if line.article else "sans")
        texts.append(Text([*lead, words, *number], size, above=gap if texts else 0.0))
        if line.note:
            small = max(float(stage.LEAST), round(size * stage.NOTE_SHARE))
            texts.append(Text([Run(line.note, colour=QUIET)], small))
    if slide.kind == "own":
        texts += [Text([Run(line)], size, above=gap) for line in slide.own]
    if texts:
        screen.fill(_BODY, box, texts)


def _own(screen: Screen, slide: Slide) -> None:
    """Write the presenter's lines at the foot, shown as theirs."""
    tall = own_height(slide)
    if not tall:
        return
    top = stage.BOTTOM - tall + stage.OWN_GAP
    box = Box(
        stage.MARGIN + stage.OWN_INDENT, top, stage.COLUMN - stage.OWN_INDENT, tall - stage.OWN_GAP
    )
    label = Text([Run(say.OWN, "sans-bold", colour=QUIET)], stage.OWN_LABEL.size)
    lines = [Text([Run(line)], stage.OWN.size) for line in slide.own]
    screen.text(say.OWN, box, [label, *lines])
    screen.line((stage.MARGIN, top), (stage.MARGIN, stage.BOTTOM), RULE)


def _chart(screen: Screen, brief: Brief, box: Box) -> None:
    """Add who speaks how much as a chart that staff can edit: quotations by speaker."""
    voices = brief.voices
    data = ChartData(number_format="0")
    data.categories = [_named(voice.name, voice.country) for voice in voices]
    data.add_series("Quotations", [voice.quotations for voice in voices])
    tall = min(box.height, 130.0 + 70.0 * len(voices))
    place = lengths(Box(box.left, box.top, box.width, tall))
    # python-pptx says that it returns the chart; it returns the frame around it
    shape = cast(
        GraphicFrame, screen.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    )
    says = "; ".join(f"{voice.name} {count(voice.quotations, 'quotation')}" for voice in voices)
    describe(shape, "Who speaks how much", f"Bar chart of quotations by speaker: {says}.")
    chart = shape.chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.name = Pt(28 * POINT), "Arial"
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 50, False, True
    plot.data_labels.font.size, plot.data_labels.font.bold = Pt(28 * POINT), True
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(NAVY.removeprefix("#"))
    names, numbers = chart.category_axis, chart.value_axis
    names.reverse_order, names.major_tick_mark = True, XL_TICK_MARK.NONE
    names.format.line.color.rgb = RGBColor.from_string(RULE.removeprefix("#"))
    numbers.visible, numbers.has_major_gridlines = False, False
    numbers.minimum_scale = 0
    numbers.tick_label_position = XL_TICK_LABEL_POSITION.NONE


def _named(name: str, country: str | None) -> str:
    words = shorten(xml_text(name), _NAME)
    beside = f" · {country}" if country and country != name else ""
    return harmless(words + xml_text(beside))


def voices_in_words(brief: Brief) -> Sequence[str]:
    """Say who speaks how much, a line each, for the notes."""
    return [
        f"{voice.name}: {count(voice.quotations, 'quotation')}, "
        f"{count(voice.verbatim_words, 'word')} of them verbatim"
        for voice in brief.voices
    ]
