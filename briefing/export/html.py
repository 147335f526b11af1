"""A brief as one HTML file: no request to anywhere, readable without its script, alive with it.

Everything is plain headings, lists, tables and quotations first; the map and the timeline are
drawn in the page, and each arc and mark is a link to its sentence. The policy in the file's head
lets only its own style and script run, by their hash, and nothing be loaded.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from briefing.brief import Brief
from briefing.brief.scope import technical_words
from briefing.export.about import about
from briefing.export.options import Options
from briefing.export.web import sections
from briefing.export.web.drawings import dark_rules, map_drawing, timeline_drawing
from briefing.export.web.markup import Markup, el, join
from briefing.export.web.sections import Notes, Section
from briefing.wording import headings
from briefing.wording.checked import checked_words
from briefing.wording.controls import HANDLING_MARKING
from briefing.wording.marking import MarkingStyle, style_of
from briefing.wording.signs import QUADS, SANS, SERIF

_ASSETS = Path(__file__).parent / "web" / "assets"


def to_html(brief: Brief, options: Options | None = None) -> bytes:
    """Write a brief as one HTML file; the same brief gives the same bytes.

    Args:
        brief: The brief.
        options: The form "meeting" puts the words of staff before the brief.
    """
    options = options or Options()
    marking = style_of(brief.marking)
    style, script = _style(marking, options), _script()
    body = el(
        "body",
        el("a", "Skip to the briefing", class_="skip", href="#main"),
        el(
            "div",
            _marking("header", marking),
            el("main", *_main(brief, options), id="main"),
            _marking("footer", marking),
            class_="sheet",
        ),
        el("script", Markup(script)),
    )
    page = el("html", _head(brief, style, script), body, lang="en")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(brief: Brief, style: str, script: str) -> Markup:
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="generator", content=brief.program),
        el("meta", name="author", content=brief.own.author)
        if brief.own and brief.own.author
        else None,
        el("title", brief.title),
        el("style", Markup(style)),
    )


_SHOWN = (
    headings.FILTER,
    headings.MADE_ON,
    headings.RECIPIENTS,
    headings.REVIEW,
    "Note",
)
"""What the file says of itself at its head."""


def _main(brief: Brief, options: Options) -> list[Markup]:
    said = about(brief)
    facts = [(word, value) for word, value in said.rows if word in _SHOWN]
    found = _sections(brief, options)
    links = (el("li", el("a", section.heading, href=f"#{section.name}")) for section in found)
    contents = el("nav", el("ul", *links), aria_label="Contents") if found else None
    return [
        join(sections.head(brief, facts), contents),
        *(section.html for section in found),
        el("p", checked_words(brief.checked), class_="verified"),
        el("p", technical_words(brief.program), class_="aside"),
    ]


def _sections(brief: Brief, options: Options) -> list[Section]:
    own = [*sections.about_it(brief), *sections.staff_words(options.filled(brief.own))]
    if brief.empty:
        line = sections.bottom_line(brief, Notes()) if brief.own else None
        return [*own, *([line] if line and line.body else []), *sections.own_notes(brief)]
    notes = Notes()
    parts = [
        sections.bottom_line(brief, notes),
        sections.key_quotations(brief, notes),
        sections.coming_up(brief, notes),
        sections.claims(brief, notes),
        sections.voices(brief),
        sections.relations(brief, notes),
        sections.timeline(brief, notes),
        sections.yearless(brief, notes),
        sections.quotations(brief, notes),
        sections.sources(brief, notes),
    ]
    drawings = {
        "relations": (map_drawing(brief, notes.anchors), "The map"),
        "timeline": (timeline_drawing(brief, notes.anchors), "The timeline"),
    }
    drawn = [
        Section(part.name, part.heading, join(_figure(*drawings[part.name]), part.body))
        if part.name in drawings
        else part
        for part in parts
    ]
    last = drawn.pop()
    found = [*own, *(part for part in drawn if part.body), *sections.own_notes(brief)]
    return [*found, *([last] if last.body else [])]


def _figure(drawing: tuple[Markup, str] | None, name: str) -> Markup | None:
    """Write a drawing with what it shows in words; each arc or mark leads to its sentence."""
    if drawing is None:
        return None
    svg, words = drawing
    window = el("div", svg, class_="window", tabindex="0", role="group", aria_label=name)
    return el("figure", window, el("figcaption", words), class_="drawing")


def _marking(tag: str, marking: MarkingStyle | None) -> Markup | None:
    if marking is None:
        return None
    return el(tag, el("strong", marking.text), class_="marking", aria_label=HANDLING_MARKING)


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _script() -> str:
    return _asset("page.js")


def _style(marking: MarkingStyle | None, options: Options) -> str:
    """Return the style: the faces, the colours of the classes of relations, and the marking's."""
    swatches = "".join(f".{key}{{background:{quad.colour}}}" for key, quad in QUADS.items())
    size = "A4" if options.paper == "a4" else "letter"
    style = _asset("page.css")
    for name, value in {
        "SANS": SANS,
        "SERIF": SERIF,
        "SWATCHES": swatches,
        "DARK": dark_rules(),
        "PAPER": size,
        "ALIGN": marking.align if marking else "center",
        "COLOUR": (marking and marking.colour) or "inherit",
        "GROUND": (marking and marking.ground) or "transparent",
    }.items():
        style = style.replace(f"/*{name}*/", value)
    return style


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
