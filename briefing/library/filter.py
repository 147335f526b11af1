"""The one filter that every page obeys."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """What the pages show; an empty field does not narrow.

    Fields narrow together (and); the values inside one field widen (or).

    Attributes:
        countries: Alpha-3 codes; a fact passes when one of them takes part in it (involvements).
        speakers: Entity ids; quotations pass by their speaker, other facts when the speaker
            takes part in them, claims or denies them.
        articles: Article ids; empty means every article that the library shows.
        tags: Tags as the library spells them; articles pass that have one of them.
        earliest: ISO date; facts that are dated, or whose article is dated, before it are out.
        latest: ISO date, likewise.
        words: Words that the fact's sentence must hold, all of them, in any order; `sanc*` is every
            word that begins so.
        dated_only: Whether a period leaves out the articles without any date, which pass it else.
        checked_only: Whether only quotations, events and relations pass that somebody checked,
            and what stands in a sentence with one.
        no_days: What was asked for as a bound of the period and is no date, such as 2024-13-01;
            nothing passes then.
        facts: Ids of quotations, events and relations, those that somebody chose for a briefing;
            no others pass, and a name or a time passes beside one of them. In no address.
        ceiling: A handling marking; articles pass that are known to be marked no higher, or not
            at all. Files alone are asked for with one.
    """

    countries: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    words: str = ""
    dated_only: bool = False
    checked_only: bool = False
    no_days: tuple[str, ...] = ()
    ceiling: str = ""
    facts: tuple[str, ...] = ()

    @property
    def of_period(self) -> bool:
        """Whether it narrows to a period."""
        return bool(self.earliest or self.latest)

    @property
    def of_articles(self) -> bool:
        """Whether it chooses among the articles by what they are, not by their facts."""
        return bool(self.articles or self.tags or self.ceiling)
