"""The tables everything else stands on: their columns, types, meanings and checks.

Offsets are 0-based, end-exclusive, in Unicode code points of `articles.text`. Countries are
ISO 3166-1 alpha-3 codes (XKX is Kosovo). Null is `None` in string columns and `<NA>` in integer
ones. A relation's source and target are country codes, or, for an actor that is no country, its
entity id (`organisation:un`, `alliance:nato`, `place:europe`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pandera.pandas as pa

Row = Mapping[str, Any]
"""A row of a frame by its columns, as `records` gives them."""

_NO_SLUG = re.compile(r"[^a-z0-9]+")

ENTITY_KINDS = (
    "country",
    "person",
    "organisation",
    "alliance",
    "place",
    "occasion",
    "agreement",
    "weapon",
    "other",
)
MENTION_FORMS = (
    "name",
    "short-name",
    "demonym",
    "capital",
    "government",
    "description",
    "pronoun",
)
QUOTE_KINDS = ("direct", "mixed", "indirect", "unsettled")
"""In the order in which a brief prefers them."""
VERBATIM = ("direct", "mixed")
"""The kinds of quotations that hold words between marks."""
UNSETTLED = "unsettled"
"""The kind of a quotation whose marks do not close, so that nobody knows where it ends."""
ACTS = (
    "says",
    "warns",
    "denies",
    "confirms",
    "promises",
    "threatens",
    "demands",
    "urges",
    "praises",
    "condemns",
    "asks",
    "declines-to-comment",
)
TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
PRECISIONS = ("day", "month", "year", "decade", "interval", "unknown")
PUBLISHED_BASES = ("stated", "given", "inferred", "unknown")
EVENT_BASES = ("stated", "computed", "reference", "inferred", "unknown", "given")
WORKED_OUT = ("computed", "reference", "inferred")
"""The bases of dates that are not the article's own words."""
TENSES = ("past", "ongoing", "upcoming")
FACT_TABLES = ("quotes", "events", "relations")
"""The tables of what is said, what happens and of relations between countries."""
REVIEWED_TABLES = (*FACT_TABLES, "entities", "articles", "mentions")
"""The tables on whose rows people decide."""
APART = "apart:"
"""Before a name as articles write it, the `field` of a review by which that name of an entity is
another one's in the whole library; the value is that one's id, or the name of a new person."""
VERDICTS = ("confirmed", "corrected", "rejected", "added", "withdrawn")
"""What people decide on a fact."""
QUADS = (
    "verbal-cooperation",
    "material-cooperation",
    "verbal-conflict",
    "material-conflict",
)
STANDINGS = (
    "asserted",
    "attributed",
    "denied",
    "disputed",
    "conditional",
    "possible",
    "expected",
    "negated",
)
GROUP_OF_STANDING = {
    "asserted": "fact",
    "attributed": "claim",
    "conditional": "open",
    "possible": "open",
    "expected": "open",
    "denied": "not",
    "disputed": "not",
    "negated": "not",
}
"""What a standing comes to: it is so, somebody says so, it is open, or it is not so."""
STANDING_GROUPS = tuple(dict.fromkeys(GROUP_OF_STANDING.values()))
EVENT_STATUSES = ("firm", "planned", "tentative", "cancelled", "postponed")
"""How settled an event is, whatever its standing: "talks planned for May" are planned."""
NOT_SO = ("denied", "disputed", "negated")
"""Standings of what is not so, or contested: never shown as ahead, nor in a calendar."""
CERTAINTIES = ("high", "moderate", "low")
"""How sure a reading is: a low one is a possible reading that waits for a person."""

RELATION_BASES = ("grammar", "reader", "given")
"""Who read a relation off the words: the grammar's rules, the trained reader alone, or staff."""

OFF = ("cancelled", "postponed")
"""Statuses of what was to be and is off: shown as that, whatever its standing."""
PARTS = (
    "speaker",
    "addressee",
    "mentioned",
    "source",
    "target",
    "participant",
    "place",
)


def _text(*, null: bool = False, isin: tuple[str, ...] | None = None) -> pa.Column:
    rule = pa.Check.isin(isin, error=f"must be one of {', '.join(isin)}") if isin else None
    return pa.Column("str", rule, nullable=null)


def _int(*, null: bool = False) -> pa.Column:
    return pa.Column("Int64", pa.Check.ge(0, error="must not be negative"), nullable=null)


def _in_order(start: str, end: str) -> pa.Check:
    def holds(frame: pd.DataFrame) -> pd.Series[bool]:
        return (frame[start] < frame[end]).fillna(True)

    return pa.Check(holds, error=f"{start} must lie before {end}")


