"""A brief on paper: tagged PDF for screen readers (PDF/UA-1), set by typst in the packaged faces.

What an article or staff say reaches the template as JSON and is set as text; nothing of it is
ever read as markup. A brief and a meeting brief hold to two pages by listing less, never by
smaller type.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from briefing.brief import Limits
from briefing.brief.content import Brief
from briefing.brief.pictures import map_picture, timeline_picture
from briefing.drawing.fonts import FOLDER, font_files
from briefing.drawing.letter_shapes import Shapes
from briefing.errors import ExportError
from briefing.export.options import Form, Options
from briefing.export.paper import Paper
from briefing.export.paper_blocks import Block
from briefing.export.paper_sections import Pictures, Section, Share

TEMPLATE = Path(__file__).with_name("paper.typ")

PAGES = 2
"""A brief and a meeting brief have no more pages than these."""

LIMITS = Limits(key_quotations=24)
"""What to ask a brief for, so that two pages can be filled."""

_MOST_ITEMS = 64
"""Two pages never hold more items."""

_WIDTH = 660
"""Pixels of a picture on paper; its words are then as large as those around it."""

_MAP_HEIGHT = 250
_TIMELINE_HEIGHT: dict[Form, int] = {"brief": 330, "full": 800}

_FIRST: dict[Form, tuple[Section, ...]] = {
    "brief": ("quotation",) * 3 + ("coming",) * 3 + ("claim",) * 2 + ("map",) + ("relation",) * 4,
    "meeting": ("quotation",) * 5 + ("coming",) * 3 + ("relation",) * 2 + ("claim",) * 2,
    "full": (),
    "uk-brief": ("coming",) * 3 + ("claim",) * 2 + ("quotation",) * 4 + ("relation",) * 2,
    "us-memo": ("claim",) * 2 + ("coming",) * 3 + ("quotation",) * 4 + ("relation",) * 2,
}
"""What comes onto the paper first, whatever there is more of."""

_THEN: dict[Form, tuple[Section, ...]] = {
    "brief": ("quotation", "coming", "claim", "relation", "relation", "timeline"),
    "meeting": ("quotation", "relation", "coming", "claim"),
    "full": (),
    "uk-brief": ("quotation", "coming", "claim", "relation"),
    "us-memo": ("quotation", "claim", "relation", "coming"),
}
"""What comes next, in turns, until the pages are full."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A document and how many pages it has."""

    data: bytes
    pages: int


def to_pdf(
    brief: Brief, options: Options | None = None, progress: Callable[[float], None] | None = None
) -> Pdf:
    """Write a brief as PDF; the same brief and options give the same bytes.

    Args:
        brief: The brief; asked with `LIMITS` it fills two pages best.
        options: Paper and form, and the words of staff.
        progress: Told how far it is, from 0 to 1.

    Raises:
        ExportError: The packaged fonts are not whole, or the document cannot be set.
    """
    options = options or Options()
    font_files()
    paper, press = Paper(brief, options, pictures(brief, options.form)), _Press(brief.made)
    tell = progress or (lambda share: None)
    tell(0.2)
    share = paper.everything if options.form == "full" else _fitting(press, paper, options, tell)
    return press.printed(paper, share)


def fitted(brief: Brief, options: Options, *, spare: float) -> Block:
    """Return the blocks of a brief that two pages hold, for whoever writes them elsewhere.

    Args:
        brief: The brief.
        options: Paper, a form of two pages, and the words of staff.
        spare: Millimetres that are to stay free, for letters that need more room.

    Raises:
        ExportError: The packaged fonts are not whole, or the document cannot be set.
    """
    font_files()
    paper = Paper(brief, options, pictures(brief, options.form))
    share = _fitting(_Press(brief.made, spare), paper, options, lambda share: None)
    return paper.data(share)


def pictures(brief: Brief, form: Form) -> Pictures:
    """Draw what the form has room for; what staff write on has no pictures."""
    if form not in _TIMELINE_HEIGHT:
        return Pictures(None, None)
    return Pictures(
        map_picture(brief, width=_WIDTH, height=_MAP_HEIGHT),
        timeline_picture(brief, width=_WIDTH, height=_TIMELINE_HEIGHT[form]),
    )


