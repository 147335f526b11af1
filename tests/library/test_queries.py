"""Every query over the two articles of conftest, whose rows are known."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from briefing.article import Article
from briefing.errors import LibraryError
from briefing.extraction.read import read_one
from briefing.library import Filter, Library, queries
from briefing.library.mutual import mutual
from briefing.map.finding import finding
from briefing.map.scene import pairs_of, parties, strongest
from components.charts.matrix import cells
from tests.library.conftest import CANAL, HARBOUR, Rows

Query = Callable[..., pd.DataFrame]

FACTS: tuple[tuple[str, Query], ...] = (
    ("quote_id", queries.quotes),
    ("event_id", queries.events),
    ("relation_id", queries.relations),
)


def _found(library: Library, flt: Filter) -> dict[str, int]:
    """Count quotations, events, relations, mentions and times under a filter."""
    return {
        "quotes": len(queries.quotes(library, flt)),
        "events": len(queries.events(library, flt)),
        "relations": len(queries.relations(library, flt)),
        "mentions": len(queries.mentions(library, flt)),
        "times": len(queries.times(library, flt)),
    }


@pytest.mark.parametrize(
    ("flt", "expected"),
    [
        (Filter(), (4, 1, 4, 13, 2)),
        (Filter(articles=(CANAL.article_id,)), (1, 0, 2, 5, 0)),
        (Filter(articles=("a000",)), (0, 0, 0, 0, 0)),
        (Filter(countries=("ISL",)), (2, 0, 2, 3, 1)),
        (Filter(countries=("PAN",)), (0, 0, 2, 2, 0)),
        (Filter(countries=("PAN", "ISL")), (2, 0, 4, 5, 1)),
        (Filter(countries=("NOR",)), (4, 1, 4, 7, 1)),
        (Filter(speakers=("person:ida-lund",)), (3, 0, 2, 3, 1)),
        (Filter(speakers=("country:ISL",)), (1, 0, 1, 4, 1)),
        (Filter(words="trawlers"), (1, 0, 1, 2, 0)),
        (Filter(words="AGREEMENTS"), (1, 0, 2, 3, 0)),
        (Filter(words='"too large"'), (1, 0, 1, 2, 1)),
        (Filter(words='"large too"'), (0, 0, 0, 0, 0)),
        (Filter(words="large too"), (1, 0, 1, 2, 1)),
        (Filter(earliest="2023-05-10"), (1, 1, 2, 5, 1)),
        (Filter(latest="2023-04-30"), (4, 0, 4, 13, 1)),
        (Filter(earliest="2023-04-12", latest="2023-04-12"), (4, 0, 4, 13, 0)),
        (
            Filter(countries=("NOR",), speakers=("person:ida-lund",), words="accept"),
            (1, 0, 0, 1, 0),
        ),
    ],
)
def test_filter_leaves(library: Library, flt: Filter, expected: tuple[int, ...]) -> None:
    assert tuple(_found(library, flt).values()) == expected


def test_article_that_is_not_shown_is_left_out(library: Library) -> None:
    library.show([CANAL.article_id])
    assert set(queries.quotes(library, Filter())["article_id"]) == {CANAL.article_id}
    assert queries.scope(library, Filter()).shown == 1
    assert len(queries.articles(library)) == 2


@pytest.mark.parametrize("words", ["' OR 1=1 --", '"', "*", "NEAR(", "col:", "—", "", "\x00", "(("])
def test_words_are_never_read_as_a_query_language(library: Library, words: str) -> None:
    queries.quotes(library, Filter(words=words))
    queries.search(library, words, Filter())


def test_quotes_carry_speaker_countries_and_fragments(library: Library) -> None:
    quotes = queries.quotes(library, Filter())
    first = quotes.iloc[0]
    assert first["speaker_name"] == "Ida Lund"
    assert first["speaker_role"] == "Norwegian Prime Minister"
    assert first["speaker_country"] == "NOR"
    assert first["about"] == ("ISL",)
    assert first["about_names"] == ("Iceland",)
    assert first["source"] == "Harbour News"
    assert first["sentence_text"].startswith("Norwegian Prime Minister")
    said = quotes.iloc[1]
    assert said["fragments"] == [
        (said["start"], said["end"], True, "We will not accept it,"),
    ]
    assert said["addressee_name"] == "Harbour News"
    assert said["cue"] is None


@pytest.mark.parametrize(
    ("narrowed", "number"),
    [
        ({"kinds": ("direct",)}, 1),
        ({"acts": ("denies", "praises")}, 2),
        ({"about": ("NOR",)}, 1),
        ({"entity_id": "country:ISL"}, 1),
        ({"speaking": ("ISL",)}, 1),
        ({"speaking": ("ISL", "NOR")}, 4),
        ({"speaking": ("NZL",)}, 0),
        ({"kinds": ("direct",), "acts": ("denies",)}, 0),
    ],
)
def test_quotes_narrow(library: Library, narrowed: dict[str, object], number: int) -> None:
    assert len(queries.quotes(library, Filter(), **narrowed)) == number


def test_entities_count_mentions_articles_and_quotes(library: Library) -> None:
    entities = queries.entities(library, Filter()).set_index("entity_id")
    assert list(entities.index[:2]) == ["country:NOR", "country:ISL"]
    lund = entities.loc["person:ida-lund"]
    assert (lund["mentions"], lund["articles"], lund["quotes"]) == (3, 2, 3)
    assert lund["role"] == "Norwegian Prime Minister"
    assert lund["roles"] == ("Norwegian Prime Minister",)
    assert lund["first_article_id"] == HARBOUR.article_id
    assert HARBOUR.text[lund["first_start"] : lund["first_end"]] == "Ida Lund"
    assert entities.loc["country:NOR", "roles"] == ()
    assert list(queries.entities(library, Filter(), kinds=("person",))["name"]) == ["Ida Lund"]


def test_events_carry_countries_and_come_by_date(library: Library) -> None:
    (event,) = queries.events(library, Filter(), tense="upcoming").to_dict("records")
    assert event["countries"] == ("NOR",)
    assert event["title_article"] == HARBOUR.title
    assert queries.events(library, Filter(), tense="past").empty
    assert queries.events(library, Filter(), kinds=("war",)).empty


def test_events_name_who_claims_and_who_denies_them(empty_library: Library) -> None:
    article = Article(text="Peru said that Chile had raided a port. Chile denied it.")
    rows = Rows(article, [(1, "Peru said that Chile had raided a port."), (1, "Chile denied it.")])
    for name, entity in (("Peru", "country:NOR"), ("Chile", "country:ISL")):
        rows.mention(name, entity)
    rows.event(
        "raided a port",
        standing="disputed",
        attributed_to="country:NOR",
        denied_by="the harbour; country:ISL",
        status="tentative",
    )
    empty_library.add(article, rows.tables())
    (event,) = queries.events(empty_library, Filter()).to_dict("records")
    assert (event["standing"], event["status"]) == ("disputed", "tentative")
    assert event["attributed_to_name"] == "Norway"
    assert event["denied_by_name"] == "the harbour; Iceland"
    for speaker, number in (("country:NOR", 1), ("country:ISL", 1), ("country:PAN", 0)):
        assert len(queries.events(empty_library, Filter(speakers=(speaker,)))) == number


def test_relations_carry_names_and_sentence(library: Library) -> None:
    relations = queries.relations(library, Filter(), standings=("denied",))
    (row,) = relations.to_dict("records")
    assert (row["source_name"], row["target_name"]) == ("Iceland", "Norway")
    assert row["denied_by_name"] == "Iceland"
    assert HARBOUR.text[row["sentence_start"] : row["sentence_end"]] == row["sentence_text"]
    assert len(queries.relations(library, Filter(), pair=("NOR", "PAN"))) == 1
    assert len(queries.relations(library, Filter(), country="NOR")) == 4
    agreed = queries.relations(library, Filter(), quads=("verbal-cooperation",))
    assert set(agreed["attributed_to_name"]) == {"Ida Lund"}


def test_pairs_are_counted_by_line(library: Library) -> None:
    pairs = queries.pairs(library, Filter()).set_index(["source", "target"])
    assert pairs.loc[("ISL", "NOR"), "standing_line"] == "dotted"
    assert pairs.loc[("NOR", "ISL"), "standing_line"] == "solid"
    assert pairs.loc[("PAN", "NOR"), "tone"] == 4.0


def test_balance_leaves_out_what_is_denied(library: Library) -> None:
    balance = queries.balance(library, Filter()).set_index("country")
    assert balance.loc["ISL", "relations"] == 1
    assert balance.loc["NOR", "tone"] == pytest.approx((4 - 4) / 2)


def test_denial_of_a_claim_that_is_not_told_is_no_claim(library: Library) -> None:
    assert queries.claimed_denied(library, Filter()).empty
    assert queries.figures(library, Filter()).denied == 0


def test_denial_of_the_sentence_before_is_told_by_its_relation(empty_library: Library) -> None:
    article = Article(text="Peru bought ships from Chile. Peru and Chile deny it.")
    rows = Rows(article, [(1, "Peru bought ships from Chile."), (1, "Peru and Chile deny it.")])
    for name, entity in (("Peru", "country:NOR"), ("Chile", "country:ISL")):
        rows.mention(name, entity)
    rows.quote("it", "indirect", "denies", "country:NOR", ("country:ISL", "ISL", "speaker"))
    rows.relation(
        "Peru bought ships from Chile",
        "bought",
        "ISL",
        "NOR",
        "material-cooperation",
        standing="denied",
        denied_by="country:NOR; country:ISL",
    )
    empty_library.add(article, rows.tables())
    (claim,) = queries.claimed_denied(empty_library, Filter()).to_dict("records")
    assert claim["claim"] == "Peru bought ships from Chile"
    assert claim["who_denies"] == "Norway; Iceland"
    assert claim["who_says"] is None
    (quote,) = queries.quotes(empty_library, Filter(speakers=("country:ISL",))).to_dict("records")
    assert quote["speaker_names"] == ("Norway", "Iceland")
    assert list(queries.speaker_options(empty_library, Filter())["quotes"]) == [1, 1]
    assert queries.voiceless(empty_library, Filter()).empty


def test_speaks_counts_verbatim_words(library: Library) -> None:
    speaks = queries.speaks(library, Filter()).set_index("entity_id")
    assert tuple(speaks.loc["person:ida-lund", ["quotes", "verbatim_words"]]) == (3, 5)
    about = queries.speaks_about(library, Filter())
    assert set(zip(about["speaker"], about["country"], strict=True)) == {
        ("Ida Lund", "ISL"),
        ("Iceland", "NOR"),
    }


def test_voiceless_names_who_is_spoken_of_and_never_speaks(library: Library) -> None:
    assert list(queries.voiceless(library, Filter())["name"]) == ["Panama"]
    alone = queries.voiceless(library, Filter(articles=(HARBOUR.article_id,)))
    assert alone.empty  # Norway speaks through its prime minister


def test_together_counts_sentences(library: Library) -> None:
    together = queries.together(library, Filter()).set_index(["a", "b"])
    assert together.loc[("country:ISL", "country:NOR"), "sentences"] == 2


def test_figures(library: Library) -> None:
    assert queries.figures(library, Filter()) == queries.Figures(
        parties=3,
        quotations=4,
        verbatim=1,
        conflict=2,
        cooperation=1,
        denied=0,
        upcoming=1,
    )


def test_gist_picks_the_article_s_own_sentences(library: Library) -> None:
    gist = queries.gist(library, Filter(articles=(HARBOUR.article_id,)), limit=2)
    assert len(gist) == 2
    assert "warned Iceland" in gist["text"][0]
    for row in gist.itertuples():
        assert HARBOUR.text[row.start : row.end] == row.text
    both = queries.gist(library, Filter(), limit=2)
    assert set(both["article_id"]) == {HARBOUR.article_id, CANAL.article_id}


def test_weightiest_puts_verbatim_words_first(library: Library) -> None:
    quotes = queries.weightiest(library, Filter(), limit=2)
    assert list(quotes["kind"]) == ["direct", "indirect"]
    assert quotes["act"][1] == "warns"


def test_a_paraphrase_of_a_few_words_comes_after_what_says_something(
    empty_library: Library,
) -> None:
    text = (
        "Ghana expressed its sincere gratitude. "
        "Ghana said that its engineers would stay in the north until the bridge is mended."
    )
    article = Article(text=text)
    empty_library.add(article, read_one(article).tables)
    first, second = queries.weightiest(empty_library, Filter())["text"]
    assert "its engineers would stay" in first
    assert second == "its sincere gratitude"


def test_options_count_under_the_rest_of_the_filter(library: Library) -> None:
    countries = queries.country_options(library, Filter(countries=("PAN",), words="trawlers"))
    assert dict(zip(countries["country"], countries["facts"], strict=True)) == {
        "ISL": 2,
        "NOR": 2,
        "PAN": 0,
    }
    speakers = queries.speaker_options(library, Filter(speakers=("country:ISL",), words="accept"))
    assert dict(zip(speakers["name"], speakers["quotes"], strict=True)) == {
        "Ida Lund": 1,
        "Iceland": 0,
    }
    articles = queries.article_options(
        library, Filter(articles=(HARBOUR.article_id,), countries=("PAN",))
    )
    assert dict(zip(articles["article_id"], articles["facts"], strict=True)) == {
        CANAL.article_id: 2,
        HARBOUR.article_id: 0,
    }


def test_scope_of_one_and_of_several(library: Library) -> None:
    one = queries.scope(library, Filter(articles=(HARBOUR.article_id,)))
    assert (one.articles, one.covered, one.shown, one.of) == (2, 2, 1, 2)
    assert (one.published, one.basis) == ("2023-04-12", "stated")
    several = queries.scope(library, Filter())
    assert (several.shown, several.of, several.earliest) == (2, None, "2023-04-12")


def test_spans_and_margin_of_one_article(library: Library) -> None:
    spans = queries.spans(library, HARBOUR.article_id)
    assert set(spans["layer"]) == {
        "people",
        "countries",
        "quotations",
        "dates",
        "relations",
        "events",
        "others",
    }
    assert list(spans["start"]) == sorted(spans["start"])
    margin = queries.facts_at(library, HARBOUR.article_id)
    assert list(margin["paragraph"]) == [1, 1, 1, 2, 2, 2]
    paragraphs = queries.paragraphs(library, HARBOUR.article_id)
    assert list(paragraphs["paragraph"]) == [0, 1, 2]
    assert HARBOUR.text[paragraphs["start"][2] :].startswith("Iceland denied")


def test_every_fact_is_found_by_its_id(library: Library) -> None:
    for key, query in FACTS:
        for row in query(library, Filter()).to_dict("records"):
            fact = queries.fact(library, row[key])
            assert (fact["start"], fact["end"]) == (row["start"], row["end"])
            assert fact["sentence_text"] == row["sentence_text"]


@pytest.mark.parametrize(
    "fact_id",
    ["", "a.q", "a000.s.1-2", f"a000.s.{9**30}-2", "a000.q.1-2", "a000.z.1-2", "a'.r.1-2.X.Y"],
)
def test_id_of_no_fact_is_an_error(library: Library, fact_id: str) -> None:
    with pytest.raises(LibraryError):
        queries.fact(library, fact_id)


def test_sentence_goes_by_its_whole_id_alone(library: Library) -> None:
    start, end = 0, HARBOUR.title_end
    whole = f"{HARBOUR.article_id}.s.{start}-{end}"
    assert queries.fact(library, whole)["sentence_text"] == HARBOUR.title
    for other in (f"{whole}9", f"{whole}.x", whole[:-1], f"{HARBOUR.article_id}.s.00-{end}"):
        with pytest.raises(LibraryError, match="not in the library"):
            queries.fact(library, other)


def test_search_finds_sentences_and_marks_the_words(library: Library) -> None:
    found = queries.search(library, "trawler norway", Filter())
    assert list(found["snippet"]) == [
        "Iceland denied that it had sent \x02trawlers\x03 to \x02Norway\x03."
    ]
    assert queries.search(library, "zeppelin", Filter()).empty
    assert len(queries.search(library, "norway", Filter())) == 4
    assert len(queries.search(library, "norway", Filter(countries=("PAN",)))) == 2
    assert len(queries.search(library, "iceland", Filter(speakers=("country:ISL",)))) == 1


def test_rows_of_an_empty_library_have_their_columns(empty_library: Library) -> None:
    for key, query in FACTS:
        frame = query(empty_library, Filter())
        assert frame.empty
        assert key in frame.columns
        assert str(frame["start"].dtype) == "Int64"
    assert queries.gist(empty_library, Filter()).empty
    assert queries.figures(empty_library, Filter()).parties == 0
    assert queries.scope(empty_library, Filter()).shown == 0


@pytest.mark.parametrize(
    ("key", "query"), [*FACTS, ("mention_id", queries.mentions)], ids=lambda part: str(part)[:20]
)
def test_pages_of_rows_are_the_rows_in_order(library: Library, key: str, query: Query) -> None:
    everything = list(query(library, Filter())[key])
    paged = [
        one
        for offset in range(0, len(everything) + 2, 2)
        for one in query(library, Filter(), limit=2, offset=offset)[key]
    ]
    assert paged == everything
    assert list(query(library, Filter(), offset=1)[key]) == everything[1:]


def test_speakers_are_found_by_a_part_of_their_name(library: Library) -> None:
    assert queries.speakers_named(library, "lund") == ["person:ida-lund"]
    with pytest.raises(LibraryError, match="Nobody"):
        queries.speakers_named(library, "%")


def test_relations_of_a_period_are_those_of_articles_dated_in_it(library: Library) -> None:
    dated = queries.relations(library, Filter())["published"].dropna().unique()
    for day in dated:
        rows = queries.relations(library, Filter(), published=(day, day))
        assert set(rows["published"]) == {day}
    assert queries.relations(library, Filter(), published=("1900-01-01", "1900-12-31")).empty


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HARBOUR.article_id, [HARBOUR]),
        ("norway QUESTIONS iceland over fishing fleet", [HARBOUR]),
        ("Panama and Nor…", [CANAL]),
        ("Norway", [HARBOUR, CANAL]),
        ("100%", []),
        ("", []),
    ],
)
def test_article_goes_by_id_title_or_part_of_it(
    library: Library, text: str, found: list[Article]
) -> None:
    assert queries.article_named(library, text) == [article.article_id for article in found]


def test_first_articles_are_offered_with_those_to_keep(library: Library) -> None:
    every = queries.article_options(library, Filter())
    assert queries.article_options(library, Filter(), 1).equals(every.head(1))
    last = every["article_id"].iloc[-1]
    kept = queries.article_options(library, Filter(), 1, keep=[last])
    assert list(kept["article_id"]) == list(every["article_id"])


def test_relations_to_draw_are_those_of_the_table(library: Library) -> None:
    for flt in (Filter(), Filter(countries=("PAN",)), Filter(words="zeppelin")):
        drawn = queries.relations_drawn(library, flt)
        whole = queries.relations(library, flt)
        pd.testing.assert_frame_equal(drawn, whole[list(drawn.columns)])


@pytest.mark.parametrize(
    "flt", [Filter(), Filter(countries=("PAN",)), Filter(earliest="0001-01-01")]
)
def test_relations_counted_say_what_their_rows_say(library: Library, flt: Filter) -> None:
    counted, rows = queries.relations_counted(library, flt), queries.relations(library, flt)
    assert finding(counted) == finding(rows)
    assert parties(counted) == parties(rows)
    assert pairs_of(strongest(counted, 1)) == pairs_of(strongest(rows, 1))
    pd.testing.assert_frame_equal(cells(counted), cells(rows))
    assert mutual(counted).any() == mutual(rows).any()
    days = queries.relation_days(library, flt)
    assert days["articles"].sum() == rows["article_id"].nunique()
    number, title = queries.relation_source(library, flt)
    assert (number, title is None) == (rows["article_id"].nunique(), number != 1)
