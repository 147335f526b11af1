"""The lemma of a word: of known verbs by their forms, of nouns by number, in British spelling."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from briefing.reference.event_words import event_words
from briefing.reference.forms import forms_of, lemmas_by_form
from briefing.reference.reporting import reporting
from briefing.reference.spelling import british, spellings
from briefing.reference.verbs import verbs

_NO_FORMS: dict[str, str] = {}


@cache
def known_verbs() -> frozenset[str]:
    """Return the verbs of all lists, in British spelling."""
    words = [*reporting().verbs, *event_words().verbs, *event_words().stative, *event_words().light]
    for table in (verbs().entries, verbs().operators):
        words += [lemma for part, lemma in table if part == "verb"]
    return frozenset(british(word.split()[0]) for word in words)


class Lemmas:
    """Knows the forms of the verbs of all lists."""

    def __init__(self) -> None:
        spelled = [one for lemma in sorted(known_verbs()) for one in spellings(lemma)]
        self._by_form = lemmas_by_form(spelled)
        self._forms = {lemma: {*forms_of(lemma).inflected, lemma} for lemma in spelled}

    def of(self, token: Token) -> str:
        """Return the lemma of a word.

        The model's own, but where a known verb has the form and the model's lemma has not ("hopes"
        is of "hope", not "hop"), where a noun in the singular was cut ("census" is no "censu"), and
        where the spelling is American.
        """
        given = token.lemma_.lower()
        lemma = given
        verb = self._by_form.get(token.tag_, _NO_FORMS).get(token.lower_)
        if verb is None and given == token.lower_ and token.pos_ == "VERB":
            verb = self._by_form["VBD"].get(given)  # "forgave" may be tagged as a base form
        if verb is not None and token.lower_ not in self._forms.get(given, ()):
            lemma = verb
        elif token.tag_ == "NN":
            lemma = token.lower_
        lemma = british(lemma, name=token.pos_ == "PROPN")
        return lemma if lemma != given else str(token.lemma_)
