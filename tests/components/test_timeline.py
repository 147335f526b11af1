from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from briefing.timeline.article_dates import article_dates
from briefing.timeline.bars import ArticleDate, bars
from briefing.timeline.layout import scale_of
from briefing.timeline.scale import Scale, make_scale
from briefing.wording.dates import as_day
from components.charts.timeline import CALM, build_timeline, dragged_period, draw, events_of
from components.style import figure_theme
from components.timeline import OWN_TOGETHER, as_table, own_dates
from components.timeline_chart import CHARTED, nearest
from components.timeline_groups import LISTED, groups, page_of, whole_rows

OWN = [ArticleDate(date(2031, 4, 2), date(2031, 4, 2), "Article: 2 April 2031")]


def event(title="Talks", earliest=None, latest=None, **more):
    return {
        "article_id": "a",
        "event_id": f"a.e.{title}",
        "start": 0,
        "end": 5,
        "text": "talks",
        "title": title,
        "kind": "meeting",
        "date_text": None,
        "date": earliest,
        "earliest": earliest,
        "latest": latest,
        "precision": "day" if earliest and earliest == latest else "interval",
        "basis": "stated",
        "working": None,
        "tense": "past",
        "standing": "asserted",
        "status": "firm",
        "certainty": "high",
        "certainty_reason": "The sentence gives the date.",
        "place_country": None,
        "countries": (),
        "sentence_text": "There were talks.",
        "sentence_start": 0,
        "title_article": "A title",
        "published": None,
        **more,
    }


SUMMIT = event(
    "Summit in Vienna",
    "2031-05-04",
    "2031-05-06",
    tense="upcoming",
    basis="reference",
    working="Summit · reference calendar: 4–6 May 2031",
    place_country="AUT",
    countries=("AUT", "FRA"),
)
TREATY = event("Treaty", "1951-01-01", "1951-12-31", precision="year", countries=("FRA",))
WAR = event("War", "2029-02-01", None, tense="ongoing", precision="unknown", basis="inferred")
UNDATED = event("Raid", precision="unknown", basis="unknown")
HOPE = event("Visit", tense="upcoming", precision="unknown", basis="unknown")
ALL = pd.DataFrame([TREATY, WAR, SUMMIT, UNDATED, HOPE])


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2031-05-04", date(2031, 5, 4)),
        (None, None),
        ("-0044", None),
        ("2031", None),
        (float("nan"), None),
    ],
)
def test_as_day_reads_whole_days_only(value, found) -> None:
    assert as_day(value) == found


@pytest.mark.parametrize("days", [("2031-01-01", "2031-06-01"), ("1949-04-04", "2031-06-01")])
def test_scale_places_days_in_order_and_back(days) -> None:
    scale = make_scale([date.fromisoformat(day) for day in days], date(2031, 4, 2))
    xs = [scale.x(date(year, 3, 1)) for year in range(1950, 2032)]
    assert xs == sorted(xs)
    for day in (date(2031, 4, 1), date(2030, 12, 24), date(1990, 7, 1)):
        assert abs((scale.day(scale.x(day)) - day).days) <= 1


def test_scale_gives_near_days_room_when_dates_reach_far() -> None:
    near = make_scale([date(2031, 1, 1), date(2031, 9, 1)], date(2031, 4, 2))
    far = make_scale([date(1949, 4, 4), date(2031, 9, 1)], date(2031, 4, 2))
    assert near.even
    assert not far.even
    share = (far.x(date(2031, 9, 1)) - far.x(date(2031, 4, 2))) / (
        far.x(far.last) - far.x(far.first)
    )
    assert share > 0.1


@pytest.mark.parametrize("width", [240, 600, 1000])
def test_ticks_do_not_crowd(width) -> None:
    scale = make_scale([date(1949, 4, 4), date(2031, 9, 1)], date(2031, 4, 2))
    ticks = scale.ticks(width)
    pixels = width / (scale.x(scale.last) - scale.x(scale.first))
    gaps = [(b - a) * pixels for (a, _), (b, _) in pairwise(ticks)]
    assert len(ticks) >= 2
    assert min(gaps) >= 64


def test_scale_stays_within_the_calendar() -> None:
    scale = make_scale([date.min, date.max])
    assert scale.first == date.min
    assert scale.last == date.max


