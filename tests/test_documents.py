"""What the documents say is there is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.cli import parser
from briefing.settings import Settings
from briefing.tables import SCHEMAS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


def test_readme_names_every_page() -> None:
    pages = {path.stem.capitalize() for path in (ROOT / "pages").glob("*.py")}
    named = set(re.findall(r"^\| ([A-Z]\w+) \| .*\?", README, flags=re.MULTILINE))
    assert named == pages


def test_readme_names_every_setting() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", README, flags=re.MULTILINE))
    assert named == set(Settings.model_fields)


@pytest.mark.parametrize("text", [README, DESIGN], ids=["README", "design"])
def test_documents_name_every_command(text: str) -> None:
    actions = [action for action in parser()._actions if action.choices]
    commands = set(actions[0].choices or ())
    assert set(re.findall(r"^    python -m briefing (\w+)", text, flags=re.MULTILINE)) == commands


def test_design_names_every_table_and_column() -> None:
    for name, schema in SCHEMAS.items():
        match = re.search(rf"^\*\*{name}\*\* `([^`]*)`", DESIGN, flags=re.MULTILINE)
        columns = match[1].split(", ") if match else None
        if name == "fragments":
            assert "**fragments** `article_id, quote_id, start, end, verbatim`" in DESIGN
        else:
            assert columns == list(schema.columns), name


@pytest.mark.parametrize("path", re.findall(r"\((docs/[^)]+)\)", README))
def test_readme_links_lead_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
