"""briefing_present and briefing_lemmas: what is a verb, and one lemma a word."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.extraction.lemmas.gerunds import is_noun
from briefing.extraction.lemmas.mend import Lemmas
from briefing.extraction.lemmas.present import Present

_SEES_NORMS = "tok2vec"
"""The part of a packaged model that turns words into what its tagger and parser see."""


@Language.factory("briefing_present", requires=["token.tag"], assigns=["token.norm", "token.tag"])
def make_present(nlp: Language, name: str) -> PresentComponent:
    """Make the component that runs between the tagger and the parser."""
    return PresentComponent(nlp)


class PresentComponent:
    """Has the model read again what must be a reporting verb and was tagged as a noun.

    A packaged model sees a word by its norm, prefix, suffix and shape, so with the norm "says" its
    tagger and parser read "hints" as they read "says". The text stays as it is. A transformer sees
    the text, needs no help and gets none.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._present = Present()

    def __call__(self, doc: Doc) -> Doc:
        """Tag the Doc again where such a word is found."""
        if not doc.has_annotation("TAG") or not self._nlp.has_pipe(_SEES_NORMS):
            return doc
        found = list(self._present.find(doc))
        lost = [(token, verb) for token, verb in found if token.tag_ != _tag_of(verb)]
        if not lost:
            return doc
        for token, verb in lost:
            token.norm_ = verb
        for token in doc:
            token.tag = 0  # a tagger leaves tags that are there
        for name in (_SEES_NORMS, "tagger"):
            doc = self._nlp.get_pipe(name)(doc)
        return doc


def _tag_of(verb: str) -> str:
    return "VBZ" if verb.endswith("s") else "VBP"


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
            if is_noun(token):
                token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
            if token.is_alpha or "-" in token.text:
                lemma = self._lemmas.of(token)
                if lemma != token.lemma_:
                    token.lemma_ = lemma
        return doc
