"""No file is written with a quotation that is not what its article says."""

from __future__ import annotations

import pytest

from briefing.brief import Request, make_brief
from briefing.brief.verify import verify, verify_evidence, verify_tables
from briefing.errors import QuotationError
from briefing.export.phrases import how_said
from briefing.library import Filter, Library, queries
from briefing.library.reviews.keeping import correct, decide
from briefing.tables import records
from tests.brief.conftest import Tamper
from tests.pages.sample import NEWS, news_facts

QUOTE = news_facts()["quote"]


def test_what_stands_in_the_article_is_counted(library: Library) -> None:
    brief = make_brief(library)
    assert brief.checked.number == 3
    assert brief.verified.startswith("3 of 3 quotations: the words are the article’s own · ")
    assert verify_tables(queries.whole(library, Filter())).number == 3


def test_words_speakers_and_dates_have_a_mark_each(library: Library) -> None:
    decide(library, QUOTE, "confirmed", "Ana")
    other = next(fact for fact in queries.quotes(library, Filter())["quote_id"] if fact != QUOTE)
    correct(library, other, {"act": "warns"}, "Ana")
    marks = (("checked", 1), ("named", 2)), (("inferred", 1), ("stated", 2))
    brief = make_brief(library)
    assert (brief.checked.speakers, brief.checked.dates) == marks, "an act tells of no speaker"
    item = next(each for each in brief.quotations.items if each.at.fact_id == QUOTE)
    assert (item.known, item.dated) == ("checked", "stated")
    assert "Verbatim · date stated · speaker checked by staff" in how_said(item)
    tables = verify_tables(queries.whole(library, Filter()), queries.speakers_checked(library))
    assert tables.words == brief.verified
    correct(library, other, {"speaker_id": "Ida Lund"}, "Ana")
    assert queries.speakers_checked(library) == {QUOTE, other}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE quotes SET text = 'the catch is far too large' WHERE quote_id = '{}'",
        "UPDATE quotes SET start = start + 1 WHERE quote_id = '{}'",
        "UPDATE quotes SET text = '' WHERE quote_id = '{}'",
    ],
)
def test_one_that_does_not_is_named_and_stops_the_brief(
    library: Library, tamper: Tamper, change: str
) -> None:
    tamper(change.format(QUOTE))
    with pytest.raises(QuotationError) as caught:
        make_brief(library)
    assert caught.value.quote_id == QUOTE
    assert QUOTE in str(caught.value)
    assert "Nothing was written" in str(caught.value)
    with pytest.raises(QuotationError, match=QUOTE):
        verify_tables(queries.whole(library, Filter()))


def test_one_outside_the_filter_does_not_stop_it(library: Library, tamper: Tamper) -> None:
    tamper(f"UPDATE quotes SET text = 'no such words' WHERE quote_id = '{QUOTE}'")
    brief = make_brief(library, Request(flt=Filter(countries=("JPN",))))
    assert brief.verified.startswith("1 of 1 quotation: the words are the article’s own · ")


def test_quotation_whose_end_is_not_settled_is_checked_and_not_counted(
    library: Library, tamper: Tamper
) -> None:
    tamper(f"UPDATE quotes SET kind = 'unsettled' WHERE quote_id = '{QUOTE}'")
    brief = make_brief(library)
    assert (brief.checked.number, brief.checked.unsettled) == (2, 1)
    assert brief.quotations.items[0].kind == "unsettled"
    tamper(f"UPDATE quotes SET text = 'no such words' WHERE quote_id = '{QUOTE}'")
    with pytest.raises(QuotationError, match=QUOTE):
        make_brief(library)


def test_fragment_that_leaves_its_quotation_is_named() -> None:
    row = {
        "article_id": "a1",
        "quote_id": "a1.q.4-9",
        "start": 4,
        "end": 9,
        "text": "water",
        "fragments": [(4, 9, True, "wader")],
        "kind": "direct",
        "speaker": "Ana Quispe",
        "speaker_name": None,
    }
    with pytest.raises(QuotationError, match=r"“water” by Ana Quispe \(a1\.q\.4-9\)"):
        verify([row], {"a1": "The water rose."})


def test_sentences_of_relations_and_events_are_checked(library: Library) -> None:
    relations = records(queries.relations(library, Filter()))
    texts = {row["article_id"]: NEWS.text for row in relations}
    of_news = [row for row in relations if row["article_id"] == NEWS.article_id]
    assert of_news
    assert verify_evidence(of_news, texts, "relation_id").number == len(of_news)
    wrong = {**of_news[0], "sentence_start": int(of_news[0]["sentence_start"]) + 1}
    with pytest.raises(QuotationError, match=str(wrong["relation_id"])):
        verify_evidence([wrong], texts, "relation_id")
    assert verify_evidence([{**wrong, "sentence_text": None}], texts, "relation_id").number == 0
