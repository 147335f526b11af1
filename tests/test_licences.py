"""Every package of the lock files has a licence that the project may use, and NOTICE names it."""

from __future__ import annotations

from email.message import Message
from pathlib import Path

import pytest

from scripts import licences

ROOT = Path(__file__).resolve().parent.parent
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_every_package_may_be_used() -> None:
    assert licences.refused() == {}


def test_notice_lists_the_packages_that_the_program_runs_with() -> None:
    assert licences.with_package_list(NOTICE) == NOTICE, "run scripts/lock.sh"


@pytest.mark.parametrize("package", licences.EXCEPTIONS)
def test_an_exception_is_explained_in_notice(package: str) -> None:
    assert f"\n- {package} " in NOTICE


@pytest.mark.parametrize("folder", ["articles", "fonts", "geography", "models", "reference"])
def test_notice_tells_where_the_data_are_from(folder: str) -> None:
    assert f"data/{folder}" in NOTICE
    assert {path.name for path in (ROOT / "data").iterdir()} == {
        *("articles", "fonts", "geography", "models", "reference")
    }


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND Zlib", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("LGPL-2.1-only", False),
        ("", False),
    ],
)
def test_what_is_allowed(expression: str, allowed: bool) -> None:
    assert licences.is_allowed(expression) is allowed


class _Package:
    """An installed package with some metadata."""

    def __init__(self, **fields: str | list[str]) -> None:
        self.metadata = Message()
        for name, value in fields.items():
            for each in [value] if isinstance(value, str) else value:
                self.metadata[name.replace("_", "-")] = each


OSI = "License :: OSI Approved :: "


@pytest.mark.parametrize(
    ("fields", "stated"),
    [
        ({"License_Expression": "MIT", "License": "other"}, "MIT"),
        ({"License": "MPL-2.0 AND MIT"}, "MPL-2.0 AND MIT"),
        ({"License": "Apache License 2.0"}, "Apache-2.0"),
        (
            {"License": "Copyright (c) 2020 Somebody …", "Classifier": OSI + "BSD License"},
            "BSD-3-Clause",
        ),
        (
            {"Classifier": [OSI + "MIT License", OSI + "Apache Software License"]},
            "MIT OR Apache-2.0",
        ),
        ({"Classifier": ["License :: DFSG approved", OSI + "MIT License"]}, "MIT"),
        ({"Classifier": "Programming Language :: Python"}, None),
    ],
)
def test_what_metadata_say(fields: dict[str, str | list[str]], stated: str | None) -> None:
    assert licences.stated(_Package(**fields)) == stated


@pytest.mark.parametrize(
    "fields",
    [
        {"Classifier": [OSI + "MIT License", OSI + "GNU General Public License v3 (GPLv3)"]},
        {"License": "GPLv3", "Classifier": OSI + "MIT License"},
    ],
)
def test_a_licence_that_is_not_known_beside_one_that_is_refuses_the_package(
    fields: dict[str, str | list[str]],
) -> None:
    found = licences.stated(_Package(**fields))
    assert found is not None
    assert not licences.is_allowed(found)
