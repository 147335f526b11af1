"""briefing_coreference: to be filled by its owner."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_coreference")
def make_coreference(nlp: Language, name: str) -> CoreferenceComponent:
    """Make the component."""
    return CoreferenceComponent()


class CoreferenceComponent:
    """Nothing yet."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        return doc
