"""The borders between the layers: who may import what."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from briefing.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def _python_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def _imports(path: Path) -> set[str]:
    """Return the modules that a file imports, with the packages that they lie in."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name[:end] for name in found for end in _ends(name)}


def _ends(name: str) -> list[int]:
    """Return where each package of a dotted name ends: "a.b" at 1 and 3."""
    return [at for at, sign in enumerate(name) if sign == "."] + [len(name)]


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
        ("briefing", {"streamlit", "plotly", "components", "pages", "serving", "app"}),
        ("components", {"spacy", "sqlalchemy", "sqlite3", "briefing.extraction", "pages"}),
        ("pages", {"spacy", "sqlalchemy", "sqlite3", "briefing.extraction"}),
        ("serving", {"briefing", "components", "pages", "app"}),
    ],
)
def test_layer_imports_nothing_of_another(folder: str, forbidden: set[str]) -> None:
    offenders = {
        str(path.relative_to(ROOT)): sorted(wrong)
        for path in _python_files(folder)
        if (wrong := _imports(path) & forbidden)
    }
    assert offenders == {}


def test_of_the_components_only_the_frame_of_every_page_asks() -> None:
    asking = {
        str(path.relative_to(ROOT))
        for path in _python_files("components")
        if "components.cache.ask" in _imports(path)
    }
    assert asking == {
        "components/browser_side.py",
        "components/page.py",
        "components/search_box.py",
        "components/sidebar.py",
    }


def test_only_the_command_line_imports_export_within_briefing() -> None:
    above = {"export", "cli", "__main__.py"}
    offenders = {
        str(path.relative_to(ROOT)): sorted(wrong)
        for part in sorted((ROOT / "briefing").iterdir())
        if part.name not in above
        for path in ([part] if part.suffix == ".py" else sorted(part.rglob("*.py")))
        if (wrong := _imports(path) & {"briefing.export", "briefing.cli"})
    }
    assert offenders == {}


def test_drawing_knows_nothing_of_what_is_drawn() -> None:
    known = {
        *("briefing", "briefing.drawing", "briefing.errors", "briefing.folders"),
        "briefing.wording",
    }
    for path in _python_files("briefing/drawing"):
        ours = {".".join(name.split(".")[:2]) for name in _imports(path)}
        assert {name for name in ours if name.startswith("briefing")} <= known, path


def test_reading_needs_no_extraction_and_no_library() -> None:
    for path in _python_files("briefing/reading"):
        assert not {"spacy", "briefing.extraction", "briefing.library"} & _imports(path), path


def test_nothing_in_the_program_opens_a_connection_but_what_a_setting_allows() -> None:
    network = {"requests", "httpx", "urllib.request", "http.client", "socket", "aiohttp"}
    fetching, asking = ROOT / "briefing/reading/fetching.py", set()
    database = ROOT / "briefing/library/dialects/postgresql/engine.py"
    for folder in ("briefing", "components", "pages", "serving"):
        for path in _python_files(folder):
            assert path in (fetching, database) or not network & _imports(path), path
            if "briefing.reading.fetching.fetch" in _imports(path):
                asking.add(path)
    # tests/reading/test_fetching.py shows that it asks the setting first.
    assert asking == {ROOT / "briefing/reading/paths.py"}
    assert Settings.model_fields["fetch_addresses"].default is False
    assert not Settings.model_fields["database"].default.get_secret_value()


def test_tables_are_drawn_in_one_place_where_their_own_download_is_off() -> None:
    drawn = re.compile(r"\.(dataframe|data_editor|table)\(")
    for folder in ("components", "pages"):
        for path in _python_files(folder):
            if path != ROOT / "components" / "table.py":
                assert not drawn.search(path.read_text(encoding="utf-8")), path
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["disableDataExport"] is True
