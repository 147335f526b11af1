"""briefing_events: what happened, is going on or will happen, and when."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.events.finding import events_in


@Language.factory(
    "briefing_events",
    requires=["token.dep", "doc._.times", "doc._.mentions", "doc._.published"],
    assigns=["doc._.events"],
)
def make_events(nlp: Language, name: str) -> EventsComponent:
    """Make the component."""
    return EventsComponent()


class EventsComponent:
    """Writes `doc._.events`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of one Doc."""
        doc._.events = events_in(doc)
        return doc
