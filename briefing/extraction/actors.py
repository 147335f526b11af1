"""briefing_actors: to be filled by its owner."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_actors")
def make_actors(nlp: Language, name: str) -> ActorsComponent:
    """Make the component."""
    return ActorsComponent()


class ActorsComponent:
    """Nothing yet."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.entities = {}
        doc._.mentions = []
        return doc
