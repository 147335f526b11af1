"""A claim in one account that another has denied, and does not tell itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.library.accounts.model import Difference, Told
from briefing.library.bottom_line.stems import stems

_STEMS = 2
"""So many stems a denial must have, so that it says what it denies."""

_COVERED = 0.7
"""So much of what is denied must be in the claim."""

_NOT = re.compile(
    r"\b(?:not|no|never|nobody|nothing|without|neither|nor|den(?:y|ies|ied))\b|n[’']t\b"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says of somebody.

    Attributes:
        fact_id: The quotation or relation.
        article_id: Its article.
        who: The id, or words, of who says it; None for the article itself.
        country: The country of who says it.
        of: The countries that it names, or that its sentence names.
        words: What is said.
        sentence: The sentence in which that stands.
        start: Where the words begin in it.
    """

    fact_id: str
    article_id: str
    who: str | None
    country: str | None
    of: frozenset[str]
    words: str
    sentence: str
    start: int


def denied_elsewhere(claims: Sequence[Statement], denials: Sequence[Statement]) -> list[Difference]:
    """Return claims of one article whose denial only another article of the story tells.

    The denial is by the country that the claim is about, and names what is claimed. Where an
    article has both, it stands under the disputed claims, and no account differs.
    """
    found: dict[tuple[str, ...], Difference] = {}
    for denial in denials:
        what = set(stems(denial.words)) - _names(denial)
        if denial.country is None or len(what) < _STEMS or _NOT.search(denial.words):
            continue
        for claim in claims:
            if (
                claim.article_id != denial.article_id
                and claim.country != denial.country
                and denial.country in claim.of
                and not _NOT.search(claim.words)
                and _covers(claim, what)
                and not _denied_there(claim, denial.country, denials)
            ):
                key = (str(claim.who), denial.country, *sorted(what))
                sides = _told(claim), _told(denial)
                found.setdefault(key, Difference("denial", denial.words, *sides))
    return list(found.values())


def _told(one: Statement) -> Told:
    marks = ((one.start, one.start + len(one.words)),)
    return Told(one.fact_id, one.article_id, one.sentence, marks, who=one.who)


def _covers(claim: Statement, what: set[str]) -> bool:
    return len(set(stems(claim.words)) & what) >= max(_STEMS, _COVERED * len(what))


def _denied_there(claim: Statement, country: str, denials: Iterable[Statement]) -> bool:
    return any(
        denial.article_id == claim.article_id and denial.country == country for denial in denials
    )


def _names(statement: Statement) -> set[str]:
    """Return the stems that name who denies, which say nothing of what is denied."""
    return set(stems((statement.who or "").partition(":")[2].replace("-", " ").title()))
