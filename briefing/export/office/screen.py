"""Writes the pieces of a slide: text in its place, lines, pictures, markings, notes.

Places and sizes are pixels of the stage of `briefing.deck.stage`, on which slides are fitted, so
that a slide in PowerPoint is the slide of the Present page. What python-pptx has no call for is set
in the XML: alternative texts, what is only ornament, links from words to a slide.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count as numbers

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.base import BaseShape
from pptx.shapes.connector import Connector
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Pt

from briefing.brief.pictures import Picture
from briefing.deck.stage import Face
from briefing.drawing.xml_text import xml_text
from briefing.export.office.slide_marks import (
    POINT,
    Box,
    at_foot,
    at_top,
    length,
    lengths,
    numbered,
    on_notes,
)
from briefing.export.office.words import run_text
from briefing.wording.marking import MarkingStyle

INK, NAVY, QUIET, RULE = "#1F2933", "#17365D", "#595959", "#BFC6CE"

_SERIF = "Georgia"
_SPACING = 1.0
"""Lines of Arial and Georgia are then closer than the stage allows for, as other faces are not."""

_SHARP = 3.0
"""Pixels of a picture for one of its own, so that it is sharp on a large screen."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look.

    Attributes:
        words: The words.
        face: Serif for the article's, sans for the program's.
        source: Number of a source: a raised number that leads to it, instead of words.
        colour: Of the words; that of the place when None.
        share: Size of the words as a share of that of the paragraph.
        url: An address that the words lead to; only one of the web becomes a link.
    """

    words: str = ""
    face: Face = "sans"
    source: int | None = None
    colour: str | None = None
    share: float = 1.0
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its runs, their size in pixels, the space above it, where it stands."""

    runs: Sequence[Run]
    size: float
    above: float = 0.0
    align: PP_ALIGN | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A raised number that is to lead to the slide with its source."""

    slide: Slide
    run: BaseOxmlElement
    number: int


class Screen:
    """One slide that is being written."""

    def __init__(self, slide: Slide, links: list[Link]) -> None:
        self.slide = slide
        self._links = links

    def fill(self, key: int, box: Box, texts: Iterable[Text], *, middle: bool = False) -> None:
        """Fill a placeholder of the layout and put it in its place; `middle` of its height."""
        shape = next(each for each in self.slide.placeholders if each.placeholder_format.idx == key)
        _place(shape, box)
        if middle:
            shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        self.write(shape.text_frame, texts)

    def text(self, name: str, box: Box, texts: Iterable[Text]) -> None:
        """Add a box of text."""
        shape = self.slide.shapes.add_textbox(*lengths(box))
        shape.name = name
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        self.write(frame, texts)

    def write(self, frame: TextFrame, texts: Iterable[Text], spacing: float = _SPACING) -> None:
        """Write paragraphs into a frame, in place of what it holds.

        Args:
            frame: The frame.
            texts: The paragraphs.
            spacing: From line to line, as a share of what the face asks for.
        """
        for at, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.line_spacing = spacing
            paragraph.space_before = Pt(text.above * POINT)
            paragraph.space_after = Pt(0)
            if text.align is not None:
                paragraph.alignment = text.align
            for run in text.runs:
                self._run(paragraph, run, text.size)

    def picture(self, name: str, picture: Picture, box: Box) -> None:
        """Add a picture in the middle of a box, as large as fits, with its alternative text."""
        scale = min(box.width / picture.width, box.height / picture.height)
        wide, tall = picture.width * scale, picture.height * scale
        left, top = box.left + (box.width - wide) / 2, box.top + (box.height - tall) / 2
        shape = self.slide.shapes.add_picture(
            io.BytesIO(picture.png(_SHARP)), *lengths(Box(left, top, wide, tall))
        )
        describe(shape, name, picture.alt)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> Connector:
        """Draw a line that is only ornament: what it shows is said in words."""
        shape = self.slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, *map(length, (*start, *end))
        )
        shape.line.color.rgb = _rgb(colour)
        shape.line.width = Pt(3)
        _ornament(shape)
        return shape

    def finish(self, style: MarkingStyle | None, number: int) -> None:
        """Take away what was not filled; add the number and the marking, last in reading order."""
        for shape in list(self.slide.placeholders):
            if not shape.text_frame.text:
                shape._element.getparent().remove(shape._element)
        tree = self.slide.shapes._spTree
        tree.append(numbered(self._next(), number))
        if style is not None:
            tree.append(at_top(style, self._next()))
            tree.append(at_foot(style, self._next()))

    def notes(self, texts: Iterable[str], style: MarkingStyle | None) -> None:
        """Write the speaker's notes, a paragraph each, with the marking on their page."""
        notes = self.slide.notes_slide
        frame = notes.notes_text_frame
        if frame is None:
            return
        for at, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = run_text(text)
            run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        if style is not None:
            tree = notes.shapes._spTree
            for kind, key in (("hdr", ""), ("ftr", ' idx="4"')):
                tree.append(on_notes(style, kind, key, len(tree) + 1))

    def _next(self) -> int:
        used = {int(node.get("id")) for node in self.slide.shapes._spTree.iter(qn("p:cNvPr"))}
        return next(number for number in numbers(2) if number not in used)

    def _run(self, paragraph: _Paragraph, run: Run, size: float) -> None:
        added = paragraph.add_run()
        font = added.font
        font.size = Pt(size * run.share * POINT)
        font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        if run.source is not None:
            added.text = f"\u00a0[{run.source}]"
            added._r.get_or_add_rPr().set("baseline", "30000")
            self._links.append(Link(self.slide, added._r, run.source))
            return
        added.text = run_text(run.words)
        font.bold = run.face.endswith("bold")
        if run.face.startswith("serif"):
            font.name = _SERIF
        if run.colour is not None:
            font.color.rgb = _rgb(run.colour)
        if run.url is not None and run.url.lower().startswith(("http://", "https://")):
            added.hyperlink.address = xml_text(run.url)


def describe(shape: BaseShape, name: str, alt: str) -> None:
    """Name a shape, and say what it shows to those who do not see it."""
    shape.name = name
    _properties(shape).set("descr", xml_text(alt))


def connect(link: Link, target: Slide) -> None:
    """Let a raised number lead to a slide."""
    key = link.slide.part.relate_to(target.part, RELATIONSHIP_TYPE.SLIDE)
    click = parse_xml(
        f'<a:hlinkClick {nsdecls("a", "r")} r:id="{key}" '
        f'action="ppaction://hlinksldjump" tooltip="Source {link.number}"/>'
    )
    link.run.get_or_add_rPr().append(click)


def _place(shape: BaseShape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = lengths(box)


def _rgb(colour: str) -> RGBColor:
    found: RGBColor = RGBColor.from_string(colour.removeprefix("#"))
    return found


def _properties(shape: BaseShape) -> BaseOxmlElement:
    found: BaseOxmlElement = shape._element._nvXxPr.cNvPr
    return found


def _ornament(shape: BaseShape) -> None:
    space = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    _properties(shape).append(
        parse_xml(
            f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
            f'<adec:decorative xmlns:adec="{space}" val="1"/></a:ext></a:extLst>'
        )
    )
