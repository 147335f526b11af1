"""briefing_coreference: whom pronouns and descriptions mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.coreference.bodies import impersonal
from briefing.extraction.coreference.delegates import delegates
from briefing.extraction.coreference.described import Described
from briefing.extraction.coreference.people import genders_of
from briefing.extraction.coreference.pronouns import personal
from briefing.extraction.facts import Antecedent, Entity, Mention
from briefing.extraction.quotes.page import page_of
from briefing.reference.descriptions import descriptions
from briefing.reference.genders import genders
from briefing.reference.reporting import quoting
from briefing.reference.speakers import speaker_nouns


@Language.factory(
    "briefing_coreference",
    requires=["doc._.entities", "doc._.mentions", "token.dep", "token.tag"],
    assigns=["doc._.mentions"],
)
def make_coreference(nlp: Language, name: str) -> CoreferenceComponent:
    """Make the component."""
    return CoreferenceComponent()


class CoreferenceComponent:
    """Adds the mentions that are no names to `doc._.mentions`, in reading order."""

    def __init__(self) -> None:
        self.genders = genders()
        self.words = quoting()
        self.nouns = speaker_nouns()
        self.descriptions = descriptions()

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        named = _ordered(_explained(one) for one in doc._.mentions or [])
        entities: dict[str, Entity] = doc._.entities or {}
        known = genders_of(doc, named, self.genders)
        described = Described(doc, named, entities, known)
        described.offices.ministers()
        named = _ordered([*named, *described.find(self.descriptions, self.nouns, self.genders)])
        verbs, inside = self.words.verbs, page_of(doc, self.words).inside
        sent_by = delegates(doc, named, entities, described.nations)
        added = personal(doc, named, known, inside, verbs, self.genders.nouns, sent_by)
        empty_it = self.descriptions.empty_it
        added += impersonal(doc, named, entities, verbs, empty_it, described.nations)
        doc._.mentions = _ordered([*named, *added])
        return doc


def _explained(mention: Mention) -> Mention:
    """Say of words such as "the two Koreas", which name by themselves, that they do."""
    if mention.form != "description":
        return mention
    why = Antecedent(mention.start, mention.end, "These words always mean the same.")
    return replace(mention, antecedent=why)


def _ordered(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda one: (one.start, one.end))
