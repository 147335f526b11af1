"""Arranges the slides of a brief as a presenter has planned them, and fits them to the stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        full: Whether every slide is there, as the plan says.
    """

    entries: tuple[Entry, ...]
    offered: tuple[Slide, ...]
    gone: int
    full: bool = False

    @property
    def slides(self) -> tuple[Slide, ...]:
        """The slides that are shown, in order, each of their parts."""
        return tuple(part for each in self.entries if each.choice.shown for part in each.slides)

    @property
    def plan(self) -> Plan:
        """The plan that names every slide of the outline."""
        return Plan(tuple(entry.choice for entry in self.entries), self.full)


def outline(brief: Brief, plan: Plan | None = None) -> Outline:
    """Arrange the slides of a brief.

    Args:
        brief: The brief.
        plan: The presenter's decisions; all slides in the usual order when None.
    """
    plan = plan or Plan()
    made = {slide.key: slide for slide in usual_slides(brief, full=plan.full)}
    more = {slide.key: slide for slide in further_slides(brief) if slide.key not in made}
    planned: list[tuple[Choice, Slide, bool]] = []
    gone = 0
    for choice in _once(plan):
        slide = made.get(choice.key) or more.pop(choice.key, None) or _own(choice)
        if slide is None:
            gone += 1
        else:
            planned.append((choice, slide, choice.key in made))
    _put_in(planned, made)
    cited = numbers_on(slide for choice, slide, _ in planned if choice.shown)
    entries = [
        _entry(sources(brief, cited) if slide.kind == "sources" else slide, choice, usual=is_usual)
        for choice, slide, is_usual in planned
    ]
    return Outline(tuple(entries), tuple(more.values()), gone, plan.full)


def slides(brief: Brief, plan: Plan | None = None) -> tuple[Slide, ...]:
    """Make the slides of a brief that the plan shows, in its order, fitted to the stage.

    Args:
        brief: The brief.
        plan: The presenter's decisions; all slides in the usual order when None.
    """
    return outline(brief, plan).slides


def _put_in(planned: list[tuple[Choice, Slide, bool]], made: Mapping[str, Slide]) -> None:
    """Put the usual slides that no choice names after the ones that they usually follow."""
    keys = list(made)
    begun = bool(planned)
    for at, key in enumerate(keys):
        places = {choice.key: place for place, (choice, _, _) in enumerate(planned)}
        if key in places:
            continue
        before = [places[each] for each in keys[:at] if each in places]
        after = [places[each] for each in keys[at + 1 :] if each in places]
        place = before[-1] + 1 if before else after[0] if after and begun else len(planned)
        planned.insert(place, (Choice(key), made[key], True))


def _once(plan: Plan) -> Iterator[Choice]:
    yield from {choice.key: choice for choice in plan.choices}.values()


def _entry(slide: Slide, choice: Choice, *, usual: bool) -> Entry:
    added = filter(None, (" ".join(line.split()) for line in choice.own))
    written = replace(slide, own=(*slide.own, *added), notes=(*slide.notes, *choice.notes))
    return Entry(choice, fit(written), usual)


def _own(choice: Choice) -> Slide | None:
    """Make the presenter's own slide, None where a slide that was planned is no longer there."""
    if not choice.key.startswith(OWN):
        return None
    return Slide(choice.key, "own", " ".join(choice.heading.split()) or "Untitled", ListBody(()))
