"""What holds for the events of every text, however odd."""

from __future__ import annotations

from datetime import date

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.article import Article
from briefing.extraction.pipeline import make_doc, pipeline
from briefing.reference.occasions import occasions, series

NAMES = sorted(
    {name for item in (*occasions().values(), *series().values()) for name in item.names}
)
PIECES = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(
        [
            "the",
            "upcoming",
            "last",
            "75th",
            "29th",
            "centenary",
            "anniversary",
            "of",
            "in",
            "will",
            "visited",
            "met",
            "held",
            "talks",
            "Lima",
            "Paris",
            "Peru",
            "France",
            "on",
            "Monday",
            "May",
            "2014",
            "since",
            "until",
            "from",
            "to",
            "between",
            "and",
            ",",
            ".",
            "'",
        ]
    ),
    st.integers(1, 2400).map(str),
)
TEXTS = st.lists(PIECES, min_size=2, max_size=12).map(" ".join)
DAYS = st.none() | st.sampled_from([date(1, 1, 1), date(2024, 2, 29), date(9999, 12, 31)])


@given(TEXTS, DAYS)
@settings(max_examples=60, deadline=None)
def test_events_never_raise_nor_give_an_impossible_date(text: str, day: date | None) -> None:
    nlp = pipeline()
    article = Article(
        text=text,
        published=day.isoformat() if day else None,
        published_basis="given" if day else "unknown",
    )
    doc = nlp(make_doc(nlp, article))
    published = doc._.published
    if published.earliest and published.latest:
        assert published.earliest <= published.latest
    for event in doc._.events:
        assert text[event.start : event.end].strip()
        assert event.title
        if event.date is not None:
            parse_edtf(event.date)
        if event.earliest is not None and event.latest is not None:
            assert date.fromisoformat(event.earliest) <= date.fromisoformat(event.latest)
        assert (event.working is not None) or event.basis in ("stated", "unknown")
    starts = [mention.start for mention in doc._.mentions]
    assert starts == sorted(starts)
