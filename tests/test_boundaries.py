"""The borders between the layers: who may import what."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _python_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def _imports(path: Path) -> set[str]:
    """Return the top-level packages, and for ours the whole modules, that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found | {name.partition(".")[0] for name in found}


def _loaded(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a statement."""
    run = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "statement",
    [
        "import briefing",
        "from briefing import Article, Library, Tables, read",
        "from briefing.library import queries, ingest",
        "import briefing.cli",
    ],
)
def test_importing_briefing_loads_neither_streamlit_nor_spacy(statement: str) -> None:
    assert not {"streamlit", "spacy"} & _loaded(statement)


def test_extracting_loads_no_streamlit() -> None:
    assert "streamlit" not in _loaded("from briefing import extract")


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("briefing", {"streamlit", "plotly", "components", "pages", "app"}),
        ("components", {"spacy", "sqlalchemy", "sqlite3", "briefing.extraction", "pages"}),
        ("pages", {"spacy", "sqlalchemy", "sqlite3", "briefing.extraction"}),
    ],
)
def test_layer_imports_nothing_of_another(folder: str, forbidden: set[str]) -> None:
    offenders = {
        str(path.relative_to(ROOT)): sorted(wrong)
        for path in _python_files(folder)
        if (wrong := _imports(path) & forbidden)
    }
    assert offenders == {}


def test_reading_needs_no_extraction_and_no_library() -> None:
    for path in _python_files("briefing/reading"):
        assert not {"spacy", "briefing.extraction", "briefing.library"} & _imports(path), path


def test_nothing_in_the_program_opens_a_connection() -> None:
    network = {"requests", "httpx", "urllib.request", "http.client", "socket", "aiohttp"}
    for folder in ("briefing", "components", "pages"):
        for path in _python_files(folder):
            assert not network & _imports(path), path
