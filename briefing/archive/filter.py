"""What is looked for in an archive, and the SQL conditions that say so, with their values."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Literal

Field = Literal["countries", "speakers", "outlets"]

NO_OUTLET = ""
"""The outlet of articles that name none."""

_TERMS = re.compile(r'"([^"]+)"|(\S+)')
_NO_WORD = r"[^\pL\pN]"


@dataclass(frozen=True, slots=True)
class ArchiveFilter:
    """What the articles of an archive must have; an empty field does not narrow.

    Fields narrow together (and); the values inside one field widen (or).

    Attributes:
        words: Words that the text must hold, all of them, in any order; `"…"` is a phrase and
            `sanc*` every word that begins so. Capitals and accents make no difference.
        countries: Alpha-3 codes; one of them is named, or takes part in a fact.
        speakers: Of who is quoted, ids, or parts of names.
        outlets: Names of outlets; `NO_OUTLET` for articles that name none.
        earliest: ISO date; what was surely published before it is out.
        latest: ISO date, likewise. Articles without any date pass, as they do in the library.
        dated_only: Whether a period leaves those out.
        articles: Ids of articles; only these.
    """

    words: str = ""
    countries: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    dated_only: bool = False
    articles: tuple[str, ...] = ()

    def without(self, field: Field) -> ArchiveFilter:
        """Return the filter in which a field does not narrow, for counts of its values."""
        nothing: dict[str, Any] = {field: ()}
        return replace(self, **nothing)


def conditions(flt: ArchiveFilter) -> tuple[str, dict[str, Any]]:
    """Return the condition of a filter on rows of the overview, all but its words, and its values.

    What somebody typed is a value, and never a part of the SQL.
    """
    found: list[str] = []
    values: dict[str, Any] = {}
    if flt.articles:
        found.append("list_contains($articles, article_id)")
        values["articles"] = list(flt.articles)
    if flt.countries:
        found.append("list_has_any(countries, $countries)")
        values["countries"] = list(flt.countries)
    if flt.speakers:
        found.append(
            "len(list_filter(speakers, lambda s: list_contains($speakers, s.id) OR "
            "len(list_filter($names, lambda n: contains(lower(strip_accents(s.name)), n))) > 0)) "
            "> 0"
        )
        values["speakers"] = list(flt.speakers)
        values["names"] = [folded(each) for each in flt.speakers]
    if flt.outlets:
        found.append("list_contains($outlets, coalesce(source, ''))")
        values["outlets"] = list(flt.outlets)
    if flt.earliest:
        found.append("coalesce(published_latest, '9999-12-31') >= $earliest")
        values["earliest"] = flt.earliest
    if flt.latest:
        found.append("coalesce(published_earliest, '') <= $latest")
        values["latest"] = flt.latest
    if flt.dated_only and (flt.earliest or flt.latest):
        found.append("coalesce(published, published_earliest, published_latest) IS NOT NULL")
    return " AND ".join(found) or "true", values


def patterns(words: str) -> list[str]:
    """Return a regular expression for each word and phrase, for texts as `folded` has them."""
    plain = words.translate(str.maketrans("“”„«»", '"""""'))
    found = []
    for phrase, word in _TERMS.findall(plain):
        term = phrase or word
        parts = re.findall(r"[^\W_]+", folded(term))
        if parts:
            ending = "" if term.endswith("*") else f"({_NO_WORD}|$)"
            found.append(f"(^|{_NO_WORD}){f'{_NO_WORD}+'.join(parts)}{ending}")
    return found


def folded(text: str) -> str:
    """Return words in small letters without accents, as DuckDB's `lower` and `strip_accents` do."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
