"""A deck as a presenter keeps it, and the way between it and the texts in the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from pydantic import TypeAdapter, ValidationError

from briefing.deck.plan import Plan
from briefing.deck.show import VERSION, MapLook, Show
from briefing.errors import DeckError
from briefing.library import Filter, Library, decks


@dataclass(frozen=True, slots=True)
class Deck:
    """What a presenter decided before a meeting.

    Attributes:
        flt: The filter that the slides are made of.
        plan: Order, what is hidden, own lines and own slides.
        marking: The handling marking; None for that of the setting.
        look: How the map is set.
    """

    flt: Filter = field(default_factory=Filter)
    plan: Plan = field(default_factory=Plan)
    marking: str | None = None
    look: MapLook = field(default_factory=MapLook)


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
        deck = _deck_texts().validate_json(found.content)
        show = _show_texts().validate_json(found.snapshot) if found.snapshot else None
    except ValidationError as error:
        raise _unreadable(name) from error
    if show is not None and show.version > VERSION:
        raise _unreadable(name)
    return Opened(found.name, deck, found.kept, found.locked, show)


def keep_deck(library: Library, name: str, deck: Deck, *, replace: bool = False) -> str:
    """Keep a deck under a name; return the name as it is kept.

    Raises:
        DeckError: The name is empty, too long or taken, or the deck of this name is locked.
    """
    return decks.keep(library, name, _deck_texts().dump_json(deck).decode(), replace=replace)


def lock_deck(library: Library, name: str, show: Show) -> None:
    """Lock a deck with all that it shows: nothing that changes later touches it.

    Raises:
        DeckError: There is none of this name, or it is locked already.
    """
    decks.lock(library, name, _show_texts().dump_json(show).decode())


@cache
def _deck_texts() -> TypeAdapter[Deck]:
    return TypeAdapter(Deck)


@cache
def _show_texts() -> TypeAdapter[Show]:
    return TypeAdapter(Show)


def _unreadable(name: str) -> DeckError:
    return DeckError(
        f"The deck “{name}” was kept by another version of this program and cannot be read; "
        "delete it, or use that version.",
        name=name,
    )
