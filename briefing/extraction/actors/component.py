"""briefing_actors: who and what is in the text, where, and whose country."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.actors.gather import gather


@Language.factory("briefing_actors", assigns=["doc._.entities", "doc._.mentions"])
def make_actors(nlp: Language, name: str) -> ActorsComponent:
    """Make the component."""
    return ActorsComponent()


class ActorsComponent:
    """Fills `doc._.entities` and `doc._.mentions`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the Doc; see `gather`."""
        doc._.entities, doc._.mentions = gather(doc)
        return doc
