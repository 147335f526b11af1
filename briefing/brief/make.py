"""Makes a brief of what the library holds under a filter: asked once, for every file and slide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from briefing.brief.choose import events_near, in_order, relations_that_matter
from briefing.brief.content import (
    Brief,
    Cited,
    Claim,
    Listed,
    Occurrence,
    Quotation,
    Reference,
    Relation,
    Sentence,
    Voice,
    YearlessDate,
)
from briefing.brief.kept import Kept
from briefing.brief.scope import (
    about_words,
    filter_words,
    program,
    review_words,
    scope_words,
    title_words,
)
from briefing.brief.verify import verify
from briefing.clock import today
from briefing.library import Filter, Library, queries
from briefing.library.ahead import ahead, day_around
from briefing.library.mutual import mutual
from briefing.reference.countries import country_name
from briefing.settings import settings
from briefing.tables import Row, fact_id, records
from briefing.timeline.article_dates import article_dates
from briefing.timeline.svg import nearest_rows, number_dated
from briefing.wording.ahead import MAY_HAVE_PASSED, Outlook, outlook
from briefing.wording.dates import when_of, yearless
from briefing.wording.highest import highest, standing_marking
from briefing.wording.signs import ACTS
from briefing.wording.sources import Source, sources
from briefing.wording.speakers import (
    circumstances,
    holders,
    joint_speakers,
    speaker_mark,
    speaker_name,
    traced_words,
)
from briefing.wording.standing import held_of, said, title_label
from briefing.wording.stories import sentence_words, story_line
from briefing.wording.verbatim import citation, pieces, proved_kind
from briefing.wording.words import cell_value


@dataclass(frozen=True, slots=True)
class Limits:
    """How many items of a kind a brief lists at most; the rest is counted."""

    bottom_line: int = 3
    key_quotations: int = 5
    quotations: int = 60
    coming_up: int = 12
    timeline: int = 60
    yearless: int = 30
    relations: int = 60
    claims: int = 20
    voices: int = 10

    def for_all(self, number: int) -> Limits:
        """Return limits under which none of so many facts, which somebody chose, is left out."""
        lists = ("key_quotations", "quotations", "coming_up", "timeline", "relations", "claims")
        return replace(self, **{name: max(getattr(self, name), number) for name in lists})


@dataclass(frozen=True, slots=True)
class Request:
    """What a brief is asked for.

    Attributes:
        flt: The filter.
        made: The day that stands on it, from which what is near and now past is counted.
        marking: The handling marking; the setting's when None.
        limits: How much it lists.
        recipients: For whom alone it is, in the words of staff; "" for none named.
        kept: The briefing that it is made for, whose author's words it carries; None for none.
            The filter is to hold its facts.
    """

    flt: Filter = field(default_factory=Filter)
    made: date = field(default_factory=today)
    marking: str | None = None
    limits: Limits = field(default_factory=Limits)
    recipients: str = ""
    kept: Kept | None = None

    @property
    def handling(self) -> str:
        """The marking that was chosen for it, "" for none; what is in it may raise it."""
        own = self.kept.marking if self.kept and self.marking is None else self.marking
        return settings().marking if own is None else own


def make_brief(library: Library, request: Request | None = None) -> Brief:
    """Make a brief; every quotation that it lists is checked with its article first.

    Args:
        library: The library.
        request: What is asked for; everything, as of today, when None.

    Raises:
        QuotationError: A quotation is not what its article says; the message names it.
        LibraryError: The library cannot be read.
    """
    request = request or Request()
    flt, kept = request.flt, request.kept
    limits = request.limits.for_all(len(flt.facts)) if flt.facts else request.limits
    in_view, scope = queries.in_view(library, flt), queries.scope(library, flt)
    figures = queries.figures(library, flt)
    ranked: Sequence[Row] = records(
        queries.weightiest(library, flt, max(limits.quotations, limits.key_quotations))
    )
    events, relations = queries.events(library, flt), queries.relations_drawn(library, flt)
    claimed = queries.claimed_denied(library, flt, limits.claims)
    around = day_around(events, in_view, request.made) or request.made
    coming = ahead(events, request.made)
    looks = outlook(records(coming), articles=len(in_view), today=request.made, made=True)
    near = events_near(events, around, limits.timeline)
    chosen = [row["relation_id"] for row in relations_that_matter(relations, limits.relations)]
    whole = records(queries.relations(library, flt, ids=chosen))
    related: Sequence[Row] = sorted(whole, key=lambda row: chosen.index(row["relation_id"]))
    if flt.facts:
        ranked = in_order(ranked, "quote_id", flt.facts)
        related = in_order(related, "relation_id", flt.facts)
    open_years = queries.yearless(library, flt)
    own = kept is not None and bool(kept.bottom_line)
    picked = [] if own else records(queries.gist(library, flt, limits.bottom_line))

    desk = _Desk(library, in_view)
    checked = verify(ranked, desk.texts(ranked))
    perhaps = set(coming.loc[coming["surety"] == "perhaps", "event_id"])
    two_way = dict(zip(relations["relation_id"], mutual(relations), strict=True))
    both = {key for key, two in two_way.items() if two}
    reading_order = list(ranked[: limits.quotations])
    if not flt.facts:
        reading_order.sort(key=lambda row: (desk.place(row), int(row["start"])))
    bottom_line = tuple(desk.sentence(row) for row in picked)
    key = tuple(desk.quotation(row) for row in ranked[: limits.key_quotations])
    coming_up = tuple(
        desk.coming(row, perhaps, looks) for row in records(coming.head(limits.coming_up))
    )
    said = tuple(desk.quotation(row) for row in reading_order)
    over = set(coming.loc[coming["nearness"] == "past", "event_id"])
    times = tuple(desk.told(row, perhaps, over) for row in near)
    yearless_dates = tuple(desk.yearless(row) for row in records(open_years.head(limits.yearless)))
    stands = tuple(desk.relation(row, both) for row in related)
    contested = tuple(desk.claim(row) for row in records(claimed))
    return Brief(
        title=(kept.title if kept else "")
        or title_words(desk.sources, about_words(library, flt), scope.of),
        scope=scope_words(in_view, desk.sources, scope.of),
        marking=standing_marking(request.handling, queries.marking_of_view(library, flt)),
        recipients=" ".join(request.recipients.split()),
        narrowed=filter_words(library, flt, scope.undated),
        made=request.made,
        program=program(in_view),
        review=review_words(queries.reviewed(library, flt)),
        figures=figures,
        sources=desk.cited(),
        articles=len(in_view),
        bottom_line=bottom_line,
        key_quotations=key,
        quotations=Listed(said, figures.quotations),
        coming_up=Listed(coming_up, len(coming)),
        outlook=looks,
        timeline=Listed(times, len(events)),
        yearless=Listed(yearless_dates, len(open_years)),
        relations=Listed(stands, figures.conflict + figures.cooperation),
        claims=Listed(contested, figures.denied),
        voices=_voices(queries.speaks(library, flt), limits.voices),
        checked=checked,
        relation_rows=relations,
        event_rows=nearest_rows(events, article_dates(in_view)),
        dated=number_dated(events),
        article_rows=in_view,
        texts=desk.read,
        own=kept,
        chosen=bool(flt.facts),
    )


class _Desk:
    """Turns rows into items, and numbers the articles in the order in which they are cited."""

    def __init__(self, library: Library, in_view: pd.DataFrame) -> None:
        self.sources: Mapping[str, Source] = sources(in_view)
        self.read: dict[str, str] = {}
        self._library = library
        self._order = {key: place for place, key in enumerate(self.sources)}
        self._numbers: dict[str, int] = {}
        self._urls: dict[str, str | None] = {}

    def place(self, row: Row) -> int:
        return self._order[row["article_id"]]

    def texts(self, rows: Iterable[Row]) -> Mapping[str, str]:
        for row in rows:
            self._text(row["article_id"])
        return self.read

    def cited(self) -> tuple[Cited, ...]:
        return tuple(
            Cited(number, self.sources[key], self._urls[key])
            for key, number in self._numbers.items()
        )

    def _text(self, article_id: str) -> str:
        if article_id not in self.read:
            stored = self._library.article(article_id)
            self.read[article_id] = stored.article.text
            self._urls[article_id] = stored.row["url"]
        return self.read[article_id]

    def _at(self, fact: str, row: Row, sentence: object) -> Reference:
        article_id = str(row["article_id"])
        self._text(article_id)
        number = self._numbers.setdefault(article_id, len(self._numbers) + 1)
        return Reference(fact, article_id, number, _one_line(sentence))

    def sentence(self, row: Row) -> Sentence:
        fact = fact_id(row["article_id"], "s", int(row["start"]), int(row["end"]))
        told = "" if len(self.sources) == 1 else story_line(row)
        return Sentence(sentence_words(row), self._at(fact, row, row["text"]), told)

    def quotation(self, row: Row) -> Quotation:
        text = self._text(row["article_id"])
        parts = tuple(pieces(row["fragments"], text))
        joint = bool(joint_speakers(row))
        name, code = speaker_name(row), None if joint else _text_or_none(row["speaker_country"])
        country = country_name(code) if code else None
        role = None if joint else _text_or_none(row["speaker_role"])
        return Quotation(
            pieces=parts,
            speaker=name,
            role=role,
            country=None if country == name else country,
            code=code,
            kind=proved_kind(parts, str(row["kind"])),
            act=str(row["act"]),
            circumstances=" · ".join(
                filter(None, (traced_words(row), _marking(row), circumstances(row)))
            ),
            citation=citation(
                parts,
                speaker=name,
                role=role,
                verb=ACTS[row["act"]].word.lower(),
                kind=str(row["kind"]),
                source=self.sources[row["article_id"]],
            ),
            at=self._at(str(row["quote_id"]), row, row["sentence_text"]),
            known=speaker_mark(row),
            dated=str(row["published_basis"]),
        )

    def occurrence(self, row: Row, perhaps: set[str]) -> Occurrence:
        held, tense = held_of(row), str(row["tense"])
        return Occurrence(
            when=when_of(row),
            title=_one_line(row["title"]),
            place=country_name(row["place_country"]) if cell_value(row["place_country"]) else None,
            basis=str(row["basis"]),
            working=_text_or_none(row["working"]),
            tense=None if tense == "upcoming" and held.not_so else tense,
            hedges=(MAY_HAVE_PASSED.lower(),) if row["event_id"] in perhaps else (),
            at=self._at(str(row["event_id"]), row, row["sentence_text"]),
            stands=" · ".join(filter(None, (said(held), _marking(row)))),
            label=title_label(str(row["title"]), held),
        )

    def coming(self, row: Row, perhaps: set[str], looks: Outlook) -> Occurrence:
        """Turn a row of `ahead` into an item that says how near it is, and ahead of which day."""
        found = self.occurrence(row, perhaps)
        return replace(found, nearness=row["nearness"], ahead_on=looks.row(row))

    def told(self, row: Row, perhaps: set[str], over: set[str]) -> Occurrence:
        """Turn an event into an item that says whether what was ahead is past by now."""
        found = self.occurrence(row, perhaps)
        return replace(found, nearness="past") if row["event_id"] in over else found

    def yearless(self, row: Row) -> YearlessDate:
        at = self._at(str(row["time_id"]), row, row["sentence_text"])
        return YearlessDate(yearless(str(row["value"])), at)

    def relation(self, row: Row, both: set[str]) -> Relation:
        return Relation(
            source=str(row["source_name"]),
            target=str(row["target_name"]),
            both=row["relation_id"] in both,
            quad=str(row["quad"]),
            standing=str(row["standing"]),
            trigger=_one_line(row["trigger"]),
            claimed_by=holders(row["attributed_to_name"], row["attributed_to"]),
            denied_by=holders(row["denied_by_name"], row["denied_by"]),
            condition=_text_or_none(row["condition"]),
            at=self._at(str(row["relation_id"]), row, row["sentence_text"]),
            marking=_marking(row),
        )

    def claim(self, row: Row) -> Claim:
        return Claim(
            words=_one_line(row["claim"]),
            who_says=holders(row["who_says"]),
            who_denies=str(holders(row["who_denies"])),
            at=self._at(str(row["fact_id"]), row, row["sentence_text"]),
        )


def _voices(speaks: pd.DataFrame, limit: int) -> tuple[Voice, ...]:
    return tuple(
        Voice(
            name=str(row["name"]),
            country=country_name(row["country"]) if cell_value(row["country"]) else None,
            quotations=int(row["quotes"]),
            verbatim_words=int(row["verbatim_words"]),
        )
        for row in records(speaks.head(limit))
    )


def _one_line(text: object) -> str:
    return " ".join(str(cell_value(text) or "").split())


def _marking(row: Row) -> str:
    """Return the marking that a fact has of its own, "" for none."""
    own = cell_value(row.get("own_marking"))
    return highest([str(own)]) if own else ""


def _text_or_none(value: object) -> str | None:
    return _one_line(value) or None
