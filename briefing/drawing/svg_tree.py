"""SVG as a tree, so that whatever an article says is text in it and never markup."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from briefing.drawing.xml_text import xml_text


def number(value: float) -> str:
    """Write a length as shortly as a tenth of a pixel allows."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def add(parent: ET.Element, tag: str, **attributes: object) -> ET.Element:
    """Add an element; underscores in names are hyphens, None and "" leave an attribute out."""
    return ET.SubElement(
        parent,
        tag,
        {
            name.replace("_", "-"): number(value) if isinstance(value, float) else str(value)
            for name, value in attributes.items()
            if value is not None and value != ""
        },
    )


def root(width: int, height: float, *, title: str, face: str) -> ET.Element:
    """Begin a picture with its size and its title for those who do not see it."""
    top = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(width),
            "height": number(height),
            "viewBox": f"0 0 {width} {number(height)}",
            "font-family": face,
            "role": "img",
        },
    )
    ET.SubElement(top, "title").text = xml_text(title)
    return top
