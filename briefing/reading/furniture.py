"""What stands around articles (boilerplate.toml), and names of outlets (outlets.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.reference import files
from briefing.reference.genders import genders
from briefing.reference.organisations import find_organisation
from briefing.reference.roles import role_words

_CREDIT_SIGNS = 120
"""Signs at the end of a line in which a credit is sought."""

_LONGEST = 720
"""A longer line is the article's."""

_NOT_A_LETTER = re.compile(r"^[^\w“\"'‘(\[@#©*•]+")
_BYLINE = re.compile(r"by:?\s", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_][\w.'’-]*")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Patterns that fit whole lines.

    Attributes:
        lines: Lines that go at the end of a text.
        lists: Headings of lists of other articles.
        head: Lines that go at its beginning.
        above: Lines that may stand above a title.
        menu: Further lines of menus above an article.
        weak: Lines that go beside one that goes anywhere.
        anywhere: Lines that go wherever they stand, by kind.
        credits: What captions end with.
        comment_headings: Headings of readers' comments.
        comment_signs: Lines that stand among readers' comments.
    """

    lines: re.Pattern[str]
    lists: re.Pattern[str]
    head: re.Pattern[str]
    above: re.Pattern[str]
    menu: re.Pattern[str]
    weak: re.Pattern[str]
    anywhere: Mapping[str, re.Pattern[str]]
    credits: re.Pattern[str]
    comment_headings: re.Pattern[str]
    comment_signs: re.Pattern[str]

    def kind(self, line: str) -> str | None:
        """Return the kind of a line that is not the article's wherever it stands."""
        if not line or len(line) > _LONGEST:
            return None
        bare = _NOT_A_LETTER.sub("", line)
        for kind, pattern in self.anywhere.items():
            if pattern.fullmatch(line) or (bare != line and pattern.fullmatch(bare)):
                return kind
        if not _BYLINE.match(line) and self.credits.search(line, max(0, len(line) - _CREDIT_SIGNS)):
            return "captions"
        return None


@cache
def furniture() -> Furniture:
    """Return the patterns."""
    data = files.toml("boilerplate.toml")
    sections = "|".join(_outlets()["sections"])

    def any_of(patterns: list[str]) -> re.Pattern[str]:
        return files.any_of(one.replace("{sections}", sections) for one in patterns)

    return Furniture(
        lines=any_of(data["lines"]["patterns"]),
        lists=any_of(data["lists"]["patterns"]),
        head=any_of(data["head"]["patterns"]),
        above=any_of(data["above"]["patterns"]),
        menu=any_of(data["menu"]["patterns"]),
        weak=any_of(data["weak"]["patterns"]),
        anywhere={kind: any_of(of["patterns"]) for kind, of in data["anywhere"].items()},
        credits=any_of(data["credits"]["patterns"]),
        comment_headings=any_of(data["comments"]["headings"]),
        comment_signs=any_of(data["comments"]["signs"]),
    )


@cache
def _outlets() -> dict[str, Any]:
    return files.toml("outlets.toml")


def is_outlet(words: str) -> bool:
    """Say whether words name an outlet: one of the known ones, or worded as outlets are."""
    if furniture().above.fullmatch(words) or staff_of(words) == "":
        return False
    known = find_organisation(words) or find_organisation(words.removeprefix("The "))
    if known is not None:
        return known.category == "media"
    tokens = words.removesuffix(".").split()
    if not 2 <= len(tokens) <= 6 or not all(one[0].isupper() or one in _SMALL for one in tokens):
        return bool(re.fullmatch(r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,6}){1,2}", words))
    return tokens[-1].casefold() in _outlets()["last"]


_SMALL = frozenset(("of", "the", "and", "&", "de", "la", "for", "in"))


def is_person(words: str) -> bool:
    """Say whether words are surely a person's name: a given name first, and no outlet's."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 5 or not all(_TOKEN.fullmatch(one) for one in tokens):
        return False
    if not all(one[0].isupper() or one in role_words().particles for one in tokens) or is_outlet(
        words
    ):
        return False
    if tokens[-1].casefold() in _outlets()["last"]:
        return False
    return tokens[0].casefold() in genders().names


def is_role(words: str) -> bool:
    """Say whether words are what an author is called by: "Senior Reporter", "Editor in Oslo"."""
    tokens = re.split(r"\s+(?:in|at|for|of)\s+|,", words)[0].split()
    if not 1 <= len(tokens) <= 6 or words[-1] in ".!?:":
        return False
    return tokens[-1].casefold() in _outlets()["roles"]


def staff_of(words: str) -> str | None:
    """Return the outlet before a word for its staff: "Bay News Staff" → "Bay News".

    None where the words are no staff's, an empty string where they name no outlet.
    """
    bare = words.casefold().removesuffix(".")
    for staff in sorted(_outlets()["staff"], key=len, reverse=True):
        if bare == staff:
            return ""
        if bare.endswith(f" {staff}"):
            return words[: len(bare) - len(staff)].rstrip(" ,|–-").removesuffix("’s").strip()
    return None
