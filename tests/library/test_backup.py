"""Backups: whole while others write, checked before they are put back, nothing lost."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from briefing.errors import LibraryError
from briefing.library import Library, backup, queries, revisions
from briefing.library.backup import back_up, restore
from briefing.library.faults import faults
from briefing.library.unread import note_unread, unread_files
from tests.library.conftest import CANAL, HARBOUR, canal, harbour


@pytest.fixture
def file(library: Library) -> Path:
    return library.path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere.sqlite"


def _ids(path: Path) -> set[str]:
    with Library(path) as library:
        return set(queries.articles(library)["article_id"])


def test_a_backup_holds_all_and_is_its_owners_alone(
    library: Library, file: Path, copy: Path
) -> None:
    back_up(file, copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [each.name for each in copy.parent.glob("elsewhere*")] == [copy.name]
    assert _ids(copy) == {HARBOUR.article_id, CANAL.article_id}
    with Library(copy) as copied:
        assert list(faults(copied)) == []


@pytest.fixture
def busy(library: Library) -> Iterator[Callable[[], int]]:
    """Let somebody write without a pause; the function says how often they did."""
    done, number = Event(), 0

    def write() -> None:
        nonlocal number
        with Library(library.path) as other:
            while not done.is_set():
                note_unread(other, f"file {number}", "It is a picture.")
                number += 1

    writer = Thread(target=write)
    writer.start()
    yield lambda: number
    done.set()
    writer.join()


def test_a_backup_under_writes_is_of_one_moment(
    busy: Callable[[], int], file: Path, copy: Path
) -> None:
    for _ in range(5):
        before = busy()
        back_up(file, copy)
        after = busy()
        with Library(copy) as copied:
            names = {each.name for each in unread_files(copied)}
            assert list(faults(copied)) == []
        assert names == {f"file {number}" for number in range(len(names))}
        assert before <= len(names) <= after + 1


def test_what_is_written_while_a_backup_is_restored_is_in_one_of_the_two(
    busy: Callable[[], int], library: Library, file: Path, copy: Path
) -> None:
    back_up(file, copy)
    while busy() < 5:
        pass
    written = busy()
    kept = restore(file, copy)
    assert kept is not None
    with Library(kept) as former:
        names = {each.name for each in unread_files(former)}
    assert names == {f"file {number}" for number in range(len(names))}
    assert len(names) >= written
    since = {each.name for each in unread_files(library)}
    assert {f"file {number}" for number in range(len(names), busy() - 1)} <= since


def test_restoring_works_under_readers_and_makes_their_answers_stale(
    library: Library, file: Path, copy: Path
) -> None:
    back_up(file, copy)
    library.remove(CANAL.article_id)
    library.delete_for_good([CANAL.article_id])
    version = library.version
    with library.reading() as connection:
        one = connection.exec_driver_sql("SELECT count(*) FROM articles").scalar()
        kept = restore(file, copy)
        still = connection.exec_driver_sql("SELECT count(*) FROM articles").scalar()
    assert one == still == 1
    assert len(library) == 2
    assert library.version > version
    assert list(faults(library)) == []
    assert _ids(kept or file) == {HARBOUR.article_id}
    assert kept in revisions.copies(file)


def test_a_library_that_is_damaged_is_replaced_and_kept(library: Library, copy: Path) -> None:
    file = library.path
    back_up(file, copy)
    library.close()
    file.write_bytes(b"SQLite format 3\x00" + b"\x01" * 5_000)
    kept = restore(file, copy)
    assert _ids(file) == {HARBOUR.article_id, CANAL.article_id}
    assert kept is not None
    assert kept.read_bytes().endswith(b"\x01" * 5_000)


def test_a_backup_is_restored_where_no_library_is(
    library: Library, tmp_path: Path, copy: Path
) -> None:
    back_up(library.path, copy)
    assert restore(tmp_path / "new" / "library.sqlite", copy) is None
    assert _ids(tmp_path / "new" / "library.sqlite") == _ids(library.path)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])


def _other_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE quotes SET text = 'We will accept it,'")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_cut, "faulty"),
        (_other_words, "does not have the words that its article has"),
        (lambda path: path.write_text("words"), "not a library of this program"),
        (lambda path: path.write_bytes(b""), "not a library of this program"),
        (lambda path: path.unlink(), "There is no file"),
    ],
    ids=["cut off", "other words", "no library", "empty", "not there"],
)
def test_a_backup_that_is_not_sound_is_refused(
    library: Library, copy: Path, spoil: Callable[[Path], None], said: str
) -> None:
    back_up(library.path, copy)
    spoil(copy)
    before = sorted(library.path.parent.iterdir())
    with pytest.raises(LibraryError, match=said):
        restore(library.path, copy)
    assert len(library) == 2
    assert set(library.path.parent.iterdir()) == set(before)


def test_what_is_no_backup_is_not_written_over(library: Library, copy: Path) -> None:
    copy.write_text("The minutes of Monday")
    with pytest.raises(LibraryError, match="something else than a backup"):
        back_up(library.path, copy)
    with pytest.raises(LibraryError, match="the library itself"):
        back_up(library.path, library.path)
    assert copy.read_text() == "The minutes of Monday"


def test_a_disk_without_room_leaves_nothing_behind(
    library: Library, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, to: Path) -> None:
        raise OSError(28, "No space left on device")

    back_up(library.path, copy)
    monkeypatch.setattr(backup, "whole_copy", full)
    before = set(library.path.parent.iterdir())
    for action in (lambda: back_up(library.path, copy), lambda: restore(library.path, copy)):
        with pytest.raises(LibraryError, match="disk has room"):
            action()
    assert set(library.path.parent.iterdir()) == before


def test_a_copy_taken_by_hand_after_an_addition_is_whole(
    empty_library: Library, tmp_path: Path
) -> None:
    for article, rows in ((HARBOUR, harbour()), (CANAL, canal())):
        empty_library.add(article, rows.tables())
        shutil.copy(empty_library.path, tmp_path / "by-hand.sqlite")
        assert _ids(tmp_path / "by-hand.sqlite") == _ids(empty_library.path)
        for each in tmp_path.glob("by-hand*"):
            each.unlink()
