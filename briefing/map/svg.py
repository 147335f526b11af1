"""The map as SVG, without a browser: the same scene as on the screen, with its key below.

Built as a tree, so that whatever an article says is text in it and never markup.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import numpy as np

from briefing.drawing.svg_tree import add as _add
from briefing.drawing.svg_tree import number as _number
from briefing.drawing.svg_tree import root as _root
from briefing.drawing.xml_text import xml_text
from briefing.map.badges import draw_badge
from briefing.map.colours import DARK, FILL_WORDS, LIGHT, GroundColours, dot_colour
from briefing.map.ground import Ground, ground
from briefing.map.places import is_country
from briefing.map.projection import Floats
from briefing.map.scene import Arc, Node, Scene, arc_words, stands_out
from briefing.wording import headings, legends, text_width
from briefing.wording.signs import QUADS, SANS, STANDINGS

DASHES = {"solid": "", "dash": "3 2", "dot": "1 1.6"}
"""Lines as lengths, in widths of the line."""

FADED = 0.12

_SMALL = 12.0
_MARGIN = 12.0
_LINE = 18.0
_SHORT = 44.0
"""A shorter arc has no room for a sign."""

_MOST_LINES = 9
"""So many lines a title or a note may take."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the map: a title, notes below, and the handling marking."""

    title: str = ""
    notes: tuple[str, ...] = ()
    marking: str = ""


def build_svg(
    scene: Scene,
    *,
    width: int,
    height: int,
    focus: str | None = None,
    dark: bool = False,
    boundaries: bool = True,
    words: Words | None = None,
    keyed: bool = True,
) -> str:
    """Write a scene as SVG.

    Args:
        scene: The scene, laid out for this width and height.
        width: Pixels of the picture.
        height: Pixels of the map in it; title and key come on top of that.
        focus: A party whose relations stand out.
        dark: Whether the ground is dark.
        boundaries: Whether countries are told apart.
        words: What stands around the map.
        keyed: Whether the key stands below the map; who says no draws one of their own.
    """
    ink = DARK if dark else LIGHT
    words = words or Words()
    shapes = ground(scene, boundaries=boundaries)
    head = _head(words, width, ink)
    key = _key(words, width, ink, filled=bool(shapes.land)) if keyed else []
    top, total = _height(head), _height(head) + height + _height(key)
    root = _root(width, total, title=words.title or headings.MAP, face=SANS)
    _add(root, "rect", width=width, height=total, fill=ink.ground)
    _draw_rows(root, head, 0.0, ink)
    clip = ET.SubElement(ET.SubElement(root, "defs"), "clipPath", {"id": "window"})
    _add(clip, "rect", width=width, height=height)
    drawing = ET.SubElement(
        root, "g", {"transform": f"translate(0 {_number(top)})", "clip-path": "url(#window)"}
    )
    _add(drawing, "rect", width=width, height=height, fill=ink.sea if shapes.land else ink.ground)
    frame = _Frame(scene.window[0], scene.window[3], scene.unit)
    _draw_land(drawing, shapes, frame, ink)
    _draw_leaders(drawing, scene.nodes, frame, ink)
    _draw_arcs(drawing, scene, frame, focus, ink)
    _draw_badges(drawing, scene, frame, focus, ink)
    _draw_names(drawing, scene, frame, height, ink, bordered=shapes.bordered)
    _draw_rows(root, key, top + height, ink)
    return ET.tostring(root, encoding="unicode")


@dataclass(frozen=True, slots=True)
class _Frame:
    """How map units become pixels, downwards."""

    left: float
    top: float
    unit: float

    def pixels(self, units: Floats) -> Floats:
        flipped = np.asarray(units, dtype=float) - np.array([self.left, self.top])
        placed: Floats = flipped * np.array([self.unit, -self.unit])
        return placed


def _path(lines: Iterable[Floats], *, closed: bool = False) -> str:
    end = "Z" if closed else ""
    return "".join(
        "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in line.tolist()) + end
        for line in lines
    )


