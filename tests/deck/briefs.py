"""Slides made by hand, with as many words as a test wants."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.brief import Quotation, Reference, Relation, Voice
from briefing.deck import (
    Line,
    ListBody,
    QuotationBody,
    QuotationsBody,
    RelationBody,
    Slide,
    TitleBody,
    VoicesBody,
)
from briefing.wording.verbatim import Piece


def at(number: int = 1, sentence: str = "The envoy spoke.") -> Reference:
    return Reference(f"a1.x.{number}", "a1", number, sentence)


def said(*pieces: tuple[str, bool], role: str | None = "Minister of Trade") -> Quotation:
    return Quotation(
        pieces=tuple(Piece(text, verbatim) for text, verbatim in pieces),
        speaker="Ana Quispe",
        role=role,
        country="Peru",
        code="PER",
        kind="direct",
        act="warns",
        circumstances="about Chile",
        citation="",
        at=at(),
    )


def quotation(*pieces: tuple[str, bool], own: Sequence[str] = ()) -> Slide:
    item = said(*pieces)
    return Slide("q:1", "quotation", item.speaker, QuotationBody(item), (item.at,), own=tuple(own))


def quotations(*said_: Sequence[tuple[str, bool]], own: Sequence[str] = ()) -> Slide:
    items = tuple(said(*pieces) for pieces in said_)
    heading, at = "Key quotations", tuple(item.at for item in items)
    return Slide("quotations", "quotations", heading, QuotationsBody(items), at, own=tuple(own))


def voices(*names: str) -> Slide:
    body = VoicesBody(tuple(Voice(name, "Peru", 9, 40) for name in names))
    return Slide("voices", "voices", "Quotations by speaker", body)


def relation(sentence: str, own: Sequence[str] = ()) -> Slide:
    item = Relation(
        source="Peru",
        target="Chile",
        both=False,
        quad="verbal-conflict",
        standing="attributed",
        trigger="warned",
        claimed_by="Ana Quispe",
        denied_by=None,
        condition=None,
        at=at(1, sentence),
    )
    return Slide("r:1", "relation", item.parties, RelationBody(item), (item.at,), own=tuple(own))


def listed(lines: Sequence[tuple[str, str, str]], own: Sequence[str] = ()) -> Slide:
    body = ListBody(tuple(Line(lead, words, True, note, 1) for lead, words, note in lines))
    evidence = tuple(at(number) for number, _ in enumerate(lines, start=1))
    return Slide("coming-up", "coming-up", "Coming up", body, evidence, own=tuple(own))


def opening(narrowed: str) -> Slide:
    body = TitleBody("The Echo · 3 May 2031", narrowed, "4 May 2031", "Not reviewed", "Briefing 1")
    return Slide("title", "title", "Port talks stall", body)


def texts(slide: Slide) -> list[str]:
    """Return what stands on a slide in the order in which it is read."""
    body = slide.body
    if isinstance(body, QuotationBody):
        found = [piece.text for piece in body.quotation.pieces]
    elif isinstance(body, QuotationsBody):
        found = [piece.text for each in body.quotations for piece in each.pieces]
    elif isinstance(body, VoicesBody):
        found = [voice.name for voice in body.voices]
    elif isinstance(body, RelationBody):
        found = [body.relation.at.sentence]
    elif isinstance(body, ListBody):
        found = [text for line in body.lines for text in (line.lead, line.words, line.note)]
    elif isinstance(body, TitleBody):
        found = [body.scope, body.narrowed, body.made, body.review, body.program]
    else:
        found = []
    return [*found, *slide.own]


def letters(slides: Sequence[Slide]) -> str:
    """Return all that stands on slides without its spaces, since long words are broken."""
    return "".join("".join("".join(texts(slide)).split()) for slide in slides)
