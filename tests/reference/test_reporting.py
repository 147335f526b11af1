"""The word lists for speech: loaded, free of doubles, told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ReferenceDataError
from briefing.reference import files
from briefing.reference.descriptions import descriptions
from briefing.reference.genders import genders
from briefing.reference.reporting import STANCES, quoting, reporting
from briefing.reference.speakers import speaker_nouns
from briefing.reference.spelling import british
from briefing.reference.venues import venues
from briefing.tables import ACTS


def test_reporting_every_act_and_stance_has_a_verb() -> None:
    words = reporting().verbs.values()
    assert {word.act for word in words} == set(ACTS)
    assert {word.stance for word in words} == set(STANCES)


@pytest.mark.parametrize(
    "line",
    [
        "say,verb,says,that,claims,",
        "utter,verb,sings,that,claims,",
        "utter,verb,says,loudly,claims,",
        "utter,verb,says,that,loves,",
        "utter,verb,says,that,claims,maybe",
        "utter,particle,says,that,claims,",
        "utterize,verb,says,that,claims,",
        "no truth,phrase,says,,denies,",
        "no *truth *in,phrase,says,,denies,",
        "*utter,verb,says,,claims,",
    ],
)
def test_reporting_bad_line_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    good = "lemma,pos,act,frames,stance,event\nsay,verb,says,that,claims,\n"
    (tmp_path / "reporting.csv").write_text(f"{good}{line}\n", encoding="utf-8")
    british("say")  # its own list is read before the folder changes
    monkeypatch.setattr(files, "REFERENCE", tmp_path)
    reporting.cache_clear()
    with pytest.raises(ReferenceDataError, match="line 3"):
        reporting()
    reporting.cache_clear()


def test_reporting_words_of_thinking_carry_no_quotation() -> None:
    assert "believe" in reporting().verbs
    assert "believe" not in quoting().verbs


def test_reporting_phrases_by_head_longest_first() -> None:
    phrases = reporting().phrases["evidence"]
    assert ("no",) in {phrase.before for phrase in phrases}
    lengths = [len(phrase.before) + len(phrase.after) for phrase in phrases]
    assert lengths == sorted(lengths, reverse=True)


STANCE_OF = [
    ("say", "claims"),
    ("confirm", "claims"),
    ("acknowledge", "claims"),
    ("admit", "claims"),
    ("concede", "claims"),
    ("believe", "claims"),
    ("know", "vouches"),
    ("realise", "vouches"),
    ("reveal", "vouches"),
    ("regret", "vouches"),
    ("deny", "denies"),
    ("doubt", "doubts"),
    ("suspect", "fears"),
    ("vow", "expects"),
    ("urge", "proposes"),
    ("pretend", "imagines"),
]


@pytest.mark.parametrize(("lemma", "stance"), STANCE_OF)
def test_reporting_stance_of_verbs(lemma: str, stance: str) -> None:
    assert reporting().verbs[lemma].stance == stance


def test_genders_titles_and_names() -> None:
    words = genders()
    assert (words.titles["mr"], words.titles["mrs"]) == ("m", "f")
    assert (words.names["anna"], words.names["peter"]) == ("f", "m")
    assert "kim" not in words.names


def test_speakers_people_groups_documents_apart() -> None:
    nouns = speaker_nouns()
    assert not nouns.people & nouns.documents
    assert not nouns.groups & nouns.documents
    assert "minister" in nouns
    assert "bridge" not in nouns


def test_venues_and_descriptions_are_lower_case() -> None:
    places, words = venues(), descriptions()
    for group in (places.nouns, places.platforms, places.audiences, words.country, words.pair):
        assert group
        assert all(word == word.lower() for word in group)
