"""briefing_relations: to be filled by its owner."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_relations")
def make_relations(nlp: Language, name: str) -> RelationsComponent:
    """Make the component."""
    return RelationsComponent()


class RelationsComponent:
    """Nothing yet."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.relations = []
        return doc
