"""Grades of sources: given, changed and cleared by staff; they change nothing that is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.brief import make_brief
from briefing.errors import LibraryError, ReviewError
from briefing.library import Filter, Library, queries, revisions
from briefing.library.audit import entries
from briefing.library.backup import back_up, restore
from briefing.library.reviews.keeping import correct
from briefing.library.source_grades import grade_source, grades_of
from tests.library.conftest import CANAL, HARBOUR

OUTLET = "Harbour News"


def _given(library: Library) -> dict[str, str]:
    rows = queries.articles(library)
    return dict(zip(rows["article_id"], rows["grade"], strict=True))


def test_a_grade_is_given_changed_and_cleared(library: Library) -> None:
    before = library.version
    grade_source(library, OUTLET, "C", " Ana  Lund ")
    assert library.version > before, "what is shown is asked for again"
    assert _given(library) == {HARBOUR.article_id: "C", CANAL.article_id: ""}
    (held,) = grades_of(library, [OUTLET, "The Echo"]).values()
    assert (held.grade, held.reviewer) == ("C", "Ana Lund")
    grade_source(library, OUTLET, "B", "Ben")
    assert grades_of(library, [OUTLET])[OUTLET].reviewer == "Ben"
    assert _given(library)[HARBOUR.article_id] == "B"
    grade_source(library, OUTLET, "", "Ben")
    assert set(_given(library).values()) == {""}
    assert grades_of(library, [OUTLET]) == {}
    said = [(each.object, each.detail) for each in entries(library) if each.object == OUTLET]
    assert said == [
        (OUTLET, "grade cleared"),
        (OUTLET, "source graded B"),
        (OUTLET, "source graded C"),
    ]


@pytest.mark.parametrize(
    ("outlet", "grade", "who", "why"),
    [
        (OUTLET, "G", "Ana", "choose one of A, B, C, D, E, F"),
        (OUTLET, "b", "Ana", "is no grade"),
        ("The Echo", "A", "Ana", "No article is from this outlet"),
        (OUTLET, "A", " ", "name"),
    ],
)
def test_what_cannot_be_graded_gets_one_sentence(
    library: Library, outlet: str, grade: str, who: str, why: str
) -> None:
    with pytest.raises(ReviewError, match=why):
        grade_source(library, outlet, grade, who)
    assert set(_given(library).values()) == {""}


def test_nothing_is_counted_or_ordered_by_it(library: Library) -> None:
    def said() -> list[object]:
        brief = make_brief(library)
        return [
            queries.figures(library, Filter()),
            list(queries.weightiest(library, Filter())["quote_id"]),
            list(queries.gist(library, Filter())["text"]),
            list(queries.in_view(library, Filter())["article_id"]),
            brief.bottom_line,
            brief.quotations,
            brief.relations,
            brief.timeline,
        ]

    before = said()
    grade_source(library, OUTLET, "E", "Ana")
    assert said() == before


def test_a_grade_goes_by_the_outlet_that_an_article_has_now(library: Library) -> None:
    grade_source(library, OUTLET, "B", "Ana")
    correct(library, CANAL.article_id, {"source": OUTLET}, "Ana")
    assert set(_given(library).values()) == {"B"}
    library.remove(HARBOUR.article_id)
    library.put_back(HARBOUR.article_id)
    assert set(_given(library).values()) == {"B"}


def test_a_backup_has_the_grades(library: Library, tmp_path: Path) -> None:
    grade_source(library, OUTLET, "D", "Ana")
    kept, other = tmp_path / "kept.sqlite", tmp_path / "other" / "library.sqlite"
    back_up(library.path, kept)
    other.parent.mkdir()
    restore(other, kept)
    with Library(other) as again:
        assert _given(again)[HARBOUR.article_id] == "D"


def test_a_library_with_grades_does_not_go_back(library: Library) -> None:
    grade_source(library, OUTLET, "D", "Ana")
    with pytest.raises(LibraryError, match="Outlets of this library are graded"):
        revisions.downgrade(library.path, "0.6.0")
