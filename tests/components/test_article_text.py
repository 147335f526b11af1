"""Highlights are split at every boundary, and nothing of the text is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.article_text import Span, build_data, pieces
from components.labels import Label


def _span(start: int, end: int, layer: str = "people", fact: str = "f") -> Span:
    return Span(start, end, layer, fact, Label("Somebody"))


def test_overlapping_spans_are_split_at_boundaries() -> None:
    spans = [_span(0, 5), _span(3, 8, "quotations")]
    assert [(p.text, p.spans) for p in pieces("abcdefghij", 0, 10, spans)] == [
        ("abc", (0,)),
        ("de", (0, 1)),
        ("fgh", (1,)),
        ("ij", ()),
    ]


def test_span_over_two_paragraphs_is_in_both() -> None:
    spans = [_span(2, 9)]
    assert pieces("abcd\n\nefgh", 0, 4, spans)[-1].spans == (0,)
    assert pieces("abcd\n\nefgh", 6, 10, spans)[0].spans == (0,)


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(1, 20)), max_size=6),
)
def test_pieces_are_the_text_and_each_is_wholly_in_its_spans(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [_span(start, start + length) for start, length in places]
    found = pieces(text, 0, len(text), spans)
    assert "".join(piece.text for piece in found) == text
    position = 0
    for piece in found:
        end = position + len(piece.text)
        assert piece.spans == tuple(
            number
            for number, span in enumerate(spans)
            if span.start <= position and end <= span.end
        )
        position = end


def test_data_is_plain_and_carries_markup_as_text() -> None:
    text = "<script>x</script> **b**"
    data = build_data(
        text,
        paragraphs=[{"paragraph": 0, "start": 0, "end": len(text)}],
        spans=[_span(0, 8)],
        facts=[Span(0, 8, "quotations", "q", Label("Peru says"))],
    )
    block = data["paragraphs"][0]
    assert "".join(words for words, _ in block["pieces"]) == text
    assert block["facts"][0]["words"] == "<script>"
    assert block["facts"][0]["kind"] == "Quotation"


def test_browser_part_never_reads_data_as_html() -> None:
    from components import article_text

    script = (article_text._ASSETS / "article.js").read_text(encoding="utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in script
