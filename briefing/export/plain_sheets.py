"""What the first sheets of the Excel file hold: quotations, dates, relations and people, plainly.

A column has a heading that anybody reads, and each row says where its words stand. Excel tells
no capital from a small letter in the names of sheets, so these sheets have other names than the
tables that follow them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from briefing.export.phrases import how_known
from briefing.library import Filter, Library, queries
from briefing.reference.countries import country_name
from briefing.tables import Row, records
from briefing.wording import columns
from briefing.wording.dates import when_of
from briefing.wording.reviews import found_words
from briefing.wording.signs import (
    ACTS,
    CERTAINTIES,
    QUADS,
    QUOTE_KINDS,
    STANDINGS,
    TENSES,
)
from briefing.wording.sources import Source, sources
from briefing.wording.speakers import joint_speakers, speaker_name
from briefing.wording.standing import held_of, said
from briefing.wording.verbatim import pieces, plain, proved_kind
from briefing.wording.words import cell_value

LINK = "Link"
"""The column whose addresses are links."""

SHEETS = {
    "Quotations": "who said what, in the speaker’s words or the reporter’s",
    "Dates": "what happened or was upcoming when written, and how each date is known",
    "Country relations": "relations between countries, and who claims or denies them",
    "People": "who is named, in which roles, and how often",
}
"""The plain sheets, and what each holds."""

TABLES = {
    "articles": "the texts, with title, outlet and date",
    "sentences": "where each sentence is in its text",
    "entities": "who and what is named",
    "mentions": "each place where it is named",
    "antecedents": "who “he” or “the president” is, and why",
    "quotes": "the quotations, with the places of words, speakers and cues",
    "fragments": "the pieces of quotations, verbatim or not",
    "times": "every date and time expression",
    "events": "what happened or will happen",
    "relations": "relations between countries and organisations",
    "involvements": "who is involved in a quotation, event or relation, and how",
    "reviews": "what staff confirmed, corrected or rejected",
}
"""The tables behind them, and what each holds."""

_SAYING = "Words that say it"
_PLACE = "Place in the text"
_FIRST = "First named in"

_WIDTHS = {
    columns.WORDS: 70, columns.WHAT: 46, columns.SENTENCE: 60, columns.ARTICLE: 34, LINK: 30,
    columns.SPEAKER: 22, "Role": 24, columns.HOW_DATED: 34, columns.HOW_CERTAIN: 28, "About": 24,
    _SAYING: 26, _PLACE: 26, _FIRST: 60, columns.PUBLISHED: 22, "Outlet": 18, "Name": 26,
    columns.FROM: 20, columns.TO: 20, columns.WHEN: 20, columns.WORDING: 22, columns.RELATION: 20,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A sheet in plain words.

    Attributes:
        name: Its name.
        widths: Its columns in order, and how wide each is, in letters.
        rows: Its rows, by column.
    """

    name: str
    widths: Mapping[str, float]
    rows: Sequence[Mapping[str, Any]]


def plain_sheets(library: Library, flt: Filter) -> tuple[PlainSheet, ...]:
    """Return the plain sheets of what the library holds under a filter.

    Args:
        library: The library.
        flt: The filter.
    """
    desk = _Desk(library, queries.in_view(library, flt))
    found = {
        "Quotations": [desk.quotation(row) for row in records(queries.quotes(library, flt))],
        "Dates": [desk.event(row) for row in records(queries.events(library, flt))],
        "Country relations": [
            desk.relation(row) for row in records(queries.relations(library, flt))
        ],
        "People": [
            desk.person(row) for row in records(queries.entities(library, flt, ("person",)))
        ],
    }
    return tuple(
        PlainSheet(name, {column: _WIDTHS.get(column, 16) for column in rows[0]}, rows)
        for name, rows in found.items()
        if rows
    )


class _Desk:
    """Turns rows of the library into rows of the sheets."""

    def __init__(self, library: Library, in_view: pd.DataFrame) -> None:
        self._library = library
        self._sources: Mapping[str, Source] = sources(in_view)
        self._links = dict(zip(in_view["article_id"], in_view["url"], strict=True))
        self._texts: dict[str, str] = {}

    def quotation(self, row: Row) -> dict[str, Any]:
        parts = pieces(row["fragments"], self._text(row["article_id"]))
        joint = bool(joint_speakers(row))
        return {
            columns.SPEAKER: speaker_name(row),
            "Role": None if joint else row["speaker_role"],
            "Country": None if joint else _country(row["speaker_country"]),
            columns.WORDS: plain(parts),
            columns.WORDING: QUOTE_KINDS[proved_kind(parts, str(row["kind"]))].word,
            columns.STATEMENT: ACTS[row["act"]].word,
            "About": ", ".join(row["about_names"] or ()),
            **self._where(row),
        }

    def event(self, row: Row) -> dict[str, Any]:
        held = held_of(row)
        tense = "" if row["tense"] == "upcoming" and held.not_so else TENSES[row["tense"]].word
        return {
            columns.WHEN: when_of(row),
            columns.WHAT: row["title"],
            "Place": _country(row["place_country"]),
            columns.PAST_OR_UPCOMING: tense,
            columns.HOW_CERTAIN: said(held) or STANDINGS["asserted"].word,
            columns.HOW_DATED: how_known(row["basis"], cell_value(row["working"])),
            columns.CERTAINTY: CERTAINTIES[row["certainty"]].word,
            **self._where(row),
        }

    def relation(self, row: Row) -> dict[str, Any]:
        return {
            columns.FROM: row["source_name"] or row["source"],
            columns.TO: row["target_name"] or row["target"],
            columns.RELATION: QUADS[row["quad"]].word,
            _SAYING: row["trigger"],
            columns.HOW_CERTAIN: said(held_of(row)) or STANDINGS["asserted"].word,
            columns.CERTAINTY: CERTAINTIES[row["certainty"]].word,
            **self._where(row),
        }

    def person(self, row: Row) -> dict[str, Any]:
        return {
            "Name": row["name"],
            "Role": "; ".join(row["roles"] or ()),
            "Country": _country(row["country"]),
            "Times named": row["mentions"],
            "Articles": row["articles"],
            "Quotations": row["quotes"],
            _FIRST: _line(row["first_text"]),
            **self._article(row["first_article_id"]),
        }

    def _where(self, row: Row) -> dict[str, Any]:
        """Say where a row's words stand."""
        return {
            columns.SENTENCE: _line(row["sentence_text"]),
            **self._article(row["article_id"]),
            _PLACE: _place(row),
            columns.CHECKED: found_words(row),
        }

    def _article(self, article_id: str) -> dict[str, Any]:
        source = self._sources[article_id]
        return {
            columns.PUBLISHED: source.dated,
            "Outlet": source.outlet,
            columns.ARTICLE: source.name,
            LINK: cell_value(self._links[article_id]),
        }

    def _text(self, article_id: str) -> str:
        if article_id not in self._texts:
            self._texts[article_id] = self._library.article(article_id).article.text
        return self._texts[article_id]


def _country(code: object) -> str | None:
    return country_name(str(code)) if cell_value(code) else None


def _place(row: Row) -> str:
    """Say where words stand: the sentence, counted from 1, and its letters; 0 is the title."""
    sentence = cell_value(row["sentence"]) or 0
    named = f"sentence {int(sentence):,}" if sentence else "title"
    return f"{named}, characters {int(row['start']):,}–{int(row['end']):,}"


def _line(words: object) -> str:
    return " ".join(str(cell_value(words) or "").split())