def test_bars_by_country_stand_in_each_lane_of_theirs() -> None:
    lanes = {(bar.lane, bar.title) for bar in bars(ALL)}
    assert ("Austria", "Summit in Vienna") in lanes
    assert ("France", "Summit in Vienna") in lanes
    assert ("No country", "War") in lanes


def test_bars_by_kind_stand_once_and_leave_the_undated_out() -> None:
    assert sorted(bar.title for bar in bars(ALL, "kind")) == ["Summit in Vienna", "Treaty", "War"]


def test_bars_many_lanes_share_the_last() -> None:
    frame = pd.DataFrame(
        [event(f"E{n}", "2031-01-01", "2031-01-01", kind=f"kind {n}") for n in range(20)]
    )
    assert len({bar.lane for bar in bars(frame, "kind")}) == 8


def chart(events, own=OWN, *, dark=False, **how):
    return build_timeline(draw(events, own, **how), dark=dark)


def labels(figure):
    """Return the words beside the marks on one line each, without their markup."""
    return [re.sub(r"<[^>]+>", " ", text) for text in trace(figure, "titles").text]


def symbols(figure):
    """Return the sign of each event by its words."""
    found = zip(labels(figure), trace(figure, "marks").marker.symbol, strict=True)
    return {" ".join(words.split()): symbol for words, symbol in found}


def notes(figure, name):
    return [note.text for note in figure.layout.annotations if note.name == name]


def trace(figure, name):
    return next(item for item in figure.data if item.name == name)


def test_timeline_marks_what_was_worked_out() -> None:
    assert symbols(chart(ALL, lanes="kind")) == {
        "Treaty 1951": "diamond",
        "War from 1 February 2029": "diamond-open",
        "Summit in Vienna 4–6 May 2031": "diamond-open",
    }


def test_timeline_marks_what_is_not_so_with_a_cross_and_a_word() -> None:
    denied = event("Talks", "2031-05-04", "2031-05-04", tense="upcoming", standing="denied")
    bombing = event("Bombing", "2031-05-01", "2031-05-20", standing="disputed")
    claimed = event("Raid", "2031-05-04", "2031-05-04", standing="attributed")
    figure = chart(pd.DataFrame([denied, bombing, claimed]), lanes="kind")
    assert symbols(figure) == {
        "Denied: Talks 4 May 2031": "x-thin-open",
        "Disputed: Bombing 1–20 May 2031": "x-thin-open",
        "Claimed: Raid 4 May 2031": "diamond",
    }
    assert (
        len(set(trace(figure, "marks").marker.color)) == 1
    )  # what is told not to come is not in the colour of what is
    assert trace(figure, "not so").line.dash == "dot"
    assert any("Denied" in words for words in trace(figure, "events").hovertext)


def test_groups_keep_what_is_told_not_to_come_out_of_what_is_ahead() -> None:
    denied = event("Talks", tense="upcoming", standing="denied")
    ahead_ = event("Vote", tense="upcoming")
    found = groups(pd.DataFrame([denied, ahead_]), OWN)
    named = {group.heading: [row["title"] for row in group.rows] for group in found}
    assert named["Upcoming, undated"] == ["Vote"]
    assert named["Denied or disputed, undated"] == ["Talks"]


def test_timeline_open_ends_fade() -> None:
    figure = chart(pd.DataFrame([WAR]))
    opacities = {item.opacity for item in figure.data if item.mode == "lines"}
    assert len(opacities) == 4


def test_timeline_a_day_is_no_bar() -> None:
    figure = chart(pd.DataFrame([event("Strike", "2031-03-01", "2031-03-01")]))
    assert not [item for item in figure.data if item.mode == "lines"]


def test_timeline_shows_the_articles_own_date() -> None:
    figure = chart(ALL)
    assert notes(figure, "article") == ["Article: 2 April 2031"]


def test_timeline_dates_of_many_articles_do_not_lie_on_each_other() -> None:
    own = [
        ArticleDate(date(2031, 4, n), date(2031, 4, n), f"Article: {n} April 2031")
        for n in (2, 3, 4)
    ]
    figure = chart(ALL, own)
    assert len(notes(figure, "article")) == 1
    assert len([shape for shape in figure.layout.shapes if shape.line.dash == "dot"]) == 3


@pytest.mark.parametrize(
    ("first", "last", "side"),
    [(date(2031, 4, 2), None, 1), (None, date(2031, 4, 2), -1)],
)
def test_timeline_an_open_date_of_the_article_fades_to_the_open_side(first, last, side) -> None:
    figure = chart(ALL, [ArticleDate(first, last, "Article")])
    bands = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert len({band.opacity for band in bands}) == 3
    assert all((band.x0 + band.x1) * side > 0 for band in bands)


