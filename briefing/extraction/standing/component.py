"""briefing_standing: whether something is told as a fact, a claim, a possibility or a denial."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.standing.reactions import reactions_in


@Language.factory(
    "briefing_standing",
    requires=["token.dep", "doc._.mentions", "doc._.quotes"],
    assigns=["doc._.reactions"],
)
def make_standing(nlp: Language, name: str) -> StandingComponent:
    """Make the component."""
    return StandingComponent()


class StandingComponent:
    """Writes `doc._.reactions`: what later words deny; `engine.standing_of` reads them."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the reactions of one Doc."""
        doc._.reactions = reactions_in(doc)
        return doc
