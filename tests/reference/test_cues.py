"""The word lists for speech: loaded, free of doubles, told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ReferenceDataError
from briefing.reference import cues, files
from briefing.reference.cues import cue_words
from briefing.reference.descriptions import descriptions
from briefing.reference.genders import genders
from briefing.reference.speakers import speaker_nouns
from briefing.reference.venues import venues
from briefing.tables import ACTS


def test_cues_have_known_acts_and_frames() -> None:
    words = cue_words()
    for word in (*words.verbs.values(), *words.nouns.values()):
        assert word.act in ACTS
        assert word.frames <= cues.FRAMES
        assert word.lemma == word.lemma.lower()


def test_cues_every_act_has_a_word() -> None:
    words = cue_words()
    assert {word.act for word in words.verbs.values()} == set(ACTS)


@pytest.mark.parametrize(
    "line", ["say,verb,says,that", "utter,verb,sings,that", "utter,verb,says,loudly"]
)
def test_cues_bad_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    (tmp_path / "cues.csv").write_text(
        f"lemma,pos,act,frames\nsay,verb,says,that\n{line}\n", encoding="utf-8"
    )
    monkeypatch.setattr(files, "REFERENCE", tmp_path)
    cue_words.cache_clear()
    with pytest.raises(ReferenceDataError, match="line 3"):
        cue_words()
    cue_words.cache_clear()


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
