"""briefing_quotes: who said what."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.quotes.first_person import first_person, who_speaks
from briefing.extraction.quotes.turns import quotes_in
from briefing.reference.reporting import Reporting, quoting
from briefing.reference.speakers import speaker_nouns
from briefing.reference.venues import venues


@Language.factory(
    "briefing_quotes",
    requires=["doc.ents", "token.dep", "token.tag", "token.lemma"],
    assigns=["doc._.quotes", "doc._.mentions"],
)
def make_quotes(nlp: Language, name: str) -> QuotesComponent:
    """Make the component."""
    return QuotesComponent(quoting())


class QuotesComponent:
    """Reads a Doc's quotations into `doc._.quotes`, their "I" and "who" into `doc._.mentions`."""

    def __init__(self, words: Reporting) -> None:
        self.words = words
        self.nouns = speaker_nouns()
        self.places = venues()

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        doc._.quotes = quotes_in(doc, self.words, self.nouns, self.places)
        spoken = [*first_person(doc, doc._.quotes), *who_speaks(doc, doc._.quotes)]
        doc._.mentions = sorted([*doc._.mentions, *spoken], key=lambda it: (it.start, it.end))
        return doc
