"""What changed since a time: one row a change, with what was before and what is now."""

from __future__ import annotations

import pytest

from briefing.library import Filter, Library, queries, schema
from briefing.library.looks import last_look, look
from briefing.library.reviews.keeping import decide, undo
from briefing.library.state import changed
from tests.library.stories import GRAIN, add, article_on

BEFORE, SINCE, NOW = (f"2021-05-0{day}T08:00:00+00:00" for day in (1, 2, 3))

OLD = article_on(
    "Togo and Ghana on the border",
    "2031-05-01",
    "The Echo",
    "Ama Koffi praised Ghana for the new border post at Aflao.",
    "“The post will open as planned,” Ama Koffi said.",
    "The ministers of Ghana and Togo meet in Aflao on 20 May 2031.",
    "Kofi Asare accused Togo of taking the toll money of the lorries at Aflao.",
)
NEW = article_on(
    "Togo turns on Ghana",
    "2031-05-03",
    "Coast Daily",
    "Ama Koffi accused Ghana of closing the border post at Aflao.",
    "“The post is shut and nobody told us,” said Kofi Asare in Lomé.",
    "The ministers of Ghana and Togo meet in Aflao on 27 May 2031.",
    "Kenya praised Uganda for its grain.",
)
EVERYTHING = Filter()
MEETING = "The ministers of Ghana and Togo meet in Aflao"
FRIENDLY, CRITICAL = "verbal-cooperation", "verbal-conflict"


@pytest.fixture
def told(empty_library: Library) -> Library:
    add(
        empty_library,
        OLD,
        [("The post will open as planned,", "Ama Koffi", "says")],
        [(MEETING, "2031-05-20")],
        [
            ("Ama Koffi praised Ghana", "Ama Koffi", "GHA", "SUPPORT", FRIENDLY),
            ("Kofi Asare accused Togo", "Kofi Asare", "TGO", "ACCUSE", CRITICAL),
        ],
    )
    add(
        empty_library,
        NEW,
        [("The post is shut and nobody told us,", "Kofi Asare", "says")],
        [(MEETING, "2031-05-27")],
        [
            ("Ama Koffi accused Ghana", "Ama Koffi", "GHA", "ACCUSE", CRITICAL),
            ("Kenya praised Uganda", "Kenya", "UGA", "SUPPORT", FRIENDLY),
        ],
        ["The article carries a note: “Correction: the post is in Togo.”"],
    )
    came(empty_library, {OLD.article_id: BEFORE, NEW.article_id: NOW})
    return empty_library


def came(library: Library, times: dict[str, str]) -> None:
    """Let articles have come into the library at some times."""
    with library.writing() as connection:
        for article, time in times.items():
            row = schema.articles.c.article_id == article
            connection.execute(schema.articles.update().where(row).values(added=time))
        changed(connection)


def found(library, kind, flt=EVERYTHING, until=None):
    return [one for one in queries.changes(library, flt, SINCE, until) if one.kind == kind]


def test_a_moved_date_has_both_days_and_both_sources(told: Library) -> None:
    (moved,) = found(told, "date")
    assert moved.about == MEETING
    assert (moved.before.value, moved.after.value) == ("20 May 2031", "27 May 2031")
    assert (moved.before.article_id, moved.after.article_id) == (OLD.article_id, NEW.article_id)


def test_another_position_of_the_same_speaker_has_both_sources(told: Library) -> None:
    (turned,) = found(told, "position")
    assert turned.about == "Ama Koffi → Ghana"
    assert turned.before.text.startswith("Ama Koffi praised Ghana")
    assert turned.after.text.startswith("Ama Koffi accused Ghana")


def test_new_articles_speakers_and_relations_are_told(told: Library) -> None:
    assert [one.about for one in found(told, "article")] == [NEW.title]
    assert [one.about for one in found(told, "speaker")] == ["Kofi Asare"]
    assert [one.about for one in found(told, "relation")] == ["Kenya → Uganda"]
    assert [one.after.text for one in found(told, "note")] == [
        "The article carries a note: “Correction: the post is in Togo.”"
    ]


def test_what_was_known_before_is_not_new(told: Library) -> None:
    assert queries.changes(told, Filter(), NOW) == ()
    assert queries.changes(told, Filter(), "2021-01-01T00:00:00+00:00") == (), "nothing was known"
    assert queries.changes(told, Filter(), SINCE, until=SINCE) == ()


def test_a_filter_narrows_what_changed(told: Library) -> None:
    assert found(told, "relation", Filter(countries=("GHA",))) == []
    assert len(found(told, "position", Filter(countries=("GHA",)))) == 1


def test_a_relation_that_staff_reject_is_gone_until_it_is_taken_back(told: Library) -> None:
    rows = queries.relations(told, Filter(articles=(OLD.article_id,)))
    fact = str(rows.loc[rows["target"] == "TGO", "relation_id"].iloc[0])
    decide(told, fact, "rejected", "Ana Lund")
    (gone,) = (one for one in queries.changes(told, Filter(), SINCE) if one.kind == "gone")
    assert (gone.about, gone.by, gone.quad) == ("Ghana → Togo", "Ana Lund", CRITICAL)
    assert gone.before.text.startswith("Kofi Asare accused Togo")
    undo(told, fact, "Ana Lund")
    assert found(told, "gone") == []


def test_another_version_of_an_outlets_article_names_both(told: Library) -> None:
    title, *body = OLD.text.split("\n\n")
    body[-1] = "Kofi Asare accused Togo of taking the toll money of all lorries at Aflao."
    newer = article_on(title, "2031-05-03", "the echo", *body)
    add(told, newer)
    add(told, GRAIN)
    came(told, {newer.article_id: NOW, GRAIN.article_id: NOW})
    (version,) = found(told, "version")
    assert {one.about for one in found(told, "article")} == {NEW.title, GRAIN.title}
    assert (version.before.article_id, version.after.article_id) == (
        OLD.article_id,
        newer.article_id,
    )


def test_each_reader_has_a_look_of_their_own(empty_library: Library) -> None:
    assert last_look(empty_library, "Ana") is None
    look(empty_library, "Ana", BEFORE)
    look(empty_library, "", SINCE)
    look(empty_library, "Ana", NOW)
    assert (last_look(empty_library, "Ana"), last_look(empty_library, "")) == (NOW, SINCE)


def test_two_briefings_are_compared_by_what_their_articles_tell(told: Library) -> None:
    old, new = Filter(articles=(OLD.article_id,)), Filter(articles=(NEW.article_id,))
    now = "2099-01-01T00:00:00+00:00"
    found = queries.changes_between(
        told, queries.Standpoint(old, now), queries.Standpoint(new, now)
    )
    kinds = {one.kind for one in found}
    assert {"article", "date", "position", "speaker", "relation"} <= kinds
    (article,) = (one for one in found if one.kind == "article")
    assert article.about == NEW.title
    both = Filter(articles=(OLD.article_id, NEW.article_id))
    again = queries.changes_between(
        told, queries.Standpoint(both, now), queries.Standpoint(new, now)
    )
    assert again == (), "what the earlier briefing has is not new"
