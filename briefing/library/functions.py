"""What the database cannot know by itself, as SQL functions: names, ranks, words of denial."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from functools import cache

from briefing.reference import countries, files
from briefing.reference.organisations import organisations
from briefing.reference.places import regions
from briefing.reference.private import private
from briefing.reference.sides import is_claim, is_named, points_back
from briefing.wording.highest import is_within


def register(connection: sqlite3.Connection) -> None:
    """Give a new connection the functions below, and those of `sides`."""
    connection.create_function("country_name", 1, country_name, deterministic=True)
    connection.create_function("role_rank", 1, role_rank, deterministic=True)
    connection.create_function("word_count", 1, word_count, deterministic=True)
    connection.create_function("is_named", 1, is_named, deterministic=True)
    connection.create_function("is_claim", 1, is_claim, deterministic=True)
    connection.create_function("lacks_country", 3, lacks_country, deterministic=True)
    connection.create_function("is_within", 2, is_within, deterministic=True)
    connection.create_function("points_back", 1, points_back, deterministic=True)
    connection.create_function("folded", 1, folded, deterministic=True)


def country_name(code: str | None) -> str | None:
    """Return the name to show for an alpha-3 code; the code itself when it is no country's."""
    return countries.country_name(code) or None


def word_count(text: str | None) -> int:
    """Return the number of words: runs of signs between blanks that hold a letter or digit."""
    return sum(any(map(str.isalnum, word)) for word in (text or "").split())


def folded(text: str | None) -> str:
    """Return words in small letters without accents, as they are typed: "Erdoğan" is "erdogan"."""
    parts = unicodedata.normalize("NFKD", (text or "").casefold()).translate(_TRANSLATED)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


PLAIN_LETTERS = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
}  # fmt: skip
"""Letters that are no letter with an accent, as they are written without them."""

_TRANSLATED = str.maketrans(PLAIN_LETTERS)


@cache
def lacks_country(entity_id: str, kind: str, name: str) -> bool:
    """Say whether something without a country should have one.

    A place should that is no sea, continent or other region of several countries; so should an
    office of a state, such as a ministry, that is no international body.
    """
    if kind == "place":
        return entity_id not in regions()
    if kind != "organisation" or entity_id in organisations():
        return False
    words = set(re.findall(r"[^\W_]+", name.casefold()))
    known = private()
    offices = known.offices - ALSO_FIRMS
    return bool(words & offices) and not words & (known.no_offices | ABOVE_STATES)


ABOVE_STATES = {"international", "european", "african", "arab", "world", "global", "united", "eu"}
ALSO_FIRMS = {"air", "central", "division", "national", "reserve", "royal", "service", "services"}
"""Words in names of bodies that belong to no one state, and of firms and clubs."""


@cache
def role_rank(role: str | None) -> int:
    """Return how much weight a role as written gives to words: 0 for none that is known.

    "South Korean President" ranks above "a spokesman for the ministry".
    """
    if not role:
        return 0
    words = role.casefold()
    return next((rank for pattern, rank in ranks() if pattern.search(words)), 0)


@cache
def ranks() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return the patterns of data/reference/ranks.csv, in its order: the first that fits counts."""
    return tuple(
        (re.compile(rf"\b{re.escape(row['role'].casefold())}s?\b"), int(row["rank"]))
        for row in files.rows("ranks.csv", required=("role", "rank"))
    )