def _fitting(press: _Press, paper: Paper, options: Options, tell: Callable[[float], None]) -> Share:
    """Find how much two pages hold: as many items as fit, in their order, then of fewer sections.

    The run that fits is found by halving. What then does not fit is passed over with its section,
    and the next is tried.
    """
    first, then = _order(options.form, paper.everything)
    order = [*first, *then]
    needs_answer = press.extent(paper, _share(first)).answered <= 1

    def fits(sections: list[Section]) -> bool:
        extent = press.extent(paper, _share(sections))
        return extent.pages <= PAGES and (extent.answered <= 1 or not needs_answer)

    least, most = 0, min(len(order), _MOST_ITEMS)
    while least < most:
        middle = (least + most + 1) // 2
        if fits(order[:middle]):
            least = middle
        else:
            most = middle - 1
    tell(0.7)
    kept, left = order[:least], order[least:]
    while left:
        if fits([*kept, left[0]]):
            kept.append(left.pop(0))
        else:
            left = [section for section in left if section != left[0]]
    tell(0.9)
    return _share(kept)


def _order(form: Form, everything: Share) -> tuple[list[Section], list[Section]]:
    """Say what comes onto the paper one after the other, as long as there is more of it.

    Returns:
        What comes first in any case, and what comes then.
    """
    left = {each.name: getattr(everything, each.name) for each in fields(Share)}
    first: list[Section] = []
    then: list[Section] = []
    for section in _FIRST[form]:
        if left[section]:
            left[section] -= 1
            first.append(section)
    while any(left[section] for section in _THEN[form]):
        for section in _THEN[form]:
            if left[section]:
                left[section] -= 1
                then.append(section)
    then += ["more"] * left["more"]
    return first, then


def _share(sections: list[Section]) -> Share:
    return Share(**{each.name: sections.count(each.name) for each in fields(Share)})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Extent:
    """How many pages a paper has, and on which one all that is ahead of the map ends."""

    pages: int
    answered: int


class _Press:
    """Sets papers, with the faces loaded once."""

    def __init__(self, made: date, spare: float = 0.0) -> None:
        self._spare = spare
        self._moment = datetime.combine(made, time(), UTC)
        self._faces = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
        )

    def extent(self, paper: Paper, share: Share) -> _Extent:
        """Say how far a paper with so many items reaches, its pictures left blank."""
        return _extent(self._compiler(paper.data(share, unprinted=True, spare=self._spare)))

    def printed(self, paper: Paper, share: Share) -> Pdf:
        """Set a paper with so many items."""
        compiler = self._compiler(paper.data(share))
        try:
            made = compiler.compile(
                format="pdf", pdf_standards=["ua-1"], timestamp=int(self._moment.timestamp())
            )
        except typst.TypstError as error:
            raise _unset(error) from error
        if not isinstance(made, bytes):
            raise ExportError(f"{_FAILED}: the typesetter returned no document.")
        return Pdf(made, _extent(compiler).pages)

    def _compiler(self, data: Block) -> typst.Compiler:
        shapes = Shapes()
        shown = shapes.shown(data)
        shown["title"] = shown["title"].strip() or shown["kind"]
        shown["letters"] = shapes.said
        return typst.Compiler(
            input=str(TEMPLATE),
            root=str(TEMPLATE.parent),
            font_paths=self._faces,
            sys_inputs={"data": json.dumps(shown)},
        )


def _extent(compiler: typst.Compiler) -> _Extent:
    try:
        found = compiler.query("<set>", field="value", one=True)
    except typst.TypstError as error:
        raise _unset(error) from error
    return _Extent(**json.loads(found))


_FAILED = "The PDF could not be produced"


def _unset(error: typst.TypstError) -> ExportError:
    return ExportError(
        f"{_FAILED}: {error}. Choose Word or HTML instead, and tell whoever "
        "looks after this program."
    )
