"""Writes the pieces of a Word file: runs in their styles, tables, pictures, notes, page furniture.

What python-docx has no call for is set in the XML: alternative texts, header rows that repeat,
bookmarks, links inside the file, fields.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Length, Pt, RGBColor, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run as DocxRun

from briefing.brief.pictures import Picture
from briefing.drawing.xml_text import xml_text
from briefing.export.office.template import template
from briefing.export.office.words import run_text
from briefing.export.options import Paper
from briefing.wording.marking import POINTS, MarkingStyle

ARTICLE = "Article characters"
VERBATIM = "Verbatim"
STRONG = "Strong"
GREY = "#595959"
"""Of what is past by now; dark enough to be read in print."""

_PAPERS: dict[Paper, tuple[int, int]] = {"a4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height in twentieths of a point."""

_ZOOM = 2.5
"""Pixels of a picture on paper for one of its own, so that it is sharp in print."""

_TALLEST = Twips(9600)
"""No picture is taller, so that it fits on a page with its heading and caption."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look.

    Attributes:
        words: The words.
        style: A character style, None for that of the paragraph.
        source: Number of a source: a raised number that leads to it, instead of words.
        colour: A colour of the words, "#D55E00".
    """

    words: str = ""
    style: str | None = None
    source: int | None = None
    colour: str | None = None


Line = Sequence[Run]
Cell = Sequence[Line]
"""The paragraphs of a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and its share of the width."""

    head: str
    share: float


class Writer:
    """A Word file that is being written, from top to bottom."""

    def __init__(self, paper: Paper, *, side: Length | None = None) -> None:
        """Begin a file.

        Args:
            paper: Its size.
            side: Its margins at the sides, those of the template when None.
        """
        self.document: DocxDocument = Document(template("word"))
        self._section = self.document.sections[0]
        self._section.page_width, self._section.page_height = (
            Twips(twips) for twips in _PAPERS[paper]
        )
        if side is not None:
            self._section.left_margin = self._section.right_margin = side
        self._bookmarks = 0

    @property
    def width(self) -> int:
        """Width of the text in twentieths of a point."""
        section = self._section
        sides = (section.page_width, section.left_margin, section.right_margin)
        page, left, right = (round((side or 0) / Twips(1)) for side in sides)
        return page - left - right

    def add(self, style: str, *runs: Run) -> Paragraph:
        """Add a paragraph in a style."""
        paragraph = self.document.add_paragraph(style=style)
        write(paragraph, runs)
        return paragraph

    def extend(self, paragraph: Paragraph, *runs: Run) -> None:
        """Add more runs to a paragraph."""
        write(paragraph, runs)

    def heading(self, words: str, level: int) -> None:
        """Add a heading that stands in the navigation pane."""
        self.add(f"Heading {level}", Run(words))

    def source(self, number: int, *runs: Run, url: str | None = None) -> None:
        """Add a numbered source that the raised numbers lead to.

        Args:
            number: Its number; sources are added from 1 upwards.
            *runs: What it says.
            url: Its address; only one of the web becomes a link.
        """
        paragraph = self.add("List Number", *runs)
        self._bookmark(paragraph, f"source_{number}")
        if url:
            write(paragraph, [Run(" · ")])
            if url.lower().startswith(("http://", "https://")):
                _link_out(paragraph, xml_text(url))
            else:
                write(paragraph, [Run(url)])

    def table(
        self,
        alt: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        *,
        whole: bool = False,
    ) -> None:
        """Add a table whose head stands on each page that it runs over.

        Args:
            alt: What it holds, for those who do not see it.
            columns: Its columns.
            rows: Its cells.
            whole: Whether it stays on one page, for a short one.
        """
        table = self.document.add_table(rows=1, cols=len(columns), style="Brief table")
        table.autofit = False
        shares = sum(column.share for column in columns)
        widths = [int(self.width * column.share / shares) for column in columns]
        _describe_table(table._tbl, alt, sum(widths))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Twips(width)
        head = table.rows[0]
        for cell, column, width in zip(head.cells, columns, widths, strict=True):
            _fill(cell, [[Run(column.head)]], "Table head", width)
        _row_mark(head._tr, "w:cantSplit")
        _row_mark(head._tr, "w:tblHeader")
        for contents in rows:
            row = table.add_row()
            _row_mark(row._tr, "w:cantSplit")
            for cell, content, width in zip(row.cells, contents, widths, strict=True):
                _fill(cell, content, "Table text", width)
        if whole:
            for row in list(table.rows)[:-1]:
                row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True

    def picture(self, name: str, picture: Picture, caption: str) -> None:
        """Add a picture with its alternative text and, unless it is empty, a caption below."""
        paragraph = self.document.add_paragraph(style="Normal")
        paragraph.paragraph_format.keep_with_next = bool(caption)
        shape = paragraph.add_run().add_picture(io.BytesIO(picture.png(_ZOOM)))
        wide, tall = Twips(self.width), shape.height * Twips(self.width) // shape.width
        if tall > _TALLEST:
            wide, tall = wide * _TALLEST // tall, _TALLEST
        shape.width, shape.height = Emu(wide), Emu(tall)
        for side in ("distT", "distB", "distL", "distR"):
            shape._inline.set(side, "0")
        described = shape._inline.docPr
        described.set("name", name)
        described.set("descr", xml_text(picture.alt))
        if caption:
            self.add("Caption", Run(caption))

    def furniture(self, style: MarkingStyle | None, foot: str) -> None:
        """Set what stands at the top and bottom of each page.

        Args:
            style: The marking, None for none.
            foot: What stands at the left of the page's number.
        """
        header, footer = self._section.header, self._section.footer
        if style is not None:
            _mark(header.paragraphs[0], style)
            _mark(footer.paragraphs[0], style)
        line = footer.add_paragraph(style="Footer") if style is not None else footer.paragraphs[0]
        line.paragraph_format.tab_stops.add_tab_stop(Twips(self.width), WD_TAB_ALIGNMENT.RIGHT)
        write(line, [Run(f"{foot}\tPage ")])
        _field(line, "PAGE")
        write(line, [Run(" of ")])
        _field(line, "NUMPAGES")

    def bytes(self) -> bytes:
        """Return the file as python-docx writes it."""
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._bookmarks += 1
        number = str(self._bookmarks)
        start = OxmlElement("w:bookmarkStart", {qn("w:id"): number, qn("w:name"): name})
        end = OxmlElement("w:bookmarkEnd", {qn("w:id"): number})
        first = paragraph.runs[0]._r
        first.addprevious(start)
        paragraph._p.append(end)


