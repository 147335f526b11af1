"""briefing_relations: how countries stand to each other, as the sentences say it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.relations.find import relations_in


@Language.factory("briefing_relations", requires=["token.dep"], assigns=["doc._.relations"])
def make_relations(nlp: Language, name: str) -> RelationsComponent:
    """Make the component."""
    return RelationsComponent()


class RelationsComponent:
    """Fills `doc._.relations`; needs `doc._.entities` and `doc._.mentions`."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.relations = relations_in(doc)
        return doc