def _schema(columns: dict[str, pa.Column], *, unique: tuple[str, ...] = ()) -> pa.DataFrameSchema:
    """Make a table's schema; where one column is unique, it is the table's key."""
    checks = [_in_order(start, end) for start, end in SPANS if start in columns]
    return pa.DataFrameSchema(
        columns,
        checks=checks,
        strict=True,
        ordered=True,
        unique=list(unique) or None,
        report_duplicates="exclude_first",
    )


SPANS = (
    ("start", "end"),
    ("speaker_start", "speaker_end"),
    ("cue_start", "cue_end"),
    ("trigger_start", "trigger_end"),
)
"""The columns that hold a span of the article's text, wherever a table has them."""

SCHEMAS: dict[str, pa.DataFrameSchema] = {
    "articles": _schema(
        {
            "article_id": _text(),
            "external_id": _text(null=True),
            "title": _text(),
            "text": _text(),
            "source": _text(null=True),
            "url": _text(null=True),
            "author": _text(null=True),
            "published": _text(null=True),
            "published_basis": _text(isin=PUBLISHED_BASES),
            "published_earliest": _text(null=True),
            "published_latest": _text(null=True),
            "language": _text(),
            "words": _int(),
            "added": _text(null=True),
            "reader_version": _text(),
        },
        unique=("article_id",),
    ),
    "sentences": _schema(
        {
            "article_id": _text(),
            "sentence": _int(),
            "paragraph": _int(),
            "start": _int(),
            "end": _int(),
        },
        unique=("article_id", "sentence"),
    ),
    "entities": _schema(
        {
            "entity_id": _text(),
            "kind": _text(isin=ENTITY_KINDS),
            "name": _text(),
            "country": _text(null=True),
            "wikidata": _text(null=True),
        },
        unique=("entity_id",),
    ),
    "mentions": _schema(
        {
            "article_id": _text(),
            "mention_id": _text(),
            "entity_id": _text(),
            "start": _int(),
            "end": _int(),
            "text": _text(),
            "form": _text(isin=MENTION_FORMS),
            "role": _text(null=True),
            "sentence": _int(),
        },
        unique=("mention_id",),
    ),
    "antecedents": _schema(
        {
            "article_id": _text(),
            "mention_id": _text(),
            "start": _int(),
            "end": _int(),
            "reason": _text(),
        },
        unique=("mention_id",),
    ),
    "quotes": _schema(
        {
            "article_id": _text(),
            "quote_id": _text(),
            "kind": _text(isin=QUOTE_KINDS),
            "start": _int(),
            "end": _int(),
            "text": _text(),
            "speaker_id": _text(null=True),
            "speaker": _text(null=True),
            "speaker_start": _int(null=True),
            "speaker_end": _int(null=True),
            "speaker_form": _text(null=True),
            "cue": _text(null=True),
            "cue_start": _int(null=True),
            "cue_end": _int(null=True),
            "act": _text(isin=ACTS),
            "addressee_id": _text(null=True),
            "venue": _text(null=True),
            "sentence": _int(),
            "part": _int(),
        },
        unique=("quote_id",),
    ),
    "fragments": _schema(
        {
            "article_id": _text(),
            "quote_id": _text(),
            "start": _int(),
            "end": _int(),
            "verbatim": pa.Column("bool"),
        },
        unique=("quote_id", "start"),
    ),
    "times": _schema(
        {
            "article_id": _text(),
            "time_id": _text(),
            "start": _int(),
            "end": _int(),
            "text": _text(),
            "type": _text(isin=TIMEX_TYPES),
            "value": _text(null=True),
            "date": _text(null=True),
            "earliest": _text(null=True),
            "latest": _text(null=True),
            "precision": _text(isin=PRECISIONS),
            "anchor": _text(null=True),
            "sentence": _int(),
        },
        unique=("time_id",),
    ),
    "events": _schema(
        {
            "article_id": _text(),
            "event_id": _text(),
            "start": _int(),
            "end": _int(),
            "text": _text(),
            "title": _text(),
            "kind": _text(),
            "date_text": _text(null=True),
            "date": _text(null=True),
            "earliest": _text(null=True),
            "latest": _text(null=True),
            "precision": _text(isin=PRECISIONS),
            "basis": _text(isin=EVENT_BASES),
            "working": _text(null=True),
            "tense": _text(isin=TENSES),
            "standing": _text(isin=STANDINGS),
            "attributed_to": _text(null=True),
            "denied_by": _text(null=True),
            "condition": _text(null=True),
            "status": _text(isin=EVENT_STATUSES),
            "status_words": _text(null=True),
            "certainty": _text(isin=CERTAINTIES),
            "certainty_reason": _text(),
            "occasion_id": _text(null=True),
            "place_country": _text(null=True),
            "sentence": _int(),
        },
        unique=("event_id",),
    ),
    "relations": _schema(
        {
            "article_id": _text(),
            "relation_id": _text(),
            "source": _text(),
            "target": _text(),
            "start": _int(),
            "end": _int(),
            "trigger": _text(),
            "trigger_start": _int(),
            "trigger_end": _int(),
            "event_type": _text(),
            "quad": _text(isin=QUADS),
            "tone": pa.Column("float64", pa.Check.in_range(-10, 10, error="must be −10 to 10")),
            "standing": _text(isin=STANDINGS),
            "attributed_to": _text(null=True),
            "denied_by": _text(null=True),
            "condition": _text(null=True),
            "certainty": _text(isin=CERTAINTIES),
            "certainty_reason": _text(),
            "basis": _text(isin=RELATION_BASES),
            "sentence": _int(),
        },
        unique=("relation_id",),
    ),
    "involvements": _schema(
        {
            "article_id": _text(),
            "fact_id": _text(),
            "entity_id": _text(null=True),
            "country": _text(null=True),
            "part": _text(isin=PARTS),
        },
        unique=("fact_id", "entity_id", "country", "part"),
    ),
    "reviews": _schema(
        {
            "fact_id": _text(),
            "field": _text(),
            "value": _text(null=True),
            "verdict": _text(isin=VERDICTS),
            "reviewer": _text(),
            "at": _text(),
            "note": _text(null=True),
            "review_id": _text(),
            "article_id": _text(null=True),
            "record": _text(isin=REVIEWED_TABLES),
            "start": _int(null=True),
            "end": _int(null=True),
            "words": _text(),
        },
        unique=("review_id",),
    ),
}
"""One pandera schema a table, in the order in which the tables are written."""

