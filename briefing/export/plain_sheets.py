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
from briefing.wording.dates import when
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
    "Quotations": "who said what, word for word or in the reporter’s words",
    "Dates": "what happened or was ahead when written, and how each date is known",
    "Country relations": "who stands how to whom, and who says or denies it",
    "People": "who is named, with roles, and how often",
}
"""The plain sheets, and what each holds."""

TABLES = {
    "articles": "the texts, with title, outlet and date",
    "sentences": "where each sentence stands in its text",
    "entities": "who and what is named",
    "mentions": "each place where it is named",
    "antecedents": "whom “he” or “the president” means, and why",
    "quotes": "the quotations, with the places of words, speakers and cues",
    "fragments": "the pieces of quotations, verbatim or not",
    "times": "every expression of time",
    "events": "what happened or will happen",
    "relations": "how one party stands to another",
    "involvements": "who takes which part in a quotation, event or relation",
    "reviews": "what staff confirmed, corrected or rejected",
}
"""The tables behind them, and what each holds."""

_WIDTHS = {
    "Words": 70, "What": 46, "Sentence": 60, "Article": 34, LINK: 30, "Speaker": 22,
    "Role": 24, "How the date is known": 34, "Standing": 28, "About": 24, "Words that say it": 26,
    "Where in the text": 26, "First named in": 60, "Published": 22, "Outlet": 18, "Name": 26,
    "From": 20, "To": 20, "When": 20,
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
            "Speaker": speaker_name(row),
            "Role": None if joint else row["speaker_role"],
            "Country": None if joint else _country(row["speaker_country"]),
            "Words": plain(parts),
            "Kind": QUOTE_KINDS[proved_kind(parts, str(row["kind"]))].word,
            "Says or does": ACTS[row["act"]].word,
            "About": ", ".join(row["about_names"] or ()),
            **self._where(row),
        }

    def event(self, row: Row) -> dict[str, Any]:
        held = held_of(row)
        tense = "" if row["tense"] == "upcoming" and held.not_so else TENSES[row["tense"]].word
        return {
            "When": when(row["date"], row["precision"], row["earliest"], row["latest"]),
            "What": row["title"],
            "Place": _country(row["place_country"]),
            "Past or ahead": tense,
            "Standing": said(held) or STANDINGS["asserted"].word,
            "How the date is known": how_known(row["basis"], cell_value(row["working"])),
            "Certainty": CERTAINTIES[row["certainty"]].word,
            **self._where(row),
        }

    def relation(self, row: Row) -> dict[str, Any]:
        return {
            "From": row["source_name"] or row["source"],
            "To": row["target_name"] or row["target"],
            "Kind": QUADS[row["quad"]].word,
            "Words that say it": row["trigger"],
            "Standing": said(held_of(row)) or STANDINGS["asserted"].word,
            "Certainty": CERTAINTIES[row["certainty"]].word,
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
            "First named in": _line(row["first_text"]),
            **self._article(row["first_article_id"]),
        }

    def _where(self, row: Row) -> dict[str, Any]:
        """Say where a row's words stand."""
        return {
            "Sentence": _line(row["sentence_text"]),
            **self._article(row["article_id"]),
            "Where in the text": _place(row),
        }

    def _article(self, article_id: str) -> dict[str, Any]:
        source = self._sources[article_id]
        return {
            "Published": source.dated,
            "Outlet": source.outlet,
            "Article": source.name,
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
    return f"{named}, letters {int(row['start']):,}–{int(row['end']):,}"


def _line(words: object) -> str:
    return " ".join(str(cell_value(words) or "").split())
