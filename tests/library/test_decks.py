"""Decks of slides in the library: kept, locked, renamed, copied, deleted."""

from __future__ import annotations

import pytest

from briefing.errors import BriefingError, DeckError
from briefing.library import Library, decks


def _names(library: Library) -> list[str]:
    return [deck.name for deck in decks.names(library)]


def test_a_deck_is_kept_under_its_name(library: Library) -> None:
    version = library.version
    assert decks.keep(library, "  Friday \n call ", "{}") == "Friday call"
    found = decks.load(library, "Friday call")
    assert (found.content, found.snapshot, found.locked) == ("{}", None, None)
    assert _names(library) == ["Friday call"]
    assert library.version == version, "answers that were kept stay good"


def test_a_name_is_taken_unless_its_deck_may_be_replaced(library: Library) -> None:
    decks.keep(library, "Friday", "1")
    with pytest.raises(DeckError, match="already a deck “Friday”"):
        decks.keep(library, "Friday", "2")
    decks.keep(library, "Friday", "2", replace=True)
    assert decks.load(library, "Friday").content == "2"


@pytest.mark.parametrize(
    ("name", "words"), [(" \n", "Give the deck a name"), ("x" * 81, "at most")]
)
def test_a_name_that_cannot_be_used_is_an_error(library: Library, name: str, words: str) -> None:
    with pytest.raises(BriefingError, match=words):
        decks.keep(library, name, "{}")


def test_a_locked_deck_is_not_replaced_until_it_is_unlocked(library: Library) -> None:
    decks.keep(library, "Friday", "1")
    decks.lock(library, "Friday", "all of it")
    assert decks.load(library, "Friday").snapshot == "all of it"
    assert decks.names(library)[0].locked
    for change in (
        lambda: decks.keep(library, "Friday", "2", replace=True),
        lambda: decks.lock(library, "Friday", "other"),
    ):
        with pytest.raises(DeckError, match="locked"):
            change()
    decks.unlock(library, "Friday")
    decks.keep(library, "Friday", "2", replace=True)
    found = decks.load(library, "Friday")
    assert (found.content, found.snapshot, found.locked) == ("2", None, None)


def test_a_locked_deck_keeps_its_lock_under_another_name(library: Library) -> None:
    decks.keep(library, "Friday", "1")
    decks.lock(library, "Friday", "all of it")
    decks.rename(library, "Friday", "Monday")
    assert _names(library) == ["Monday"]
    assert decks.load(library, "Monday").snapshot == "all of it"


def test_a_copy_of_a_locked_deck_can_be_changed(library: Library) -> None:
    decks.keep(library, "Friday", "1")
    decks.lock(library, "Friday", "all of it")
    decks.duplicate(library, "Friday", "Monday")
    assert decks.load(library, "Monday").snapshot is None
    decks.keep(library, "Monday", "2", replace=True)
    assert decks.load(library, "Friday").content == "1"


def test_two_decks_never_go_by_one_name(library: Library) -> None:
    decks.keep(library, "Friday", "1")
    decks.keep(library, "Monday", "2")
    for change in (decks.rename, decks.duplicate):
        with pytest.raises(DeckError, match="already a deck"):
            change(library, "Friday", "Monday")
    decks.rename(library, "Friday", "Friday ")
    assert sorted(_names(library)) == ["Friday", "Monday"]


def test_a_deck_that_is_not_there_is_an_error(library: Library) -> None:
    decks.keep(library, "Friday", "1")
    decks.delete(library, "Friday")
    assert _names(library) == []
    for ask in (
        lambda: decks.load(library, "Friday"),
        lambda: decks.delete(library, "Friday"),
        lambda: decks.unlock(library, "Friday"),
        lambda: decks.lock(library, "Friday", ""),
        lambda: decks.rename(library, "Friday", "Monday"),
        lambda: decks.duplicate(library, "Friday", "Monday"),
    ):
        with pytest.raises(DeckError, match="There is no deck “Friday”"):
            ask()
