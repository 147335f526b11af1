"""SVG to PNG, in the packaged fonts and without a browser."""

from __future__ import annotations

import resvg_py

from briefing.drawing.fonts import SANS_FACE, SERIF_FACE, font_files


def svg_png(svg: str, zoom: float = 2.0) -> bytes:
    """Draw an SVG as PNG.

    Args:
        svg: The picture.
        zoom: Pixels of the PNG for one of the SVG.

    Raises:
        ExportError: The packaged fonts are not there.
    """
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=zoom,
        skip_system_fonts=True,
        font_files=[str(path) for path in font_files()],
        font_family=SANS_FACE,
        sans_serif_family=SANS_FACE,
        serif_family=SERIF_FACE,
    )
    return bytes(drawn)
