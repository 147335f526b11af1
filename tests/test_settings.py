"""The settings that the README lists are those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import SettingsError
from briefing.settings import Settings, settings

README = Path(__file__).resolve().parent.parent / "README.md"


def test_readme_lists_every_setting() -> None:
    section = README.read_text(encoding="utf-8").partition("## Settings")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)
    assert sorted(listed) == sorted(Settings.model_fields)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in a folder of its own, with settings that are read anew."""
    monkeypatch.chdir(tmp_path)
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


@pytest.mark.parametrize(
    "content", [b"model = [broken", b"\xff\xfe", b"marking = OFFICIAL", b"markng = 'OFFICIAL'"]
)
def test_a_broken_file_gives_one_sentence(folder: Path, content: bytes) -> None:
    (folder / "briefing.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=r"briefing\.toml") as caught:
        settings()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("markng = 'OFFICIAL'", "did you mean marking?"),
        ("xyz = 1", "there are model, data_dir"),
        ("article_seconds = -1", "The setting article_seconds cannot be used"),
        ("article_seconds = nan", "The setting article_seconds cannot be used"),
        ("article_seconds = inf", "The setting article_seconds cannot be used"),
        ("open_to_network = 'perhaps'", "The setting open_to_network cannot be used"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(folder: Path, line: str, words: str) -> None:
    (folder / "briefing.toml").write_text(line)
    with pytest.raises(SettingsError, match=re.escape(words)):
        settings()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("BRIEFING_MARKNG", "did you mean BRIEFING_MARKING?"),
        ("briefing_markng", "did you mean BRIEFING_MARKING?"),
        ("BRIEFING_XYZ", "BRIEFING_DATA_DIR"),
    ],
)
def test_a_misspelt_variable_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    monkeypatch.setenv(name, "OFFICIAL")
    with pytest.raises(SettingsError, match=name) as caught:
        settings()
    assert words in str(caught.value)


def test_variables_of_others_and_of_either_case_are_let_pass(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS", "1")
    monkeypatch.setenv("briefing_marking", "OFFICIAL")
    assert settings().marking == "OFFICIAL"
