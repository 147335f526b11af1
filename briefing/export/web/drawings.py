"""The map and the timeline in the HTML file: each arc and mark is a link to its sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from xml.etree import ElementTree as ET

from briefing.brief import Brief
from briefing.brief.pictures import Picture, map_picture, timeline_picture
from briefing.drawing.xml_text import xml_text
from briefing.export.web.markup import Markup
from briefing.map.colours import DARK, LIGHT
from briefing.map.geography import drawable
from briefing.map.places import between_countries
from briefing.map.scene import grouped, strongest
from briefing.timeline.colours import COLOURS, DARK_COLOURS

_SVG = "{http://www.w3.org/2000/svg}"

WIDTH = 920
"""Pixels of a drawing: the width of the page's column, so that letters have their size."""

_HIGH = 760
"""Most pixels of the timeline's height."""

Anchors = Mapping[str, str]
"""The id of the item in the page, by the id of its fact."""


def map_drawing(brief: Brief, anchors: Anchors) -> tuple[Markup, str] | None:
    """Draw the map, each arc a link to the first of its relations; None where there is none.

    Returns:
        The drawing, and what it shows in words.
    """
    picture = map_picture(brief, width=WIDTH)
    if picture is None:
        return None
    relations = brief.relation_rows
    drawn = strongest(relations[between_countries(relations) & drawable(relations)])
    facts = {
        key.text: [str(fact) for fact in rows["relation_id"]]
        for key, rows in grouped(drawn).items()
    }
    return _linked(picture, "data-arc", lambda key: facts.get(key, ()), anchors), picture.alt


def timeline_drawing(brief: Brief, anchors: Anchors) -> tuple[Markup, str] | None:
    """Draw the timeline, each mark a link to its event; None where nothing has a date.

    Returns:
        The drawing, and what it shows in words.
    """
    picture = timeline_picture(brief, width=WIDTH, height=_HIGH)
    if picture is None:
        return None
    return _linked(picture, "data-event", lambda key: (key,), anchors), picture.alt


def dark_rules() -> str:
    """Write the rules of style that give the drawings their dark colours; relations keep theirs."""
    names = ("sea", "land", "border", "text", "quiet", "halo", "ground")
    ground = {getattr(LIGHT, name): getattr(DARK, name) for name in names}
    ground |= {LIGHT.fills[name]: DARK.fills[name] for name in LIGHT.fills}
    marks = {COLOURS[tense]: DARK_COLOURS[tense] for tense in COLOURS}
    return _rules(".drawing", ground) + _rules("#timeline .drawing", marks)


def _rules(where: str, colours: Mapping[str, str]) -> str:
    return "".join(
        f'{where} [{kind}="{light}"]{{{kind}:{dark}}}'
        for light, dark in colours.items()
        for kind in ("fill", "stroke", "stop-color")
    )


def _linked(
    picture: Picture, name: str, facts_of: Callable[[str], Sequence[str]], anchors: Anchors
) -> Markup:
    """Make a link of each group that stands for facts which the page lists."""
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    root = ET.fromstring(picture.svg)
    root.set("role", "group")
    root.set("aria-label", xml_text(picture.alt))
    heading = root.find(f"{_SVG}title")
    if heading is not None:
        root.remove(heading)  # else it would be the tooltip of every empty spot
    parents = {child: parent for parent in root.iter() for child in parent}
    _define_once(root, parents)
    for group in [found for found in root.iter(f"{_SVG}g") if found.get(name)]:
        facts = facts_of(group.attrib.pop(name))
        listed = list(dict.fromkeys(anchors[fact] for fact in facts if fact in anchors))
        _make_link(group, parents[group], listed, len(facts))
    return Markup(ET.tostring(root, encoding="unicode"))


def _define_once(root: ET.Element, parents: Mapping[ET.Element, ET.Element]) -> None:
    """Leave what is defined twice, such as how a colour fades, in its first place only."""
    seen: set[str] = set()
    for element in list(root.iter()):
        name = element.get("id")
        if name in seen:
            parents[element].remove(element)
        elif name:
            seen.add(name)


def _label(group: ET.Element) -> str:
    """Name a link: first the words that stand on it, as they do, then what else it is.

    Whoever speaks to a program says the words that are seen, so the name has to begin with them.
    """
    shown = []
    for text in group.iter(f"{_SVG}text"):
        if len(text):
            text.insert(0, ET.Element(f"{_SVG}tspan"))
            text[0].tail = " "  # else a title and its date would be one word to a program
        shown.append("".join(text.itertext()))
        text.tail = " "  # and so would the words of two lines
    seen = " ".join(" ".join(shown).split())
    lines = (group.findtext(f"{_SVG}title") or "").split("\n")
    return " · ".join(filter(None, (seen, *(line for line in lines if line not in seen))))


def _make_link(group: ET.Element, parent: ET.Element, listed: Sequence[str], all_of: int) -> None:
    """Put a group into a link to what it stands for; one that stands for nothing listed stays."""
    label = _label(group)
    group.set("class", "fact")
    if not listed:
        return
    place = list(parent).index(group)
    parent.remove(group)
    link = ET.Element(
        f"{_SVG}a",
        {
            "href": f"#{listed[0]}",
            "aria-label": label,
            "data-items": " ".join(listed),
            "data-more": str(max(all_of - len(listed), 0)),
        },
    )
    link.append(group)
    parent.insert(place, link)
