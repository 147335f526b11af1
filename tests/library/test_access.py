"""The library asks who is at work before it reads or writes, and keeps who did what."""

from __future__ import annotations

import ast
import json
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.access import Action, Person, Role, acting
from briefing.cli import main
from briefing.errors import AccessError
from briefing.library import (
    Filter,
    Library,
    briefings,
    decks,
    looks,
    queries,
    searches,
    source_grades,
    unread,
)
from briefing.library.audit import Entry, entries
from briefing.library.job import AddingJob
from briefing.library.reviews import keeping, missed, parting
from briefing.settings import settings
from tests.library.conftest import CANAL, HARBOUR, canal

ROOT = Path(__file__).resolve().parents[2]
LUND = "person:ida-lund"

Work = Callable[[Library], object]


def _quote(library: Library) -> str:
    with acting(Person("test", "", Role.ADMINISTRATOR)):
        return str(queries.quotes(library, Filter())["quote_id"].iloc[0])


def _mention(library: Library) -> str:
    with acting(Person("test", "", Role.ADMINISTRATOR)):
        return str(queries.mentions(library, Filter(), LUND)["mention_id"].iloc[0])


def _missed(library: Library) -> object:
    words = "Officials meet in Oslo in May"
    start = HARBOUR.text.index(words)
    span = (start, start + len(words))
    fields = {"act": "says", "kind": "indirect", "speaker_id": LUND}
    return missed.add(library, HARBOUR.article_id, "quotes", span, fields, "Ed")


CANAL_ID = CANAL.article_id

READS: dict[str, Work] = {
    "version": lambda library: library.version,
    "article": lambda library: library.article(CANAL_ID),
    "has": lambda library: library.has(CANAL_ID),
    "len": len,
    "quotes": lambda library: queries.quotes(library, Filter()),
    "search": lambda library: queries.search(library, "canal", Filter()),
    "decks": decks.names,
    "removed": queries.removed_articles,
    "decisions": lambda library: keeping.decisions_of(library, f"{CANAL_ID}.q.1-2"),
}

WRITES: dict[str, tuple[Role, Work]] = {
    "look": (Role.READER, lambda library: looks.look(library, "Rea")),
    "add": (Role.EDITOR, lambda library: library.add(CANAL, canal().tables())),
    "note unread": (Role.EDITOR, lambda library: unread.note_unread(library, "x.pdf", "A scan.")),
    "tag": (Role.EDITOR, lambda library: library.change_tags([CANAL_ID], add=["desk"])),
    "mark": (Role.EDITOR, lambda library: library.mark([CANAL_ID], "TLP:AMBER")),
    "show": (Role.EDITOR, lambda library: library.show([CANAL_ID])),
    "hide": (Role.EDITOR, lambda library: library.show_or_hide([CANAL_ID], shown=False)),
    "deck": (Role.EDITOR, lambda library: decks.keep(library, "Friday", "{}")),
    "confirm": (
        Role.EDITOR,
        lambda library: keeping.decide(library, _quote(library), "confirmed", "Ed"),
    ),
    "correct": (
        Role.EDITOR,
        lambda library: keeping.correct(library, _quote(library), {"act": "warns"}, "Ed"),
    ),
    "undo": (Role.EDITOR, lambda library: keeping.undo(library, _quote(library), "Ed")),
    "missed": (Role.EDITOR, _missed),
    "split": (
        Role.EDITOR,
        lambda library: parting.split_mentions(library, [_mention(library)], "Jo Ek", "Ed"),
    ),
    "search": (Role.EDITOR, lambda library: searches.save_search(library, "x", "canal", Filter())),
    "grade": (
        Role.EDITOR,
        lambda library: source_grades.grade_source(library, "Harbour News", "B", "Ed"),
    ),
    "briefing": (Role.EDITOR, lambda library: briefings.make(library, "Friday", "{}")),
    "remove": (Role.ADMINISTRATOR, lambda library: library.remove(CANAL_ID)),
    "put back": (Role.ADMINISTRATOR, lambda library: library.put_back(CANAL_ID)),
    "purge": (Role.ADMINISTRATOR, lambda library: library.delete_for_good([CANAL_ID])),
}


def _content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("name", READS)
def test_who_is_not_signed_in_reads_nothing(library: Library, name: str) -> None:
    def nobody() -> Person:
        raise AccessError("Sign in.", kind="nobody")

    with Library(library.path, who=nobody) as closed:
        with pytest.raises(AccessError):
            READS[name](closed)
        with acting(Person("rea", "Rea", Role.READER)):
            READS[name](closed)


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("name", WRITES)
def test_who_may_not_writes_nothing(library: Library, name: str, role: Role | None) -> None:
    needed, work = WRITES[name]

    def who() -> Person:
        if role is None:
            raise AccessError("Sign in.", kind="nobody")
        return Person("somebody", "Somebody", role)

    if name in ("put back", "purge"):
        library.remove(CANAL_ID)
    with Library(library.path, who=who) as closed:
        before = _content(library.path)
        if role is None or role < needed:
            with pytest.raises(AccessError):
                work(closed)
            assert _content(library.path) == before
            return
        work(closed)


