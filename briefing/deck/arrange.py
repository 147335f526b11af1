"""Arranges the slides of a brief as a presenter has planned them, and fits them to the stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.brief import Brief
from briefing.deck.build import further_slides, numbers_on, sources, usual_slides
from briefing.deck.fit import fit
from briefing.deck.plan import Choice, Plan
from briefing.deck.slide import ListBody, Slide

OWN = "own:"
"""Keys of the presenter's own slides begin so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: one slide with all its parts, shown or hidden.

    Attributes:
        choice: What the presenter decided about it.
        slides: Its parts, fitted; one or more.
        usual: Whether it is there without a plan.
    """

    choice: Choice
    slides: tuple[Slide, ...]
    usual: bool

    @property
    def key(self) -> str:
        """The slide's key."""
        return self.choice.key


@dataclass(frozen=True, slots=True)
class Outline:
    """All slides of a brief under a plan.

    Attributes:
        entries: The slides in order, hidden ones too.
        offered: Slides that may be added.
        gone: How many planned slides are no longer there, because of the library or the filter.
    """

    entries: tuple[Entry, ...]
    offered: tuple[Slide, ...]
    gone: int

    @property
    def slides(self) -> tuple[Slide, ...]:
        """The slides that are shown, in order, each of their parts."""
        return tuple(part for each in self.entries if each.choice.shown for part in each.slides)

    @property
    def plan(self) -> Plan:
        """The plan that names every slide of the outline."""
        return Plan(tuple(entry.choice for entry in self.entries))


def outline(brief: Brief, plan: Plan | None = None) -> Outline:
    """Arrange the slides of a brief.

    Args:
        brief: The brief.
        plan: The presenter's decisions; all slides in the usual order when None.
    """
    made = {slide.key: slide for slide in usual_slides(brief)}
    known = frozenset(made)
    more = {slide.key: slide for slide in further_slides(brief) if slide.key not in known}
    planned: list[tuple[Choice, Slide, bool]] = []
    gone = 0
    for choice in _once(plan or Plan()):
        slide = made.pop(choice.key, None) or more.pop(choice.key, None) or _own(choice)
        if slide is None:
            gone += 1
        else:
            planned.append((choice, slide, choice.key in known))
    planned += [(Choice(slide.key), slide, True) for slide in made.values()]
    cited = numbers_on(slide for choice, slide, _ in planned if choice.shown)
    entries = [
        _entry(sources(brief, cited) if slide.kind == "sources" else slide, choice, usual=is_usual)
        for choice, slide, is_usual in planned
    ]
    return Outline(tuple(entries), tuple(more.values()), gone)


def slides(brief: Brief, plan: Plan | None = None) -> tuple[Slide, ...]:
    """Make the slides of a brief that the plan shows, in its order, fitted to the stage.

    Args:
        brief: The brief.
        plan: The presenter's decisions; all slides in the usual order when None.
    """
    return outline(brief, plan).slides


def _once(plan: Plan) -> Iterator[Choice]:
    yield from {choice.key: choice for choice in plan.choices}.values()


def _entry(slide: Slide, choice: Choice, *, usual: bool) -> Entry:
    own = tuple(filter(None, (" ".join(line.split()) for line in choice.own)))
    return Entry(choice, fit(replace(slide, own=own) if own else slide), usual)


def _own(choice: Choice) -> Slide | None:
    """Make the presenter's own slide, None where a slide that was planned is no longer there."""
    if not choice.key.startswith(OWN):
        return None
    return Slide(choice.key, "own", " ".join(choice.heading.split()) or "Untitled", ListBody(()))
