"""A deck comes back as it was kept; a locked one shows what it showed, whatever happens since."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from briefing.brief import Request, make_brief
from briefing.deck import Choice, Plan, outline
from briefing.deck.fit import fits
from briefing.deck.show import MapLook, Show, draw, make_show, picture_spaces
from briefing.deck.slide import quotations_of
from briefing.deck.storage import Deck, deck_of, deck_text, keep_deck, lock_deck, open_deck
from briefing.errors import DeckError
from briefing.library import Filter, Library, decks
from tests.library.conftest import CANAL, HARBOUR

OLD = Path(__file__).parent / "data" / "deck-0.3.0.json"
"""A deck that version 0.3.0 kept of the two articles of tests/library, and what it locked."""

MADE = date(2031, 5, 4)
PLAN = Plan(
    (
        Choice("sources", notes=("Say which.",)),
        Choice("own:1", heading="Ask", own=("When?",)),
        Choice("title"),
    ),
    full=True,
)
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
    assert found is not None
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


def test_an_older_deck_keeps_its_slides_and_no_others(library: Library) -> None:
    content = json.loads(OLD.read_text())["content"]
    decks.keep(library, "Friday", json.dumps(content))
    deck = open_deck(library, "Friday").deck
    found = outline(make_brief(library, Request(made=MADE)), deck.plan)
    shown = [choice["key"] for choice in content["plan"]["choices"] if choice["shown"]]
    assert [slide.name for slide in found.slides] == shown
    assert found.slides[0].own == ("Ask first.",)
    assert keep_deck(library, "Friday", deck, replace=True)
    assert open_deck(library, "Friday").deck == deck


def test_an_older_deck_that_decided_nothing_shows_all_slides(library: Library) -> None:
    decks.keep(library, "Friday", '{"flt": {}, "plan": {"choices": []}, "marking": null}')
    assert open_deck(library, "Friday").deck.plan == Plan(full=True)


def test_an_older_locked_deck_opens_as_it_was(library: Library) -> None:
    old = json.loads(OLD.read_text())
    decks.keep(library, "Friday", json.dumps(old["content"]))
    decks.lock(library, "Friday", json.dumps(old["snapshot"]))
    show = open_deck(library, "Friday").show
    assert show is not None
    assert [screen.slide.name for screen in show.screens] == [
        screen["slide"]["key"] for screen in old["snapshot"]["screens"]
    ]
    assert show.marking == "TLP:GREEN"
    assert all(fits(screen.slide) for screen in show.screens)
    said = [quotations_of(screen.slide) for screen in show.screens]
    assert sum(map(len, said)) == 4


def test_changes_that_cannot_be_read_say_so() -> None:
    with pytest.raises(DeckError, match="cannot be read"):
        deck_of("[]")


def test_what_a_presenter_decided_comes_back_from_its_text() -> None:
    assert deck_of(deck_text(DECK)) == DECK
