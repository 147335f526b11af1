"""Draws what stands on a slide: its head, its body of one kind, the presenter's lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from briefing.brief import Quotation, Relation
from briefing.deck import (
    ListBody,
    PictureBody,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    TitleBody,
    VoicesBody,
    slide_words,
    stage,
)
from briefing.deck.fit import heading_size, note_size, quotation_face, quoted_size, spread
from briefing.deck.measure import height
from briefing.deck.show import Drawing
from briefing.deck.stage import Face, Type
from briefing.export import phrases
from briefing.export.office.screen import INK, QUIET, RULE, Run, Screen, Text
from briefing.export.office.slide_drawings import add_chart, draw_picture
from briefing.export.office.slide_marks import Box
from briefing.export.office.slide_sheets import (
    BELOW,
    Sheet,
    below_height,
    body_top,
    presenter_height,
)
from briefing.export.office.slide_table import add_table
from briefing.wording.signs import QUADS, STANDINGS

TITLE, WORDS, HEADING = range(3)
"""The layouts of the template."""

_BODY, _KICKER, _BESIDE, _ABOUT = 1, 13, 14, 16
"""The places of the layouts."""

_BESIDE_HEADING = 0.6
"""Size of what tells a heading from others, as a share of it."""

_DASHES = {
    "solid": MSO_LINE_DASH_STYLE.SOLID,
    "dash": MSO_LINE_DASH_STYLE.DASH,
    "dot": MSO_LINE_DASH_STYLE.ROUND_DOT,
}


def layout_of(sheet: Sheet) -> int:
    """Return which layout of the template a slide takes."""
    body = sheet.slide.body
    if isinstance(body, TitleBody):
        return TITLE
    drawn = sheet.table is not None or isinstance(body, PictureBody | VoicesBody)
    return HEADING if drawn else WORDS


def draw(screen: Screen, sheet: Sheet, drawings: Mapping[str, Drawing], title: str) -> None:
    """Draw a slide.

    Args:
        screen: The slide, empty.
        sheet: What stands on it.
        drawings: The map and the timeline, by the name of their slide.
        title: What stands after the heading, so that no two slides have the same title.
    """
    slide, body = sheet.slide, sheet.slide.body
    if isinstance(body, TitleBody):
        _opening(screen, slide, body)
    else:
        _head(screen, sheet, title)
    box = Box(
        stage.MARGIN,
        body_top(slide),
        stage.COLUMN,
        stage.BOTTOM - body_top(slide) - presenter_height(slide) - below_height(sheet.below),
    )
    if sheet.table is not None:
        table = sheet.table
        add_table(screen, slide.heading, table.alt, table.columns, table.page, box)
    elif isinstance(body, VoicesBody):
        add_chart(screen, body.voices, slide.heading, box)
    elif isinstance(body, QuotationsBody):
        _quoted(screen, body, slide, box)
    elif isinstance(body, QuotationBody):
        _said(screen, body.quotation, slide, box)
    elif isinstance(body, RelationBody):
        _stands(screen, body.relation, slide.size, box)
    elif isinstance(body, PictureBody):
        draw_picture(screen, body, drawings.get(slide.name), box)
    elif isinstance(body, ListBody):
        _lines(screen, slide, body, box)
    if sheet.below:
        texts = [Text([Run(text, colour=QUIET)], BELOW.size) for text in sheet.below]
        low = Box(stage.MARGIN, box.top + box.height, stage.COLUMN, below_height(sheet.below))
        screen.text("What the file is" if slide.kind == "sources" else "Not listed", low, texts)
    _own(screen, slide)


def title_of(slide: Slide) -> str:
    """Return the heading of a slide, with its part where it has several."""
    heading = slide.heading or slide_words.OWN
    return f"{heading} ({slide.part} of {slide.parts})" if slide.parts > 1 else heading


def _head(screen: Screen, sheet: Sheet, more: str) -> None:
    slide = sheet.slide
    kicker = slide_words.line_over_heading(slide) if slide.heading else ""
    top = float(stage.TOP)
    if kicker:
        text = Text([Run(kicker, "sans-bold", colour=QUIET)], stage.KICKER.size)
        box = Box(stage.MARGIN, top, stage.COLUMN, stage.KICKER.line)
        screen.fill(_KICKER, box, [text])
        top += stage.KICKER.line
    size, _ = heading_size(slide)
    kind = Type("sans-bold", size, stage.HEADING_LEADING)
    heading = slide.heading or slide_words.OWN
    tall = height(heading, kind, stage.COLUMN - stage.COUNTER)
    part = f" ({slide.part} of {slide.parts})" if slide.parts > 1 else ""
    runs = [Run(heading, "sans-bold")]
    if part or more:
        runs.append(Run(f"{part}{more}", "sans", colour=QUIET, share=_BESIDE_HEADING))
    screen.fill(0, Box(stage.MARGIN, top, stage.COLUMN, tall), [Text(runs, size)])
    beside = slide_words.role_and_country(slide.body)
    if beside:
        high = height(beside, stage.BESIDE, stage.COLUMN)
        box = Box(stage.MARGIN, top + tall, stage.COLUMN, high)
        screen.fill(_BESIDE, box, [Text([Run(beside)], stage.BESIDE.size)])


def _opening(screen: Screen, slide: Slide, body: TitleBody) -> None:
    size, _ = heading_size(slide)
    kind = Type("sans-bold", size, stage.HEADING_LEADING)
    title = height(slide.heading, kind, stage.COLUMN)
    scope = height(body.scope, stage.SCOPE, stage.COLUMN)
    about = slide_words.title_lines(body)
    rest = sum(height(words, stage.ABOUT, stage.COLUMN) + stage.ABOUT_GAP for words in about)
    free = stage.BOTTOM - stage.TOP - title - scope - rest - 2 * stage.AFTER_HEAD
    top = stage.TOP + max(0.0, free - presenter_height(slide)) * 0.4
    box = Box(stage.MARGIN, top, stage.COLUMN, title)
    screen.fill(0, box, [Text([Run(slide.heading, "sans-bold")], size)])
    top += title + stage.AFTER_HEAD
    box = Box(stage.MARGIN, top, stage.COLUMN, scope)
    screen.fill(_BODY, box, [Text([Run(body.scope)], stage.SCOPE.size)])
    top += scope + stage.AFTER_HEAD
    texts = [Text([Run(words)], stage.ABOUT.size, above=stage.ABOUT_GAP) for words in about]
    screen.fill(_ABOUT, Box(stage.MARGIN, top, stage.COLUMN, rest), texts)


def _said(screen: Screen, said: Quotation, slide: Slide, box: Box) -> None:
    mixed = quotation_face(QuotationBody(said)) == "serif-bold"
    runs = [
        Run(words, "serif-bold" if verbatim and mixed else "serif")
        for words, verbatim in phrases.in_marks(said.pieces)
    ]
    below = Text(_circumstances(said), stage.CIRCUMSTANCES.size, above=stage.FACT_GAP)
    screen.fill(_BODY, box, [Text(runs, slide.size), below], middle=slide.parts == 1)


def _quoted(screen: Screen, body: QuotationsBody, slide: Slide, box: Box) -> None:
    """Write several quotations; what is no verbatim says so before its words and is smaller."""
    texts: list[Text] = []
    small, gap = note_size(slide.size), stage.QUOTED_GAP + spread(slide)
    for said in body.quotations:
        above = gap if texts else 0.0
        if slide_words.is_paraphrase(said):
            label = Run(slide_words.PARAPHRASE, "sans-bold", colour=QUIET)
            texts.append(Text([label], stage.KICKER.size, above=above))
            above = 0.0
        mixed = quotation_face(QuotationBody(said)) == "serif-bold"
        runs = [
            Run(words, "serif-bold" if verbatim and mixed else "serif")
            for words, verbatim in phrases.in_marks(said.pieces)
        ]
        texts.append(Text(runs, quoted_size(said, slide.size), above=above))
        name, beside = slide_words.speaker_line(said)
        by = [Run(name, "sans-bold"), *([Run(f" · {beside}")] if beside else [])]
        texts.append(Text(by, small, above=stage.BY_GAP))
        texts.append(Text(_circumstances(said), stage.CIRCUMSTANCES.size))
    screen.fill(_BODY, box, texts, middle=slide.parts == 1)


def _circumstances(said: Quotation) -> list[Run]:
    number = said.at.number
    words = slide_words.circumstances(said).removesuffix(slide_words.reference(number)).rstrip()
    return [Run(words, colour=QUIET), Run(source=number)]


def _stands(screen: Screen, relation: Relation, size: float, box: Box) -> None:
    sign, column = slide_words.class_and_standing(relation), box.width - stage.SIGN_LINE
    tall = height(sign, stage.SIGN, column)
    place = Box(box.left + stage.SIGN_LINE, box.top, column, tall)
    screen.fill(_BESIDE, place, [Text([Run(sign, "sans-bold", colour=INK)], stage.SIGN.size)])
    faces: tuple[Face, ...] = ("serif", "serif-bold", "serif")
    split = zip(phrases.split_at_trigger(relation), faces, strict=True)
    runs = [Run(words, face) for words, face in split if words]
    texts = [Text([*runs, Run(source=relation.at.number)], size)]
    texts += [
        Text([Run(words, colour=QUIET)], stage.FACT.size, above=0 if at else stage.FACT_GAP)
        for at, words in enumerate(slide_words.standing_lines(relation))
    ]
    top = box.top + tall + stage.FACT_GAP
    low = Box(box.left, top, box.width, box.height - tall - stage.FACT_GAP)
    screen.fill(_BODY, low, texts)
    middle = box.top + stage.SIGN.line / 2
    line = screen.line(
        (box.left, middle), (box.left + stage.SIGN_LINE - 40, middle), QUADS[relation.quad].colour
    )
    line.line.width = Pt(4)
    line.line.dash_style = _DASHES[STANDINGS[relation.standing].line]
    for end in ("headEnd", "tailEnd") if relation.both else ("tailEnd",):
        head = f'<a:{end} {nsdecls("a")} type="triangle"/>'
        line.line._get_or_add_ln().append(parse_xml(head))


def _lines(screen: Screen, slide: Slide, body: ListBody, box: Box) -> None:
    size = slide.size
    gap = stage.LINE_GAP * size + spread(slide)
    texts: list[Text] = []
    for line in body.lines:
        ink = QUIET if line.past else None
        lead = [Run(f"{line.lead}  ", "sans-bold", colour=ink)] if line.lead else []
        number = [Run(source=line.number)] if line.number else []
        words = Run(line.words, "serif" if line.article else "sans", colour=ink)
        texts.append(Text([*lead, words, *number], size, above=gap if texts else 0.0))
        if line.note and slide.kind == "sources":
            dot = " · " if line.words else ""
            texts[-1] = replace(texts[-1], runs=[*texts[-1].runs, Run(f"{dot}{line.note}")])
        elif line.note:
            texts.append(Text([Run(line.note, colour=QUIET)], note_size(size)))
    if slide.kind == "own":
        texts += [Text([Run(line)], size, above=gap) for line in slide.own]
    if texts:
        screen.fill(_BODY, box, texts, middle=slide.parts == 1 and slide.kind != "sources")


def _own(screen: Screen, slide: Slide) -> None:
    """Write the presenter's lines at the foot, shown as theirs."""
    tall = presenter_height(slide)
    if not tall:
        return
    top = stage.BOTTOM - tall + stage.OWN_GAP
    box = Box(
        stage.MARGIN + stage.OWN_INDENT, top, stage.COLUMN - stage.OWN_INDENT, tall - stage.OWN_GAP
    )
    label = Text([Run(slide_words.OWN, "sans-bold", colour=QUIET)], stage.OWN_LABEL.size)
    lines = [Text([Run(line)], stage.OWN.size) for line in slide.own]
    screen.text(slide_words.OWN, box, [label, *lines])
    screen.line((stage.MARGIN, top), (stage.MARGIN, stage.BOTTOM), RULE)