@pytest.mark.parametrize("dark", [False, True])
def test_timeline_words_are_in_the_ink_of_the_theme(dark) -> None:
    ink = figure_theme(dark=dark).layout.font.color
    ground = "#12161D" if dark else "#FFFFFF"
    figure = chart(ALL, dark=dark)
    template = figure.layout.template.layout
    assert template.xaxis.tickfont.color == template.yaxis.tickfont.color == ink
    assert trace(figure, "titles").textfont.color == ink
    assert contrast(ink, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.1)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        lin = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_timeline_nothing_fades_when_something_is_chosen() -> None:
    for item in chart(ALL).data:
        if "markers" in item.mode:
            assert item.unselected.marker.opacity == item.marker.opacity
        if "text" in item.mode:
            assert item.unselected.textfont.color == item.textfont.color


def test_timeline_titles_are_words_not_markup() -> None:
    figure = chart(pd.DataFrame([event("<b>X</b>", "2031-03-01", "2031-03-01")]))
    assert trace(figure, "titles").text == ("&lt;b&gt;X&lt;/b&gt;  1 March 2031",)


def test_timeline_rows_do_not_overlap() -> None:
    """Events of one lane with long titles on the same days go below each other."""
    frame = pd.DataFrame(
        [event(f"A rather long title {n}", f"2031-03-0{n}", f"2031-03-0{n}") for n in range(1, 6)]
    )
    assert len(set(trace(chart(frame, lanes="kind"), "titles").y)) == 5


def test_brushed_reads_the_period() -> None:
    scale = Scale(date(2031, 4, 2), date(2031, 1, 1), date(2031, 9, 1), True)
    event_ = {"selection": {"box": [{"x": [10.2, -5.0], "y": [0, 1]}], "points": []}}
    assert dragged_period(event_, scale) == (date(2031, 3, 28), date(2031, 4, 12))
    assert dragged_period({"selection": {}}, scale) is None
    assert dragged_period(None, scale) is None


def test_scale_of_an_undated_article_ends_with_its_events() -> None:
    scale = scale_of(bars(pd.DataFrame([TREATY])), [])
    assert scale.first < date(1951, 1, 1) < scale.last


def test_groups_go_from_past_over_the_article_to_what_is_ahead() -> None:
    found = groups(ALL, OWN)
    assert [group.heading for group in found] == [
        "1951",
        "2029",
        "Past, undated",
        "Article: 2 April 2031",
        "May 2031",
        "Upcoming, undated",
    ]
    assert [row["title"] for group in found for row in group.rows] == [
        "Treaty",
        "War",
        "Raid",
        "Summit in Vienna",
        "Visit",
    ]


def test_groups_set_what_may_be_past_between_the_article_and_what_is_ahead() -> None:
    april = event("Anniversary", "2031-04-04", "2031-04-04", tense="upcoming", basis="computed")
    own = [ArticleDate(date(2031, 1, 1), date(2031, 5, 3), "Article written before 4 May 2031")]
    found = groups(pd.DataFrame([april, SUMMIT]), own, {april["event_id"]})
    assert [group.heading for group in found] == [
        "Article written before 4 May 2031",
        "April 2031, before or after the article was written",
        "May 2031",
    ]


def test_groups_of_several_articles_are_in_the_order_of_time() -> None:
    own = [*OWN, ArticleDate(date(2028, 4, 2), date(2028, 4, 2), "Article: 2 April 2028")]
    assert [group.heading for group in groups(ALL, own)] == [
        "1951",
        "Article: 2 April 2028",
        "2029",
        "Article: 2 April 2031",
        "May 2031",
        "Past, undated",
        "Upcoming, undated",
    ]


