"""What a brief holds: plain frozen values in plain words, each with the way back to its words.

Whoever writes a file or draws a slide needs nothing else: no query, no table, no Doc. Article's
words are in `words`, `sentence` and `pieces`; everything else is the program's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

import pandas as pd

from briefing.brief.kept import Kept
from briefing.brief.scope import NO_FILTER
from briefing.library.queries import Figures
from briefing.wording.ahead import Nearness, Outlook
from briefing.wording.checked import Checked
from briefing.wording.signs import NEARNESS
from briefing.wording.sources import Source
from briefing.wording.standing import Held
from briefing.wording.verbatim import Piece

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Reference:
    """Where an item's words stand.

    Attributes:
        fact_id: The fact; the app's Article page opens at it.
        article_id: The article.
        number: The source's number in `Brief.sources`, from 1.
        sentence: The whole sentence as the article has it, on one line; "" where it has none.
    """

    fact_id: str
    article_id: str
    number: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, picked for the bottom line.

    Attributes:
        words: The sentence on one line, without a dateline.
        at: Where it stands.
        told: Of a story among several: when and by whom it is told, "9 July 2024 · 3 outlets: …".
    """

    words: str
    at: Reference
    told: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody says.

    Attributes:
        pieces: The words; a piece is `verbatim` only where it is proved to be the article's,
            beside a quotation mark. `briefing.wording.verbatim.plain` writes them in a line.
        speaker: Name, or the article's words, or "Speaker not named".
        role: As the article writes it; None where it gives none.
        country: Name of the speaker's country, None where none is known or it speaks itself.
        code: Its alpha-3 code.
        kind: Key of `signs.QUOTE_KINDS`, by the words that are proved.
        act: Key of `signs.ACTS`.
        circumstances: Whether the speaker was worked out from a pronoun or a description, its own
            handling marking, about whom, to whom and where, in one line; "" for none.
        citation: Words, speaker, outlet, date, to be pasted.
        at: Where it stands.
        known: Key of `signs.SPEAKER_MARKS`: how it is known who speaks; "" where that was not kept.
        dated: Key of `signs.DATE_MARKS`: how its article's day is known; "" likewise.
    """

    pieces: tuple[Piece, ...]
    speaker: str
    role: str | None
    country: str | None
    code: str | None
    kind: str
    act: str
    circumstances: str
    citation: str
    at: Reference
    known: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What happened or will happen.

    Attributes:
        when: The date in words, as precise as it is known; "no date" for none.
        title: What, in the article's words.
        place: Name of the country where it takes place.
        basis: Key of `signs.EVENT_BASES`: how the date is known.
        working: How a date was worked out, None for a stated one.
        tense: Key of `signs.TENSES`; None of what is told not to come, or is contested.
        hedges: What keeps its date from being certain, each a few words: "may have passed".
        at: Where it stands.
        stands: Who claims or denies it, on what it depends, what became of it: "Claimed by the
            rebels", "Cancelled", and its own handling marking; "" where the article plainly says
            it.
        label: The same in a word or two, beside its date: "Cancelled"; "" where its title says it.
        nearness: Of what comes up, how near it is on the day of making; elsewhere only whether
            what was ahead is past by now.
        ahead_on: Of what comes up, the day of its article: "ahead on 12 March 2026"; "" where the
            heading says it for all.
    """

    when: str
    title: str
    place: str | None
    basis: str
    working: str | None
    tense: str | None
    hedges: tuple[str, ...]
    at: Reference
    stands: str = ""
    label: str = ""
    nearness: Nearness | None = None
    ahead_on: str = ""

    @property
    def past(self) -> bool:
        """Whether it was ahead when its article was written, and is past on the day of making."""
        return self.nearness == "past"

    @property
    def near(self) -> str:
        """How near it is: "this week"; "" where that is not told, or its date is not given."""
        dated = self.nearness is not None and self.nearness != "undated"
        return NEARNESS[str(self.nearness)].word.lower() if dated else ""

    @property
    def outlook(self) -> str:
        """How near it is and ahead of which day: "this week · ahead on 12 March 2026"."""
        return " · ".join(filter(None, (self.near, self.ahead_on)))


@dataclass(frozen=True, slots=True)
class YearlessDate:
    """A day or month whose year no article states: "5 April, year not stated"."""

    when: str
    at: Reference


