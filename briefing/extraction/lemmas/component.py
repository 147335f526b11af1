"""briefing_present and briefing_lemmas: what is a verb, and one lemma a word."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.lemmas.mend import Lemmas
from briefing.extraction.lemmas.present import Present


@Language.factory("briefing_present", assigns=["token.norm"])
def make_present(nlp: Language, name: str) -> PresentComponent:
    """Make the component that runs before the model."""
    return PresentComponent()


class PresentComponent:
    """Lets the model read reporting verbs that it takes for nouns as "says" and the like.

    A packaged model sees a word by its norm, prefix, suffix and shape, so a norm of its own makes
    tagger and parser read "hints" as they read "says". The text stays as it is. A transformer sees
    the text, needs no help and gets none.
    """

    def __init__(self) -> None:
        self._present = Present()

    def __call__(self, doc: Doc) -> Doc:
        """Set the norms."""
        for token, verb in self._present.find(doc):
            token.norm_ = verb
        return doc


@Language.factory("briefing_lemmas", requires=["token.tag", "token.lemma"], assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> LemmasComponent:
    """Make the component that runs first after the model."""
    return LemmasComponent()


class LemmasComponent:
    """Gives each word of a Doc the lemma that the lists of words know it by."""

    def __init__(self) -> None:
        self._lemmas = Lemmas()

    def __call__(self, doc: Doc) -> Doc:
        """Mend the lemmas."""
        for token in doc:
            if token.is_alpha or "-" in token.text:
                lemma = self._lemmas.of(token)
                if lemma != token.lemma_:
                    token.lemma_ = lemma
        return doc