def test_undated_events_stand_around_the_date_of_their_own_article() -> None:
    first, second = "2028-04-02", "2031-04-02"
    own = [*OWN, ArticleDate(date(2028, 4, 2), date(2028, 4, 2), "Article: 2 April 2028")]
    rows = [
        event("Raid", written_earliest=first, written_latest=first),
        event("Visit", tense="upcoming", written_earliest=first, written_latest=first),
        event("Strike", tense="ongoing", written_earliest=second, written_latest=second),
        event("Vote", "2029-01-01", "2029-12-31", precision="year"),
        event("Talks", written_earliest=None, written_latest=None),
    ]
    found = groups(pd.DataFrame(rows), own)
    assert [(group.heading, [row["title"] for row in group.rows]) for group in found] == [
        ("Past, undated", ["Raid"]),
        ("Article: 2 April 2028", []),
        ("Upcoming, undated", ["Visit"]),
        ("2029", ["Vote"]),
        ("Ongoing, undated", ["Strike"]),
        ("Article: 2 April 2031", []),
        ("Past, undated", ["Talks"]),
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-05-04", None, "Article written on or after 4 May 2031, inferred"),
        (None, "2031-05-03", "Article written before 4 May 2031, inferred"),
    ],
)
def test_own_dates_with_one_bound_read_well_and_stand_in_the_list(first, last, words) -> None:
    frame = pd.DataFrame(
        [(None, "inferred", first, last)],
        columns=["published", "published_basis", "published_earliest", "published_latest"],
    )
    own = article_dates(frame)
    assert [article.words for article in own] == [words]
    assert words in [group.heading for group in groups(ALL, own)]


def test_page_of_shows_every_event_once_and_the_articles_date_once() -> None:
    found = groups(ALL, OWN)
    pages = [page_of(found, first, 2) for first in (0, 2, 4)]
    titles = [row["title"] for page in pages for group in page for row in group.rows]
    assert titles == [row["title"] for group in found for row in group.rows]
    assert sum(group.own for page in pages for group in page) == 1


def test_own_dates_say_how_they_are_known() -> None:
    articles = pd.DataFrame(
        [
            ("2031-04-02", "stated", None, None),
            (None, "inferred", "2031-01-01", "2031-05-03"),
            (None, "unknown", None, None),
        ],
        columns=["published", "published_basis", "published_earliest", "published_latest"],
    )
    stated, inferred = article_dates(articles)
    assert stated.words == "Article: 2 April 2031"
    assert "inferred" in inferred.words
    assert inferred.first == date(2031, 1, 1)


def test_table_tells_other_dates_and_the_word_that_leaves_an_event_open() -> None:
    talks = event(
        "Talks", "2031-05-04", "2031-05-04", tense="upcoming", status="tentative",
        status_words="may",
    )  # fmt: skip
    other = event("Talks", "2031-06-04", "2031-06-04", title_article="Talks ahead")
    table = as_table(pd.DataFrame([talks]), {talks["event_id"]: [other]})
    assert table["How certain"].tolist() == ["Not certain (“may”)"]
    assert table["Other dates"].tolist() == ["4 June 2031 in “Talks ahead”"]


def test_table_has_every_event_in_words() -> None:
    table = as_table(ALL, {})
    assert table["Event"].tolist() == ALL["title"].tolist()
    assert table["Countries"].tolist()[2] == "Austria, France"


def test_timeline_a_long_date_of_the_article_stays_on_a_narrow_chart() -> None:
    words = "Article written in 2031, before 4 May, inferred"
    figure = chart(ALL, [ArticleDate(date(2031, 1, 1), date(2031, 5, 3), words)], wide=350)
    (note,) = [note for note in figure.layout.annotations if note.name == "article"]
    assert note.xanchor == "right"


def test_chart_of_a_large_library_holds_what_is_nearest() -> None:
    rows = [event(str(number), "2031-01-01", "2031-01-01") for number in range(CHARTED)]
    rows += [event("Old", "1951-01-01", "1951-01-01"), event("Undated")]
    charted = nearest(pd.DataFrame(rows), date(2031, 2, 1))
    assert len(charted) == CHARTED
    assert not {"Old", "Undated"} & set(charted["title"])
    assert nearest(pd.DataFrame(rows[:3]), date(2031, 2, 1))["title"].tolist() == ["0", "1", "2"]


def crowd(number: int) -> pd.DataFrame:
    """Make events of nine countries with titles as long as those of news, over some years."""
    codes = ["AUT", "FRA", "PER", "CHL", "JPN", "KEN", "CAN", "BRA", "IND"]
    title = "Ministers of fisheries meet in the harbour to sign the pact on the strait"
    rows = []
    for at in range(number):
        day = (date(2029, 1, 1) + timedelta(days=at * 97 % 1100)).isoformat()
        words = f"{at} {title[: 20 + at * 7 % 50]}"
        rows.append(event(words, day, day, countries=(codes[at * at % 9],)))
    return pd.DataFrame(rows)