def _draw_land(parent: ET.Element, shapes: Ground, frame: _Frame, ink: GroundColours) -> None:
    for fill, rings in shapes.land:
        _add(
            parent,
            "path",
            d=_path((frame.pixels(ring) for ring in rings), closed=True),
            fill=ink.fills.get(fill, ink.land),
            fill_rule="evenodd",
            stroke=ink.border if shapes.bordered else None,
            stroke_width=0.7 if shapes.bordered else None,
        )
    if shapes.disputed:
        _add(
            parent,
            "path",
            d=_path((frame.pixels(ring) for ring in shapes.disputed), closed=True),
            fill="none",
            stroke=ink.quiet,
            stroke_dasharray="3 2",
        )


def _draw_leaders(
    parent: ET.Element, nodes: Sequence[Node], frame: _Frame, ink: GroundColours
) -> None:
    for node in nodes:
        if node.moved:
            line = frame.pixels(np.array([node.at, node.true]))
            _add(parent, "path", d=_path([line]), stroke=ink.quiet)
            _add(parent, "circle", cx=line[1, 0], cy=line[1, 1], r=2, fill=ink.quiet)


def _draw_arcs(
    parent: ET.Element, scene: Scene, frame: _Frame, focus: str | None, ink: GroundColours
) -> None:
    names = {node.code: node.name for node in scene.nodes}
    for arc in sorted(scene.arcs, key=lambda arc: stands_out(arc, focus)):
        group = _add(
            parent, "g", data_arc=arc.key.text, opacity=None if stands_out(arc, focus) else FADED
        )
        ET.SubElement(group, "title").text = xml_text("\n".join(arc_words(arc, names)))
        line = frame.pixels(arc.line)
        if arc.look == "solid" and stands_out(arc, focus):
            _stroke(group, line, ink.sea, arc.width + 2.4, "", opacity=0.7)
        _stroke(group, line, QUADS[arc.key.quad].colour, arc.width, arc.look)
        for x, y, angle in arc.heads:
            _draw_head(group, frame.pixels(np.array([x, y])), angle, arc, scene.fine, ink)


