"""Notes at the foot of the pages in the middle of a text are set apart, and listed."""

from __future__ import annotations

import pytest
import typst

from briefing.article import Article
from briefing.reading import read_text, read_upload
from briefing.reading.footnotes import footnotes
from briefing.reading.formats.pdf_lines import Sign, lines_of
from tests.reading import made

PAPER = """The port of Apia closed on Monday{0} after a storm,{6} and the council will decide in

{1}

{2} whether ships may land. “We wait,” she said.{3} The council met in

{4}

{5} on Friday, and went home."""

NOTES = ("Report of the harbour of Suva.", "Letter of Tonga to Fiji,\n4 June 2020.", "Ibid.")


@pytest.mark.parametrize(
    "form", [("{}", "{} {}"), ("[{}]", "[{}] {}"), (" [{}]", "[{}] {}"), ("{}", "{}. {}")]
)
@pytest.mark.parametrize("second", [3, 1], ids=["counted on", "counted by page"])
def test_notes_between_the_parts_of_a_sentence_go(form: tuple[str, str], second: int) -> None:
    mark, note = form
    first = "\n".join(note.format(n, words) for n, words in enumerate(NOTES[:2], 1))
    text = PAPER.format(
        mark.format(1),
        first,
        "April",
        mark.format(second),
        note.format(second, NOTES[2]),
        "Apia",
        mark.format(2),
    )
    done = footnotes(text)
    assert done.text == (PAPER.format("", "", "April", "", "", "Apia", "").replace("\n\n\n\n", " "))
    assert all(words in "\n".join(done.removed) for words in NOTES)
    assert done.notes == ("Footnotes and their marks were set apart.",)
    assert footnotes(done.text).text == done.text


@pytest.mark.parametrize(
    "text",
    [
        "The council named the ports:\n\n1 Apia\n2 Suva\n\nBoth are open.",
        "The council of Section B1 has three tasks.\n\n1. The port.\n2. The tug.\n\nIt met.",
        "The port closed.3\n\n1 Apia is a town.\n\nIt rained.",
        "* Apia is closed.\n* Suva is open.\n\nIt rained* on Monday.",
        "The port closed.\n\n*Ana Reyes is a reporter in Apia.*",
    ],
)
def test_lists_and_stars_that_mark_nothing_stay(text: str) -> None:
    assert footnotes(text).text == text


def test_the_one_note_with_a_star_goes() -> None:
    done = footnotes("The port closed.*\n\n* A fellowship paid the way.\n\nIt rained.")
    assert done.text == "The port closed.\n\nIt rained."
    assert done.removed == ("* A fellowship paid the way.", "*")


def test_a_note_never_stands_in_a_sentence_of_the_article() -> None:
    article = read_text(
        "Port of Apia stays closed\n\n"
        + PAPER.format("¹", "¹ Report of Fiji on Tonga, 2 May 2009.", "April", "", "", "Apia", "")
    )
    assert "will decide in April whether ships may land." in article.text
    assert "Tonga" not in article.text
    assert any("Report of Fiji on Tonga" in cut for cut in article.removed)


_PDF = """#set page(width: {width}pt, height: 330pt, margin: 40pt, columns: {columns},
  header: [Bay Review], footer: context counter(page).display())
#set text(size: 10pt, lang: "en")
#text(size: 16pt)[*Port of Apia stays closed*]

The port of Apia closed on Monday after a storm, said the council.#footnote[Report of Fiji on
Tonga, 2 January 2019, with a long list of ships that were at sea on that day.] It covers 5
km#super[2] and will open again when the wind is gone.#footnote[Letter of Samoa, 4 May 2011.]

“We wait,” harbour master Ana Reyes told reporters. She added that the council would talk with the
shipping lines before it decided on the other ports, of which four are open to ships and two to
boats alone.#footnote[Talk with the author.] Nobody was hurt.

{more}"""


@pytest.mark.parametrize(("width", "columns"), [(320, 1), (460, 2)])
def test_notes_at_the_foot_of_the_pages_of_a_pdf_go(width: int, columns: int) -> None:
    more = "The storm was the third of the year, and the council had shut the port before.\n\n" * 9
    source = _PDF.format(width=width, columns=columns, more=more)
    (article,) = read_upload(typst.compile(source.encode()), "paper.pdf")
    for words in ("Report of Fiji", "Letter of Samoa", "Talk with the author"):
        assert words not in article.text
        assert any(words in cut for cut in article.removed)
    assert "said the council. It covers 5 km" in article.text
    assert "to boats alone. Nobody was hurt." in article.text
    assert "Footnotes and their marks were set apart." in article.notes


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Ships wait.<sup>1</sup>", "Ships wait."),
        ("Ships<sup>[2]</sup> wait", "Ships wait"),
        ("Ships wait,<sup><a href='#n3'>3</a></sup> she said", "Ships wait, she said"),
        ("since 2019<sup>4,5</sup>", "since 2019"),
        ("Ships<sup>[a]</sup> wait", "Ships wait"),
        ("over 5 km<sup>2</sup>", "over 5 km²"),
        ("over 5 miles<sup>2</sup>", "over 5 miles²"),
        ("up to 10<sup>6</sup>", "up to 10⁶"),
        ("on the 3<sup>rd</sup> of May", "on the 3rd of May"),
    ],
)
def test_raised_numbers_of_a_web_page_are_marks_or_parts_of_words(words: str, text: str) -> None:
    page = made.PAGE.replace(made.SECOND, f"{made.SECOND} The council met: {words} in Apia.")
    (article,) = read_upload(page.encode(), "page.html")
    assert isinstance(article, Article)
    assert f"The council met: {text} in Apia." in article.text


def test_notes_of_a_web_page_go_with_their_marks() -> None:
    text = "The port of Apia closed.<sup>1</sup> Ships wait.<sup>2</sup>"
    notes = "<p><sup>1</sup> Bay Review, 2019.</p><p><sup>2</sup> Ibid.</p>"
    (article,) = read_upload(f"<p>{text}</p>{notes}".encode(), "page.txt")
    assert isinstance(article, Article)
    assert article.text == "The port of Apia closed. Ships wait."
    assert any("Bay Review" in cut for cut in article.removed)


def _signs(words: str, raised: str, left: float = 0.0) -> list[Sign]:
    plain = [Sign(sign, left + 5 * n, left + 5 * n + 5, 0, 10, 10) for n, sign in enumerate(words)]
    at = left + 5 * len(words)
    return [*plain, *(Sign(s, at + 3 * n, at + 3 * n + 3, 4, 10, 6) for n, s in enumerate(raised))]


@pytest.mark.parametrize(
    ("words", "raised", "text", "marks"),
    [
        ("closed.", "12", "closed.", ("12",)),
        ("since 2019", "3", "since 2019", ("3",)),
        ("over 5 km", "2", "over 5 km²", ()),
        ("up to 10", "6", "up to 10⁶", ()),
    ],
)
def test_a_raised_number_is_a_mark_or_a_part_of_the_word(
    words: str, raised: str, text: str, marks: tuple[str, ...]
) -> None:
    (line,) = lines_of(_signs(words, raised))
    assert (line.text, line.marks) == (text, marks)
