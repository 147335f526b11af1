"""Quotations by speaker and as a ledger: what each said over time, and about whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from components.quotation import cite, speaker_name
from components.sources import Source
from components.style import ACTS, QUOTE_KINDS
from components.verbatim import pieces, plain
from components.words import count, known


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's heading: who, and how much of it is verbatim."""

    key: str
    name: str
    role: str | None
    country: str | None
    quotes: int
    verbatim: int

    @property
    def line(self) -> str:
        """Say how many: "9 quotations, 2 of them with words verbatim"."""
        if self.quotes == 1:
            return "1 quotation, " + ("with words verbatim" if self.verbatim else "a paraphrase")
        words = f"{self.verbatim} of them with words verbatim" if self.verbatim else "none verbatim"
        return f"{count(self.quotes, 'quotation')}, {words}"


def speaker_key(row: Mapping[str, object]) -> str:
    """Return what holds the quotations of one speaker together: the id, else the words written."""
    found = known(row["speaker_id"]) or known(row["speaker"])
    return str(found).casefold() if found else ""


def speakers(quotes: pd.DataFrame) -> dict[str, Speaker]:
    """Return the headings, who is quoted most first; those without a name come last."""
    groups: dict[str, list[dict[str, object]]] = {}
    for row in quotes.to_dict("records"):
        groups.setdefault(speaker_key(row), []).append(row)
    found = [_speaker(key, rows) for key, rows in groups.items()]
    found.sort(key=lambda speaker: (not speaker.key, -speaker.quotes, speaker.name))
    return {speaker.key: speaker for speaker in found}


def by_speaker(quotes: pd.DataFrame) -> pd.DataFrame:
    """Sort quotations by speaker, in the order of `speakers`, each one's in reading order."""
    if quotes.empty:
        return quotes
    order = {key: place for place, key in enumerate(speakers(quotes))}
    places = [order[speaker_key(row)] for row in quotes.to_dict("records")]
    return (
        quotes.assign(_place=places)
        .sort_values("_place", kind="stable")
        .drop(columns="_place")
        .reset_index(drop=True)
    )


def runs(quotes: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Split rows in the order of `by_speaker` into one frame a speaker."""
    keys = pd.Series([speaker_key(row) for row in quotes.to_dict("records")], index=quotes.index)
    for key in dict.fromkeys(keys):
        yield key, quotes[keys == key]


def ledger(
    quotes: pd.DataFrame, texts: Mapping[str, str], sources: Mapping[str, Source]
) -> pd.DataFrame:
    """Build the ledger: one row a quotation, by speaker and then by date.

    Args:
        quotes: Rows of `queries.quotes`.
        texts: The text of each article by id.
        sources: The source of each article by id.
    """
    rows = [
        {
            "Speaker": speaker_name(row),
            "Published": sources[row["article_id"]].dated,
            "Act": ACTS[row["act"]].word,
            "Words": plain(pieces(row["fragments"], texts[row["article_id"]])),
            "About": ", ".join(row["about_names"]),
            "Kind": QUOTE_KINDS[row["kind"]].word,
            "Role": known(row["speaker_role"]) or "",
            "Said to": known(row["addressee_name"]) or "",
            "Occasion": known(row["venue"]) or "",
            "Article": sources[row["article_id"]].title,
            "Citation": cite(row, texts[row["article_id"]], sources[row["article_id"]]),
        }
        for row in over_time(quotes).to_dict("records")
    ]
    return pd.DataFrame(rows)


def over_time(quotes: pd.DataFrame) -> pd.DataFrame:
    """Sort quotations by speaker and then by the day of publication, undated ones last."""
    if quotes.empty:
        return quotes
    order = {key: place for place, key in enumerate(speakers(quotes))}
    places = [order[speaker_key(row)] for row in quotes.to_dict("records")]
    return (
        quotes.assign(_place=places)
        .sort_values(["_place", "published"], kind="stable", na_position="last")
        .drop(columns="_place")
        .reset_index(drop=True)
    )


def _speaker(key: str, rows: list[dict[str, object]]) -> Speaker:
    roles = [str(row["speaker_role"]) for row in rows if known(row["speaker_role"])]
    country = known(rows[0]["speaker_country"])
    return Speaker(
        key=key,
        name=speaker_name(rows[0]),
        role=roles[0] if roles else None,
        country=str(country) if country else None,
        quotes=len(rows),
        verbatim=sum(row["kind"] != "indirect" for row in rows),
    )