EXTRACTED = tuple(name for name in SCHEMAS if name != "reviews")
"""The tables that extraction fills; reviews are people's."""


def key_of(name: str) -> str | None:
    """Return the column whose values tell a table's rows apart; None where it takes several."""
    unique = SCHEMAS[name].unique
    return unique[0] if unique and len(unique) == 1 else None


def fact_id(article_id: str, letter: str, start: int, end: int, *more: str) -> str:
    """Make the stable id of a fact from where it stands and what it says.

    Args:
        article_id: The article.
        letter: m mention, q quote, t time, e event, r relation.
        start: Offset of the span that identifies the fact.
        end: Its end.
        *more: What else tells two facts at the same place apart, such as the two countries.

    Returns:
        For example ``a1b2c3d4e5f6.r.120-126.KOR.RUS``: fit for a URL, the same on every reading.
    """
    return ".".join((article_id, letter, f"{start}-{end}", *more))


def slug(name: str) -> str:
    """Return a name as part of an id: "São Paulo" becomes "sao-paulo"."""
    signs = unicodedata.normalize("NFKD", name)
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return _NO_SLUG.sub("-", plain.casefold()).strip("-") or "x" + name.encode().hex()[:12]


@dataclass(frozen=True)
class Tables(Mapping[str, pd.DataFrame]):
    """The tables of one or more articles, by name.

    Reads as a mapping (`tables["quotes"]`); `Tables.from_rows` is the only way to build one from
    plain rows, and it checks them.
    """

    frames: Mapping[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.frames)

    def __len__(self) -> int:
        return len(self.frames)

    @classmethod
    def from_rows(cls, rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> Tables:
        """Build checked tables from rows; a table without rows is empty but has its columns.

        Raises:
            pandera.errors.SchemaError: A row is not what its table says; the error carries it.
        """
        return cls({name: frame(name, rows.get(name, ())) for name in EXTRACTED})


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build one checked table, columns in order, from rows that may lack nullable fields."""
    return SCHEMAS[name].validate(typed(name, rows))


def typed(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build one table as `frame` does, its rules not checked yet."""
    columns = SCHEMAS[name].columns
    data = pd.DataFrame(list(rows), columns=list(columns))
    return data.astype({column: str(spec.dtype) for column, spec in columns.items()})


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a table's rows as plain Python values, None for every null."""
    columns = []
    for name in frame.columns:
        values, missing = frame[name].tolist(), frame[name].isna().to_numpy()
        if missing.any():
            values = [None if gone else value for value, gone in zip(values, missing, strict=True)]
        columns.append(values)
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
