"""briefing_standing: whether a clause is told as a fact, a claim, a possibility or a denial."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from briefing.extraction.standing.engine import standing_of


@Language.factory("briefing_standing", requires=["token.dep"], assigns=["token._.standing"])
def make_standing(nlp: Language, name: str) -> StandingComponent:
    """Make the component."""
    return StandingComponent()


class StandingComponent:
    """Makes `token._.standing` available; it is worked out when it is asked for."""

    def __init__(self) -> None:
        if not Token.has_extension("standing"):
            Token.set_extension("standing", getter=standing_of)

    def __call__(self, doc: Doc) -> Doc:
        """Leave the Doc as it is."""
        return doc
