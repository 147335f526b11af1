"""A deck comes back as it was kept; a locked one shows what it showed, whatever happens since."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.brief import Request, make_brief
from briefing.deck import Choice, Plan, outline
from briefing.deck.show import MapLook, Show, draw, make_show, picture_spaces
from briefing.deck.storage import Deck, keep_deck, lock_deck, open_deck
from briefing.errors import DeckError
from briefing.library import Filter, Library, decks
from tests.library.conftest import CANAL, HARBOUR

MADE = date(2031, 5, 4)
PLAN = Plan((Choice("sources"), Choice("own:1", heading="Ask", own=("When?",)), Choice("title")))
DECK = Deck(Filter(countries=("NOR",), words="port"), PLAN, "tlp amber", MapLook("NOR", True))


def _show(library: Library) -> Show:
    brief = make_brief(library, Request(made=MADE, marking="TLP:GREEN"))
    slides = outline(brief, PLAN).slides
    return make_show(brief, slides, draw(brief, picture_spaces(slides)))


def test_a_deck_comes_back_as_it_was_kept(library: Library) -> None:
    keep_deck(library, "Friday", DECK)
    found = open_deck(library, "Friday")
    assert found.deck == DECK
    assert found.show is None


def test_a_locked_deck_is_touched_by_nothing(library: Library) -> None:
    keep_deck(library, "Friday", DECK)
    show = _show(library)
    lock_deck(library, "Friday", show)
    library.remove(HARBOUR.article_id)
    library.remove(CANAL.article_id)
    found = open_deck(library, "Friday").show
    assert found == show
    assert found.screens[0].slide.kind == "sources"
    assert any(screen.evidence for screen in found.screens)
    assert {kind for drawing in found.drawings.values() for kind in drawing.svg} == {
        "light",
        "dark",
    }


@pytest.mark.parametrize("content", ["{", '{"plan": 3}'])
def test_a_deck_that_cannot_be_read_says_what_to_do(library: Library, content: str) -> None:
    decks.keep(library, "Friday", content)
    with pytest.raises(DeckError, match="another version of this program"):
        open_deck(library, "Friday")


def test_a_show_of_a_later_program_is_not_drawn_wrongly(library: Library) -> None:
    keep_deck(library, "Friday", DECK)
    show = _show(library)
    lock_deck(library, "Friday", Show(*[getattr(show, n) for n in Show.__slots__[:-1]], 99))
    with pytest.raises(DeckError, match="another version"):
        open_deck(library, "Friday")
