"""briefing_times: every time expression, its value, and the article's own date."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.times.reading import readings_of, times_of


@Language.factory("briefing_times", assigns=["doc._.times", "doc._.published"])
def make_times(nlp: Language, name: str) -> TimesComponent:
    """Make the component."""
    return TimesComponent()


class TimesComponent:
    """Writes `doc._.times` and, where none was given, `doc._.published`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the times of one Doc."""
        doc._.times = times_of(doc, readings_of(doc), doc._.published)
        return doc
