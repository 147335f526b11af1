"""What people decided as training data: a DocBin whose spans are the article's own words."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin

from briefing.cli import main
from briefing.library import Filter, open_library, queries
from briefing.library.reviews.keeping import decide
from briefing.library.reviews.missed import add
from briefing.settings import settings
from tests.library.conftest import CANAL, HARBOUR, canal, harbour


@pytest.fixture
def decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("BRIEFING_DATA_DIR", str(tmp_path / "var"))
    settings.cache_clear()
    with open_library() as library:
        library.add(HARBOUR, harbour().tables())
        library.add(CANAL, canal().tables())
        quotes = queries.quotes(library, Filter()).set_index("text")["quote_id"]
        relations = queries.relations(library, Filter()).set_index("trigger")["relation_id"]
        decide(library, quotes["We will not accept it,"], "confirmed", "Ana")
        decide(library, relations["warned"], "rejected", "Ana")
        event = {
            "title": "Fleet grew",
            "date": None,
            "tense": "past",
            "standing": "asserted",
            "status": "firm",
        }
        start = HARBOUR.text.index("its fleet was too large")
        add(library, HARBOUR.article_id, "events", (start, start + 23), event, "Ben")
    settings.cache_clear()
    return {
        "quotes": "We will not accept it,",
        "events": "its fleet was too large",
        "rejected": "warned",
    }


def test_checked_facts_become_spans_of_their_article(
    decided: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "train.spacy"
    options = ["--format", "spacy", "--with-text"]
    assert main(["reviews", "export", "--out", str(out), *options]) == 0
    assert "3 facts of 1 article" in capsys.readouterr().out
    (doc,) = DocBin(store_user_data=True).from_disk(out).get_docs(spacy.blank("en").vocab)
    assert doc.text == HARBOUR.text
    assert {name: doc.spans[name][0].text for name in doc.spans} == decided
    (quote,) = doc.spans["quotes"]
    assert quote.label_ == "direct"
    assert doc.user_data["facts"][quote.id_]["speaker_id"] == "person:ida-lund"
    assert doc.user_data["facts"][quote.id_]["verdict"] == "confirmed"
    assert doc.user_data["source"] == "Harbour News"


@pytest.mark.parametrize("options", [["--format", "spacy"], ["--with-text"]])
def test_no_articles_text_leaves_without_being_asked_for(
    decided: dict[str, str],
    tmp_path: Path,
    options: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "train.spacy"
    assert main(["reviews", "export", "--out", str(out), *options]) != 0
    assert "licences" in capsys.readouterr().err
    assert not out.exists()
