"""What a slide is: a heading, one kind of body, the evidence behind it, the presenter's lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.brief import Quotation, Reference, Relation, Voice

Kind = Literal[
    "title",
    "bottom-line",
    "quotation",
    "quotations",
    "coming-up",
    "timeline",
    "events",
    "map",
    "relation",
    "claims",
    "voices",
    "sources",
    "own",
    "evidence",
]


@dataclass(frozen=True, slots=True)
class TitleBody:
    """The title slide's body: what is covered, the filter, the date, what made it."""

    scope: str
    narrowed: str
    made: str
    review: str
    program: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list.

    Attributes:
        lead: What stands first and heavy, such as a date or who denies; "" for none.
        words: What it says.
        article: Whether the words are the article's own, set in serif; else the program's.
        note: What the program adds: how a date is known, who claims; "" for none.
        number: The source's number, None where it has none.
        past: Whether it was ahead and is past by now, which is set in grey beside its note.
    """

    lead: str
    words: str
    article: bool
    note: str
    number: int | None
    past: bool = False


@dataclass(frozen=True, slots=True)
class ListBody:
    """A body of lines: the bottom line, coming up, claims, sources, the presenter's own."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class QuotationBody:
    """A body of one quotation; `pieces` of a continued one are those of this part."""

    quotation: Quotation


@dataclass(frozen=True, slots=True)
class QuotationsBody:
    """A body of several quotations; those that are cut at a slide's end go on in the next part."""

    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class VoicesBody:
    """A body of bars: who is quoted how often."""

    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class RelationBody:
    """A body of one relation with its sentence."""

    relation: Relation


@dataclass(frozen=True, slots=True)
class PictureBody:
    """A body that is drawn from the brief's rows: the map, or the timeline; `words` describe it."""

    of: Literal["map", "timeline"]
    words: str


Body = (
    TitleBody | ListBody | QuotationBody | QuotationsBody | VoicesBody | RelationBody | PictureBody
)


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen.

    Attributes:
        key: Stable name of it in addresses and plans: "title", "coming-up", "q:<fact id>".
        kind: What it is.
        heading: Its heading.
        body: What stands on it.
        evidence: The sentences behind it.
        own: Lines that the presenter added, shown as theirs.
        notes: What the presenter means to say, a paragraph each; never on the screen in the room.
        part: Which part of a continued slide this is, from 1.
        parts: How many parts there are.
        size: Height of the main words' letters in pixels at 1920×1080, at least 24.
        warnings: What the presenter should know before the meeting: "continues on a second slide".
    """

    key: str
    kind: Kind
    heading: str
    body: Body
    evidence: tuple[Reference, ...] = ()
    own: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    part: int = 1
    parts: int = 1
    size: float = 40.0
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The key with its part, unique in a deck: "coming-up", "coming-up.2"."""
        return self.key if self.part == 1 else f"{self.key}.{self.part}"


def quotations_of(slide: Slide) -> tuple[Quotation, ...]:
    """Return the quotations that stand on a slide."""
    if isinstance(slide.body, QuotationBody):
        return (slide.body.quotation,)
    return slide.body.quotations if isinstance(slide.body, QuotationsBody) else ()
