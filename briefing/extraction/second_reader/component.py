"""briefing_second_reader: a trained reader's opinion of the relations, and what it adds."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.events.certainty import weighed
from briefing.extraction.relations.agree import agreed
from briefing.extraction.second_reader.judge import judged


@Language.factory(
    "briefing_second_reader",
    requires=["token.dep", "doc._.relations"],
    assigns=["doc._.relations", "doc._.events"],
)
def make_second_reader(nlp: Language, name: str) -> SecondReaderComponent:
    """Make the component."""
    return SecondReaderComponent()


class SecondReaderComponent:
    """Weighs `doc._.relations` and adds to them; events keep one standing with them.

    How sure an event is depends on both, so it is said here too.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        events, doc._.relations = agreed(doc, doc._.events, judged(doc, doc._.relations))
        doc._.events = weighed(doc, events, doc._.relations)
        return doc
