"""briefing_events: to be filled by its owner."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_events")
def make_events(nlp: Language, name: str) -> EventsComponent:
    """Make the component."""
    return EventsComponent()


class EventsComponent:
    """Nothing yet."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.events = []
        return doc
