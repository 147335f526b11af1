"""briefing_coreference: whom pronouns, descriptions and short names mean."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.anaphora.people import genders_of
from briefing.extraction.anaphora.pronouns import personal
from briefing.extraction.quotation.page import page_of
from briefing.reference.cues import cue_words
from briefing.reference.genders import Genders, genders


@Language.factory(
    "briefing_coreference",
    requires=["doc._.entities", "doc._.mentions", "token.dep", "token.tag"],
    assigns=["doc._.mentions"],
)
def make_coreference(nlp: Language, name: str) -> CoreferenceComponent:
    """Make the component."""
    return CoreferenceComponent(genders())


class CoreferenceComponent:
    """Adds the mentions that are no names to `doc._.mentions`, in reading order."""

    def __init__(self, words: Genders) -> None:
        self.words = words
        self.verbs = cue_words().verbs

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        mentions = sorted(doc._.mentions or [], key=lambda one: (one.start, one.end))
        page = page_of(doc)
        known = genders_of(doc, mentions, self.words)
        added = personal(doc, mentions, known, page.inside, self.verbs)
        doc._.mentions = sorted(mentions + added, key=lambda one: (one.start, one.end))
        return doc
