"""What holds for every expression, however odd."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from briefing.article import Article
from briefing.extraction.facts import Published, Time
from briefing.extraction.pipeline import make_doc, pipeline
from briefing.extraction.times.reading import anchored, readings_of
from briefing.extraction.times.words import lexicon, words_of
from briefing.reference.holidays import holidays, national_names

WORDS = sorted({word for word in lexicon().signs if word.isalpha()})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["-", "/", ":", ",", ".", "'", "'s", "$", "\n\n", "(", "GMT", "p.m.", "1990s"]),
    st.integers(0, 40).map(str),
    st.integers(0, 12_000).map(str),
    st.from_regex(r"[0-3]?[0-9](st|nd|rd|th)", fullmatch=True),
    st.sampled_from(sorted({name.title() for name in (*holidays(), *national_names())})),
    st.sampled_from(["Ukraine's", "Canadian", "7:05 p.m.", "Nov. 30", "'80s", "1970's"]),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=9).map(" ".join)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def times_of(text: str, day: date | None, bounds: tuple[date, date] | None = None) -> list[Time]:
    nlp = pipeline()
    article = Article(
        text=text,
        published=day.isoformat() if day else None,
        published_basis="given" if day else "unknown",
    )
    doc: Doc = make_doc(nlp, article)
    for token in doc:  # the parser does not run here: one sentence
        token.is_sent_start = token.i == 0
    if bounds is not None:
        first, last = (bound.isoformat() for bound in bounds)
        words = words_of(doc.text)
        published = Published(None, "inferred", first, last)
        entries = anchored(doc, words.text, readings_of(doc, words), published)
        return [entry.time for entry in entries]
    with nlp.select_pipes(enable=["briefing_times"]):
        doc = nlp(doc)
    found: list[Time] = doc._.times
    return found


@given(TEXTS, st.none() | DAYS)
@settings(max_examples=400, deadline=None)
def test_times_never_raises_nor_gives_an_impossible_date(text: str, day: date | None) -> None:
    for time in times_of(text, day):
        assert 0 <= time.start < time.end <= len(text)
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert time.value or time.date
        if time.type in ("DURATION", "SET"):
            assert time.date is None
        if time.date is not None:
            parse_edtf(time.date)
        if time.earliest is not None and time.latest is not None:
            assert date.fromisoformat(time.earliest) <= date.fromisoformat(time.latest)


RELATIVE = [
    "today",
    "yesterday",
    "tomorrow",
    "three days ago",
    "ten days from now",
    "last night",
    "the day before yesterday",
    "the day after tomorrow",
    "tonight",
    "this morning",
    "yesterday evening",
    "later today",
    "three weeks ago today",
    "two weeks ago yesterday",
    "noon tomorrow",
]


@pytest.mark.parametrize("words", RELATIVE)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-4000, 4000))
@settings(max_examples=15, deadline=None)
def test_times_move_with_the_published_date(words: str, day: date, days: int) -> None:
    shift = timedelta(days=days)
    (before,), (after,) = times_of(words, day), times_of(words, day + shift)
    assert before.earliest is not None
    assert after.earliest == (date.fromisoformat(before.earliest) + shift).isoformat()
    assert after.value is not None
    assert after.value[:10] == after.earliest


WEEKLY = [
    "last week",
    "next week",
    "this week",
    "two weeks ago",
    "a fortnight ago",
    "Monday",
    "last Friday",
    "next Tuesday",
    "this weekend",
    "a week from today",
    "two Fridays ago",
    "one day last week",
    "the rest of the week",
    "Monday night",
]


@pytest.mark.parametrize("words", WEEKLY)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
@settings(max_examples=15, deadline=None)
def test_times_of_the_week_move_with_the_published_week(words: str, day: date, weeks: int) -> None:
    shift = timedelta(weeks=weeks)
    (before,), (after,) = times_of(words, day), times_of(words, day + shift)
    for bound, moved in ((before.earliest, after.earliest), (before.latest, after.latest)):
        assert bound is not None
        assert moved == (date.fromisoformat(bound) + shift).isoformat()


YEARLY = [
    "last year",
    "this year",
    "two years ago",
    "last October",
    "last summer",
    "early next year",
]


@pytest.mark.parametrize("words", YEARLY)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-100, 100))
@settings(max_examples=10, deadline=None)
def test_times_of_the_year_move_with_the_published_year(words: str, day: date, years: int) -> None:
    later = date(day.year + years, day.month, min(day.day, 28))
    day = day.replace(day=min(day.day, 28))
    (before,), (after,) = times_of(words, day), times_of(words, later)
    assert before.earliest is not None
    assert after.earliest is not None
    assert int(after.earliest[:4]) - int(before.earliest[:4]) == years
    assert after.earliest[4:] == before.earliest[4:]


@given(TEXTS, DAYS, st.integers(0, 900))
@settings(max_examples=60, deadline=None)
def test_times_within_bounds_hold_what_a_single_day_gives(text: str, day: date, days: int) -> None:
    """Whatever day within its bounds the article is of, the dates read from it lie inside."""
    if (date.max - day).days < days:
        return
    last = day + timedelta(days=days)
    bounded = times_of(text, None, (day, last))
    exact = times_of(text, day + timedelta(days=days // 2))
    by_span = {(time.start, time.end): time for time in exact}
    for time in bounded:
        one = by_span.get((time.start, time.end))
        if one is None or time.earliest is None or one.earliest is None or one.latest is None:
            continue
        if time.anchor != "article's bounds":
            continue
        assert time.earliest <= one.earliest
        assert one.latest <= (time.latest or "")
