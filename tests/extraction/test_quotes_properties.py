"""Whatever marks a text has: no error, fragments in order, verbatim ones between marks."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.extraction.quotes.marks import marked, paragraphs
from briefing.extraction.quotes.page import page_of
from briefing.reference.reporting import quoting
from tests.conftest import ReadText

SIGNS = ["“", "”", '"', "«", "»", "‘", "’", "'", "''", "``", "„"]
WORDS = [
    "the minister",
    "said",
    "Anna Berg",
    "that prices",
    "fall",
    "told Reuters",
    "don't",
    "dogs'",
]
BREAKS = [" ", ", ", ". ", "? ", ": ", "\n", "\n\n", " — ", ""]

TEXTS = st.lists(
    st.one_of(st.sampled_from(SIGNS), st.sampled_from(WORDS), st.sampled_from(BREAKS)),
    min_size=1,
    max_size=40,
).map("".join)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_marks_pieces_lie_inside_their_marks_and_apart(text: str) -> None:
    spans = paragraphs(text)
    position = 0
    for piece in marked(text, spans).pieces:
        assert position <= piece.outer_start < piece.start < piece.end <= piece.outer_end
        start, end = spans[piece.paragraph]
        assert start <= piece.outer_start
        assert piece.outer_end <= end
        assert any(text.startswith(sign, piece.outer_start) for sign in SIGNS)
        position = piece.outer_end


@given(text=TEXTS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_quotes_fragments_are_inside_in_order_and_verbatim_between_marks(
    read_text: ReadText, text: str
) -> None:
    doc = read_text(text)
    pieces = page_of(doc, quoting()).pieces
    for quote in doc._.quotes:
        assert quote.fragments
        assert quote.fragments[0].start == quote.start
        assert quote.fragments[-1].end == quote.end
        position = quote.start
        for fragment in quote.fragments:
            assert position <= fragment.start < fragment.end <= quote.end
            position = fragment.end
            touched = [
                piece
                for piece in pieces
                if piece.outer_start < fragment.end and fragment.start < piece.outer_end
            ]
            if fragment.verbatim:
                (piece,) = touched
                assert piece.settled
                assert piece.start <= fragment.start < fragment.end <= piece.end
            else:
                assert all(not piece.settled or piece.goes_on for piece in touched)
        verbatim = {fragment.verbatim for fragment in quote.fragments}
        kinds = {
            frozenset({True}): {"direct"},
            frozenset({False}): {"indirect", "unsettled"},
            frozenset({True, False}): {"mixed", "unsettled"},
        }
        assert quote.kind in kinds[frozenset(verbatim)]
    starts = [(quote.start, quote.end) for quote in doc._.quotes]
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“A b,” he said. “C d.”", ["A b,", "C d."]),
        ("''A b,'' he said. ''C 'd' e.''", ["A b,", "C 'd' e."]),
        ("``A b,'' he said.", ["A b,"]),
        ("He said “a “b” c” d", ["a “b” c"]),
        ("It's the dogs' bone from the '90s.", []),
        ("‘We can’t,’ he said. ‘We won’t.’", ["We can’t,", "We won’t."]),
        ("“A b," + '" he said. "' + "C d.”", ["A b,", "C d."]),
        ("«A b», he said.", ["A b"]),
        ("An inch is 2.54 cm; 5' 10\" is tall.", []),
        ('"It is 12" long," he said.', ['It is 12" long,']),
        ('"It was in 1912" he said. "It is over."', ["It was in 1912", "It is over."]),
    ],
)
def test_marks_pairs(text: str, inside: list[str]) -> None:
    found = marked(text, paragraphs(text)).pieces
    assert [text[piece.start : piece.end] for piece in found] == inside


def test_marks_paragraph_without_closing_mark_goes_on() -> None:
    text = "“A b.\n\n“C d.”\n\nE f."
    first, second, third = marked(text + " “E", paragraphs(text + " “E")).pieces
    assert (first.goes_on, first.closed) == (True, False)
    assert (second.goes_on, second.closed) == (False, True)
    assert (third.goes_on, third.closed) == (False, False)


def test_paragraphs_wrapped_lines_are_one() -> None:
    text = "The minister said on Monday that the bridge, which\nwas closed, would open.\n\nThe end."
    assert len(paragraphs(text)) == 2
