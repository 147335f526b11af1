"""The licences of all packages that the lock files name, and whether the project may use them.

`python -m scripts.licences` names what is not allowed; `--write NOTICE` puts the list of the
packages that the program runs with into NOTICE.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parent.parent

ALLOWED = frozenset(
    {
        *("MIT", "MIT-0", "MIT-CMU", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC"),
        *("PSF-2.0", "CNRI-Python", "Zlib", "CC0-1.0", "Unlicense", "MPL-2.0"),
    }
)
"""What any package may have: what asks for no more than attribution, and MPL 2.0, which reaches
no further than a package's own files."""

LOOKED_UP = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # its LICENSE; it holds axe-core
    "colorama": "BSD-3-Clause",  # on Windows only
    "httpx2-jsfetch": "BSD-3-Clause",  # in a browser only, where the program does not run
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",  # its LICENSES; it holds PDFium, with the same
    "resvg-py": "MIT",  # its LICENSE; it holds resvg 0.48 (Apache-2.0 OR MIT)
}
"""Licences that were read in the packages themselves, where their metadata do not say or where
they are no part of an installation on Linux."""

EXCEPTIONS = {
    "pycountry": "LGPL-2.1-only",
    "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
}
"""Packages that may be used with a licence that is not in ALLOWED; NOTICE says why."""

_SPELLINGS = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "the mit license (mit)": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
}
"""How older metadata write a licence. "BSD" alone is given as the form with three clauses, which
has the duties of both."""

_NO_LICENCES = ("DFSG approved", "OSI Approved")
"""What stands among the classifiers of licences and is none."""

_BEGIN = "<!-- packages: written by scripts/lock.sh -->"
_END = "<!-- end of packages -->"


def locked(file: str) -> dict[str, str]:
    """Return the packages of a lock file with their versions."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", text, flags=re.MULTILINE))


def licence(package: str) -> str | None:
    """Return a package's licence as an SPDX expression; None where nothing says it.

    What was looked up goes first, then the metadata of the installed package: its expression,
    its field `License`, its classifiers.
    """
    if package in LOOKED_UP:
        return LOOKED_UP[package]
    try:
        return stated(distribution(package))
    except PackageNotFoundError:
        return None


class Described(Protocol):
    """What has the metadata of a package."""

    @property
    def metadata(self) -> Any:
        """The fields of the package, as importlib.metadata gives them."""
        ...


def stated(package: Described) -> str | None:
    """Return the licence that a package's metadata state, as an SPDX expression."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier") or []
        if line.startswith("License :: ")
    ]
    field = (metadata.get("License") or "").strip()
    if is_allowed(field):
        return field
    short = field.lower() in _SPELLINGS or "GPL" in field.partition("\n")[0]
    said = [*classifiers, *([field] if short else [])]
    named = dict.fromkeys(_SPELLINGS.get(text.lower(), text) for text in said)
    known = [name for name in named if is_allowed(name)]
    # Licences side by side are the user's choice; what is not known among them is not.
    unknown = [name for name in named if name not in known and name not in _NO_LICENCES]
    return " AND ".join([*([" OR ".join(known)] if known else []), *unknown]) or None


def is_allowed(expression: str) -> bool:
    """Tell whether the project may use what has this licence (SPDX, without brackets).

    >>> is_allowed("MIT AND PSF-2.0"), is_allowed("GPL-3.0-only OR MIT"), is_allowed("GPL-3.0-only")
    (True, True, False)
    """
    return all(
        any(choice.strip() in ALLOWED for choice in part.split(" OR "))
        for part in expression.split(" AND ")
    )


def refused() -> dict[str, str]:
    """Return the packages of both lock files that may not be used, each with why."""
    found = {}
    for package in sorted(locked("requirements.lock") | locked("requirements-dev.lock")):
        expression = licence(package)
        if expression is None:
            found[package] = "its licence is not known: install it, or look it up"
        elif not is_allowed(expression) and EXCEPTIONS.get(package) != expression:
            found[package] = f"{expression} is not allowed"
    return found


def package_list() -> str:
    """Return the list of NOTICE: the licences, each with the packages that have it."""
    by_licence: dict[str, list[str]] = {}
    for package, version in sorted(locked("requirements.lock").items()):
        by_licence.setdefault(licence(package) or "not known", []).append(f"{package} {version}")
    return "\n".join(f"- {name}: {', '.join(by_licence[name])}" for name in sorted(by_licence))


def with_package_list(notice: str) -> str:
    """Return the text of NOTICE with its list of packages as the lock file now has them."""
    before, begin, rest = notice.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    return f"{before}{begin}\n{package_list()}\n{end}{after}"


def main() -> int:
    """Name what may not be used; return 1 where there is anything."""
    parser = argparse.ArgumentParser(prog="python -m scripts.licences", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="NOTICE", help="write the list into NOTICE")
    notice: Path | None = parser.parse_args().write
    if notice is not None:
        text = with_package_list(notice.read_text(encoding="utf-8"))
        notice.write_text(text, encoding="utf-8")
    wrong = refused()
    for package, reason in wrong.items():
        sys.stderr.write(f"{package}: {reason}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
