"""briefing_times: to be filled by its owner."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("briefing_times")
def make_times(nlp: Language, name: str) -> TimesComponent:
    """Make the component."""
    return TimesComponent()


class TimesComponent:
    """Nothing yet."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.times = []
        return doc
