"""Quotations by their speakers: who they are, in which order, and how much is verbatim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from briefing.wording.speakers import joint_speakers, speaker_name
from briefing.wording.words import count, known
from components.quotation import named_html


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
    together = "; ".join(joint_speakers(row))
    found = together or known(row["speaker_id"]) or known(row["speaker"])
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
    joint = bool(joint_speakers(rows[0]))
    roles = [str(row["speaker_role"]) for row in rows if known(row["speaker_role"]) and not joint]
    country = None if joint else known(rows[0]["speaker_country"])
    return Speaker(
        key=key,
        name=speaker_name(rows[0]),
        role=roles[0] if roles else None,
        country=str(country) if country else None,
        quotes=len(rows),
        verbatim=sum(row["kind"] != "indirect" for row in rows),
    )


def speaker_head(speaker: Speaker) -> None:
    """Draw the heading of a speaker's quotations."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(named_html(speaker.name, speaker.role, speaker.country), width="content")
        st.caption(speaker.line, width="content")