MANY = [
    ArticleDate(day, day, "Article", 1 + number % 2)
    for number, day in enumerate(date(2029, 1, 1) + timedelta(days=20 * n) for n in range(40))
]


@pytest.mark.parametrize("wide", [350, 900])
def test_a_crowded_chart_closes_its_lanes_and_counts_what_has_no_words(wide) -> None:
    frame = crowd(160)
    drawing = draw(frame, MANY, wide=wide)
    figure = build_timeline(drawing)
    assert drawing.laid.height < (1.2 if wide > 500 else 1.8) * CALM
    assert sum(drawing.closed.values()) == 160
    counts = sum(int(text) for text in trace(figure, "counts").text)
    assert counts + len(trace(figure, "titles").text) == 160
    first = next(iter(drawing.closed))
    assert any(f"{first} · {drawing.closed[first]}" in text for text in notes(figure, "lane"))


@pytest.mark.parametrize("wide", [350, 900])
def test_counted_places_stand_apart_and_inside(wide) -> None:
    laid = draw(crowd(160), MANY, wide=wide).laid
    for lane in laid.lanes:
        places = [t.x for t in laid.tallies if lane.top <= t.y < lane.top + lane.height]
        assert all(11 <= x <= laid.room - 11 for x in places)
        assert all(two - one >= 24 for one, two in pairwise(places))


def test_an_open_lane_comes_first_and_has_words_for_more_in_order_of_time() -> None:
    frame = crowd(160)
    closed = draw(frame, MANY, wide=900)
    name = list(closed.closed)[-1]
    opened = draw(frame, MANY, wide=900, opened=[name])
    assert opened.laid.lanes[0].name == name
    assert list(opened.closed) == list(closed.closed)

    def worded(drawing):
        return [placed for placed in drawing.laid.events if placed.bar.lane == name]

    assert len(worded(opened)) > len(worded(closed))
    rows = {}
    for placed in worded(opened):
        rows.setdefault(placed.y, placed.bar.days[0])
    assert len(rows) > 10
    assert list(rows.values()) == sorted(rows.values())
    assert list(rows) == sorted(rows)


def test_what_is_nearest_to_the_day_has_the_words() -> None:
    day = date(2030, 6, 1)
    drawing = draw(crowd(160), MANY, wide=900, around=day)
    for lane in drawing.laid.lanes:
        worded = [p.bar for p in drawing.laid.events if p.bar.lane == lane.name]
        counted = [b for t in drawing.laid.tallies for b in t.bars if b.lane == lane.name]
        off = [abs((bar.days[0] - day).days) for bar in (*worded, *counted)]
        assert min(off) in [abs((bar.days[0] - day).days) for bar in worded]


def test_dates_of_many_articles_are_a_counted_strip_and_no_lines_through_the_chart() -> None:
    figure = chart(ALL, MANY)
    assert not [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]
    assert sum(int(text) for text in notes(figure, "articles here")) == 60
    assert notes(figure, "articles") == ["Dates of 60 articles"]


def test_a_counted_place_opens_its_events_and_names_the_first() -> None:
    frame = crowd(160)
    targets = trace(chart(frame, MANY), "events")
    key, words = max(
        zip(targets.customdata, targets.hovertext, strict=True), key=lambda t: len(t[0])
    )
    ids = events_of([key])
    assert len(ids) > 1
    assert set(ids) <= set(frame["event_id"])
    assert words.startswith(f"<b>{len(ids)} events</b>, ")
    assert events_of(None) == []


def test_few_events_keep_their_lanes_open() -> None:
    drawing = draw(ALL, OWN)
    assert not drawing.closed
    assert not drawing.laid.tallies


def test_dates_of_many_articles_that_stand_together_are_the_first_the_last_and_their_number() -> (
    None
):
    dates = [f"Article: {day} April 2031" for day in range(1, OWN_TOGETHER + 2)]
    assert own_dates(dates[:-1]) == dates[:-1]
    assert own_dates(dates) == [dates[0], f"and {OWN_TOGETHER - 1} more article dates", dates[-1]]


def test_rows_of_a_page_are_whole_though_they_were_ordered_by_less() -> None:
    listed = page_of(groups(ALL[[name for name in LISTED if name in ALL]], OWN), 0, 3)
    rows = [row for group in whole_rows(listed, ALL) for row in group.rows]
    every = [row for group in groups(ALL, OWN) for row in group.rows]
    assert rows == every[:3]
