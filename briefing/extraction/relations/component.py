"""briefing_relations: how countries stand to each other, as the sentences say it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.relations.agree import agreed
from briefing.extraction.relations.find import relations_in


@Language.factory(
    "briefing_relations",
    requires=["token.dep", "doc._.events"],
    assigns=["doc._.relations", "doc._.events", "doc._.set_aside"],
)
def make_relations(nlp: Language, name: str) -> RelationsComponent:
    """Make the component."""
    return RelationsComponent()


class RelationsComponent:
    """Fills `doc._.relations` and `doc._.set_aside`.

    What the same words tell has one standing there and in events.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.set_aside = set()
        doc._.events, doc._.relations = agreed(doc, doc._.events, relations_in(doc))
        return doc