def _did(library: Library) -> list[tuple[str, str, str, str, str]]:
    return [(e.who, e.role, e.action, e.object, e.detail) for e in entries(library)]


def test_what_is_done_stands_in_the_audit(library: Library) -> None:
    quote = _quote(library)
    ed = Person("ed@ministry.example", "Ed", Role.EDITOR)
    with acting(ed):
        library.change_tags([CANAL_ID], add=["desk"])
        keeping.decide(library, quote, "confirmed", "Ed")
        decks.keep(library, "Friday", "{}")
        looks.look(library, "Ed")
    with acting(Person("anna", "Anna", Role.ADMINISTRATOR)):
        library.remove(CANAL_ID)
    assert _did(library)[:4] == [
        ("anna", "administrator", "remove", CANAL_ID, ""),
        (ed.who, "editor", "deck", "Friday", "saved"),
        (ed.who, "editor", "correct", quote, "confirmed"),
        (ed.who, "editor", "sort", CANAL_ID, "tags: 1 added, 0 taken off"),
    ]
    assert entries(library, since="9999-01-01") == []


def test_what_failed_does_not_stand_there(library: Library) -> None:
    before = _did(library)
    with pytest.raises(Exception, match="no article a0"):
        library.remove("a0")
    assert not library.add(CANAL, canal().tables())
    assert _did(library) == before


def test_no_words_of_articles_stand_there(library: Library) -> None:
    keeping.correct(library, _quote(library), {"act": "warns"}, "Ed", note="fleet")
    _missed(library)
    said = " ".join(" ".join((e.object, e.detail)) for e in entries(library))
    for word in ("fleet", "Norway", "Harbour", "accept"):
        assert word not in said


@pytest.mark.parametrize("change", ["UPDATE audit SET who = 'x'", "DELETE FROM audit"])
def test_nobody_changes_the_audit(library: Library, change: str) -> None:
    library.mark([CANAL_ID], "TLP:AMBER")
    with (
        closing(sqlite3.connect(library.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute(change)


def test_nobody_changes_a_decision(library: Library) -> None:
    keeping.decide(library, _quote(library), "confirmed", "Ed")
    with (
        closing(sqlite3.connect(library.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute("UPDATE reviews SET verdict = 'rejected'")


def test_only_administrators_see_the_audit(library: Library) -> None:
    with acting(Person("ed", "Ed", Role.EDITOR)), pytest.raises(AccessError):
        entries(library)


def test_a_deed_on_very_many_articles_is_one_line(library: Library) -> None:
    library.show_or_hide([f"a{number}" for number in range(500)], shown=True)
    assert entries(library)[0] == Entry(
        entries(library)[0].at,
        entries(library)[0].who,
        "administrator",
        str(Action.SORT),
        "",
        "500 objects shown",
    )


def test_every_write_says_what_is_done() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "briefing").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("writing", "_writing", "_changing")
        and not node.args
    ]
    assert silent == []


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_the_command_writes_the_audit(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    with acting(Person("=ed", "Ed", Role.EDITOR)):
        library.mark([CANAL_ID], "TLP:AMBER")
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(library.path.parent))
    settings.cache_clear()
    try:
        assert main(["audit", "--since", "2000-01-01", "--format", form]) == 0
    finally:
        settings.cache_clear()
    lines = capsys.readouterr().out.splitlines()
    if form == "csv":
        assert lines[0] == "at,who,role,action,object,detail"
        assert lines[1].endswith(f",'=ed,editor,sort,{CANAL_ID},marking TLP:AMBER")
    else:
        assert json.loads(lines[0])["who"] == "=ed"


@pytest.mark.parametrize(("role", "error"), [(Role.EDITOR, None), (Role.READER, "editor")])
def test_a_job_works_for_who_began_it(library: Library, role: Role, error: str | None) -> None:
    here = threading.get_ident()

    def who() -> Person:
        if threading.get_ident() != here:
            raise AccessError("Sign in.", kind="nobody")
        return Person("ed", "Ed", role)

    with Library(library.path, who=who) as closed:
        if error is not None:
            with pytest.raises(AccessError, match=error):
                AddingJob(closed, [CANAL])
            return
        job = AddingJob(closed, [CANAL])
        assert job.wait(30)
        assert [result.error for result in job.results] == [None]