@dataclass(frozen=True, slots=True)
class Relation:
    """How one party stands to another, as a sentence says it.

    Attributes:
        source: Name of the one.
        target: Name of the other.
        both: Whether the words say it of both; it is listed once then.
        quad: Key of `signs.QUADS`.
        standing: Key of `signs.STANDINGS`.
        trigger: The article's words that say it.
        claimed_by: Who says so, None where the article itself does.
        denied_by: Who denies it.
        condition: On what it depends, in the article's words.
        at: Where it stands.
        marking: Its own handling marking, "" for none.
    """

    source: str
    target: str
    both: bool
    quad: str
    standing: str
    trigger: str
    claimed_by: str | None
    denied_by: str | None
    condition: str | None
    at: Reference
    marking: str = ""

    @property
    def parties(self) -> str:
        """The two: "Peru → Chile"."""
        return f"{self.source} {'↔' if self.both else '→'} {self.target}"

    @property
    def held(self) -> Held:
        """How it stands, for the words that say so."""
        return Held(self.standing, self.claimed_by, self.denied_by, self.condition)

    @property
    def pair(self) -> frozenset[str]:
        """The two, whichever way round."""
        return frozenset((self.source, self.target))


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed and denied.

    Attributes:
        words: The claim, in the article's words.
        who_says: Who claims it; None where the article itself does.
        who_denies: Who denies it.
        at: Where it stands.
    """

    words: str
    who_says: str | None
    who_denies: str
    at: Reference


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, how often, and how many words of it are verbatim."""

    name: str
    country: str | None
    quotations: int
    verbatim_words: int


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """Items of a brief, and how many there are under the filter.

    Attributes:
        items: Those that are listed.
        total: All there are; more than are listed where a brief leaves some out.
        in_excel: Whether there is an Excel file that has all of them; of what is locked none is.
    """

    items: tuple[Item, ...]
    total: int
    in_excel: bool = True


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a hand-out or a set of slides says.

    Attributes:
        title: The article's title, or "Briefing on 3 articles about Peru, of 9".
        scope: The articles, outlet and date, in one line.
        marking: The handling marking, "" for none.
        recipients: For whom alone it is, in the words of staff; "" for none named.
        narrowed: The filter in words, a part a field; empty where nothing narrows.
        made: The day on which it was made, from which what is near and now past is counted.
        program: "Briefing 0.1.0, model en_core_web_sm 3.8.0": what extracted the rows.
        review: "Found by software, not yet checked by staff", or who checked how much.
        figures: The key figures.
        sources: The articles that are cited, by number from 1, with their address.
        articles: How many articles are in view; more than are cited, perhaps.
        bottom_line: The article's own sentences, picked.
        key_quotations: The weightiest quotations, the weightiest first.
        quotations: Quotations in reading order.
        coming_up: What was ahead when its article was written, the nearest first, what is past by
            now behind that, the undated last.
        outlook: From which day that looks, in words.
        timeline: Everything in order of time, the undated last.
        yearless: Days and months without a year, in the order of the year.
        relations: Relations, those of the most spoken-of pairs first.
        claims: What is claimed and denied.
        voices: Who speaks most.
        checked: How many quotations were checked with their articles; every one listed was.
        relation_rows: Rows of `queries.relations_drawn`, for the map.
        event_rows: Rows of `queries.events`, for the drawing of the timeline: of very many those
            that are nearest to the articles' dates.
        dated: How many events have a date, drawn or not.
        article_rows: Rows of `queries.articles` in view.
        texts: The text of each cited article, by its id.
        own: The briefing that it is made for, with the words of its author; None for none.
        chosen: Whether its author chose the facts, in their order.
    """

    title: str
    scope: str
    marking: str
    recipients: str
    narrowed: tuple[str, ...]
    made: date
    program: str
    review: str
    figures: Figures
    sources: tuple[Cited, ...]
    articles: int
    bottom_line: tuple[Sentence, ...]
    key_quotations: tuple[Quotation, ...]
    quotations: Listed[Quotation]
    coming_up: Listed[Occurrence]
    outlook: Outlook
    timeline: Listed[Occurrence]
    yearless: Listed[YearlessDate]
    relations: Listed[Relation]
    claims: Listed[Claim]
    voices: tuple[Voice, ...]
    checked: Checked
    relation_rows: pd.DataFrame
    event_rows: pd.DataFrame
    dated: int
    article_rows: pd.DataFrame
    texts: Mapping[str, str]
    own: Kept | None = None
    chosen: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing matches the filter."""
        return not (
            self.bottom_line
            or self.quotations.total
            or self.timeline.total
            or self.yearless.total
            or self.relations.total
        )

    @property
    def filter_words(self) -> str:
        """The filter in one line: "Countries: Peru · Words: “port”"; what it is without one."""
        return " · ".join(self.narrowed) or NO_FILTER

    @property
    def verified(self) -> str:
        """The line that ends every file: what was checked, and how many times."""
        return self.checked.words


@dataclass(frozen=True, slots=True)
class Cited:
    """A source with its number and, where the article came with one, its address."""

    number: int
    source: Source
    url: str | None
