"""What is wrong with an installation, in sentences, each found by a check of its own."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from briefing import sign_in
from briefing.address import check_address
from briefing.drawing.fonts import font_files
from briefing.errors import BriefingError
from briefing.folders import APP, IS_INSTALLED, ROOT
from briefing.library import health, library_place
from briefing.settings import Settings, settings
from briefing.version import VERSION
from briefing.wording.words import count, size_words

_NEEDS = (3, 11)
_ROOM = 1_000_000_000
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([A-Za-z0-9.]+)")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found.

    Attributes:
        about: What was looked at.
        said: What was found, in a sentence.
        fault: Whether something has to be done.
    """

    about: str
    said: str
    fault: bool = False


def examine() -> Iterator[Finding]:
    """Make every check, and yield what each found; a check that fails is a fault itself."""
    yield from _told("Python", _python)
    yield from _told("packages", _packages)
    try:
        here = settings()
    except BriefingError as error:
        yield Finding("settings", str(error), fault=True)
        return
    yield Finding("settings", "All settings can be used.")
    checks: dict[str, Callable[[Settings], Iterator[Finding]]] = {
        "model": _model,
        "fonts": _fonts,
        "folder": _folder,
        "library": _library,
        "sign-in": _sign_in,
        "address": _address,
        "clock": _clock,
    }
    for about, check in checks.items():
        yield from _told(about, partial(check, here))


def _told(about: str, check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from check()
    except BriefingError as error:
        yield Finding(about, str(error), fault=True)
    except (OSError, sqlite3.Error, ValueError) as error:
        yield Finding(about, f"It could not be looked at: {error}.", fault=True)


def _python() -> Iterator[Finding]:
    here = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _NEEDS:
        yield Finding("Python", f"This is Python {here}; 3.11 or newer is needed.", fault=True)
    else:
        yield Finding("Python", f"Python {here}, program {VERSION}.")


def _packages() -> Iterator[Finding]:
    pins = dict(_pins())
    wrong = []
    for name, pinned in pins.items():
        try:
            there = version(name)
        except PackageNotFoundError:
            wrong.append(f"{name} is not installed ({pinned} is needed)")
            continue
        if there != pinned:
            wrong.append(f"{name} is {there}, not {pinned}")
    if wrong:
        said = f"{'; '.join(wrong)}. Install the program again, with its lock file."
        yield Finding("packages", said, fault=True)
    elif not pins:
        yield Finding("packages", "It is not known which packages are needed.", fault=True)
    else:
        yield Finding("packages", f"{count(len(pins), 'package')} at their pinned versions.")


def _pins() -> Iterator[tuple[str, str]]:
    lines = (
        requires("briefing") or []
        if IS_INSTALLED
        else (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    )
    for line in lines:
        if found := _PIN.match(line):
            yield found[1], found[2]


def _model(here: Settings) -> Iterator[Finding]:
    from briefing.extraction.pipeline import pipeline  # loads spaCy

    meta = pipeline(here.model).meta
    yield Finding("model", f"{here.model} {meta.get('version', '')} reads articles.")


def _fonts(here: Settings) -> Iterator[Finding]:
    yield Finding("fonts", f"{count(len(font_files()), 'font')} for files and pictures.")


def _folder(here: Settings) -> Iterator[Finding]:
    folder = here.data_dir
    if not folder.exists():
        yield Finding("folder", f"{folder} is not there yet; the first start makes it.")
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        said = f"{folder} cannot be written by this account; the library can only be read then."
        yield Finding("folder", said, fault=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        said = f"Other accounts can look into {folder}; close it with `chmod 700`."
        yield Finding("folder", said, fault=True)
    free = shutil.disk_usage(folder).free
    short = free < _ROOM
    said = f"{size_words(free)} are free on the disk of {folder}."
    yield Finding("folder", f"{said} Make room." if short else said, fault=short)


def _library(here: Settings) -> Iterator[Finding]:
    path = library_place()
    if why := health.not_ready(path):
        yield Finding("library", why, fault=True)
        return
    if not isinstance(path, Path):
        held = health.numbers(path)
        yield Finding(
            "library",
            f"The database {path} answers: {count(int(held.get('articles', 0)), 'article')}, "
            f"{size_words(int(held['library_bytes']))}.",
        )
        return
    if not path.exists():
        yield Finding("library", f"There is no library yet; the first start makes {path}.")
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        said = f"The library {path} is damaged ({found}); put a backup in its place."
        yield Finding("library", said, fault=True)
        return
    held = health.numbers(path)
    yield Finding(
        "library",
        f"{path} is whole: {count(int(held['articles']), 'article')}, "
        f"{size_words(int(held['library_bytes']))}.",
    )


def _sign_in(here: Settings) -> Iterator[Finding]:
    found = sign_in.faults(here, _auth())
    for each in found:
        yield Finding("sign-in", each, fault=True)
    if not found:
        on = "Everybody signs in." if here.sign_in else "Nobody signs in."
        yield Finding("sign-in", on)


def _auth() -> Mapping[str, Any] | None:
    """Return the section [auth] of Streamlit's secrets, from where the app would find it."""
    found: dict[str, Any] = {}
    for folder in (Path.home(), Path.cwd(), APP.parent):
        path = folder / ".streamlit" / "secrets.toml"
        if path.is_file():
            found |= tomllib.loads(path.read_text(encoding="utf-8")).get("auth", {})
    return found or None


def _address(here: Settings) -> Iterator[Finding]:
    named = os.environ.get("STREAMLIT_SERVER_ADDRESS")
    config = APP.parent / ".streamlit" / "config.toml"
    if named is None and config.is_file():
        server = tomllib.loads(config.read_text(encoding="utf-8")).get("server", {})
        named = server.get("address")
    try:
        check_address(named, open_to_network=here.open_to_network, sign_in=here.sign_in)
    except SystemExit as error:
        yield Finding("address", str(error).removeprefix("briefing: "), fault=True)
        return
    yield Finding("address", f"The app listens on {named or 'every network'}.")


def _clock(here: Settings) -> Iterator[Finding]:
    now = datetime.now(UTC)
    place = library_place()
    last = "" if health.not_ready(place) else health.last_done(place)
    if time.time() < APP.stat().st_mtime - 86_400 or last[:19] > now.isoformat()[:19]:
        said = f"The clock says {now:%d %B %Y %H:%M} UTC, which is before what was done already."
        yield Finding("clock", said, fault=True)
        return
    zone = datetime.now().astimezone().tzname()
    yield Finding("clock", f"The clock says {now:%d %B %Y %H:%M} UTC; days are those of {zone}.")
