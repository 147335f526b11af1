from __future__ import annotations

import pytest

from briefing.errors import ReadingError
from briefing.reading import read_text

BODY = "The harbour was closed on Monday after the storm.\n\nShips waited outside the bay."


@pytest.mark.parametrize(
    ("first_lines", "title"),
    [
        ("Harbour closed after storm\n\n", "Harbour closed after storm"),
        ("Will the harbour open again?\n\n", "Will the harbour open again?"),
        ("“We were lucky”: captains on the storm\n\n", "“We were lucky”: captains on the storm"),
        ("Talks on the harbour open in the U.S.\n\n", "Talks on the harbour open in the U.S."),
        ("Harbour closed\nBy Ana Reyes\n\n", "Harbour closed"),
        ("Harbour closed\n3 May 2021\n\n", "Harbour closed"),
        ("\n\n  \nHarbour closed\n\n", "Harbour closed"),
        ("The storm came at night.\n\n", ""),
        (
            "Senator seeks new port rules over hacking.\n\n",
            "Senator seeks new port rules over hacking.",
        ),
        ("Mayor Refuses To Close The Harbour.\n\n", "Mayor Refuses To Close The Harbour."),
        ("It rained in Lima yesterday evening.\n\n", ""),
        ("Peru warned Chile on Monday over fees.\n\n", ""),
        ("Ships wait outside. Storm closes harbour.\n\n", ""),
        ("Senator seeks new port rules over hacking.\n", ""),
        ("“The storm came at night.”\n\n", ""),
        (f"Drivers are needed now. They help the old {'and the young ' * 6}\n\n", ""),
        ("The storm came at night\n", ""),
        ("3 May 2021\n\n", ""),
        ("By Ana Reyes\n\n", ""),
        ("", ""),
    ],
)
def test_title_recognised(first_lines: str, title: str) -> None:
    article = read_text(first_lines + BODY)
    assert article.title == title
    assert article.text[: article.title_end] == title
    assert article.text.endswith(BODY)


def test_title_given_is_put_before_the_text() -> None:
    article = read_text(BODY, title="Harbour  closed\n")
    assert article.title == "Harbour closed"
    assert article.text == f"Harbour closed\n\n{BODY}"
    assert article.title_end == len("Harbour closed")


def test_title_given_is_not_doubled() -> None:
    article = read_text(f"Harbour closed\n\n{BODY}", title="Harbour closed")
    assert article.text == f"Harbour closed\n\n{BODY}"


def test_same_words_give_the_same_id() -> None:
    assert read_text(BODY).article_id == read_text(f"\ufeff{BODY}\n\n").article_id


def test_line_ends_become_one_kind() -> None:
    text = "Harbour closed\r\n\r\nThe storm came.\rShips waited.\u2029It ended."
    assert read_text(text).text == "Harbour closed\n\nThe storm came.\nShips waited.\nIt ended."


def test_typographic_signs_stay() -> None:
    text = "“It’s over,” she said – at last… «Bien», he answered; 5\u00a0000 came."
    assert read_text(text).text == text


def test_lone_surrogate_becomes_one_replacement_sign() -> None:
    text = "The ship \ud83d sank in the bay."
    assert read_text(text).text == "The ship \ufffd sank in the bay."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Published: 3 May 2021", "2021-05-03"),
        ("Published on May 3, 2021 at 10:15 GMT", "2021-05-03"),
        ("Posted 2021-05-03", "2021-05-03"),
        ("Monday, May 3, 2021", "2021-05-03"),
        ("3rd May 2021", "2021-05-03"),
        ("2021-05-03", "2021-05-03"),
        ("Published: 05/03/2021", None),
        ("Published: 31 June 2021", None),
        ("The plan was published on 3 May 2021 and has been discussed ever since by many.", None),
    ],
)
def test_published_is_read_in_the_head_only(head: str, published: str | None) -> None:
    article = read_text(f"Harbour closed\n\n{head}\n\n{BODY}")
    assert article.published == published
    assert article.published_basis == ("stated" if published else "unknown")
    assert head in article.text


def test_date_in_the_body_is_not_the_article_s() -> None:
    assert read_text(f"Harbour closed\n\n{BODY}\n\n{BODY * 9}\n3 May 2021").published is None


def test_date_given_wins() -> None:
    article = read_text(f"Harbour closed\n\n3 May 2021\n\n{BODY}", published="4 May 2021")
    assert (article.published, article.published_basis) == ("2021-05-04", "given")


def test_byline_and_outlet_are_read() -> None:
    article = read_text(f"Harbour closed\n\nBy Ana Reyes\nSource: Bay News\n\n{BODY}")
    assert (article.author, article.source) == ("Ana Reyes", "Bay News")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("* * *\n\n---", "empty"),
        ("Leave a Comment\n\nScroll to Top", "empty"),
        ("The ship\x00 sank.", "binary"),
        ("".join(map(chr, range(1, 9))) + "sank", "binary"),
        ("word " * 100_001, "500,000"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(ReadingError, match=words) as caught:
        read_text(text, name="The pasted text")
    message = str(caught.value)
    assert message.startswith("The pasted text")
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize("date", ["soon", "2021-13-01", "05/06/2021", "2021", "31 June 2021"])
def test_published_that_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ReadingError, match="YYYY-MM-DD"):
        read_text(BODY, published=date)


def test_verbatim_touches_nothing() -> None:
    text = "\n  Harbour closed\r\n\r\nThe storm came.  \n\nLeave a Comment\n"
    article = read_text(text, verbatim=True)
    assert article.text == text
    assert (article.title, article.title_end, article.removed) == ("", 0, ())
