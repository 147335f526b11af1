"""What stands on every slide: the marking at top and foot as its standard asks, and the number.

The marking stands on the slide itself, so that it stays when the slide is copied elsewhere, and at
the same place on the layouts, so that slides that staff add carry it; the one hides the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.slide import SlideLayout
from pptx.util import Emu

from briefing.deck import stage
from briefing.deck.measure import width as measured
from briefing.export.office.words import run_text
from briefing.wording.marking import MarkingStyle

POINT = 0.5
"""Height of a pixel of the stage in points."""

_PIXEL = 6350
"""Length of a pixel of the stage: 1,920 of them are 13⅓ inches."""

_TOP, _FOOT, _HEIGHT = 24, 1012, 44
_TWO_LINES = 62
"""Height of a marking that is longer than a slide is wide."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the stage."""

    left: float
    top: float
    width: float
    height: float


def length(pixels: float) -> Emu:
    """Return a length on a slide."""
    return Emu(round(pixels * _PIXEL))


def lengths(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    """Return the place of a box on a slide: left, top, width, height."""
    return length(box.left), length(box.top), length(box.width), length(box.height)


def mark_layout(layout: SlideLayout, style: MarkingStyle) -> None:
    """Put the marking on a layout."""
    tree = layout.shapes._spTree
    tree.append(at_top(style, 90))
    tree.append(_marking(_box(style, _FOOT), style, 91, "Marking at the foot"))


def foot_layout(layout: SlideLayout, words: str) -> None:
    """Put a line at the foot of a layout, below what stands on its slides."""
    left, top, wide, tall = lengths(
        Box(stage.MARGIN, stage.BOTTOM + 4, stage.COLUMN, stage.FOOT.line)
    )
    size = round(stage.FOOT.size * POINT * 100)
    shape: BaseOxmlElement = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="92" name="What the file is"/>'
        '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/>'
        f'</a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="{size}"><a:solidFill>'
        '<a:srgbClr val="595959"/></a:solidFill></a:rPr><a:t/></a:r></a:p></p:txBody></p:sp>'
    )
    next(iter(shape.iter(qn("a:t")))).text = run_text(words)
    layout.shapes._spTree.append(shape)


def at_top(style: MarkingStyle, key: int) -> BaseOxmlElement:
    """Return the marking at the top of a slide."""
    return _marking(_box(style, _TOP), style, key, "Marking at the top")


def at_foot(style: MarkingStyle, key: int) -> BaseOxmlElement:
    """Return the marking as the slide's footer, which PowerPoint can change on all slides."""
    place = '<p:ph type="ftr" idx="11"/>'
    return _marking(_box(style, _FOOT), style, key, "Marking at the foot", place)


def numbered(key: int, number: int) -> BaseOxmlElement:
    """Return the number of a slide, as a field that follows when slides are moved."""
    found: BaseOxmlElement = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{key}" name="Slide number"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldNum" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="en-GB"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>'
    )
    return found


def _size(style: MarkingStyle) -> float:
    """Return the size of a marking: smaller, yet 12 points, where it takes two lines."""
    usual = stage.MARKING.size
    wide = measured(style.text, stage.MARKING.face, usual) > stage.COLUMN
    return float(stage.LEAST) if wide else usual


def _box(style: MarkingStyle, top: float) -> Box:
    """Return where a marking stands: in the middle, or its label's ground at the right."""
    size = _size(style)
    tall = _HEIGHT if size == stage.MARKING.size else _TWO_LINES
    wide = min(float(stage.COLUMN), measured(style.text, stage.MARKING.face, size) + size)
    if style.align == "right":
        return Box(stage.WIDTH - stage.MARGIN - wide, top, wide, tall)
    wide = max(wide, stage.COLUMN / 2)
    return Box((stage.WIDTH - wide) / 2, top, wide, tall)


def _marking(
    box: Box, style: MarkingStyle, key: int, name: str, place: str = ""
) -> BaseOxmlElement:
    """Return a marking in its box, whose ground hides that of the layout below it."""
    left, top, wide, tall = lengths(box)
    lock = '<a:spLocks noGrp="1"/>' if place else ""
    box_kind = "" if place else ' txBox="1"'
    shape: BaseOxmlElement = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{key}" name="{name}"/>'
        f"<p:cNvSpPr{box_kind}>{lock}</p:cNvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{_fill(style.ground or '#FFFFFF')}</p:spPr>"
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{_marking_words(style)}</p:txBody></p:sp>"
    )
    _set_words(shape, style)
    return shape


def on_notes(style: MarkingStyle, kind: str, key: str, number: int) -> BaseOxmlElement:
    """Return the marking at the head ("hdr") or foot ("ftr") of the page of notes."""
    align = "r" if style.align == "right" else "ctr"
    shape: BaseOxmlElement = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Marking"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{key}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_fill(style.ground)}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{_marking_words(style, align)}</p:txBody></p:sp>"
    )
    _set_words(shape, style)
    return shape


def _marking_words(style: MarkingStyle, align: str = "ctr") -> str:
    size = round(_size(style) * POINT * 100)
    colour = (style.colour or "#000000").removeprefix("#")
    return (
        f'<a:p><a:pPr algn="{align}"/><a:r><a:rPr lang="en-GB" sz="{size}" b="1">'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        '<a:latin typeface="Arial"/></a:rPr><a:t/></a:r></a:p>'
    )


def _set_words(shape: BaseOxmlElement, style: MarkingStyle) -> None:
    """Set the words as text, never as markup."""
    next(iter(shape.iter(qn("a:t")))).text = run_text(style.text)


def _fill(colour: str | None) -> str:
    if colour is None:
        return ""
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'