def _draw_badges(
    parent: ET.Element, scene: Scene, frame: _Frame, focus: str | None, ink: GroundColours
) -> None:
    """Put the sign of its class on each arc that stands out and is long enough."""
    for arc in scene.arcs:
        line = frame.pixels(arc.line)
        length = float(np.hypot(*np.diff(line, axis=0).T).sum())
        if stands_out(arc, focus) and length > _SHORT:
            x, y = line[len(line) // 2].tolist()
            draw_badge(parent, float(x), float(y), arc.key.quad, ink)


def _stroke(
    parent: ET.Element,
    line: Floats,
    colour: str,
    width: float,
    look: str,
    *,
    opacity: float | None = None,
) -> None:
    dashes = " ".join(_number(float(part) * width) for part in DASHES.get(look, "").split())
    _add(
        parent,
        "path",
        d=_path([line]),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_opacity=opacity,
    )


def _draw_head(
    parent: ET.Element, at: Floats, angle: float, arc: Arc, fine: float, ink: GroundColours
) -> None:
    """Draw a triangle that points up before it is turned, as Plotly's does."""
    reach = (11.0 + 0.7 * arc.width) * fine / 2
    side = 2 * reach / math.sqrt(3)
    corners = f"{_number(-side)},{_number(reach / 2)} {_number(side)},{_number(reach / 2)}"
    _add(
        parent,
        "polygon",
        points=f"{corners} 0,{_number(-reach)}",
        transform=f"translate({_number(at[0])} {_number(at[1])}) rotate({_number(angle)})",
        fill=QUADS[arc.key.quad].colour,
        stroke=ink.halo,
        stroke_width=0.8,
    )


def _draw_names(
    parent: ET.Element,
    scene: Scene,
    frame: _Frame,
    height: int,
    ink: GroundColours,
    *,
    bordered: bool,
) -> None:
    size = 11.0 if scene.fine < 0.8 else 13.0
    for node in scene.nodes:
        x, y = frame.pixels(np.array(node.at)).tolist()
        colour = dot_colour(scene, node.code, ink, bordered=bordered)
        look = {"fill": colour, "stroke": ink.halo if bordered else ink.text, "stroke_width": 1.5}
        if is_country(node.code):
            _add(parent, "circle", cx=x, cy=y, r=5 if bordered else 6, **look)
        else:
            _add(parent, "rect", x=x - 5, y=y - 5, width=10, height=10, **look)
    for node in scene.nodes:
        left, _bottom, right, top = node.label.box
        _vertical, horizontal = node.label.position.split(" ")
        at, anchor = {
            "left": (right, "end"),
            "center": ((left + right) / 2, "middle"),
            "right": (left, "start"),
        }[horizontal]
        lines = [line.strip("\u00a0") for line in node.label.text.split("<br>")]
        for number, line in enumerate(line for line in lines if line):
            text = _add(
                parent,
                "text",
                x=float(at),
                y=height - top + size * (1.0 + 1.3 * number),
                text_anchor=anchor,
                font_size=size,
                fill=ink.text,
                stroke=ink.halo,
                stroke_width=2.5,
                stroke_linejoin="round",
                paint_order="stroke",
            )
            text.text = xml_text(line)


@dataclass(frozen=True, slots=True)
class _Item:
    """A sign and a text in a row: a line of a look, a box of a colour, or a text alone.

    With `quad` the line bears the sign of that class.
    """

    text: str
    colour: str
    ink: str
    sign: str = ""
    size: float = _SMALL
    bold: bool = False
    quad: str = ""

    @property
    def wide(self) -> float:
        wide = text_width.width(self.text, self.size, bold=self.bold)
        return wide + (34.0 if self.sign else 0.0)


_Rows = list[list[_Item]]


def _head(words: Words, width: int, ink: GroundColours) -> _Rows:
    rows: _Rows = []
    if words.marking:
        rows.append([_Item(words.marking, "", ink.text, size=13.0, bold=True)])
    if words.title:
        rows += _wrapped(words.title, width, ink.text, size=17.0, bold=True)
    return rows


def _key(words: Words, width: int, ink: GroundColours, *, filled: bool) -> _Rows:
    looks = [
        _Item(quad.word, quad.colour, ink.text, "line", quad=key) for key, quad in QUADS.items()
    ]
    lines = [
        _Item(
            ", ".join(s.word.lower() for s in STANDINGS.values() if s.line == line),
            ink.text,
            ink.text,
            line,
        )
        for line in DASHES
    ]
    fills = [_Item(word, ink.fills[fill], ink.text, "box") for fill, word in FILL_WORDS.items()]
    balance = [_Item(legends.BALANCE, "", ink.text), *fills]
    firmest = _Item("Line of the firmest relation:", "", ink.text)
    rows = [*_flowed(looks, width), *_flowed([firmest, *lines], width)]
    rows += _flowed(balance, width) if filled else []
    for note in words.notes:
        rows += _wrapped(note, width, ink.quiet, size=_SMALL)
    if words.marking:
        rows.append([_Item(words.marking, "", ink.text, size=13.0, bold=True)])
    return rows


def _wrapped(text: str, width: int, colour: str, *, size: float, bold: bool = False) -> _Rows:
    room = width - 2 * _MARGIN
    found = text_width.lines(text, room, size, _MOST_LINES, bold=bold)
    return [[_Item(line, "", colour, "", size, bold)] for line in found]


def _flowed(items: Sequence[_Item], width: int) -> _Rows:
    """Put items beside each other, on as many rows as it takes."""
    rows: _Rows = [[]]
    at = _MARGIN
    for item in items:
        if rows[-1] and at + item.wide > width - _MARGIN:
            rows.append([])
            at = _MARGIN
        rows[-1].append(item)
        at += item.wide + 16.0
    return rows


def _height(rows: _Rows) -> float:
    return sum(max(_LINE, row[0].size * 1.4) for row in rows) + (_MARGIN if rows else 0.0)


def _draw_rows(parent: ET.Element, rows: _Rows, top: float, ink: GroundColours) -> None:
    y = top + _MARGIN / 2
    for row in rows:
        y += max(_LINE, row[0].size * 1.4)
        x = _MARGIN
        for item in row:
            middle = y - item.size * 0.35
            if item.sign == "box":
                _add(parent, "rect", x=x + 8, y=y - 10, width=18, height=12, fill=item.colour)
            elif item.sign:
                line = np.array([[x, middle], [x + 28.0, middle]])
                _stroke(parent, line, item.colour, 3.0, item.sign)
            if item.quad:
                draw_badge(parent, x + 14.0, middle, item.quad, ink)
            text = _add(
                parent,
                "text",
                x=x + (34.0 if item.sign else 0.0),
                y=y,
                font_size=item.size,
                font_weight="bold" if item.bold else None,
                fill=item.ink,
            )
            text.text = xml_text(item.text)
            x += item.wide + 16.0
