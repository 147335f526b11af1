"""Spellings and forms of words."""

from __future__ import annotations

import pytest

from briefing.reference.forms import forms_of, lemmas_by_form
from briefing.reference.reporting import reporting
from briefing.reference.spelling import british, spellings

PAIRS = [
    ("emphasize", "emphasise"),
    ("criticize", "criticise"),
    ("pressurize", "pressurise"),
    ("patronize", "patronise"),
    ("vandalize", "vandalise"),
    ("terrorize", "terrorise"),
    ("paralyze", "paralyse"),
    ("organization", "organisation"),
    ("organizer", "organiser"),
    ("rumor", "rumour"),
    ("defense", "defence"),
    ("judgment", "judgement"),
    ("skeptical", "sceptical"),
    ("fulfill", "fulfil"),
    ("licence", "license"),
]


@pytest.mark.parametrize(("american", "expected"), PAIRS)
def test_spelling_british_and_back(american: str, expected: str) -> None:
    assert british(american) == expected
    assert british(expected) == expected
    assert spellings(expected)[0] == expected


@pytest.mark.parametrize(
    "word", ["seize", "size", "prize", "capsize", "senator", "citizen", "advise", "promise"]
)
def test_spelling_one_for_both(word: str) -> None:
    assert british(word) == word
    assert spellings(word) == (word,)


def test_spelling_names_keep_their_z() -> None:
    assert british("schweizer", name=True) == "schweizer"
    assert british("organization", name=True) == "organisation"


def test_spelling_every_reporting_word_is_found_in_all_its_spellings() -> None:
    words = reporting()
    lemmas = [*words.verbs, *words.nouns, *words.adjectives]
    spelled = {lemma: spellings(lemma) for lemma in lemmas if " " not in lemma}
    assert spelled["emphasise"] == ("emphasise", "emphasize")
    assert {british(one) for found in spelled.values() for one in found} == set(spelled)


FORMS = [
    ("warn", "warns", "warning", "warned", "warned"),
    ("deny", "denies", "denying", "denied", "denied"),
    ("convey", "conveys", "conveying", "conveyed", "conveyed"),
    ("agree", "agrees", "agreeing", "agreed", "agreed"),
    ("propose", "proposes", "proposing", "proposed", "proposed"),
    ("stress", "stresses", "stressing", "stressed", "stressed"),
    ("belie", "belies", "belying", "belied", "belied"),
    ("blog", "blogs", "blogging", "blogged", "blogged"),
    ("admit", "admits", "admitting", "admitted", "admitted"),
    ("signal", "signals", "signalling", "signalled", "signalled"),
    ("reveal", "reveals", "revealing", "revealed", "revealed"),
    ("quiz", "quizzes", "quizzing", "quizzed", "quizzed"),
    ("veto", "vetoes", "vetoing", "vetoed", "vetoed"),
    ("boo", "boos", "booing", "booed", "booed"),
    ("open", "opens", "opening", "opened", "opened"),
    ("tell", "tells", "telling", "told", "told"),
    ("swear", "swears", "swearing", "swore", "sworn"),
    ("point out", "points out", "pointing out", "pointed out", "pointed out"),
]


@pytest.mark.parametrize(("lemma", "third", "ing", "past", "participle"), FORMS)
def test_forms_of_verbs(lemma: str, third: str, ing: str, past: str, participle: str) -> None:
    forms = forms_of(lemma)
    assert (forms.third, forms.ing) == (third, ing)
    assert (forms.past, forms.participle) == ((past,), (participle,))


def test_forms_lead_back_to_their_verb() -> None:
    found = lemmas_by_form(["hope", "signal", "deny"])
    assert found["VBZ"]["hopes"] == "hope"
    assert found["VBG"]["signaling"] == found["VBG"]["signalling"] == "signal"
    assert found["VBD"]["denied"] == "deny"
    assert "denied" not in found["VBZ"]
