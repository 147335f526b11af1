"""Every query names a country as the setting says; what is kept is the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.library import Filter, Library, queries
from briefing.settings import settings


@pytest.fixture
def official(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("BRIEFING_NAMES", "official")
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


@pytest.mark.usefixtures("official")
def test_names_are_official_everywhere(library: Library) -> None:
    flt = Filter()
    relations = queries.relations(library, flt)
    assert "Kingdom of Norway" in set(relations["source_name"])
    assert "Kingdom of Norway" in set(queries.country_options(library, flt)["name"])
    entities = queries.entities(library, flt).set_index("entity_id")
    assert entities.loc["country:NOR", "name"] == "Kingdom of Norway"
    assert entities.loc["person:ida-lund", "name"] == "Ida Lund"
    assert "Kingdom of Norway" in set(queries.mentions(library, flt)["name"])
    together = queries.together(library, flt)
    assert "Kingdom of Norway" in {*together["a_name"], *together["b_name"]}
    for frame, column in (
        (queries.speaks(library, flt), "name"),
        (queries.speaker_options(library, flt), "name"),
        (queries.speaks_about(library, flt), "speaker"),
        (queries.voiceless(library, flt), "name"),
    ):
        assert not {"Norway", "Iceland", "Panama"} & set(frame[column])
