"""What goes on without an end is cut, and everything else is tokenised as before."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import extract
from briefing.article import Article
from briefing.extraction.pipeline import pipeline
from briefing.extraction.quotes.marks import paragraphs
from briefing.extraction.tokens import LONGEST_SENTENCE, tokens

LINK = "https://news.example/" + "a-long-address/" * 40
PIECES = st.sampled_from(
    ["“‘", "(", ")", "’”", "'s", "...", "a", "$", "7", "km", " ", "\n\n", LINK, "word ", "[1]"]
)


@given(st.lists(st.tuples(PIECES, st.integers(1, 400)), max_size=5))
@settings(max_examples=60, deadline=None)
def test_the_words_are_those_of_the_text(parts: list[tuple[str, int]]) -> None:
    text = "".join(piece * times for piece, times in parts)
    doc = tokens(pipeline(), text)
    assert doc.text == text


def test_ordinary_words_and_links_are_tokenised_as_spacy_does() -> None:
    text = f"“We will not go,” he said (in Oslo). See {LINK}; it’s $5 — or -- 7km..."
    words = [token.text for token in tokens(pipeline(), text)]
    assert words == [token.text for token in pipeline().make_doc(text)]
    assert f"{LINK}" in " ".join(words)


@pytest.mark.parametrize("mark", ["“‘", "(", "'s", "a(", "...", "$"])
def test_a_run_of_marks_takes_time_as_long_as_it_is(mark: str) -> None:
    nlp = pipeline()

    def seconds(signs: int) -> float:
        text = (mark * signs)[:signs]
        start = time.process_time()
        tokens(nlp, text)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(64_000) < 20


def _names(number: int) -> str:
    """Make a list of so many people, each with a name that nobody else has."""
    given = [f"{first}{middle}na" for first in "ABCDEFGHIJKLM" for middle in ("a", "e", "i", "o")]
    return ", ".join(f"{given[at % 52]} {given[at // 52 % 52]}berg" for at in range(number))


def test_a_list_of_names_takes_time_as_long_as_it_is() -> None:
    def seconds(number: int) -> float:
        article = Article(text=f"The annex lists {_names(number)}.")
        start = time.process_time()
        assert len(extract(article)["mentions"]) >= number / 2
        return time.process_time() - start

    seconds(50)
    assert seconds(800) < 9 * seconds(200)  # were each compared with each, 16 times and more


@pytest.mark.parametrize("line", ["x\n", "the talks went on and\n", "(a,\n"])
def test_lines_that_go_on_below_take_time_as_long_as_they_are(line: str) -> None:
    def seconds(lines: int) -> float:
        start = time.process_time()
        paragraphs(line * lines)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(160_000) < 10


@pytest.mark.parametrize(
    "names", ["Berg, " * 1000 + "and Lund.", "Berg and " * 1000 + "Lund.", "Anna Berg; " * 600]
)
def test_a_list_of_a_thousand_names_is_read(names: str) -> None:
    article = Article(text=f"Talks were held in Paris. The list names {names}")
    found = extract(article)
    assert "Paris" in set(found["mentions"]["text"])
    assert len(found["mentions"]) >= 500
    first = found["sentences"].iloc[0]
    assert article.text[first["start"] : first["end"]] == "Talks were held in Paris."


def test_a_sentence_without_an_end_is_cut_at_a_mark() -> None:
    text = "The list names " + "; ".join(f"harbour number {number}" for number in range(300)) + "."
    sentences = extract(Article(text=text))["sentences"]
    pieces = [
        text[start:end]
        for start, end in zip(*(sentences[at] for at in ("start", "end")), strict=True)
    ]
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")
    assert all(piece.endswith((";", ".")) for piece in pieces)
    assert max(len(piece.split()) for piece in pieces) <= LONGEST_SENTENCE


def test_a_long_sentence_that_somebody_wrote_is_left_whole() -> None:
    text = "The council called on all states " + "and on all parties " * 40 + "to stop."
    assert len(extract(Article(text=text))["sentences"]) == 1
