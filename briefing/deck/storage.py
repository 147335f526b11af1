"""A deck as a presenter keeps it, and the way between it and the texts in the library."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from briefing.deck.plan import Choice, Plan
from briefing.deck.show import VERSION, MapLook, Show
from briefing.errors import DeckError
from briefing.library import Filter, Library, decks

_FORMAT = 2
"""Of what is kept of a deck; one without a number is of the format before 2."""

_LATER_SLIDES = ("quotations", "quotations-more", "events", "voices")
"""Slides that decks of the format before 2 did not have."""


@dataclass(frozen=True, slots=True)
class Deck:
    """What a presenter decided before a meeting.

    Attributes:
        flt: The filter that the slides are made of.
        plan: Order, what is hidden, own lines and own slides.
        marking: The handling marking; None for that of the setting.
        look: How the map is set.
        briefing: Id of the briefing that it hangs on; "" for none.
    """

    flt: Filter = field(default_factory=Filter)
    plan: Plan = field(default_factory=Plan)
    marking: str | None = None
    look: MapLook = field(default_factory=MapLook)
    briefing: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A deck from the library.

    Attributes:
        name: Its name.
        deck: What the presenter decided.
        kept: When it was last kept, in UTC, ISO.
        locked: When it was locked, None for one that is not.
        show: Everything that a locked deck shows; None for others.
    """

    name: str
    deck: Deck
    kept: str
    locked: str | None
    show: Show | None


def open_deck(library: Library, name: str) -> Opened:
    """Open a deck.

    Raises:
        DeckError: There is none of this name, or it is of another version of the program.
    """
    found = decks.load(library, name)
    try:
        deck = deck_of(found.content)
        show = _show_texts().validate_json(found.snapshot) if found.snapshot else None
    except (DeckError, ValidationError) as error:
        raise _unreadable(name) from error
    if show is not None and show.version > VERSION:
        raise _unreadable(name)
    return Opened(found.name, deck, found.kept, found.locked, show)


def keep_deck(library: Library, name: str, deck: Deck, *, replace: bool = False) -> str:
    """Keep a deck under a name; return the name as it is kept.

    Raises:
        DeckError: The name is empty, too long or taken, or the deck of this name is locked.
    """
    return decks.keep(library, name, deck_text(deck), replace=replace)


def lock_deck(library: Library, name: str, show: Show) -> None:
    """Lock a deck with all that it shows: nothing that changes later touches it.

    Raises:
        DeckError: There is none of this name, or it is locked already.
    """
    decks.lock(library, name, _show_texts().dump_json(show).decode())


def deck_text(deck: Deck) -> str:
    """Write what a presenter decided as JSON, which `deck_of` reads."""
    kept = _Kept(deck.flt, deck.plan, deck.marking, deck.look, deck.briefing, _FORMAT)
    return _kept_texts().dump_json(kept).decode()


def deck_of(text: str) -> Deck:
    """Read what a presenter decided from what `deck_text` wrote.

    Raises:
        DeckError: It cannot be read.
    """
    try:
        kept = _kept_texts().validate_json(text)
    except ValidationError as error:
        raise DeckError("These changes of a deck cannot be read.", name="") from error
    deck = Deck(kept.flt, kept.plan, kept.marking, kept.look, kept.briefing)
    if kept.format >= _FORMAT:
        return deck
    return replace(deck, plan=_with_all_it_had(deck.plan))


@dataclass(frozen=True, slots=True)
class _Kept(Deck):
    """A deck in the library, with the format of its text."""

    format: int = 1


def _with_all_it_had(plan: Plan) -> Plan:
    """Keep the slides of a plan from before there were short decks, and no others."""
    named = {choice.key for choice in plan.choices}
    later = (Choice(key, shown=False) for key in _LATER_SLIDES if key not in named)
    return Plan((*plan.choices, *later) if named else (), full=True)


@cache
def _kept_texts() -> TypeAdapter[_Kept]:
    return TypeAdapter(_Kept)


@cache
def _show_texts() -> TypeAdapter[Show]:
    return TypeAdapter(Show)


def _unreadable(name: str) -> DeckError:
    return DeckError(
        f"The deck “{name}” was saved by another version of this program and cannot be read; "
        "delete it, or use that version.",
        name=name,
    )
