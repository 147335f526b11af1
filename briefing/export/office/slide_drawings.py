"""Draws the map, the timeline and the chart on slides, with their keys as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.util import Pt

from briefing.brief import Voice
from briefing.brief.pictures import Picture
from briefing.deck import stage
from briefing.deck.measure import height
from briefing.deck.show import Drawing
from briefing.deck.slide import PictureBody as Drawn
from briefing.deck.slide_words import voice_label
from briefing.drawing.xml_text import xml_text
from briefing.export.formulas import escape_formula
from briefing.export.office.screen import NAVY, QUIET, RULE, Run, Screen, Text, describe
from briefing.export.office.slide_marks import POINT, Box, lengths
from briefing.map.badges import sign
from briefing.map.colours import FILL_WORDS, LIGHT
from briefing.settings import settings
from briefing.wording import headings, legends
from briefing.wording.signs import QUADS
from briefing.wording.words import count

_SIZE = re.compile(r'<svg\b[^>]*?\swidth="(?P<width>[\d.]+)"[^>]*?\sheight="(?P<height>[\d.]+)"')

_NAMES = {"map": headings.MAP, "timeline": headings.TIMELINE}

_LINES = {"solid": "——", "dash": "– – –", "dot": "· · ·"}
"""The lines of the map, in signs."""

_BAR, _AROUND = 70.0, 130.0
"""Height of a bar with the space below it, and of what stands around the bars."""


def draw_picture(screen: Screen, body: Drawn, drawing: Drawing | None, box: Box) -> None:
    """Add a drawing, its key and its notes; its words alone where there is nothing to draw.

    Args:
        screen: The slide.
        body: What is drawn.
        drawing: The drawing.
        box: Where it stands, with its key.
    """
    if drawing is None:
        screen.text("In words", box, [Text([Run(body.words)], stage.SCOPE.size)])
        return
    texts = [*(_key() if body.of == "map" else ()), *_notes(drawing)]
    below = sum(height(_plain(text), stage.FOOT, box.width) for text in texts)
    top = box.top + box.height - below
    picture = _picture(drawing)
    screen.picture(_NAMES[body.of], picture, Box(box.left, box.top, box.width, box.height - below))
    if texts:
        screen.text("Key and notes", Box(box.left, top, box.width, below), texts)


def add_chart(screen: Screen, voices: Sequence[Voice], name: str, box: Box) -> None:
    """Add who speaks how much as a chart that staff can edit: quotations by speaker."""
    data = ChartData(number_format="0")
    data.categories = [escape_formula(xml_text(voice_label(voice))) for voice in voices]
    data.add_series(headings.QUOTATIONS, [voice.quotations for voice in voices])
    tall = min(box.height, _AROUND + _BAR * len(voices))
    place = lengths(Box(box.left, box.top, box.width, tall))
    # python-pptx says that it returns the chart; it returns the frame around it
    shape = cast(
        GraphicFrame, screen.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    )
    says = "; ".join(f"{voice.name} {count(voice.quotations, 'quotation')}" for voice in voices)
    describe(shape, name, f"Bar chart of quotations by speaker: {says}.")
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
    _to_the_standard(chart)


def voices_in_words(voices: Iterable[Voice]) -> Iterator[str]:
    """Say who speaks how much, a line each, for the notes."""
    for voice in voices:
        said = count(voice.quotations, "quotation")
        yield f"{voice.name}: {said}, {count(voice.verbatim_words, 'word')} of them verbatim"


def _to_the_standard(chart: Chart) -> None:
    """Give the axes numbers that the standard and LibreOffice can hold, and the words a language.

    python-pptx has the numbers below zero and the language American.
    """
    for tag in ("c:axId", "c:crossAx"):
        for node in chart._chartSpace.iter(qn(tag)):
            node.set("val", str(int(node.get("val")) % 2**31))
    for node in chart._chartSpace.iter(qn("a:endParaRPr")):
        node.set("lang", "en-GB")


def _picture(drawing: Drawing) -> Picture:
    svg = drawing.svg["light"]
    found = _SIZE.search(svg)
    wide, tall = (found["width"], found["height"]) if found else ("16", "9")
    return Picture(svg, drawing.alt, round(float(wide)), round(float(tall)))


def _key() -> Iterator[Text]:
    """Yield the key of the map; each colour and line has its word."""
    size = stage.FOOT.size
    yield _row([(f"{quad.word} ({_sign(name)})", quad.colour) for name, quad in QUADS.items()])
    lines = "      ".join(f"{_LINES[line]}  {words}" for line, words in legends.LINES.items())
    yield Text([Run(lines)], size)
    if settings().boundaries:
        fills = [(word, LIGHT.fills[fill]) for fill, word in FILL_WORDS.items()]
        row = _row(fills)
        yield Text([Run(f"{legends.BALANCE}   "), *row.runs], size)


def _sign(quad: str) -> str:
    """Say the sign on an arc of a class: "+, filled" for joint acts."""
    return f"{sign(quad)}, filled" if quad.startswith("material") else sign(quad)


def _row(items: list[tuple[str, str]]) -> Text:
    runs = [
        run for word, colour in items for run in (Run("■ ", colour=colour), Run(f"{word}      "))
    ]
    return Text(runs, stage.FOOT.size)


def _notes(drawing: Drawing) -> Iterator[Text]:
    for note in drawing.notes:
        yield Text([Run(note, colour=QUIET)], stage.FOOT.size)


def _plain(text: Text) -> str:
    return "".join(run.words for run in text.runs)
