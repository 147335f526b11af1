"""Which articles tell one story: near-copies and follow-ups, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.library import Filter, Library, queries
from briefing.library.stories.copies import Pair, fingerprint, near_copies, share
from briefing.library.stories.grouping import grouped
from briefing.library.stories.topics import Named, near_topics, topic
from tests.library.stories import (
    BRIDGE,
    COPY,
    FOLLOW_UP,
    GRAIN,
    add,
    article_on,
)

WIRE = BRIDGE.text[BRIDGE.title_end :]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (WIRE, True),
        (WIRE.upper().replace("\n\n", "\n"), True),
        (WIRE + "\n\nAdditional reporting by our staff in Accra.", True),
        (WIRE[: int(len(WIRE) * 0.7)], True),
        (FOLLOW_UP.text, False),
        (GRAIN.text, False),
        ("", False),
    ],
)
def test_texts_that_share_most_of_their_wording_are_near_copies(other: str, expected: bool) -> None:
    found = near_copies([fingerprint(WIRE), fingerprint(other)])
    assert [(pair.one, pair.other) for pair in found] == ([(0, 1)] if expected else [])


def test_same_words_share_everything_and_no_words_nothing() -> None:
    assert share(fingerprint(WIRE), fingerprint(WIRE)) == 1.0
    assert share(fingerprint(WIRE), fingerprint("")) == 0.0
    assert share(fingerprint(""), fingerprint("")) == 0.0


def test_very_many_copies_are_all_paired_with_one_another_or_with_the_first() -> None:
    found = near_copies([fingerprint(WIRE)] * 300)
    reached = {0}
    for pair in found:
        if pair.one in reached:
            reached.add(pair.other)
    assert len(reached) == 300
    assert len(found) < 300 * 20


def _topic(title: str, opening: str, *names: str, day: str | None = None) -> bytes:
    named = [Named(name, 3, 0) for name in names]
    return topic(title, opening, named, [day] if day else [])


FIRST = _topic(
    "Ghana and Togo open a bridge",
    "Ghana and Togo opened a bridge over the Aflao lagoon on Tuesday, said Kofi Asare.",
    "country:GHA",
    "country:TGO",
    "person:kofi-asare",
    "place:aflao",
)
NEXT = _topic(
    "Togo raises tolls on Aflao bridge",
    "Togo raised the tolls on the Aflao bridge; Kofi Asare of Ghana protested in Lomé.",
    "country:GHA",
    "country:TGO",
    "person:kofi-asare",
    "place:aflao",
)
ELSEWHERE = _topic(
    "Ghana sells cocoa to Togo",
    "Ghana will sell 4,000 tonnes of cocoa to Togo's factories before the harvest ends.",
    "country:GHA",
    "country:TGO",
)


@pytest.mark.parametrize(
    ("other", "days", "expected"),
    [
        (NEXT, (100, 104), True),
        (NEXT, (100, None), True),
        (NEXT, (100, 200), False),
        (ELSEWHERE, (100, 101), False),
        (ELSEWHERE, (None, None), False),
    ],
)
def test_follow_up_names_the_same_people_places_and_things_within_days(
    other: bytes, days: Sequence[int | None], expected: bool
) -> None:
    assert bool(near_topics([FIRST, other], days)) is expected


def test_article_on_everything_does_not_join_two_stories() -> None:
    near = [Pair(0, 1, 0.5), Pair(2, 3, 0.5), Pair(1, 4, 0.3), Pair(3, 4, 0.29)]
    found = grouped([1, 2, 1, 2, 3], [], near)
    assert sorted(map(sorted, found)) in (
        [[0, 1], [2, 3], [4]],
        [[0, 1], [2, 3, 4]],
        [[0, 1, 4], [2, 3]],
    )
    assert {0, 2} not in [set(story) & {0, 2} for story in found]


def test_story_holds_the_newest_first_and_those_without_a_date_last() -> None:
    found = grouped([5, None, 9], [Pair(0, 1, 0.9), Pair(0, 2, 0.9)], [])
    assert found == [[2, 0, 1]]


@pytest.fixture
def told(empty_library: Library) -> Library:
    for article in (GRAIN, BRIDGE, FOLLOW_UP, COPY):
        add(empty_library, article)
    return empty_library


def test_near_copies_and_follow_ups_are_one_story_with_its_outlets(told: Library) -> None:
    stories = queries.stories(told, Filter())
    assert [story.articles for story in stories] == [
        (FOLLOW_UP.article_id, COPY.article_id, BRIDGE.article_id),
        (GRAIN.article_id,),
    ]
    assert stories[0].outlets == ("Coast Daily", "The Echo", "Harbour Wire")
    assert (stories[0].first, stories[0].last) == ("2026-03-10", "2026-03-14")


def test_stories_do_not_depend_on_the_order_of_adding(
    told: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Library(tmp_path_factory.mktemp("other") / "library.sqlite") as other:
        for article in (COPY, FOLLOW_UP, GRAIN, BRIDGE):
            add(other, article)
        assert [set(s.articles) for s in queries.stories(other, Filter())] == [
            set(s.articles) for s in queries.stories(told, Filter())
        ]


def test_story_loses_what_is_removed_or_not_shown(told: Library) -> None:
    told.remove(FOLLOW_UP.article_id)
    told.show([COPY.article_id, BRIDGE.article_id])
    (story,) = queries.stories(told, Filter())
    assert story.articles == (COPY.article_id, BRIDGE.article_id)


def test_bottom_line_over_several_articles_tells_each_story_once_the_newest_first(
    told: Library,
) -> None:
    rows = queries.gist(told, Filter(), 5)
    assert list(rows["article_id"]) == [FOLLOW_UP.article_id, GRAIN.article_id]
    assert list(rows["articles"]) == [3, 1]
    assert rows["text"][0].startswith("Togo's parliament")
    assert rows["outlets"][0] == ("Coast Daily", "The Echo", "Harbour Wire")


def test_story_is_told_by_a_sentence_that_stands_alone(empty_library: Library) -> None:
    leaning = article_on(
        "Togo answers Ghana",
        "2026-05-02",
        "Coast Daily",
        "They have thus refused the toll that Ghana asked for.",
        "However, Togo's minister Ama Koffi promised Ghana an answer by June.",
    )
    add(empty_library, leaning)
    add(empty_library, GRAIN)
    assert list(queries.gist(empty_library, Filter())["article_id"]) == [GRAIN.article_id]


def test_under_a_country_only_sentences_that_name_it_are_told(told: Library) -> None:
    rows = queries.gist(told, Filter(countries=("UGA",)))
    assert set(rows["article_id"]) == {GRAIN.article_id}
    assert all("Uganda" in text for text in rows["text"])


def test_coverage_says_how_many_articles_of_how_many_and_their_period(told: Library) -> None:
    found = queries.coverage(told, Filter())
    assert (found.articles, found.of) == (4, 4)
    assert (found.first, found.last, found.undated) == ("2026-02-01", "2026-03-14", 0)
    only = queries.coverage(told, Filter(countries=("UGA",)))
    assert (only.articles, only.of, only.first) == (1, 4, "2026-02-01")
