"""briefing_clauses: clauses hang on the happening or thing that they can only tell of."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.clauses.relatives import RULES
from briefing.extraction.rules import first


@Language.factory(
    "briefing_clauses", requires=["token.dep", "token.lemma"], assigns=["token.head", "token.dep"]
)
def make_clauses(nlp: Language, name: str) -> ClausesComponent:
    """Make the component that runs after the lemmas."""
    return ClausesComponent()


class ClausesComponent:
    """Hangs relative clauses on the noun that they tell of."""

    def __call__(self, doc: Doc) -> Doc:
        """Mend the heads."""
        for token in doc:
            if token.dep_ in ("relcl", "advcl"):
                noun = first(RULES, token)
                if noun is not None:
                    token.head = noun
                    token.dep_ = "relcl" if token.dep_ == "relcl" else "acl"
        return doc
