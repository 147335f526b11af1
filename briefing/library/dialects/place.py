"""Where a library is: a file, or a database on a server."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import sqlalchemy as sa

from briefing.errors import SettingsError

_SCHEMES = ("postgresql", "postgres")
_PASSWORD_FILE = "PGPASSFILE"


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a PostgreSQL server.

    Attributes:
        url: How it is reached, without a password.
        password: The password, "" for none; never shown.
    """

    url: sa.URL
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The name of the database."""
        return self.url.database or ""

    def __str__(self) -> str:
        return self.url.render_as_string()


Place: TypeAlias = Path | Address
"""A library's file, or its database."""


def address_of(text: str) -> Address:
    """Read an address such as postgresql://briefing@db.example/briefing.

    The password is taken from the address, else from the variable PGPASSWORD, else from the file
    that the variable PGPASSFILE names, of which the first line that fits counts.

    Raises:
        SettingsError: It is no address of a PostgreSQL database.
    """
    wrong = (
        "The setting database cannot be used: it is an address such as "
        "postgresql://briefing@db.example:5432/briefing."
    )
    try:
        url = sa.make_url(text.strip())
    except (sa.exc.ArgumentError, ValueError):
        raise SettingsError(wrong) from None  # what was typed may hold a password
    if url.drivername not in _SCHEMES or not url.host or not url.database or not url.username:
        raise SettingsError(wrong)
    if unknown := set(url.query) - {"sslmode", "sslrootcert"}:
        raise SettingsError(
            f"The setting database cannot be used: it may have sslmode and sslrootcert, not "
            f"{', '.join(sorted(unknown))}."
        )
    password = str(url.password or os.environ.get("PGPASSWORD", "") or _from_file(url))
    bare = sa.URL.create(
        "postgresql", url.username, None, url.host, url.port or 5432, url.database, url.query
    )
    return Address(bare, password)


def _from_file(url: sa.URL) -> str:
    """Return the password that a file has for a database: lines of host:port:database:user:word."""
    path = os.environ.get(_PASSWORD_FILE)
    if not path:
        return ""
    wanted = (url.host, str(url.port or 5432), url.database, url.username)
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The file of {_PASSWORD_FILE} cannot be read; check that it is there and that this "
            "account may read it."
        ) from error
    for line in lines:
        *known, word = line.split(":", 4) if line.count(":") >= 4 else [""]
        if known and all(own in ("*", asked) for own, asked in zip(known, wanted, strict=True)):
            return word
    return ""
