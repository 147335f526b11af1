"""Each command that the documents tell to type is one that the program takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import parser
from briefing.version import VERSION
from scripts.commands import CheckError
from scripts.documented import DOCUMENTS, ROOT, commands, filled_in, modules, scripts
from scripts.release_check import check_changelog

WORDS = filled_in(Path("/tmp/out"))
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
TYPED = [
    pytest.param(arguments, id=f"{name}: {' '.join(arguments)}"[:80])
    for name, text in TEXTS.items()
    for arguments in commands(text, WORDS)
]


@pytest.mark.parametrize("arguments", TYPED)
def test_documented_command_is_taken(arguments: list[str]) -> None:
    if "--help" not in arguments:
        assert parser().parse_args(arguments).command == arguments[0]
        return
    with pytest.raises(SystemExit) as stopped:
        parser().parse_args(arguments)
    assert stopped.value.code == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("    python -m briefing status", [["status"]]),
        ("    briefing add PATH…", [["add", WORDS["PATH…"]]]),
        ("Type `briefing run --port 1` now", [["run", "--port", "1"]]),
        ("As `python -m briefing export` does", [["export", "--help"]]),
        (
            "    briefing search 'a b' [--country KOR]",
            [["search", "a b"], ["search", "a b", "--country", "KOR"]],
        ),
        (
            "    briefing extract PATH… --out DIR --format csv|jsonl",
            [["extract", WORDS["PATH…"], "--out", WORDS["DIR"], "--format", "csv"]],
        ),
        ("    briefing run     # opens it", [["run"]]),
        ("The briefing says it. `briefing.toml` `make run`", []),
    ],
)
def test_what_is_a_command(text: str, found: list[list[str]]) -> None:
    assert commands(text, WORDS) == found


def test_the_documents_hold_what_the_check_looks_for() -> None:
    assert {arguments[0] for arguments in commands(TEXTS["README.md"], WORDS)} >= {
        *("run", "extract", "add", "search", "export", "upgrade", "downgrade", "status")
    }
    assert scripts(TEXTS["README.md"])
    assert "benchmarks.speed" in modules(TEXTS["README.md"])


@pytest.mark.parametrize("script", scripts(TEXTS["README.md"]))
def test_documented_python_is_python(script: str) -> None:
    compile(script, "README.md", "exec")


@pytest.mark.parametrize(
    "module", list(dict.fromkeys(module for text in TEXTS.values() for module in modules(text)))
)
def test_documented_module_is_there(module: str) -> None:
    path = ROOT.joinpath(*module.split("."))
    assert path.with_suffix(".py").exists() or (path / "__main__.py").exists()


def test_changelog_names_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    check_changelog(text, VERSION)
    with pytest.raises(CheckError):
        check_changelog(text, "999.0.0")
