"""Where the program's files lie: in the project's folder, or in the package once installed.

A wheel holds app.py, pages, components, data and .streamlit in briefing/_installed, laid out as
in the project's folder (pyproject.toml says so), so each file is found in the same way.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_installed"

IS_INSTALLED = _INSTALLED.is_dir()
ROOT = _INSTALLED if IS_INSTALLED else _PACKAGE.parent
"""The folder that holds app.py and data."""

DATA = ROOT / "data"
APP = ROOT / "app.py"


def library_folder() -> Path:
    """Return the folder of the library where the setting `data_dir` names none.

    It is `var` in the project's folder. An installed program keeps nothing in its package, which
    an update takes away: its library lies where the system keeps a person's data.
    """
    return _personal_folder() if IS_INSTALLED else ROOT / "var"


def _personal_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "briefing"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "briefing"
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".local" / "share") / "briefing"
