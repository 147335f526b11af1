"""text[start:end] is the evidence: for every row of every table of every article at hand."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import hypothesis
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import extract
from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading import read, read_text
from briefing.tables import EXTRACTED, SCHEMAS, Tables, fact_id, frame, records
from tests.conftest import SAMPLE

WRITTEN = {
    "signs": (
        "Talks “on track”: Peru’s foreign minister\n\n"
        "Peru\u00a0and Chile — at odds since 2014 — will meet in Lima on 3–4 May. “We’re ready,” "
        "Foreign Minister Ana Reyes told reporters… “‘Never again,’ as my father used to say.”\n\n"
        "Chile denied on Monday that it had sent ships; «Nous verrons», said a French official."
    ),
    "wrapped lines": (
        "The prime minister of Italy said that the\ncountry would send 3,000 troops\nto Kosovo by "
        "June 2023, if NATO\nagreed. Serbia condemned the plan."
    ),
    "wide signs": "🇯🇵 Japan 🤝 🇮🇳 India: “we signed” 👍, Kishida said in Delhi on 20 March 2023.",
    "one word": "Japan",
    "no country": "The match ended two to one, and nobody was hurt.",
    "blank lines": (
        "Egypt warned Ethiopia.\n\n\n\n\n  Ethiopia replied: “No.”  \n \n\tSudan waited."
    ),
    "odd marks": 'He said: "We will not go. Iran "must" answer, she warned. "It will',
}


def _articles() -> Iterator[Article]:
    for path in sorted(SAMPLE.parent.iterdir()):
        yield read(path)
    for text in WRITTEN.values():
        yield read_text(text)
        yield read_text(text + " ", verbatim=True)


ARTICLES = list(_articles())


@pytest.fixture(scope="module")
def tables() -> Tables:
    return extract(ARTICLES)


@pytest.fixture(scope="module")
def texts(tables: Tables) -> pd.Series:
    return tables["articles"].set_index("article_id")["text"]


def _check_offsets(name: str, tables: Tables, texts: Mapping[str, str]) -> None:
    for row in records(tables[name]):
        text = texts.get(row.get("article_id"), "")
        for start, end, words in (
            ("start", "end", "text"),
            ("speaker_start", "speaker_end", "speaker"),
            ("cue_start", "cue_end", "cue"),
            ("trigger_start", "trigger_end", "trigger"),
        ):
            if row.get(start) is None:
                continue
            assert 0 <= row[start] < row[end] <= len(text), row
            if words in row:
                assert text[row[start] : row[end]] == row[words], row


@pytest.mark.parametrize("name", EXTRACTED)
def test_offsets_lie_in_the_text_and_hold(name: str, tables: Tables, texts: pd.Series) -> None:
    _check_offsets(name, tables, texts.to_dict())


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *("“", "”", '"', "’", "«", "\n\n", "\n", "\t", "\u00a0", " — ", "…", "🇯🇵", "e\u0301"),
            *(" Japan ", " Peru’s ", "Prime Minister Ana Reyes", " said ", " denied that ", " he "),
            *(" warned Chile ", " on 3 May 2021", " last year.", " if ", " NATO", " war. ", ", "),
        ]
    ),
)


@given(st.lists(st.lists(PIECES, min_size=1, max_size=25).map("".join), min_size=8, max_size=8))
@hypothesis.settings(
    max_examples=10,
    deadline=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],  # shrinking would take minutes
)
def test_offsets_hold_on_any_text(texts: list[str]) -> None:
    articles = []
    for text in texts:
        with contextlib.suppress(ReadingError):
            articles += [read_text(text), read_text(text, verbatim=True)]
    tables = extract(articles)
    for name in EXTRACTED:
        _check_offsets(name, tables, {one.article_id: one.text for one in articles})


def test_text_is_the_article_s_own(tables: Tables) -> None:
    assert list(tables["articles"]["text"]) == [article.text for article in ARTICLES]


@pytest.mark.parametrize("name", ["mentions", "quotes", "times", "events", "relations"])
def test_facts_lie_in_their_sentences(name: str, tables: Tables) -> None:
    sentences = tables["sentences"].set_index(["article_id", "sentence"])
    for row in records(tables[name]):
        sentence = sentences.loc[(row["article_id"], row["sentence"])]
        start = row.get("trigger_start", row["start"])
        assert sentence["start"] <= start < sentence["end"], row


def test_verbatim_fragments_stand_between_quotation_marks(tables: Tables, texts: pd.Series) -> None:
    quotes = tables["quotes"].set_index("quote_id")
    for row in records(tables["fragments"]):
        quote = quotes.loc[row["quote_id"]]
        assert quote["start"] <= row["start"] < row["end"] <= quote["end"], row
        if row["verbatim"]:
            before = texts[row["article_id"]][: row["start"]]
            assert any(mark in before for mark in "“\"«‘'„”’"), row


def test_pronouns_and_descriptions_say_whom_they_mean_and_why(tables: Tables) -> None:
    mentions = tables["mentions"].set_index("mention_id")
    why = tables["antecedents"]
    standing_in = mentions[mentions["form"].isin(("pronoun", "description"))]
    assert set(why["mention_id"]) == set(standing_in.index)
    named = mentions[mentions["form"] != "pronoun"]
    places = set(zip(named["article_id"], named["entity_id"], named["start"], strict=True))
    for row in records(why):
        entity = mentions.loc[row["mention_id"]]["entity_id"]
        assert (row["article_id"], entity, row["start"]) in places, row
        assert row["reason"].endswith("."), row


def test_every_name_leads_to_an_entity(tables: Tables) -> None:
    known = set(tables["entities"]["entity_id"])
    named = [
        *tables["mentions"]["entity_id"],
        *tables["quotes"]["speaker_id"].dropna(),
        *tables["quotes"]["addressee_id"].dropna(),
        *tables["involvements"]["entity_id"].dropna(),
    ]
    assert set(named) <= known


def test_every_speaker_takes_the_speaker_s_part(tables: Tables) -> None:
    parts = tables["involvements"]
    speaking = parts[parts["part"] == "speaker"]
    known = set(zip(speaking["fact_id"], speaking["entity_id"], strict=True))
    for row in records(tables["quotes"]):
        assert row["speaker_id"] is None or (row["quote_id"], row["speaker_id"]) in known, row


def test_every_involvement_leads_to_a_fact(tables: Tables) -> None:
    facts = {
        *tables["quotes"]["quote_id"],
        *tables["events"]["event_id"],
        *tables["relations"]["relation_id"],
    }
    assert set(tables["involvements"]["fact_id"]) <= facts


def test_same_article_gives_the_same_tables(tables: Tables) -> None:
    again = extract(ARTICLES)
    for name in EXTRACTED:
        pd.testing.assert_frame_equal(again[name], tables[name])


def test_an_article_gives_the_same_rows_alone_and_among_others(tables: Tables) -> None:
    alone = extract(ARTICLES[0])
    for name in ("mentions", "antecedents", "quotes", "fragments", "times", "events", "relations"):
        among = tables[name][tables[name]["article_id"] == ARTICLES[0].article_id]
        pd.testing.assert_frame_equal(alone[name], among.reset_index(drop=True))


def test_no_article_gives_empty_tables_with_all_columns() -> None:
    for name, found in extract([]).items():
        assert found.empty
        assert list(found.columns) == list(SCHEMAS[name].columns)


def test_fact_id_is_fit_for_a_link() -> None:
    assert fact_id("a1b2c3", "r", 120, 126, "KOR", "RUS") == "a1b2c3.r.120-126.KOR.RUS"


def test_records_have_no_pandas_nulls() -> None:
    (row,) = records(frame("entities", [{"entity_id": "a", "kind": "other", "name": "A"}]))
    assert row == {
        "entity_id": "a",
        "kind": "other",
        "name": "A",
        "country": None,
        "wikidata": None,
    }


def test_folder_of_articles_is_all_text() -> None:
    assert all(path.suffix == ".txt" for path in Path(SAMPLE.parent).iterdir())
