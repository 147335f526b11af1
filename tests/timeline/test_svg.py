"""The drawn timeline: what stands where, how precise it is, what it says without colour."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from briefing.drawing.png import svg_png
from briefing.timeline.article_dates import article_dates
from briefing.timeline.bars import ArticleDate, bars
from briefing.timeline.layout import LINE, SIZE, Label, lay_out
from briefing.timeline.svg import Timeline, build_timeline_svg
from briefing.wording.text_width import fitting, lines, width

OWN = [ArticleDate(date(2031, 4, 2), date(2031, 4, 2), "Article: 2 April 2031")]
SVG = "{http://www.w3.org/2000/svg}"


def event(title: str, first: str | None, last: str | None, **more: object) -> dict[str, object]:
    return {
        "event_id": f"a.e.{title}",
        "title": title,
        "kind": "meeting",
        "date": first or last,
        "earliest": first,
        "latest": last,
        "precision": "day" if first == last else "interval",
        "basis": "stated",
        "working": None,
        "tense": "past",
        "standing": "asserted",
        "status": "firm",
        "countries": ("AUT",),
        **more,
    }


DAY = event("Talks", "2031-03-20", "2031-03-20")
MONTH = event("Vote", "2031-06-01", "2031-06-30", precision="month", tense="upcoming")
OPEN = event("Blockade", "2031-02-01", None, tense="ongoing", precision="unknown")
UNTIL = event("Truce", None, "2031-03-01", precision="unknown")
WORKED_OUT = event(
    "Jubilee",
    "2031-05-04",
    "2031-05-04",
    basis="computed",
    working="founded 4 May 1931 + 100 years",
    tense="upcoming",
    countries=("AUT", "FRA"),
)
UNDATED = event("Raid", None, None, precision="unknown", basis="unknown")


def drawn(*events: dict[str, object], **look: object) -> Timeline:
    found = build_timeline_svg(pd.DataFrame(events), OWN, **look)  # type: ignore[arg-type]
    assert found is not None
    return found


def group_of(timeline: Timeline, title: str) -> ET.Element:
    """Return the group that draws an event."""
    return next(
        group
        for group in ET.fromstring(timeline.svg).iter(f"{SVG}g")
        if (group.findtext(f"{SVG}title") or "").startswith(title)
    )


def signs(group: ET.Element) -> list[str]:
    return [
        node.tag.removeprefix(SVG) for node in group if not node.tag.endswith(("title", "text"))
    ]


def words_of(timeline: Timeline) -> str:
    texts = ET.fromstring(timeline.svg).iter(f"{SVG}text")
    return " ".join(" ".join("".join(text.itertext()) for text in texts).split())


@pytest.mark.parametrize(
    ("row", "expected"),
    [(DAY, ["polygon"]), (MONTH, ["rect"]), (OPEN, ["linearGradient", "rect", "path"])],
)
def test_a_day_is_a_mark_a_month_a_bar_an_open_end_fades(row, expected) -> None:
    assert signs(group_of(drawn(DAY, MONTH, OPEN), row["title"])) == expected


def test_a_month_is_as_wide_as_its_days() -> None:
    timeline = drawn(DAY, MONTH)
    laid = lay_out(bars(pd.DataFrame([DAY, MONTH])), OWN, 1000.0, most_lines=2)
    bar = next(placed for placed in laid.events if placed.bar.title == "Vote")
    assert (bar.left, bar.right) == (laid.x(date(2031, 6, 1)), laid.x(date(2031, 6, 30)))
    rect = group_of(timeline, "Vote").find(f"{SVG}rect")
    assert rect is not None
    assert float(rect.get("width", "0")) > 40


@pytest.mark.parametrize(("row", "strong"), [(OPEN, 0.6), (UNTIL, 0.0)])
def test_open_ends_fade_to_the_side_that_is_open(row, strong: float) -> None:
    first = next(group_of(drawn(DAY, row), row["title"]).iter(f"{SVG}stop"))
    assert float(first.get("stop-opacity", "1")) == strong


def test_worked_out_marks_are_hollow_and_say_how() -> None:
    group = group_of(drawn(DAY, WORKED_OUT), "Jubilee")
    mark = group.find(f"{SVG}polygon")
    solid = group_of(drawn(DAY, WORKED_OUT), "Talks").find(f"{SVG}polygon")
    assert mark is not None
    assert solid is not None
    assert mark.get("fill") == "#FFFFFF" != mark.get("stroke")
    assert solid.get("fill") == solid.get("stroke")
    assert "founded 4 May 1931 + 100 years" in (group.findtext(f"{SVG}title") or "")
    assert "Date calculated" in (group.findtext(f"{SVG}title") or "")


def test_every_event_stands_in_the_lane_of_each_of_its_countries_with_its_date() -> None:
    timeline = drawn(DAY, WORKED_OUT)
    shown = words_of(timeline)
    assert shown.count("Jubilee 4 May 2031") == 2
    assert "Austria" in shown
    assert "France" in shown
    assert (timeline.drawn, timeline.dated) == (2, 2)


def test_what_is_ahead_is_bold_so_that_grey_prints_tell_it() -> None:
    timeline = drawn(DAY, MONTH)
    weights = {
        title: group_of(timeline, title).find(f"{SVG}text").get("font-weight")  # type: ignore[union-attr]
        for title in ("Talks", "Vote")
    }
    assert weights == {"Talks": None, "Vote": "bold"}


def test_the_key_explains_only_what_is_drawn() -> None:
    assert "Hollow" not in words_of(drawn(DAY))
    assert "Fading" not in words_of(drawn(DAY, MONTH))
    everything = words_of(drawn(DAY, MONTH, OPEN, WORKED_OUT))
    hollow, fading = "Hollow: date calculated", "Fading: open end"
    for words in ("Past", "Ongoing", "Upcoming when written", hollow, fading):
        assert words in everything


def test_the_articles_own_date_has_its_line() -> None:
    assert "Article: 2 April 2031" in words_of(drawn(DAY))
    band = [ArticleDate(None, date(2031, 4, 2), "Article written before 3 April 2031, inferred")]
    fading = build_timeline_svg(pd.DataFrame([DAY]), band)
    assert fading is not None
    assert "linearGradient" in fading.svg


def test_dates_of_many_articles_are_ticks_with_one_line_of_words() -> None:
    many = [
        ArticleDate(day, day, "one") for day in (date(2031, 1, 1) + timedelta(n) for n in range(9))
    ]
    found = build_timeline_svg(pd.DataFrame([DAY]), many)
    assert found is not None
    assert "Dates of 9 articles: 1–9 January 2031" in words_of(found)


@pytest.mark.parametrize("rows", [[], [UNDATED]])
def test_nothing_dated_is_no_picture(rows) -> None:
    frame = pd.DataFrame(rows, columns=list(DAY))
    assert build_timeline_svg(frame, OWN) is None


def crowd(number: int) -> pd.DataFrame:
    """Make events with long and short titles, near and far, in many countries."""
    codes = ["AUT", "FRA", "PER", "CHL", "JPN", "KEN", "CAN", "BRA", "IND", "COD"]
    title = "Conference of the ministers of fisheries and harbours on the future of the strait"
    rows = []
    for at in range(number):
        first = date(2031, 4, 2) + timedelta(days=(at * 37) % 400 - 200 - (at % 7 == 0) * 9000)
        last = first + timedelta(days=(0, 0, 2, 30, 365)[at % 5])
        rows.append(
            event(
                f"{at} {title[: 12 + (at * 13) % 90]}",
                None if at % 11 == 0 else first.isoformat(),
                None if at % 11 == 5 else last.isoformat(),
                tense=("past", "ongoing", "upcoming")[at % 3],
                basis=("stated", "computed")[at % 2],
                countries=(codes[at % 10], codes[(at * 3) % 10])[: 1 + at % 2],
            )
        )
    return pd.DataFrame(rows)


def box(label: Label, y: float, *, bold: bool) -> tuple[float, float, float, float]:
    wide = max(width(line, SIZE, bold=bold) for line in label.lines)
    left = label.x - wide if label.ends else label.x
    half = LINE * label.rows / 2
    return left, y - half, left + wide, y + half


@pytest.mark.parametrize("room", [440.0, 1000.0, 1400.0])
def test_titles_of_sixty_events_neither_overlap_nor_leave_the_picture(room: float) -> None:
    laid = lay_out(bars(crowd(60)), OWN, room, most_lines=2)
    assert len({placed.bar.event_id for placed in laid.events}) == 60
    boxes = [
        box(placed.label, placed.y, bold=placed.bar.tense == "upcoming") for placed in laid.events
    ]
    for left, _top, right, _bottom in boxes:
        assert left >= -1
        assert right <= room + 1
    for one, two in combinations(boxes, 2):
        apart = one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
        assert apart, (one, two)


@pytest.mark.parametrize("height", [320, 480, 700])
def test_a_low_picture_holds_the_nearest_events_and_says_how_many(height: int) -> None:
    found = build_timeline_svg(crowd(60), OWN, width=1200, height=height)
    assert found is not None
    assert found.height <= height
    assert 3 <= found.drawn < 60
    assert f"Drawn: {found.drawn} of 60 events with a date" in words_of(found)


def test_hostile_titles_are_text() -> None:
    title = "</text><script>alert(1)</script> & \x07 #$*[x] 北京"
    timeline = drawn(event(title, "2031-03-20", "2031-03-20"))
    root = ET.fromstring(timeline.svg)
    assert not list(root.iter(f"{SVG}script"))
    assert "alert(1)" in words_of(timeline)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("wide", [640, 1600])
def test_the_picture_is_a_png_of_its_size(wide: int, dark: bool) -> None:
    timeline = drawn(DAY, MONTH, OPEN, width=wide, dark=dark)
    data = svg_png(timeline.svg, 1.0)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20], "big") == wide
    assert int.from_bytes(data[20:24], "big") == pytest.approx(timeline.height, abs=1)


def test_the_same_rows_give_the_same_picture() -> None:
    assert drawn(DAY, MONTH, OPEN).svg == drawn(DAY, MONTH, OPEN).svg


def test_names_of_fades_differ_by_colour_so_that_two_pictures_can_share_a_page() -> None:
    light, dark = (
        set(re.findall(r'id="([^"]+)"', drawn(OPEN, dark=dark).svg)) for dark in (False, True)
    )
    assert light
    assert not light & dark


def test_own_dates_of_an_article_without_any_are_none() -> None:
    rows = {"published": None, "published_basis": "unknown"}
    bounds = {"published_earliest": None, "published_latest": None}
    assert article_dates(pd.DataFrame([{**rows, **bounds}])) == []


@pytest.mark.parametrize(
    "text", ["Talks", "Ministers meet in Vienna to sign", "W" * 60, "北京会谈" * 9]
)
def test_words_are_cut_to_their_room(text: str) -> None:
    assert width(fitting(text, 120.0, SIZE), SIZE) <= 120.0
    broken = lines(text, 120.0, SIZE, 2)
    assert len(broken) <= 2
    assert all(width(line, SIZE) <= 120.0 for line in broken)


def test_what_is_not_so_is_a_cross_and_says_so_in_words() -> None:
    day, month = ("2031-06-03", "2031-06-03"), ("2031-05-01", "2031-05-31")
    denied = event("Talks", *day, tense="upcoming", standing="denied", denied_by="Chile")
    negated = event("Peru signed", *month, standing="negated")
    claimed = event("Raid", *day, standing="attributed", attributed_to="The rebels")
    picture = drawn(denied, negated, claimed)
    words = "\n".join(text.text or "" for text in ET.fromstring(picture.svg).iter(f"{SVG}text"))
    for said in ("Denied: Talks", "Did not happen: Peru signed", "Claimed: Raid"):
        assert said in words
    assert "Cross: denied, disputed or said to be untrue" in words
    assert "Coming up" not in words
    assert "Denied by Chile" in (group_of(picture, "Talks").findtext(f"{SVG}title") or "")
    assert "Claimed by the rebels" in (group_of(picture, "Raid").findtext(f"{SVG}title") or "")
    assert group_of(picture, "Talks").find(f"{SVG}polygon") is None
    assert group_of(picture, "Raid").find(f"{SVG}polygon") is not None
    dotted = group_of(picture, "Peru signed").findall(f"{SVG}path")
    assert any(path.get("stroke-dasharray") for path in dotted)