def write(paragraph: Paragraph, runs: Iterable[Run]) -> None:
    """Add runs to a paragraph."""
    for run in runs:
        if run.source is not None:
            _link_to_source(paragraph, run.source)
            continue
        added = paragraph.add_run(run_text(run.words), style=run.style)
        if run.colour:
            added.font.color.rgb = RGBColor.from_string(run.colour.removeprefix("#"))


def _fill(cell: _Cell, content: Cell, style: str, width: int) -> None:
    cell.width = Twips(width)
    for at, line in enumerate(content or [()]):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.style = style
        write(paragraph, line)


def _describe_table(table: BaseOxmlElement, alt: str, width: int) -> None:
    """Give a table its width, and its alternative text."""
    settings = table.find(qn("w:tblPr"))
    whole = settings.find(qn("w:tblW"))
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(width))
    look = settings.find(qn("w:tblLook"))
    look.attrib.clear()
    look.set(qn("w:val"), "0020")
    look.set(qn("w:firstRow"), "1")
    for name in ("lastRow", "firstColumn", "lastColumn"):
        look.set(qn(f"w:{name}"), "0")
    look.set(qn("w:noHBand"), "1")
    look.set(qn("w:noVBand"), "1")
    settings.append(OxmlElement("w:tblDescription", {qn("w:val"): xml_text(alt)}))


def _row_mark(row: BaseOxmlElement, mark: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(mark))


def _mark(paragraph: Paragraph, style: MarkingStyle) -> None:
    right = style.align == "right"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.CENTER
    # no-break spaces, so that the ground reaches beyond the letters
    words = f"\u00a0{style.text}\u00a0" if style.ground else style.text
    run = paragraph.add_run(xml_text(words))
    run.font.bold, run.font.size = True, Pt(POINTS)
    run.font.color.rgb = RGBColor.from_string((style.colour or "#000000").removeprefix("#"))
    if style.ground:
        _shade(run, style.ground)


def _shade(run: DocxRun, colour: str) -> None:
    fill = colour.removeprefix("#")
    properties = run._r.get_or_add_rPr()
    properties.append(
        OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): fill})
    )


def _link_to_source(paragraph: Paragraph, number: int) -> None:
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="source_{number}" w:history="1">'
            '<w:r><w:rPr><w:rStyle w:val="SourceNumber"/></w:rPr>'
            f'<w:t xml:space="preserve">\u00a0[{number}]</w:t></w:r></w:hyperlink>'
        )
    )


def _link_out(paragraph: Paragraph, url: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    key = paragraph.part.relate_to(url, kind, is_external=True)
    link = OxmlElement("w:hyperlink", {qn("r:id"): key, qn("w:history"): "1"})
    paragraph._p.append(link)
    run = paragraph.add_run(url, style="Hyperlink")
    link.append(run._r)


def _field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word works out: the number of the page, how many there are."""
    for element in (
        f'<w:fldChar {nsdecls("w")} w:fldCharType="begin"/>',
        f'<w:instrText {nsdecls("w")} xml:space="preserve"> {code} </w:instrText>',
        f'<w:fldChar {nsdecls("w")} w:fldCharType="separate"/>',
        f"<w:t {nsdecls('w')}>1</w:t>",
        f'<w:fldChar {nsdecls("w")} w:fldCharType="end"/>',
    ):
        paragraph.add_run()._r.append(parse_xml(element))
