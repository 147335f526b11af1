"""briefing_standing: to be filled by its owner."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from briefing.extraction.facts import Standing


@Language.factory("briefing_standing")
def make_standing(nlp: Language, name: str) -> StandingComponent:
    """Make the component."""
    return StandingComponent()


class StandingComponent:
    """Nothing yet."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc."""
        return doc


def standing_of(token: Token) -> Standing:
    """Return the standing of the clause or noun that `token` heads."""
    return Standing()
