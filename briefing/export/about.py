"""What every file says of itself: filter, date, sources, program, review, marking, the count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.brief import Brief, Request
from briefing.brief.content import Cited
from briefing.brief.scope import (
    NO_FILTER,
    about_words,
    filter_words,
    program,
    review_words,
    scope_words,
    technical_words,
    title_words,
)
from briefing.library import Library, queries
from briefing.wording import headings
from briefing.wording.dates import day
from briefing.wording.highest import standing_marking
from briefing.wording.marking import style_of
from briefing.wording.notices import no_match
from briefing.wording.sources import sources
from briefing.wording.words import cell_value


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself.

    Attributes:
        title: The article's title, or "Briefing on 3 articles about Peru, of 9".
        scope: The articles, outlet and date, in one line.
        narrowed: The filter in one line.
        made: The day on which the file was made, ISO.
        program: What extracted the rows.
        review: "Found by software, not yet checked by staff", or who checked how much.
        marking: The handling marking, "" for none.
        recipients: For whom alone it is, in the words of staff; "" for none named.
        verified: What was checked: the line of `wording.checked`.
        sources: The articles, each in a line, with their numbers.
        notes: What else a reader must know: what was left out, that nothing matches.
        own: What the author of the briefing wrote, each with its label.
        author: Who that is, "" for nobody named.
    """

    title: str
    scope: str
    narrowed: str
    made: str
    program: str
    review: str
    marking: str
    recipients: str
    verified: str
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    author: str = ""

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Everything as pairs of a word and what it is, in order; what is empty is left out."""
        single = (
            (headings.MARKING, self.marking),
            (headings.RECIPIENTS, self.recipients),
            (headings.TITLE, self.title),
            *self.own,
            (headings.COVERS, self.scope),
            (headings.FILTER, self.narrowed),
            (headings.MADE_ON, day(self.made)),
            (headings.REVIEW, self.review),
            *(("Note", note) for note in self.notes),
            *(("Source", source) for source in self.sources),
            (headings.CHECKED, self.verified),
            (headings.TECHNICAL, technical_words(self.program)),
            (headings.MARKING, self.marking),
        )
        return tuple((word, value) for word, value in single if value)

    @property
    def text(self) -> str:
        """Everything as plain text, a line each."""
        return "".join(f"{word}: {value}\n" for word, value in self.rows)


def about(brief: Brief, *notes: str) -> About:
    """Say of a brief what every file says of itself.

    Args:
        brief: The brief.
        *notes: What a reader of this file must know besides.
    """
    nothing = (no_match(brief.filter_words),) if brief.empty else ()
    return About(
        title=brief.title,
        scope=brief.scope,
        narrowed=brief.filter_words,
        made=brief.made.isoformat(),
        program=brief.program,
        review=brief.review,
        marking=_spelt(brief.marking),
        recipients=brief.recipients,
        verified=brief.verified,
        sources=tuple(source_lines(brief.sources)),
        notes=(*nothing, *filter(None, notes)),
        own=tuple(brief.own.lines) if brief.own else (),
        author=brief.own.author if brief.own else "",
    )


def source_lines(sources: Iterable[Cited]) -> Iterable[str]:
    """Say each source in a line: "1. Port talks · The Echo · 3 May 2020, stated · address"."""
    for cited in sources:
        parts = [f"{cited.number}. {cited.source.name}", cited.source.listed]
        yield " · ".join([*parts, cited.url] if cited.url else parts)


def about_rows(
    library: Library, request: Request, *, verified: str, nothing: bool, notes: Iterable[str] = ()
) -> About:
    """Say the same of a file of rows, which needs no brief.

    Args:
        library: The library.
        request: The filter, the day and the marking.
        verified: What was checked, in words.
        nothing: Whether no row is left by the filter.
        notes: What a reader of this file must know besides.
    """
    flt, own = request.flt, request.kept
    in_view = queries.in_view(library, flt)
    scope = queries.scope(library, flt)
    named = sources(in_view)
    addresses = dict(zip(in_view["article_id"], in_view["url"], strict=True))
    narrowed = " · ".join(filter_words(library, flt, scope.undated)) or NO_FILTER
    cited = [
        Cited(number, source, cell_value(addresses[key]))
        for number, (key, source) in enumerate(named.items(), start=1)
    ]
    return About(
        title=(own.title if own else "") or title_words(named, about_words(library, flt), scope.of),
        scope=scope_words(in_view, named, scope.of),
        narrowed=narrowed,
        made=request.made.isoformat(),
        program=program(in_view),
        review=review_words(queries.reviewed(library, flt)),
        marking=_spelt(
            standing_marking(request.handling, queries.marking_of_view(library, flt, whole=True))
        ),
        recipients=" ".join(request.recipients.split()),
        verified=verified,
        sources=tuple(source_lines(cited)),
        notes=(*((no_match(narrowed),) if nothing else ()), *notes),
        own=tuple(own.lines) if own else (),
        author=own.author if own else "",
    )


def _spelt(marking: str) -> str:
    """Return a marking as its standard spells it."""
    style = style_of(marking)
    return style.text if style else ""
