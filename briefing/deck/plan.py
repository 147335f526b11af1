"""What a presenter decides before the meeting: order, what is hidden, own lines, the marking."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What the presenter decided about one slide.

    Attributes:
        key: The slide's key; one that begins with "own:" is the presenter's own slide.
        shown: Whether it is shown.
        heading: Heading of an own slide; "" for the others.
        own: Lines that the presenter adds, shown as theirs.
        notes: What the presenter means to say, a paragraph each; in the presenter's view and in
            the notes of PowerPoint, never on the slide.
    """

    key: str
    shown: bool = True
    heading: str = ""
    own: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A presenter's decisions, in the order of the slides.

    Slides that a plan does not name stand after the one that they usually follow; choices for
    slides that are no longer there are passed over.

    Attributes:
        choices: The decisions.
        full: Whether every slide is shown that there is; else the few that say most.
    """

    choices: tuple[Choice, ...] = ()
    full: bool = False
