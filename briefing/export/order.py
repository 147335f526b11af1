"""What a file is asked for, and what of it may go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefing.brief import Brief, Request
from briefing.brief.handling import check_ceiling
from briefing.brief.kept import without_speakers
from briefing.deck import Plan, Slide
from briefing.deck.show import Drawing, MapLook
from briefing.errors import ExportError
from briefing.export.options import Options
from briefing.library import Filter, Library
from briefing.library.chatham.hidden import hidden_in
from briefing.settings import settings


@dataclass(frozen=True, slots=True)
class Order:
    """What a file is asked for.

    Attributes:
        request: The filter, the day, the marking and how much is listed.
        options: Paper, form, and the meeting's own words.
        plan: The order of slides, for PowerPoint; the usual one when None.
        slides: The slides of a locked deck, for PowerPoint; made of the plan when None.
        drawings: Its drawings; made of the rows when None.
        look: How the map is set, for PowerPoint.
        frozen: What a locked briefing says, for documents and slides; made of the rows when None.
    """

    request: Request = field(default_factory=Request)
    options: Options = field(default_factory=Options)
    plan: Plan | None = None
    slides: tuple[Slide, ...] | None = None
    drawings: Mapping[str, Drawing] | None = None
    look: MapLook | None = None
    frozen: Brief | None = field(default=None, compare=False)

    @property
    def is_locked(self) -> bool:
        """Whether it is of what was locked, which goes out as it was then."""
        return self.slides is not None or self.frozen is not None


def as_allowed(library: Library, order: Order) -> Order:
    """Return an order as it may go out.

    Nobody who is under the Chatham House Rule is named, facts that nobody checked are left out
    where the setting checked_only says so, and what is above the ceiling stays.

    Raises:
        ExportError: What is locked cannot be kept to that.
    """
    order = _only_checked(_without_speakers(library, order))
    if order.request.flt.ceiling and order.is_locked:
        raise ExportError(
            "What is locked goes out as it was locked; unlock it to leave articles out."
        )
    check_ceiling(library, order.request)
    return order


def _only_checked(order: Order) -> Order:
    if not settings().checked_only:
        return order
    if order.is_locked:
        raise ExportError(f"Here the setting checked_only holds. {LOCKED_HAS_OTHERS}")
    flt = replace(order.request.flt, checked_only=True)
    return replace(order, request=replace(order.request, flt=flt))


def _without_speakers(library: Library, order: Order) -> Order:
    """Return an order that names nobody who is under the Chatham House Rule.

    What was typed for a file has “a participant”; a filter by the name finds nothing, as on a page.
    """
    told = hidden_in(library)
    if not told:
        return order
    request, flt = order.request, order.request.flt
    named = [told.are_in(" ".join(flt.words.split())), *map(told.are_in, flt.speakers)]
    if any(named):
        others = tuple(one for one in flt.speakers if not told.are_in(one))
        words = "" if named[0] else flt.words
        flt = replace(flt, words=words, speakers=(*others, _NOBODY))
    kept = request.kept and without_speakers(request.kept, told)
    request = replace(told.out_of(replace(request, flt=Filter(), kept=None)), flt=flt, kept=kept)
    options, plan = told.out_of(order.options), told.out_of(order.plan)
    return replace(order, request=request, options=options, plan=plan)


LOCKED_HAS_OTHERS = (
    "Only checked facts go out, and what is locked may have others; unlock it first."
)

_NOBODY = "person:nobody"
"""A speaker whom no library has: nothing passes."""
