"""Briefings that are kept: made, saved, told of another's saving, archived, locked, deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.errors import KeptError, SavedByOthersError
from briefing.library import Library, briefings


def test_a_briefing_is_kept_under_its_title(library: Library) -> None:
    version = library.version
    made = briefings.make(library, "  Visit to \n Oslo ", "{}")
    found = briefings.load(library, made)
    assert (found.title, found.content, found.number) == ("Visit to Oslo", "{}", 1)
    assert (found.archived, found.locked, found.snapshot) == (None, None, None)
    assert briefings.id_of(library, "Visit to  Oslo") == made
    assert library.version == version, "answers that were kept stay good"


@pytest.mark.parametrize(
    ("title", "words"),
    [(" \n", "Give the briefing a title"), ("x" * 161, "at most 160"), ("Visit", "already a")],
)
def test_a_title_that_cannot_be_used_is_an_error(library: Library, title: str, words: str) -> None:
    briefings.make(library, "Visit", "{}")
    other = briefings.make(library, "Talks", "{}")
    with pytest.raises(KeptError, match=words):
        briefings.make(library, title, "{}")
    with pytest.raises(KeptError, match=words):
        briefings.save(library, other, title, "{}", 1)


def test_of_two_who_save_the_second_is_told_and_nothing_is_lost(library: Library) -> None:
    made = briefings.make(library, "Visit", "as made")
    assert briefings.save(library, made, "Visit", "by Ana", 1) == 2
    with pytest.raises(SavedByOthersError, match="Somebody has saved the briefing “Visit”"):
        briefings.save(library, made, "Visit", "by Ben", 1)
    assert briefings.load(library, made).content == "by Ana"
    with pytest.raises(SavedByOthersError):
        briefings.lock(library, made, "frozen by Ben", 1)
    assert briefings.save(library, made, "Visit", "by Ben, after a look", 2) == 3


def test_a_locked_briefing_is_not_saved_until_it_is_unlocked(library: Library) -> None:
    made = briefings.make(library, "Visit", "1")
    briefings.lock(library, made, "frozen", 1)
    assert briefings.load(library, made).snapshot == "frozen"
    changes: list[Callable[[], object]] = [
        lambda: briefings.save(library, made, "Visit", "2", 1),
        lambda: briefings.lock(library, made, "again", 1),
    ]
    for change in changes:
        with pytest.raises(KeptError, match="locked"):
            change()
    briefings.unlock(library, made)
    briefings.save(library, made, "Visit", "2", 1)
    found = briefings.load(library, made)
    assert (found.content, found.snapshot, found.locked) == ("2", None, None)


def test_what_is_archived_stands_last_and_comes_back(library: Library) -> None:
    old, new = (briefings.make(library, title, "{}") for title in ("Old", "New"))
    briefings.archive(library, new, on=True)
    assert [row.title for row in briefings.every(library)] == ["Old", "New"]
    with pytest.raises(KeptError, match="“New” in the archive"):
        briefings.make(library, "New", "{}")
    briefings.archive(library, new, on=False)
    assert all(row.archived is None for row in briefings.every(library))
    with pytest.raises(KeptError, match="Archive the briefing “Old”"):
        briefings.delete(library, old)


def test_what_is_deleted_is_not_there_and_says_so(library: Library) -> None:
    made = briefings.make(library, "Visit", "{}")
    briefings.archive(library, made, on=True)
    briefings.delete(library, made)
    for ask in (
        lambda: briefings.load(library, made),
        lambda: briefings.save(library, made, "Visit", "{}", 1),
        lambda: briefings.id_of(library, "Visit"),
    ):
        with pytest.raises(KeptError, match=r"deleted|no briefing"):
            ask()
