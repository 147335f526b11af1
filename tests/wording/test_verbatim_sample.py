"""Every quotation of the sample article: in marks just what the article has between its own."""

from __future__ import annotations

from briefing import extract
from briefing.reading import read_text
from briefing.wording.verbatim import pieces as pieces_of
from briefing.wording.verbatim import plain
from tests.conftest import SAMPLE


def test_what_is_shown_in_marks_is_what_the_article_has_in_marks() -> None:
    article = read_text(SAMPLE.read_text(encoding="utf-8"), name=SAMPLE.name)
    tables = extract(article)
    shown: list[str] = []
    for _, rows in tables["fragments"].sort_values("start").groupby("quote_id"):
        fragments = [
            (int(row.start), int(row.end), bool(row.verbatim), article.text[row.start : row.end])
            for row in rows.itertuples()
        ]
        pieces = pieces_of(fragments, article.text)
        assert plain(pieces).count("“") == sum(piece.verbatim for piece in pieces)
        for piece, (start, end, verbatim, _) in zip(pieces, fragments, strict=True):
            assert piece.verbatim == verbatim
            if verbatim:
                assert article.text[start - 1] == "“"
                assert article.text[end] == "”"
                shown.append(article.text[start:end])
    assert "depends entirely" in shown
    assert len(shown) == article.text.count("“")
