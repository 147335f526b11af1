"""`doctor` names what is wrong, each in a sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefing import doctor
from briefing.cli import main
from briefing.library import Library
from briefing.settings import settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of its own, in whose parent nothing else is set."""
    held = tmp_path / "data"
    held.mkdir(mode=0o700)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(held))
    monkeypatch.setattr(doctor, "_model", lambda here: iter(()))
    settings.cache_clear()
    yield held
    settings.cache_clear()


def _faults() -> list[str]:
    return [f"{found.about}: {found.said}" for found in doctor.examine() if found.fault]


def test_all_is_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Library(folder / "library.sqlite").close()
    assert _faults() == []
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out.endswith("All is well.\n")


def _open_folder(folder: Path, patch: pytest.MonkeyPatch) -> None:
    folder.chmod(0o755)


def _not_a_library(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "library.sqlite").write_text("no library")


def _older(folder: Path, patch: pytest.MonkeyPatch) -> None:
    Library(folder / "library.sqlite").close()
    with closing(sqlite3.connect(folder / "library.sqlite")) as held, held:
        held.execute("UPDATE alembic_version SET version_num = '0001'")


def _later(folder: Path, patch: pytest.MonkeyPatch) -> None:
    with Library(folder / "library.sqlite") as library:
        library.mark([], "TLP:AMBER")
    with closing(sqlite3.connect(folder / "library.sqlite")) as held, held:
        held.execute(
            "INSERT INTO audit (at, who, role, action, object, detail) "
            "VALUES ('2999-01-01T00:00:00.000+00:00', '', '', '', '', '')"
        )


def _full(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(doctor, "_ROOM", 1 << 62)


def _other_package(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(doctor, "_pins", lambda: iter([("pandas", "0.1"), ("no-such-package", "1")]))


def _network(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")


def _sign_in(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("BRIEFING_SIGN_IN", "true")


def _auth(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder.parent / ".streamlit").mkdir()
    (folder.parent / ".streamlit" / "secrets.toml").write_text("[auth]\nclient_id = 'x'\n")


def _setting(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("BRIEFING_MAX_BYTES", "-1")


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (_open_folder, "folder: Other accounts can look into"),
        (_not_a_library, "library: The library"),
        (_older, "library: The library"),
        (_later, "clock: The clock says"),
        (_full, "folder: "),
        (_other_package, "packages: pandas is "),
        (_network, "address: the address 0.0.0.0 would let everybody"),
        (_sign_in, "sign-in: The setting sign_in is on, but"),
        (_auth, "sign-in: The secrets have a section [auth]"),
        (_setting, "settings: The setting max_bytes cannot be used"),
    ],
)
def test_each_fault_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, break_it: object, said: str
) -> None:
    assert callable(break_it)
    break_it(folder, monkeypatch)
    settings.cache_clear()
    (fault,) = _faults()
    assert fault.startswith(said)
    assert "\n" not in fault
