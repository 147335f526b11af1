"""briefing_quotes: to be filled by its owner."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_quotes")
def make_quotes(nlp: Language, name: str) -> QuotesComponent:
    """Make the component."""
    return QuotesComponent()


class QuotesComponent:
    """Nothing yet."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.quotes = []
        return doc
