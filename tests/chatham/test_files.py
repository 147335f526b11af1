"""Every file of every format, and every command, without the name."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from briefing.brief import Request
from briefing.brief.storage import open_briefing
from briefing.cli import main
from briefing.deck.storage import open_deck
from briefing.errors import DeckError, KeptError
from briefing.export.formats import FORMATS, write, write_tables
from briefing.export.options import Options
from briefing.export.order import Order
from briefing.library import Filter, Library, briefings
from briefing.settings import settings
from tests.chatham.conftest import SPEAKER, Made, named_in

MADE = date(2031, 3, 16)


def test_the_finder_finds(named: Made, tmp_path: Path) -> None:
    """Every format holds the name before the rule, so that a test without it says something."""
    with Library(named.path) as library:
        for name in FORMATS:
            assert named_in(write(library, name, Order(Request(made=MADE))).data), name


@pytest.mark.parametrize("name", FORMATS)
def test_no_file_holds_the_name(library: Library, ruled: Made, name: str) -> None:
    typed = Options(
        objective="Let Quarkstead talk",
        points=("Zelphine knows",),
        recipient="Zelphine Quarkstead",
        purpose="Meet Quarkstead",
    )
    kept = open_briefing(library, ruled.briefing).kept
    for request in (
        Request(made=MADE),
        Request(made=MADE, marking="For Quarkstead", kept=kept, flt=kept.flt),
        Request(Filter(speakers=(SPEAKER,)), MADE),
        Request(Filter(words="Quarkstead"), MADE),
    ):
        forms = FORMATS[name].forms or ("brief",)
        for form in forms if request.kept else forms[:1]:
            order = Order(request, Options(**{**_fields(typed), "form": form}))
            made = write(library, name, order)
            assert named_in(made.data) == set(), (request, form)
            assert named_in(f"{made.name} {made.verified} {made.summary}") == set()
    if FORMATS[name].folder:
        folder = Path(library.path.parent) / "tables"
        write_tables(library, name, Order(Request(made=MADE)), folder)
        for path in folder.rglob("*"):
            assert named_in(path.read_bytes()) == set(), path.name


def _fields(options: Options) -> dict[str, object]:
    return {name: getattr(options, name) for name in Options.__dataclass_fields__}


def test_the_participant_is_quoted(library: Library, ruled: Made) -> None:
    order = Order(Request(Filter(articles=(ruled.round_table,)), MADE))
    tables = json.loads(write(library, "json", order).data)
    assert tables
    text = write(library, "html", order).data.decode()
    assert "We will not accept this" in text
    assert "participant" in text


COMMANDS = (
    ("search", "Quarkstead"),
    ("search", "steel"),
    ("search", "participant"),
    ("search", "steel", "--speaker", "Quarkstead"),
    ("status",),
    ("audit",),
    ("audit", "--format", "jsonl"),
    ("check",),
    ("reviews", "export", "--out", "OUT/reviews.jsonl"),
    ("reviews", "export", "--out", "OUT/reviews.spacy", "--format", "spacy", "--with-text"),
    (
        "export",
        "--format",
        "docx",
        "--out",
        "OUT/a.docx",
        "--briefing",
        "Meeting with a participant",
    ),
    ("export", "--format", "pptx", "--out", "OUT/a.pptx", "--deck", "A participant's deck"),
    ("export", "--format", "csv", "--out", "OUT/tables"),
    ("export", "--format", "pptx", "--out", "OUT/b.pptx", "--deck", "Locked deck"),
    ("export", "--format", "pdf", "--out", "OUT/b.pdf", "--briefing", "As it was"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_tells_the_name(
    library: Library,
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(library.path.parent))
    settings.cache_clear()
    out = tmp_path / "out"
    out.mkdir()
    caplog.set_level("DEBUG")
    main([each.replace("OUT", str(out)) for each in command])
    said = capsys.readouterr()
    typed = [each for each in command if named_in(each)]
    text = said.out + said.err + caplog.text
    for each in typed:
        text = text.replace(each, "")  # what was typed may be answered to
    assert named_in(text) == set()
    for path in out.rglob("*"):
        if path.is_file():
            assert named_in(path.name) == set()
            assert named_in(path.read_bytes()) == set()
    settings.cache_clear()


def test_what_was_locked_with_the_name_is_not_opened(library: Library) -> None:
    with pytest.raises(DeckError, match="before a speaker in it came under"):
        open_deck(library, "Locked deck")
    (locked,) = [row for row in briefings.every(library) if row.locked]
    with pytest.raises(KeptError, match="unlock it"):
        open_briefing(library, locked.briefing_id)
    briefings.unlock(library, locked.briefing_id)
    assert open_briefing(library, locked.briefing_id).frozen is None
