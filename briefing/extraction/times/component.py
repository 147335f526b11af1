"""briefing_times: every time expression, its value, the article's own date, occasions."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.times.fill import read_times


@Language.factory(
    "briefing_times",
    requires=["token.dep", "token.tag", "doc._.published"],
    assigns=["doc._.times", "doc._.published", "doc._.mentions", "doc._.entities"],
)
def make_times(nlp: Language, name: str) -> TimesComponent:
    """Make the component."""
    return TimesComponent()


class TimesComponent:
    """Writes `doc._.times`, the occasions, and `doc._.published` where none was given."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the times of one Doc."""
        return read_times(doc)
