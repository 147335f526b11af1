"""What holds for any text at all."""

from __future__ import annotations

import json
import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.article import Article
from briefing.errors import ReadingError
from briefing.reading import Failure, read_bytes, read_text, read_upload
from briefing.reading.steps import clean

LINE_ENDS = re.compile("\r\n|[\r\f\v\u2028\u2029]")
LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "Leave a Comment",
            "Scroll to Top",
            "Related stories",
            "Read more: Ships wait outside",
            "FILE PHOTO: The harbour in May",
            "WORLD NEWS",
            "Page 2 of 5",
            "as ships wait",
            "====",
            "Harbour closed after storm",
            "The ships waited outside the bay.",
            "Published: 3 May 2021",
            "By Ana Reyes",
            "",
        ]
    ),
)
TEXTS = st.lists(LINES, max_size=14).map("\n".join)


def _outcome(text: str | bytes, *, verbatim: bool = False) -> Article | str:
    """Read, and return the article or the sentence that refuses it."""
    try:
        if isinstance(text, bytes):
            return read_bytes(text, "upload", verbatim=verbatim)
        return read_text(text, name="upload", verbatim=verbatim)
    except ReadingError as error:
        return str(error)


def _words(text: str) -> str:
    return "".join(text.replace("\ufeff", "").split())


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_becomes_an_article_that_keeps_every_word_or_is_refused(text: str) -> None:
    article = _outcome(text)
    if isinstance(article, str):
        assert article.startswith("upload")
        assert article.endswith(".")
        return
    assert article.text.strip()
    assert article.text[: article.title_end] == article.title
    kept = _words(article.text)
    cut = "".join(_words(piece) for piece in article.removed)
    whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    mended = clean(LINE_ENDS.sub("\n", whole))
    given_words = _words(mended.text)
    assert sorted(kept + cut) == sorted(given_words + "".join(map(_words, mended.removed)))
    rest = iter(given_words)
    assert all(sign in rest for sign in kept)  # in their order


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_twice_changes_nothing(text: str) -> None:
    article = _outcome(text)
    if isinstance(article, str):
        return
    again = read_text(article.text)
    assert again.text == article.text
    assert again.article_id == article.article_id


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_verbatim_keeps_every_offset(text: str) -> None:
    article = _outcome(text, verbatim=True)
    if isinstance(article, str):
        return
    assert len(article.text) == len(text)
    assert all(
        kept == sign or "\ud800" <= sign <= "\udfff"
        for kept, sign in zip(article.text, text, strict=True)
    )


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_become_an_article_or_are_refused(data: bytes) -> None:
    outcome = _outcome(data)
    if isinstance(outcome, str):
        assert "upload" in outcome
    else:
        assert outcome.text.encode("utf-8").decode("utf-8") == outcome.text


ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**400), 10**400),
        st.floats(),
        st.text(st.characters(), max_size=400),
        st.sampled_from(["\ud800", "0024-07-09", "2024-07-09", "=1+1"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(["text", "title", "published", "source", "url", "author", "id", "n"])
GOOD = {"text": "The ships waited outside the bay."}


@given(st.lists(st.dictionaries(FIELDS, ANYTHING, max_size=8), max_size=4))
@settings(max_examples=300, deadline=None)
def test_whatever_a_line_holds_it_costs_at_most_itself(records: list[dict[str, object]]) -> None:
    lines = [GOOD, *records, GOOD]
    outcomes = list(read_upload("\n".join(map(json.dumps, lines)).encode(), "upload.jsonl"))
    assert len(outcomes) == len(lines)
    assert isinstance(outcomes[0], Article)
    assert outcomes[0] == outcomes[-1]
    for number, outcome in enumerate(outcomes, start=1):
        if isinstance(outcome, Failure):
            assert f"line {number}" in str(outcome.error)
            assert "fault" not in str(outcome.error)
        else:
            repr(outcome).encode("utf-8")
            assert len(outcome.external_id or "") <= 300


EXPORT_LINES = st.lists(
    st.sampled_from(
        [
            "1 of 3 DOCUMENTS",
            "Document 2 of 3",
            "End of Document",
            "Document ANDT000020220503ei5300009",
            "news·20220503·AND·1",
            "140 words",
            "LENGTH: 140 words",
            "May 3, 2022",
            "Bay News",
            "Copyright 2022 Bay Media",
            "LOAD-DATE: June 12, 2022",
            "BYLINE: Ana Reyes",
            "HD",
            "TD",
            "LP",
            "WC  140 words",
            "AN  Document ANDT000020220503ei5300009",
            "HEADLINE: Harbour closed",
            "Full text: The ships waited.",
            "Body",
            "==========",
            "* * *",
            "\f",
            "Harbour closed after storm",
            "The ships waited outside the bay, as the storm had closed the harbour to them.",
            "The pilots went back to work on Monday, said the harbour master of the bay.",
            "",
            "",
        ]
    ),
    max_size=40,
).map("\n".join)


@given(EXPORT_LINES)
@example("1 of 3 DOCUMENTS\nHD\nHEADLINE: Harbour closed\nWC  140 words")
@settings(max_examples=300, deadline=None)
def test_whatever_is_split_every_letter_is_in_an_article_or_listed(text: str) -> None:
    outcomes = list(read_upload(text.encode(), "upload.txt"))
    assert not any("fault" in str(one.error) for one in outcomes if isinstance(one, Failure))
    if any(isinstance(one, Failure) for one in outcomes):
        return
    told = Counter(
        sign
        for one in outcomes
        if isinstance(one, Article)
        for piece in (one.title, one.text, *one.removed)  # a title may stand twice in a file
        for sign in piece
        if sign.isalnum()
    )
    assert not Counter(filter(str.isalnum, text)) - told
