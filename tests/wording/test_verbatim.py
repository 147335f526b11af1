"""What stands between quotation marks on a page is what the article has between its own."""

from __future__ import annotations

import pytest

from briefing.wording.sources import Source
from briefing.wording.verbatim import (
    Piece,
    citation,
    is_verbatim,
    markup,
    pieces,
    plain,
    proved_kind,
)

ARTICLE = "Ms Vega said the port “will stay open,” adding: “We need <both> sides.”"


def _at(words: str, *, verbatim: bool = True) -> tuple[int, int, bool, str]:
    start = ARTICLE.index(words)
    return start, start + len(words), verbatim, words


@pytest.mark.parametrize(
    ("words", "shift", "expected"),
    [
        ("will stay open,", 0, True),
        ("We need <both> sides.", 0, True),
        ("will stay open,", 1, False),
        ("the port", 0, False),
    ],
)
def test_marks_need_the_same_characters_beside_a_mark(
    words: str, shift: int, expected: bool
) -> None:
    start, end, _, text = _at(words)
    assert is_verbatim(start + shift, end + shift, text, ARTICLE) is expected


def test_one_changed_letter_loses_the_marks() -> None:
    start, end, _, text = _at("will stay open,")
    assert pieces([(start, end, True, text.replace("stay", "stey"))], ARTICLE) == [
        Piece("will stey open,", verbatim=False)
    ]


def test_mixed_quotation_marks_only_its_verbatim_words() -> None:
    parts = pieces([_at("the port", verbatim=False), _at("will stay open,")], ARTICLE)
    assert plain(parts) == "the port “will stay open”"


def test_words_left_out_leave_an_ellipsis() -> None:
    parts = pieces([_at("will stay open,"), _at("We need <both> sides.")], ARTICLE)
    assert plain(parts) == "“will stay open” … “We need <both> sides.”"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("will stay open,",), "“will stay open”"),
        (("will stay open",), "“will stay open”"),
        (("will stay open,", "adding:"), "“will stay open,” adding:"),
        (("will", "stay open,"), "“will” “stay open”"),
    ],
)
def test_quotation_that_ends_ends_before_the_comma_of_the_reporter(
    words: tuple[str, ...], shown: str
) -> None:
    found = pieces([_at(each, verbatim=each != "adding:") for each in words], ARTICLE)
    assert plain(found) == shown
    assert all(piece.text in ARTICLE for piece in found)


def test_markup_escapes_the_article() -> None:
    assert markup(pieces([_at("We need <both> sides.")], ARTICLE)) == (
        "“We need &lt;both&gt; sides.”"
    )


def test_markup_sets_the_verbatim_words_of_a_mixed_quotation_apart() -> None:
    parts = pieces([_at("the port", verbatim=False), _at("will stay open,")], ARTICLE)
    assert markup(parts) == "the port <strong>“will stay open”</strong>"


@pytest.mark.parametrize(
    ("outlet", "title", "expected"),
    [
        ("The Echo", "Port talks", "as reported by The Echo (“Port talks”), 3 May 2020"),
        ("The Echo", "", "as reported by The Echo (an untitled article), 3 May 2020"),
        (None, "Port talks", "as reported in “Port talks” (outlet not stated), 3 May 2020"),
    ],
)
def test_citation_says_who_where_and_when(outlet: str | None, title: str, expected: str) -> None:
    words = citation(
        pieces([_at("will stay open,")], ARTICLE),
        speaker="Ana Vega",
        role="harbour master",
        verb="says",
        kind="direct",
        source=Source("a1", title, outlet, "3 May 2020, stated"),
    )
    assert words == f"“will stay open” – Ana Vega, harbour master, {expected}"


def test_citation_of_a_paraphrase_says_so_and_has_no_marks() -> None:
    words = citation(
        pieces([_at("the port", verbatim=False)], ARTICLE),
        speaker="Ana Vega",
        role=None,
        verb="warns",
        kind="indirect",
        source=Source("a1", "Port talks", "The Echo", "3 May 2020"),
    )
    assert words == (
        "Ana Vega warns (paraphrase): the port, as reported by The Echo (“Port talks”), 3 May 2020"
    )


def test_citation_says_where_the_end_of_a_quotation_is_not_settled() -> None:
    words = citation(
        pieces([_at("will stay open,", verbatim=False)], ARTICLE),
        speaker="Ana Vega",
        role=None,
        verb="says",
        kind="unsettled",
        source=Source("a1", "Port talks", "The Echo", "3 May 2020"),
    )
    assert words.startswith("Ana Vega says (end of quotation unclear): will stay open, as")


def test_spaces_are_set_between_pieces_and_never_inside() -> None:
    parts = [Piece("who , he said , ran", True), Piece(", she said,", False), Piece("fast .", True)]
    assert plain(parts) == "“who , he said , ran”, she said, “fast .”"
    assert markup(parts).count(" , ") == 2


@pytest.mark.parametrize(
    ("proved", "kind"),
    [((True,), "direct"), ((True, False), "mixed"), ((False,), "indirect"), ((), "indirect")],
)
def test_kind_is_that_of_the_words_that_are_proved(proved: tuple[bool, ...], kind: str) -> None:
    parts = [Piece("word", one) for one in proved]
    assert proved_kind(parts, "direct") == kind
    assert proved_kind(parts, "unsettled") == "unsettled"
