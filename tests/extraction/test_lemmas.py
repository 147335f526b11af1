"""One lemma a word, and reporting verbs that the model would take for nouns."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from spacy.tokens import Doc, Token

from briefing.article import Article
from briefing.extraction.lemmas.lookup import reporting_word
from briefing.extraction.pipeline import make_doc, pipeline
from briefing.reference.forms import forms_of
from briefing.reference.reporting import reporting
from briefing.reference.spelling import spellings
from tests.conftest import ReadText
from tests.extraction.lemmas_table import (
    BESIDE_MARKS,
    LEMMAS,
    NOUN_SENTENCES,
    NOUNS,
    PAST,
    PHRASES,
    PRESENT,
    PRESENT_PLURAL,
)

THINKING = ("believe", "fear", "doubt", "hope", "guess", "suspect", "assume", "reckon", "worry")
PAST_UNREAD = ("forecast", "decree")
"""The model takes "forecast" after a singular for a noun, and "decreed" for an adjective."""


def _verbs(*frames: str) -> list[str]:
    """Return the verbs of one word with a frame."""
    return [
        lemma
        for lemma, word in reporting().verbs.items()
        if " " not in lemma and word.frames & {*frames}
    ]


def _read(texts: Iterable[str]) -> list[Doc]:
    nlp = pipeline()
    ours = [name for name in nlp.pipe_names if name.startswith("briefing_")]
    early = ("briefing_paragraphs", "briefing_present", "briefing_lemmas")
    with nlp.select_pipes(disable=["ner", *(name for name in ours if name not in early)]):
        return list(nlp.pipe(make_doc(nlp, Article(text=text)) for text in texts))


def _word(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def _wrong(lemmas: list[str], sentence: str, tag: str, *, clause: bool) -> list[str]:
    """Return the verbs whose form is not read as one of that lemma, with its clause."""
    place = {"VBP": "base", "VBZ": "third", "VBD": "past"}[tag]
    pairs = [(lemma, spelled) for lemma in lemmas for spelled in spellings(lemma)]
    forms = []
    for _, spelled in pairs:
        every = forms_of(spelled)
        forms.append({"base": spelled, "third": every.third, "past": every.past[0]}[place])
    wrong = []
    docs = _read(sentence.format(form) for form in forms)
    for (lemma, _), form, doc in zip(pairs, forms, docs, strict=True):
        token = _word(doc, form)
        governs = any(child.dep_ == "ccomp" for child in token.children)
        if token.pos_ != "VERB" or token.lemma_ != lemma or (clause and not governs):
            wrong.append(form)
    return wrong


@pytest.mark.parametrize("sentence", PRESENT)
def test_lemmas_present_of_every_reporting_verb(sentence: str) -> None:
    lemmas = [*_verbs("that"), *THINKING]
    assert _wrong(lemmas, sentence, "VBZ", clause=False) == []
    # The parser hangs the clause of a few rare verbs elsewhere.
    assert len(_wrong(lemmas, sentence, "VBZ", clause=True)) <= 0.05 * len(lemmas)


@pytest.mark.parametrize("sentence", PRESENT_PLURAL)
def test_lemmas_plural_of_every_reporting_verb(sentence: str) -> None:
    assert _wrong(_verbs("that"), sentence, "VBP", clause=True) == []


@pytest.mark.parametrize("sentence", BESIDE_MARKS)
def test_lemmas_present_beside_marked_words(sentence: str) -> None:
    assert _wrong(_verbs("quote"), sentence, "VBZ", clause=False) == []


@pytest.mark.parametrize("sentence", PAST)
def test_lemmas_past_of_every_reporting_verb(sentence: str) -> None:
    lemmas = [lemma for lemma in _verbs("that") if lemma not in PAST_UNREAD]
    assert _wrong(lemmas, sentence, "VBD", clause=False) == []


@pytest.mark.parametrize("sentence", NOUN_SENTENCES)
def test_lemmas_true_nouns_stay_as_the_model_reads_them(sentence: str) -> None:
    nlp, nouns = pipeline(), NOUNS.split()
    docs = _read(sentence.format(noun) for noun in nouns)
    with nlp.select_pipes(enable=["tok2vec", "tagger", "attribute_ruler"]):
        plain = [nlp(sentence.format(noun)) for noun in nouns]
    changed = [
        noun
        for noun, doc, alone in zip(nouns, docs, plain, strict=True)
        if _word(doc, noun).tag_ != _word(alone, noun).tag_
    ]
    assert changed == []


@pytest.mark.parametrize(("text", "form", "lemma"), LEMMAS)
def test_lemmas_of_words(read_text: ReadText, text: str, form: str, lemma: str) -> None:
    assert _word(read_text(text), form).lemma_ == lemma


@pytest.mark.parametrize(("text", "form", "expected"), PHRASES)
def test_lemmas_reporting_word_of_a_token(
    read_text: ReadText, text: str, form: str, expected: str
) -> None:
    word = reporting_word(_word(read_text(text), form))
    assert word is not None
    assert word.lemma == expected


def test_lemmas_word_that_does_not_report(read_text: ReadText) -> None:
    assert reporting_word(_word(read_text("The ship left the harbour."), "left")) is None
