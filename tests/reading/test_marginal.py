"""Line numbers and footnotes go, and what only looks like them stays."""

from __future__ import annotations

import pytest

from briefing.reading import read_text
from briefing.reading.footnotes import footnotes
from briefing.reading.marginal import line_numbers

LINES = (
    "The harbour master Ana Reyes said on Tuesday that",
    "the port of Apia would stay closed for a week.",
    "“We cannot let ships in,” she told reporters after",
    "a meeting of the council. Tonga has sent two tugs",
    "and Fiji a crane.",
)


def _numbered(form: str, start: int = 1) -> str:
    return "\n".join(form.format(n, line) for n, line in enumerate(LINES, start))


@pytest.mark.parametrize("form", ["{} {}", "{}\t{}", "   {}   {}"])
def test_numbers_beside_every_line_go(form: str) -> None:
    done = line_numbers("Port of Apia stays closed\n\n" + _numbered(form))
    assert done.text == "\n".join(("Port of Apia stays closed", "", *LINES))
    assert done.removed == ("1 2 3 4 5",)
    assert done.notes == ("Line numbers were removed.",)
    assert line_numbers(done.text).text == done.text


def test_numbers_that_begin_anew_on_each_page_and_numbers_alone_go() -> None:
    text = f"{_numbered('{}  {}')}\n6\n{_numbered('{}  {}')}"
    assert line_numbers(text).text == "\n".join((*LINES, "", *LINES))


@pytest.mark.parametrize("form", ["{0} {1}", "{1}    {0}"])
def test_numbers_beside_every_fifth_line_go(form: str) -> None:
    marked = [
        form.format(5 * n, line) if at == 4 else line
        for n in (1, 2, 3)
        for at, line in enumerate(LINES)
    ]
    assert line_numbers("\n".join(marked)).text == "\n".join(LINES * 3)


@pytest.mark.parametrize(
    "text",
    [
        "1 Apia\n2 Suva\n3 Nadi\n4 Lami\n5 Labasa\n6 Levuka",
        "1. the port\n2. the tug\n3. the crane\n4. the ship\n5. the storm",
        "2019 saw rain\n2020 saw wind\n2021 saw snow\n2022 saw hail\n2023 saw fog",
        "The storm came on\n5 May and left on\n10 May, and it came again.",
        "1 the port\n2 the tug\n4 the crane\n7 the ship\n9 the storm",
    ],
    ids=["a list", "a list with points", "years", "days", "no order"],
)
def test_other_numbers_at_the_beginning_of_lines_stay(text: str) -> None:
    assert line_numbers(text).text == text


NOTES = "1 Report of the harbour, p. 12.\n2 Letter to the council,\n4 June 2020.\n\n3 Ibid."


@pytest.mark.parametrize(
    ("marks", "notes"),
    [
        (("1", "2", "3"), NOTES),
        (("¹", "²", "³"), NOTES),
        (("[1]", "[2]", "[3]"), NOTES),
        (("¹", "²", "³"), f"Notes\n\n{NOTES}"),
        (("[1]", "", "[3]"), "[1] One source.\n[2] Two.\n[3] Three."),
        (("¹", "²", "³"), "¹ One source.\n² Two.\n³ Three."),
    ],
)
def test_footnotes_and_their_marks_go(marks: tuple[str, str, str], notes: str) -> None:
    body = "The port closed.{} “We wait,”{} she said in 2024. It costs 3.2 million for 5 km² {}now."
    text = body.format(marks[0], marks[1], "").replace("costs", f"costs,{marks[2]}")
    plain = body.format("", "", "").replace("costs", "costs,")
    done = footnotes(f"{text}\n\n{notes}")
    assert done.text == plain
    assert done.notes == ("Footnotes and their marks were set apart.",)
    assert "".join(notes.split()) in "".join("".join(done.removed).split())
    assert footnotes(done.text).text == done.text


def test_what_stands_behind_the_notes_stays() -> None:
    done = footnotes("The port closed.[1]\n\n[1] One source.\n\nAna Reyes is a reporter in Apia.")
    assert done.text == "The port closed.\n\nAna Reyes is a reporter in Apia."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The port[1] closed.[2]", "The port closed."),
        ("The port closed,³ she said.”⁴", "The port closed, she said.”"),
        ("The port closed.[citation needed] It rained.[12]", "The port closed. It rained."),
    ],
)
def test_marks_without_notes_go(text: str, plain: str) -> None:
    done = footnotes(text)
    assert done.text == plain
    assert done.notes == ("Footnote marks were removed.",)


@pytest.mark.parametrize(
    "text",
    [
        "The port covers 5 km² and cost 3.2 million.",
        "See the list:\n\n1 Apia\n2 Suva\n3 Nadi",
        "He said “it [1] closed”.",
        "Item a[1] alone.",
        "Read [the page[1](http://bay.example) and [2](http://bay.example).",
        "The G7 and the F16 met.\n\n1 Apia and Suva\n2 Nadi",
    ],
)
def test_what_only_looks_like_a_footnote_stays(text: str) -> None:
    assert footnotes(text).text == text


def test_what_was_taken_out_of_an_article_is_listed() -> None:
    article = read_text(
        "Port of Apia stays closed\n\nThe port closed on Monday, said Ana Reyes.[1] Tonga sent two "
        "tugs.[2]\n\nNotes\n[1] Report of the harbour.\n[2] Letter to the council."
    )
    assert article.text.endswith("Tonga sent two tugs.")
    assert article.removed[0].startswith("Notes\n[1] Report of the harbour.")
    assert "Footnotes and their marks were set apart." in article.notes
