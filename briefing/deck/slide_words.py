"""The words that a slide adds to its body, the same for its measure and for its drawing."""

from __future__ import annotations

from briefing.brief import Quotation, Relation, Voice
from briefing.deck.slide import Body, Kind, Line, QuotationBody, Slide, TitleBody
from briefing.wording import headings
from briefing.wording.notices import BY_STAFF
from briefing.wording.signs import ACTS, DATE_MARKS, QUADS, QUOTE_KINDS, STANDINGS
from briefing.wording.standing import notes
from briefing.wording.words import shorten

OWN = BY_STAFF

KINDS: dict[Kind, str] = {
    "title": "Title",
    "bottom-line": headings.BOTTOM_LINE,
    "quotation": "Quotation",
    "quotations": headings.QUOTATIONS,
    "coming-up": headings.COMING_UP,
    "timeline": headings.TIMELINE,
    "events": headings.IN_DATE_ORDER,
    "map": "Map",
    "relation": "Relation",
    "claims": headings.DISPUTED_CLAIMS,
    "voices": headings.BY_SPEAKER,
    "sources": headings.SOURCES,
    "own": OWN,
    "evidence": "Evidence",
}
"""What each kind of slide is called."""

PARAPHRASE = "Paraphrase, not their exact words"
"""Over words without marks, so that nobody takes them for what was said."""

_NAME = 42
"""So many letters of a name stand beside its bar."""


def line_over_heading(slide: Slide) -> str:
    """Return the small line over the heading; "" where it would only say the heading again."""
    word = KINDS[slide.kind]
    if isinstance(slide.body, QuotationBody) and is_paraphrase(slide.body.quotation):
        word = PARAPHRASE
    if slide.kind in ("title", "map", "quotations") or word == slide.heading:
        return ""
    return word


def is_paraphrase(said: Quotation) -> bool:
    """Tell whether no word of a quotation is proved verbatim, so that none stands in marks."""
    return not any(piece.verbatim for piece in said.pieces)


def speaker_line(said: Quotation) -> tuple[str, str]:
    """Return the speaker's name, and role and country: "Ana Quispe", "Minister · Peru"."""
    return said.speaker, role_and_country(QuotationBody(said))


def voice_label(voice: Voice) -> str:
    """Return how a speaker is called beside the bar: "Ana Quispe · Peru"."""
    beside = voice.country if voice.country and voice.country != voice.name else ""
    return " · ".join(filter(None, (shorten(voice.name, _NAME), beside)))


def role_and_country(body: Body) -> str:
    """Return role and country of a speaker: "Minister of Trade · Peru"; "" for other bodies."""
    if not isinstance(body, QuotationBody):
        return ""
    said = body.quotation
    role = shorten(said.role or "", 150)
    return " · ".join(filter(None, (role, said.country)))


def circumstances(said: Quotation) -> str:
    """Say what a quotation is: "Verbatim · Warns · about Peru [2]".

    A date that its article does not state is marked so, as a speaker who was worked out is.
    """
    open_date = DATE_MARKS[said.dated].word if said.dated not in ("", "stated") else ""
    parts = (
        QUOTE_KINDS[said.kind].word,
        ACTS[said.act].word,
        open_date.lower(),
        shorten(said.circumstances, 200),
    )
    return f"{' · '.join(filter(None, parts))} {reference(said.at.number)}"


def class_and_standing(relation: Relation) -> str:
    """Say what a relation is, how it stands and its own marking: "Hostile acts · Claimed"."""
    words = (QUADS[relation.quad].word, STANDINGS[relation.standing].word, relation.marking)
    return " · ".join(filter(None, words))


def standing_lines(relation: Relation) -> tuple[str, ...]:
    """Say who claims and who denies a relation and on what it depends, a line each."""
    return tuple(shorten(words[:1].upper() + words[1:], 230) for words in notes(relation.held))


def numbered_words(line: Line) -> str:
    """Return the words of a line of a list with the number of their source."""
    number = reference(line.number) if line.number and line.words else ""
    return f"{line.words} {number}".strip()


def reference(number: int) -> str:
    """Return how a source's number is written: "[2]"."""
    return f"[{number}]"


def title_lines(opening: TitleBody) -> tuple[str, ...]:
    """Return what the title slide says of itself, a paragraph each."""
    made = f"Made on {opening.made}" if opening.made else ""
    return tuple(filter(None, (opening.narrowed, made, opening.review, opening.program)))
